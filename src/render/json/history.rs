//! The shape of earlier periods in `report.json`; what is not known does not stand there.

use std::collections::BTreeMap;

use serde::Serialize;

use super::indicator::fixed;
use crate::model::{ElementId, History, IndicatorId, Measure, Number, Past, PeriodId};

#[derive(Serialize)]
pub(super) struct HistoryView<'a> {
    /// Earlier periods in order of time.
    periods: Vec<PastView<'a>>,
    /// The same period a year before, if it is one of them.
    year_before: Option<&'a PeriodId>,
    /// What `prev(…)` says: as submitted then, else from the forms' "Kỳ trước".
    previous: Vec<FigureView<'a>>,
}

#[derive(Serialize)]
struct PastView<'a> {
    id: &'a PeriodId,
    title: &'a str,
    totals: Vec<FigureView<'a>>,
    values: BTreeMap<&'a IndicatorId, String>,
}

#[derive(Serialize)]
struct FigureView<'a> {
    element: &'a ElementId,
    measure: Measure,
    value: &'a Number,
}

impl<'a> HistoryView<'a> {
    pub(super) fn of(history: &'a History) -> Self {
        let figure = |((element, measure), value): (&'a (ElementId, Measure), &'a Number)| FigureView {
            element,
            measure: *measure,
            value,
        };
        Self {
            periods: history.periods.iter().map(PastView::of).collect(),
            year_before: history.year_before().map(|past| &past.period.id),
            previous: history.previous.iter().map(figure).collect(),
        }
    }
}

impl<'a> PastView<'a> {
    fn of(past: &'a Past) -> Self {
        let known = past.totals.iter().filter_map(|total| {
            let value = total.value.as_ref()?;
            Some(FigureView { element: &total.element, measure: total.measure, value })
        });
        Self {
            id: &past.period.id,
            title: &past.period.title,
            totals: known.collect(),
            values: past.values.iter().map(|(id, value)| (id, fixed(value))).collect(),
        }
    }
}
