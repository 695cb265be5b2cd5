//! How every task of the plan stands at a period's end.

use crate::model::{Period, Plan, Round, State, StatusWord, Submission, Task, TaskResult, TaskRow, TaskStatus};

/// Judges every task of the plan at the period's last day, in plan order.
pub fn assess_tasks(plan: &Plan, period: &Period, round: &Round) -> Vec<TaskResult> {
    plan.tasks.iter().map(|task| assess_task(task, period, round.submissions.get(&task.lead))).collect()
}

/// Judges one task by what the office that leads it says.
pub(super) fn assess_task(task: &Task, period: &Period, submission: Option<&Submission>) -> TaskResult {
    let nothing = TaskRow::default();
    let row = submission.and_then(|submission| submission.tasks.get(&task.id)).unwrap_or(&nothing);
    TaskResult {
        id: task.id.clone(),
        office: task.lead.clone(),
        status: status(task, row, period),
        done_on: row.done_on,
        document: row.document.as_deref().map(str::to_owned),
        note: row.note.as_deref().map(str::to_owned),
        source: row.status.source.clone(),
    }
}

fn status(task: &Task, row: &TaskRow, period: &Period) -> TaskStatus {
    let due = task.due.on(period.to);
    let word = row.status.text.as_deref().filter(|_| row.status.state == State::Value).and_then(StatusWord::of);
    match (word, row.done_on) {
        (Some(StatusWord::Done), Some(date)) if date > period.to => TaskStatus::InProgress,
        (Some(StatusWord::Done), Some(date)) if date > due => TaskStatus::DoneLate,
        (Some(StatusWord::Done), _) => TaskStatus::Done,
        (Some(_), _) if due <= period.to => TaskStatus::Overdue,
        (Some(StatusWord::NotStarted), _) => TaskStatus::NotDue,
        (Some(_), _) => TaskStatus::InProgress,
        (None, _) => TaskStatus::NotReported,
    }
}
