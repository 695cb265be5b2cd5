//! Charts as inline drawings. Lengths along the page are percentages and texts have the page's size, so a drawing fits a
//! phone and a screen alike; series differ by pattern and label as well as by colour.

mod bars;
mod columns;
mod svg;
#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::model::Number;
use crate::render::figure;
use crate::report::document::{Block, Cell, Chart, ChartKind, Content, Part, RowKind, Series, Table};
use crate::report::vietnamese::whole;
use svg::Svg;

/// What the template sees of a chart.
#[derive(Serialize)]
pub(super) struct ChartView<'a> {
    id: &'a str,
    title: &'a str,
    /// Escaped markup of the drawing.
    drawing: String,
    legend: Vec<KeyView<'a>>,
}

/// One series in the legend.
#[derive(Serialize)]
struct KeyView<'a> {
    head: &'a str,
    /// Escaped markup.
    swatch: String,
}

/// What is drawn: a label a row, and a number a series where there is one.
struct Drawn<'a> {
    chart: &'a Chart,
    /// Names of the series.
    heads: Vec<&'a str>,
    rows: Vec<DrawnRow<'a>>,
    /// What the longest bar or column stands for.
    full: Number,
}

struct DrawnRow<'a> {
    label: &'a str,
    values: Vec<Option<Value<'a>>>,
}

struct Value<'a> {
    number: &'a Number,
    text: String,
}

/// The view of a chart of this part; `None` where the part has no such table or there is nothing to draw.
pub(super) fn view<'a>(chart: &'a Chart, part: &'a Part) -> Option<ChartView<'a>> {
    let tables =
        part.blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    let table = tables.into_iter().find(|table| table.id == chart.table)?;
    let drawn = Drawn::of(chart, table);
    let mut svg = Svg::new(chart);
    match chart.kind {
        _ if drawn.rows.is_empty() => return None,
        ChartKind::AgainstTarget => bars::against_target(&drawn, &mut svg),
        ChartKind::Bars => bars::stacked(&drawn, &mut svg),
        ChartKind::Columns => columns::stacked(&drawn, &mut svg),
    }
    Some(ChartView { id: &chart.id, title: &chart.title, drawing: svg.finish(), legend: legend(&drawn) })
}

fn legend<'a>(drawn: &Drawn<'a>) -> Vec<KeyView<'a>> {
    let chart = drawn.chart;
    let key = |(position, head): (usize, &&'a str)| {
        let mark = chart.kind == ChartKind::AgainstTarget && position == 1;
        KeyView { head, swatch: svg::swatch(chart, position, mark) }
    };
    drawn.heads.iter().enumerate().map(key).collect()
}

impl<'a> Drawn<'a> {
    fn of(chart: &'a Chart, table: &'a Table) -> Self {
        let bodies = table.rows.iter().filter(|row| row.kind == RowKind::Body);
        let rows: Vec<DrawnRow<'a>> = bodies
            .map(|row| DrawnRow {
                label: row.cells.get(chart.labels).map_or("", label),
                values: chart.series.iter().map(|series| row.cells.get(series.column).and_then(Value::of)).collect(),
            })
            .collect();
        let apart = chart.kind == ChartKind::AgainstTarget;
        let lengths = rows.iter().map(|row| if apart { row.largest() } else { row.sum() });
        let full = lengths.max().filter(|most| !most.is_zero()).unwrap_or_else(|| Number::from(1));
        let head = |series: &Series| table.columns.get(series.column).map_or("", |column| column.title.as_str());
        Self { chart, heads: chart.series.iter().map(head).collect(), rows, full }
    }

    /// How far along an axis of so many units a number stands.
    fn along(&self, number: &Number, axis: usize) -> Number {
        let axis = whole(axis);
        let share = number.checked_div(&self.full).unwrap_or_else(Number::zero);
        (&share * &axis).clamp(Number::zero(), axis)
    }
}

impl DrawnRow<'_> {
    fn known(&self) -> impl Iterator<Item = &Number> {
        self.values.iter().flatten().map(|value| value.number)
    }

    fn sum(&self) -> Number {
        self.known().fold(Number::zero(), |sum, number| &sum + number)
    }

    /// The sum as written, a dash where nothing is known.
    fn sum_text(&self) -> String {
        if self.known().next().is_none() { "–".to_owned() } else { self.sum().vietnamese(2) }
    }

    fn largest(&self) -> Number {
        self.known().max().cloned().unwrap_or_else(Number::zero)
    }
}

impl<'a> Value<'a> {
    fn of(cell: &'a Cell) -> Option<Self> {
        let number = match &cell.content {
            Content::Number { value, .. } => value,
            Content::Rate(rate) => &rate.shown,
            Content::Empty | Content::Text(_) | Content::Bar(_) => return None,
        };
        Some(Self { number, text: figure(&cell.content)? })
    }
}

fn label(cell: &Cell) -> &str {
    if let Content::Text(text) = &cell.content { text } else { "" }
}
