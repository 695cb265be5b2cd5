//! One cell as a number of its element's kind, read the Vietnamese way; what can be read in two ways is not guessed.

mod notation;
mod phrase;
#[cfg(test)]
mod tests;

use super::parsed::{Flaw, Outcome, Parsed, computed, plain};
use super::text::{clean, fold};
use super::vocabulary::{is_blank, is_nil, is_placeholder};
use crate::model::{Accepted, Cell, CellValue, ElementKind, Number, NumberFormat};
use notation::Style;
use phrase::Phrase;

/// What a cell says, before the element's kind is asked whether it may.
struct Found {
    value: Number,
    /// A percent sign stands behind it, or its format shows one.
    percent: bool,
}

/// Reads one cell of a numeric element (`Count`, `Money`, `Decimal`, `Percent`; any other kind is read as `Decimal`).
/// `unit` is the element's unit of measure, possibly empty.
pub fn read(kind: ElementKind, unit: &str, cell: &Cell) -> Parsed<Number> {
    let mut remarks = Vec::new();
    let outcome = outcome(kind, unit, cell, &mut remarks);
    Parsed::of(outcome, remarks)
}

fn outcome(kind: ElementKind, unit: &str, cell: &Cell, remarks: &mut Vec<Flaw>) -> Result<Outcome<Number>, Flaw> {
    computed(cell)?;
    let found = match &cell.value {
        CellValue::Text(text) => {
            let text = clean(text);
            if is_blank(&text) {
                return Ok(Outcome::Blank);
            }
            if !text.contains(|c: char| c.is_ascii_digit()) && is_nil(&text) {
                return Ok(Outcome::Nil);
            }
            written(kind, unit, &text, remarks)?
        }
        CellValue::Number(stored) if cell.format != NumberFormat::Date => from_float(kind, *stored, cell.format)?,
        CellValue::Number(_) | CellValue::Date(_) => return Err(not_a_number("date")),
        _ => return Err(not_a_number("boolean")),
    };
    fitting(kind, unit, found, remarks).map(Outcome::Value)
}

/// A number that is typed as one: exact, and shown as a percentage where its format says so.
fn from_float(kind: ElementKind, stored: f64, format: NumberFormat) -> Result<Found, Flaw> {
    let value = Number::from_f64(stored).ok_or_else(|| not_a_number("word"))?;
    let percent = format == NumberFormat::Percent;
    let value = if percent { &value * &Number::hundred() } else { value };
    let nearest = value.round(0);
    let is_noise = kind == ElementKind::Count
        && !value.is_integer()
        && (&value - &nearest).abs() <= Number::step(COUNT_NOISE_PLACES);
    Ok(Found { value: if is_noise { nearest } else { value }, percent })
}

/// Formulas leave traces such as 12,0000000001: within a millionth a count is taken as whole.
const COUNT_NOISE_PLACES: u32 = 6;

/// A number that is written in a text, perhaps with words around it.
fn written(kind: ElementKind, unit: &str, text: &str, remarks: &mut Vec<Flaw>) -> Result<Found, Flaw> {
    let promise = |flaw| if is_placeholder(text) { Flaw::error("V316", "") } else { flaw };
    let phrase = Phrase::of(text).ok_or_else(|| promise(not_a_number("word")))?;
    phrase.refuse_more_than_a_number(kind, unit).map_err(promise)?;
    let value = match phrase.exponent {
        Some(exponent) => scientific(&phrase, exponent, remarks)?,
        None => positional(kind, &phrase, remarks)?,
    };
    if let Some(dropped) = phrase.words_around() {
        if is_placeholder(&dropped) {
            return Err(Flaw::error("V316", ""));
        }
        remarks.push(Flaw::notice("V313", dropped));
    }
    Ok(Found { value: if phrase.negative { -&value } else { value }, percent: phrase.percent })
}

fn scientific(phrase: &Phrase<'_>, exponent: i32, remarks: &mut Vec<Flaw>) -> Result<Number, Flaw> {
    let value = notation::scientific(phrase.digits, exponent).ok_or_else(|| not_a_number("word"))?;
    remarks.push(Flaw::warning("V323", plain(&value)));
    Ok(value)
}

/// Percentages have no thousands: a point in them is a decimal point and no cause for remark, unless three digits
/// follow it.
fn positional(kind: ElementKind, phrase: &Phrase<'_>, remarks: &mut Vec<Flaw>) -> Result<Number, Flaw> {
    if kind == ElementKind::Percent && notation::is_one_thousand_group(phrase.digits) {
        return Err(Flaw::error("V306", "thousands"));
    }
    let (value, style) = notation::positional(kind, phrase.digits).ok_or_else(|| not_a_number("word"))?;
    if style == Style::American && kind != ElementKind::Percent {
        remarks.push(Flaw::warning("V312", plain(&value)));
    }
    Ok(value)
}

/// Holds what was read against what the kind allows.
fn fitting(kind: ElementKind, unit: &str, found: Found, remarks: &mut Vec<Flaw>) -> Result<Number, Flaw> {
    let Found { value, percent } = found;
    if percent && kind != ElementKind::Percent && fold(unit) != "%" {
        return Err(not_a_number("percent"));
    }
    if value.abs() >= Number::from(BEYOND_EXACT) {
        return Err(not_a_number("too_large"));
    }
    let Accepted { whole, least, most } = kind.accepted();
    let below = least.is_some_and(|least| value < Number::from(least));
    let above = most.is_some_and(|most| value > Number::from(most));
    match kind {
        _ if below && most.is_none() => Err(Flaw::error("V304", "")),
        _ if below || above => Err(Flaw::error("V305", "")),
        _ if whole && !value.is_integer() => Err(Flaw::error("V303", "")),
        ElementKind::Percent if !percent && !value.is_zero() && value <= Number::from(1) => {
            Err(Flaw::error("V306", "fraction"))
        }
        ElementKind::Money if value.abs() >= Number::from(BILLION) && phrase::is_millions(unit) => {
            remarks.push(Flaw::warning("V315", plain(&value)));
            Ok(value)
        }
        _ => Ok(value),
    }
}

/// Spreadsheets keep fifteen digits; what is larger is no figure of a commune and not exact either.
const BEYOND_EXACT: i64 = 1_000_000_000_000_000;

/// So many million đồng are more than any commune handles: the figure is in đồng.
const BILLION: i64 = 1_000_000_000;

/// V302 with the keyword by which the wording says what stands there instead.
fn not_a_number(what: &str) -> Flaw {
    Flaw::error("V302", what)
}
