//! Returns that came late or not at all.

use crate::model::{Finding, Office, Period, Round, Severity, Source};

/// D852 for a return that came late; D851 for none, where `absent_matter`. A rejected one has its own finding.
/// `first` is the file that came first.
pub(super) fn check(
    office: &Office,
    period: &Period,
    round: &Round,
    first: Option<Source>,
    absent_matter: bool,
) -> Option<Finding> {
    let due = period.office_due.format("%d/%m/%Y").to_string();
    let worded = |finding: Finding| {
        finding.office(&office.id).expected(&due).arg("office", office.name.as_str()).arg("due", &due)
    };
    let Some(submission) = round.submissions.get(&office.id) else {
        return absent_matter
            .then(|| worded(Finding::new("D851", Severity::Error)).arg("period", period.title.as_str()));
    };
    let received = submission.receipt.at.filter(|_| submission.accepted)?;
    if submission.receipt.on_time(period) != Some(false) {
        return None;
    }
    let format = if submission.receipt.day_only { "%d/%m/%Y" } else { "%H:%M %d/%m/%Y" };
    let late = (received.date_naive() - period.office_due).num_days();
    let received = received.format(format).to_string();
    let finding = worded(Finding::new("D852", Severity::Warning)).provided(&received).arg("received", &received);
    Some(finding.at_opt(first).arg("days", late.to_string()))
}
