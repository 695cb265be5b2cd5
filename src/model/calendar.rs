//! Working days: weekends, public holidays and make-up days, and the last days that they move.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Serialize;

use super::Deadline;

/// The days without work. A calendar that the plan does not have moves nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Whether a last day without work moves to the next working day.
    pub roll_forward: bool,
    /// Public holidays by name, days given in exchange for another included.
    pub holidays: BTreeMap<NaiveDate, Arc<str>>,
    /// Days of a weekend on which people work, to make up for another day.
    pub working_days: BTreeSet<NaiveDate>,
}

/// Why nobody works on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DayOff {
    /// A Saturday.
    Saturday,
    /// A Sunday.
    Sunday,
    /// The public holiday of this name.
    #[serde(untagged)]
    Holiday(Arc<str>),
}

impl Calendar {
    /// Why nobody works on this day; `None` on a working day.
    pub fn day_off(&self, day: NaiveDate) -> Option<DayOff> {
        if self.working_days.contains(&day) {
            return None;
        }
        let holiday = self.holidays.get(&day).map(|name| DayOff::Holiday(Arc::clone(name)));
        holiday.or(match day.weekday() {
            Weekday::Sat => Some(DayOff::Saturday),
            Weekday::Sun => Some(DayOff::Sunday),
            _ => None,
        })
    }

    /// A last day as it counts: where the calendar moves it, the end of the next working day
    /// (Bộ luật Dân sự 2015, Điều 148 khoản 5).
    pub fn deadline(&self, set: NaiveDate) -> Deadline {
        let mut deadline = Deadline { set, until: set, because: Vec::new() };
        if !self.roll_forward {
            return deadline;
        }
        while let Some((why, next)) = self.day_off(deadline.until).zip(deadline.until.succ_opt()) {
            deadline.because.push(why);
            deadline.until = next;
        }
        deadline
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

    use proptest::prelude::*;

    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn calendar(roll_forward: bool) -> Calendar {
        let national: Arc<str> = "Quốc khánh".into();
        let holidays = [31, 32, 33].map(|of| (day(2026, 8, 1) + chrono::Days::new(of - 1), Arc::clone(&national)));
        Calendar { roll_forward, holidays: holidays.into(), working_days: [day(2026, 8, 22)].into() }
    }

    #[test]
    fn a_last_day_without_work_moves_to_the_next_working_day_and_says_why() {
        use DayOff::{Saturday, Sunday};
        let national = || DayOff::Holiday("Quốc khánh".into());
        let cases = [
            (day(2028, 9, 9), day(2028, 9, 11), vec![Saturday, Sunday]),
            (day(2029, 9, 9), day(2029, 9, 10), vec![Sunday]),
            (day(2026, 8, 29), day(2026, 9, 3), vec![Saturday, Sunday, national(), national(), national()]),
            (day(2026, 8, 22), day(2026, 8, 22), vec![]),
            (day(2025, 12, 9), day(2025, 12, 9), vec![]),
        ];
        for (set, until, because) in cases {
            assert_eq!(calendar(true).deadline(set), Deadline { set, until, because });
        }
    }

    #[test]
    fn without_the_switch_nothing_moves() {
        for calendar in [calendar(false), Calendar::default()] {
            let found = calendar.deadline(day(2028, 9, 9));
            assert_eq!((found.until, found.because), (day(2028, 9, 9), Vec::new()));
        }
    }

    proptest! {
        #[test]
        fn a_moved_last_day_is_never_earlier_always_a_working_day_and_moves_no_further(
            start in 0_u64..4000,
            holidays in prop::collection::btree_set(0_u64..4000, 0..400),
            working in prop::collection::btree_set(0_u64..4000, 0..40),
            roll_forward: bool,
        ) {
            let at = |days| day(2025, 1, 1) + chrono::Days::new(days);
            let holidays = holidays.into_iter().map(|days| (at(days), Arc::from("Nghỉ lễ"))).collect();
            let calendar = Calendar { roll_forward, holidays, working_days: working.into_iter().map(at).collect() };
            let found = calendar.deadline(at(start));
            prop_assert!(found.until >= found.set);
            prop_assert_eq!(calendar.deadline(found.until).until, found.until);
            prop_assert_eq!(i64::try_from(found.because.len()), Ok((found.until - found.set).num_days()));
            if roll_forward {
                prop_assert_eq!(calendar.day_off(found.until), None);
                let between = found.set.iter_days().take_while(|day| *day < found.until);
                prop_assert!(between.into_iter().all(|day| calendar.day_off(day).is_some()));
            } else {
                prop_assert_eq!(found.until, found.set);
            }
        }
    }
}
