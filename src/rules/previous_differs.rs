//! T701: "Kỳ trước" in the form differs from what the office submitted then. The earlier submission counts.

use super::Context;
use crate::model::{Element, Finding, Measure, OfficeId, Severity};

/// Holds every "Kỳ trước" against the submission of the period before.
pub(super) fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for element in &context.plan.elements {
        findings.extend(element.offices.iter().filter_map(|office| compare(context, element, office)));
    }
    findings
}

fn compare(context: &Context<'_>, element: &Element, office: &OfficeId) -> Option<Finding> {
    let books = context.books;
    let book = books.current()?;
    let written = book.written_previous(context.plan, office, &element.id)?;
    let earlier = books.at(books.count().checked_sub(2)?)?;
    let submitted = earlier.figure(context.plan, office, &element.id, Measure::Period)?;
    let expected = submitted.value.clone()?;
    (written != expected).then(|| {
        let mut finding = Finding::new("T701", Severity::Warning)
            .office(office)
            .at_opt(book.previous_cell(context.plan, office, &element.id).cloned())
            .related(submitted.source.clone())
            .provided(written.to_string())
            .expected(expected.to_string())
            .about(element)
            .arg("period", earlier.period.title.as_str());
        finding.difference = Some((&written - &expected).to_string());
        finding
    })
}
