//! Where the collection of a period's returns stands on a day.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{DayOff, OfficeId, OfficeResult, OfficeState, Period, Results, Source, Worded};

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
    pub offices: Vec<OfficeResult>,
    /// What is wrong with what the commune wrote of receipts and extensions.
    pub findings: Vec<Worded>,
    /// Offices of which an extension cannot be understood or makes no sense; `None` is an office that nobody knows.
    pub doubtful: Vec<Option<OfficeId>>,
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

/// How many of these offices have a return that counts.
pub fn reported(offices: &[OfficeResult]) -> usize {
    offices.iter().filter(|office| office.state.is_reported()).count()
}

impl OfficeState {
    /// Whether there is a return that counts: DHIS2's "actual report".
    pub fn is_reported(self) -> bool {
        matches!(self, Self::Accepted | Self::AcceptedWithFindings | Self::Nil)
    }
}

impl Collection {
    /// The collection of a period whose returns are assessed, as it stands on a day; of receipts and extensions nothing is
    /// said to be wrong.
    pub fn of(results: &Results, as_of: NaiveDate) -> Self {
        Self {
            period: results.period.clone(),
            as_of,
            office_due: results.office_due.clone(),
            report_due: results.report_due.clone(),
            offices: results.offices.clone(),
            findings: Vec::new(),
            doubtful: Vec::new(),
        }
    }

    /// Whether an office perhaps has more time than is known.
    pub fn is_doubtful(&self, office: &OfficeId) -> bool {
        self.doubtful.iter().any(|of| of.as_ref().is_none_or(|of| of == office))
    }

    /// Offices that should report: DHIS2's "expected reports".
    pub fn expected(&self) -> usize {
        self.offices.len()
    }

    /// Offices with a return that counts: "actual reports".
    pub fn actual(&self) -> usize {
        reported(&self.offices)
    }

    /// Those of them whose return was on time: "actual reports on time".
    pub fn actual_on_time(&self) -> usize {
        let timely = |office: &&OfficeResult| office.state.is_reported() && office.on_time == Some(true);
        self.offices.iter().filter(timely).count()
    }

    /// Whether any office's return is overdue.
    pub fn any_overdue(&self) -> bool {
        self.offices.iter().any(|office| self.is_overdue(office))
    }

    /// Whether an office's return is overdue.
    pub fn is_overdue(&self, office: &OfficeResult) -> bool {
        !office.state.is_reported() && office.until < self.as_of
    }
}
