//! How a value is printed: at most two decimals, and never so that it contradicts its verdict.

use crate::model::{Number, Rate};

/// Decimals of a printed value, at most.
const MOST_PLACES: u32 = 12;

/// A value with its unit and its pair: `98,17% (2.305/2.348)`; `–` where there is no value.
pub fn pair_text(rate: &Rate, shown: Option<&Number>, unit: &str) -> String {
    let Some(shown) = shown else { return "–".to_owned() };
    let number = shown.vietnamese(MOST_PLACES);
    let value = match unit {
        "" => number,
        "%" => format!("{number}%"),
        unit => format!("{number} {unit}"),
    };
    match (&rate.numerator, &rate.denominator) {
        (Some(numerator), Some(denominator)) => {
            format!("{value} ({}/{})", numerator.vietnamese(MOST_PLACES), denominator.vietnamese(MOST_PLACES))
        }
        _ => value,
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

    use super::*;

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
            let printed = value.parse::<Number>().unwrap().shown(&anchors).vietnamese(MOST_PLACES);
            assert_eq!(printed, expected, "{value} beside {anchors:?}");
        }
    }
}
