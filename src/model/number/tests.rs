//! Exactness, rounding and how numbers are written.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use super::*;

#[test]
fn a_float_stands_for_its_fifteen_digits() {
    for (float, decimal) in [
        (0.1, "0.1"),
        (0.975, "0.975"),
        (12345.6, "12345.6"),
        (1e21, "1000000000000000000000"),
        (-2.5, "-2.5"),
        (0.0, "0"),
    ] {
        assert_eq!(Number::from_f64(float).unwrap().to_string(), decimal);
    }
    assert_eq!(Number::from_f64(f64::NAN), None);
}

#[test]
fn a_number_needs_as_many_decimals_as_its_denominator_says() {
    let third = Number::from(1).checked_div(&Number::from(3)).unwrap();
    let huge = "1000000000000000000000000".parse::<Number>().unwrap();
    for (number, most, expected) in [
        (Number::from(7), 0, Some(0)),
        (huge, 0, Some(0)),
        ("0.5".parse().unwrap(), 2, Some(1)),
        ("0.125".parse().unwrap(), 3, Some(3)),
        ("0.125".parse().unwrap(), 2, None),
        ("12.04".parse().unwrap(), 18, Some(2)),
        ("0.0016".parse().unwrap(), 18, Some(4)),
        (third, 18, None),
    ] {
        assert_eq!(number.places(most), expected, "{number}");
    }
}

#[test]
fn rounding_goes_half_away_from_zero() {
    for (text, places, expected) in
        [("2.345", 2, "2.35"), ("-2.345", 2, "-2.35"), ("97.25", 1, "97.3"), ("0.004", 2, "0.00")]
    {
        assert_eq!(text.parse::<Number>().unwrap().to_fixed(places), expected);
    }
}

#[test]
fn numbers_are_written_the_vietnamese_way() {
    for (text, places, expected) in [
        ("1234567.5", 2, "1.234.567,5"),
        ("999", 2, "999"),
        ("-1000", 0, "-1.000"),
        ("98.16", 2, "98,16"),
        ("100", 0, "100"),
        ("-0.001", 2, "0"),
    ] {
        assert_eq!(text.parse::<Number>().unwrap().vietnamese(places), expected);
    }
}

#[test]
fn a_value_is_cut_to_its_own_side_of_target_zero_and_hundred() {
    let cases = [
        ("99.996", &["0", "100"][..], "99,99"),
        ("0.004", &["0", "100"], "0,01"),
        ("89.9999", &["0", "100", "90"], "89,99"),
        ("90.0001", &["0", "100", "90"], "90,01"),
        ("100.001", &["0", "100"], "100,01"),
        ("98.168654", &["0", "100"], "98,17"),
        ("90", &["0", "100", "90"], "90"),
        ("97.5", &["0", "100", "90"], "97,5"),
        ("33.334", &["33.333", "0", "100"], "33,34"),
        ("33.333", &["33.333", "0", "100"], "33,333"),
        ("99.997", &["99.995", "0", "100"], "99,997"),
    ];
    for (value, anchors, expected) in cases {
        let anchors: Vec<Number> = anchors.iter().map(|anchor| anchor.parse().unwrap()).collect();
        let printed = value.parse::<Number>().unwrap().shown(&anchors).vietnamese(MOST_SHOWN_PLACES);
        assert_eq!(printed, expected, "{value} beside {anchors:?}");
    }
}
