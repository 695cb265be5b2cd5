//! Numbers as offices write them.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use proptest::prelude::*;

use super::super::value::tests::{cell, text_cell};
use super::*;
use ElementKind::{Count, Decimal, Money, Percent};
use NumberFormat::{Date, General, Number as Plain, Percent as Percentage, Text};

/// The number, or the code and keyword of the flaw, with the codes of the remarks.
fn shown(kind: ElementKind, unit: &str, cell: &Cell) -> String {
    let Parsed { outcome, remarks } = read(kind, unit, cell);
    let mut shown = match outcome {
        Outcome::Value(number) => number.to_string(),
        Outcome::Nil => "nil".to_owned(),
        Outcome::Blank => "blank".to_owned(),
        Outcome::Unreadable(flaw) => format!("{} {}", flaw.code, flaw.detail).trim_end().to_owned(),
    };
    for remark in remarks {
        shown.push_str(" + ");
        shown.push_str(remark.code);
    }
    shown
}

/// Checks lines of `text → expected`, several to a line with ` | ` between them.
fn holds(kind: ElementKind, unit: &str, table: &str) {
    for case in table.lines().flat_map(|line| line.split(" | ")).filter(|case| !case.trim().is_empty()) {
        let (text, expected) = case.split_once('→').unwrap_or_else(|| panic!("no arrow in {case}"));
        assert_eq!(shown(kind, unit, &text_cell(text)), expected.trim(), "{text}");
    }
}

#[test]
fn counts_are_written_in_groups_of_three() {
    holds(
        Count,
        "Hồ sơ",
        "
        1.234 → 1234 | 12.345 → 12345 | 123.456 → 123456 | 1.000 → 1000 | 1.234.567 → 1234567
        12.345.678 → 12345678 | 1.000.000 → 1000000 | 1.234.56 → V302 word | 1,234 → 1234 + V312
        1,234,567 → 1234567 + V312 | 12,000 → 12000 + V312 | 1,234.00 → 1234 + V312 | 1 234 → 1234
        1\u{a0}234 → 1234 | 1\u{202f}234\u{202f}567 → 1234567 | 12 34 → V308 | 2305 → 2305 | 0 → 0
        00 → 0 | -0 → 0 |   35  → 35 | '35 → 35 | \u{feff}35\u{200b} → 35 | 35. → 35 | +35 → 35 | 05 → 5
        ",
    );
}

#[test]
fn a_count_has_no_decimals() {
    holds(
        Count,
        "Hồ sơ",
        "
        12,5 → V303 | 12,50 → V303 | 0,5 → V303 | 1.234,5 → V303 | 0,123 → V303 | 1.5 → V303 | 1.23 → V303
        12.5 → V303 | 0.975 → V303 | 12,0 → 12 | 12,00 → 12 | 1.234,0 → 1234 | 12.0 → 12 + V312
        ",
    );
}

#[test]
fn units_are_left_out_with_a_notice() {
    holds(
        Count,
        "Hồ sơ",
        "
        35 hồ sơ → 35 + V313 | 35 HS → 35 + V313 | 35hs → 35 + V313 | 03 nhiệm vụ → 3 + V313
        1.234 hồ sơ → 1234 + V313 | 1,234 HS → 1234 + V312 + V313 | 35 m2 → 35 + V313 | đạt 35 → 35 + V313
        Tổng số: 35 → 35 + V313 | 35 (ba mươi lăm) → 35 + V313 | 35 giấy đăng ký kết hôn → 35 + V313
        35 hương ước → 35 + V313 | 35 lao động → 35 + V313
        ",
    );
}

#[test]
fn two_numbers_are_not_one() {
    holds(
        Count,
        "Hồ sơ",
        "
        12/15 → V308 | 12-15 → V308 | 12 (15) → V308 | 10 + 5 → V308 | 35 hồ sơ, 2 quá hạn → V308
        9/12 → V308 | 09/12/2025 → V302 date | 9-12-2025 → V302 date | 9.12.2025 → V302 word
        ",
    );
}

