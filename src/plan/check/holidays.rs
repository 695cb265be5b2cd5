//! Days without work, each in one place of the file.

use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};
use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::model::Calendar;
use crate::plan::codes;
use crate::plan::problem::Inspection;
use crate::plan::raw::{RawHoliday, RawHolidays, RawWorkingDay, Spanned};

/// The longest holiday, in days: what is longer is a slip of the year or month.
const LONGEST: i64 = 31;

/// Where each day of the file stands.
type Known = BTreeMap<NaiveDate, Range<usize>>;

/// The calendar; of a plan without the file one that moves nothing.
pub(super) fn calendar(raw: &RawHolidays, at: &mut Inspection<'_>) -> Calendar {
    let mut calendar = Calendar { roll_forward: raw.roll_forward.unwrap_or_default(), ..Calendar::default() };
    let mut known = Known::new();
    for holiday in &raw.holidays {
        let name = name(holiday, at);
        let days: Vec<NaiveDate> = days(holiday, at).into_iter().flat_map(each).collect();
        check_once(&days, &place(holiday), &mut known, at);
        calendar.holidays.extend(days.into_iter().map(|day| (day, Arc::clone(&name))));
    }
    for working in &raw.working_days {
        calendar.working_days.extend(working_day(working, &mut known, at));
    }
    calendar
}

fn name(holiday: &Spanned<RawHoliday>, at: &mut Inspection<'_>) -> Arc<str> {
    let Some(name) = &holiday.get_ref().name else { return Arc::default() };
    if name.get_ref().trim().is_empty() {
        at.problem(codes::EMPTY_TEXT, name.span()).arg("key", "name");
    }
    Arc::from(name.get_ref().trim())
}

/// The days of a holiday; `None` where the file does not say, which then has been noted.
fn days(holiday: &Spanned<RawHoliday>, at: &mut Inspection<'_>) -> Option<RangeInclusive<NaiveDate>> {
    let raw = holiday.get_ref();
    if !raw.is_whole {
        at.problem(codes::HOLIDAY_DAYS, place(holiday));
        return None;
    }
    if let Some(date) = &raw.date {
        return Some(*date.get_ref()..=*date.get_ref());
    }
    let (from, to) = (raw.from.as_ref()?, raw.to.as_ref()?);
    let length = (*to.get_ref() - *from.get_ref()).num_days() + 1;
    if !(1..=LONGEST).contains(&length) {
        let problem = at.problem(codes::HOLIDAY_LENGTH, to.span()).related(from.span());
        problem
            .arg("from", from.get_ref().to_string())
            .arg("to", to.get_ref().to_string())
            .arg("most", LONGEST.to_string());
        return None;
    }
    Some(*from.get_ref()..=*to.get_ref())
}

fn each(days: RangeInclusive<NaiveDate>) -> impl Iterator<Item = NaiveDate> {
    let length = (*days.end() - *days.start()).num_days().unsigned_abs();
    (0..=length).filter_map(move |after| days.start().checked_add_days(Days::new(after)))
}

/// Where a holiday says which day it is.
fn place(holiday: &Spanned<RawHoliday>) -> Range<usize> {
    let raw = holiday.get_ref();
    let written = raw.date.as_ref().or(raw.from.as_ref()).map(Spanned::span);
    written.unwrap_or_else(|| holiday.span())
}

/// A make-up day, which must be one of a weekend that the file does not give away again.
fn working_day(raw: &RawWorkingDay, known: &mut Known, at: &mut Inspection<'_>) -> Option<NaiveDate> {
    let date = raw.date.as_ref()?;
    let day = *date.get_ref();
    if !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
        at.problem(codes::MAKE_UP_DAY, date.span()).arg("date", day.to_string());
    }
    check_once(&[day], &date.span(), known, at);
    Some(day)
}

/// Days of one place must not stand in another; told once for all of them.
fn check_once(days: &[NaiveDate], place: &Range<usize>, known: &mut Known, at: &mut Inspection<'_>) {
    if let Some((day, first)) = days.iter().find_map(|day| Some((day, known.get(day)?))) {
        at.problem(codes::DAY_TWICE, place.clone()).related(first.clone()).arg("date", day.to_string());
    }
    known.extend(days.iter().map(|day| (*day, place.clone())));
}
