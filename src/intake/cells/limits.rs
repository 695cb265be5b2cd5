//! How much one file may ask of the reader.

use serde::{Deserialize, Serialize};

use crate::model::FileFault;

/// Limits on one file. The defaults stand well above every real workbook that was measured
/// (at most 1,033 package entries, 114 MB unpacked, 140:1 compression).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Size of the file, bytes: 50 MB.
    pub file_bytes: u64,
    /// Size of all parts of a package once inflated, bytes: 200 MB.
    pub unpacked_bytes: u64,
    /// Inflated size over file size, watched above 10 MB: 200.
    pub unpack_ratio: u64,
    /// Entries in a package: 2,000.
    pub entries: usize,
    /// Sheets: 256.
    pub sheets: usize,
    /// Rows of a sheet, Excel's grid: 1,048,576.
    pub rows: u32,
    /// Columns of a sheet, Excel's grid: 16,384.
    pub cols: u32,
    /// Non-empty cells in all sheets: 5,000,000.
    pub cells: usize,
    /// UTF-16 units of text in one cell, as Excel counts: 32,767.
    pub text: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 50_000_000,
            unpacked_bytes: 200_000_000,
            unpack_ratio: 200,
            entries: 2_000,
            sheets: 256,
            rows: 1_048_576,
            cols: 16_384,
            cells: 5_000_000,
            text: 32_767,
        }
    }
}

impl Limits {
    /// The fault of a file over the limit `what`.
    pub(super) fn exceeded(what: &str, limit: impl std::fmt::Display) -> FileFault {
        FileFault::new("F003", format!("{what} > {limit}"))
    }
}
