//! The sheet "Tổng hợp": the whole round on one page.

use crate::model::{AreaId, IndicatorStatus, Number, Target, TaskId, TaskResult, TaskStatus};
use crate::report::context::Context;
use crate::report::document::{
    Area, Block, Cell, Cells, Content, Formula, Part, Place, Quotient, Row, RowKind, Series, Table, Tone,
};
use crate::report::judgement;
use crate::report::live;
use crate::report::sentences::Sentences;
use crate::report::table::{self, Field, Line};
use crate::report::tally::{self, Tasks};
use crate::report::vietnamese::whole;
use crate::report::words;
use crate::templates::TemplateFault;

/// The tasks of one area, or of all.
struct AreaTasks {
    /// `None` of all.
    area: Option<AreaId>,
    title: String,
    tasks: Tasks,
    /// Which task stands how.
    each: Vec<(TaskId, TaskStatus)>,
}

impl AreaTasks {
    fn of<'a>(area: Option<&AreaId>, title: &str, tasks: impl Iterator<Item = &'a TaskResult>) -> Self {
        let tasks: Vec<&TaskResult> = tasks.collect();
        let each = tasks.iter().map(|task| (task.id.clone(), task.status)).collect();
        Self { area: area.cloned(), title: title.to_owned(), tasks: Tasks::of(tasks), each }
    }

    /// How many of them stand so, counted in the list of tasks, and which those are.
    fn counted(&self, so: &[TaskStatus]) -> Cell {
        let found: Vec<&str> =
            self.each.iter().filter(|(_, status)| so.contains(status)).map(|(id, _)| id.as_str()).collect();
        let told = if found.is_empty() { "Không có nhiệm vụ nào".to_owned() } else { found.join(", ") };
        let states = self.area.as_ref().map(|area| Cells::Named(live::states(area)));
        let words = so.iter().map(|status| words::task(*status).0).collect();
        let formula = states.map(|states| Formula::Count(states, words));
        count(found.len()).derived(vec![told]).computed_by(formula)
    }
}

const TOTAL: &str = "Tổng số";
const DONE: &str = "Đã hoàn thành";
const LATE: &str = "Trong đó quá hạn";
const UNDER_WAY: &str = "Đang thực hiện";
const NOT_DUE: &str = "Chưa đến hạn";
const OVERDUE: &str = "Quá hạn chưa hoàn thành";
const NOT_REPORTED: &str = "Chưa báo cáo";

const TASKS: &[Field<AreaTasks>] = &[
    Field::left("Lĩnh vực", 46, |line| Cell::text(&line.record.title)),
    Field::right(TOTAL, 10, |line| {
        use TaskStatus::{Done, DoneLate, InProgress, NotDue, NotReported, Overdue};
        line.record.counted(&[Done, DoneLate, InProgress, Overdue, NotDue, NotReported])
    }),
    Field::right(DONE, 12, |line| line.record.counted(&[TaskStatus::Done, TaskStatus::DoneLate])),
    Field::right(LATE, 12, |line| line.record.counted(&[TaskStatus::DoneLate])),
    Field::right(UNDER_WAY, 12, |line| line.record.counted(&[TaskStatus::InProgress])),
    Field::right(NOT_DUE, 12, |line| line.record.counted(&[TaskStatus::NotDue])),
    Field::right(OVERDUE, 14, |line| line.record.counted(&[TaskStatus::Overdue])),
    Field::right(NOT_REPORTED, 12, |line| line.record.counted(&[TaskStatus::NotReported])),
    Field::right("Tỷ lệ hoàn thành (%)", 14, percent),
];

const INDICATORS: &[Field<(IndicatorStatus, usize)>] = &[
    Field::left("Chỉ tiêu", 46, |line| line.context.word(words::indicator(line.record.0))),
    Field::right("Số chỉ tiêu", 10, |line| {
        let outcomes = Cells::Named(live::OUTCOMES.to_owned());
        let those = line.context.results.indicators.iter().filter(|result| result.status == line.record.0);
        count(line.record.1)
            .computed(Formula::Count(outcomes, judgement::spellings(line.record.0)))
            .derived(named_or_none(those.map(super::indicators::named).collect()))
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
    let mut counts = tally::indicators(&context.results.indicators);
    if context.plan.indicators.iter().any(|indicator| matches!(indicator.target, Some(Target::Value { .. }))) {
        // A figure that is changed in the workbook may bring about the first of either.
        counts.entry(IndicatorStatus::Met).or_default();
        counts.entry(IndicatorStatus::NotMet).or_default();
    }
    let counts: Vec<_> = counts.into_iter().collect();
    table.rows = counts.iter().map(|record| table::row(INDICATORS, context, 0, record)).collect();
    let all = context.results.indicators.iter().map(super::indicators::named).collect();
    let total = vec![Cell::text(TOTAL), count(context.results.indicators.len()).derived(all)];
    table.rows.push(Row { kind: RowKind::Total, anchor: None, cells: total });
    table
}

/// What is counted, or that there is nothing.
fn named_or_none(named: Vec<String>) -> Vec<String> {
    if named.is_empty() { vec!["Không có chỉ tiêu nào".to_owned()] } else { named }
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
        let record = AreaTasks::of(Some(&area.id), &area.title, context.tasks_in(area));
        table.rows.push(table::row(TASKS, context, 0, &record));
    }
    add_total(&mut table, context);
    let said = context.plan.areas.iter().map(|area| {
        let tasks = Tasks::of(context.tasks_in(area));
        format!("{}: hoàn thành {}/{} nhiệm vụ", area.title, tasks.done(), tasks.total())
    });
    let series: Vec<Series> =
        DRAWN.iter().map(|&(head, tone)| Series { column: table::position(TASKS, head), tone }).collect();
    let heading = Block::Heading(2, "Nhiệm vụ của kế hoạch".to_owned());
    vec![heading, super::charts::tasks(&table, &series, said), Block::Table(table)]
}

/// The row of all areas: sums of their columns, by names that the indicators' formulas know.
fn add_total(table: &mut Table, context: &Context<'_>) {
    let all = AreaTasks::of(None, "Tổng cộng", context.results.tasks.iter());
    let mut row = Row { kind: RowKind::Total, ..table::row(TASKS, context, 0, &all) };
    let at = table.rows.len();
    let is_count = |(_, cell): &(usize, &mut Cell)| matches!(cell.content, Content::Number { .. });
    for (column, cell) in row.cells.iter_mut().enumerate().filter(is_count) {
        let name = format!("tong-hop:nhiem-vu:{column}");
        *cell = std::mem::take(cell).computed(Formula::Sum(Cells::Named(name.clone())));
        table.areas.insert(name, Area { first: 0, last: at.saturating_sub(1), column });
    }
    for (name, head) in live::TASKS.into_iter().zip([TOTAL, DONE, LATE, OVERDUE]) {
        table.areas.insert(name.to_owned(), Area { first: at, last: at, column: table::position(TASKS, head) });
    }
    table.rows.push(row);
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
