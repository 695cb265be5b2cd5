//! One period's figures, both columns, and the row of such books from the plan's first period to the reported one.

mod beside;

use std::collections::BTreeMap;

pub use beside::Beside;

use crate::model::{
    Element, ElementId, ElementKind, Entry, Figure, Flow, Measure, Number, OfficeId, Period, Plan, Reading, Round,
    Source, State, Submission, TaskResult,
};
use crate::parallel;

/// The figures of one period, by office and element.
#[derive(Debug)]
pub struct Book {
    /// The period.
    pub period: Period,
    /// Tasks as they stood at its end.
    pub tasks: Vec<TaskResult>,
    by_office: BTreeMap<OfficeId, Sheet>,
}

/// One office's figures; positions are those of the plan's elements.
#[derive(Debug)]
struct Sheet {
    accepted: bool,
    rows: Vec<Option<Row>>,
}

#[derive(Debug)]
struct Row {
    period: Figure,
    cumulative: Figure,
    previous: Reading,
}

/// The books of all periods up to the reported one, in order of time; the last is the reported one.
#[derive(Debug)]
pub struct Books<'a> {
    /// The plan they were opened for.
    pub plan: &'a Plan,
    books: Vec<Book>,
}

impl<'a> Books<'a> {
    /// Opens the books of these periods, in order of time.
    pub fn open(plan: &'a Plan, rounds: &[(&Period, Round)]) -> Self {
        let mut books = Self { plan, books: Vec::new() };
        for (period, round) in rounds {
            let book = Book {
                period: (*period).clone(),
                tasks: super::assess_tasks(plan, period, round),
                by_office: books.sheets(period, round),
            };
            books.books.push(book);
        }
        books
    }

    fn sheets(&self, period: &Period, round: &Round) -> BTreeMap<OfficeId, Sheet> {
        let nothing = Submission::default();
        let submission = |office: &OfficeId| round.submissions.get(office).unwrap_or(&nothing);
        let sheet = |id: &OfficeId| (id.clone(), self.sheet(period, id, submission(id)));
        parallel::map(&self.plan.offices, |office| sheet(&office.id)).into_iter().collect()
    }

    fn sheet(&self, period: &Period, office: &OfficeId, submission: &Submission) -> Sheet {
        let row = |element: &Element| {
            let asked = element.is_submitted() && element.offices.contains(office);
            asked.then(|| self.row(period, office, element, submission))
        };
        Sheet {
            accepted: submission.accepted && !submission.has_no_figure(),
            rows: self.plan.elements.iter().map(row).collect(),
        }
    }

    /// Puts another submission of this office in the reported period's book.
    pub fn exchange(&mut self, office: &OfficeId, submission: &Submission) {
        let Some(mut book) = self.books.pop() else { return };
        for (task, result) in self.plan.tasks.iter().zip(&mut book.tasks).filter(|(task, _)| task.lead == *office) {
            *result = super::tasks::assess_task(task, &book.period, Some(submission));
        }
        let sheet = self.sheet(&book.period, office, submission);
        book.by_office.insert(office.clone(), sheet);
        self.books.push(book);
    }

    fn row(&self, period: &Period, office: &OfficeId, element: &Element, submission: &Submission) -> Row {
        let empty = Entry::default();
        let entry = submission.figures.get(&element.id).unwrap_or(&empty);
        let figure = |measure, reading: &Reading| Figure {
            office: office.clone(),
            element: element.id.clone(),
            measure,
            state: reading.state,
            value: reading.number(),
            text: reading.text.clone(),
            raw: reading.raw.clone(),
            corrected: submission.corrections.get(&(element.id.clone(), measure)).cloned().map(Box::new),
            source: reading.source.clone(),
            summed_from: reading.summed_with.clone(),
            note: entry.note.clone(),
        };
        let this = figure(Measure::Period, &entry.period);
        let written = matches!(entry.cumulative.state, State::Value | State::Nil | State::Unreadable);
        let cumulative = match element.flow {
            Flow::Stock => Figure { measure: Measure::Cumulative, ..this.clone() },
            Flow::Flow if written => figure(Measure::Cumulative, &entry.cumulative),
            Flow::Flow => self.summed(period, element, &this, submission.accepted),
        };
        Row { period: this, cumulative, previous: entry.previous.clone() }
    }

    /// "Lũy kế" that the office left blank: the sum of "Kỳ này" since `cumulative_from`, unknown if one is unknown.
    fn summed(&self, period: &Period, element: &Element, this: &Figure, accepted: bool) -> Figure {
        let value = self.sum_of_periods(period, element, this);
        let state = match (&value, accepted) {
            (Some(_), _) => State::Value,
            (None, true) => State::Blank,
            (None, false) => State::Missing,
        };
        let mut cells = if value.is_some() { self.summed_cells(period, element, this) } else { Vec::new() };
        let source = if cells.len() == 1 { cells.pop() } else { None };
        Figure {
            measure: Measure::Cumulative,
            state,
            value,
            raw: None,
            text: None,
            corrected: None,
            source,
            summed_from: cells.into(),
            ..this.clone()
        }
    }

    fn sum_of_periods(&self, period: &Period, element: &Element, this: &Figure) -> Option<Number> {
        let mut sum = None;
        for earlier in self.counted_periods(period) {
            let figure = if earlier.id == period.id {
                Some(this)
            } else {
                self.of(earlier)?.figure(self.plan, &this.office, &element.id, Measure::Period)
            };
            match figure.and_then(|figure| figure.value.clone()) {
                Some(number) => sum = Some(sum.map_or_else(|| number.clone(), |sum: Number| &sum + &number)),
                None if !element.required && figure.is_some_and(|figure| figure.state == State::Blank) => {}
                None => return None,
            }
        }
        sum
    }

