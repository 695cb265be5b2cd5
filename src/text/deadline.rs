//! Words for a last day that days without work moved.

use super::Catalog;
use crate::model::{DayOff, Deadline};

impl Catalog {
    /// The rule at work, `hạn 09/09/2028 là thứ Bảy nên chuyển sang hết ngày 11/09/2028 (…)`; `None` where the plan's day counts.
    pub fn moved(&self, deadline: &Deadline) -> Option<String> {
        let (first, rest) = deadline.because.split_first()?;
        let shown = |day: chrono::NaiveDate| day.format("%d/%m/%Y").to_string();
        let mut names: Vec<String> = rest.iter().map(|day| self.day_off(day)).collect();
        names.dedup();
        let holidays = rest.iter().any(|day| matches!(day, DayOff::Holiday(_)) && day != first);
        let args = [
            ("set", shown(deadline.set)),
            ("why", self.day_off(first)),
            ("rest", if holidays { names.join(", ") } else { String::new() }),
            ("until", shown(deadline.until)),
        ];
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        Some(self.with(if holidays { "deadline-moved-far" } else { "deadline-moved" }, &args))
    }

    /// A day without work by its name.
    fn day_off(&self, day: &DayOff) -> String {
        match day {
            DayOff::Saturday => self.get("day-saturday"),
            DayOff::Sunday => self.get("day-sunday"),
            DayOff::Holiday(name) => self.with("day-holiday", &[("name", name)]),
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

    use chrono::NaiveDate;

    use super::*;
    use crate::model::Calendar;
    use crate::text::Lang;

    #[test]
    fn the_rule_that_moves_a_last_day_is_said_with_its_law() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let holidays = ["2026-08-31", "2026-09-01", "2026-09-02"].map(|text| (day(text), "Quốc khánh".into()));
        let calendar = Calendar { roll_forward: true, holidays: holidays.into(), ..Calendar::default() };
        let vi = |text| Catalog::of(Lang::Vi).moved(&calendar.deadline(day(text)));
        let law = "(khoản 5 Điều 148 Bộ luật Dân sự năm 2015)";
        let cases = [
            ("2028-09-09", format!("hạn 09/09/2028 là thứ Bảy nên chuyển sang hết ngày 11/09/2028 {law}")),
            (
                "2026-09-01",
                format!("hạn 01/09/2026 là ngày nghỉ “Quốc khánh” nên chuyển sang hết ngày 03/09/2026 {law}"),
            ),
            (
                "2026-08-29",
                format!(
                    "hạn 29/08/2026 là thứ Bảy, tiếp đó là Chủ nhật, ngày nghỉ “Quốc khánh” nên chuyển sang hết ngày 03/09/2026 {law}"
                ),
            ),
        ];
        for (set, expected) in cases {
            assert_eq!(vi(set).unwrap(), expected);
        }
        assert_eq!(vi("2026-09-09"), None);
        let en = Catalog::of(Lang::En).moved(&calendar.deadline(day("2028-09-09"))).unwrap();
        assert!(en.contains("09/09/2028") && en.contains("Saturday") && en.contains("148"), "{en}");
    }
}
