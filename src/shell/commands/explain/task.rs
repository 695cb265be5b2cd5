//! How a task stands, and the cell that says so.

use chrono::NaiveDate;

use super::Round;
use super::page::{Item, Page, coded, said};
use crate::model::{Task, TaskDue, TaskResult};
use crate::shell::terminal::words;
use crate::text::Catalog;

/// The task with its status and cell.
pub(super) fn page(task: &Task, round: &Round, catalog: &Catalog) -> Page {
    let due = match task.due {
        TaskDue::Period => coded(catalog.get("task-due-period"), "period"),
        TaskDue::Date(day) => date(Some(day)),
    };
    let page = Page::new("task", task.id.as_str(), task.name.clone())
        .fact("area", said(Some(task.area.as_str())))
        .fact("lead", coded(round.figures.plan.office_name(&task.lead).to_owned(), &task.lead))
        .fact("due", due)
        .fact("product", said(task.product.as_deref()))
        .fact("period", super::period(round));
    match round.figures.tasks.iter().find(|result| result.id == task.id) {
        Some(result) => assessed(page, result, round, catalog),
        None => page,
    }
}

fn assessed(page: Page, result: &TaskResult, round: &Round, catalog: &Catalog) -> Page {
    let source = result.source.as_ref();
    page.fact("status", coded(catalog.get(words::task(result.status).0), result.status))
        .fact("done-on", date(result.done_on))
        .fact("document", said(result.document.as_deref()))
        .fact("note", said(result.note.as_deref()))
        .fact("source", said(source.map(ToString::to_string)))
        .fact("said", said(source.and_then(|source| round.said(source))))
}

/// A day as officers write it on screen, and in ISO order in JSON.
fn date(day: Option<NaiveDate>) -> Item {
    day.map_or_else(|| said(None::<String>), |day| coded(day.format("%d/%m/%Y").to_string(), day))
}
