//! Bands within which a figure may change from one period to the next.

use crate::model::{Band, Flow, Number};
use crate::plan::codes;
use crate::plan::problem::Inspection;
use crate::plan::raw::{RawBand, Spanned};

/// Notes what is wrong with a band.
pub(super) fn check(raw: Option<&RawBand>, at: &mut Inspection<'_>) {
    let numbers = raw.into_iter().flat_map(|raw| [&raw.percent, &raw.units]).flatten();
    for negative in numbers.filter(|number| number.get_ref().is_negative()) {
        at.problem(codes::NEGATIVE_BAND, negative.span()).arg("value", negative.get_ref().to_string());
    }
}

/// The band of this table, its gaps filled from `usual`.
pub(super) fn band(raw: &RawBand, usual: &Band) -> Band {
    let number = |written: &Option<_>, usual: &Number| {
        written.as_ref().map_or_else(|| usual.clone(), |number: &Spanned<Number>| number.get_ref().clone())
    };
    Band { percent: number(&raw.percent, &usual.percent), units: number(&raw.units, &usual.units) }
}

/// An element's own band, else the plan's; a stock has none of its own accord, since it may count up from the year's beginning.
pub(super) fn of_element(raw: Option<&RawBand>, flow: Flow, usual: &Band) -> Option<Band> {
    match (raw, flow) {
        (Some(raw), _) => Some(band(raw, usual)),
        (None, Flow::Flow) => Some(usual.clone()),
        (None, Flow::Stock) => None,
    }
}
