//! Documents as one self-contained page: no script, nothing fetched, every style in one checked sheet.

mod bar;
mod card;
mod chart;
mod escape;
mod filter;
mod page;
mod part;
mod rules;
mod table;
mod templates;
#[cfg(test)]
mod tests;

pub use templates::Templates;

use super::RenderError;
use crate::report::document::Document;

/// The page of a document; equal documents and templates give equal bytes.
pub fn render(document: &Document, templates: &Templates) -> Result<Vec<u8>, RenderError> {
    let page = page::Page::of(document, templates.style());
    Ok(templates.render(&page)?.into_bytes())
}
