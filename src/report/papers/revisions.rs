//! "Số liệu điều chỉnh": what offices sent again, every cell that says something else, and what that made of indicators
//! and findings.

use std::iter;
use std::sync::Arc;

use crate::model::{
    Change, ChangeKind, Difference, Effect, Followed, Indicator, MOST_REVISIONS, Outcome, Reading, Sent, Since, Source,
    Spot, State,
};
use crate::report::context::{Context, PLACES};
use crate::report::document::{Block, Cell, Part, Place, Row, Table, Tone};
use crate::report::form::section_name;
use crate::report::table::{self, Field, Line};
use crate::report::vietnamese::whole;
use crate::report::{judgement, words};
use crate::text::Catalog;

const NONE: &str = "Không có đơn vị nào gửi lại số liệu.";

// Tables of one sheet share its columns, so that equal columns stand below each other.
const STEPS: &[Field<Difference>] = &[
    Field::left("Đơn vị", 26, |line| line.context.office(Some(&line.record.office))),
    Field::left("Lý do chung", 44, |line| Cell::text(each(&line.record.after, |file| said(file.reason.as_ref())))),
    Field::left("Người lập", 14, |line| {
        Cell::text(each(&line.record.after, |file| said(file.prepared_by.as_ref())))
    }),
    Field::right("Ô thay đổi", 12, |line| Cell::number(Some(&whole(line.record.changes.len())), 0)),
    Field::left("Bản trước", 30, |line| Cell::text(each(&line.record.before, received))),
    Field::left("Bản thay thế", 30, |line| Cell::text(each(&line.record.after, received))),
    Field::right("Ô phải có lý do mà không ghi", 14, |line| {
        let count = line.record.changes.iter().filter(|change| change.unexplained).count();
        Cell::number(Some(&whole(count)), 0).tone(if count > 0 { Tone::Warn } else { Tone::Plain })
    }),
    Field::left("Chỉ tiêu", 34, |line| {
        let turned = line.record.effects.iter().filter(|effect| effect.verdict_changed).count();
        let text = format!("{} đổi kết quả, {turned} đổi đánh giá", line.record.effects.len());
        Cell::text(text).tone(if turned > 0 { Tone::Warn } else { Tone::Plain })
    }),
    Field::left("Phát hiện", 34, |line| {
        let [fixed, still, new] = [Since::Fixed, Since::Still, Since::New].map(|since| line.record.count(since));
        Cell::text(format!("đã sửa {fixed}, vẫn còn {still}, mới phát sinh {new}"))
    }),
];

const CHANGES: &[Field<Change>] = &[
    Field::left("Mã", 26, |line| match &line.record.spot {
        Spot::Figure(id, _) => line.context.repeated(id.as_str()),
        Spot::Task(id, _) => line.context.repeated(id.as_str()),
        Spot::Section(_) | Spot::Info(_) => Cell::default(),
    }),
    Field::left("Chỉ tiêu, nhiệm vụ, mục", 44, about),
    Field::center("Cột", 14, |line| match line.record.spot {
        Spot::Figure(_, column) | Spot::Task(_, column) | Spot::Info(column) => line.context.repeated(column),
        Spot::Section(_) => line.context.repeated("Nội dung"),
    }),
    Field::center("Thay đổi", 12, |line| {
        line.context.word(match line.record.kind {
            ChangeKind::Added => ("Thêm", Tone::Plain),
            ChangeKind::Removed => ("Bỏ", Tone::Warn),
            ChangeKind::Changed => ("Sửa", Tone::Plain),
        })
    }),
    Field::right("Trước", 30, |line| reading(line, &line.record.before)),
    Field::right("Sau", 30, |line| reading(line, &line.record.after)),
    Field::right("Chênh lệch", 14, |line| {
        line.record.difference.as_ref().map(|step| Cell::number(Some(step), PLACES)).unwrap_or_default()
    }),
    Field::left("Ô trước", 34, |line| cell(line.record.before.source.as_ref())),
    Field::left("Ô sau", 34, |line| cell(line.record.after.source.as_ref())),
    Field::left("Lý do điều chỉnh", 34, |line| match &line.record.reason {
        Some(reason) => Cell::shared(reason),
        None if line.record.unexplained => line.context.word(("Không ghi", Tone::Warn)),
        None => Cell::default(),
    }),
];

const EFFECTS: &[Field<Effect>] = &[
    Field::left("Mã", 26, |line| Cell::text(line.record.indicator.as_str())),
    Field::left("Chỉ tiêu", 44, |line| of(line, |indicator| Cell::text(&indicator.name))),
    Field::center("Khoản", 14, |line| of(line, |indicator| Cell::text(&indicator.clause))),
    Field::center("Đánh giá", 12, |line| {
        line.context.word(if line.record.verdict_changed {
            ("Đổi", Tone::Warn)
        } else {
            ("Không đổi", Tone::Plain)
        })
    }),
    Field::right("Kết quả trước", 30, |line| Cell::text(&line.record.before.printed)),
    Field::right("Kết quả sau", 30, |line| Cell::text(&line.record.after.printed)),
    Field::center("Mục tiêu", 14, |line| of(line, |indicator| Cell::text(judgement::target(indicator)))),
    Field::left("Đánh giá trước", 34, |line| verdict(line, &line.record.before)),
    Field::left("Đánh giá sau", 34, |line| verdict(line, &line.record.after)),
];

