//! A bar as an inline drawing: its place on the scale, with a mark at the target.

use super::escape;
use crate::model::Number;
use crate::report::document::Bar;

/// Appends the drawing, as wide as the style sheet sets it. Drawn to a tenth of a percent, a value short of its mark may touch it: the words beside it decide.
pub(super) fn push(out: &mut String, bar: &Bar, class: &str) {
    out.push_str("<svg");
    escape::attribute(out, "class", class);
    out.push_str(" role=\"img\"");
    escape::attribute(out, "aria-label", &bar.label);
    out.push_str("><rect class=\"track\" y=\"3\" width=\"100%\" height=\"10\" rx=\"2\"/>");
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
    let percent = (&share * &Number::hundred()).clamp(Number::zero(), Number::hundred());
    format!("{}%", percent.round(1))
}
