//! The figures of statements put beside those of the office's own form.

use std::collections::BTreeMap;

use super::Arrival;
use crate::intake::twice;
use crate::model::{ElementId, Entry, Finding, IgnoredReason, OfficeId, Plan, Reading};

/// Adds what statements say. A figure that the form leaves blank is the statement's. One that both give counts once if
/// both say the same; else neither counts, whichever came later: a form and a statement are no versions of each other.
pub(super) fn add(
    plan: &Plan,
    office: &OfficeId,
    figures: &mut BTreeMap<ElementId, Entry>,
    mut statements: BTreeMap<ElementId, Entry>,
    arrivals: &mut [Arrival],
) -> Vec<Finding> {
    let (mut findings, mut equal) = (Vec::new(), Vec::new());
    for element in plan.elements_of(office) {
        let Some(statement) = statements.remove(&element.id) else { continue };
        let entry = figures.entry(element.id.clone()).or_default();
        match (entry.period.says(), statement.period.says()) {
            (false, true) => {
                entry.period = statement.period;
                entry.note = entry.note.take().or(statement.note);
            }
            (false, false) if entry.period.source.is_none() => *entry = statement,
            (_, false) => {}
            (true, true) if twice::agree(&entry.period, &statement.period) => {
                drop_cells(arrivals, &statement.period, STATEMENTS);
                equal.push((element.name.clone(), entry.period.clone(), statement.period));
            }
            (true, true) => {
                drop_cells(arrivals, &statement.period, STATEMENTS);
                drop_cells(arrivals, &entry.period, FIGURES);
                let earlier = entry.period.clone();
                twice::void(&mut entry.period, &statement.period);
                findings.push(twice::different(&(element.name.clone(), earlier, statement.period)));
            }
        }
    }
    findings.extend(twice::equal(&equal));
    findings.into_iter().map(|finding| finding.office(office)).collect()
}

/// Positions of the tables among a file's.
const FIGURES: usize = 0;
const STATEMENTS: usize = 3;

/// Takes back the use of the cells behind a figure.
fn drop_cells(arrivals: &mut [Arrival], reading: &Reading, table: usize) {
    let Some(source) = &reading.source else { return };
    let file = arrivals.iter_mut().map(|arrival| &mut arrival.reading).find(|file| file.path == source.file);
    if let Some(file) = file
        && let Some(used) = file.used_by_table.get_mut(table)
    {
        let cells = (1 + reading.summed_with.len()).min(*used).min(file.cells.used);
        *used -= cells;
        file.cells.used -= cells;
        *file.cells.ignored.entry(IgnoredReason::Superseded).or_default() += cells;
    }
}
