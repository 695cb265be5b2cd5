//! `nhiem-vu.xlsx`: the plan's tasks as a sheet, turned into the text of a `tasks.toml` with each task on the line of its row.

use chrono::Datelike;
use toml::Value;

use super::index::Index;
use super::layout::{Head, TableKind};
use super::sidecar::{self, SidecarRow};
use super::text::{clean, fold};
use super::value;
use crate::model::{Finding, InputFile, Plan, Severity};

/// The text, for the plan's own checks: what they find wrong, they find on the row's line. `plan` is the plan without
/// tasks. S201 where the file has no such table.
pub fn task_list(plan: &Plan, file: &InputFile) -> Result<String, Finding> {
    let rows = sidecar::rows(file, TableKind::TaskList, Finding::new("S201", Severity::Error))?;
    let index = Index::of(plan);
    let tasks: Vec<(usize, String)> =
        rows.iter().filter(|row| is_task(row)).map(|row| (row.number(), task(&index, row))).collect();
    let Some((first, _)) = tasks.first() else { return Ok("task = []\n".to_owned()) };
    // The heads stand above the first task, so there is a line to open the list on.
    let mut text = "\n".repeat(first.saturating_sub(2)) + "task = [\n";
    let mut line = first.saturating_sub(1);
    for (number, task) in &tasks {
        text += &"\n".repeat(number.saturating_sub(line + 1));
        text.extend([task.as_str(), ",\n"]);
        line = *number;
    }
    Ok(text + "]\n")
}

/// Rows that head an area name neither an id nor an office.
fn is_task(row: &SidecarRow<'_>) -> bool {
    !clean(&row.text(Head::Id)).is_empty() || !clean(&row.text(Head::Lead)).is_empty()
}

fn task(index: &Index<'_>, row: &SidecarRow<'_>) -> String {
    let said = |head: Head| clean(&row.text(head));
    let keys = [
        ("id", said(Head::Id)),
        ("name", said(Head::Task)),
        ("area", area(index, &said(Head::Area))),
        ("lead", lead(index, &said(Head::Lead))),
        ("due", due(index.plan, row)),
        ("product", said(Head::Product)),
    ];
    let written = keys.into_iter().filter(|(_, text)| !text.is_empty());
    let pairs: Vec<String> = written.map(|(key, text)| format!("{key} = {}", Value::String(text))).collect();
    format!("{{ {} }}", pairs.join(", "))
}

/// The area's id, whether the sheet names it so or by its title, perhaps with the id before it; else what stands there.
fn area(index: &Index<'_>, said: &str) -> String {
    let text = fold(said);
    let first = text.split([' ', '.', ':']).next().unwrap_or_default();
    let mut areas = index.plan.areas.iter();
    let named = areas
        .find(|area| [text.as_str(), first].contains(&fold(area.id.as_str()).as_str()) || fold(&area.title) == text);
    named.map_or(said, |area| area.id.as_str()).to_owned()
}

/// The office's id by any of its names; else what stands there.
fn lead(index: &Index<'_>, said: &str) -> String {
    index.offices.called(said).map_or(said, |office| office.as_str()).to_owned()
}

/// The day, or nothing for what recurs and so falls due with the period; else what stands there.
fn due(plan: &Plan, row: &SidecarRow<'_>) -> String {
    let (_, day, findings) =
        value::read_date("Thời hạn", row.cell(Head::Due), row.source(Head::Due), plan.issued.year());
    let recurs = findings.iter().any(|finding| finding.args.get("detail").is_some_and(|detail| detail == "recurring"));
    match day {
        Some(day) => day.to_string(),
        None if recurs => String::new(),
        None => clean(&row.text(Head::Due)),
    }
}
