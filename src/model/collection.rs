//! Where the collection of a period's returns stands on a day.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{DayOff, OfficeId, OfficeState, Period, Receipt, Source};

/// A last day, as the plan sets it and as it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The plan's.
    pub set: NaiveDate,
    /// The one that counts: never before the plan's.
    pub until: NaiveDate,
    /// The days without work that moved it, in order from the plan's.
    pub because: Vec<DayOff>,
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
    /// The day it was granted, if that is written.
    pub on: Option<NaiveDate>,
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

impl Standing {
    /// How many days after its last day the return that counts came; `None` unless it came late.
    pub fn days_late(&self) -> Option<i64> {
        self.receipt.days_late(self.until).filter(|_| self.on_time == Some(false))
    }
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

impl Deadline {
    /// Whether days without work moved it.
    pub fn is_moved(&self) -> bool {
        self.until != self.set
    }

    /// The last day for whom more time was granted; an extension that ends earlier shortens nothing.
    pub fn with(&self, extension: Option<&Extension>) -> NaiveDate {
        extension.map_or(self.until, |extension| extension.until.max(self.until))
    }
}

impl OfficeState {
    /// Whether there is a return that counts: DHIS2's "actual report".
    pub fn is_reported(self) -> bool {
        matches!(self, Self::Accepted | Self::AcceptedWithFindings | Self::Nil)
    }
}

impl Collection {
    /// Offices that should report: DHIS2's "expected reports".
    pub fn expected(&self) -> usize {
        self.offices.len()
    }

    /// Offices with a return that counts: "actual reports".
    pub fn actual(&self) -> usize {
        self.offices.iter().filter(|standing| standing.state.is_reported()).count()
    }

    /// Those of them whose return was on time: "actual reports on time".
    pub fn actual_on_time(&self) -> usize {
        let timely = |standing: &&Standing| standing.state.is_reported() && standing.on_time == Some(true);
        self.offices.iter().filter(timely).count()
    }

    /// Whether any office's return is overdue.
    pub fn any_overdue(&self) -> bool {
        self.offices.iter().any(|standing| self.is_overdue(standing))
    }

    /// Whether an office's return is overdue.
    pub fn is_overdue(&self, standing: &Standing) -> bool {
        !standing.state.is_reported() && standing.until < self.as_of
    }
}