#[test]
fn about_is_not_exact() {
    holds(
        Count,
        "Hồ sơ",
        "
        khoảng 20 → V307 | ~20 → V307 | >20 → V307 | ≥ 20 → V307 | hơn 20 → V307 | trên 20 hồ sơ → V307
        20 trở lên → V307 | từ 10 đến 20 → V307 | ước 20 → V307 | 20+ → V307 | 20 (ước) → V307
        ",
    );
    holds(
        Percent,
        "%",
        "
        ≥90% → V307 | trên 90% → V307 | Dưới 5% → V307 | xấp xỉ 90 % → V307
        ",
    );
}

#[test]
fn negative_counts_are_refused_and_negative_money_is_not() {
    holds(
        Count,
        "Hồ sơ",
        "
        -5 → V304 | (5) → V304 | −5 → V304 | - 5 → V304 | -1.234 hồ sơ → V304
        ",
    );
    holds(
        Money,
        "Triệu đồng",
        "
        -5 → -5 | (12,5) → -12.5 | –1.234,5 → -1234.5
        ",
    );
}

#[test]
fn what_is_no_number_says_why() {
    holds(
        Count,
        "Hồ sơ",
        "
        x → V302 word | X → V302 word | v → V302 word | không → V302 word | Không có → V302 word
        có → V302 word | Q3 → V302 word | =12+3 → V308 | .5 → V302 word | 35% → V302 percent
        công văn số 12 → V302 word | 1.2.3 → V302 word | 1.2E+3 → 1200 + V323 | 1,2e3 → 1200 + V323
        3.01E+10 → 30100000000 + V323 | 1E+99 → V302 word | 1E+99999999999 → V308
        12345678901234567890 → V302 too_large
        ",
    );
}

#[test]
fn an_endless_number_is_refused_before_it_is_computed() {
    assert_eq!(shown(Count, "Hồ sơ", &text_cell(&"9".repeat(1_000_000))), "V302 word");
}

#[test]
fn errors_and_missing_results_are_told_apart() {
    for error in ["#DIV/0!", "#REF!", "#N/A", "#VALUE!"] {
        assert_eq!(shown(Count, "", &text_cell(error)), format!("V310 {error}"));
        assert_eq!(shown(Count, "", &cell(CellValue::Error(error.to_owned()))), format!("V310 {error}"));
    }
    assert_eq!(shown(Count, "", &cell(CellValue::Uncomputed("F2+F3".to_owned()))), "V311 F2+F3");
}

#[test]
fn nothing_nil_and_a_promise_are_three_things() {
    holds(
        Count,
        "Hồ sơ",
        "
        không phát sinh → nil | Không phát sinh. → nil | k phát sinh → nil | KPS → nil
        KHÔNG  PHÁT SINH → nil | Không phát sinh trong kỳ → nil | khong phat sinh → nil
        kho\u{302}ng pha\u{301}t sinh → nil |  → blank |   → blank | - → blank | – → blank | … → blank
        ... → blank | --- → blank | chưa có số liệu → V316 | đang cập nhật → V316 | Đang tổng hợp… → V316
        N/A → V316 | Chưa có → V316 | đang cập nhật (20) → V316
        ",
    );
}

#[test]
fn typed_numbers_are_what_their_format_shows() {
    let numeric = |kind, number, format| shown(kind, "Hồ sơ", &Cell { format, ..cell(CellValue::Number(number)) });
    let cases = [
        (Count, 0.0, General, "0"),
        (Count, 12.0, Text, "12"),
        (Count, 12.000_000_000_1, General, "12"),
        (Count, 11.999_999_99, Plain, "12"),
        (Count, 12.00001, General, "V303"),
        (Count, 12.5, General, "V303"),
        (Count, -5.0, General, "V304"),
        (Count, 46000.0, Date, "V302 date"),
        (Count, 0.35, Percentage, "V302 percent"),
        (Count, f64::NAN, General, "V302 word"),
        (Count, 1e300, General, "V302 too_large"),
        (Percent, 97.5, General, "97.5"),
        (Percent, 0.975, Percentage, "97.5"),
        (Percent, 1.0, Percentage, "100"),
        (Percent, 0.07, Percentage, "7"),
        (Percent, 0.005, Percentage, "0.5"),
        (Percent, 0.0, General, "0"),
        (Percent, 1.0, General, "V306 fraction"),
        (Percent, 0.975, General, "V306 fraction"),
        (Percent, 1.5, General, "1.5"),
        (Percent, 101.2, General, "V305"),
        (Percent, 97.5, Percentage, "V305"),
        (Percent, -1.0, General, "V305"),
        (Decimal, 0.1 + 0.2, General, "0.3"),
        (Money, -1.5, Plain, "-1.5"),
    ];
    for (kind, number, format, expected) in cases {
        assert_eq!(numeric(kind, number, format), expected, "{kind:?} {number} {format:?}");
    }
    assert_eq!(shown(Count, "", &cell(CellValue::Bool(true))), "V302 boolean");
    assert_eq!(shown(Money, "", &cell(CellValue::Date(46000.0))), "V302 date");
}

