//! Documents as bytes: one file a format, and a table that lists them.

pub mod docx;
pub mod form;
pub mod html;
pub mod json;
#[cfg(test)]
mod sample;
pub mod xlsx;

use std::collections::BTreeMap;

use crate::model::Source;
use crate::report::document::{Align, Cell, Column, Content, Document, DocumentKind};
use crate::templates::TemplateFault;

/// A format of documents.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Extension of its files.
    pub extension: &'static str,
    /// The documents that are written in it.
    pub kinds: &'static [DocumentKind],
    /// Writes one.
    pub render: fn(&Document, &Templates) -> Result<Vec<u8>, RenderError>,
}

const ALL: &[DocumentKind] = &[DocumentKind::Report, DocumentKind::WorkingPapers];

/// Every format. Word is for what is signed: the report alone.
pub const FORMATS: &[Format] = &[
    Format { extension: "xlsx", kinds: ALL, render: |document, _| xlsx::render(document) },
    Format { extension: "html", kinds: ALL, render: |document, of| html::render(document, &of.html) },
    Format {
        extension: "docx",
        kinds: &[DocumentKind::Report],
        render: |document, of| docx::render(document, &of.docx),
    },
];

/// A document as a page, whatever its kind.
pub fn page(document: &Document, templates: &Templates) -> Result<Vec<u8>, RenderError> {
    html::render(document, &templates.html)
}

/// A document as a letter that is signed, whatever its kind.
pub fn letter(document: &Document, templates: &Templates) -> Result<Vec<u8>, RenderError> {
    docx::render(document, &templates.docx)
}

/// The templates of every format that has some.
#[derive(Debug)]
pub struct Templates {
    html: html::Templates,
    docx: docx::Templates,
}

impl Templates {
    /// The embedded files with those of `overrides` (by path below `templates/`) in their place.
    pub fn new(overrides: &BTreeMap<String, String>) -> Result<Self, RenderError> {
        Ok(Self { html: html::Templates::new(overrides)?, docx: docx::Templates::new(overrides)? })
    }
}

/// Why a document cannot be written in a format.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A template cannot be used.
    #[error(transparent)]
    Template(#[from] TemplateFault),
    /// A sheet would not fit into a workbook.
    #[error("sheet \"{sheet}\" needs {needs} {}, a workbook has at most {most}", way.key())]
    BeyondExcel {
        /// The sheet's name.
        sheet: String,
        /// In which way it is too large.
        way: Way,
        /// How many it needs.
        needs: u64,
        /// How many it can have.
        most: u64,
    },
    /// The workbook cannot be written.
    #[error("workbook: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The Word document cannot be packed.
    #[error("Word document: {0}")]
    Package(#[from] zip::result::ZipError),
    /// `report.json` cannot be written.
    #[error("report.json: {0}")]
    Json(#[from] serde_json::Error),
}

/// In which way a sheet can be too large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Too long.
    Rows,
    /// Too wide.
    Columns,
}

impl Way {
    /// Its name in the catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::Rows => "rows",
            Self::Columns => "columns",
        }
    }
}

/// The sources that a cell's own words do not name already.
fn derivation(cell: &Cell) -> &[Source] {
    let told = match (&cell.content, cell.sources().first()) {
        (Content::Text(text), Some(first)) => text.contains(&first.to_string()),
        _ => false,
    };
    if told { &[] } else { cell.sources() }
}

/// Most decimals that a shown rate may have.
const MOST_PLACES: u32 = 12;

/// A number as readers see it, with its unit; `None` for what is no number.
pub(crate) fn figure(content: &Content) -> Option<String> {
    match content {
        Content::Number { value, places, percent } => {
            Some(format!("{}{}", value.vietnamese(u32::from(*places)), if *percent { "%" } else { "" }))
        }
        Content::Rate(rate) => {
            let gap = if rate.unit.is_empty() || rate.unit == "%" { "" } else { "\u{a0}" };
            Some(format!("{}{gap}{}", rate.shown.vietnamese(MOST_PLACES), rate.unit))
        }
        Content::Empty | Content::Text(_) | Content::Bar(_) => None,
    }
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
