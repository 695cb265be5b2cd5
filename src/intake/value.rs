//! One cell as a reading of its element, with its findings.

mod text;

use std::sync::Arc;

use chrono::NaiveDate;

use super::parsed::{Flaw, Outcome, Parsed, plain};
use super::{choice, date, number};
use crate::model::{Cell, CellValue, Element, ElementKind, Finding, Number, NumberFormat, Reading, Source, State};

/// What a cell yields for a reading: a number, a text, or (for choices) both.
type Content = (Option<Number>, Option<Arc<str>>);

/// Reads the cell of an element. A cell that is not there, or empty, is blank and no finding: whether it may be blank
/// is decided where the whole submission is known.
pub fn read(element: &Element, cell: Option<&Cell>, source: Source) -> (Reading, Vec<Finding>) {
    let Some(cell) = cell else {
        return (Reading { state: State::Blank, source: Some(source), ..Reading::default() }, Vec::new());
    };
    let parsed = match element.kind {
        ElementKind::Choice => choice::read(&element.choices, cell)
            .map(|choice| (choice.code.parse().ok(), Some(Arc::from(choice.code.as_str())))),
        ElementKind::Text => text::read(cell).map(|text| (None, Some(text))),
        kind => number::read(kind, &element.unit, cell).map(|number| (Some(number), None)),
    };
    settle(parsed, cell, source, &element.name, &element.unit)
}

/// Reads a cell that holds a day, such as "Ngày hoàn thành". `name` says what the day belongs to; `assumed_year` is
/// the period's. The reading's `text` is the day as `2025-12-09`.
pub fn read_date(
    name: &str,
    cell: Option<&Cell>,
    source: Source,
    assumed_year: i32,
) -> (Reading, Option<NaiveDate>, Vec<Finding>) {
    let Some(cell) = cell else {
        return (Reading { state: State::Blank, source: Some(source), ..Reading::default() }, None, Vec::new());
    };
    let parsed = date::read(cell, assumed_year);
    let day = if let Outcome::Value(day) = parsed.outcome { Some(day) } else { None };
    let content = parsed.map(|day| (None, Some(Arc::from(day.to_string()))));
    let (reading, findings) = settle(content, cell, source, name, "");
    (reading, day, findings)
}

/// Turns what was parsed into a reading, and its flaws into findings at this cell.
fn settle(parsed: Parsed<Content>, cell: &Cell, source: Source, name: &str, unit: &str) -> (Reading, Vec<Finding>) {
    let raw = raw(cell);
    let (state, (value, text), flaw) = match parsed.outcome {
        Outcome::Value(content) => (State::Value, content, None),
        Outcome::Nil => (State::Nil, (Some(Number::zero()), None), None),
        Outcome::Blank => (State::Blank, (None, None), None),
        Outcome::Unreadable(flaw) => (State::Unreadable, (None, None), Some(flaw)),
    };
    let finding = |flaw: Flaw| {
        Finding::new(flaw.code, flaw.severity)
            .at(source.clone())
            .provided(raw.as_str())
            .arg("element", name)
            .arg("unit", unit)
            .arg("detail", flaw.detail)
    };
    let findings = flaw.into_iter().chain(parsed.remarks).map(finding).collect();
    let reading =
        Reading { state, value, text, raw: Some(Arc::from(raw.as_str())), source: Some(source), ..Reading::default() };
    (reading, findings)
}

/// What a cell says, as the officer sees it: `97,5%`, `1234,5`, `09/12/2025`; texts as written.
pub fn raw(cell: &Cell) -> String {
    match &cell.value {
        CellValue::Text(text) | CellValue::Error(text) => text.clone(),
        CellValue::Number(days) if cell.format == NumberFormat::Date => {
            date::spelled_serial(*days).unwrap_or_else(|| raw_number(*days, NumberFormat::General))
        }
        CellValue::Date(days) => {
            date::spelled_serial(*days).unwrap_or_else(|| raw_number(*days, NumberFormat::General))
        }
        CellValue::Number(number) => raw_number(*number, cell.format),
        CellValue::Bool(bool) => if *bool { "TRUE" } else { "FALSE" }.to_owned(),
        CellValue::Uncomputed(formula) => format!("={}", formula.trim_start_matches('=')),
    }
}

fn raw_number(stored: f64, format: NumberFormat) -> String {
    match Number::from_f64(stored) {
        Some(number) if format == NumberFormat::Percent => format!("{}%", plain(&(&number * &Number::hundred()))),
        Some(number) => plain(&number),
        None => stored.to_string(),
    }
}

#[cfg(test)]
pub(super) mod tests;
