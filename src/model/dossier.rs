//! Dossier-level exports: which columns they have, and what their dossiers come to in a period.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::FileFault;

/// What is counted of dossiers; an element says by its key `dossier` which of these it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "&'static str", try_from = "String")]
pub enum DossierMeasure {
    /// Online + direct + carried over: column (3) of form II.06.
    Received,
    /// Received within the period over the internet.
    ReceivedOnline,
    /// Received within the period at the counter or by post.
    ReceivedDirect,
    /// Received before the period without a result before it.
    ReceivedCarriedOver,
    /// With a result, or ended, within the period.
    Resolved,
    /// Resolved before the day it was due.
    ResolvedEarly,
    /// Resolved on the day it was due.
    ResolvedOnTime,
    /// Resolved after the day it was due.
    ResolvedLate,
    /// Received by the end of the period, without a result by then.
    Pending,
    /// Pending and due at the end of the period or later, or waiting for supplements.
    PendingInTime,
    /// Pending and due before the end of the period.
    PendingLate,
    /// Resolved, with a digitised result.
    Digitised,
    /// Received, with a fee to pay.
    Fee,
    /// Received, with a fee paid online.
    FeePaidOnline,
    /// Received, and synchronised with the national portal.
    Synced,
}

impl DossierMeasure {
    /// Every measure with its key in plan files, in the order of form II.06.
    pub const ALL: [(Self, &'static str); 15] = [
        (Self::Received, "received"),
        (Self::ReceivedOnline, "received.online"),
        (Self::ReceivedDirect, "received.direct"),
        (Self::ReceivedCarriedOver, "received.carried_over"),
        (Self::Resolved, "resolved"),
        (Self::ResolvedEarly, "resolved.early"),
        (Self::ResolvedOnTime, "resolved.on_time"),
        (Self::ResolvedLate, "resolved.late"),
        (Self::Pending, "pending"),
        (Self::PendingInTime, "pending.in_time"),
        (Self::PendingLate, "pending.late"),
        (Self::Digitised, "digitised"),
        (Self::Fee, "fee"),
        (Self::FeePaidOnline, "fee.paid_online"),
        (Self::Synced, "synced"),
    ];

    /// The measure of this key.
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == key).map(|(measure, _)| *measure)
    }

    /// Its key in plan files and JSON.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(measure, _)| *measure == self).map_or("", |(_, key)| key)
    }

    /// The columns without which it cannot be counted. Without a state no dossier is ended or waits; without an end date a
    /// result date stands for it.
    pub fn needs(self) -> &'static [DossierColumn] {
        use DossierColumn::{Channel, Digitised, DueOn, Fee, PaidOnline, ReceivedOn, ResultOn, Synced};
        match self {
            Self::Received | Self::ReceivedCarriedOver | Self::Resolved | Self::Pending => &[ReceivedOn, ResultOn],
            Self::ReceivedOnline | Self::ReceivedDirect => &[ReceivedOn, Channel],
            Self::ResolvedEarly
            | Self::ResolvedOnTime
            | Self::ResolvedLate
            | Self::PendingInTime
            | Self::PendingLate => &[ReceivedOn, DueOn, ResultOn],
            Self::Digitised => &[ReceivedOn, ResultOn, Digitised],
            Self::Fee => &[ReceivedOn, Fee],
            Self::FeePaidOnline => &[ReceivedOn, PaidOnline],
            Self::Synced => &[ReceivedOn, Synced],
        }
    }
}

impl fmt::Display for DossierMeasure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl From<DossierMeasure> for &'static str {
    fn from(measure: DossierMeasure) -> Self {
        measure.key()
    }
}

impl TryFrom<String> for DossierMeasure {
    type Error = String;

    fn try_from(key: String) -> Result<Self, String> {
        Self::of(&key).ok_or(key)
    }
}

/// What a column of an export says of a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DossierColumn {
    /// Mã hồ sơ.
    Code,
    /// Ngày tiếp nhận.
    ReceivedOn,
    /// Ngày hẹn trả.
    DueOn,
    /// Ngày có kết quả.
    ResultOn,
    /// Ngày kết thúc of a dossier that was returned, withdrawn or refused.
    EndedOn,
    /// Trạng thái.
    State,
    /// Hình thức tiếp nhận: online or direct.
    Channel,
    /// Whether the result is digitised.
    Digitised,
    /// The fee, or whether there is one.
    Fee,
    /// Whether, or how, the fee was paid online.
    PaidOnline,
    /// Whether it is synchronised with the national portal.
    Synced,
    /// What the system itself says of lateness.
    Late,
}

impl DossierColumn {
    /// Every column with its key in plan files.
    pub const KEYS: [(Self, &'static str); 12] = [
        (Self::Code, "code"),
        (Self::ReceivedOn, "received_on"),
        (Self::DueOn, "due_on"),
        (Self::ResultOn, "result_on"),
        (Self::EndedOn, "ended_on"),
        (Self::State, "state"),
        (Self::Channel, "channel"),
        (Self::Digitised, "digitised"),
        (Self::Fee, "fee"),
        (Self::PaidOnline, "paid_online"),
        (Self::Synced, "synced"),
        (Self::Late, "late"),
    ];

    /// Its key in plan files.
    pub fn key(self) -> &'static str {
        Self::KEYS.iter().find(|(column, _)| *column == self).map_or("", |(_, key)| key)
    }
    /// Every column.
    pub const ALL: [Self; 12] = [
        Self::Code,
        Self::ReceivedOn,
        Self::DueOn,
        Self::ResultOn,
        Self::EndedOn,
        Self::State,
        Self::Channel,
        Self::Digitised,
        Self::Fee,
        Self::PaidOnline,
        Self::Synced,
        Self::Late,
    ];
}

