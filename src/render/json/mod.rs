//! `report.json`, schema `cchc-report/1`: everything both documents say, for other programs.

mod collection;
mod finding;
mod history;
mod indicator;
mod layout;
mod reconciliation;
mod revision;
#[cfg(test)]
mod tests;
mod view;

use serde::Serialize;
use serde_json::Serializer;

use super::RenderError;
use crate::model::{Collection, Difference, Plan, Reconciliation, Results, Worded};
use collection::StatusView;
use finding::FindingView;
use reconciliation::ReconciliationView;
use revision::RevisionView;

/// About what a figure takes; a city's file is made of figures, and growing would hold it twice.
const BYTES_PER_FIGURE: usize = 200;

/// The whole file, one record a line.
pub fn render(results: &Results) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Vec::with_capacity(BYTES_PER_FIGURE * results.figures.len());
    view::serialize(results, &mut Serializer::with_formatter(&mut bytes, layout::RecordPerLine::default()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// What `reconcile` prints: the part of the file that holds figures against dossiers.
pub fn reconciliation(reconciliation: &Reconciliation) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, layout::RecordPerLine::default());
    ReconciliationView::of(reconciliation).serialize(&mut serializer)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// What `status` prints: the collections of some periods of the plan, schema `cchc-status/1`, which `collection.rs` beside
/// this file describes.
pub fn status(plan: &Plan, collections: &[Collection]) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, layout::RecordPerLine::default());
    StatusView::of(plan, collections).serialize(&mut serializer)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// A finding as the file has it.
pub fn finding(worded: &Worded) -> impl Serialize + '_ {
    FindingView::of(worded)
}

/// What `audit diff` prints of two versions: an entry of the file's `revisions`.
pub fn revision(step: &Difference) -> impl Serialize + '_ {
    RevisionView::of(step)
}
