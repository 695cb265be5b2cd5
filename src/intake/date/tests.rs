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
fn texts_are_read_day_before_month() {
    let cases: [(&str, &str, &[&str]); 45] = [
        ("09/12/2025", "2025-12-09", &[]),
        ("9/12/2025", "2025-12-09", &[]),
        ("01/02/2025", "2025-02-01", &[]),
        (" 09 / 12 / 2025 ", "2025-12-09", &[]),
        ("9/12/25", "2025-12-09", &["V325"]),
        ("9.12.25", "2025-12-09", &["V325"]),
        ("31/9/25", "V317 no_such_day", &[]),
        ("9-12-2025", "2025-12-09", &[]),
        ("9.12.2025", "2025-12-09", &[]),
        ("2025-12-09", "2025-12-09", &[]),
        ("2025/12/09", "2025-12-09", &[]),
        ("09/12/2025 16:40:37", "2025-12-09", &[]),
        ("16h40 ngày 09/12/2025", "2025-12-09", &[]),
        ("2025-12-08T16:40:00+07:00", "2025-12-08", &[]),
        ("2025-12-08T20:00:00Z", "2025-12-09", &[]),
        ("ngày 09 tháng 12 năm 2025", "2025-12-09", &[]),
        ("NGÀY 09 THÁNG 12 NĂM 2025", "2025-12-09", &[]),
        ("nga\u{300}y 9 tha\u{301}ng 12 na\u{306}m 2025", "2025-12-09", &[]),
        ("9 tháng 12 năm 2025", "2025-12-09", &[]),
        ("Tứ Kỳ, ngày 09 tháng 12 năm 2025", "2025-12-09", &[]),
        ("31/9/2025", "V317 no_such_day", &[]),
        ("29/02/2025", "V317 no_such_day", &[]),
        ("29/02/2024", "2024-02-29", &[]),
        ("32/13/2025", "V317 no_such_day", &[]),
        ("12/25/2025", "V317 month_first", &[]),
        ("2025-25-12", "V317 month_first", &[]),
        ("9/2025", "V317 no_day", &[]),
        ("Quý III/2025", "V317 no_day", &[]),
        ("tháng 9", "V317 no_day", &[]),
        ("tháng 9 năm 2025", "V317 no_day", &[]),
        ("9 tháng đầu năm 2025", "V317 no_day", &[]),
        ("30/9", "2025-09-30", &["V318"]),
        ("ngày 30 tháng 9", "2025-09-30", &["V318"]),
        ("31/9", "V317 no_such_day", &[]),
        ("thường xuyên", "V317 recurring", &[]),
        ("hằng quý", "V317 recurring", &[]),
        ("46000", "2025-12-09", &["V319"]),
        ("2025", "V317 other", &[]),
        ("xong rồi", "V317 other", &[]),
        ("09/12/0225", "V317 out_of_range", &[]),
        ("09/12/9999", "V317 out_of_range", &[]),
        ("99999999999999/1/2025", "V317 other", &[]),
        ("đang cập nhật", "V316", &[]),
        ("-", "blank", &[]),
        ("", "blank", &[]),
    ];
    for (text, expected, remarks) in cases {
        assert_eq!(shown(&text_cell(text)), (expected.to_owned(), remarks.to_vec()), "{text}");
    }
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
