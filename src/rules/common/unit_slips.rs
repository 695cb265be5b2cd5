//! A figure in a wrong unit (V315, T709) breaks the plan's rules as well: what they warn of is then no cause of its own.

use std::collections::BTreeMap;

use crate::model::{Finding, NotChecked, Round, Severity, Source};
use crate::rules::Context;

/// Amounts that cannot be in their own unit, by cell: the names of their elements.
pub(in crate::rules) fn beyond_belief(round: &Round) -> BTreeMap<Source, String> {
    at_cells(&round.findings, "V315")
}

fn at_cells(findings: &[Finding], code: &str) -> BTreeMap<Source, String> {
    let named = findings.iter().filter(|finding| finding.code.as_str() == code);
    named.filter_map(|finding| Some((finding.location.clone()?, finding.args.get("element")?.clone()))).collect()
}

/// Takes out the warnings of the plan's rules at cells whose unit is in question, and says instead why they were not checked.
/// Errors stay: a likely cause is no proof.
pub(in crate::rules) fn absorb(context: &Context<'_>, findings: Vec<Finding>) -> (Vec<Finding>, Vec<NotChecked>) {
    let mut slips = beyond_belief(context.round);
    slips.extend(at_cells(&findings, "T709"));
    let (mut kept, mut not_checked) = (Vec::new(), Vec::new());
    for finding in findings {
        let of_plan = finding.severity != Severity::Error && finding.args.contains_key("wording");
        let blamed = finding.location.iter().chain(&finding.related).find_map(|cell| slips.get(cell));
        match blamed.filter(|_| of_plan) {
            Some(element) => not_checked.push(NotChecked {
                reason: context.catalog.with("not-checked-unit-slip", &[("element", element)]),
                office: finding.office,
                rule: finding.code,
            }),
            None => kept.push(finding),
        }
    }
    (kept, not_checked)
}
