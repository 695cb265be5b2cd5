//! Header rows with merged cells, flattened: over each column the texts that cover it, from the outermost inwards.

use super::rows::is_numbering;
use crate::intake::page::{Page, Row, said};
use crate::model::{Address, CellValue, IgnoredReason};

/// How many rows a header may have; official forms print three.
pub(super) const MOST_ROWS: usize = 4;

/// How many cells a row may have to be held against heads that are not the form's own, and to be one of several header
/// rows; official forms print thirteen. What compares heads with each other would take long over Excel's widest row.
pub(super) const MOST_COLUMNS: usize = 64;

/// The header rows of a table.
#[derive(Clone, Debug)]
pub(in crate::intake) struct Header<'a> {
    rows: Vec<Row<'a>>,
    /// The column numbers that official forms print below: `(1) (2) (3)=(1)+(2)`.
    numbering: Option<Row<'a>>,
}

impl<'a> Header<'a> {
    /// The first of these rows, so many of them, and the row of column numbers if there is one.
    pub(super) fn new(rows: &[Row<'a>], depth: usize) -> Self {
        let numbering = rows.get(depth).copied().filter(|row| is_numbering(*row));
        Self { rows: rows.iter().take(depth).copied().collect(), numbering }
    }

    /// Its rows of texts.
    pub(super) fn rows(&self) -> &[Row<'a>] {
        &self.rows
    }

    /// How many rows it takes.
    pub(super) fn len(&self) -> usize {
        self.rows.len() + usize::from(self.numbering.is_some())
    }

    /// Ignores its cells.
    pub(in crate::intake) fn skip(&self, page: &mut Page<'_>) {
        for row in self.rows.iter().chain(&self.numbering) {
            page.ignore_rest(*row, IgnoredReason::Header);
        }
    }

    /// Where it begins: the first column of its first row.
    pub(in crate::intake) fn start(&self) -> Address {
        Address::new(self.rows.first().map_or(0, |row| row.number()), 0)
    }

    /// What stands over the columns: `Kết quả / Kỳ này`.
    pub(in crate::intake) fn names(&self) -> Vec<String> {
        self.paths().into_iter().map(|(_, path)| path.join(" / ")).collect()
    }

    /// What stands over a column, or its letters.
    pub(in crate::intake) fn name(&self, col: u32) -> String {
        let over = path(&self.rows, col);
        if over.is_empty() { Address::column_letters(col) } else { over.join(" / ") }
    }

    /// The texts over each column.
    pub(super) fn paths(&self) -> Vec<(u32, Vec<String>)> {
        paths(&self.rows)
    }

    /// The lowest header cell of a column, if it has one.
    pub(in crate::intake) fn cell(&self, col: u32) -> Option<Address> {
        self.rows.iter().rev().find_map(|row| row.cell(col)).map(|cell| cell.at)
    }
}

/// Whether a row may be the first of a header: three texts or more, and no figure.
pub(super) fn may_begin(row: Row<'_>) -> bool {
    row.cells.len() >= 3 && may_go_on(row)
}

/// Whether a row may be a further one of a header: texts, and no figure.
pub(super) fn may_go_on(row: Row<'_>) -> bool {
    let is_narrow = row.cells.len() <= MOST_COLUMNS;
    is_narrow
        && row.cells.iter().all(|cell| match &cell.value {
            CellValue::Text(text) => {
                !text.trim_start_matches([' ', '\'', '(', '-']).starts_with(|c: char| c.is_ascii_digit())
            }
            _ => false,
        })
}

/// The texts over each column that has one. A merged cell holds its text in its first column only: a text counts for
/// the columns right of it up to the next text of its row, within the columns of the text above it.
pub(super) fn paths(rows: &[Row<'_>]) -> Vec<(u32, Vec<String>)> {
    let mut columns: Vec<u32> = rows.iter().flat_map(|row| row.cells).map(|cell| cell.at.col).collect();
    columns.sort_unstable();
    columns.dedup();
    columns.into_iter().map(|col| (col, path(rows, col))).collect()
}

fn path(rows: &[Row<'_>], col: u32) -> Vec<String> {
    let depth = rows.iter().rposition(|row| row.cell(col).is_some()).map_or(0, |last| last + 1);
    let mut path: Vec<String> = Vec::new();
    let mut from = 0;
    for row in rows.iter().take(depth) {
        let covering = row.at_or_left_of(col).filter(|cell| cell.at.col >= from);
        let Some(cell) = covering else { continue };
        from = cell.at.col;
        let text = said(cell);
        if path.last() != Some(&text) {
            path.push(text);
        }
    }
    path
}
