//! V321 and V322: a task reported as completed without a date, or on a day after the period's end.

use super::Context;
use crate::model::{Finding, Severity, State, Task, TaskRow};

/// Holds every completed task's date against the period.
pub(super) fn check(context: &Context<'_>) -> Vec<Finding> {
    context.plan.tasks.iter().filter_map(|task| check_task(context, task)).collect()
}

fn check_task(context: &Context<'_>, task: &Task) -> Option<Finding> {
    let row = context.round.submissions.get(&task.lead)?.tasks.get(&task.id)?;
    let to = context.books.current()?.period.to;
    let done = row.status.state == State::Value && row.status.text.as_deref() == Some("done");
    let finding = match row.done_on {
        Some(date) if done && date > to => Finding::new("V322", Severity::Error)
            .provided(date.format("%d/%m/%Y").to_string())
            .expected(format!("≤ {}", to.format("%d/%m/%Y"))),
        None if done && has_no_date(row) => Finding::new("V321", Severity::Warning),
        _ => return None,
    };
    let place = row.done_on_cell.source.clone().or_else(|| row.status.source.clone());
    let finding = finding.office(&task.lead).at_opt(place);
    Some(finding.arg("element", format!("{} {}", task.id, task.name)))
}

/// An unreadable date has its own finding.
fn has_no_date(row: &TaskRow) -> bool {
    row.done_on_cell.state != State::Unreadable
}
