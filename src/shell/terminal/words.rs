//! Keys of the catalogue for states, statuses and verdicts, with their colours.

use super::{BAD, GOOD, MUTED, PLAIN, Style, WARN};
use crate::model::{IndicatorStatus, OfficeState, Severity, State, TaskStatus, Verdict};

/// A key of the catalogue and a colour.
pub(crate) type Word = (&'static str, Style);

/// The verdict of a run.
pub(crate) fn verdict(verdict: Verdict) -> Word {
    match verdict {
        Verdict::Clean => ("verdict-clean", GOOD),
        Verdict::Warnings => ("verdict-warnings", WARN),
        Verdict::Errors => ("verdict-errors", BAD),
    }
}

/// How an office's return stands.
pub(crate) fn office(state: OfficeState) -> Word {
    match state {
        OfficeState::Accepted => ("office-accepted", GOOD),
        OfficeState::AcceptedWithFindings => ("office-accepted-with-findings", WARN),
        OfficeState::Rejected => ("office-rejected", BAD),
        OfficeState::Nil => ("office-nil", GOOD),
        OfficeState::Empty => ("office-empty", BAD),
        OfficeState::Missing => ("office-missing", BAD),
    }
}

/// How an indicator stands.
pub(crate) fn indicator(status: IndicatorStatus) -> Word {
    match status {
        IndicatorStatus::Met => ("indicator-met", GOOD),
        IndicatorStatus::NotMet => ("indicator-not-met", BAD),
        IndicatorStatus::InProgress => ("indicator-in-progress", PLAIN),
        IndicatorStatus::NoData => ("indicator-no-data", WARN),
        IndicatorStatus::NotApplicable => ("indicator-not-applicable", MUTED),
        IndicatorStatus::Improved => ("indicator-improved", GOOD),
        IndicatorStatus::Worsened => ("indicator-worsened", BAD),
        IndicatorStatus::Unchanged => ("indicator-unchanged", PLAIN),
        IndicatorStatus::NoBaseline => ("indicator-no-baseline", MUTED),
        IndicatorStatus::Shown => ("indicator-shown", PLAIN),
    }
}

/// How a task stands.
pub(crate) fn task(status: TaskStatus) -> Word {
    match status {
        TaskStatus::Done => ("task-done", GOOD),
        TaskStatus::DoneLate => ("task-done-late", WARN),
        TaskStatus::InProgress => ("task-in-progress", PLAIN),
        TaskStatus::Overdue => ("task-overdue", BAD),
        TaskStatus::NotDue => ("task-not-due", MUTED),
        TaskStatus::NotReported => ("task-not-reported", WARN),
    }
}

/// What a cell was read as, where it is no figure.
pub(crate) fn state(state: State) -> &'static str {
    match state {
        State::Value => "state-value",
        State::Nil => "state-nil",
        State::Blank => "state-blank",
        State::Unreadable => "state-unreadable",
        State::Missing => "state-missing",
    }
}

/// How grave a finding is.
pub(crate) fn severity(severity: Severity) -> Word {
    match severity {
        Severity::Error => ("severity-error", BAD),
        Severity::Warning => ("severity-warning", WARN),
        Severity::Notice => ("severity-notice", PLAIN),
    }
}
