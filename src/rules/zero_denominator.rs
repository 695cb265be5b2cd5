//! P802: an indicator divides something by zero.

use super::Context;
use crate::model::{Finding, IndicatorResult, Number, Severity};

/// Looks for indicators that divide something by zero, in their own pair or in a computed row behind it.
pub(super) fn check(context: &Context<'_>) -> Vec<Finding> {
    context.indicators.iter().filter(|result| result.divided_by_zero).map(finding).collect()
}

fn finding(result: &IndicatorResult) -> Finding {
    let written = |number: &Option<Number>| number.as_ref().map_or_else(|| "x/0".to_owned(), ToString::to_string);
    let provided = match &result.rate.denominator {
        Some(denominator) => format!("{}/{denominator}", written(&result.rate.numerator)),
        None => written(&result.rate.numerator),
    };
    Finding::new("P802", Severity::Error)
        .related(result.sources.iter().map(|(_, _, source)| source.clone()))
        .provided(provided)
        .arg("indicator", result.indicator.id.as_str())
        .arg("name", result.indicator.name.as_str())
}
