//! Dates written as text: `09/12/2025 16:40`, `9.12.25`, `2025-12-09`, `ngày 09 tháng 12 năm 2025`.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Timelike};

use super::super::identity::{Spelled, spelled as spelled_period};
use super::super::text::{fold_ascii, words};
use super::super::vocabulary::mentions;
use super::{Flaw, Stamp, VIETNAM_OFFSET, in_bounds, invalid, serial, spelled};

/// Phrases that stand for a duty without a day of its own.
const RECURRING: [&str; 12] = [
    "thường xuyên",
    "định kỳ",
    "hằng ngày",
    "hàng ngày",
    "hằng tuần",
    "hàng tuần",
    "hằng tháng",
    "hàng tháng",
    "hằng quý",
    "hàng quý",
    "hằng năm",
    "hàng năm",
];

/// Months as English-language Excel writes them: `9-Dec-25`.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Days of the week without diacritics, Sunday apart, after the word `thu`.
const WEEKDAYS: [&str; 11] = ["hai", "ba", "tu", "nam", "sau", "bay", "2", "3", "4", "5", "6"];

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
    let half = spaced.split(' ').find_map(half_of_day).filter(|_| time.is_some());
    let is_time = |token: &str| clock(token).is_some() || half.is_some() && half_of_day(token).is_some();
    let day: Vec<_> = spaced.split(' ').filter(|token| !is_time(token)).collect();
    (day.join(" "), time.map(|time| half.map_or(time, |half| half.of(time))))
}

/// The half of the day that a time on a clock of twelve hours is in.
#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
}

impl Half {
    fn of(self, time: NaiveTime) -> NaiveTime {
        let hour = match self {
            Self::Morning => time.hour() % 12,
            Self::Afternoon => time.hour() % 12 + 12,
        };
        time.with_hour(hour).unwrap_or(time)
    }
}

/// `AM` and `PM`, which Vietnamese Windows calls `SA` and `CH`.
fn half_of_day(token: &str) -> Option<Half> {
    match token {
        "AM" | "SA" => Some(Half::Morning),
        "PM" | "CH" => Some(Half::Afternoon),
        _ => None,
    }
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
    let all: Vec<String> = words(&fold_ascii(text)).into_iter().map(|word| named_month(text, word)).collect();
    let all = without_weekday(&all);
    // "Tứ Kỳ, ngày 09 tháng 12 năm 2025": a place may stand before the day.
    let from = all.iter().position(|word| word == "ngay").unwrap_or(0);
    let (said, day) = (all.get(from..).unwrap_or_default(), from > 0 || all.first().is_some_and(|word| word == "ngay"));
    let is_number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let begins_with_month = said.first().is_some_and(|word| is_month(word));
    if begins_with_month || (!day && spelled_period(text).is_some_and(|period| is_no_day(period, said))) {
        return Err(invalid("no_day"));
    }
    if said.iter().any(|word| !is_number(word) && !matches!(word.as_str(), "ngay" | "thang" | "nam")) {
        return Err(invalid("other"));
    }
    Ok(said.iter().filter(|word| is_number(word)).cloned().collect())
}

/// `thang`, or `t12`.
fn is_month(word: &str) -> bool {
    let number = word.strip_prefix('t').and_then(|number| number.parse::<u32>().ok());
    word == "thang" || number.is_some_and(|number| (1..=12).contains(&number))
}

/// Whether a period is all that is said: "9 tháng đầu năm", "Q3.2025", "năm 2025", but not "9 tháng 12 năm 2025".
fn is_no_day(period: Spelled, said: &[String]) -> bool {
    let has = |wanted: &str| said.iter().any(|word| word == wanted);
    match period.span {
        Spelled::YEAR => said.len() == 2 && has("nam"),
        Spelled::HALF | Spelled::NINE_MONTHS => has("dau"),
        _ => true,
    }
}

/// An English month as its number, any other word as it is. A text with Vietnamese letters names no English month.
fn named_month(text: &str, word: String) -> String {
    if !text.is_ascii() || word.starts_with(|c: char| c.is_ascii_digit()) {
        return word;
    }
    let month = (1_u32..).zip(&MONTHS).find(|(_, name)| word.starts_with(**name)).map(|(number, _)| number.to_string());
    month.unwrap_or(word)
}

/// The words behind a day of the week: `thứ Ba, 09/12/2025`.
fn without_weekday(all: &[String]) -> &[String] {
    match all {
        [thu, day, rest @ ..] if thu == "thu" && WEEKDAYS.contains(&day.as_str()) => rest,
        [chu, nhat, rest @ ..] if chu == "chu" && nhat == "nhat" => rest,
        _ => all,
    }
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
