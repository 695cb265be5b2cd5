//! Returns that came late or not at all.

use crate::model::{Deadline, Finding, Office, Period, Round, Severity, Source};

/// D852 for a return that came late; D851 for none, where `absent_matter`. A rejected one has its own finding.
/// `due` is everybody's last day, `first` the file that came first.
pub(super) fn check(
    office: &Office,
    period: &Period,
    due: &Deadline,
    round: &Round,
    first: Option<Source>,
    absent_matter: bool,
) -> Option<Finding> {
    let until = due.with(round.extensions.get(&office.id));
    let due = until.format("%d/%m/%Y").to_string();
    let worded = |finding: Finding| {
        finding.office(&office.id).expected(&due).arg("office", office.name.as_str()).arg("due", &due)
    };
    let Some(submission) = round.submissions.get(&office.id) else {
        return absent_matter
            .then(|| worded(Finding::new("D851", Severity::Error)).arg("period", period.title.as_str()));
    };
    let received = submission.receipt.shown().filter(|_| submission.accepted)?;
    let late = submission.receipt.days_late(until).filter(|late| *late > 0)?;
    let finding = worded(Finding::new("D852", Severity::Warning)).provided(&received).arg("received", &received);
    Some(finding.at_opt(first).arg("days", late.to_string()))
}
