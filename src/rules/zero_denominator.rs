//! P802: an indicator divides something by zero.

use super::Context;
use crate::model::{Finding, IndicatorResult, IndicatorStatus, Number, Severity};

/// Looks for indicators whose denominator is zero although the numerator is not.
pub(super) fn check(context: &Context<'_>) -> Vec<Finding> {
    context.indicators.iter().filter(|result| divides_by_zero(result)).map(finding).collect()
}

fn divides_by_zero(result: &IndicatorResult) -> bool {
    let rate = &result.rate;
    let zero = rate.denominator.as_ref().is_some_and(Number::is_zero);
    result.status == IndicatorStatus::NoData && zero && rate.numerator.as_ref().is_some_and(|n| !n.is_zero())
}

fn finding(result: &IndicatorResult) -> Finding {
    let numerator = result.rate.numerator.as_ref().map(ToString::to_string).unwrap_or_default();
    Finding::new("P802", Severity::Error)
        .related(result.sources.iter().map(|(_, _, source)| source.clone()))
        .provided(format!("{numerator}/0"))
        .arg("indicator", result.indicator.id.as_str())
        .arg("name", result.indicator.name.as_str())
        .arg("numerator", numerator)
}
