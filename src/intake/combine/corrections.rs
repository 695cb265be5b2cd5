//! Corrections (`dieu-chinh`): they count over the form's cell, which stays on record beside them.

use std::collections::BTreeMap;

use crate::intake::index::Index;
use crate::intake::layout::{Head, TableKind};
use crate::intake::sidecar::{self, SidecarRow};
use crate::intake::text::fold;
use crate::intake::value;
use crate::model::{
    Correction, Element, Family, Finding, Flow, InputFile, Measure, OfficeId, Plan, Round, Severity, Source, State,
};

/// The columns a correction may name, in the file's own words and in the form's.
const MEASURES: [(&str, Measure); 4] = [
    ("period", Measure::Period),
    ("Kỳ này", Measure::Period),
    ("cumulative", Measure::Cumulative),
    ("Lũy kế", Measure::Cumulative),
];

/// Applies every correction that says what, how much and why; of two for one cell the later row counts.
pub(super) fn apply(plan: &Plan, file: &InputFile, round: &mut Round) {
    let unreadable = Finding::new("A901", Severity::Error).arg("detail", "table");
    let rows = match sidecar::rows(file, TableKind::Corrections, unreadable) {
        Ok(rows) => rows,
        Err(finding) => {
            round.findings.push(finding);
            return;
        }
    };
    let index = Index::of(plan);
    for row in &rows {
        if let Err(finding) = apply_row(&index, row, round) {
            round.findings.push(finding);
        }
    }
}

fn apply_row(index: &Index<'_>, row: &SidecarRow<'_>, round: &mut Round) -> Result<(), Finding> {
    let (office, element, measure) = subject(index, row)?;
    let wrong = |head: Head, detail: &str| problem(row, head, detail).office(&office);
    let (mut corrected, _) = value::read(element, row.cell(Head::Value), row.source(Head::Value));
    let number = corrected.number().filter(|_| matches!(corrected.state, State::Value | State::Nil));
    let number = number.ok_or_else(|| wrong(Head::Value, "value"))?;
    if row.text(Head::Reason).is_empty() {
        let finding = Finding::new("A902", Severity::Error).at(row.source(Head::Reason)).office(&office);
        return Err(finding.arg("element", element.name.as_str()).arg("office", index.plan.office_name(&office)));
    }
    let submission = round.submissions.get_mut(&office).filter(|submission| submission.accepted);
    let submission = submission.ok_or_else(|| wrong(Head::Office, "no_return"))?;
    let entry = submission.figures.entry(element.id.clone()).or_default();
    let reading = if measure == Measure::Period { &mut entry.period } else { &mut entry.cumulative };
    let cell = reading.source.clone();
    corrected.raw.clone_from(&reading.raw);
    corrected.source = reading.source.clone().or(corrected.source);
    *reading = corrected;
    let correction = Correction {
        value: number,
        reason: row.text(Head::Reason),
        by: row.text(Head::By),
        date: row.text(Head::Date),
        source: row.source(Head::Value),
    };
    submission.corrections.insert((element.id.clone(), measure), correction);
    forget_flaws(&mut round.findings, cell.as_ref());
    Ok(())
}

/// What a corrected cell said wrongly no longer matters: the correction tells of it.
fn forget_flaws(findings: &mut Vec<Finding>, cell: Option<&Source>) {
    if cell.is_some() {
        findings.retain(|finding| finding.code.family() != Family::V || finding.location.as_ref() != cell);
    }
}

/// The office, element and column that a correction is about.
fn subject<'p>(index: &Index<'p>, row: &SidecarRow<'_>) -> Result<(OfficeId, &'p Element, Measure), Finding> {
    let office = index.offices.called(&row.text(Head::Office)).ok_or_else(|| problem(row, Head::Office, "office"))?;
    let text = row.text(Head::Element);
    let by_name = || index.elements_named(&text).into_iter().find(|element| element.offices.contains(office));
    let element = index.element(&text).or_else(by_name).filter(|element| element.is_submitted());
    let element = element.ok_or_else(|| problem(row, Head::Element, "element").office(office))?;
    if !element.offices.contains(office) {
        return Err(problem(row, Head::Element, "foreign").office(office));
    }
    let spelled = fold(&row.text(Head::Measure));
    let measures: BTreeMap<String, Measure> = MEASURES.iter().map(|(text, measure)| (fold(text), *measure)).collect();
    let measure = if spelled.is_empty() { Some(&Measure::Period) } else { measures.get(&spelled) };
    let measure = measure.ok_or_else(|| problem(row, Head::Measure, "measure").office(office))?;
    // A stock has one column: its "Lũy kế" is its "Kỳ này".
    let measure = if element.flow == Flow::Stock { Measure::Period } else { *measure };
    Ok((office.clone(), element, measure))
}

fn problem(row: &SidecarRow<'_>, head: Head, detail: &str) -> Finding {
    let (office, element) = (row.text(Head::Office), row.text(Head::Element));
    Finding::new("A901", Severity::Error)
        .at(row.source(head))
        .provided(row.text(head))
        .arg("detail", detail)
        .arg("office", office)
        .arg("element", element)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_cells_own_flaws_are_forgotten() {
        let cell = |col| Source { file: "a.xlsx".into(), sheet: None, cell: Some(crate::model::Address::new(1, col)) };
        let mut findings = vec![
            Finding::new("V302", Severity::Error).at(cell(5)),
            Finding::new("V302", Severity::Error).at(cell(6)),
            Finding::new("S204", Severity::Error).at(cell(5)),
        ];
        forget_flaws(&mut findings, Some(&cell(5)));
        let left: Vec<&str> = findings.iter().map(|finding| finding.code.as_str()).collect();
        assert_eq!(left, ["V302", "S204"]);
    }
}
