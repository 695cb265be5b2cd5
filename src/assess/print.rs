//! How a value is printed: at most two decimals, and never so that it contradicts its verdict.

use std::cmp::Ordering;

use crate::model::{Indicator, Number, Rate, Target};

/// Decimals of a printed value.
const PLACES: u32 = 2;
/// More decimals are used only when two anchors lie closer together than two decimals can tell apart.
const MOST_PLACES: u32 = 12;

/// The value as printed. A value that differs from an anchor (target, 0, 100) is never shown as equal to it or on its
/// other side: 99,996 is 99,99 and 0,004 is 0,01. A value that equals an anchor is shown exactly.
pub fn shown(value: &Number, anchors: &[Number]) -> Number {
    if anchors.contains(value) {
        return value.clone();
    }
    let same_side = |candidate: &Number| {
        let side = |anchor: &Number| candidate.cmp(anchor) == value.cmp(anchor);
        anchors.iter().all(side)
    };
    let candidates = |places| [value.round(places), value.floor(places), value.ceil(places)];
    let mut found = (PLACES..=MOST_PLACES).flat_map(candidates).filter(same_side);
    found.next().unwrap_or_else(|| value.clone())
}

/// The numbers that an indicator's value must not be mistaken for.
pub(super) fn anchors(indicator: &Indicator) -> Vec<Number> {
    let mut anchors = vec![Number::zero(), Number::hundred()];
    if let Some(Target::Value { value, .. }) = &indicator.target {
        anchors.retain(|anchor| anchor.cmp(value) != Ordering::Equal);
        anchors.push(value.clone());
    }
    anchors
}

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
            let printed = shown(&value.parse().unwrap(), &anchors).vietnamese(MOST_PLACES);
            assert_eq!(printed, expected, "{value} beside {anchors:?}");
        }
    }
}
