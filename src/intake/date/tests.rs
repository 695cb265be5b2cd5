//! Dates as offices write them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;

use super::super::value::tests::{cell, text_cell};
use super::*;

/// The day as `2025-12-09`, or the code and keyword of the flaw, with the codes of the remarks.
fn shown(cell: &Cell) -> (String, Vec<&'static str>) {
    let Parsed { outcome, remarks } = read(cell, 2025);
    let outcome = match outcome {
        Outcome::Value(day) => day.to_string(),
        Outcome::Nil => "nil".to_owned(),
        Outcome::Blank => "blank".to_owned(),
        Outcome::Unreadable(flaw) => format!("{} {}", flaw.code, flaw.detail).trim_end().to_owned(),
    };
    (outcome, remarks.iter().map(|remark| remark.code).collect())
}

#[test]
fn serials_are_days_if_they_can_be() {
    let formatted = |days, format| Cell { format, ..cell(CellValue::Number(days)) };
    let cases: [(Cell, &str, &[&str]); 14] = [
        (cell(CellValue::Date(46000.0)), "2025-12-09", &[]),
        (cell(CellValue::Date(46000.69)), "2025-12-09", &[]),
        (cell(CellValue::Date(46_000.999_999_999)), "2025-12-10", &[]),
        (formatted(46000.0, NumberFormat::Date), "2025-12-09", &[]),
        (formatted(46000.0, NumberFormat::General), "2025-12-09", &["V319"]),
        (formatted(45999.0, NumberFormat::Number), "2025-12-08", &["V319"]),
        (formatted(2025.0, NumberFormat::General), "V317 other", &[]),
        (formatted(20_251_209.0, NumberFormat::General), "V317 other", &[]),
        (cell(CellValue::Date(0.5)), "V317 out_of_range", &[]),
        (cell(CellValue::Date(-1.0)), "V317 out_of_range", &[]),
        (cell(CellValue::Date(1e300)), "V317 out_of_range", &[]),
        (cell(CellValue::Date(f64::NAN)), "V317 out_of_range", &[]),
        (cell(CellValue::Bool(true)), "V317 other", &[]),
        (cell(CellValue::Error("#VALUE!".to_owned())), "V310 #VALUE!", &[]),
    ];
    for (cell, expected, remarks) in cases {
        assert_eq!(shown(&cell), (expected.to_owned(), remarks.to_vec()), "{cell:?}");
    }
}

#[test]
fn moments_are_on_the_clock_of_vietnam() {
    let cases = [
        (text_cell("2025-12-08T16:40:00+07:00"), "2025-12-08T16:40:00+07:00", false),
        (text_cell("2025-12-08T16:40"), "2025-12-08T16:40:00+07:00", false),
        (text_cell("2025-12-08 16:40"), "2025-12-08T16:40:00+07:00", false),
        (text_cell("08/12/2025 16:40:37"), "2025-12-08T16:40:37+07:00", false),
        (text_cell("08/12/2025 16:40"), "2025-12-08T16:40:00+07:00", false),
        (text_cell("16h40 ngày 08/12/2025"), "2025-12-08T16:40:00+07:00", false),
        (text_cell("2025-12-08T23:30:00Z"), "2025-12-09T06:30:00+07:00", false),
        (text_cell("08/12/2025"), "2025-12-08T00:00:00+07:00", true),
        (cell(CellValue::Date(45_999.694_444_444_4)), "2025-12-08T16:40:00+07:00", false),
        (cell(CellValue::Date(45999.0)), "2025-12-08T00:00:00+07:00", true),
    ];
    for (cell, at, day_only) in cases {
        let expected = Moment { at: DateTime::parse_from_rfc3339(at).unwrap(), day_only };
        assert_eq!(datetime(&cell, 2025).outcome, Outcome::Value(expected), "{cell:?}");
    }
}

proptest! {
    #[test]
    fn a_day_written_the_vietnamese_way_reads_back(days in 0_u64..100_000) {
        let day = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Days::new(days);
        prop_assert_eq!(shown(&text_cell(&spelled(day))), (day.to_string(), vec![]));
        prop_assert_eq!(shown(&text_cell(&day.format("ngày %d tháng %m năm %Y").to_string())), (day.to_string(), vec![]));
    }

    #[test]
    fn no_text_and_no_serial_breaks_the_reader(text in "[0-9/:.T hg+Zàángthươ-]{0,24}", days: f64, year: i32) {
        let _ = datetime(&text_cell(&text), year);
        let _ = datetime(&cell(CellValue::Date(days)), year);
        let _ = datetime(&cell(CellValue::Number(days)), year);
    }
}
