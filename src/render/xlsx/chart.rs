//! Drawings of tables as charts that read the table's own cells, so that they follow a figure that is changed.

use rust_xlsxwriter::{
    Chart as Drawing, ChartAxis, ChartAxisCrossing, ChartDataLabel, ChartDataLabelPosition, ChartEmptyCells, ChartFont,
    ChartFormat, ChartLegendPosition, ChartLine, ChartMarker, ChartMarkerType, ChartRange, ChartSeries, ChartSolidFill,
    ChartType, Color,
};

use super::DEFAULT_CELL;
use super::style::{FONT, strong};
use crate::report::document::{Block, Chart, ChartKind, RowKind, Series, Table, Tone};

/// Rows of the sheet that a drawing covers, the empty one below it included.
pub(super) const ROWS: u32 = 18;

/// Columns that must be free beside a table for its drawing.
const ROOM: usize = 5;

/// Pixels of the widest drawing: more does not fit on a screen.
const WIDEST: u32 = 1_000;

/// Pixels of one character of a column's width.
const CHARACTER: u32 = 7;

/// Characters of a drawing's description; the table says the same in numbers.
const LONGEST_SUMMARY: usize = 255;

/// Labels of nothing stay away: a spreadsheet draws an unknown figure as it draws 0.
const NOT_OF_ZERO: &str = "#,##0;-#,##0;";

/// Space between bars, in percent of a bar.
const GAP: u16 = 60;

/// Whether a drawing stands to the right of the table that follows it, on a sheet of so many columns.
pub(super) fn is_beside(block: &Block, next: &Block, columns: usize) -> bool {
    match (block, next) {
        (Block::Chart(chart), Block::Table(table)) => chart.table == table.id && table.columns.len() + ROOM <= columns,
        _ => false,
    }
}

/// A drawing of the table whose head stands in this row (from zero) of the sheet.
pub(super) fn drawing(chart: &Chart, table: &Table, sheet: &str, header: u32, widths: &[u16]) -> Drawing {
    let drawn = Drawn { chart, table, sheet, header };
    let mut drawing = match chart.kind {
        ChartKind::AgainstTarget => drawn.against_target(),
        ChartKind::Columns => drawn.stacked(ChartType::ColumnStacked),
        ChartKind::Bars => drawn.stacked(ChartType::BarStacked),
    };
    drawing.title().set_name(&chart.title).set_font(&font(13.0, true));
    drawing.legend().set_position(ChartLegendPosition::Bottom).set_font(&font(11.0, false));
    let fits = chart.summary.chars().count() <= LONGEST_SUMMARY;
    drawing.show_empty_cells_as(ChartEmptyCells::Gaps).set_name(&chart.id);
    drawing.set_alt_text(if fits { &chart.summary } else { &chart.title });
    let width = widths.iter().map(|width| u32::from(*width)).sum::<u32>() * CHARACTER;
    drawing.set_width(width.min(WIDEST)).set_height((ROWS - 1) * DEFAULT_CELL.0);
    drawing
}

struct Drawn<'a> {
    chart: &'a Chart,
    table: &'a Table,
    sheet: &'a str,
    header: u32,
}

impl Drawn<'_> {
    /// A column a row, and a dash where its target stands.
    fn against_target(&self) -> Drawing {
        let mut drawing = Drawing::new(ChartType::Column);
        axis(drawing.x_axis());
        axis(drawing.y_axis()).set_min(0);
        let Some((value, targets)) = self.chart.series.split_first() else { return drawing };
        let mut label = ChartDataLabel::new();
        label.show_value().set_position(ChartDataLabelPosition::OutsideEnd).set_font(&font(10.0, false));
        let columns = self.read(drawing.add_series(), value);
        columns.set_format(&mut fill(value.tone)).set_gap(GAP).set_data_label(&label);
        let mut marks = Drawing::new(ChartType::Line);
        for target in targets {
            // A line's marker counts only where it is set after the series is the drawing's.
            let mark = self.read(marks.add_series(), target);
            mark.set_format(ChartFormat::new().set_no_line()).set_marker(&dash());
        }
        drawing.combine(&marks);
        drawing
    }

    /// The series of a row one on the other, upright or lying down.
    fn stacked(&self, kind: ChartType) -> Drawing {
        let mut drawing = Drawing::new(kind);
        if kind == ChartType::BarStacked {
            // The first row on top, and the scale below all the same.
            axis(drawing.y_axis()).set_reverse().set_crossing(ChartAxisCrossing::Max);
            axis(drawing.x_axis()).set_min(0).set_num_format("#,##0");
        } else {
            axis(drawing.x_axis());
            axis(drawing.y_axis()).set_min(0).set_num_format("#,##0");
        }
        let mut label = ChartDataLabel::new();
        let mut white = font(10.0, true);
        label.show_value().set_num_format(NOT_OF_ZERO).set_font(white.set_color(Color::White));
        for series in &self.chart.series {
            let drawn = self.read(drawing.add_series(), series);
            drawn.set_format(&mut fill(series.tone)).set_data_label(&label).set_gap(GAP).set_overlap(100);
        }
        drawing
    }

    /// Reads the body rows of one column; a total below them is not drawn.
    fn read<'s>(&self, drawn: &'s mut ChartSeries, series: &Series) -> &'s mut ChartSeries {
        let rows = self.table.rows.iter().take_while(|row| row.kind == RowKind::Body).count();
        let last = self.header + u32::try_from(rows).unwrap_or(u32::MAX);
        drawn
            .set_name(&self.range(series.column, self.header, self.header))
            .set_categories(&self.range(self.chart.labels, self.header + 1, last))
            .set_values(&self.range(series.column, self.header + 1, last))
    }

    fn range(&self, column: usize, first: u32, last: u32) -> ChartRange {
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        ChartRange::new_from_range(self.sheet, first, column, last, column)
    }
}

fn axis(axis: &mut ChartAxis) -> &mut ChartAxis {
    axis.set_font(&font(11.0, false))
}

fn font(size: f64, bold: bool) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name(FONT).set_size(size).set_color(Color::Black);
    if bold {
        font.set_bold();
    } else {
        font.unset_bold();
    }
    font
}

fn fill(tone: Tone) -> ChartFormat {
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(strong(tone)));
    format.set_border(ChartLine::new().set_color(Color::White).set_width(0.75));
    format
}

fn dash() -> ChartMarker {
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(Color::Black));
    format.set_border(ChartLine::new().set_color(Color::Black));
    let mut marker = ChartMarker::new();
    marker.set_type(ChartMarkerType::LongDash).set_size(14).set_format(&mut format);
    marker
}
