//! One element's figure in two tables: a form and a statement, or two statements.

use std::collections::BTreeSet;

use crate::model::{Finding, Reading, Severity, State};

/// A figure given twice: its element's name, the earlier reading and the later one.
pub(super) type Twice = (String, Reading, Reading);

/// S218: they differ, and so neither counts.
pub(super) fn different(twice: &Twice) -> Finding {
    finding("S218", Severity::Error, twice)
}

/// S217, once for all figures that both tables give alike.
pub(super) fn equal(all: &[Twice]) -> Option<Finding> {
    let first = all.first()?;
    let names: Vec<&str> = all.iter().map(|(name, ..)| name.as_str()).collect();
    let others = all.iter().skip(1).filter_map(|(_, earlier, _)| earlier.source.clone());
    Some(finding("S217", Severity::Notice, first).related(others).arg("row", names.join("; ")))
}

fn finding(code: &str, severity: Severity, (name, earlier, later): &Twice) -> Finding {
    let place = earlier.source.as_ref().map(ToString::to_string).unwrap_or_default();
    let finding = Finding::new(code, severity).at_opt(later.source.clone()).related(earlier.source.clone());
    finding.provided(said(later)).expected(said(earlier)).arg("row", name.as_str()).arg("other", place)
}

/// Leaves a reading without its figure, for nobody knows which of two is right. What both say is kept, so that nobody
/// takes one of them for the figure.
pub(super) fn void(reading: &mut Reading, other: &Reading) {
    let both: BTreeSet<&str> = reading.raw.iter().chain(&other.raw).map(|raw| &**raw).collect();
    if !both.is_empty() {
        (reading.state, reading.value, reading.text) = (State::Unreadable, None, None);
        reading.raw = Some(both.into_iter().collect::<Vec<_>>().join(" | ").into());
    }
}

/// Whether two readings say the same figure; "không phát sinh" is 0.
pub(super) fn agree(one: &Reading, other: &Reading) -> bool {
    one.number().is_some() && one.number() == other.number()
}

/// The number, else what the cell says.
fn said(reading: &Reading) -> String {
    let raw = || reading.raw.as_deref().unwrap_or_default().to_owned();
    reading.number().map_or_else(raw, |number| number.to_string())
}
