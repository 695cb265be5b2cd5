//! One cell as a day or a moment: day before month always, Excel serials, Vietnamese words; time zone +07:00.

mod serial;
#[cfg(test)]
mod tests;
mod written;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, TimeZone};

use super::parsed::{Flaw, Outcome, Parsed, computed};
use super::text::clean;
use super::vocabulary::{is_blank, is_placeholder};
use crate::model::{Cell, CellValue, NumberFormat};

/// A cell read as a day.
pub type DateParsed = Parsed<NaiveDate>;

/// A moment in Vietnam.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The moment, +07:00; the day's beginning if `day_only`.
    pub at: DateTime<FixedOffset>,
    /// Whether only the day is known.
    pub day_only: bool,
}

/// A day, perhaps with a time, on the clock of Vietnam.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    day: NaiveDate,
    time: Option<NaiveTime>,
}

/// Vietnam's offset from UTC in seconds; the country has no summer time.
const VIETNAM_OFFSET: i32 = 7 * 3600;

/// Reads one cell as a day; a time in it is left out. `assumed_year` is the period's, for `30/9`.
pub fn read(cell: &Cell, assumed_year: i32) -> DateParsed {
    stamp(cell, assumed_year).map(|stamp| stamp.day)
}

/// Reads one cell as a moment, as the register of receipt holds them.
pub fn datetime(cell: &Cell, assumed_year: i32) -> Parsed<Moment> {
    let Parsed { outcome, remarks } = stamp(cell, assumed_year);
    let outcome = match outcome {
        Outcome::Value(stamp) => in_vietnam(stamp).map(Outcome::Value),
        Outcome::Nil => Ok(Outcome::Nil),
        Outcome::Blank => Ok(Outcome::Blank),
        Outcome::Unreadable(flaw) => Err(flaw),
    };
    Parsed::of(outcome, remarks)
}

fn in_vietnam(stamp: Stamp) -> Result<Moment, Flaw> {
    let local = stamp.day.and_time(stamp.time.unwrap_or_default());
    let zone = FixedOffset::east_opt(VIETNAM_OFFSET);
    let at = zone.and_then(|zone| zone.from_local_datetime(&local).single()).ok_or_else(|| invalid("out_of_range"))?;
    Ok(Moment { at, day_only: stamp.time.is_none() })
}

fn stamp(cell: &Cell, assumed_year: i32) -> Parsed<Stamp> {
    let mut remarks = Vec::new();
    let outcome = outcome(cell, assumed_year, &mut remarks);
    Parsed::of(outcome, remarks)
}

fn outcome(cell: &Cell, assumed_year: i32, remarks: &mut Vec<Flaw>) -> Result<Outcome<Stamp>, Flaw> {
    computed(cell)?;
    let stamp = match &cell.value {
        CellValue::Date(days) => serial::formatted(*days)?,
        CellValue::Number(days) if cell.format == NumberFormat::Date => serial::formatted(*days)?,
        CellValue::Number(days) => serial::bare(*days, remarks)?,
        CellValue::Text(text) => {
            let text = clean(text);
            if is_blank(&text) {
                return Ok(Outcome::Blank);
            }
            let promise = |flaw| if is_placeholder(&text) { Flaw::error("V316", "") } else { flaw };
            written::read(&text, assumed_year, remarks).map_err(promise)?
        }
        _ => return Err(invalid("other")),
    };
    Ok(Outcome::Value(stamp))
}

/// Years that a report can speak of; what lies outside is a slip of the finger or no date at all.
fn in_bounds(stamp: Stamp) -> Result<Stamp, Flaw> {
    if (1900..=2200).contains(&stamp.day.year()) { Ok(stamp) } else { Err(invalid("out_of_range")) }
}

/// V317 with the keyword by which the wording says what is wrong.
fn invalid(why: &str) -> Flaw {
    Flaw::error("V317", why)
}

/// A day as officers write it: `09/12/2025`.
pub(super) fn spelled(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// A serial as the day it shows, or nothing where it shows none.
pub(super) fn spelled_serial(days: f64) -> Option<String> {
    serial::formatted(days).ok().map(|stamp| spelled(stamp.day))
}
