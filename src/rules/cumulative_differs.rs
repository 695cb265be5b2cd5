//! T702: "Lũy kế" as the office wrote it differs from the sum of its periods. The written one counts. Where it even fell, T704 says so.

use super::{Context, cumulative_fell};
use crate::model::{Element, ElementKind, Finding, Flow, Measure, OfficeId, Severity, State};

/// Holds every written "Lũy kế" of a flow against the sum of "Kỳ này" since the count began.
pub(super) fn check(context: &Context<'_>) -> Vec<Finding> {
    let flows = |element: &&Element| {
        element.flow == Flow::Flow && !matches!(element.kind, ElementKind::Text | ElementKind::Choice)
    };
    let mut findings = Vec::new();
    for element in context.plan.elements.iter().filter(flows) {
        findings.extend(element.offices.iter().filter_map(|office| compare(context, element, office)));
    }
    findings
}

fn compare(context: &Context<'_>, element: &Element, office: &OfficeId) -> Option<Finding> {
    let written = context.books.current()?.figure(context.plan, office, &element.id, Measure::Cumulative)?;
    let source = written.source.clone().filter(|_| matches!(written.state, State::Value | State::Nil))?;
    let (value, expected) = (written.value.clone()?, context.books.expected_cumulative(office, element)?);
    let fell = || cumulative_fell::fallen(context.books, &context.books.beside_one(office, element)?);
    (value != expected && fell().is_none()).then(|| {
        let difference = &value - &expected;
        let mut finding = Finding::new("T702", Severity::Warning)
            .office(office)
            .at(source)
            .provided(value.to_string())
            .expected(expected.to_string())
            .about(element);
        finding.difference = Some(difference.to_string());
        finding
    })
}