    fn summed_cells<'b>(&'b self, period: &'b Period, element: &'b Element, this: &'b Figure) -> Vec<Source> {
        let earlier = self.counted_periods(period).filter(|counted| counted.id != period.id);
        let figures = earlier
            .filter_map(|counted| self.of(counted)?.figure(self.plan, &this.office, &element.id, Measure::Period));
        let cells = |figure: &'b Figure| figure.source.iter().chain(&*figure.summed_from).cloned();
        figures.chain([this]).flat_map(cells).collect()
    }

    /// What "Lũy kế" of a flow should be by the periods' own figures, whatever the office wrote.
    pub fn expected_cumulative(&self, office: &OfficeId, element: &Element) -> Option<Number> {
        let book = self.books.last()?;
        let this = book.figure(self.plan, office, &element.id, Measure::Period)?;
        self.sum_of_periods(&book.period, element, this)
    }

    fn counted_periods(&self, period: &Period) -> impl Iterator<Item = &'a Period> {
        let (from, to) = (self.plan.cumulative_from, period.to);
        self.plan.periods.iter().filter(move |other| other.to >= from && other.to <= to)
    }

    fn of(&self, period: &Period) -> Option<&Book> {
        self.books.iter().find(|book| book.period.id == period.id)
    }

    /// The book of the reported period.
    pub fn current(&self) -> Option<&Book> {
        self.books.last()
    }

    /// Every expected figure of the reported period and of the one before it, by office, then element, then column.
    /// Texts and choices have one column.
    pub fn into_figures(mut self) -> [Vec<Figure>; 2] {
        let mut latest = || self.books.pop().map(|book| book.into_figures(self.plan)).unwrap_or_default();
        [latest(), latest()]
    }

    /// How many books there are; book `count - 1` is the reported period's.
    pub fn count(&self) -> usize {
        self.books.len()
    }

    /// The book at this position in time.
    pub fn at(&self, position: usize) -> Option<&Book> {
        self.books.get(position)
    }

    /// The same figure one period before the book at `position`: from that period's submissions, else from the
    /// form's "Kỳ trước" (which speaks of "Kỳ này", so for a flow's "Lũy kế" only where that period began the count).
    pub fn previous(&self, position: usize, office: &OfficeId, id: &ElementId, measure: Measure) -> Option<Number> {
        let earlier = position.checked_sub(1).and_then(|before| self.at(before));
        let submitted = earlier.and_then(|book| book.figure(self.plan, office, id, measure)?.value.clone());
        submitted.or_else(|| {
            let element = self.plan.element(id.as_str())?;
            let book = self.at(position)?;
            let same = measure == Measure::Period || element.flow == Flow::Stock || self.began_before(&book.period);
            same.then(|| book.written_previous(self.plan, office, id)).flatten()
        })
    }

    fn began_before(&self, period: &Period) -> bool {
        self.counted_periods(period).count() == 2
    }

    /// Every cell behind a figure of the book at `position`: its own, or those of the periods that it sums.
    pub fn sources(&self, position: usize, office: &OfficeId, id: &ElementId, measure: Measure) -> Vec<Source> {
        let figure = self.at(position).and_then(|book| book.figure(self.plan, office, id, measure));
        figure.into_iter().flat_map(|figure| figure.source.iter().chain(&*figure.summed_from)).cloned().collect()
    }
}

impl Book {
    /// The figure of this office, element and column; `None` where the plan does not ask the office for it.
    pub fn figure(&self, plan: &Plan, office: &OfficeId, id: &ElementId, measure: Measure) -> Option<&Figure> {
        let row = self.row(plan, office, id)?;
        Some(match measure {
            Measure::Period => &row.period,
            Measure::Cumulative => &row.cumulative,
        })
    }

    /// What the form's "Kỳ trước" says, as a number.
    pub fn written_previous(&self, plan: &Plan, office: &OfficeId, id: &ElementId) -> Option<Number> {
        self.row(plan, office, id)?.previous.number()
    }

    /// The cell of the form's "Kỳ trước".
    pub fn previous_cell(&self, plan: &Plan, office: &OfficeId, id: &ElementId) -> Option<&Source> {
        self.row(plan, office, id)?.previous.source.as_ref()
    }

    fn into_figures(self, plan: &Plan) -> Vec<Figure> {
        let mut sheets = self.by_office;
        let rows: usize = sheets.values().map(|sheet| sheet.rows.iter().flatten().count()).sum();
        let mut figures = Vec::with_capacity(2 * rows);
        let in_order = plan.offices.iter().filter_map(|office| sheets.remove(&office.id));
        for (element, row) in in_order.flat_map(|sheet| plan.elements.iter().zip(sheet.rows)) {
            let Some(row) = row else { continue };
            figures.push(row.period);
            if !matches!(element.kind, ElementKind::Text | ElementKind::Choice) {
                figures.push(row.cumulative);
            }
        }
        figures
    }

    /// Whether something of this office's return was accepted.
    pub fn accepted(&self, office: &OfficeId) -> bool {
        self.by_office.get(office).is_some_and(|sheet| sheet.accepted)
    }

    fn row(&self, plan: &Plan, office: &OfficeId, id: &ElementId) -> Option<&Row> {
        let position = *plan.element_index.get(id)?;
        self.by_office.get(office)?.rows.get(position)?.as_ref()
    }
}
