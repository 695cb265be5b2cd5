//! Days as dossier systems write them, as whole numbers that sort as days do.

use chrono::{Datelike, NaiveDate};

use crate::intake::date;
use crate::intake::parsed::Outcome;
use crate::model::{Address, Cell, CellValue, NumberFormat};

/// A calendar day as `YYYYMMDD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day(u32);

impl Day {
    /// The day of a date.
    pub(super) fn of(date: NaiveDate) -> Self {
        Self(date.year().unsigned_abs() * 10_000 + date.month() * 100 + date.day())
    }

    /// The day of year, month and day, of the years 1900 to 2200, as elsewhere.
    fn checked(year: u32, month: u32, day: u32) -> Option<Self> {
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
            2 => 28,
            _ => return None,
        };
        let known = (1900..=2200).contains(&year) && (1..=last).contains(&day);
        known.then_some(Self(year * 10_000 + month * 100 + day))
    }

    /// The day that six digits `YYMMDD` of this century name.
    pub(super) fn of_code(digits: &[u8]) -> Option<Self> {
        let [y0, y1, m0, m1, d0, d1] = *digits else { return None };
        Self::of_digits([b'2', b'0', y0, y1, m0, m1, d0, d1])
    }

    /// The day that eight digits `YYYYMMDD` name, all of them worked on at once.
    fn of_digits(digits: [u8; 8]) -> Option<Self> {
        let values = u64::from_le_bytes(digits) ^ u64::from_le_bytes([b'0'; 8]);
        let beyond_nine = values.wrapping_add(u64::from_le_bytes([0x7F - 9; 8])) | values;
        if beyond_nine & u64::from_le_bytes([0x80; 8]) != 0 {
            return None;
        }
        // Every other byte: ten times a digit and the digit after it.
        let [century, _, year, _, month, _, day, _] = (values * 10 + (values >> 8)).to_le_bytes().map(u32::from);
        Self::checked(century * 100 + year, month, day)
    }

    /// As officers write it: `09/12/2025`.
    pub(super) fn spelled(self) -> String {
        format!("{:02}/{:02}/{}", self.0 % 100, self.0 / 100 % 100, self.0 / 10_000)
    }
}

/// What a cell of a column of dates holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayCell {
    /// Nothing.
    Blank,
    /// A day.
    On(Day),
    /// Something else, a year of two digits included.
    Unreadable,
}

impl DayCell {
    /// The day, if it holds one.
    pub(super) fn day(self) -> Option<Day> {
        if let Self::On(day) = self { Some(day) } else { None }
    }

    fn of_day(day: Option<Day>) -> Self {
        day.map_or(Self::Unreadable, Self::On)
    }

    /// Reads a trimmed cell: the usual shapes at once, all others as forms are read.
    pub(super) fn read(text: &[u8]) -> Self {
        match text {
            [] => Self::Blank,
            [d0, d1, b'/', m0, m1, b'/', y0, y1, y2, y3, rest @ ..] if is_time(rest) => {
                Self::of_day(Day::of_digits([*y0, *y1, *y2, *y3, *m0, *m1, *d0, *d1]))
            }
            [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1, rest @ ..] if is_time(rest) => {
                Self::of_day(Day::of_digits([*y0, *y1, *y2, *y3, *m0, *m1, *d0, *d1]))
            }
            _ => unusual(text),
        }
    }
}

/// `12:30`, `12:30:59` or `12:30:59.123` behind a space or a `T`, or nothing. A time zone is for the careful reader.
fn is_time(rest: &[u8]) -> bool {
    let clock = |text: &[u8]| text.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.'));
    match rest {
        [] => true,
        [b' ' | b'T', _, _, b':', _, _, more @ ..] => clock(more) && rest.get(1..).is_some_and(clock),
        _ => false,
    }
}

/// A day in another spelling. What the reader of forms would have to complete is no day here, save a bare serial: a
/// column of days has nothing else to mean by one.
fn unusual(text: &[u8]) -> DayCell {
    let Ok(text) = std::str::from_utf8(text) else { return DayCell::Unreadable };
    let value = CellValue::Text(text.to_owned());
    let cell = Cell { at: Address::new(0, 0), value, format: NumberFormat::General, formula: false };
    let read = date::read(&cell, 0);
    match read.outcome {
        Outcome::Blank | Outcome::Nil => DayCell::Blank,
        Outcome::Value(day) if read.remarks.iter().all(|remark| remark.code == "V319") => DayCell::On(Day::of(day)),
        Outcome::Value(_) | Outcome::Unreadable(_) => DayCell::Unreadable,
    }
}
