//! S211: the office that leads a task sent a return that says nothing about it.

use super::Context;
use crate::model::{Finding, Severity, Task};

/// Looks for tasks without a row in their lead office's accepted return; one finding an office names them all.
pub(super) fn check(context: &Context<'_>) -> Vec<Finding> {
    let findings = context.plan.offices.iter().filter_map(|office| {
        let submission = context.round.submissions.get(&office.id).filter(|submission| submission.accepted)?;
        let absent: Vec<&Task> =
            context.plan.tasks_of(&office.id).filter(|task| !submission.tasks.contains_key(&task.id)).collect();
        let ids: Vec<&str> = absent.iter().map(|task| task.id.as_str()).collect();
        (!ids.is_empty()).then(|| {
            Finding::new("S211", Severity::Warning)
                .office(&office.id)
                .arg("office", office.name.as_str())
                .arg("count", ids.len().to_string())
                .arg("tasks", ids.join(", "))
        })
    });
    findings.collect()
}
