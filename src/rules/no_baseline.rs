//! T703: a trend has no earlier value to be compared with.

use super::Context;
use crate::model::{Finding, IndicatorStatus, Severity};

/// Looks for trends without a base.
pub(super) fn check(context: &Context<'_>) -> Vec<Finding> {
    let without = context.indicators.iter().filter(|result| result.status == IndicatorStatus::NoBaseline);
    without
        .map(|result| {
            Finding::new("T703", Severity::Notice)
                .arg("indicator", result.indicator.id.as_str())
                .arg("name", result.indicator.name.as_str())
        })
        .collect()
}
