//! What an element's dossiers come to beside what was submitted.

use super::indicator::number;
use super::page::{Item, coded, said};
use super::round::Round;
use crate::model::{Element, Measure, Total};
use crate::text::Catalog;

/// Columns of figures beside their dossiers.
pub(super) const DOSSIERS: &[&str] = &["element", "dossier", "claimed", "counted", "difference", "unchecked"];

/// A row for every element that counts dossiers.
pub(super) fn rows<'e>(
    elements: impl IntoIterator<Item = &'e Element>,
    round: &Round,
    catalog: &Catalog,
) -> Vec<Vec<Item>> {
    elements.into_iter().filter_map(|element| row(element, round, catalog)).collect()
}

fn row(element: &Element, round: &Round, catalog: &Catalog) -> Option<Vec<Item>> {
    let measure = coded(element.dossier?.key().to_owned(), element.dossier);
    let name = said(Some(element.id.as_str()));
    let reconciled = round
        .figures
        .reconciliation
        .as_ref()
        .and_then(|reconciliation| reconciliation.measures.iter().find(|measured| measured.element == element.id));
    if let Some(found) = reconciled {
        let gaps = catalog.gaps(&found.gaps, &round.figures.plan);
        let [claimed, counted, difference] =
            [&found.claimed, &found.counted, &found.difference].map(|known| number(known.as_ref()));
        let why = said(Some(gaps).filter(|gaps| !gaps.is_empty()));
        return Some(vec![name, measure, claimed, counted, difference, why]);
    }
    let of_period = |total: &&Total| total.element == element.id && total.measure == Measure::Period;
    let total = round.figures.totals.iter().find(of_period);
    let claimed = number(total.and_then(|total| total.value.as_ref()));
    let why = said(Some(catalog.get("explain-no-exports")));
    Some(vec![name, measure, claimed, number(None), number(None), why])
}
