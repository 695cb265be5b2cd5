//! What offices sent, as understood: figures, task rows and narrative, each with its cell.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{AreaId, ElementId, Extension, Finding, Number, OfficeId, PeriodId, Source, TaskId};

/// What one cell was read as. Blank, zero, nil and unreadable stay four things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// A figure, zero included.
    Value,
    /// "Không phát sinh": counts as 0, and was said.
    Nil,
    /// The cell is there and empty.
    Blank,
    /// Something is there that cannot be read.
    Unreadable,
    /// There is no row, or no accepted return.
    #[default]
    Missing,
}

/// One cell's reading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What it was read as.
    pub state: State,
    /// The number, for `Value` (and 0 for `Nil`); `None` for texts.
    pub value: Option<Number>,
    /// The text, for elements of kind text; the code, for choices.
    pub text: Option<Arc<str>>,
    /// What the cell said.
    pub raw: Option<Arc<str>>,
    /// The cell; for a blank, the empty cell where the figure should stand.
    pub source: Option<Source>,
    /// The other cells, where the figure is the sum of several.
    pub summed_with: Box<[Source]>,
}

impl Reading {
    /// The number this reading contributes to a sum: the value, or 0 for nil.
    pub fn number(&self) -> Option<Number> {
        match self.state {
            State::Value => self.value.clone(),
            State::Nil => Some(Number::zero()),
            State::Blank | State::Unreadable | State::Missing => None,
        }
    }

    /// Whether the cell says something, readable or not.
    pub fn says(&self) -> bool {
        !matches!(self.state, State::Blank | State::Missing)
    }

    /// Whether two cells say the same; where they stand, and how what was read is written, does not matter.
    pub fn agrees(&self, other: &Self) -> bool {
        let unread = self.state == State::Unreadable;
        let alike = self.state == other.state && self.value == other.value && self.text == other.text;
        alike && (!unread || self.raw == other.raw)
    }
}

/// One row of the form's "Số liệu".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// "Kỳ này"
    pub period: Reading,
    /// "Lũy kế" as the office wrote it.
    pub cumulative: Reading,
    /// "Kỳ trước" as the form says.
    pub previous: Reading,
    /// "Ghi chú"
    pub note: Option<Arc<str>>,
    /// "Tài liệu kiểm chứng"
    pub evidence: Option<Arc<str>>,
    /// "Lý do điều chỉnh"
    pub reason: Option<Arc<str>>,
}

/// One row of the form's "Nhiệm vụ".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TaskRow {
    /// "Trạng thái", read as one of the allowed words (`Blank`/`Unreadable` otherwise; word in `text`:
    /// `done`, `in_progress` or `not_started`).
    pub status: Reading,
    /// "Ngày hoàn thành", if readable.
    pub done_on: Option<NaiveDate>,
    /// The date cell's reading, to tell blank from unreadable.
    pub done_on_cell: Reading,
    /// "Số, ký hiệu"
    pub document: Option<Arc<str>>,
    /// Its cell, whether anything stands there or not.
    pub document_cell: Option<Source>,
    /// "Ghi chú"
    pub note: Option<Arc<str>>,
    /// "Lý do điều chỉnh"
    pub reason: Option<Arc<str>>,
}

/// What a form says of itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FormInfo {
    /// "Người lập"
    pub prepared_by: Option<Arc<str>>,
    /// "Ngày lập", if readable.
    pub prepared_on: Option<NaiveDate>,
    /// The date cell's reading, to tell blank from unreadable.
    pub prepared_on_cell: Reading,
    /// "Không phát sinh" is ticked, whatever the figures say.
    pub ticked: bool,
    /// "Lý do điều chỉnh": why all of it is sent again.
    pub reason: Option<Arc<str>>,
    /// The cell beside each label, by the label as the form writes it.
    pub cells: BTreeMap<&'static str, Source>,
}

/// The section of the report a text belongs to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Results in a reform area.
    Area(AreaId),
    /// Tồn tại, hạn chế.
    Limitations,
    /// Nguyên nhân.
    Causes,
    /// Phương hướng, nhiệm vụ kỳ tới.
    NextSteps,
    /// Kiến nghị, đề xuất.
    Proposals,
    /// Đề nghị điều chỉnh kế hoạch.
    PlanChanges,
}

