//! Where an indicator's value comes from: formula, offices, file, sheet, cell, what the cell said.

use super::dossiers::{self, DOSSIERS};
use super::page::{Item, Page, coded, said};
use super::subject::Subject;
use super::{Round, earlier};
use crate::model::{Direction, ElementId, Indicator, IndicatorResult, Number, OfficeId, OfficeShare, Source, Target};
use crate::shell::terminal::words;
use crate::text::Catalog;

/// Columns of a table of cells.
pub(super) const CELL: &[&str] = &["office", "element", "file", "sheet", "cell", "said"];

/// The indicator with every cell that went in.
pub(super) fn page(indicator: &Indicator, round: &Round, catalog: &Catalog) -> Page {
    let target = indicator.target.as_ref().map(|target| target_text(target, &indicator.unit, catalog));
    let page = Page::new("indicator", indicator.id.as_str(), indicator.name.clone())
        .fact("clause", said(Some(indicator.clause.as_str())))
        .fact("period", super::period(round))
        .fact("measure", super::measure(indicator.measure, catalog))
        .fact("numerator-formula", said(Some(indicator.numerator.text.as_str())))
        .fact("denominator-formula", said(indicator.denominator.as_ref().map(|formula| formula.text.as_str())))
        .fact("target", said(target));
    match round.figures.indicators.iter().find(|result| result.indicator.id == indicator.id) {
        Some(result) => assessed(page, result, round, catalog),
        None => page,
    }
}

fn assessed(page: Page, result: &IndicatorResult, round: &Round, catalog: &Catalog) -> Page {
    let shares = result.by_office.iter().filter(|share| round.concerns(&share.office)).map(share);
    let sources = result.sources.iter().filter(|(office, ..)| round.concerns(office));
    let cells = sources.map(|(office, element, source)| cell(office, element, source, round));
    let counting = Subject::Indicator(&result.indicator).elements(&round.figures.plan);
    page.fact("status", coded(catalog.get(words::indicator(result.status).0), result.status))
        .fact("printed", said(Some(result.printed.as_str())))
        .fact("baseline", number(result.baseline.as_ref()))
        .fact("reason", said(result.reason.as_deref()))
        .table("by-office", &["office", "numerator", "denominator"], shares.collect())
        .table("cells", CELL, cells.collect())
        .table("dossiers", DOSSIERS, dossiers::rows(counting, round, catalog))
        .table("earlier", earlier::VALUES, earlier::values(&result.indicator.id, round))
}

fn share(share: &OfficeShare) -> Vec<Item> {
    vec![said(Some(share.office.as_str())), number(share.numerator.as_ref()), number(share.denominator.as_ref())]
}

/// A cell that went in, in the columns of [`CELL`].
pub(super) fn cell(office: &OfficeId, element: &ElementId, source: &Source, round: &Round) -> Vec<Item> {
    let mut items = vec![said(Some(office.as_str())), said(Some(element.as_str()))];
    items.extend(super::place(Some(source)));
    items.push(said(round.said(source)));
    items
}

fn target_text(target: &Target, unit: &str, catalog: &Catalog) -> String {
    match target {
        Target::Value { op, value } => format!("{} {}{unit}", op, decimal(value)),
        Target::Trend { direction: Direction::Up, .. } => catalog.get("target-up"),
        Target::Trend { direction: Direction::Down, .. } => catalog.get("target-down"),
    }
}

/// A number with a decimal comma on screen, as officers write it, and plain in JSON.
pub(super) fn number(number: Option<&Number>) -> Item {
    number.map_or_else(|| said(None::<String>), |number| coded(decimal(number), number))
}

fn decimal(number: &Number) -> String {
    number.vietnamese(12)
}
