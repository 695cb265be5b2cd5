//! Where the tables and lines of a web page stand on a sheet.
//!
//! Tables stand below each other, parted by an empty row; a line outside all cells is a row of its own. A table inside
//! a cell is a table of its own below the row it stands in: dossier systems lay their pages out with tables, and the
//! figures are in an inner one. The outer cell keeps its other text.

use super::collect::Collector;
use super::html_cell::{self, OpenCell};
use super::spans::Spans;
use crate::model::{CellValue, FileFault, NumberFormat};

/// How many columns and rows a cell takes.
#[derive(Clone, Copy)]
pub(super) struct Merge {
    pub(super) columns: u32,
    pub(super) rows: u32,
}

/// A table whose end has not come.
#[derive(Default)]
struct Table {
    /// Rows begun, for cells that reach down: on the sheet a table's rows may be parted by inner tables.
    rows: u32,
    /// The sheet's row of the row being read.
    row: Option<u32>,
    col: u32,
    spans: Spans,
    cell: Option<OpenCell>,
}

/// The sheet as it fills.
pub(super) struct Grid<'o, 'l> {
    out: &'o mut Collector<'l>,
    /// From the outermost table to the innermost.
    tables: Vec<Table>,
    /// Text outside all cells, not yet a row.
    line: String,
    next_row: u32,
    /// Whether an empty row is due before the next.
    apart: bool,
    any_table: bool,
}

impl<'o, 'l> Grid<'o, 'l> {
    pub(super) fn new(out: &'o mut Collector<'l>) -> Self {
        Self { out, tables: Vec::new(), line: String::new(), next_row: 0, apart: false, any_table: false }
    }

    pub(super) fn begin_table(&mut self) -> Result<(), FileFault> {
        self.end_line()?;
        self.apart |= !self.tables.is_empty();
        self.any_table = true;
        self.tables.push(Table::default());
        Ok(())
    }

    /// Begins a row; one that the page does not show is read all the same.
    pub(super) fn begin_row(&mut self, is_hidden: bool) -> Result<(), FileFault> {
        self.end_cell()?;
        self.end_line()?;
        if self.tables.is_empty() {
            return Ok(());
        }
        let row = self.take_row()?;
        if let (true, Some(hidden)) = (is_hidden, self.out.hidden()) {
            hidden.hide_rows(row, row);
        }
        if let Some(table) = self.tables.last_mut() {
            self.out.count(table.spans.begin_row(table.rows))?;
            table.rows = table.rows.saturating_add(1);
            (table.row, table.col) = (Some(row), 0);
        }
        Ok(())
    }

    pub(super) fn begin_cell(&mut self, merge: Merge, number: Option<f64>) -> Result<(), FileFault> {
        self.end_cell()?;
        self.end_line()?;
        if self.tables.last().is_some_and(|table| table.row.is_none()) {
            self.begin_row(false)?;
        }
        let limit = self.out.limits().columns;
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        let col = table.spans.free(table.col);
        if col >= limit {
            return Err(FileFault::over_limit("columns", limit));
        }
        table.spans.cover((table.rows - 1, col), merge.columns, merge.rows);
        table.col = col.saturating_add(merge.columns);
        table.cell = table.row.map(|row| OpenCell { at: (row, col), text: String::new(), number });
        Ok(())
    }

    /// Text of the cell being read, else of the line outside all cells.
    pub(super) fn text(&mut self, part: &str) {
        let cell = self.tables.last_mut().and_then(|table| table.cell.as_mut());
        html_cell::append(cell.map_or(&mut self.line, |cell| &mut cell.text), part);
    }

    pub(super) fn line_break(&mut self) -> Result<(), FileFault> {
        let Some(cell) = self.tables.last_mut().and_then(|table| table.cell.as_mut()) else { return self.end_line() };
        html_cell::break_line(&mut cell.text);
        Ok(())
    }

    pub(super) fn end_cell(&mut self) -> Result<(), FileFault> {
        let Some(cell) = self.tables.last_mut().and_then(|table| table.cell.take()) else { return Ok(()) };
        let (value, format) = cell.value();
        self.out.push(cell.at, value, format, false)
    }

    pub(super) fn end_row(&mut self) -> Result<(), FileFault> {
        self.end_cell()?;
        if let Some(table) = self.tables.last_mut() {
            table.row = None;
        }
        Ok(())
    }

    pub(super) fn end_table(&mut self) -> Result<(), FileFault> {
        self.end_row()?;
        self.end_line()?;
        self.apart |= self.tables.pop().is_some();
        Ok(())
    }

    /// The end of the page, which ends what has been left open.
    pub(super) fn finish(mut self) -> Result<(), FileFault> {
        while !self.tables.is_empty() {
            self.end_table()?;
        }
        self.end_line()?;
        if self.any_table { Ok(()) } else { Err(FileFault::new("F005", "html")) }
    }

    fn end_line(&mut self) -> Result<(), FileFault> {
        if self.line.trim().is_empty() {
            self.line.clear();
            return Ok(());
        }
        let at = (self.take_row()?, 0);
        let line = std::mem::take(&mut self.line);
        self.out.push(at, CellValue::Text(line.trim().to_owned()), NumberFormat::General, false)
    }

    fn take_row(&mut self) -> Result<u32, FileFault> {
        let row = self.next_row + u32::from(self.apart && self.next_row > 0);
        if row >= self.out.limits().rows {
            return Err(FileFault::over_limit("rows", self.out.limits().rows));
        }
        (self.next_row, self.apart) = (row + 1, false);
        Ok(row)
    }
}