impl Section {
    /// The section's key in report.json: the area's id or `limitations`, `causes`, `next_steps`, `proposals`, `plan_changes`.
    pub fn key(&self) -> &str {
        match self {
            Self::Area(area) => area.as_str(),
            Self::Limitations => "limitations",
            Self::Causes => "causes",
            Self::NextSteps => "next_steps",
            Self::Proposals => "proposals",
            Self::PlanChanges => "plan_changes",
        }
    }
}

/// One text of the form's "Thuyết minh".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrative {
    /// Where it belongs.
    pub section: Section,
    /// The text, paragraphs kept as lines.
    pub text: String,
    /// Its cell.
    pub source: Source,
}

/// Why a cell that was read was not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum IgnoredReason {
    /// Title lines, notes and signatures around a table.
    Surrounding,
    /// Column heads.
    Header,
    /// Names, units and numbers printed by the form.
    Label,
    /// Section and total rows.
    SectionRow,
    /// A row that the plan does not ask this office for.
    UnknownRow,
    /// A column that the form does not have.
    UnknownColumn,
    /// A sheet without a table of the form.
    OtherSheet,
    /// A table that a newer version or an equal copy replaced, or one of versions without order.
    Superseded,
    /// A file of which nothing is used.
    Rejected,
}

/// How many cells of a file were used, and why the others were not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellCount {
    /// Non-empty cells read.
    pub read: usize,
    /// Cells that became a figure, a text or an identity.
    pub used: usize,
    /// Cells not used, by reason; they add up with `used` to `read`.
    pub ignored: BTreeMap<IgnoredReason, usize>,
}

impl CellCount {
    /// All cells not used.
    pub fn ignored_total(&self) -> usize {
        self.ignored.values().sum()
    }

    /// Takes back all use: everything read is now ignored for this one reason.
    pub fn ignore_all(&mut self, reason: IgnoredReason) {
        self.used = 0;
        self.ignored = BTreeMap::from([(reason, self.read)]);
    }
}

/// One file as understood on its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileReading {
    /// Path relative to the input folder.
    pub path: Arc<str>,
    /// SHA-256 of its bytes.
    pub sha256: Option<String>,
    /// The office it is from, if known.
    pub office: Option<OfficeId>,
    /// The period it is for, if known.
    pub period: Option<PeriodId>,
    /// When it was received; known once the period's files are put together.
    pub receipt: Receipt,
    /// "Thông tin"
    pub info: FormInfo,
    /// Whether it has a column of personal identity.
    pub personal: bool,
    /// "Không phát sinh" ticked.
    pub nil: bool,
    /// Rows of "Số liệu", by element, if the file has that table.
    pub figures: Option<BTreeMap<ElementId, Entry>>,
    /// Figures of statements such as form II.06, by element, if the file has such a table.
    pub statements: Option<BTreeMap<ElementId, Entry>>,
    /// Rows of "Nhiệm vụ", by task, if the file has that table.
    pub tasks: Option<BTreeMap<TaskId, TaskRow>>,
    /// Texts of "Thuyết minh", if the file has that table.
    pub narrative: Option<Vec<Narrative>>,
    /// Cells read, used and ignored.
    pub cells: CellCount,
    /// Of `cells.used`, how many each table used: figures, tasks, narrative, statements.
    pub used_by_table: [usize; 4],
    /// Set when nothing of the file is used, with the code of the finding that says why.
    pub rejected: Option<super::Code>,
    /// What is wrong with it as a whole.
    pub findings: Vec<Finding>,
    /// What is wrong in each table: figures, tasks, narrative, statements. It counts only where the table does.
    pub table_findings: [Vec<Finding>; 4],
}

/// How the time of receipt is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptBasis {
    /// The register of receipt.
    Register,
    /// "Ngày lập" in the form.
    Form,
    /// Not known.
    #[default]
    Unknown,
}

/// When a return was received.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receipt {
    /// The moment, +07:00; a day without a time is its beginning, with `day_only` set.
    pub at: Option<DateTime<FixedOffset>>,
    /// Whether only the day is known.
    pub day_only: bool,
    /// How it is known.
    pub basis: ReceiptBasis,
    /// Who handed it in, if the register says.
    pub from: Option<Arc<str>>,
}

