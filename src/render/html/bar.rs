//! A bar as an inline drawing: its place on the scale, with a mark at the target.

use super::escape;
use crate::model::Number;
use crate::report::document::Bar;

/// Units of the drawing; the style sheet sets its size.
const WIDTH: i64 = 200;

/// Appends the drawing. Drawn to a tenth of a unit, a value short of its mark may touch it: the words beside it decide.
pub(super) fn push(out: &mut String, bar: &Bar, class: &str) {
    out.push_str("<svg");
    escape::attribute(out, "class", class);
    out.push_str(" viewBox=\"0 0 200 16\" role=\"img\"");
    escape::attribute(out, "aria-label", &bar.label);
    out.push_str("><rect class=\"track\" y=\"3\" width=\"200\" height=\"10\" rx=\"2\"/>");
    out.push_str("<rect class=\"value\" y=\"3\" height=\"10\" rx=\"2\"");
    escape::attribute(out, "width", &along(&bar.value, bar));
    out.push_str("/>");
    if let Some(target) = &bar.target {
        let x = along(target, bar);
        out.push_str("<line class=\"target\" y1=\"0\" y2=\"16\"");
        escape::attribute(out, "x1", &x);
        escape::attribute(out, "x2", &x);
        out.push_str("/>");
    }
    out.push_str("</svg>");
}

/// How far along the scale a value stands, within the drawing.
fn along(value: &Number, bar: &Bar) -> String {
    let share = value.checked_div(&bar.full).unwrap_or_else(Number::zero);
    (&share * &Number::from(WIDTH)).clamp(Number::zero(), Number::from(WIDTH)).round(1).to_string()
}
