//! Excel's serial days as calendar days.

use chrono::{Days, NaiveDate, NaiveTime};

use super::{Flaw, Stamp, in_bounds, invalid, spelled};

/// Seconds of a day.
const DAY: f64 = 86_400.0;

/// Serials beyond the year 2200 are refused before any arithmetic.
const LAST: f64 = 110_000.0;

/// Without a date format only serials of the years 2000 to 2099 are taken for days; `12` or `2025` are no dates.
const BARE: std::ops::Range<f64> = 36_526.0..73_051.0;

/// Reads the serial of a cell that is formatted as a date.
pub(super) fn formatted(days: f64) -> Result<Stamp, Flaw> {
    read(days).ok_or_else(|| invalid("out_of_range")).and_then(in_bounds)
}

/// Reads a number without a date format, with a remark.
pub(super) fn bare(days: f64, remarks: &mut Vec<Flaw>) -> Result<Stamp, Flaw> {
    if !BARE.contains(&days) {
        return Err(invalid("other"));
    }
    let stamp = formatted(days)?;
    remarks.push(Flaw::warning("V319", spelled(stamp.day)));
    Ok(stamp)
}

/// Counts from 30 December 1899, as every spreadsheet does for days after February 1900.
fn read(days: f64) -> Option<Stamp> {
    if !(0.0..LAST).contains(&days) {
        return None;
    }
    let seconds = whole(days * DAY);
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    let day = epoch.checked_add_days(Days::new(seconds / 86_400))?;
    let second = u32::try_from(seconds % 86_400).ok()?;
    let time = if second == 0 { None } else { NaiveTime::from_num_seconds_from_midnight_opt(second, 0) };
    Some(Stamp { day, time })
}

/// The nearest whole number of seconds, which absorbs the noise of fractions such as 0.6944444.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and LAST days of seconds")]
fn whole(seconds: f64) -> u64 {
    seconds.round() as u64
}
