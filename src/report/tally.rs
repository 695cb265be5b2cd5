//! Counts of statuses as the report's sentences and overview state them.

use std::collections::BTreeMap;

use super::vietnamese::whole;
use crate::model::{FindingState, IndicatorResult, IndicatorStatus, Number, Severity, TaskResult, TaskStatus, Worded};

/// How many tasks stand how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tasks(BTreeMap<TaskStatus, usize>);

impl Tasks {
    /// Counts these tasks.
    pub(crate) fn of<'a>(tasks: impl IntoIterator<Item = &'a TaskResult>) -> Self {
        Self(count(tasks.into_iter().map(|task| task.status)))
    }

    /// Tasks of this status.
    pub(crate) fn with(&self, status: TaskStatus) -> usize {
        self.0.get(&status).copied().unwrap_or_default()
    }

    /// All tasks.
    pub(crate) fn total(&self) -> usize {
        self.0.values().sum()
    }

    /// Completed tasks, on time or late.
    pub(crate) fn done(&self) -> usize {
        self.with(TaskStatus::Done) + self.with(TaskStatus::DoneLate)
    }

    /// Completed tasks in percent of all, as shown; `None` where there are none.
    pub(crate) fn percent_done(&self) -> Option<Number> {
        percent(self.done(), self.total())
    }
}

/// How many indicators stand how, in the order of the statuses.
pub(crate) fn indicators(results: &[IndicatorResult]) -> BTreeMap<IndicatorStatus, usize> {
    count(results.iter().map(|result| result.status))
}

/// How many active findings of each severity there are.
pub(crate) fn findings<'a>(findings: impl IntoIterator<Item = &'a Worded>) -> BTreeMap<Severity, usize> {
    let active = findings.into_iter().filter(|worded| worded.finding.state == FindingState::Active);
    count(active.map(|worded| worded.finding.severity))
}

/// A share in percent as shown, never 0 or 100 unless it is; `None` of nothing.
pub(crate) fn percent(part: usize, all: usize) -> Option<Number> {
    let exact = (&whole(part) * &Number::hundred()).checked_div(&whole(all))?;
    Some(exact.shown(&[Number::zero(), Number::hundred()]))
}

fn count<K: Ord>(keys: impl Iterator<Item = K>) -> BTreeMap<K, usize> {
    let mut counts = BTreeMap::new();
    for key in keys {
        *counts.entry(key).or_default() += 1;
    }
    counts
}
