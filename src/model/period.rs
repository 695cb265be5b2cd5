//! Reporting periods and the dates that bound them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::PeriodId;

/// One reporting period of the plan; both bounds are included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// Such as `2025-Q4`; also the name of its input and output folder.
    pub id: PeriodId,
    /// Official wording, such as `Quý III năm 2025`.
    pub title: String,
    /// What the report of this period covers.
    pub kind: PeriodKind,
    /// First day of data.
    pub from: NaiveDate,
    /// Last day of data; task statuses are judged at its end.
    pub to: NaiveDate,
    /// Last day on which an office's return is on time.
    pub office_due: NaiveDate,
    /// Last day on which the commune's report is on time.
    pub report_due: NaiveDate,
    /// Whether figures are counted or estimated.
    pub basis: Basis,
}

/// Which of the year's reports a period feeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodKind {
    /// A quarter.
    Quarter,
    /// Six months.
    Half,
    /// Nine months.
    NineMonths,
    /// The year.
    Year,
}

/// How a period's figures were obtained.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Counted up to the cut-off (thực tế).
    #[default]
    Actual,
    /// Estimated to the period's end (ước thực hiện).
    Estimate,
}
