//! The report as a Word document in the layout of Decree 30/2020/NĐ-CP: the form that is signed.

mod letterhead;
mod measure;
mod rows;
#[cfg(test)]
mod tests;
mod view;
mod widths;

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use super::RenderError;
use crate::report::document::Document;
use crate::templates::{Escape, Library};

/// The files of the package in order, each the template of its name. A file more needs a template, a line here, its type in `[Content_Types].xml` and its relationship in `_rels/.rels`.
const FILES: &[&str] = &[
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/core.xml",
    "docProps/custom.xml",
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "word/settings.xml",
    "word/header.xml",
];

/// Of 1 to 9, as in workbooks.
const COMPRESSION: i64 = 2;

/// The document's templates, ready to use.
#[derive(Debug)]
pub struct Templates(Library);

impl Templates {
    /// The embedded files with those of `overrides` (by path below `templates/`, such as `docx/word/styles.xml.hbs`) in
    /// their place.
    pub fn new(overrides: &BTreeMap<String, String>) -> Result<Self, RenderError> {
        Ok(Self(Library::new("docx", overrides, Escape::Xml)?))
    }
}

/// The Word document of a report; equal documents and templates give equal bytes.
pub fn render(document: &Document, templates: &Templates) -> Result<Vec<u8>, RenderError> {
    let view = view::View::of(document);
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    let options = options.compression_level(Some(COMPRESSION));
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for file in FILES {
        package.start_file(*file, options)?;
        package.write_all(templates.0.render(file, &view)?.as_bytes()).map_err(zip::result::ZipError::from)?;
    }
    Ok(package.finish()?.into_inner())
}
