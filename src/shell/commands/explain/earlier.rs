//! What earlier periods came to, which stands beside a figure in the report.

use super::indicator::number;
use super::page::{Item, coded};
use super::{Round, measure};
use crate::model::{ElementId, IndicatorId, Measure, Past};
use crate::text::Catalog;

/// Columns of an element's earlier figures.
pub(super) const FIGURES: &[&str] = &["earlier-period", "measure", "total"];

/// Columns of an indicator's earlier values.
pub(super) const VALUES: &[&str] = &["earlier-period", "value"];

/// The commune's known figures of an element, in order of time. Where nothing was submitted for the period before, the
/// forms' "Kỳ trước" stands in for it.
pub(super) fn figures(element: &ElementId, round: &Round, catalog: &Catalog) -> Vec<Vec<Item>> {
    let history = &round.figures.history;
    let of = |past: &Past| {
        let known = [Measure::Period, Measure::Cumulative]
            .into_iter()
            .filter_map(|of| Some(vec![period(past), measure(of, catalog), number(Some(past.total(element, of)?))]));
        known.collect::<Vec<_>>()
    };
    let mut rows: Vec<Vec<Item>> = history.periods.iter().flat_map(of).collect();
    let submitted = history.before().is_some_and(|past| past.total(element, Measure::Period).is_some());
    let written = history.previous.get(&(element.clone(), Measure::Period)).filter(|_| !submitted);
    rows.extend(written.map(|value| {
        let column = coded(catalog.get("explain-previous-column"), "previous");
        vec![column, measure(Measure::Period, catalog), number(Some(value))]
    }));
    rows
}

/// An indicator's known values, in order of time.
pub(super) fn values(indicator: &IndicatorId, round: &Round) -> Vec<Vec<Item>> {
    let value = |past: &Past| Some(vec![period(past), number(Some(&past.values.get(indicator)?.round(6)))]);
    round.figures.history.periods.iter().filter_map(value).collect()
}

fn period(past: &Past) -> Item {
    coded(format!("{} ({})", past.period.title, past.period.id), &past.period.id)
}
