//! What the parts of both documents look up: names as shared texts, totals, and the figures behind them.

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::document::{Cell, Tone};
use super::vietnamese::{in_sentence, lower_first};
use super::views::Facts;
use super::words;
use crate::model::{
    Area, AreaId, Element, ElementId, Figure, Measure, Number, OfficeId, PeriodKind, Plan, Results, State, TaskResult,
    Total, Worded,
};

/// From so many offices on, lists of single figures stand in the workbook only.
pub(crate) const MOST_OFFICES_ON_PAGE: usize = 20;

/// Most decimals of a submitted figure; report.json writes as many.
pub(crate) const PLACES: u8 = 6;

/// A finding with its number in the whole list, from one.
pub(crate) type Numbered<'a> = (usize, &'a Worded);

/// Results with what the parts look up in them. A city repeats each name 570 times, so texts are shared.
pub(crate) struct Context<'a> {
    pub(crate) results: &'a Results,
    pub(crate) plan: &'a Plan,
    offices: BTreeMap<&'a OfficeId, &'a str>,
    totals: BTreeMap<(&'a ElementId, Measure), &'a Total>,
    figures: BTreeMap<(&'a ElementId, Measure), Vec<&'a Figure>>,
    findings: BTreeMap<Option<&'a OfficeId>, Vec<Numbered<'a>>>,
    shared: RefCell<BTreeSet<Arc<str>>>,
    facts: OnceCell<Facts>,
}

impl<'a> Context<'a> {
    /// Indexes the results.
    pub(crate) fn new(results: &'a Results) -> Self {
        let mut figures = BTreeMap::<_, Vec<_>>::new();
        for figure in &results.figures {
            figures.entry((&figure.element, figure.measure)).or_default().push(figure);
        }
        let totals = results.totals.iter().map(|total| ((&total.element, total.measure), total)).collect();
        let mut findings = BTreeMap::<_, Vec<_>>::new();
        for (number, worded) in (1..).zip(&results.findings) {
            findings.entry(worded.finding.office.as_ref()).or_default().push((number, worded));
        }
        let offices = results.plan.offices.iter().map(|office| (&office.id, office.name.as_str())).collect();
        Self {
            results,
            plan: &results.plan,
            offices,
            totals,
            figures,
            findings,
            shared: RefCell::default(),
            facts: OnceCell::new(),
        }
    }

    /// What every sentence may name.
    pub(crate) fn facts(&self) -> &Facts {
        self.facts.get_or_init(|| Facts::of(self))
    }

    /// A cell of text that many rows repeat.
    pub(crate) fn repeated(&self, text: &str) -> Cell {
        if text.is_empty() {
            return Cell::default();
        }
        let mut shared = self.shared.borrow_mut();
        if let Some(known) = shared.get(text) {
            return Cell::shared(known);
        }
        let new = Arc::from(text);
        shared.insert(Arc::clone(&new));
        Cell::shared(&new)
    }

    /// A cell with a word and its tone.
    pub(crate) fn word(&self, (word, tone): (&'static str, Tone)) -> Cell {
        self.repeated(word).tone(tone)
    }

    /// A cell with an office's name.
    pub(crate) fn office(&self, office: Option<&OfficeId>) -> Cell {
        office.map(|id| self.repeated(self.offices.get(id).copied().unwrap_or(id.as_str()))).unwrap_or_default()
    }

    /// A cell with something of an element's definition, empty where the plan has no such element.
    pub(crate) fn element(&self, id: &ElementId, text: fn(&Element) -> &str) -> Cell {
        self.plan.element(id.as_str()).map(|element| self.repeated(text(element))).unwrap_or_default()
    }

    /// The commune's figure.
    pub(crate) fn total(&self, element: &'a ElementId, measure: Measure) -> Option<&'a Total> {
        self.totals.get(&(element, measure)).copied()
    }

    /// The offices' figures behind it, in plan order.
    pub(crate) fn figures(&self, element: &'a ElementId, measure: Measure) -> &[&'a Figure] {
        self.figures.get(&(element, measure)).map_or(&[], Vec::as_slice)
    }

    /// An office's findings, or those of no single office.
    pub(crate) fn findings_of(&self, office: Option<&'a OfficeId>) -> &[Numbered<'a>] {
        self.findings.get(&office).map_or(&[], Vec::as_slice)
    }

    /// The area of this id.
    pub(crate) fn area(&self, id: &AreaId) -> Option<&'a Area> {
        self.plan.areas.iter().find(|area| area.id == *id)
    }

    /// The tasks of an area as assessed, in plan order.
    pub(crate) fn tasks_in(&self, area: &Area) -> impl Iterator<Item = &'a TaskResult> {
        let plan = self.plan;
        self.results.tasks.iter().filter(move |task| plan.task(&task.id).is_some_and(|task| task.area == area.id))
    }

    /// The day on which a task falls due in this period.
    pub(crate) fn due(&self, task: &TaskResult) -> Option<NaiveDate> {
        self.plan.task(&task.id).map(|task| task.due.on(self.results.period.to))
    }

    /// The column that is the period's result: "Lũy kế" for all but quarters.
    pub(crate) fn result_measure(&self) -> Measure {
        if self.results.period.kind == PeriodKind::Quarter { Measure::Period } else { Measure::Cumulative }
    }

    /// Whether single figures of every office have room on the page.
    pub(crate) fn fits_page(&self) -> bool {
        self.plan.offices.len() <= MOST_OFFICES_ON_PAGE
    }

    /// A figure as an office gave it: a number, the name of its choice, its text, or "không phát sinh".
    pub(crate) fn figure(&self, figure: Option<&Figure>) -> Cell {
        let Some(figure) = figure else { return self.unknown() };
        match (figure.state, &figure.text, &figure.value) {
            (State::Nil, _, _) => self.word(words::state(State::Nil)),
            (State::Value, Some(text), _) => self.repeated(self.answer(&figure.element, text)),
            (State::Value, None, Some(value)) => Cell::number(Some(value), PLACES),
            (State::Value | State::Blank | State::Unreadable | State::Missing, _, _) => self.unknown(),
        }
    }

    /// The same inside a sentence, with its unit.
    pub(crate) fn figure_text(&self, figure: &Figure, unit: &str) -> String {
        match (figure.state, &figure.text, &figure.value) {
            (State::Nil, _, _) => lower_first(words::state(State::Nil).0),
            (State::Value, Some(text), _) => self.answer(&figure.element, text).to_owned(),
            (State::Value, None, Some(value)) => in_sentence(value, PLACES.into(), unit),
            (State::Value | State::Blank | State::Unreadable | State::Missing, _, _) => words::UNKNOWN.to_owned(),
        }
    }

    /// The name of a choice's code; any other text as it is.
    fn answer<'t>(&'t self, element: &ElementId, text: &'t str) -> &'t str {
        let choices = self.plan.element(element.as_str()).map_or(&[][..], |element| &element.choices);
        choices.iter().find(|choice| choice.code == text).map_or(text, |choice| &choice.name)
    }

    /// A value that is not known.
    pub(crate) fn unknown(&self) -> Cell {
        self.word((words::UNKNOWN, Tone::Muted))
    }
}

/// A commune's figure as printed: sums as they are, computed rows like every other rate.
pub(crate) fn printed(element: &Element, value: &Number) -> Number {
    if element.is_submitted() { value.clone() } else { value.shown(&[Number::zero(), Number::hundred()]) }
}
