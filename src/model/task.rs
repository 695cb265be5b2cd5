//! Tasks of the plan and how they stand at a period's end.

use chrono::NaiveDate;
use serde::Serialize;

use super::{AreaId, OfficeId, Source, TaskId};

/// One task of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Such as `N3a`.
    pub id: TaskId,
    /// The reform area it belongs to.
    pub area: AreaId,
    /// Official wording.
    pub name: String,
    /// The office that answers for it.
    pub lead: OfficeId,
    /// When it falls due.
    pub due: TaskDue,
    /// The product expected, where the plan names one.
    pub product: Option<String>,
}

/// When a task falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskDue {
    /// At the end of each period.
    Period,
    /// On a day.
    Date(NaiveDate),
}

impl TaskDue {
    /// The day on which the task falls due in a period that ends on `to`.
    pub fn on(self, to: NaiveDate) -> NaiveDate {
        match self {
            Self::Period => to,
            Self::Date(date) => date,
        }
    }
}

/// What an office says of a task, before it is held against dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StatusWord {
    /// "Đã hoàn thành" or "Hoàn thành".
    Done,
    /// "Đang thực hiện".
    InProgress,
    /// "Chưa thực hiện".
    NotStarted,
}

impl StatusWord {
    /// Every word, in the order in which forms offer them.
    pub const ALL: [Self; 3] = [Self::Done, Self::InProgress, Self::NotStarted];

    /// The word kept in a reading's `text`: `done`, `in_progress` or `not_started`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::InProgress => "in_progress",
            Self::NotStarted => "not_started",
        }
    }

    /// The word that a reading's `text` keeps.
    pub fn of(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|word| word.as_str() == text)
    }

    /// What "Trạng thái" says for it, the form's own wording first.
    pub fn wordings(self) -> &'static [&'static str] {
        match self {
            Self::Done => &["Đã hoàn thành", "Hoàn thành"],
            Self::InProgress => &["Đang thực hiện"],
            Self::NotStarted => &["Chưa thực hiện"],
        }
    }

    /// What the form says for it.
    pub fn wording(self) -> &'static str {
        self.wordings().first().copied().unwrap_or_default()
    }
}

/// How a task stands, judged at the period's last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskStatus {
    /// Completed by its due date, or completed with no date given.
    Done,
    /// Completed after its due date.
    DoneLate,
    /// Under way and not yet due.
    InProgress,
    /// Due and not completed.
    Overdue,
    /// Not started and not yet due.
    NotDue,
    /// Nothing was reported about it.
    NotReported,
}

/// A task as assessed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TaskResult {
    /// The task.
    pub id: TaskId,
    /// Its lead office.
    pub office: OfficeId,
    /// How it stands.
    pub status: TaskStatus,
    /// Day of completion as reported.
    pub done_on: Option<NaiveDate>,
    /// Number and symbol of the product as reported.
    pub document: Option<String>,
    /// The office's remark.
    pub note: Option<String>,
    /// The status cell.
    pub source: Option<Source>,
}
