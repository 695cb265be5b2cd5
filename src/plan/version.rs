//! The hash of a plan, and the version of an office's form, which changes when what the office fills in changes.

use std::collections::BTreeMap;

use serde::Serialize;

use super::PlanFile;
use crate::digest::sha256;
use crate::model::{Element, ElementId, ElementKind, OfficeId, Plan, TaskId};

/// Hex digits of a form's version.
const VERSION_DIGITS: usize = 8;

/// What an office sees of an element it fills in.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    kind: ElementKind,
    unit: &'a str,
    name: &'a str,
    choices: Vec<(&'a str, &'a str)>,
    required: bool,
}

impl<'a> Row<'a> {
    fn of(element: &'a Element) -> Self {
        let Element { id, kind, unit, name, choices, required, .. } = element;
        let choices = choices.iter().map(|choice| (choice.code.as_str(), choice.name.as_str())).collect();
        Self { id: id.as_str(), kind: *kind, unit, name, choices, required: *required }
    }
}

/// What an office fills in: its elements and its tasks, in plan order.
type Asked<'a> = (Vec<&'a ElementId>, Vec<&'a TaskId>);

/// The versions of all offices' forms. Offices that fill in the same are asked once: in a city all do.
pub fn form_versions<'p>(plan: &'p Plan) -> BTreeMap<OfficeId, String> {
    let mut known: BTreeMap<Asked<'_>, String> = BTreeMap::new();
    let mut version = |office: &'p OfficeId| {
        let elements = plan.elements_of(office).map(|element| &element.id).collect();
        let tasks = plan.tasks_of(office).map(|task| &task.id).collect();
        known.entry((elements, tasks)).or_insert_with(|| form_version(plan, office)).clone()
    };
    plan.offices.iter().map(|office| (office.id.clone(), version(&office.id))).collect()
}

/// SHA-256 over the plan's files in order of name, each with its name and length before it; lower-case hexadecimal.
/// Line ends and a byte order mark, which editors of Windows add, do not count.
pub(super) fn plan_hash(files: &[PlanFile]) -> String {
    let mut files: Vec<&PlanFile> = files.iter().collect();
    files.sort_by(|one, other| one.name.cmp(&other.name));
    let spelled = |PlanFile { name, text }: &PlanFile| {
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        format!("{name} {}\n{text}", text.len())
    };
    sha256(files.into_iter().map(spelled).collect::<String>())
}

/// Eight hex digits of the SHA-256 over the office's elements and task ids, as JSON in plan order.
pub fn form_version(plan: &Plan, office: &OfficeId) -> String {
    let rows: Vec<Row<'_>> = plan.elements_of(office).map(Row::of).collect();
    let tasks: Vec<&TaskId> = plan.tasks_of(office).map(|task| &task.id).collect();
    let content = serde_json::json!([rows, tasks]).to_string();
    sha256(content).chars().take(VERSION_DIGITS).collect()
}
