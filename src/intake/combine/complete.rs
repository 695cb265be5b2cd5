//! What an accepted return leaves out: required figures, rows, or everything.

use crate::intake::content::Content;
use crate::model::{Element, Finding, OfficeId, Plan, Severity, Source, State, Submission};

/// Where the office's figures stand.
#[derive(Clone, Debug)]
pub(super) struct Tables {
    /// The file that has its "Số liệu", else any file of the return.
    pub(super) file: Source,
    /// The file that came first, if it is known when.
    pub(super) first: Option<Source>,
    /// Whether a file of the return has "Số liệu" at all.
    pub(super) has_figures: bool,
    /// Whether another finding says why there are no figures: a column is missing, or versions have no order.
    pub(super) is_told: bool,
}

/// V301 for each required figure left blank, V324 for each whose row is gone, or S214 once where there is no figure.
pub(super) fn check(
    plan: &Plan,
    office: &OfficeId,
    submission: &Submission,
    tables: &Tables,
    findings: &mut Vec<Finding>,
) {
    if submission.figures.values().any(|entry| !entry.is_blank()) {
        let required = plan.elements_of(office).filter(|element| element.required);
        findings.extend(required.filter_map(|element| absent(office, submission, element, tables)));
        return;
    }
    if tables.is_told || plan.elements_of(office).next().is_none() {
        return;
    }
    if submission.tasks.values().all(Content::is_blank) {
        findings.retain(|finding| finding.code.as_str() != "V320" || finding.office.as_ref() != Some(office));
    }
    let finding = Finding::new("S214", Severity::Error).at(tables.file.clone()).office(office);
    let detail = if tables.has_figures { "blank" } else { "no_table" };
    findings.push(finding.arg("office", plan.office_name(office)).arg("detail", detail));
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
        Some(entry) if entry.period.says() => None,
        Some(entry) => {
            let finding = Finding::new("V301", Severity::Error).at_opt(entry.period.source.clone());
            Some(worded(finding.provided(entry.period.raw.as_deref().unwrap_or_default())))
        }
    }
}
