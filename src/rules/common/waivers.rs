//! Accepted findings are marked as such; what a waiver did not meet (A910) or no longer covers (A911) is told.

use std::sync::Arc;

use crate::model::{Element, Finding, FindingState, Period, Plan, Round, Severity, Source, Waiver};

/// Where waivers stand, below the input folder.
const FILE: &str = "plan/waivers.toml";

/// Marks the findings that the plan waives for this period, and adds those about the waivers themselves. Of single files
/// (`only_present`) nobody can say what a waiver does not meet. A waiver lapses by the period's last day, never by a clock.
pub fn waive(plan: &Plan, period: &Period, round: &Round, only_present: bool, findings: &mut Vec<Finding>) {
    let of_period = |waiver: &&Waiver| waiver.period.as_ref().is_none_or(|id| *id == period.id);
    let mut told = Vec::new();
    for waiver in plan.waivers.iter().filter(of_period) {
        let element = waiver.element.as_ref().and_then(|id| plan.element(id.as_str()));
        let met = findings.iter_mut().filter(|finding| covers(waiver, element, finding, round));
        if waiver.until < period.to {
            let count = met.count().to_string();
            told.push(about(plan, waiver, "A911", Severity::Warning).arg("count", count).arg("period", &period.title));
        } else if met.map(|finding| accept(finding, waiver)).count() == 0 && !only_present {
            told.push(about(plan, waiver, "A910", Severity::Notice));
        }
    }
    findings.extend(told);
}

/// The first waiver of the file speaks for a finding that several cover.
fn accept(finding: &mut Finding, waiver: &Waiver) {
    finding.state = FindingState::Waived;
    finding.waiver.get_or_insert_with(|| Box::new(waiver.clone()));
}

fn covers(waiver: &Waiver, element: Option<&Element>, finding: &Finding, round: &Round) -> bool {
    let cells = || finding.location.iter().chain(&finding.related);
    finding.code == waiver.rule
        && waiver.office.as_ref().is_none_or(|office| finding.office.as_ref() == Some(office))
        && waiver.cell.as_ref().is_none_or(|name| cells().any(|cell| name.is(cell)))
        && element.is_none_or(|element| concerns(finding, element, round))
}

/// Whether a finding names an element, or is located at one of its cells; on sums, which have no place, any cell counts.
fn concerns(finding: &Finding, element: &Element, round: &Round) -> bool {
    if finding.args.get("id").is_some_and(|id| id == element.id.as_str()) {
        return true;
    }
    let entries = round.submissions.values().filter_map(|submission| submission.figures.get(&element.id));
    let mut cells = entries.flat_map(|entry| {
        let readings = [&entry.period, &entry.cumulative, &entry.previous];
        readings.into_iter().flat_map(|reading| reading.source.iter().chain(&*reading.summed_with))
    });
    let named = |cell: &Source| finding.location.as_ref() == Some(cell) || finding.related.contains(cell);
    cells.any(named)
}

fn about(plan: &Plan, waiver: &Waiver, code: &str, severity: Severity) -> Finding {
    let office = waiver.office.as_ref().map(|office| plan.office_name(office).to_owned());
    let element = waiver.element.as_ref().and_then(|id| plan.element(id.as_str()));
    let cell = waiver.cell.as_ref().map(ToString::to_string);
    let scope = [office, element.map(|element| format!("“{}”", element.name)), cell];
    Finding::new(code, severity)
        .at(Source::file(&Arc::from(FILE)))
        .provided(waiver.rule.as_str())
        .arg("scope", scope.into_iter().flatten().collect::<Vec<_>>().join(", "))
        .arg("until", waiver.until.format("%d/%m/%Y").to_string())
        .arg("reason", waiver.reason.as_str())
}
