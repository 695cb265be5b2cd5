//! Indicators and their targets.

use super::names::{Declared, Names};
use super::operands::{self, Needs};
use crate::expr;
use crate::model::{Flow, Formula, Indicator, Plan, Target};
use crate::plan::codes;
use crate::plan::problem::Inspection;
use crate::plan::raw::{RawIndicator, RawTarget};

/// The indicators in plan order.
pub(super) fn indicators(
    raw: &[RawIndicator],
    plan: &Plan,
    names: &Declared<'_>,
    at: &mut Inspection<'_>,
) -> Vec<Indicator> {
    Names::declare("indicator", raw.iter().map(|indicator| &indicator.id), at);
    for indicator in raw {
        check(indicator, plan, names, at);
    }
    raw.iter().filter_map(indicator).collect()
}

fn indicator(raw: &RawIndicator) -> Option<Indicator> {
    Some(Indicator {
        id: raw.id.as_ref()?.get_ref().clone(),
        clause: raw.clause.clone()?,
        name: raw.name.clone()?,
        numerator: raw.numerator.as_ref()?.get_ref().clone(),
        denominator: raw.denominator.as_ref().map(|formula| formula.get_ref().clone()),
        measure: raw.measure.unwrap_or_default(),
        unit: raw.unit.clone().unwrap_or_default(),
        due: raw.due.unwrap_or_default(),
        lead: raw.lead.as_ref().map(|office| office.get_ref().clone()),
        target: raw.target.as_ref().and_then(|target| self::target(target.get_ref())),
    })
}

fn target(raw: &RawTarget) -> Option<Target> {
    match raw {
        RawTarget::Value { op, value } => Some(Target::Value { op: (*op)?, value: value.clone()? }),
        RawTarget::Trend { direction, baseline } => {
            Some(Target::Trend { direction: (*direction)?, baseline: baseline.clone() })
        }
        RawTarget::Unclear => None,
    }
}

fn check(indicator: &RawIndicator, plan: &Plan, names: &Declared<'_>, at: &mut Inspection<'_>) {
    let needs = Needs { numbers: true, common: true };
    for formula in [&indicator.numerator, &indicator.denominator].into_iter().flatten() {
        operands::check(formula, needs, plan, &names.elements, at);
    }
    if let Some(lead) = &indicator.lead {
        names.offices.check(lead, at);
    }
    check_trend(indicator, plan, at);
}

/// Periods differ in length, so a flow alone says nothing about a trend.
fn check_trend(indicator: &RawIndicator, plan: &Plan, at: &mut Inspection<'_>) {
    let (Some(target), Some(numerator)) = (&indicator.target, &indicator.numerator) else { return };
    let is_trend = matches!(target.get_ref(), RawTarget::Trend { .. });
    if is_trend && !indicator.is_rate && names_flow(numerator.get_ref(), plan) {
        at.problem(codes::TREND_OVER_FLOW, target.span()).related(numerator.span());
    }
}

fn names_flow(formula: &Formula, plan: &Plan) -> bool {
    let ids = expr::elements(&formula.expr);
    ids.into_iter().filter_map(|id| plan.element(id.as_str())).any(|element| element.flow == Flow::Flow)
}
