//! Tables that offices may send instead of typing their figures.

use std::collections::BTreeSet;

use super::names::Names;
use crate::model::{DossierMeasure, Element, ElementKind, Plan, Statement, StatementColumn, StatementSum};
use crate::plan::codes;
use crate::plan::near::near;
use crate::plan::problem::Inspection;
use crate::plan::raw::{RawColumn, RawStatement, RawSum, Spanned};

/// The statements in plan order. `elements_known` is false where elements may be missing from the plan.
pub(super) fn statements(
    raw: &[RawStatement],
    plan: &Plan,
    elements_known: bool,
    at: &mut Inspection<'_>,
) -> Vec<Statement> {
    Names::declare("statement", raw.iter().map(|statement| &statement.id), at);
    let measures: BTreeSet<&str> = plan.elements.iter().filter_map(measure).collect();
    for statement in raw {
        let columns = Names::declare("column", statement.columns.iter().map(|column| &column.dossier), at);
        for column in &statement.columns {
            if elements_known {
                check_measure(column, &measures, at);
            }
            check_heads(column, at);
        }
        for sum in &statement.sums {
            check_sum(sum, &columns, at);
        }
    }
    raw.iter().filter_map(|raw| statement(raw, plan)).collect()
}

/// What an element counts of dossiers, if its figures can be added up over a statement's rows.
fn measure(element: &Element) -> Option<&'static str> {
    let adds = matches!(element.kind, ElementKind::Count | ElementKind::Money | ElementKind::Decimal);
    element.dossier.filter(|_| adds && element.is_submitted()).map(DossierMeasure::key)
}

fn check_measure(column: &RawColumn, measures: &BTreeSet<&str>, at: &mut Inspection<'_>) {
    if let Some(dossier) = column.dossier.as_ref().filter(|dossier| !measures.contains(dossier.get_ref().as_str())) {
        let name = dossier.get_ref().as_str();
        let meant = near(name, measures.iter().copied()).map(|known| format!("\"{known}\""));
        at.problem(codes::UNKNOWN_NAME, dossier.span()).arg("kind", "dossier").arg("name", name).suggest(meant);
    }
}

/// A head that says nothing would be found in every column.
fn check_heads(column: &RawColumn, at: &mut Inspection<'_>) {
    if let Some(heads) = &column.heads
        && (heads.get_ref().is_empty() || heads.get_ref().iter().any(|head| path(head).is_empty()))
    {
        at.problem(codes::EMPTY_LIST, heads.span()).arg("key", "heads");
    }
}

fn check_sum(sum: &RawSum, columns: &Names<'_>, at: &mut Inspection<'_>) {
    for reference in sum.total.iter().chain(sum.parts.iter().flat_map(Spanned::get_ref)) {
        columns.check(reference, at);
    }
    if let Some(parts) = sum.parts.as_ref().filter(|parts| parts.get_ref().is_empty()) {
        at.problem(codes::EMPTY_LIST, parts.span()).arg("key", "parts");
    }
}

fn statement(raw: &RawStatement, plan: &Plan) -> Option<Statement> {
    let columns: Vec<StatementColumn> = raw.columns.iter().filter_map(|raw| column(raw, plan)).collect();
    let position = |dossier: &str| columns.iter().position(|column| column.dossier == dossier);
    let sum = |raw: &RawSum| {
        let parts = raw.parts.as_ref()?.get_ref().iter();
        let parts = parts.filter_map(|part| position(part.get_ref())).collect();
        Some(StatementSum { total: position(raw.total.as_ref()?.get_ref())?, parts })
    };
    let sums = raw.sums.iter().filter_map(sum).collect();
    Some(Statement { id: raw.id.as_ref()?.get_ref().clone(), title: raw.title.clone()?, columns, sums })
}

fn column(raw: &RawColumn, plan: &Plan) -> Option<StatementColumn> {
    let dossier = raw.dossier.as_ref()?.get_ref();
    let elements = plan.elements.iter().filter(|element| measure(element) == Some(dossier.as_str()));
    Some(StatementColumn {
        dossier: dossier.clone(),
        no: raw.no.clone()?.0,
        heads: raw.heads.as_ref()?.get_ref().iter().map(|head| path(head)).collect(),
        elements: elements.map(|element| element.id.clone()).collect(),
    })
}

/// `đã giải quyết / Trước hạn` from the outermost merged cell inwards.
fn path(head: &str) -> Vec<String> {
    head.split(" / ").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
