//! Moments of the ledger as officers write them.

use chrono::{DateTime, NaiveDate};

/// `2025-12-05T16:30:00+07:00` as `16:30 05/12/2025`; a day without its hour, and what is neither as it is.
pub(crate) fn moment(written: &str) -> String {
    let day = |day: NaiveDate| day.format("%d/%m/%Y").to_string();
    let time = || DateTime::parse_from_rfc3339(written).map(|at| at.format("%H:%M %d/%m/%Y").to_string());
    written.parse().map(day).or_else(|_| time()).unwrap_or_else(|_| written.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_day_or_has_its_hour() {
        assert_eq!(moment("2025-12-05"), "05/12/2025");
        assert_eq!(moment("2025-12-05T16:30:00+07:00"), "16:30 05/12/2025");
        assert_eq!(moment("hôm qua"), "hôm qua");
    }
}
