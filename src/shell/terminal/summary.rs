//! The screen of a run: the verdict first, then offices, indicators, findings, and where the outputs are.

use chrono::NaiveDate;

use super::table::{TableCell, clip, table};
use super::{BAD, GOOD, HEADING, MUTED, Style, WARN, finding, paint, words};
use crate::model::{FileResult, FindingState, IndicatorResult, OfficeResult, Results, Severity, Worded, reported};
use crate::pipeline::Inputs;
use crate::report::vietnamese::date;
use crate::text::Catalog;

/// Findings shown on screen; files hold them all.
const MOST_FINDINGS: usize = 30;
/// Widest that an indicator's name is shown, in columns.
const WIDEST_NAME: usize = 60;

/// The first line: the verdict with its counts. Of single files it does not say how many offices there are.
pub(crate) fn verdict(results: &Results, inputs: &Inputs, catalog: &Catalog) -> String {
    let count = |severity| {
        let counted = results.findings.iter().filter(|w| w.finding.severity == severity && counts(w));
        counted.count().to_string()
    };
    let (key, style) = words::verdict(results.verdict);
    let line = catalog.with(
        if inputs.only_present { "verdict-line-files" } else { "verdict-line" },
        &[
            ("verdict", &catalog.get(key)),
            ("period", &results.period.title),
            ("errors", &count(Severity::Error)),
            ("warnings", &count(Severity::Warning)),
            ("notices", &count(Severity::Notice)),
            ("accepted", &reported(&results.offices).to_string()),
            ("offices", &results.offices.len().to_string()),
        ],
    );
    paint(style, &line) + "\n" + &waived(results, catalog)
}

/// How many findings were accepted and therefore do not count.
fn waived(results: &Results, catalog: &Catalog) -> String {
    let waived = results.findings.iter().filter(|worded| worded.finding.state == FindingState::Waived).count();
    if waived == 0 {
        return String::new();
    }
    paint(MUTED, &catalog.with("verdict-waived", &[("count", &waived.to_string())])) + "\n"
}

fn counts(worded: &Worded) -> bool {
    worded.finding.state == FindingState::Active
}

/// Every office: its state, whether it was on time, when it was received.
pub(crate) fn offices(results: &Results, catalog: &Catalog) -> String {
    let row = |office: &OfficeResult| {
        let (key, style) = words::office(office.state);
        let received = office.receipt.at.map(|at| at.format("%d/%m/%Y").to_string()).unwrap_or_default();
        let (timely, tone) = timeliness(office, results.as_of, catalog);
        vec![
            results.plan.office_name(&office.id).into(),
            TableCell::new(catalog.get(key), style),
            TableCell::new(timely, tone),
            received.into(),
        ]
    };
    section("heading-offices", &results.offices.iter().map(row).collect::<Vec<_>>(), catalog)
}

/// Of a return that counts whether it was on time, of any other how far off its last day is.
pub(super) fn timeliness(office: &OfficeResult, today: NaiveDate, catalog: &Catalog) -> (String, Style) {
    if !office.state.is_reported() {
        let style = match (office.until - today).num_days() {
            ..0 => BAD,
            0 => WARN,
            _ => MUTED,
        };
        return (due_in(office.until, today, catalog), style);
    }
    match (office.on_time, office.days_late()) {
        (Some(true), _) => (catalog.get("on-time"), GOOD),
        (Some(false), Some(days)) => (catalog.with("late-by-days", &[("days", &days.to_string())]), WARN),
        _ => (catalog.get("receipt-unknown"), MUTED),
    }
}

/// How far off a due date is: "còn 3 ngày", "hôm nay là hạn cuối", "quá hạn 2 ngày".
fn due_in(due: NaiveDate, today: NaiveDate, catalog: &Catalog) -> String {
    let days = (due - today).num_days();
    let key = match days {
        1.. => "due-in-days",
        0 => "due-today",
        _ => "overdue-by-days",
    };
    catalog.with(key, &[("days", &days.abs().to_string()), ("date", &date(due))])
}

/// How far off everybody's last day is. One that has passed says nothing yet: who is overdue stands with the offices.
pub(crate) fn last_day(due: NaiveDate, today: NaiveDate, catalog: &Catalog) -> String {
    let passed = (today - due).num_days();
    if passed <= 0 {
        return due_in(due, today, catalog);
    }
    catalog.with("deadline-passed", &[("days", &passed.to_string()), ("date", &date(due))])
}

/// Every indicator: its value with its pair, and how it stands.
pub(crate) fn indicators(results: &Results, catalog: &Catalog) -> String {
    let row = |result: &IndicatorResult| {
        let (key, style) = words::indicator(result.status);
        vec![
            result.indicator.clause.as_str().into(),
            clip(&result.indicator.name, WIDEST_NAME).into(),
            result.printed.as_str().into(),
            TableCell::new(catalog.get(key), style),
        ]
    };
    section("heading-indicators", &results.indicators.iter().map(row).collect::<Vec<_>>(), catalog)
}

/// Every file: whose it is, whether it is used, and how many of its cells.
pub(crate) fn files(results: &Results, catalog: &Catalog) -> String {
    let row = |file: &FileResult| {
        let office = file.office.as_ref().map_or("–", |office| results.plan.office_name(office));
        let cells = catalog.with(
            "cells-line",
            &[
                ("read", &file.cells.read.to_string()),
                ("used", &file.cells.used.to_string()),
                ("ignored", &file.cells.ignored_total().to_string()),
            ],
        );
        vec![
            file.path.as_ref().into(),
            office.into(),
            cells.into(),
            TableCell::new(file.reason.clone().unwrap_or_default(), WARN),
        ]
    };
    section("heading-files", &results.files.iter().map(row).collect::<Vec<_>>(), catalog)
}

/// A table under its heading; nothing where it is empty.
pub(crate) fn section(heading: &str, rows: &[Vec<TableCell>], catalog: &Catalog) -> String {
    if rows.is_empty() {
        return String::new();
    }
    format!("\n{}\n{}", paint(HEADING, &catalog.get(heading)), table(rows))
}

/// Findings, the gravest first, capped; `rest` is the key that says where the others are, with `path` in it.
pub(crate) fn findings(results: &Results, inputs: &Inputs, catalog: &Catalog, rest: (&str, &str)) -> String {
    let mut sorted: Vec<&Worded> = results.findings.iter().collect();
    sorted.sort_by_key(|worded| (!counts(worded), worded.finding.severity));
    let mut blocks: Vec<String> =
        sorted.iter().take(MOST_FINDINGS).map(|worded| finding::render(worded, inputs, catalog)).collect();
    let more = sorted.len() - blocks.len();
    if more > 0 {
        let (key, path) = rest;
        blocks.push(catalog.with(key, &[("more", &more.to_string()), ("path", path)]) + "\n");
    }
    if !results.not_checked.is_empty() {
        let count = results.not_checked.len().to_string();
        blocks.push(paint(MUTED, &catalog.with("not-checked-line", &[("count", &count)])) + "\n");
    }
    blocks.iter().flat_map(|block| ["\n", block]).collect()
}