impl Receipt {
    /// Whether it came at or before the end of this day, +07:00; `None` where the time is not known.
    pub fn on_time(&self, until: NaiveDate) -> Option<bool> {
        Some(self.days_late(until)? <= 0)
    }

    /// For programs: `2025-12-09`, or `2025-12-09T16:30:00+07:00` where the moment is known.
    pub fn written(&self) -> Option<String> {
        self.spelled("%Y-%m-%d", "%Y-%m-%dT%H:%M:%S%:z")
    }

    /// For people: `09/12/2025`, or `16:30 09/12/2025` where the moment is known.
    pub fn shown(&self) -> Option<String> {
        self.spelled("%d/%m/%Y", "%H:%M %d/%m/%Y")
    }

    fn spelled(&self, day: &str, moment: &str) -> Option<String> {
        Some(self.at?.format(if self.day_only { day } else { moment }).to_string())
    }

    /// How many days after this day it came, less than one if it came in time; `None` where the time is not known.
    pub fn days_late(&self, until: NaiveDate) -> Option<i64> {
        Some((self.at?.date_naive() - until).num_days())
    }
}

/// A file that an office sent: when it came, who made it, and why it was sent again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// Path relative to the input folder.
    pub path: Arc<str>,
    /// SHA-256 of its bytes.
    pub sha256: Option<String>,
    /// When it was received.
    pub receipt: Receipt,
    /// "Người lập"
    pub prepared_by: Option<Arc<str>>,
    /// "Lý do điều chỉnh" of the whole file.
    pub reason: Option<Arc<str>>,
}

impl Sent {
    /// A file as read, received then.
    pub fn of(file: &FileReading, receipt: &Receipt) -> Self {
        Self {
            path: Arc::clone(&file.path),
            sha256: file.sha256.clone(),
            receipt: receipt.clone(),
            prepared_by: file.info.prepared_by.clone(),
            reason: file.info.reason.clone(),
        }
    }
}

/// One office's submission for a period: all its tables that count, put together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Submission {
    /// "Thông tin" of the first file whose tables count.
    pub info: FormInfo,
    /// The files of which something counts.
    pub sent: Vec<Sent>,
    /// Rows of "Số liệu", by element.
    pub figures: BTreeMap<ElementId, Entry>,
    /// Rows of "Nhiệm vụ", by task.
    pub tasks: BTreeMap<TaskId, TaskRow>,
    /// Texts of "Thuyết minh".
    pub narrative: Vec<Narrative>,
    /// A nil return.
    pub nil: bool,
    /// Something came, but nothing of it is used (rejected, or versions without order).
    pub rejected: bool,
    /// Something was accepted (figures, tasks or texts), even if every cell is blank.
    pub accepted: bool,
    /// The earliest receipt of a return that was not rejected.
    pub receipt: Receipt,
    /// Corrections that replaced cells of the form.
    pub corrections: BTreeMap<(ElementId, super::Measure), super::Correction>,
}

impl Submission {
    /// Whether there is no figure in it, and nobody said that nothing happened.
    pub fn has_no_figure(&self) -> bool {
        let says = |reading: &Reading| matches!(reading.state, State::Value | State::Nil | State::Unreadable);
        let filled = |entry: &Entry| says(&entry.period) || says(&entry.cumulative);
        !self.nil && !self.figures.values().any(filled)
    }
}

/// All that came for one period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Round {
    /// By office; an office that sent nothing has no entry.
    pub submissions: BTreeMap<OfficeId, Submission>,
    /// Files in order of path, with what became of each; their findings have moved to `findings`.
    pub files: Vec<(FileReading, Fate)>,
    /// More time granted, by office.
    pub extensions: BTreeMap<OfficeId, Extension>,
    /// The compiler's own texts; each replaces the offices' texts of its section.
    pub compiled: Vec<Narrative>,
    /// Paths of what lies among the files and is no spreadsheet.
    pub unread: Vec<Arc<str>>,
    /// Findings of intake, files' own included.
    pub findings: Vec<Finding>,
}

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fate {
    /// Whether any of it is used.
    pub used: bool,
    /// Whether a newer version replaced it.
    pub superseded: bool,
    /// Why it is not used, as a text key of the catalogue (`rejected-I101`, `file-duplicate`,
    /// `file-superseded`, `file-unordered`), if it is not.
    pub reason: Option<String>,
}
