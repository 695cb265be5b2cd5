//! Numbers as offices write them.

use proptest::prelude::*;

use super::super::value::tests::{cell, text_cell};
use super::*;
use ElementKind::{Count, Decimal, Money, Percent};

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

#[test]
fn a_number_that_is_none_or_endless_is_refused_before_it_is_computed() {
    assert_eq!(shown(Count, "Hồ sơ", &cell(CellValue::Number(f64::NAN))), "V302 word");
    assert_eq!(shown(Count, "Hồ sơ", &text_cell(&"9".repeat(1_000_000))), "V302 word");
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
