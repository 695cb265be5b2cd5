//! Files as cells: what the reading workers hand over, before anything is understood.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Address, Finding, Limit, Severity, Source};

/// One input file: its name, its hash and what was read of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InputFile {
    /// Path relative to the input folder, with `/`.
    pub path: Arc<str>,
    /// SHA-256 of the bytes, lower-case hexadecimal; `None` when it could not be read at all.
    pub sha256: Option<String>,
    /// The cells, or why there are none.
    pub content: FileContent,
}

/// What a worker made of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FileContent {
    /// It was read.
    Cells(FileCells),
    /// It was not.
    Fault(FileFault),
}

/// The cells of one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileCells {
    /// The format found by looking at the bytes, not at the name.
    pub format: FileFormat,
    /// Sheets in the file's order; one unnamed sheet for CSV and web pages.
    pub sheets: Vec<SheetCells>,
    /// What the reader noticed, such as a text encoding that had to be guessed.
    pub remarks: Vec<Remark>,
}

/// Something the reader of a file's bytes noticed although they could be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Finding code such as `F009`.
    pub code: String,
    /// What the wording calls `$detail`.
    pub detail: String,
    /// Sheets and cells where it shows; none where it is about the file as a whole.
    pub places: Vec<(Option<Arc<str>>, Address)>,
}

impl Remark {
    /// A remark about the whole file.
    pub fn new(code: &str, detail: impl Into<String>) -> Self {
        Self { code: code.to_owned(), detail: detail.into(), places: Vec::new() }
    }

    /// The same about these places.
    #[must_use]
    pub fn at(self, places: Vec<(Option<Arc<str>>, Address)>) -> Self {
        Self { places, ..self }
    }
}

/// A format the program reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileFormat {
    /// Office Open XML workbook (also .xlsm).
    Xlsx,
    /// Excel binary workbook.
    Xlsb,
    /// Excel 97–2003 workbook.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// Delimited text.
    Csv,
    /// A web page with tables.
    Html,
    /// The XML of Excel 2003.
    SpreadsheetMl,
}

/// One sheet's non-empty cells, ordered by row, then column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SheetCells {
    /// Name on the tab; `None` in CSV and web pages.
    pub name: Option<Arc<str>>,
    /// Whether the sheet is hidden.
    pub hidden: bool,
    /// Non-empty cells, ordered.
    pub cells: Vec<Cell>,
}

/// One non-empty cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// Where it is.
    pub at: Address,
    /// What it holds.
    pub value: CellValue,
    /// How a number in it is shown.
    pub format: NumberFormat,
    /// Whether the value is the stored result of a formula.
    pub formula: bool,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum CellValue {
    /// Text, NFC, as written otherwise.
    Text(String),
    /// A number as stored (0.975 for 97,5 %).
    Number(f64),
    /// TRUE or FALSE.
    Bool(bool),
    /// A date cell: Excel serial days, epoch 1900 (1904 workbooks are shifted by the reader).
    Date(f64),
    /// An error such as `#DIV/0!`.
    Error(String),
    /// A formula stored without a result; the formula's text.
    Uncomputed(String),
}

/// How a number is shown: what its format says about its meaning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum NumberFormat {
    /// No format, or one that says nothing about the meaning.
    #[default]
    General,
    /// Shown times 100 with a percent sign.
    Percent,
    /// Shown as a date or time.
    Date,
    /// A number format with no special meaning, such as `#,##0.00`.
    Number,
    /// Formatted as text (`@`).
    Text,
}

/// Why a file could not be read: a finding code of family `F` and what the reader said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFault {
    /// Such as `F003`.
    pub code: String,
    /// Detail for the message: a place, a library's words.
    pub detail: String,
    /// The limit that the file is over.
    pub limit: Option<OverLimit>,
}

/// A limit that a file is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverLimit {
    /// Its key, one of [`LIMITS`](super::LIMITS).
    pub key: String,
    /// What it allows.
    pub most: u64,
}

impl FileFault {
    /// A fault of this code.
    pub fn new(code: &str, detail: impl Into<String>) -> Self {
        Self { code: code.to_owned(), detail: detail.into(), limit: None }
    }

    /// The fault of a file over a limit, of code F003.
    pub fn over_limit(key: &str, most: impl TryInto<u64>) -> Self {
        let most = most.try_into().unwrap_or(u64::MAX);
        Self::new("F003", format!("{key} > {most}")).over(key, most)
    }

    /// The fault as a finding about the file.
    pub fn finding(&self, file: &Arc<str>, severity: Severity) -> Finding {
        let finding = Finding::new(&self.code, severity).at(Source::file(file));
        let finding = finding.provided(&self.detail).arg("detail", &self.detail);
        let Some(OverLimit { key, most }) = &self.limit else { return finding.arg("limit", "") };
        let unit = Limit::of(key).map_or("", |limit| limit.unit);
        finding.arg("limit", key).arg("most", most.to_string()).arg("unit", unit)
    }

    /// Says which limit the file is over.
    #[must_use]
    pub fn over(mut self, key: &str, most: u64) -> Self {
        self.limit = Some(OverLimit { key: key.to_owned(), most });
        self
    }

    /// Says where in the file, before all else.
    #[must_use]
    pub fn place(mut self, place: impl std::fmt::Display) -> Self {
        self.detail = format!("{place}: {}", self.detail);
        self
    }
}
