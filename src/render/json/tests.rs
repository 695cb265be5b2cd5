//! The file against the contract.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test says enough")]

use super::render;
use crate::model::{Correction, Direction, IgnoredReason, Number, Rate, Results, State, Target};
use crate::report::fixture::{results, source};

/// The fixture, made richer by what the contract spells in a way of its own.
fn sample() -> Results {
    let mut results = results();
    results.files[0].cells.read = 8;
    results.files[0].cells.ignored = [(IgnoredReason::Header, 2), (IgnoredReason::Label, 3)].into();
    results.figures[0].corrected = Some(Box::new(Correction {
        value: Number::from(2348),
        reason: "nhập thiếu".to_owned(),
        by: "Nguyễn Văn A".to_owned(),
        date: "09/12/2025".to_owned(),
        source: source(),
    }));
    results.figures[1].state = State::Blank;
    results.figures[1].value = None;
    results
}

#[test]
fn file_says_what_the_contract_says() {
    let text = String::from_utf8(render(&sample()).unwrap()).unwrap();
    assert_eq!(text, include_str!("golden.json"));
}

#[test]
fn equal_results_give_equal_bytes() {
    assert_eq!(render(&results()).unwrap(), render(&results()).unwrap());
}

#[test]
fn value_has_six_decimals_half_away_from_zero() {
    let mut results = results();
    let thirds = Number::from(-2).checked_div(&Number::from(3));
    results.indicators[0].rate = Rate { value: thirds, ..Rate::default() };
    results.indicators[0].baseline = Some(Number::from(71));
    results.indicators[0].indicator.target = Some(Target::Trend { direction: Direction::Down, baseline: None });
    let text = String::from_utf8(render(&results).unwrap()).unwrap();
    assert!(text.contains(r#""value":"-0.666667""#), "{text}");
    assert!(text.contains(r#""target":{"trend":"down"},"baseline":"71.000000""#), "{text}");
}
