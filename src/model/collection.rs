//! Where the collection of a period's returns stands on a day.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{OfficeId, OfficeState, Period, Receipt, Source};

/// A last day, as the plan sets it and as it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The plan's.
    pub set: NaiveDate,
    /// The one that counts: never before the plan's.
    pub until: NaiveDate,
    /// Days without work that moved it, each by its name.
    pub because: Vec<Arc<str>>,
}

/// More time granted to an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// The office.
    pub office: OfficeId,
    /// The last day on which its return is on time.
    pub until: NaiveDate,
    /// Who granted it.
    pub by: Arc<str>,
    /// Why.
    pub reason: Arc<str>,
    /// Where it is written.
    pub source: Source,
}

/// An office in a collection.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The office.
    pub office: OfficeId,
    /// How its return stands.
    pub state: OfficeState,
    /// Whether it was on time; `None` where that is unknown, or nothing was accepted.
    pub on_time: Option<bool>,
    /// When it was received.
    pub receipt: Receipt,
    /// The last day that counts for this office.
    pub until: NaiveDate,
    /// The time granted beyond everybody's.
    pub extension: Option<Extension>,
}

/// A period's collection.
#[derive(Clone, Debug, PartialEq)]
pub struct Collection {
    /// The period.
    pub period: Period,
    /// The day.
    pub as_of: NaiveDate,
    /// When the offices' returns are due.
    pub office_due: Deadline,
    /// When the commune's report is due.
    pub report_due: Deadline,
    /// Offices in plan order.
    pub offices: Vec<Standing>,
}

impl OfficeState {
    /// Whether there is a return that counts: DHIS2's "actual report".
    pub fn is_reported(self) -> bool {
        matches!(self, Self::Accepted | Self::AcceptedWithFindings | Self::Nil)
    }
}

impl Collection {
    /// Whether an office's return is overdue.
    pub fn is_overdue(&self, standing: &Standing) -> bool {
        !standing.state.is_reported() && standing.until < self.as_of
    }
}
