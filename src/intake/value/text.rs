//! One cell as a text, and what does not belong into an official one.

use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::raw;
use crate::intake::parsed::{Flaw, Outcome, Parsed, computed};
use crate::intake::vocabulary::is_blank;
use crate::model::{Cell, CellValue, NumberFormat};

/// From so many digits on a whole number is an identifier (a citizen's has twelve, the first often zero).
const IDENTIFIER: f64 = 1e8;

/// Reads any cell: its ends trimmed, its lines kept.
pub(super) fn read(cell: &Cell) -> Parsed<Arc<str>> {
    let mut remarks = Vec::new();
    let outcome = computed(cell).map(|()| {
        let text: String = raw(cell).replace("\r\n", "\n").replace('\r', "\n").nfc().collect();
        let text = text.trim_matches(|c: char| c.is_whitespace() || "\u{feff}\u{200b}".contains(c));
        if is_blank(text) {
            return Outcome::Blank;
        }
        if is_damaged_identifier(cell, text) {
            remarks.push(Flaw::warning("V327", text));
        }
        let emoji = emoji(text);
        if !emoji.is_empty() {
            remarks.push(Flaw::warning("V326", emoji));
        }
        Outcome::Value(Arc::from(text))
    });
    Parsed::of(outcome, remarks)
}

/// Whether a long number is typed as one, or was when a text file was saved: `3.01E+10`.
fn is_damaged_identifier(cell: &Cell, text: &str) -> bool {
    let is_long = |number: f64| number >= IDENTIFIER && number.fract() == 0.0;
    match &cell.value {
        CellValue::Number(number) => cell.format != NumberFormat::Date && is_long(*number),
        CellValue::Text(_) => {
            let scientific = text.replace(',', ".");
            let is_scientific = scientific.contains("E+") && !scientific.contains(' ');
            is_scientific && scientific.parse().is_ok_and(is_long)
        }
        _ => false,
    }
}

/// The emoji of a text, each once.
fn emoji(text: &str) -> String {
    let mut found = String::new();
    for c in text.chars().filter(|c| is_emoji(*c)) {
        if !found.contains(c) {
            found.push(c);
        }
    }
    found
}

/// Pictures of feelings and things; ticks and arrows are official enough.
fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f300}'..='\u{1faff}' | '\u{2764}' | '\u{263a}' | '\u{2b50}')
}