#[test]
fn percentages_are_in_points() {
    holds(
        Percent,
        "%",
        "
        97,5% → 97.5 | 97,5 % → 97.5 | 97.5% → 97.5 | 97,5 → 97.5 | 98,17 → 98.17 | 97.5 → 97.5
        100% → 100 | đạt 100% → 100 + V313 | Đạt tỷ lệ 97,5 % → 97.5 + V313 | 0 → 0 | 0% → 0 | 0,5% → 0.5
        1% → 1 | 0,975 → V306 fraction | 1 → V306 fraction | 0.975 → V306 fraction
        1.234 → V306 thousands | 97.500% → V306 thousands | 9750% → V305 | 101,2 → V305 | -5% → V305
        1.2E+3 → V305 | 12/15 → V308
        ",
    );
    holds(
        Decimal,
        "%",
        "
        97,5% → 97.5
        ",
    );
}

#[test]
fn money_has_decimals_and_one_unit() {
    holds(
        Money,
        "Triệu đồng",
        "
        12.345,6 → 12345.6 | 1234,5 → 1234.5 | 1.234 → 1234 | 1,234 → 1.234 | 1 234,5 → 1234.5 | 0,5 → 0.5
        1234.5 → 1234.5 + V312 | 12,345.6 → 12345.6 + V312 | 1,234,567 → 1234567 + V312
        0.975 → 0.975 + V312 | 1.234,567.8 → V302 word | 1.234.56 → V302 word | 1,23,456 → V302 word
        5 tỷ 200 triệu → V314 | 5,2 tỷ → V314 | 5200000 đồng → V314 | 5 nghìn → V314 | 12 tỉ đồng → V314
        1.234,5 triệu đồng → 1234.5 + V313 | 1.234,5 trđ → 1234.5 + V313 | 5200 triệu → 5200 + V313
        5.200.000.000 → 5200000000 + V315 | 999.999.999 → 999999999
        ",
    );
    holds(
        Money,
        "Đồng",
        "
        5.200.000.000 → 5200000000 | 5.200.000đ → 5200000 + V313 | 5 triệu → V314
        ",
    );
    assert_eq!(shown(Money, "triệu đồng", &cell(CellValue::Number(5_200_000_000.0))), "5200000000 + V315");
}

/// `-1.234.567`
fn grouped(number: i64, separator: char) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut shown = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            shown.push(separator);
        }
        shown.push(digit);
    }
    if number < 0 { format!("-{shown}") } else { shown }
}

proptest! {
    #[test]
    fn a_count_written_the_vietnamese_way_reads_back(number in 0_i64..1_000_000_000_000_000) {
        prop_assert_eq!(shown(Count, "", &text_cell(&grouped(number, '.'))), number.to_string());
        prop_assert_eq!(shown(Count, "", &text_cell(&grouped(number, '\u{a0}'))), number.to_string());
        prop_assert_eq!(shown(Count, "", &text_cell(&number.to_string())), number.to_string());
    }

    #[test]
    fn money_written_the_vietnamese_way_reads_back(whole in -1_000_000_000_i64..1_000_000_000, cents in 1_i64..100) {
        let expected: Number = format!("{whole}.{cents:02}").parse().unwrap_or_else(|_| Number::zero());
        let text = format!("{},{cents:02}", grouped(whole, '.'));
        prop_assert_eq!(read(Money, "", &text_cell(&text)).outcome, Outcome::Value(expected));
    }

    #[test]
    fn no_text_breaks_the_reader(text in "[0-9.,eE+%() đ/~-]{0,20}|\\PC{0,20}") {
        for kind in [Count, Money, Decimal, Percent] {
            let _ = read(kind, "Triệu đồng", &text_cell(&text));
        }
    }
}
