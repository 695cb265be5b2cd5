//! Checks over what was understood: one file a built-in rule, one evaluator for the plan's own rules.

mod codes;
mod cumulative_differs;
mod dossiers;
mod empty_sections;
mod no_baseline;
mod plan_rule;
mod previous_differs;
mod task_dates;
mod task_not_reported;
mod unread_files;
mod zero_denominator;

use crate::assess::Books;
use crate::model::{Finding, IndicatorResult, NotChecked, Plan, Reconciliation, Round};
use crate::parallel;
use crate::text::Catalog;

pub use codes::{BUILT_IN, codes, severity};

/// What a rule looks at: everything understood and computed for the reported period.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What came for the reported period.
    pub round: &'a Round,
    /// Figures of this and earlier periods.
    pub books: &'a Books<'a>,
    /// Indicators of the reported period.
    pub indicators: &'a [IndicatorResult],
    /// Figures against dossiers, where there are exports of them.
    pub reconciliation: Option<&'a Reconciliation>,
    /// Whether only the files given count: offices that sent nothing are not held against anybody.
    pub only_present: bool,
    /// Words the reasons of checks that could not run.
    pub catalog: &'a Catalog,
}

/// A built-in rule: facts in, findings out.
type Check = fn(&Context<'_>) -> Vec<Finding>;

/// Every built-in rule over a whole round. Rules over one file or one cell stand where it is read, in `intake`.
const CHECKS: &[Check] = &[
    unread_files::check,
    task_dates::check,
    task_not_reported::check,
    empty_sections::check,
    previous_differs::check,
    cumulative_differs::check,
    zero_denominator::check,
    no_baseline::check,
    dossiers::check,
];

/// Runs every built-in rule and every rule of the plan.
pub fn check(context: &Context<'_>) -> (Vec<Finding>, Vec<NotChecked>) {
    let mut findings: Vec<Finding> = parallel::map(CHECKS, |check| check(context)).into_iter().flatten().collect();
    let mut not_checked = dossiers::not_checked(context);
    for (failed, skipped) in parallel::map(&context.plan.rules, |rule| plan_rule::check(rule, context)) {
        findings.extend(failed);
        not_checked.extend(skipped);
    }
    (findings, not_checked)
}
