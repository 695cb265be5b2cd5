//! Computed rows that are computed from themselves.

use std::collections::BTreeSet;

use crate::expr;
use crate::model::{ElementId, Plan};
use crate::plan::codes;
use crate::plan::problem::Inspection;
use crate::plan::raw::RawElement;

/// Notes each cycle once, at its first row in the file.
pub(super) fn check(raw: &[RawElement], plan: &Plan, at: &mut Inspection<'_>) {
    let mut told = BTreeSet::new();
    for element in raw {
        let (Some(id), Some(formula)) = (&element.id, &element.formula) else { continue };
        let Some(cycle) = cycle_through(id.get_ref(), plan) else { continue };
        if cycle.iter().any(|&row| told.contains(row)) {
            continue;
        }
        let rows: Vec<&str> = cycle.iter().chain(cycle.first()).map(|row| row.as_str()).collect();
        at.problem(codes::FORMULA_CYCLE, formula.span()).arg("cycle", rows.join(" → "));
        told.extend(cycle.into_iter().cloned());
    }
}

/// The rows on a way from this one back to itself, if there is one. An earlier period's row counts as the row.
fn cycle_through<'p>(start: &'p ElementId, plan: &'p Plan) -> Option<Vec<&'p ElementId>> {
    let mut seen = BTreeSet::new();
    let mut paths = vec![vec![start]];
    while let Some(path) = paths.pop() {
        for next in path.last().into_iter().flat_map(|last| operands(last, plan)) {
            if next == start {
                return Some(path);
            }
            if seen.insert(next) {
                paths.push(path.iter().copied().chain([next]).collect());
            }
        }
    }
    None
}

fn operands<'p>(id: &ElementId, plan: &'p Plan) -> Vec<&'p ElementId> {
    let formula = plan.element(id.as_str()).and_then(|element| element.formula.as_ref());
    formula.map(|formula| expr::elements(&formula.expr)).unwrap_or_default()
}
