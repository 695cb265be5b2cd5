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
    use super::*;

    #[test]
    fn a_rate_is_printed_with_its_pair_and_a_missing_one_is_a_dash() {
        let rate = Rate {
            numerator: Some(Number::from(2305)),
            denominator: Some(Number::from(2348)),
            value: Some(Number::from(98)),
        };
        let plain = Rate { denominator: None, ..rate.clone() };
        let shown = Number::from(98);
        assert_eq!(pair_text(&rate, Some(&shown), "%"), "98% (2.305/2.348)");
        assert_eq!(pair_text(&rate, Some(&shown), "hồ sơ/người"), "98 hồ sơ/người (2.305/2.348)");
        assert_eq!(pair_text(&plain, Some(&shown), ""), "98");
        assert_eq!(pair_text(&rate, None, "%"), "–");
    }
}
