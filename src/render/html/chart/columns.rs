//! Columns that stand: their numbers on them, their sum above, a label below.

use super::svg::{At, Svg, lines, tone};
use super::{Drawn, DrawnRow, Value};
use crate::model::Number;
use crate::report::vietnamese::{lower_first, whole as count};

/// Pixels of the highest column.
const HEIGHT: usize = 180;

/// Pixels above it, for its sum.
const ABOVE: usize = 20;

/// Pixels of a line of a label.
const LINE: usize = 15;

/// A piece lower than this, in pixels, has no room for its number.
const ROOM: usize = 15;

/// Characters that all labels of a line have together, as a phone has room for.
const LABELS: usize = 44;

/// Percent of its place that a column fills, and leaves free before it.
const SHARE: (usize, usize) = (60, 20);

/// A column a row, its series one on the other.
pub(super) fn stacked(drawn: &Drawn<'_>, svg: &mut Svg) {
    let place = share(&Number::hundred(), 1, drawn.rows.len());
    let (width, margin) = (share(&place, SHARE.0, 100), share(&place, SHARE.1, 100));
    let foot = ABOVE + HEIGHT;
    svg.y = foot;
    for (position, row) in drawn.rows.iter().enumerate() {
        let left = &share(&place, position, 1) + &margin;
        let middle = &left + &share(&width, 1, 2);
        let top = column(drawn, row, svg, &Column { left: &left, middle: &middle, width: &width });
        let sum = format!("{}{}", row.sum_text(), unwritten(drawn, row));
        svg.text("figure middle", At { x: &middle, y: top - 6 }, &sum);
        let mut y = foot + 3;
        for line in lines(row.label, LABELS / drawn.rows.len().max(1)) {
            y += LINE;
            svg.text("label middle", At { x: &middle, y }, &line);
        }
        svg.y = svg.y.max(y);
    }
    svg.rect("axis", At { x: &Number::zero(), y: foot }, &Number::hundred(), 1, None);
    svg.y += 6;
}

/// Where a column stands, in percent of the width.
struct Column<'n> {
    left: &'n Number,
    middle: &'n Number,
    width: &'n Number,
}

/// Draws a column from its foot and gives its top.
fn column(drawn: &Drawn<'_>, row: &DrawnRow<'_>, svg: &mut Svg, column: &Column<'_>) -> usize {
    let mut top = ABOVE + HEIGHT;
    for (series, value) in row.values.iter().enumerate() {
        let Some(value) = value else { continue };
        let height = height(drawn, value);
        top = top.saturating_sub(height).max(ABOVE);
        svg.piece(drawn.chart, series, At { x: column.left, y: top }, column.width, height);
        if height >= ROOM {
            let at = At { x: column.middle, y: top + height / 2 + 4 };
            svg.text(&format!("on{}", tone(drawn.chart, series)), at, &value.text);
        }
    }
    top
}

/// The numbers that found no room on their pieces: ` (quá hạn: 31)`.
fn unwritten(drawn: &Drawn<'_>, row: &DrawnRow<'_>) -> String {
    let pieces = drawn.heads.iter().zip(&row.values).filter_map(|(head, value)| Some((head, value.as_ref()?)));
    let small = pieces.filter(|(_, value)| !value.number.is_zero() && height(drawn, value) < ROOM);
    let told: Vec<String> = small.map(|(head, value)| format!("{}: {}", lower_first(head), value.text)).collect();
    if told.is_empty() { String::new() } else { format!(" ({})", told.join("; ")) }
}

fn height(drawn: &Drawn<'_>, value: &Value<'_>) -> usize {
    pixels(&drawn.along(value.number, HEIGHT))
}

/// So many of so many equal parts.
fn share(whole: &Number, part: usize, of: usize) -> Number {
    (whole * &count(part)).checked_div(&count(of)).unwrap_or_else(Number::zero)
}

fn pixels(number: &Number) -> usize {
    number.round(0).to_string().parse().unwrap_or_default()
}
