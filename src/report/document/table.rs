//! A table of cells.

use std::collections::BTreeMap;

use super::Cell;

/// A table of cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Stable key, ASCII, unique in the document.
    pub id: String,
    /// Columns from left to right.
    pub columns: Vec<Column>,
    /// Rows from top to bottom.
    pub rows: Vec<Row>,
    /// Whether the workbook offers a filter on it; the page has its columns' facets.
    pub filter: bool,
    /// Cells that formulas name; a name is unique in the document.
    pub areas: BTreeMap<String, Area>,
}

/// Cells of one column, one below the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// The first row, from zero, heads aside.
    pub first: usize,
    /// The last row.
    pub last: usize,
    /// The column, from zero.
    pub column: usize,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// Width in characters of the workbook's font.
    pub width: u16,
    /// How its cells are set.
    pub align: Align,
    /// Whether the page offers to show the rows of one of its values alone; the words stand for an empty cell.
    pub facet: Option<&'static str>,
}

/// How cells are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Align {
    /// Text.
    Left,
    /// Codes, dates, short words.
    Center,
    /// Numbers.
    Right,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What the row is.
    pub kind: RowKind,
    /// Anchor that links lead to, unique in the workbook and on the page.
    pub anchor: Option<String>,
    /// Cells from left to right, one a column; a section row has one, over all columns.
    pub cells: Vec<Cell>,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A heading inside the table, over all columns.
    Section,
    /// Data.
    Body,
    /// A computed or total row, in bold.
    Total,
}

impl Table {
    /// A table of this id, without columns and rows.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), columns: Vec::new(), rows: Vec::new(), filter: false, areas: BTreeMap::new() }
    }
}

impl Row {
    /// A row of data.
    pub fn body(cells: Vec<Cell>) -> Self {
        Self { kind: RowKind::Body, anchor: None, cells }
    }

    /// A heading over all columns.
    pub fn section(title: impl AsRef<str>) -> Self {
        Self { kind: RowKind::Section, anchor: None, cells: vec![Cell::text(title)] }
    }

    /// Gives it an anchor.
    #[must_use]
    pub fn anchor(mut self, anchor: impl Into<String>) -> Self {
        self.anchor = Some(anchor.into());
        self
    }
}

impl Column {
    /// A column of this title, width in characters and alignment.
    pub fn new(title: impl Into<String>, width: u16, align: Align) -> Self {
        Self { title: title.into(), width, align, facet: None }
    }
}
