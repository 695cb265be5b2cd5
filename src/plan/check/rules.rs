//! Consistency rules.

use std::collections::BTreeSet;

use super::names::{Declared, Names};
use super::operands::{self, Needs};
use crate::expr;
use crate::model::{Code, Number, OfficeId, Plan, Rule, RuleOp};
use crate::plan::codes;
use crate::plan::problem::Inspection;
use crate::plan::raw::{RawRule, RawState};

/// The rules in plan order.
pub(super) fn rules(
    raw: &[RawRule],
    plan: &Plan,
    names: &Declared<'_>,
    built_in: &[&str],
    at: &mut Inspection<'_>,
) -> Vec<Rule> {
    Names::declare("rule", raw.iter().map(|rule| &rule.code), at);
    for rule in raw {
        check_code(rule, built_in, at);
        check_tolerance(rule, at);
        check_sides(rule, plan, names, at);
    }
    raw.iter().filter_map(rule).collect()
}

fn rule(raw: &RawRule) -> Option<Rule> {
    Some(Rule {
        code: Code::new(raw.code.as_ref()?.get_ref()),
        name: raw.name.clone()?,
        left: raw.left.as_ref()?.get_ref().clone(),
        op: raw.op?,
        right: raw.right.as_ref()?.get_ref().clone(),
        severity: raw.severity.unwrap_or_default(),
        missing: raw.missing.unwrap_or_default(),
        tolerance: raw.tolerance.as_ref().map_or_else(Number::zero, |tolerance| tolerance.get_ref().clone()),
        trial: raw.state == Some(RawState::Trial),
        fix: raw.fix.clone(),
    })
}

fn check_code(rule: &RawRule, built_in: &[&str], at: &mut Inspection<'_>) {
    let Some(code) = &rule.code else { return };
    let text = code.get_ref().as_str();
    if !Code::is_shaped(text) {
        at.problem(codes::RULE_CODE, code.span()).arg("id", text);
    } else if built_in.contains(&text) || codes::ALL.contains(&text) {
        at.problem(codes::RULE_CODE_TAKEN, code.span()).arg("id", text);
    }
}

fn check_tolerance(rule: &RawRule, at: &mut Inspection<'_>) {
    if let Some(tolerance) = rule.tolerance.as_ref().filter(|tolerance| tolerance.get_ref().is_negative()) {
        at.problem(codes::NEGATIVE_TOLERANCE, tolerance.span()).arg("value", tolerance.get_ref().to_string());
    }
}

fn check_sides(rule: &RawRule, plan: &Plan, names: &Declared<'_>, at: &mut Inspection<'_>) {
    let calculates = rule.op.is_some_and(|op| !matches!(op, RuleOp::BothOrNone | RuleOp::NotBoth));
    let needs = Needs { numbers: calculates, common: is_on_sums(rule, plan) };
    for side in [&rule.left, &rule.right].into_iter().flatten() {
        operands::check(side, needs, plan, &names.elements, at);
    }
}

/// Whether the rule is checked once on the sums: its submitted elements do not all stand with the same offices.
fn is_on_sums(rule: &RawRule, plan: &Plan) -> bool {
    let sides = [&rule.left, &rule.right].into_iter().flatten();
    let leaves = sides.flat_map(|side| expr::leaves(&side.get_ref().expr, plan));
    let elements = leaves.filter_map(|leaf| plan.element(leaf.as_str()));
    let office_sets: BTreeSet<&[OfficeId]> = elements.map(|element| &*element.offices).collect();
    office_sets.len() > 1
}
