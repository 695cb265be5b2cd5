//! Phụ lục II: every task of the plan and how it stands.

use crate::model::{Task, TaskResult};
use crate::report::context::Context;
use crate::report::document::{Area, Block, Cell, Part, Row, Table};
use crate::report::live;
use crate::report::sentences::Sentences;
use crate::report::table::{self, Field};
use crate::report::vietnamese::{date, whole};
use crate::report::words;
use crate::templates::TemplateFault;

const STATE: &str = "Trạng thái";

const FIELDS: &[Field<TaskResult>] = &[
    Field::center("TT", 5, |line| Cell::number(Some(&whole(line.number)), 0)),
    Field::center("Mã", 8, |line| Cell::text(line.record.id.as_str())),
    Field::left("Nhiệm vụ", 60, |line| of_task(line.context, line.record, |task| task.name.clone())),
    Field::left("Đơn vị chủ trì", 24, |line| line.context.office(Some(&line.record.office))),
    Field::left("Sản phẩm", 24, |line| {
        of_task(line.context, line.record, |task| task.product.clone().unwrap_or_default())
    }),
    Field::center("Thời hạn", 12, |line| Cell::text(line.context.due(line.record).map(date).unwrap_or_default())),
    Field::left(STATE, 22, |line| line.context.word(words::task(line.record.status))),
    Field::center("Ngày hoàn thành", 12, |line| Cell::text(line.record.done_on.map(date).unwrap_or_default())),
    Field::left("Số, ký hiệu", 18, |line| Cell::text(line.record.document.as_deref().unwrap_or_default())),
    Field::left("Ghi chú", 24, |line| Cell::text(line.record.note.as_deref().unwrap_or_default())),
];

/// The sheet "Nhiệm vụ", also on the page.
pub(super) fn parts(context: &Context<'_>, sentences: &Sentences) -> Result<Vec<Part>, TemplateFault> {
    let blocks = vec![super::period_line(context, sentences)?, Block::Table(tasks(context))];
    let title = "Tổng hợp tiến độ thực hiện nhiệm vụ theo kế hoạch";
    Ok(vec![Part {
        id: "nhiem-vu".to_owned(),
        title: String::new(),
        sheet: Some("Nhiệm vụ".to_owned()),
        place: super::annex("Phụ lục II", title, context, sentences)?,
        blocks,
    }])
}

fn tasks(context: &Context<'_>) -> Table {
    let mut table = table::table("bang-nhiem-vu", FIELDS);
    let mut number = 0;
    for area in &context.plan.areas {
        let mut tasks = context.tasks_in(area).peekable();
        if tasks.peek().is_some() {
            table.rows.push(Row::section(&area.title));
        }
        let first = table.rows.len();
        for task in tasks {
            number += 1;
            table.rows.push(table::row(FIELDS, context, number, task));
        }
        if let Some(last) = table.rows.len().checked_sub(1).filter(|last| *last >= first) {
            let column = table::position(FIELDS, STATE);
            table.areas.insert(live::states(&area.id), Area { first, last, column });
        }
    }
    table
}

fn of_task(context: &Context<'_>, result: &TaskResult, text: fn(&Task) -> String) -> Cell {
    Cell::text(context.plan.task(&result.id).map(text).unwrap_or_default())
}
