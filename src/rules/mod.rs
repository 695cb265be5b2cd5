//! Checks over what was understood: one file a built-in rule, one evaluator for the plan's own rules.

mod codes;
mod common;
mod cumulative_differs;
mod cumulative_fell;
mod dossiers;
mod empty_sections;
mod jump;
mod no_baseline;
mod opening_differs;
mod plan_rule;
mod previous_differs;
mod same_figures;
mod task_dates;
mod task_not_reported;
mod unchanged;
mod unexplained_changes;
mod unread_files;
mod zero_denominator;

use std::collections::BTreeMap;

use crate::assess::Books;
use crate::model::{
    Change, Figure, Finding, IndicatorResult, NotChecked, OfficeId, Plan, Reconciliation, Round, Severity,
};
use crate::parallel;
use crate::text::Catalog;

pub use codes::{BUILT_IN, codes, severity};
pub use common::waivers::waive;

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
    /// What changed in submissions that replaced earlier ones.
    pub changes: &'a BTreeMap<OfficeId, Vec<Change>>,
    /// Figures against dossiers, where there are exports of them.
    pub reconciliation: Option<&'a Reconciliation>,
    /// Whether only the files given count: offices that sent nothing are not held against anybody.
    pub only_present: bool,
    /// Words the reasons of checks that could not run.
    pub catalog: &'a Catalog,
}

impl<'a> Context<'a> {
    /// Offices whose return was accepted, in plan order.
    fn reporting(&self) -> impl Iterator<Item = &'a OfficeId> {
        let accepted = |office: &&OfficeId| self.round.submissions.get(*office).is_some_and(|sent| sent.accepted);
        self.plan.offices.iter().map(|office| &office.id).filter(accepted)
    }

    /// What a rule finds at each office that reports, on all cores.
    fn each_office(&self, check: impl Fn(&OfficeId) -> Vec<Finding> + Sync) -> Vec<Finding> {
        let offices: Vec<&OfficeId> = self.reporting().collect();
        parallel::map(&offices, |office| check(office)).into_iter().flatten().collect()
    }

    /// An office that explains a figure in its row has answered: what was a warning is good to know, with the answer.
    fn explained(&self, mut finding: Finding, figure: &Figure) -> Finding {
        let note = figure.note.as_deref().map(str::trim).filter(|note| !note.is_empty());
        let answer = note.map(|note| self.catalog.with("between-note", &[("note", note)]));
        finding.severity = if answer.is_some() { Severity::Notice } else { finding.severity };
        finding.arg("note", answer.unwrap_or_default())
    }

    /// The title of the period before.
    fn title_before(&self) -> String {
        let title = self.books.period_before().map(|period| period.title.clone());
        title.unwrap_or_else(|| self.catalog.get("between-previous"))
    }
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
    unexplained_changes::check,
    cumulative_fell::check,
    opening_differs::check,
    unchanged::check,
    jump::check,
    same_figures::check,
    zero_denominator::check,
    no_baseline::check,
    dossiers::check,
];

/// Runs every built-in rule and every rule of the plan.
pub fn check(context: &Context<'_>) -> (Vec<Finding>, Vec<NotChecked>) {
    let mut findings: Vec<Finding> = parallel::map(CHECKS, |check| check(context)).into_iter().flatten().collect();
    let mut not_checked = common::series_gap::check(context);
    not_checked.extend(dossiers::not_checked(context));
    for (failed, skipped) in parallel::map(&context.plan.rules, |rule| plan_rule::check(rule, context)) {
        findings.extend(failed);
        not_checked.extend(skipped);
    }
    let (findings, consequences) = common::unit_slips::absorb(context, findings);
    not_checked.extend(consequences);
    (findings, not_checked)
}
