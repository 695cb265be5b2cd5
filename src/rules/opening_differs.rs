//! T705: dossiers carried over from the period before are not those that were pending at its end.

use super::Context;
use crate::assess::Beside;
use crate::model::{DossierMeasure, Finding, OfficeId, Severity};

/// The dossier measure that opens a period, and the one that closes it.
const OPENING: DossierMeasure = DossierMeasure::ReceivedCarriedOver;
const CLOSING: DossierMeasure = DossierMeasure::Pending;

/// Holds every opening figure against the same office's closing figure one period earlier.
pub(super) fn check(context: &Context<'_>) -> Vec<Finding> {
    let measured = |measure| context.plan.elements.iter().any(|element| element.dossier == Some(measure));
    if !measured(OPENING) || !measured(CLOSING) {
        return Vec::new();
    }
    context.each_office(|office| {
        let of = |measure| context.books.beside(office).filter(move |beside| beside.element.dossier == Some(measure));
        let Some(closing) = of(CLOSING).next() else { return Vec::new() };
        of(OPENING).filter_map(|opening| compare(context, office, &opening, &closing)).collect()
    })
}

fn compare(context: &Context<'_>, office: &OfficeId, opening: &Beside<'_>, closing: &Beside<'_>) -> Option<Finding> {
    let (carried, (pending, cell)) = (opening.now().value.clone()?, closing.previous()?);
    (carried != pending).then(|| {
        let difference = &carried - &pending;
        let mut finding = Finding::new("T705", Severity::Warning)
            .office(office)
            .at_opt(opening.now().source.clone())
            .related(cell.cloned())
            .provided(carried.to_string())
            .expected(pending.to_string())
            .about(opening.element)
            .arg("closing", closing.element.name.as_str())
            .arg("now", carried.vietnamese(6))
            .arg("before", pending.vietnamese(6))
            .arg("gap", difference.vietnamese(6))
            .arg("period", context.title_before());
        finding.difference = Some(difference.to_string());
        context.explained(finding, opening.now())
    })
}
