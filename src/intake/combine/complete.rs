//! What an accepted return leaves out: required figures, rows, or everything.

use crate::intake::content::{Content, says};
use crate::model::{Element, Finding, OfficeId, Plan, Severity, Source, State, Submission};

/// Where the office's figures stand.
#[derive(Clone, Debug)]
pub(super) struct Tables {
    /// The file that has its "Số liệu", else any file of the return.
    pub(super) file: Source,
    /// Whether a file of the return has "Số liệu" at all.
    pub(super) has_figures: bool,
    /// Whether another finding says why there are no figures: a column is missing, or versions have no order.
    pub(super) is_told: bool,
}

/// V301 for each required figure left blank, V324 for each whose row is gone, or S214 once where there is no figure.
pub(super) fn check(plan: &Plan, office: &OfficeId, submission: &Submission, tables: &Tables) -> Vec<Finding> {
    let name = plan.office_name(office);
    let is_blank = submission.figures.values().all(Content::is_blank);
    let mut required = plan.elements_of(office).filter(|element| element.required).peekable();
    if is_blank {
        let is_told = tables.is_told || plan.elements_of(office).next().is_none();
        let finding = Finding::new("S214", Severity::Error).at(tables.file.clone()).office(office);
        let detail = if tables.has_figures { "blank" } else { "no_table" };
        return if is_told { Vec::new() } else { vec![finding.arg("office", name).arg("detail", detail)] };
    }
    if required.peek().is_none() {
        return Vec::new();
    }
    required.filter_map(|element| absent(office, submission, element, tables)).collect()
}

fn absent(office: &OfficeId, submission: &Submission, element: &Element, tables: &Tables) -> Option<Finding> {
    let worded = |finding: Finding| {
        let finding = finding.office(office).arg("element", element.name.as_str()).arg("unit", element.unit.as_str());
        finding.arg("id", element.id.as_str())
    };
    match submission.figures.get(&element.id) {
        None => Some(worded(Finding::new("V324", Severity::Error).at(tables.file.clone()))),
        // The table has no such column: S202 says so.
        Some(entry) if entry.period.state == State::Missing => None,
        Some(entry) if says(&entry.period) => None,
        Some(entry) => {
            let finding = Finding::new("V301", Severity::Error).at_opt(entry.period.source.clone());
            Some(worded(finding.provided(entry.period.raw.as_deref().unwrap_or_default())))
        }
    }
}
