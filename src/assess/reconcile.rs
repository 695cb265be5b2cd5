//! Submitted figures against the dossiers behind them.

use super::book::Books;
use super::totals;
use super::views::Commune;
use crate::model::{
    DossierCounts, DossierFile, DossierMeasure, Element, ElementKind, Expr, Measure, Number, OfficeId, Reconciled,
    Reconciliation, ReconciliationGap as Gap,
};

/// Holds every element that counts dossiers against their count in the reported period.
pub fn reconcile(books: &Books<'_>, counts: DossierCounts) -> Reconciliation {
    let counting = books.plan.elements.iter().filter_map(|element| Some((element, measure(element)?)));
    let measures = counting.map(|(element, measure)| one(books, element, measure, &counts)).collect();
    Reconciliation { measures, counts }
}

/// What an element counts of dossiers, if it is a number that can be counted.
fn measure(element: &Element) -> Option<DossierMeasure> {
    let counts = matches!(element.kind, ElementKind::Count | ElementKind::Money | ElementKind::Decimal);
    element.dossier.filter(|_| counts)
}

fn one(books: &Books<'_>, element: &Element, measure: DossierMeasure, counts: &DossierCounts) -> Reconciled {
    let claimed = totals::one(books, latest(books), element, Measure::Period).value;
    let counted = counts.counts.get(&measure).map(|&count| Number::from(i64::try_from(count).unwrap_or(i64::MAX)));
    let mut gaps = Vec::new();
    if claimed.is_none() {
        gaps.push(unclaimed(books, element));
    }
    if counted.is_none() {
        gaps.extend(uncounted(measure, counts));
    }
    let difference = claimed.as_ref().zip(counted.as_ref()).map(|(claimed, counted)| claimed - counted);
    Reconciled { element: element.id.clone(), measure, claimed, counted, difference, gaps }
}

fn latest(books: &Books<'_>) -> usize {
    books.count().saturating_sub(1)
}

/// Why there is no claim.
fn unclaimed(books: &Books<'_>, element: &Element) -> Gap {
    let commune = Commune { books, position: latest(books), measure: Measure::Period };
    let expr = Expr::Element(element.id.clone());
    let silent = |office: &&OfficeId| !commune.missing_at(office, &[&expr]).is_empty();
    let offices: Vec<OfficeId> = books.plan.offices.iter().map(|office| &office.id).filter(silent).cloned().collect();
    if offices.is_empty() { Gap::NoCommonFigure } else { Gap::NotClaimed(offices) }
}

/// Why there is no count: a sum of which a part is missing is unknown.
fn uncounted(measure: DossierMeasure, counts: &DossierCounts) -> Vec<Gap> {
    if counts.files.iter().all(|file| file.rejected.is_some()) {
        return vec![Gap::NoExport];
    }
    let gap = |file: &DossierFile| {
        if file.rejected.is_some() {
            return Some(Gap::Rejected(file.path.clone()));
        }
        let lacking: Vec<_> = measure.needs().iter().copied().filter(|column| file.missing.contains(column)).collect();
        (!lacking.is_empty()).then(|| Gap::Lacks(file.path.clone(), lacking))
    };
    counts.files.iter().filter_map(gap).collect()
}
