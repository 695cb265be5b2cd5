//! What reading one cell yields: a value, nothing, "không phát sinh", or the reason why it cannot be read.

use crate::model::{Cell, CellValue, Number, Severity};

/// One cell as read, with what the officer should know about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed<T> {
    /// What the cell holds.
    pub outcome: Outcome<T>,
    /// What was noticed although the cell could be read.
    pub remarks: Vec<Flaw>,
}

/// What a cell holds. Blank, zero, nil and unreadable stay four things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome<T> {
    /// A value, zero included.
    Value(T),
    /// "Không phát sinh".
    Nil,
    /// Nothing, or a mark that stands for nothing.
    Blank,
    /// Something else, and why it cannot be read.
    Unreadable(Flaw),
}

/// Something wrong with one cell's content, before anything is known of its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// Stable finding code such as `V302`.
    pub code: &'static str,
    /// How grave.
    pub severity: Severity,
    /// What the wording calls `$detail`: a value as read, a text left out, or a keyword to choose the sentence by.
    pub detail: String,
}

impl Flaw {
    /// A flaw that leaves the cell unread.
    pub fn error(code: &'static str, detail: impl Into<String>) -> Self {
        Self { code, severity: Severity::Error, detail: detail.into() }
    }

    /// A flaw to be looked at.
    pub fn warning(code: &'static str, detail: impl Into<String>) -> Self {
        Self { code, severity: Severity::Warning, detail: detail.into() }
    }

    /// A flaw that was repaired.
    pub fn notice(code: &'static str, detail: impl Into<String>) -> Self {
        Self { code, severity: Severity::Notice, detail: detail.into() }
    }
}

impl<T> Parsed<T> {
    /// The reading that ended in this outcome or flaw; what cannot be read has that one flaw and no remarks.
    pub(super) fn of(outcome: Result<Outcome<T>, Flaw>, remarks: Vec<Flaw>) -> Self {
        match outcome {
            Ok(outcome) => Self { outcome, remarks },
            Err(flaw) => Self { outcome: Outcome::Unreadable(flaw), remarks: Vec::new() },
        }
    }

    /// The same reading of something made from the value.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Parsed<U> {
        let outcome = match self.outcome {
            Outcome::Value(value) => Outcome::Value(make(value)),
            Outcome::Nil => Outcome::Nil,
            Outcome::Blank => Outcome::Blank,
            Outcome::Unreadable(flaw) => Outcome::Unreadable(flaw),
        };
        Parsed { outcome, remarks: self.remarks }
    }
}

/// Refuses what no kind of element can hold: formula errors (V310) and formulas stored without a result (V311).
pub(super) fn computed(cell: &Cell) -> Result<(), Flaw> {
    match &cell.value {
        CellValue::Error(error) => Err(Flaw::error("V310", error)),
        CellValue::Text(text) if is_error_text(text.trim()) => Err(Flaw::error("V310", text.trim())),
        CellValue::Uncomputed(formula) => Err(Flaw::error("V311", formula)),
        _ => Ok(()),
    }
}

/// CSV files carry errors as text: `#REF!`, `#NAME?`, `#N/A`, and `LibreOffice`'s `Err:502`.
fn is_error_text(text: &str) -> bool {
    let name = text.strip_prefix('#').and_then(|rest| rest.strip_suffix(['!', '?']));
    let is_name = name.is_some_and(|name| {
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'_'))
    });
    let number = text.strip_prefix("Err:").unwrap_or_default();
    is_name || text.eq_ignore_ascii_case("#N/A") || !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
}

/// A number in plain Vietnamese notation, without thousands separators: `1234,5`.
pub(super) fn plain(number: &Number) -> String {
    number.to_string().replace('.', ",")
}
