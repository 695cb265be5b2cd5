//! `report.json`, schema `cchc-report/1`: everything both documents say, for other programs.

mod finding;
mod indicator;
mod layout;
#[cfg(test)]
mod tests;
mod view;

use serde_json::Serializer;

use super::RenderError;
use crate::model::Results;

/// The whole file, one record a line.
pub fn render(results: &Results) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Vec::new();
    view::serialize(results, &mut Serializer::with_formatter(&mut bytes, layout::RecordPerLine::default()))?;
    bytes.push(b'\n');
    Ok(bytes)
}
