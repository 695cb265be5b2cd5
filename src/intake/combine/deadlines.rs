//! Returns that came late or not at all.

use super::receipt::on_time;
use crate::model::{Finding, Office, Period, Round, Severity};

/// D852 for a return that came late; D851 for none, where `absent_matter`. A rejected one has its own finding.
pub(super) fn check(office: &Office, period: &Period, round: &Round, absent_matter: bool) -> Option<Finding> {
    let due = period.office_due.format("%d/%m/%Y").to_string();
    let worded = |finding: Finding| {
        finding.office(&office.id).expected(&due).arg("office", office.name.as_str()).arg("due", &due)
    };
    let Some(submission) = round.submissions.get(&office.id) else {
        return absent_matter
            .then(|| worded(Finding::new("D851", Severity::Error)).arg("period", period.title.as_str()));
    };
    let received = submission.receipt.at.filter(|_| submission.accepted)?;
    if on_time(&submission.receipt, period) != Some(false) {
        return None;
    }
    let format = if submission.receipt.day_only { "%d/%m/%Y" } else { "%H:%M %d/%m/%Y" };
    let late = (received.date_naive() - period.office_due).num_days();
    let received = received.format(format).to_string();
    let finding = worded(Finding::new("D852", Severity::Warning)).provided(&received).arg("received", &received);
    Some(finding.arg("days", late.to_string()))
}
