//! An indicator's status from its value, its target and the plan's calendar; every comparison is exact.

use std::cmp::Ordering;

use crate::model::{Direction, Due, Indicator, IndicatorStatus, Number, Period, PeriodKind, Plan, Target, TargetOp};

/// Judges a known value.
pub(super) fn judge(
    plan: &Plan,
    period: &Period,
    indicator: &Indicator,
    value: &Number,
    baseline: Option<&Number>,
) -> IndicatorStatus {
    if indicator.due == Due::Year && is_before_judgement(plan, period) {
        return IndicatorStatus::InProgress;
    }
    match &indicator.target {
        None => IndicatorStatus::Shown,
        Some(Target::Value { op, value: target }) if holds(*op, value.cmp(target)) => IndicatorStatus::Met,
        Some(Target::Value { .. }) => IndicatorStatus::NotMet,
        Some(Target::Trend { direction, .. }) => trend(*direction, value, baseline),
    }
}

/// Annual targets are judged in the plan's last period of kind "year", or in its last period where there is none.
fn is_before_judgement(plan: &Plan, period: &Period) -> bool {
    let last_year = plan.periods.iter().rfind(|period| period.kind == PeriodKind::Year);
    let judged_in = last_year.or(plan.periods.last());
    judged_in.is_some_and(|judged| period.to < judged.to)
}

fn holds(op: TargetOp, value_to_target: Ordering) -> bool {
    match op {
        TargetOp::AtLeast => value_to_target.is_ge(),
        TargetOp::AtMost => value_to_target.is_le(),
        TargetOp::Equal => value_to_target.is_eq(),
        TargetOp::Above => value_to_target.is_gt(),
        TargetOp::Below => value_to_target.is_lt(),
    }
}

fn trend(direction: Direction, value: &Number, baseline: Option<&Number>) -> IndicatorStatus {
    let Some(baseline) = baseline else { return IndicatorStatus::NoBaseline };
    match (value.cmp(baseline), direction) {
        (Ordering::Equal, _) => IndicatorStatus::Unchanged,
        (Ordering::Greater, Direction::Up) | (Ordering::Less, Direction::Down) => IndicatorStatus::Improved,
        (Ordering::Less, Direction::Up) | (Ordering::Greater, Direction::Down) => IndicatorStatus::Worsened,
    }
}
