//! Documents as bytes: one file a format, and a table that lists them.

pub mod form;
pub mod html;
pub mod json;
#[cfg(test)]
mod sample;
pub mod xlsx;

pub use html::Templates;

use crate::model::Source;
use crate::report::document::{Align, Cell, Column, Content, Document};
use crate::templates::TemplateFault;

/// Writes a document in one format.
pub type Render = fn(&Document, &Templates) -> Result<Vec<u8>, RenderError>;

/// Every format of a document, by file extension.
pub const FORMATS: &[(&str, Render)] = &[("xlsx", |document, _| xlsx::render(document)), ("html", html::render)];

/// Why a document cannot be written in a format.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A template cannot be used.
    #[error(transparent)]
    Template(#[from] TemplateFault),
    /// A sheet would not fit into a workbook.
    #[error(
        "sheet \"{sheet}\" needs {rows} rows, a workbook has at most {most}: report fewer offices at a time, with a plan for each group"
    )]
    TooManyRows {
        /// The sheet's name.
        sheet: String,
        /// Rows it needs.
        rows: u64,
        /// Rows it can have.
        most: u64,
    },
    /// The workbook cannot be written.
    #[error("workbook: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// `report.json` cannot be written.
    #[error("report.json: {0}")]
    Json(#[from] serde_json::Error),
}

/// The sources that a cell's own words do not name already.
fn derivation(cell: &Cell) -> &[Source] {
    let told = match (&cell.content, cell.sources().first()) {
        (Content::Text(text), Some(first)) => text.contains(&first.to_string()),
        _ => false,
    };
    if told { &[] } else { cell.sources() }
}

/// Texts longer than this are read from the left, even among numbers.
const LONGEST_ASIDE: usize = 32;

/// How a cell is set: as its column, unless it holds a text where numbers stand.
fn align(cell: &Cell, column: &Column) -> Align {
    match &cell.content {
        Content::Text(text) if text.chars().count() > LONGEST_ASIDE && column.align == Align::Right => Align::Left,
        _ => column.align,
    }
}
