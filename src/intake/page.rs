//! One sheet with its cells accounted for: each cell is used, or ignored for one reason.

use std::sync::Arc;

use super::text::clean;
use super::value;
use crate::model::{Address, Cell, CellCount, IgnoredReason, SheetCells, Source};

/// What became of one cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nobody has asked for it yet.
    #[default]
    Unread,
    /// It became a figure, a text or an identity.
    Used(Part),
    /// It did not, and why.
    Ignored(IgnoredReason),
}

/// The part of a form that a used cell belongs to; the tables in the order of `FileReading::used_by_table`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// "Số liệu"
    Figures,
    /// "Nhiệm vụ"
    Tasks,
    /// "Thuyết minh"
    Narrative,
    /// A statement such as form II.06.
    Statement,
    /// "Thông tin"
    Identity,
}

/// A sheet and the marks on its cells.
#[derive(Debug)]
pub(super) struct Page<'a> {
    file: &'a Arc<str>,
    sheet: &'a SheetCells,
    marks: Vec<Mark>,
}

impl<'a> Page<'a> {
    /// A sheet of a file, nothing read yet.
    pub(super) fn new(file: &'a Arc<str>, sheet: &'a SheetCells) -> Self {
        Self { file, sheet, marks: vec![Mark::Unread; sheet.cells.len()] }
    }

    /// The rows that have cells, in order.
    pub(super) fn rows(&self) -> Vec<Row<'a>> {
        let mut first = 0;
        let parts = self.sheet.cells.chunk_by(|a, b| a.at.row == b.at.row);
        let rows = parts.map(|cells| {
            let row = Row { first, cells };
            first += cells.len();
            row
        });
        rows.collect()
    }

    /// The tab's name; empty in files without sheets.
    pub(super) fn name(&self) -> &str {
        self.sheet.name.as_deref().unwrap_or_default()
    }

    /// Whether the sheet is hidden.
    pub(super) fn is_hidden(&self) -> bool {
        self.sheet.hidden
    }

    /// The sheet as a place.
    pub(super) fn place(&self) -> Source {
        Source { file: Arc::clone(self.file), sheet: self.sheet.name.clone(), cell: None }
    }

    /// A cell of the sheet as a place, empty or not.
    pub(super) fn source(&self, at: Address) -> Source {
        Source { cell: Some(at), ..self.place() }
    }

    /// Marks the cell of this column, if there is one.
    pub(super) fn mark(&mut self, row: Row<'_>, col: u32, mark: Mark) {
        let position = row.position(col);
        if let Some(slot) = position.and_then(|position| self.marks.get_mut(row.first + position)) {
            *slot = mark;
        }
    }

    /// Marks a cell by its place.
    pub(super) fn mark_at(&mut self, at: Address, mark: Mark) {
        let position = self.sheet.cells.binary_search_by_key(&at, |cell| cell.at);
        if let Some(slot) = position.ok().and_then(|position| self.marks.get_mut(position)) {
            *slot = mark;
        }
    }

    /// Ignores every cell of the row that nothing has been said about.
    pub(super) fn ignore_rest(&mut self, row: Row<'_>, reason: IgnoredReason) {
        for slot in self.marks.iter_mut().skip(row.first).take(row.cells.len()) {
            if *slot == Mark::Unread {
                *slot = Mark::Ignored(reason);
            }
        }
    }

    /// Takes back all use of the row.
    pub(super) fn discard(&mut self, row: Row<'_>, reason: IgnoredReason) {
        for slot in self.marks.iter_mut().skip(row.first).take(row.cells.len()) {
            *slot = Mark::Ignored(reason);
        }
    }

    /// Adds this sheet to the counts of its file; cells nobody asked for are ignored for `otherwise`.
    pub(super) fn count(&self, otherwise: IgnoredReason, cells: &mut CellCount, by_table: &mut [usize; 4]) {
        cells.read += self.marks.len();
        for mark in &self.marks {
            match mark {
                Mark::Used(part) => {
                    cells.used += 1;
                    if let Some(count) = by_table.get_mut(*part as usize) {
                        *count += 1;
                    }
                }
                Mark::Ignored(reason) => *cells.ignored.entry(*reason).or_default() += 1,
                Mark::Unread => *cells.ignored.entry(otherwise).or_default() += 1,
            }
        }
    }
}

/// The non-empty cells of one row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    first: usize,
    /// The cells, by column.
    pub(super) cells: &'a [Cell],
}

impl<'a> Row<'a> {
    /// The row's number, from zero.
    pub(super) fn number(self) -> u32 {
        self.cells.first().map_or(0, |cell| cell.at.row)
    }

    /// The part of the row in these columns, if it has cells there.
    pub(super) fn within(self, columns: std::ops::Range<u32>) -> Option<Self> {
        let from = self.cells.partition_point(|cell| cell.at.col < columns.start);
        let to = self.cells.partition_point(|cell| cell.at.col < columns.end);
        let cells = self.cells.get(from..to).filter(|cells| !cells.is_empty())?;
        Some(Self { first: self.first + from, cells })
    }

    /// The cell in this column, if there is one.
    pub(super) fn cell(self, col: u32) -> Option<&'a Cell> {
        self.position(col).and_then(|position| self.cells.get(position))
    }

    /// The cell in this column, else the nearest one left of it.
    pub(super) fn at_or_left_of(self, col: u32) -> Option<&'a Cell> {
        let after = self.cells.partition_point(|cell| cell.at.col <= col);
        after.checked_sub(1).and_then(|position| self.cells.get(position))
    }

    fn position(self, col: u32) -> Option<usize> {
        self.cells.binary_search_by_key(&col, |cell| cell.at.col).ok()
    }

    /// What the cell in this column says, on one line; empty where there is none.
    pub(super) fn text(self, col: Option<u32>) -> String {
        col.and_then(|col| self.cell(col)).map(said).unwrap_or_default()
    }
}

/// What a cell says, on one line.
pub(super) fn said(cell: &Cell) -> String {
    clean(&value::raw(cell))
}
