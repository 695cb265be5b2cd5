//! Tasks of the plan.

use super::names::{Declared, Names};
use crate::model::{Task, TaskDue};
use crate::plan::problem::Inspection;
use crate::plan::raw::RawTask;

/// The tasks in plan order.
pub(super) fn tasks(raw: &[RawTask], names: &Declared<'_>, at: &mut Inspection<'_>) -> Vec<Task> {
    Names::declare("task", raw.iter().map(|task| &task.id), at);
    for task in raw {
        if let Some(area) = &task.area {
            names.areas.check(area, at);
        }
        if let Some(lead) = &task.lead {
            names.offices.check(lead, at);
        }
    }
    raw.iter().filter_map(task).collect()
}

fn task(raw: &RawTask) -> Option<Task> {
    Some(Task {
        id: raw.id.as_ref()?.get_ref().clone(),
        area: raw.area.as_ref()?.get_ref().clone(),
        name: raw.name.clone()?,
        lead: raw.lead.as_ref()?.get_ref().clone(),
        due: raw.due.unwrap_or(TaskDue::Period),
        product: raw.product.clone(),
    })
}
