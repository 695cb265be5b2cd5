//! Bars that lie: a label above, the bar, its numbers beside and on it.

use super::svg::{At, Svg, lines, tone};
use super::{Drawn, DrawnRow, Value};
use crate::model::Number;
use crate::report::vietnamese::{lower_first, whole};

/// Percent of the width that the longest bar takes; its numbers stand to the right.
const AXIS: usize = 72;

/// Where the numbers begin.
const ASIDE: i64 = 75;

/// Height of a bar, and of a line of text, in pixels.
const BAR: usize = 16;
const LINE: usize = 18;

/// Labels of so many characters at most stand before their bars, in so many percent of the width.
const SHORT: usize = 8;
const BEFORE: usize = 12;

/// Space below a row.
const GAP: usize = 14;

/// Characters of a label in a line, as a phone has room for.
const LABEL: usize = 42;

/// Percent of the width that a character on a piece takes, on a phone.
const CHARACTER: usize = 2;

/// A bar a row for the first series, and a mark where the second stands.
pub(super) fn against_target(drawn: &Drawn<'_>, svg: &mut Svg) {
    let target_name = drawn.heads.get(1).map(|head| lower_first(before_unit(head))).unwrap_or_default();
    let left = before(drawn);
    let (x, axis) = (whole(left), AXIS - left);
    for row in &drawn.rows {
        labelled(svg, row, left);
        let top = svg.y;
        let start = At { x: &x, y: top };
        svg.rect("track", start, &whole(axis), BAR, None);
        let mut values = row.values.iter().map(Option::as_ref);
        let (value, target) = (values.next().flatten(), values.next().flatten());
        if let Some(value) = value {
            svg.piece(drawn.chart, 0, start, &drawn.along(value.number, axis), BAR);
        }
        if let Some(target) = target {
            let at = &x + &drawn.along(target.number, axis);
            svg.mark("target", At { x: &at, y: top.saturating_sub(3) }, top + BAR + 3);
            beside(svg, top + 23, "note", &format!("{target_name} {}", target.text));
        }
        beside(svg, top + 10, "figure", value.map_or("–", |value| &value.text));
        svg.y = top + BAR + GAP;
    }
}

/// A bar a row, its series one after the other, their sum beside them.
pub(super) fn stacked(drawn: &Drawn<'_>, svg: &mut Svg) {
    let left = before(drawn);
    for row in &drawn.rows {
        labelled(svg, row, left);
        let mut x = whole(left);
        for (position, value) in row.values.iter().enumerate() {
            if let Some(value) = value {
                let width = drawn.along(value.number, AXIS - left);
                piece(svg, drawn, position, value, &x, &width);
                x = &x + &width;
            }
        }
        beside(svg, svg.y + 13, "figure", &row.sum_text());
        svg.y += BAR + GAP;
    }
}

/// Where bars begin: after their labels if all are short, else below them at the left.
fn before(drawn: &Drawn<'_>) -> usize {
    let short = drawn.rows.iter().all(|row| row.label.chars().count() <= SHORT);
    if short { BEFORE } else { 0 }
}

fn piece(svg: &mut Svg, drawn: &Drawn<'_>, position: usize, value: &Value<'_>, x: &Number, width: &Number) {
    if value.number.is_zero() {
        return;
    }
    svg.piece(drawn.chart, position, At { x, y: svg.y }, width, BAR);
    if *width > whole(CHARACTER * value.text.chars().count()) {
        let middle = x + &width.checked_div(&Number::from(2)).unwrap_or_else(Number::zero);
        svg.text(&format!("on{}", tone(drawn.chart, position)), At { x: &middle, y: svg.y + 12 }, &value.text);
    }
}

/// The label before its bar where there is room, else above it.
fn labelled(svg: &mut Svg, row: &DrawnRow<'_>, left: usize) {
    if left > 0 {
        return svg.text("label", At { x: &Number::zero(), y: svg.y + 13 }, row.label);
    }
    for line in lines(row.label, LABEL) {
        svg.y += LINE;
        svg.text("label", At { x: &Number::zero(), y: svg.y - 5 }, &line);
    }
}

fn beside(svg: &mut Svg, y: usize, class: &str, text: &str) {
    svg.text(class, At { x: &Number::from(ASIDE), y }, text);
}

/// `Mục tiêu` of `Mục tiêu (%)`
fn before_unit(head: &str) -> &str {
    head.split(" (").next().unwrap_or(head)
}
