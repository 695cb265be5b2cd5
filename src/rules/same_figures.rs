//! O601: offices sent the same figures for what they are all asked: one form was copied from another.

use std::collections::BTreeMap;

use super::Context;
use super::common::copied;
use crate::model::{Element, ElementKind, Figure, Finding, Measure, Number, OfficeId, Severity};
use crate::parallel;

/// Offices, and their figures, an equal row each.
type Copies<'a> = BTreeMap<Vec<&'a OfficeId>, Vec<&'a Figure>>;

/// One finding for offices whose figures are equal throughout, with all their cells.
pub(super) fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut copies = Copies::new();
    for (offices, elements) in shared(context) {
        for (offices, figures) in equal_rows(context, offices, &elements) {
            copies.entry(offices).or_default().extend(figures);
        }
    }
    copies.iter().filter_map(|(offices, figures)| finding(context, offices, figures)).collect()
}

/// Elements of several offices, by these offices. What is a rate or a code is easily the same.
fn shared<'a>(context: &Context<'a>) -> BTreeMap<&'a [OfficeId], Vec<&'a Element>> {
    let mut by_offices = BTreeMap::<&[OfficeId], Vec<&Element>>::new();
    let counted = |kind| matches!(kind, ElementKind::Count | ElementKind::Money | ElementKind::Decimal);
    let shared = context.plan.elements.iter().filter(|element| counted(element.kind) && element.offices.len() > 1);
    for element in shared {
        by_offices.entry(&element.offices).or_default().push(element);
    }
    by_offices
}

/// The offices that say the same of every one of these elements, each group with all its figures that are not zero.
fn equal_rows<'a>(context: &Context<'a>, offices: &'a [OfficeId], elements: &[&Element]) -> Copies<'a> {
    let Some(book) = context.books.current() else { return Copies::new() };
    let row = |office: &&'a OfficeId| -> Vec<&'a Figure> {
        let figures = elements.iter().filter_map(|of| book.figure(context.plan, office, &of.id, Measure::Period));
        figures.filter(|figure| figure.value.as_ref().is_some_and(|value| !value.is_zero())).collect()
    };
    let offices: Vec<&OfficeId> = offices.iter().collect();
    let mut same = BTreeMap::<Vec<_>, Vec<(&OfficeId, Vec<&Figure>)>>::new();
    for (office, figures) in offices.iter().zip(parallel::map(&offices, row)) {
        let said = figures.iter().map(|figure| (&figure.element, figure.value.as_ref())).collect();
        same.entry(said).or_default().push((office, figures));
    }
    let copied = same.into_values().filter(|offices| offices.len() > 1);
    let group = |rows: Vec<(&'a OfficeId, Vec<&'a Figure>)>| {
        let (offices, figures): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        (offices, figures.concat())
    };
    copied.map(group).collect()
}

fn finding(context: &Context<'_>, offices: &[&OfficeId], figures: &[&Figure]) -> Option<Finding> {
    let first = offices.first()?;
    let values: Vec<&Number> =
        figures.iter().filter(|figure| figure.office == **first).filter_map(|figure| figure.value.as_ref()).collect();
    if !copied::is_no_chance(values.iter().copied()) {
        return None;
    }
    let names: Vec<&str> = offices.iter().map(|office| context.plan.office_name(office)).collect();
    let cells = figures.iter().filter_map(|figure| figure.source.clone());
    let finding = Finding::new("O601", Severity::Warning).related(cells).provided(values.len().to_string());
    Some(finding.arg("offices", names.join("; ")).arg("count", values.len().to_string()))
}
