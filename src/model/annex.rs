//! Phụ lục I as the plan lays it out: its columns, its tables and their rows.

use serde::Deserialize;

use super::{ElementId, FormId, PeriodKind};

/// The statistics annex.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annex {
    /// Its title, below `Phụ lục I`.
    pub title: String,
    /// Columns of every table, from left to right.
    pub columns: Vec<AnnexColumn>,
    /// Tables in order.
    pub tables: Vec<AnnexTable>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnexColumn {
    /// Its head.
    pub head: String,
    /// What stands in it.
    pub shows: AnnexField,
    /// Width in characters.
    pub width: u16,
    /// The kinds of period whose reports have it; all where empty.
    pub kinds: Vec<PeriodKind>,
}

/// What a column shows of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnnexField {
    /// The row's number.
    No,
    /// The element's id.
    Code,
    /// What is counted.
    Name,
    /// Its unit.
    Unit,
    /// "Kỳ này".
    Period,
    /// "Lũy kế".
    Cumulative,
    /// "Kỳ này" of the period before.
    Previous,
    /// "Kỳ này" less that of the period before.
    Change,
    /// The result of the same period a year before: "Lũy kế", for quarters "Kỳ này".
    LastYear,
    /// This period's result less that.
    ChangeOfYear,
    /// What offices answered in words and remarked.
    Note,
}

/// A table, on a sheet of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnexTable {
    /// Name of its sheet.
    pub id: FormId,
    /// Its heading, such as `Biểu 3. Cải cách thủ tục hành chính`.
    pub title: String,
    /// Its rows.
    pub rows: Vec<AnnexRow>,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnnexRow {
    /// A heading over all columns.
    Section(String),
    /// A figure.
    Figure(AnnexFigure),
}

/// A figure as the annex numbers and names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnexFigure {
    /// The element.
    pub element: ElementId,
    /// Its number in the table.
    pub no: String,
    /// What is counted.
    pub name: String,
    /// Its unit.
    pub unit: String,
}
