//! The shapes of deadlines in `report.json`, and of what `status --format json` prints.
//!
//! ```text
//! schema: "cchc-status/1", as_of, overdue: whether an office of these periods is
//! periods[{id, title, from, to, office_due, report_due: deadline, expected, actual, actual_on_time,
//!     reporting_rate, reporting_rate_on_time: {value: decimal string of 6 places or null, printed: "80% (4/5)"},
//!     offices[{id, name, state, on_time, received_at, received_basis, days_late, due, days_left, overdue, extension or null}],
//!     findings[as in report.json: those about the register of receipt and the extensions]}]
//! deadline: {set: the plan's, until: the one that counts, because["saturday", "sunday" or a holiday's name], days_left}
//! extension: {office, until, by, reason, date, source{file, sheet, cell}}
//! ```
//!
//! Days are `2025-12-09`; `days_left` is negative once the day has passed; `state`, `on_time`, `received_at` and
//! `received_basis` are as in `report.json`; `days_late` is null unless the return that counts came late. In
//! `report.json` the key `deadlines` holds `office_due`, `report_due` and `extensions`, without `days_left`.

use chrono::NaiveDate;
use serde::Serialize;

use super::finding::FindingView;
use super::indicator::fixed;
use super::view::OfficeView;
use crate::model::{
    Collection, DayOff, Deadline, Extension, Number, OfficeId, OfficeResult, PeriodId, Plan, Results, Source,
};
use crate::report::vietnamese::{share, whole};

/// The deadlines of a report.
#[derive(Serialize)]
pub(super) struct DeadlinesView<'a> {
    office_due: DeadlineView<'a>,
    report_due: DeadlineView<'a>,
    extensions: Vec<ExtensionView<'a>>,
}

impl<'a> DeadlinesView<'a> {
    pub(super) fn of(results: &'a Results) -> Self {
        let extensions = results.offices.iter().filter_map(|office| office.extension.as_ref());
        Self {
            office_due: DeadlineView::of(&results.office_due, None),
            report_due: DeadlineView::of(&results.report_due, None),
            extensions: extensions.map(ExtensionView::of).collect(),
        }
    }
}

#[derive(Serialize)]
struct DeadlineView<'a> {
    set: NaiveDate,
    until: NaiveDate,
    because: &'a [DayOff],
    #[serde(skip_serializing_if = "Option::is_none")]
    days_left: Option<i64>,
}

impl<'a> DeadlineView<'a> {
    fn of(deadline: &'a Deadline, as_of: Option<NaiveDate>) -> Self {
        Self {
            set: deadline.set,
            until: deadline.until,
            because: &deadline.because,
            days_left: as_of.map(|day| (deadline.until - day).num_days()),
        }
    }
}

#[derive(Serialize)]
struct ExtensionView<'a> {
    office: &'a OfficeId,
    until: NaiveDate,
    by: &'a str,
    reason: &'a str,
    date: Option<NaiveDate>,
    source: &'a Source,
}

impl<'a> ExtensionView<'a> {
    fn of(extension: &'a Extension) -> Self {
        let Extension { office, until, by, reason, on, source } = extension;
        Self { office, until: *until, by, reason, date: *on, source }
    }
}

/// What `status` prints.
#[derive(Serialize)]
pub(super) struct StatusView<'a> {
    schema: &'static str,
    as_of: Option<NaiveDate>,
    overdue: bool,
    periods: Vec<PeriodView<'a>>,
}

impl<'a> StatusView<'a> {
    pub(super) fn of(plan: &'a Plan, collections: &'a [Collection]) -> Self {
        Self {
            schema: "cchc-status/1",
            as_of: collections.first().map(|collection| collection.as_of),
            overdue: collections.iter().any(Collection::any_overdue),
            periods: collections.iter().map(|collection| PeriodView::of(plan, collection)).collect(),
        }
    }
}

#[derive(Serialize)]
struct PeriodView<'a> {
    id: &'a PeriodId,
    title: &'a str,
    from: NaiveDate,
    to: NaiveDate,
    office_due: DeadlineView<'a>,
    report_due: DeadlineView<'a>,
    expected: usize,
    actual: usize,
    actual_on_time: usize,
    reporting_rate: RateView,
    reporting_rate_on_time: RateView,
    offices: Vec<StandingView<'a>>,
    findings: Vec<FindingView<'a>>,
}

impl<'a> PeriodView<'a> {
    fn of(plan: &'a Plan, collection: &'a Collection) -> Self {
        let (period, as_of) = (&collection.period, Some(collection.as_of));
        let (expected, actual, on_time) = (collection.expected(), collection.actual(), collection.actual_on_time());
        Self {
            id: &period.id,
            title: &period.title,
            from: period.from,
            to: period.to,
            office_due: DeadlineView::of(&collection.office_due, as_of),
            report_due: DeadlineView::of(&collection.report_due, as_of),
            expected,
            actual,
            actual_on_time: on_time,
            reporting_rate: RateView::of(actual, expected),
            reporting_rate_on_time: RateView::of(on_time, expected),
            offices: collection.offices.iter().map(|standing| StandingView::of(plan, collection, standing)).collect(),
            findings: collection.findings.iter().map(FindingView::of).collect(),
        }
    }
}

/// A share in percent.
#[derive(Serialize)]
struct RateView {
    value: Option<String>,
    printed: String,
}

impl RateView {
    fn of(part: usize, all: usize) -> Self {
        let value = (&whole(part) * &Number::hundred()).checked_div(&whole(all));
        Self { value: value.as_ref().map(fixed), printed: share(part, all) }
    }
}

#[derive(Serialize)]
struct StandingView<'a> {
    #[serde(flatten)]
    office: OfficeView<'a>,
    days_late: Option<i64>,
    due: NaiveDate,
    days_left: i64,
    overdue: bool,
    extension: Option<ExtensionView<'a>>,
}

impl<'a> StandingView<'a> {
    fn of(plan: &'a Plan, collection: &Collection, standing: &'a OfficeResult) -> Self {
        Self {
            office: OfficeView::of(standing, plan),
            days_late: standing.days_late(),
            due: standing.until,
            days_left: (standing.until - collection.as_of).num_days(),
            overdue: collection.is_overdue(standing),
            extension: standing.extension.as_ref().map(ExtensionView::of),
        }
    }
}
