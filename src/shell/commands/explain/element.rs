//! What a data element is, and each office's figure with its cell.

use std::collections::BTreeSet;

use super::dossiers::{self, DOSSIERS};
use super::earlier;
use super::indicator::{self, CELL, number};
use super::page::{Item, Page, coded, said};
use super::{Round, key};
use crate::expr;
use crate::model::{Element, Figure, Number, State, Total};
use crate::shell::terminal::words;
use crate::text::Catalog;

const FIGURE: &[&str] = &["office", "measure", "value", "file", "sheet", "cell", "said", "correction"];

/// The element with every figure of it.
pub(super) fn page(element: &Element, round: &Round, catalog: &Catalog) -> Page {
    let figures = round.figures.figures.iter().filter(|figure| figure.element == element.id);
    let figures = figures.filter(|figure| round.concerns(&figure.office)).map(|figure| row(figure, catalog));
    let totals = round.figures.totals.iter().filter(|total| total.element == element.id);
    Page::new("element", element.id.as_str(), element.name.clone())
        .fact("form", said(Some(element.form.as_str())))
        .fact("no", said(Some(element.no.as_str())))
        .fact("unit", said(Some(element.unit.as_str()).filter(|unit| !unit.is_empty())))
        .fact("element-kind", coded(catalog.get(&key("kind", element.kind)), element.kind))
        .fact("flow", coded(catalog.get(&key("flow", element.flow)), element.flow))
        .fact("aggregate", coded(catalog.get(&key("aggregate", element.aggregate)), element.aggregate))
        .fact("formula", said(element.formula.as_ref().map(|formula| formula.text.as_str())))
        .fact("period", super::period(round))
        .table("totals", &["measure", "total", "reported"], totals.map(|total| sum(total, catalog)).collect())
        .table("figures", FIGURE, figures.collect())
        .table("cells", CELL, cells(element, round))
        .table("dossiers", DOSSIERS, dossiers::rows([element], round, catalog))
        .table("earlier", earlier::FIGURES, earlier::figures(&element.id, round, catalog))
}

/// The cells behind figures that are no single cell's: sums over periods, and the operands of a computed row.
fn cells(element: &Element, round: &Round) -> Vec<Vec<Item>> {
    let plan = &round.figures.plan;
    let computed = element.formula.as_ref().map(|formula| expr::leaves(&formula.expr, plan)).unwrap_or_default();
    let behind = |figure: &&Figure| figure.element == element.id || computed.contains(&&figure.element);
    let figures = round.figures.figures.iter().filter(behind).filter(|figure| round.concerns(&figure.office));
    let own = |figure: &Figure| figure.source.clone().filter(|_| !computed.is_empty());
    let sources =
        |figure: &Figure| own(figure).into_iter().chain(figure.summed_from.iter().cloned()).collect::<Vec<_>>();
    let mut seen = BTreeSet::new();
    let rows = figures.flat_map(|figure| sources(figure).into_iter().map(move |source| (figure, source)));
    rows.filter(|(_, source)| seen.insert(source.clone()))
        .map(|(figure, source)| indicator::cell(&figure.office, &figure.element, &source, round))
        .collect()
}

fn sum(total: &Total, catalog: &Catalog) -> Vec<Item> {
    let reported = format!("{}/{}", total.reported, total.expected);
    vec![super::measure(total.measure, catalog), number(total.value.as_ref()), said(Some(reported))]
}

fn row(figure: &Figure, catalog: &Catalog) -> Vec<Item> {
    let Figure { state, text, value: known, .. } = figure;
    let mut items = vec![said(Some(figure.office.as_str())), super::measure(figure.measure, catalog)];
    items.push(value(*state, text.as_deref(), known.as_ref(), catalog));
    items.extend(super::place(figure.source.as_ref()));
    items.push(said(figure.raw.as_deref()));
    let correction = |correction: &crate::model::Correction| format!("{} ({})", correction.source, correction.reason);
    items.push(said(figure.corrected.as_deref().map(correction)));
    items
}

/// The figure; where there is none, the word for why, so that blank, nil, unreadable and missing stay four things.
pub(super) fn value(state: State, text: Option<&str>, value: Option<&Number>, catalog: &Catalog) -> Item {
    match (state, text) {
        (State::Value, Some(text)) => said(Some(text)),
        (State::Value, None) => number(value),
        (state, _) => coded(catalog.get(words::state(state)), state),
    }
}
