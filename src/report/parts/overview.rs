//! The sheet "Tổng hợp": the whole round on one page.

use crate::model::{IndicatorStatus, Number, TaskId, TaskResult, TaskStatus};
use crate::report::context::Context;
use crate::report::document::{Block, Cell, Content, Part, Place, Quotient, Row, RowKind, Series, Table, Tone};
use crate::report::sentences::Sentences;
use crate::report::table::{self, Field, Line};
use crate::report::tally::{self, Tasks};
use crate::report::vietnamese::whole;
use crate::report::words;
use crate::templates::TemplateFault;

/// The tasks of one area, or of all.
struct AreaTasks {
    title: String,
    tasks: Tasks,
    /// Which task stands how.
    each: Vec<(TaskId, TaskStatus)>,
}

impl AreaTasks {
    fn of<'a>(title: &str, tasks: impl Iterator<Item = &'a TaskResult>) -> Self {
        let tasks: Vec<&TaskResult> = tasks.collect();
        let each = tasks.iter().map(|task| (task.id.clone(), task.status)).collect();
        Self { title: title.to_owned(), tasks: Tasks::of(tasks), each }
    }

    /// How many of them stand so, and which those are.
    fn counted(&self, so: impl Fn(TaskStatus) -> bool) -> Cell {
        let found: Vec<&str> = self.each.iter().filter(|(_, status)| so(*status)).map(|(id, _)| id.as_str()).collect();
        let told = if found.is_empty() { "Không có nhiệm vụ nào".to_owned() } else { found.join(", ") };
        count(found.len()).derived(vec![told])
    }
}

const TOTAL: &str = "Tổng số";
const DONE: &str = "Đã hoàn thành";
const UNDER_WAY: &str = "Đang thực hiện";
const NOT_DUE: &str = "Chưa đến hạn";
const OVERDUE: &str = "Quá hạn chưa hoàn thành";
const NOT_REPORTED: &str = "Chưa báo cáo";

const TASKS: &[Field<AreaTasks>] = &[
    Field::left("Lĩnh vực", 46, |line| Cell::text(&line.record.title)),
    Field::right(TOTAL, 10, |line| line.record.counted(|_| true)),
    Field::right(DONE, 12, |line| {
        line.record.counted(|status| matches!(status, TaskStatus::Done | TaskStatus::DoneLate))
    }),
    Field::right("Trong đó quá hạn", 12, |line| line.record.counted(|status| status == TaskStatus::DoneLate)),
    Field::right(UNDER_WAY, 12, |line| line.record.counted(|status| status == TaskStatus::InProgress)),
    Field::right(NOT_DUE, 12, |line| line.record.counted(|status| status == TaskStatus::NotDue)),
    Field::right(OVERDUE, 14, |line| line.record.counted(|status| status == TaskStatus::Overdue)),
    Field::right(NOT_REPORTED, 12, |line| line.record.counted(|status| status == TaskStatus::NotReported)),
    Field::right("Tỷ lệ hoàn thành (%)", 14, percent),
];

const INDICATORS: &[Field<(IndicatorStatus, usize)>] = &[
    Field::left("Chỉ tiêu", 46, |line| line.context.word(words::indicator(line.record.0))),
    Field::right("Số chỉ tiêu", 10, |line| {
        let those = line.context.results.indicators.iter().filter(|result| result.status == line.record.0);
        count(line.record.1).derived(those.map(super::indicators::named).collect())
    }),
];

/// A sheet of its own; on the page the text says the same.
pub(super) fn parts(context: &Context<'_>, sentences: &Sentences) -> Result<Vec<Part>, TemplateFault> {
    let mut blocks = vec![
        super::period_line(context, sentences)?,
        super::cards::cards(context),
        Block::Heading(2, "Chỉ tiêu của kế hoạch".to_owned()),
        Block::Table(indicators(context)),
    ];
    blocks.extend(super::charts::attainment(context));
    blocks.extend(super::charts::dossiers(context));
    blocks.extend(tasks(context));
    Ok(vec![Part {
        id: "tong-hop".to_owned(),
        title: "Tổng hợp kết quả".to_owned(),
        sheet: Some("Tổng hợp".to_owned()),
        place: Place::Screen,
        blocks,
    }])
}

fn indicators(context: &Context<'_>) -> Table {
    let mut table = table::table("tong-hop-chi-tieu", INDICATORS);
    let counts: Vec<_> = tally::indicators(&context.results.indicators).into_iter().collect();
    table.rows = counts.iter().map(|record| table::row(INDICATORS, context, 0, record)).collect();
    let all = context.results.indicators.iter().map(super::indicators::named).collect();
    let total = vec![Cell::text(TOTAL), count(context.results.indicators.len()).derived(all)];
    table.rows.push(Row { kind: RowKind::Total, anchor: None, cells: total });
    table
}

/// The parts of all tasks that the chart draws, by column of the table.
const DRAWN: &[(&str, Tone)] = &[
    (DONE, Tone::Good),
    (UNDER_WAY, Tone::Plain),
    (NOT_DUE, Tone::Muted),
    (OVERDUE, Tone::Bad),
    (NOT_REPORTED, Tone::Warn),
];

fn tasks(context: &Context<'_>) -> Vec<Block> {
    if context.results.tasks.is_empty() {
        return Vec::new();
    }
    let mut table = table::table("tong-hop-nhiem-vu", TASKS);
    for area in &context.plan.areas {
        let record = AreaTasks::of(&area.title, context.tasks_in(area));
        table.rows.push(table::row(TASKS, context, 0, &record));
    }
    let all = AreaTasks::of("Tổng cộng", context.results.tasks.iter());
    table.rows.push(Row { kind: RowKind::Total, ..table::row(TASKS, context, 0, &all) });
    let said = context.plan.areas.iter().map(|area| {
        let tasks = Tasks::of(context.tasks_in(area));
        format!("{}: hoàn thành {}/{} nhiệm vụ", area.title, tasks.done(), tasks.total())
    });
    let series: Vec<Series> =
        DRAWN.iter().map(|&(head, tone)| Series { column: table::position(TASKS, head), tone }).collect();
    let heading = Block::Heading(2, "Nhiệm vụ của kế hoạch".to_owned());
    vec![heading, super::charts::tasks(&table, &series, said), Block::Table(table)]
}

fn count(value: usize) -> Cell {
    Cell::number(Some(&whole(value)), 0)
}

fn percent(line: &Line<'_, AreaTasks>) -> Cell {
    let Some(shown) = line.record.tasks.percent_done() else { return line.context.unknown() };
    let content = Content::Rate(Box::new(Quotient {
        shown,
        numerator: table::position(TASKS, DONE),
        denominator: table::position(TASKS, TOTAL),
        factor: Number::hundred(),
        anchors: vec![Number::zero(), Number::hundred()],
        unit: "%".to_owned(),
    }));
    let (done, total) = (line.record.tasks.done(), line.record.tasks.total());
    Cell::of(content).derived(vec![format!("{done} × 100 / {total}")])
}
