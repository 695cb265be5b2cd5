//! Figures of several rows as one reading that still names every cell.

use std::sync::Arc;

use crate::model::{Number, Reading, State};

/// The sum of a column. One cell that cannot be read makes it unreadable, one that is blank makes it blank, and that
/// cell is then its source: what is not known of one row is not known of the sum.
pub(super) fn of<'r>(readings: impl Iterator<Item = &'r Reading> + Clone) -> Reading {
    let first = |state: State| readings.clone().find(|reading| reading.state == state);
    if let Some(unknown) = [State::Missing, State::Unreadable, State::Blank].into_iter().find_map(first) {
        return unknown.clone();
    }
    let mut sum = first(State::Value).or_else(|| first(State::Nil)).cloned().unwrap_or_default();
    let numbers = readings.clone().filter_map(Reading::number);
    sum.value = Some(numbers.fold(Number::zero(), |sum, number| &sum + &number));
    let mut cells = readings.clone().filter_map(|reading| reading.source.clone());
    sum.source = cells.next();
    sum.summed_with = cells.collect();
    if !sum.summed_with.is_empty() {
        sum.raw = Some(Arc::from(readings.map(said).collect::<Vec<_>>().join(" + ")));
    }
    sum
}

/// A cell with what it says: `C12: 35`.
fn said(reading: &Reading) -> String {
    let cell = reading.source.as_ref().and_then(|source| source.cell);
    let cell = cell.map(|cell| format!("{cell}: ")).unwrap_or_default();
    format!("{cell}{}", reading.raw.as_deref().unwrap_or_default())
}
