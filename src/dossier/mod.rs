//! Dossiers of exports counted in a period: bytes in, counts, oddities and hashes out.
//!
//! All by calendar day; `from` and `to` are the period's first and last day, both included. A dossier is closed on the
//! day of its result; one in an end state (returned, withdrawn, refused) on its end date, or on the day of its result if it
//! has no end date. One whose closing day is unreadable, or that is in an end state without any date, is neither resolved
//! nor pending nor carried over; one without a readable day of receipt counts nowhere.
//!
//! | measure | counts a dossier that was |
//! |---|---|
//! | `received.carried_over` | received before `from`, and not closed before `from` |
//! | `received.online`, `received.direct` | received within the period, by the word in the channel's column |
//! | `received` | received within the period or carried over: online + direct + carried over, if every channel is known |
//! | `resolved` | closed within the period |
//! | `resolved.early`, `.on_time`, `.late` | closed within the period before, on, after the day due; without one in none |
//! | `pending` | received on `to` or before, and not closed by then |
//! | `pending.in_time` | pending, and due on `to` or later, or waiting for supplements |
//! | `pending.late` | pending, not waiting, and due before `to` |
//! | `digitised` | closed within the period, with a digitised result |
//! | `fee` | received within the period, with a fee |
//! | `fee.paid_online` | received within the period, with a fee (if the export tells fees) that was paid online |
//! | `synced` | received within the period, and synchronised |
//!
//! A measure is absent where an export lacks a column that it needs, and all are absent where an export cannot be counted:
//! a sum of which a part is missing is unknown. A code on several rows counts once, by the first row in order of path and
//! row; a further row that says the same is a duplicate, one that says something else a contradiction. Only well-formed
//! codes are compared: a spreadsheet damages many codes into the same text.
//!
//! No text of an export leaves this module but well-formed codes and days.

mod code;
mod day;
mod detail;
mod export;
mod feed;
mod hash;
mod head;
mod judge;
mod marks;
mod read;
mod repeats;
mod rows;
mod scan;
mod seen;
mod sum;
mod tally;
#[cfg(test)]
mod tests;
mod words;

use std::ops::RangeInclusive;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::{DossierCounts, DossierFormat, FileFault};
use crate::parallel;

pub use export::ExportText;
pub use feed::Source;
use scan::Division;

/// An export to count.
pub struct DossierInput {
    /// Path relative to the input folder.
    pub path: Arc<str>,
    /// SHA-256 of its bytes where `source` is not the file itself; else it is computed on the way.
    pub sha256: Option<String>,
    /// Its rows, or why there are none.
    pub source: Result<DossierSource, FileFault>,
}

/// Where the rows of an export come from.
pub enum DossierSource {
    /// The file itself: delimited text in UTF-8.
    Bytes(Box<dyn Source>),
    /// A file of another kind, read before.
    Text(ExportText),
}

impl DossierSource {
    fn bytes(&self) -> &dyn Source {
        match self {
            Self::Bytes(source) => &**source,
            Self::Text(export) => &export.text,
        }
    }
}

/// Codes kept in one pass: 96 MB.
const CODES: usize = 12_000_000;

/// Counts exports, given in order of path, in a period.
pub fn count(inputs: &[DossierInput], format: &DossierFormat, period: &RangeInclusive<NaiveDate>) -> DossierCounts {
    sum::count(inputs, format, period, Division { threads: parallel::cores().get(), step: None, codes: CODES })
}
