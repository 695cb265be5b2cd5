//! How each office's return stands.

use crate::model::{Family, Finding, OfficeId, OfficeResult, OfficeState, Period, Plan, Round, Severity, Submission};

/// The state and timeliness of every office, in plan order. Findings of family D speak of time, not of the return.
pub fn assess_offices(plan: &Plan, period: &Period, round: &Round, findings: &[Finding]) -> Vec<OfficeResult> {
    let nothing = Submission::default();
    let due = plan.calendar.deadline(period.office_due);
    let assess = |id: &OfficeId| {
        let submission = round.submissions.get(id);
        let receipt = submission.unwrap_or(&nothing).receipt.clone();
        let extension = round.extensions.get(id).cloned();
        let until = due.with(extension.as_ref());
        let on_time = if submission.is_some_and(|s| s.accepted) { receipt.on_time(until) } else { None };
        OfficeResult {
            id: id.clone(),
            state: state(plan, id, submission, has_findings(id, findings)),
            on_time,
            receipt,
            until,
            extension,
        }
    };
    plan.offices.iter().map(|office| assess(&office.id)).collect()
}

fn state(plan: &Plan, office: &OfficeId, submission: Option<&Submission>, has_findings: bool) -> OfficeState {
    let asked = plan.elements_of(office).next().is_some();
    match submission {
        None => OfficeState::Missing,
        Some(submission) if !submission.accepted => {
            if submission.rejected {
                OfficeState::Rejected
            } else {
                OfficeState::Missing
            }
        }
        Some(submission) if submission.nil => OfficeState::Nil,
        Some(submission) if asked && submission.has_no_figure() => OfficeState::Empty,
        Some(_) if has_findings => OfficeState::AcceptedWithFindings,
        Some(_) => OfficeState::Accepted,
    }
}

fn has_findings(office: &OfficeId, findings: &[Finding]) -> bool {
    findings.iter().any(|finding| {
        finding.office.as_ref() == Some(office)
            && finding.state == crate::model::FindingState::Active
            && finding.severity != Severity::Notice
            && finding.code.family() != Family::D
    })
}
