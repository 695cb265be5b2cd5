//! T706: an office's figures are those of the period before: an old form was carried forward.

use super::Context;
use super::common::copied;
use crate::model::{Figure, Finding, Flow, OfficeId, Severity, Source};

/// Of every so many flows one may have changed.
const ALL_BUT: usize = 10;

/// One finding an office, with every cell that says what it said before.
pub(super) fn check(context: &Context<'_>) -> Vec<Finding> {
    context.each_office(|office| carried_forward(context, office).into_iter().collect())
}

/// Flows alone tell: what an office has, such as its staff, may well stay as it is.
fn carried_forward(context: &Context<'_>, office: &OfficeId) -> Option<Finding> {
    let flows = context.books.beside(office).filter(|beside| beside.element.flow == Flow::Flow);
    let pairs = flows.filter_map(|beside| Some((beside.now(), beside.submitted_before()?)));
    let said: Vec<(&Figure, &Figure)> = pairs.filter(|(now, before)| says(now) || says(before)).collect();
    let same: Vec<_> = said.iter().filter(|(now, before)| now.value == before.value).collect();
    let values = same.iter().filter_map(|(now, _)| now.value.as_ref());
    if same.len() * ALL_BUT < said.len() * (ALL_BUT - 1) || !copied::is_no_chance(values) {
        return None;
    }
    let mut cells = same.iter().filter_map(|(now, _)| now.source.clone());
    let before: Vec<Source> = same.iter().filter_map(|(_, before)| before.source.clone()).collect();
    let finding = Finding::new("T706", Severity::Warning).office(office).at_opt(cells.next());
    let finding = finding.related(cells).related(before).provided(format!("{}/{}", same.len(), said.len()));
    Some(finding.arg("office", context.plan.office_name(office)).arg("period", context.title_before()))
}

/// Whether there is a figure above or below zero.
fn says(figure: &Figure) -> bool {
    figure.value.as_ref().is_some_and(|value| !value.is_zero())
}
