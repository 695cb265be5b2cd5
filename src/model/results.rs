//! Everything a run has to say, computed once; documents and report.json are only spellings of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    CellCount, Deadline, Difference, ElementId, Extension, History, IndicatorResult, Measure, Narrative, NotChecked,
    Number, OfficeId, Period, PeriodId, Plan, Receipt, Received, Reconciliation, Source, State, Submission, TaskResult,
    Worded,
};

/// The whole result of a run for one period.
#[derive(Clone, Debug)]
pub struct Results {
    /// The plan it was held against.
    pub plan: Arc<Plan>,
    /// The period.
    pub period: Period,
    /// When the offices' returns are due.
    pub office_due: Deadline,
    /// When the commune's report is due.
    pub report_due: Deadline,
    /// The day the run was told it is.
    pub as_of: NaiveDate,
    /// The verdict over all findings.
    pub verdict: Verdict,
    /// Offices in plan order.
    pub offices: Vec<OfficeResult>,
    /// Files of the period in order of path.
    pub files: Vec<FileResult>,
    /// Everything that came for this period and those before it, as the ledger keeps it.
    pub received: Vec<Received>,
    /// Every expected figure: by office, then element, then measure.
    pub figures: Vec<Figure>,
    /// The same of the period before; empty where the plan has none.
    pub figures_before: Vec<Figure>,
    /// What each office sent, as understood; an office that sent nothing has no entry.
    pub submissions: BTreeMap<OfficeId, Submission>,
    /// What changed where a later submission replaced an earlier one, the latest first; an office that sent one version
    /// has no entry.
    pub revisions: BTreeMap<OfficeId, Vec<Difference>>,
    /// The commune's figures: by element, then measure.
    pub totals: Vec<Total>,
    /// What earlier periods came to.
    pub history: History,
    /// Indicators in plan order.
    pub indicators: Vec<IndicatorResult>,
    /// Tasks in plan order.
    pub tasks: Vec<TaskResult>,
    /// Texts by section, then office.
    pub narrative: Vec<NarrativeEntry>,
    /// Findings in plan order of office, then file, sheet, cell.
    pub findings: Vec<Worded>,
    /// Checks that could not run.
    pub not_checked: Vec<NotChecked>,
    /// Figures against dossiers, where there are exports of them.
    pub reconciliation: Option<Reconciliation>,
    /// Head of the submissions' chain, once there is a ledger.
    pub chain_head: Option<String>,
}

impl Results {
    /// Every step from one version of an office's submission to the next: offices in plan order, each with its latest
    /// step first.
    pub fn steps(&self) -> impl Iterator<Item = &Difference> {
        self.plan.offices.iter().filter_map(|office| self.revisions.get(&office.id)).flatten()
    }
}

/// The verdict over active findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Nothing above a notice.
    Clean,
    /// Warnings, no errors.
    Warnings,
    /// At least one error.
    Errors,
}

/// How an office's return stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OfficeState {
    /// Accepted.
    Accepted,
    /// Accepted, with errors or warnings.
    AcceptedWithFindings,
    /// Came, and nothing of it is used.
    Rejected,
    /// "Không phát sinh".
    Nil,
    /// Came, with no figure in it.
    Empty,
    /// Did not come.
    Missing,
}

/// An office as assessed.
#[derive(Clone, Debug, PartialEq)]
pub struct OfficeResult {
    /// The office.
    pub id: OfficeId,
    /// How its return stands.
    pub state: OfficeState,
    /// Whether it was on time; `None` where that is unknown.
    pub on_time: Option<bool>,
    /// When it was received.
    pub receipt: Receipt,
    /// The last day on which its return is on time.
    pub until: NaiveDate,
    /// The time granted beyond everybody's.
    pub extension: Option<Extension>,
}

impl OfficeResult {
    /// How many days after its last day the return that counts came; `None` unless it came late.
    pub fn days_late(&self) -> Option<i64> {
        self.receipt.days_late(self.until).filter(|_| self.on_time == Some(false))
    }
}

/// A file as assessed.
#[derive(Clone, Debug, PartialEq)]
pub struct FileResult {
    /// Path relative to the input folder.
    pub path: Arc<str>,
    /// SHA-256 of its bytes.
    pub sha256: Option<String>,
    /// The office it is from.
    pub office: Option<OfficeId>,
    /// The period it is for.
    pub period: Option<PeriodId>,
    /// Whether any of it is used.
    pub used: bool,
    /// Whether a newer version replaced it.
    pub superseded: bool,
    /// Why it is not used, in the language asked for.
    pub reason: Option<String>,
    /// Cells read, used, ignored.
    pub cells: CellCount,
}

/// One expected figure of one office.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The office.
    pub office: OfficeId,
    /// The element.
    pub element: ElementId,
    /// The column.
    pub measure: Measure,
    /// What it was read as.
    pub state: State,
    /// The number.
    pub value: Option<Number>,
    /// The text, for texts; the code, for choices.
    pub text: Option<Arc<str>>,
    /// What the cell said.
    pub raw: Option<Arc<str>>,
    /// The correction that replaced the cell.
    pub corrected: Option<Box<Correction>>,
    /// The cell, the first of several in one table; `None` where there is none or several periods were summed.
    pub source: Option<Source>,
    /// The other cells of a sum: over periods all of them, if there are several.
    pub summed_from: Box<[Source]>,
    /// "Ghi chú" of the row.
    pub note: Option<Arc<str>>,
}

/// A correction entered in `dieu-chinh`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Correction {
    /// The value that counts now.
    pub value: Number,
    /// Why.
    pub reason: String,
    /// Who.
    pub by: String,
    /// When, as written.
    pub date: String,
    /// Its row.
    pub source: Source,
}

/// The commune's figure for one element and measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// The element.
    pub element: ElementId,
    /// The column.
    pub measure: Measure,
    /// The figure, if every office gave its own.
    pub value: Option<Number>,
    /// Offices that gave a figure.
    pub reported: usize,
    /// Offices that should have.
    pub expected: usize,
}

/// One text of the report with its author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NarrativeEntry {
    /// The office; `None` for the compiler's own text.
    pub office: Option<OfficeId>,
    /// The text.
    pub narrative: Narrative,
}
