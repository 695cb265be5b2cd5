//! Where a figure comes from: file, sheet and cell.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};

/// A cell's place in its sheet, counted from zero; shown as `B7`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub struct Address {
    /// Row, from zero.
    pub row: u32,
    /// Column, from zero.
    pub col: u32,
}

impl Address {
    /// The cell in this row and column, both from zero.
    pub fn new(row: u32, col: u32) -> Self {
        Self { row, col }
    }

    /// The column's letters, such as `AB`.
    pub fn column_letters(col: u32) -> String {
        Letters::of(col).as_str().to_owned()
    }
}

/// A column's letters, at most seven; addresses are written by the million.
struct Letters {
    bytes: [u8; Self::MOST],
    from: usize,
}

impl Letters {
    const MOST: usize = 7;

    fn of(col: u32) -> Self {
        let mut letters = Self { bytes: [b'A'; Self::MOST], from: Self::MOST };
        let mut rest = u64::from(col) + 1;
        for byte in letters.bytes.iter_mut().rev() {
            rest -= 1;
            *byte += u8::try_from(rest % 26).unwrap_or(0);
            rest /= 26;
            letters.from -= 1;
            if rest == 0 {
                break;
            }
        }
        letters
    }

    fn as_str(&self) -> &str {
        self.bytes.get(self.from..).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Letters::of(self.col).as_str())?;
        (u64::from(self.row) + 1).fmt(f)
    }
}

/// `B7` for people; row and column, as `Deserialize` reads them, in binary formats.
impl Serialize for Address {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            return (self.row, self.col).serialize(serializer);
        }
        serializer.collect_str(self)
    }
}

/// A place in an input: a whole file, or one cell of it. Sheet is `None` in files that have no sheets (CSV).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Source {
    /// Path relative to the input folder, with `/`: `2025-Q4/vhxh.xlsx`.
    pub file: Arc<str>,
    /// Sheet name as shown on its tab.
    pub sheet: Option<Arc<str>>,
    /// The cell, or `None` for the file or sheet as a whole.
    pub cell: Option<Address>,
}

impl Source {
    /// The file as a whole.
    pub fn file(file: &Arc<str>) -> Self {
        Self { file: Arc::clone(file), sheet: None, cell: None }
    }
}

/// `2025-Q4/vhxh.xlsx › Số liệu!F12`
impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        match (&self.sheet, self.cell) {
            (Some(sheet), Some(cell)) => write!(f, " › {sheet}!{cell}"),
            (Some(sheet), None) => write!(f, " › {sheet}"),
            (None, Some(cell)) => write!(f, " › {cell}"),
            (None, None) => Ok(()),
        }
    }
}
