//! What the overview draws: attainment against target, dossiers on time and late by period, tasks by area.

use crate::model::{BinaryOp, DossierMeasure, Element, Expr, IndicatorResult, Measure, Number, Total};
use crate::report::context::{Context, PLACES};
use crate::report::derivation;
use crate::report::document::{Align, Block, Cell, Chart, ChartKind, Column, Formula, Row, Series, Table, Tone};
use crate::report::formula;
use crate::report::judgement;
use crate::report::live;
use crate::report::table::{self, Field};
use crate::report::vietnamese::with_unit;

const ATTAINMENT: &[Field<IndicatorResult>] = &[
    Field::left("Khoản", 46, |line| Cell::text(&line.record.indicator.clause)),
    Field::right("Kết quả (%)", 12, |line| {
        let result = Formula::named(live::result(&line.record.indicator.id));
        let cell = Cell::number(line.record.shown.as_ref(), PLACES).computed(result);
        cell.derived(derivation::indicator(line.context, line.record))
    }),
    Field::right("Mục tiêu (%)", 12, |line| {
        let mark = judgement::mark(line.record).map(|mark| mark.shown(&line.record.indicator.anchors()));
        let told = vec![judgement::target(&line.record.indicator)];
        mark.map(|mark| Cell::number(Some(&mark), PLACES).derived(told)).unwrap_or_default()
    }),
];

/// Every percentage that has a value, with the mark it is held against.
pub(super) fn attainment(context: &Context<'_>) -> Vec<Block> {
    let drawn = |result: &&IndicatorResult| result.indicator.unit == "%" && result.shown.is_some();
    let results: Vec<&IndicatorResult> = context.results.indicators.iter().filter(drawn).collect();
    if results.is_empty() {
        return Vec::new();
    }
    let mut table = table::table("tong-hop-ty-le", ATTAINMENT);
    table.rows = results.iter().map(|result| table::row(ATTAINMENT, context, 0, *result)).collect();
    let title = "Kết quả so với mục tiêu theo từng chỉ tiêu (%)";
    let said = results.iter().map(|result| {
        let value = result.shown.as_ref().map(|shown| with_unit(shown, 12, "%")).unwrap_or_default();
        format!("{}: {value}, mục tiêu {}", result.indicator.clause, judgement::target_in_sentence(&result.indicator))
    });
    let chart = Chart {
        id: "bieu-do-ty-le".to_owned(),
        title: title.to_owned(),
        kind: ChartKind::AgainstTarget,
        table: table.id.clone(),
        labels: 0,
        series: vec![Series { column: 1, tone: Tone::Plain }, Series { column: 2, tone: Tone::Muted }],
        summary: sentence(said),
    };
    vec![Block::Heading(2, title.to_owned()), Block::Chart(chart), Block::Table(table)]
}

/// Dossiers resolved in each period so far, on time and late; nothing where the plan names no such figures.
pub(super) fn dossiers(context: &Context<'_>) -> Vec<Block> {
    let elements = |measures: &[DossierMeasure]| -> Vec<&Element> {
        let keyed = |element: &&Element| element.dossier.is_some_and(|measure| measures.contains(&measure));
        context.plan.elements.iter().filter(|element| element.is_submitted()).filter(keyed).collect()
    };
    let (on_time, late) = (
        elements(&[DossierMeasure::ResolvedEarly, DossierMeasure::ResolvedOnTime]),
        elements(&[DossierMeasure::ResolvedLate]),
    );
    if on_time.is_empty() || late.is_empty() {
        return Vec::new();
    }
    let title = "Hồ sơ giải quyết đúng hạn và quá hạn theo kỳ (hồ sơ)";
    let columns = vec![
        Column::new("Kỳ", 46, Align::Left),
        Column::new("Trước hạn và đúng hạn", 12, Align::Right),
        Column::new("Quá hạn", 12, Align::Right),
    ];
    let periods =
        context.results.history.periods.iter().map(|past| (past.period.title.as_str(), past.totals.as_slice()));
    let now = (context.results.period.title.as_str(), context.results.totals.as_slice());
    let counted: Vec<_> =
        periods.chain([now]).map(|(period, totals)| (period, sum(totals, &on_time), sum(totals, &late))).collect();
    let cell = |value: &Option<Number>, of: &[&Element]| {
        let names: Vec<String> = of.iter().map(|element| formula::named(&element.id, context.plan)).collect();
        Cell::number(value.as_ref(), PLACES).derived(vec![names.join(" + ")])
    };
    let row = |(period, in_time, too_late): &(&str, Option<Number>, Option<Number>)| {
        Row::body(vec![Cell::text(period), cell(in_time, &on_time), cell(too_late, &late)])
    };
    let said = counted.iter().map(|(period, on_time, late)| {
        let said = |value: &Option<Number>| {
            value.as_ref().map_or_else(|| "chưa có số liệu".to_owned(), |value| value.vietnamese(0))
        };
        format!("{period}: trước hạn và đúng hạn {}, quá hạn {}", said(on_time), said(late))
    });
    let chart = Chart {
        id: "bieu-do-ho-so".to_owned(),
        title: title.to_owned(),
        kind: ChartKind::Columns,
        table: "tong-hop-ho-so".to_owned(),
        labels: 0,
        series: vec![Series { column: 1, tone: Tone::Good }, Series { column: 2, tone: Tone::Bad }],
        summary: sentence(said),
    };
    let mut rows: Vec<Row> = counted.iter().map(row).collect();
    if let Some(Row { cells, .. }) = rows.last_mut() {
        for (cell, elements) in cells.iter_mut().skip(1).zip([&on_time, &late]) {
            *cell = std::mem::take(cell).computed_by(together(context, elements));
        }
    }
    let table = Table { columns, rows, ..Table::new("tong-hop-ho-so") };
    vec![Block::Heading(2, title.to_owned()), Block::Chart(chart), Block::Table(table)]
}

/// The commune's figures of these elements together, unknown if one is.
fn sum(totals: &[Total], elements: &[&Element]) -> Option<Number> {
    let figure = |element: &&Element| {
        let total = totals.iter().find(|total| total.element == element.id && total.measure == Measure::Period);
        total?.value.clone()
    };
    elements.iter().map(figure).try_fold(Number::zero(), |sum, figure| Some(&sum + &figure?))
}

/// The same as a formula over the annex.
fn together(context: &Context<'_>, elements: &[&Element]) -> Option<Formula> {
    let figures = elements.iter().map(|element| Expr::Element(element.id.clone()));
    let sum = figures.reduce(|sum, figure| Expr::Binary(Box::new(sum), BinaryOp::Add, Box::new(figure)))?;
    live::over(context, &sum, Measure::Period)
}

/// The tasks of each area as the overview's table has them, part by part.
pub(super) fn tasks(table: &Table, series: &[Series], said: impl Iterator<Item = String>) -> Block {
    Block::Chart(Chart {
        id: "bieu-do-nhiem-vu".to_owned(),
        title: "Tiến độ nhiệm vụ theo lĩnh vực (nhiệm vụ)".to_owned(),
        kind: ChartKind::Bars,
        table: table.id.clone(),
        labels: 0,
        series: series.to_vec(),
        summary: sentence(said),
    })
}

fn sentence(said: impl Iterator<Item = String>) -> String {
    format!("{}.", said.collect::<Vec<_>>().join("; "))
}