/// `dossiers.toml`: how exports of dossier systems are read. Texts are compared folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DossierFormat {
    /// Heads by which each column is known; the first that a file has counts.
    pub heads: BTreeMap<DossierColumn, Vec<String>>,
    /// Words of the channel column for dossiers received online.
    pub online: Vec<String>,
    /// Words of the channel column for dossiers received at the counter or by post.
    pub direct: Vec<String>,
    /// States that end a dossier without a result: returned, withdrawn, refused.
    pub ended: Vec<String>,
    /// States of a dossier that waits for supplements.
    pub waiting: Vec<String>,
    /// Words for yes.
    pub yes: Vec<String>,
    /// Words for no; a blank cell is no as well.
    pub no: Vec<String>,
}

impl DossierFormat {
    /// Columns as the plan's first head for each calls them: `“Mã hồ sơ”, “Ngày tiếp nhận”`.
    pub fn names(&self, columns: &[DossierColumn]) -> String {
        let name = |column: &DossierColumn| {
            let head = self.heads.get(column).and_then(|heads| heads.first());
            format!("“{}”", head.map_or(column.key(), String::as_str))
        };
        columns.iter().map(name).collect::<Vec<_>>().join(", ")
    }
}

/// What is odd about one dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DossierFault {
    /// No code.
    NoCode,
    /// A code not shaped `…-YYMMDD-NNNN`, or one damaged by a spreadsheet.
    BrokenCode,
    /// The date in the code is not the day of receipt.
    CodeDate,
    /// The same code more than once, in one file or in several.
    Duplicate,
    /// The same code again with other dates or another state.
    Contradiction,
    /// A date that cannot be read.
    UnreadableDate,
    /// No day of receipt: counted nowhere.
    NoReceipt,
    /// A result before the receipt, or the day due before it.
    ImpossibleDates,
    /// A date after the end of what the export can know.
    FutureDate,
    /// Resolved without a day due: neither early, on time nor late.
    NoDueDate,
    /// An end state without a date: neither resolved nor pending.
    EndedWithoutDate,
    /// Late by the system's word, on time by the dates.
    LateBySystemOnly,
    /// Late by the dates, on time by the system's word.
    LateByDatesOnly,
    /// A word nobody has explained, in the channel, state or a yes-no column.
    UnknownWord,
}

impl DossierFault {
    /// Code of the finding that lists such dossiers.
    pub fn code(self) -> &'static str {
        match self {
            Self::Contradiction => "X503",
            Self::Duplicate => "X508",
            Self::NoCode => "X509",
            Self::BrokenCode => "X510",
            Self::CodeDate => "X511",
            Self::UnreadableDate => "X512",
            Self::NoReceipt => "X513",
            Self::ImpossibleDates => "X514",
            Self::FutureDate => "X515",
            Self::NoDueDate => "X516",
            Self::EndedWithoutDate => "X517",
            Self::LateBySystemOnly => "X518",
            Self::LateByDatesOnly => "X519",
            Self::UnknownWord => "X520",
        }
    }
    /// Every fault.
    pub const ALL: [Self; 14] = [
        Self::NoCode,
        Self::BrokenCode,
        Self::CodeDate,
        Self::Duplicate,
        Self::Contradiction,
        Self::UnreadableDate,
        Self::NoReceipt,
        Self::ImpossibleDates,
        Self::FutureDate,
        Self::NoDueDate,
        Self::EndedWithoutDate,
        Self::LateBySystemOnly,
        Self::LateByDatesOnly,
        Self::UnknownWord,
    ];
}

/// One odd dossier; no personal data.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DossierException {
    /// What is odd.
    pub fault: DossierFault,
    /// Its code, if it has one.
    pub code: Arc<str>,
    /// Path of the file relative to the input folder.
    pub file: Arc<str>,
    /// Its row in the file, from 1, heads included.
    pub row: u64,
    /// The dates or words in question.
    pub detail: Arc<str>,
}

/// Why a row of an export is no dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DossierIgnored {
    /// A line above the head, or what stands on a sheet without a head.
    Title,
    /// The head, or the head again on a further page.
    Head,
    /// Nothing at all.
    Blank,
    /// An office's name above its dossiers, a total, a signature: neither a well-formed code nor a date.
    Group,
}

/// One export as read; `lines` is `rows` and all of `ignored`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DossierFile {
    /// Path relative to the input folder.
    pub path: Arc<str>,
    /// SHA-256 of its bytes.
    pub sha256: Option<String>,
    /// Rows read.
    pub lines: u64,
    /// Rows with a dossier.
    pub rows: u64,
    /// Rows that are no dossier.
    pub ignored: BTreeMap<DossierIgnored, u64>,
    /// Columns the export does not have, so that the measures that need them are absent from the counts.
    pub missing: Vec<DossierColumn>,
    /// Why nothing of it is counted, if so; `X502` where no head is found.
    pub rejected: Option<FileFault>,
}

/// What all exports of a period come to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DossierCounts {
    /// Files in order of path.
    pub files: Vec<DossierFile>,
    /// Dossiers by measure; a measure whose columns a file lacks is absent.
    pub counts: BTreeMap<DossierMeasure, u64>,
    /// Odd dossiers in order, as many of each fault as are kept.
    pub exceptions: Vec<DossierException>,
    /// How many dossiers have each fault, kept or not.
    pub faults: BTreeMap<DossierFault, u64>,
    /// How many dossiers have any.
    pub odd: u64,
    /// Codes of dossiers that are in a measure's whole and not in the measure (resolved and not digitised, and so on), as
    /// many as are kept: where a claim differs, the difference is among them.
    pub outside: BTreeMap<DossierMeasure, Vec<Arc<str>>>,
}
