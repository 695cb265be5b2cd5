//! "Nhiệm vụ": the tasks this office leads.

use super::spot::{DOCUMENT, DONE_ON, REASON, STATUS};
use super::{Cell, Column, Fill, Holds, Row, Subject, Table, TaskFill, Value};
use crate::model::{Office, Period, Plan, StatusWord, Task};

const COLUMNS: &[Column] = &[
    Column { head: "Mã", width: 6 },
    Column { head: "Nhiệm vụ", width: 54 },
    Column { head: "Sản phẩm", width: 22 },
    Column { head: "Thời hạn", width: 12 },
    Column { head: STATUS, width: 16 },
    Column { head: DONE_ON, width: 12 },
    Column { head: DOCUMENT, width: 18 },
    Column { head: "Ghi chú", width: 18 },
    Column { head: REASON, width: 18 },
];

/// The table of this office.
pub(super) fn table<'a>(plan: &'a Plan, period: &Period, office: &'a Office, fill: &Fill, title: String) -> Table<'a> {
    let rows = plan.tasks_of(&office.id).map(|task| row(task, period, fill)).collect();
    Table { key: "nhiem-vu", sheet: "Nhiệm vụ", title, columns: COLUMNS, rows }
}

fn row<'a>(task: &'a Task, period: &Period, fill: &Fill) -> Row<'a> {
    let TaskFill { status, done_on, document, note, reason } = fill.tasks.get(&task.id).cloned().unwrap_or_default();
    let cells = vec![
        Cell::word(task.id.as_str()),
        Cell::label(&task.name),
        Cell::label(task.product.as_deref().unwrap_or_default()),
        Cell::printed(Holds::Date, Value::Date(task.due.on(period.to))),
        Cell::entry(Holds::Word, Value::text(status)).one_of(StatusWord::ALL.map(StatusWord::wording)),
        Cell::entry(Holds::Date, done_on),
        Cell::entry(Holds::Word, Value::text(document)),
        Cell::entry(Holds::Prose, Value::text(note)),
        Cell::entry(Holds::Prose, Value::text(reason)),
    ];
    Row { subject: Subject::Task(task), cells }
}