const FINDINGS: &[Field<Followed>] = &[
    Field::left("Mã", 26, |line| line.context.repeated(line.record.worded.finding.code.as_str())),
    Field::left("Nội dung", 44, |line| Cell::text(&line.record.worded.message)),
    Field::center("Mức", 14, |line| line.context.word(words::severity(line.record.worded.finding.severity))),
    Field::center("So với bản trước", 12, |line| {
        line.record.since.map(|since| line.context.word(words::since(since))).unwrap_or_default()
    }),
    Field::left("Vị trí", 30, |line| cell(line.record.worded.finding.location.as_ref())),
];

/// One sheet; on the page too while the offices are few.
pub(super) fn parts(context: &Context<'_>, _catalog: &Catalog) -> Vec<Part> {
    let steps: Vec<&Difference> = context.results.steps().collect();
    let mut part = super::sheet("so-lieu-dieu-chinh", "Số liệu điều chỉnh", sent_again(context, &steps), NONE);
    if context.results.revisions.values().any(|steps| steps.len() == MOST_REVISIONS) {
        let told = format!("Mỗi đơn vị chỉ so sánh {MOST_REVISIONS} lần gửi lại gần nhất.");
        part.blocks.push(Block::body(told));
    }
    part.blocks.extend(what_changed(context, &steps));
    let place = if context.fits_page() { Place::Leaf } else { Place::SheetOnly };
    vec![Part { place, ..part }]
}

/// The same of one step alone.
pub(in crate::report) fn of_step(context: &Context<'_>, step: &Difference) -> Vec<Block> {
    iter::once(Block::Table(sent_again(context, &[step]))).chain(what_changed(context, &[step])).collect()
}

fn sent_again(context: &Context<'_>, steps: &[&Difference]) -> Table {
    let mut table = table::table("bang-gui-lai", STEPS);
    table.rows = steps.iter().map(|step| table::row(STEPS, context, 0, *step)).collect();
    table
}

/// Cells, indicators and findings of these steps, as far as there are any.
fn what_changed(context: &Context<'_>, steps: &[&Difference]) -> Vec<Block> {
    let findings = by_step(context, steps, "bang-phat-hien-gui-lai", FINDINGS, followed);
    let changes = by_step(context, steps, "bang-o-thay-doi", CHANGES, |step| step.changes.iter());
    let effects = by_step(context, steps, "bang-anh-huong", EFFECTS, |step| step.effects.iter());
    let titled = [
        ("Ô ghi khác bản trước", changes),
        ("Ảnh hưởng đến chỉ tiêu", effects),
        ("Phát hiện đã sửa, vẫn còn, mới phát sinh", findings),
    ];
    let told = titled.into_iter().filter(|(_, table)| !table.rows.is_empty());
    told.flat_map(|(title, table)| [Block::Heading(2, title.to_owned()), Block::Table(table)]).collect()
}

/// The findings of two versions; what is said of versions themselves is no news of their figures.
fn followed(step: &Difference) -> impl Iterator<Item = &Followed> {
    step.findings.iter().filter(|followed| followed.since.is_some())
}

/// The records of every step below a row that names it.
fn by_step<'a, R: 'a, I: Iterator<Item = &'a R>>(
    context: &'a Context<'_>,
    steps: &[&'a Difference],
    id: &str,
    fields: &[Field<R>],
    records: impl Fn(&'a Difference) -> I,
) -> Table {
    let mut table = table::table(id, fields);
    for step in steps.iter().filter(|step| records(step).next().is_some()) {
        let [before, after] = [&step.before, &step.after].map(|files| each(files, |file| file.path.to_string()));
        let title = format!("{}: {} → {}", context.plan.office_name(&step.office), before, after).replace('\n', ", ");
        table.rows.push(Row::section(title));
        table.rows.extend(records(step).map(|record| table::row(fields, context, 0, record)));
    }
    table
}

fn each(files: &[Sent], text: fn(&Sent) -> String) -> String {
    files.iter().map(text).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

fn said(text: Option<&Arc<str>>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

/// `2025-Q4/vp.xlsx (nhận 05/12/2025)`
fn received(file: &Sent) -> String {
    let at = file.receipt.shown().unwrap_or_default();
    if at.is_empty() { file.path.to_string() } else { format!("{} (nhận {at})", file.path) }
}

fn about(line: &Line<'_, Change>) -> Cell {
    let plan = line.context.plan;
    match &line.record.spot {
        Spot::Figure(id, _) => line.context.element(id, |element| &element.name),
        Spot::Task(id, _) => plan.task(id).map(|task| line.context.repeated(&task.name)).unwrap_or_default(),
        Spot::Section(section) => Cell::text(section_name(plan, section)),
        Spot::Info(_) => Cell::default(),
    }
}

/// What the cell said: a figure as it was understood, anything else as it was written.
fn reading(line: &Line<'_, Change>, reading: &Reading) -> Cell {
    match (reading.state, &line.record.spot, &reading.value) {
        (State::Blank | State::Missing | State::Nil, ..) => line.context.word(words::state(reading.state)),
        (State::Value, Spot::Figure(..), Some(value)) => Cell::number(Some(value), PLACES),
        _ => reading.raw.as_ref().map(Cell::shared).unwrap_or_default(),
    }
}

fn cell(source: Option<&Source>) -> Cell {
    source.map(|source| Cell::text(source.to_string()).from_sources(vec![source.clone()])).unwrap_or_default()
}

fn of(line: &Line<'_, Effect>, cell: fn(&Indicator) -> Cell) -> Cell {
    let found = line.context.plan.indicators.iter().find(|indicator| indicator.id == line.record.indicator);
    found.map(cell).unwrap_or_default()
}

fn verdict(line: &Line<'_, Effect>, outcome: &Outcome) -> Cell {
    line.context.word(words::indicator(outcome.status))
}
