//! A form filled with what was understood of a submission: readable cells as their values, others as they were written.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::fill::submitted;
use super::{Fill, RowFill, TaskFill, Value};
use crate::model::{
    Element, ElementId, Entry, Figure, Measure, Office, Plan, Reading, Section, Source, State, StatusWord, Submission,
    TaskRow,
};
use crate::report::words;

/// What stands in the form of an office that sent this. `before` is what this office had submitted one period earlier.
pub(super) fn fill(plan: &Plan, office: &Office, submission: &Submission, before: &[Figure]) -> Fill {
    let info = &submission.info;
    let tick = info.cells.get(words::NIL).filter(|_| info.ticked);
    let known = before.iter().filter(|figure| figure.measure == Measure::Period);
    let mut known: BTreeMap<&ElementId, &Figure> = known.map(|figure| (&figure.element, figure)).collect();
    let nothing = Entry::default();
    let figures = plan.elements_of(&office.id).map(|element| {
        let entry = submission.figures.get(&element.id).unwrap_or(&nothing);
        let known = known.remove(&element.id).map(|figure| submitted(element, figure));
        (element.id.clone(), row(element, entry, known, tick))
    });
    Fill {
        remark: None,
        prepared_by: info.prepared_by.as_deref().unwrap_or_default().to_owned(),
        prepared_on: date(info.prepared_on, &info.prepared_on_cell),
        nil: info.ticked,
        reason: submission.sent.iter().find_map(|file| file.reason.as_deref()).unwrap_or_default().to_owned(),
        figures: figures.collect(),
        tasks: submission.tasks.iter().map(|(id, row)| (id.clone(), task(row))).collect(),
        narrative: narrative(submission),
        ..Fill::default()
    }
}

fn row(element: &Element, entry: &Entry, known: Option<Value>, tick: Option<&Source>) -> RowFill {
    let written = |reading: &Reading| {
        // The tick says it for the whole form.
        let ticked = reading.state == State::Nil && reading.source.as_ref().is_some_and(|source| Some(source) == tick);
        if ticked { Value::Blank } else { figure(element, reading) }
    };
    RowFill {
        previous: known.filter(|value| !value.is_blank()).unwrap_or_else(|| written(&entry.previous)),
        period: written(&entry.period),
        cumulative: written(&entry.cumulative),
        note: entry.note.as_deref().unwrap_or_default().to_owned(),
        evidence: entry.evidence.as_deref().unwrap_or_default().to_owned(),
        reason: entry.reason.as_deref().unwrap_or_default().to_owned(),
    }
}

/// What a figure's cell held: as the form spells it, or as it was where it could not be read.
fn figure(element: &Element, reading: &Reading) -> Value {
    match reading.state {
        State::Blank | State::Missing => Value::Blank,
        State::Nil => Value::text(words::NIL),
        State::Unreadable => Value::text(reading.raw.as_deref().unwrap_or_default()),
        State::Value => super::fill::value(element, reading.value.as_ref(), reading.text.as_deref()),
    }
}

fn task(row: &TaskRow) -> TaskFill {
    let word = row.status.text.as_deref().filter(|_| row.status.state == State::Value);
    let word = word.and_then(StatusWord::of).map(StatusWord::wording).or(row.status.raw.as_deref());
    TaskFill {
        status: word.unwrap_or_default().to_owned(),
        done_on: date(row.done_on, &row.done_on_cell),
        document: row.document.as_deref().unwrap_or_default().to_owned(),
        note: row.note.as_deref().unwrap_or_default().to_owned(),
        reason: row.reason.as_deref().unwrap_or_default().to_owned(),
    }
}

fn date(day: Option<NaiveDate>, cell: &Reading) -> Value {
    day.map_or_else(|| Value::text(cell.raw.as_deref().unwrap_or_default()), Value::Date)
}

/// Texts by section; several of one section stand one below the other.
fn narrative(submission: &Submission) -> BTreeMap<Section, String> {
    let mut texts: BTreeMap<Section, String> = BTreeMap::new();
    for narrative in &submission.narrative {
        let text = texts.entry(narrative.section.clone()).or_default();
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&narrative.text);
    }
    texts
}
