//! Numbers, dates and counts spelled the way Vietnamese official documents spell them (Decree 30/2020/NĐ-CP).

use chrono::{Datelike, NaiveDate};

use super::{tally, words};
use crate::model::{Number, PeriodKind};

/// A number with its unit; a percent sign stands close: `97,5%`, `3 vụ`.
pub fn with_unit(value: &Number, places: u32, unit: &str) -> String {
    let number = value.vietnamese(places);
    match unit {
        "" => number,
        "%" => format!("{number}%"),
        unit => format!("{number} {unit}"),
    }
}

/// A number with its unit inside a sentence: `05 vấn đề`, `12 TTHC`, `97,5%`.
pub fn in_sentence(value: &Number, places: u32, unit: &str) -> String {
    let text = with_unit(value, places, &lower_first(unit));
    let one_digit = value.is_integer() && *value >= Number::from(1) && *value < Number::from(10);
    if one_digit && unit != "%" { format!("0{text}") } else { text }
}

/// A count in running text, two digits below ten: `03`, but `0` and `12`.
pub fn count(value: usize) -> String {
    if (1..10).contains(&value) { format!("0{value}") } else { whole(value).vietnamese(0) }
}

/// A count as a number.
pub fn whole(value: usize) -> Number {
    Number::from(i64::try_from(value).unwrap_or(i64::MAX))
}

/// A share of a count in percent, with its pair: `80% (4/5)`; a dash of nothing.
pub fn share(part: usize, all: usize) -> String {
    let percent = tally::percent(part, all).map(|percent| format!("{} ({part}/{all})", with_unit(&percent, 2, "%")));
    percent.unwrap_or_else(|| words::UNKNOWN.to_owned())
}

/// A date in tables: `09/12/2025`.
pub fn date(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

/// A date in running text: `ngày 09 tháng 12 năm 2025`; only days below ten and the months 1 and 2 take a leading zero.
pub fn long_date(date: NaiveDate) -> String {
    let zero = if date.month() <= 2 { "0" } else { "" };
    format!("ngày {:02} tháng {zero}{} năm {}", date.day(), date.month(), date.year())
}

/// What a report of this kind, with figures up to `to`, looks forward to: `quý IV năm 2025`, `năm 2026`.
pub fn following(kind: PeriodKind, to: NaiveDate) -> String {
    let (year, quarter) = (to.year(), (to.month() - 1) / 3 + 1);
    match (kind, quarter) {
        (PeriodKind::Quarter, 1) => format!("quý II năm {year}"),
        (PeriodKind::Quarter, 2) => format!("quý III năm {year}"),
        (PeriodKind::Quarter, 3) | (PeriodKind::NineMonths, 1..=3) => format!("quý IV năm {year}"),
        (PeriodKind::Half, 1 | 2) => format!("6 tháng cuối năm {year}"),
        (PeriodKind::Half, _) => format!("6 tháng đầu năm {}", year + 1),
        (PeriodKind::Quarter | PeriodKind::NineMonths, _) => format!("quý I năm {}", year + 1),
        (PeriodKind::Year, _) => format!("năm {}", year + 1),
    }
}

/// The text with a small first letter, for use inside a sentence; an abbreviation such as `TTHC` stays as it is.
pub fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    if text.chars().nth(1).is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failing test says enough")]

    use super::*;

    #[test]
    fn only_small_days_and_the_months_one_and_two_take_a_zero() {
        for (ymd, text) in [
            ((2025, 12, 9), "ngày 09 tháng 12 năm 2025"),
            ((2025, 9, 15), "ngày 15 tháng 9 năm 2025"),
            ((2026, 2, 1), "ngày 01 tháng 02 năm 2026"),
        ] {
            assert_eq!(long_date(NaiveDate::from_ymd_opt(ymd.0, ymd.1, ymd.2).unwrap()), text);
        }
    }

    #[test]
    fn units_are_small_inside_a_sentence_and_small_counts_have_two_digits() {
        for (value, unit, text) in [
            ("5", "Vấn đề", "05 vấn đề"),
            ("12", "TTHC", "12 TTHC"),
            ("97.5", "%", "97,5%"),
            ("0", "Cuộc", "0 cuộc"),
            ("5", "%", "5%"),
        ] {
            assert_eq!(in_sentence(&value.parse().unwrap(), 2, unit), text);
        }
    }

    #[test]
    fn each_kind_of_report_looks_forward_to_its_own_next() {
        for (kind, to, next) in [
            (PeriodKind::Quarter, (2025, 9, 5), "quý IV năm 2025"),
            (PeriodKind::Quarter, (2025, 12, 5), "quý I năm 2026"),
            (PeriodKind::Half, (2026, 6, 14), "6 tháng cuối năm 2026"),
            (PeriodKind::Half, (2025, 12, 14), "6 tháng đầu năm 2026"),
            (PeriodKind::NineMonths, (2026, 9, 14), "quý IV năm 2026"),
            (PeriodKind::Year, (2025, 12, 5), "năm 2026"),
        ] {
            assert_eq!(following(kind, NaiveDate::from_ymd_opt(to.0, to.1, to.2).unwrap()), next);
        }
    }

    #[test]
    fn small_counts_have_two_digits() {
        assert_eq!([0, 3, 10, 1200].map(count), ["0", "03", "10", "1.200"]);
    }
}
