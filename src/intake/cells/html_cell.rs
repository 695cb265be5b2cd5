//! What a cell of a web page holds: its text as a browser shows it, or the number beside it.

use crate::model::{CellValue, NumberFormat};

/// A cell whose end has not come.
pub(super) struct OpenCell {
    pub(super) at: (u32, u32),
    pub(super) text: String,
    /// The number that the exporting program has left beside the text.
    pub(super) number: Option<f64>,
}

impl OpenCell {
    /// The number beside the text if there is one; the text says how it is shown.
    pub(super) fn value(&self) -> (CellValue, NumberFormat) {
        let text = self.text.trim();
        match self.number {
            Some(number) if text.ends_with('%') => (CellValue::Number(number), NumberFormat::Percent),
            Some(number) if is_day(text) => (CellValue::Date(number), NumberFormat::Date),
            Some(number) => (CellValue::Number(number), NumberFormat::General),
            None => (CellValue::Text(text.to_owned()), NumberFormat::General),
        }
    }
}

/// Adds text, its blanks as one space each.
pub(super) fn append(text: &mut String, part: &str) {
    for c in part.chars() {
        match c {
            ' ' | '\t' | '\n' | '\r' | '\u{C}' if text.is_empty() || text.ends_with([' ', '\n']) => {}
            ' ' | '\t' | '\n' | '\r' | '\u{C}' => text.push(' '),
            other => text.push(other),
        }
    }
}

/// Begins a line unless the text stands at the beginning of one.
pub(super) fn break_line(text: &mut String) {
    text.truncate(text.trim_end().len());
    text.push_str(if text.is_empty() { "" } else { "\n" });
}

/// Whether a text is shaped like `9/12/2025` or `2025-12-09`.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['/', '-']).collect();
    parts.len() == 3 && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}
