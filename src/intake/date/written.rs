//! Dates written as text: `09/12/2025 16:40`, `9.12.25`, `2025-12-09`, `ngày 09 tháng 12 năm 2025`.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};

use super::super::text::{fold_ascii, words};
use super::super::vocabulary::mentions;
use super::{Flaw, Stamp, VIETNAM_OFFSET, in_bounds, invalid, serial, spelled};

/// Phrases that stand for a duty without a day of its own.
const RECURRING: [&str; 6] = ["thường xuyên", "hằng tháng", "hằng quý", "hàng quý", "hằng năm", "hàng năm"];

/// Reads a cleaned text that is not blank.
pub(super) fn read(text: &str, assumed_year: i32, remarks: &mut Vec<Flaw>) -> Result<Stamp, Flaw> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return in_bounds(on_vietnams_clock(at)?);
    }
    if let Some(days) = bare_serial(text) {
        return serial::bare(days, remarks);
    }
    let (day, time) = split_time(text);
    let day = calendar_day(&day, assumed_year, remarks)?;
    in_bounds(Stamp { day, time })
}

fn on_vietnams_clock(at: DateTime<FixedOffset>) -> Result<Stamp, Flaw> {
    let zone = FixedOffset::east_opt(VIETNAM_OFFSET).ok_or_else(|| invalid("out_of_range"))?;
    let local = at.with_timezone(&zone).naive_local();
    Ok(Stamp { day: local.date(), time: Some(local.time()) })
}

/// Five digits alone: a serial that went through a text file.
fn bare_serial(text: &str) -> Option<f64> {
    let is_serial = text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit());
    is_serial.then(|| text.parse().ok()).flatten()
}

/// Parts a text into its day and its time, wherever the time stands: behind a space or the `T` of ISO 8601.
fn split_time(text: &str) -> (String, Option<NaiveTime>) {
    let spaced = match text.split_once('T') {
        Some((day, time)) if day.ends_with(|c: char| c.is_ascii_digit()) => format!("{day} {time}"),
        _ => text.to_owned(),
    };
    let time = spaced.split(' ').find_map(clock);
    let day: Vec<_> = spaced.split(' ').filter(|token| clock(token).is_none()).collect();
    (day.join(" "), time)
}

/// `16:40`, `16:40:37`, `16h40` or `16h`.
fn clock(token: &str) -> Option<NaiveTime> {
    let token = token.trim_end_matches(',').replace(['h', 'g'], ":");
    let mut parts = token.split(':');
    let hour = parts.next()?.parse().ok()?;
    let minute = parts.next().map(|minute| if minute.is_empty() { Some(0) } else { minute.parse().ok() })??;
    let second = parts.next().map_or(Some(0), |second| second.parse().ok())?;
    NaiveTime::from_hms_opt(hour, minute, second).filter(|_| parts.next().is_none())
}

/// Reads the day itself, always day before month unless a year of four digits comes first.
fn calendar_day(text: &str, assumed_year: i32, remarks: &mut Vec<Flaw>) -> Result<NaiveDate, Flaw> {
    let fields = fields(text)?;
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    match fields.as_slice() {
        [year, month, day] if year.len() == 4 => date(number(year)?, number(month)?, number(day)?),
        [day, month, year] if year.len() == 4 => date(number(year)?, number(month)?, number(day)?),
        [day, month, year] if year.len() == 2 => {
            let day = date(2000 + number(year)?, number(month)?, number(day)?)?;
            remarks.push(Flaw::notice("V325", spelled(day)));
            Ok(day)
        }
        [_, year] if year.len() == 4 => Err(invalid("no_day")),
        [day, month] => {
            let day = date(assumed_year, number(month)?, number(day)?)?;
            remarks.push(Flaw::warning("V318", spelled(day)));
            Ok(day)
        }
        _ => Err(invalid("other")),
    }
}

/// The numbers of a date, in order, if nothing else stands beside them but the words of a date.
fn fields(text: &str) -> Result<Vec<String>, Flaw> {
    if mentions(text, &RECURRING) {
        return Err(invalid("recurring"));
    }
    let all = words(&fold_ascii(text));
    // "Tứ Kỳ, ngày 09 tháng 12 năm 2025": a place may stand before the day.
    let from = all.iter().position(|word| word == "ngay").unwrap_or(0);
    let (said, day) = (all.get(from..).unwrap_or_default(), from > 0 || all.first().is_some_and(|word| word == "ngay"));
    let is_number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let begins_with_month = said.first().is_some_and(|word| matches!(word.as_str(), "thang" | "qui"));
    if begins_with_month || (!day && is_month_or_quarter(said)) {
        return Err(invalid("no_day"));
    }
    if said.iter().any(|word| !is_number(word) && !matches!(word.as_str(), "ngay" | "thang" | "nam")) {
        return Err(invalid("other"));
    }
    Ok(said.iter().filter(|word| is_number(word)).cloned().collect())
}

/// "9 tháng đầu năm", "Q3.2025" and the like.
fn is_month_or_quarter(said: &[String]) -> bool {
    said.iter().any(|word| matches!(word.as_str(), "qui" | "dau" | "q1" | "q2" | "q3" | "q4"))
}

fn number(digits: &str) -> Result<i32, Flaw> {
    digits.parse().map_err(|_| invalid("other"))
}

/// The day, or what is wrong: month and day exchanged, or a day that the calendar does not have.
fn date(year: i32, month: i32, day: i32) -> Result<NaiveDate, Flaw> {
    let build =
        |month: i32, day: i32| NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?);
    let why = || if build(day, month).is_some() { "month_first" } else { "no_such_day" };
    build(month, day).ok_or_else(|| invalid(why()))
}
