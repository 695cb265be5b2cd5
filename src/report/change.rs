//! This period's values beside earlier ones: the difference in words, with its base stated.

use std::cmp::Ordering;

use super::vietnamese::{lower_first, with_unit};
use crate::model::{History, IndicatorResult, Number, Past};

/// Decimals of a value beside another; both are cut before.
const PLACES: u32 = 12;

/// An indicator's value in an earlier period, as printed.
pub(crate) fn earlier(result: &IndicatorResult, past: Option<&Past>) -> Option<Number> {
    let exact = past?.values.get(&result.indicator.id)?;
    Some(exact.shown(&result.indicator.anchors()))
}

/// `Tăng 1,2 điểm % so với Quý III năm 2025 (96,97%)`; empty where one of the two is not known.
pub(crate) fn in_words(result: &IndicatorResult, history: &History) -> String {
    let told = history.before().and_then(|past| against(result, past));
    told.unwrap_or_default()
}

/// The same inside a sentence.
pub(crate) fn in_sentence(result: &IndicatorResult, history: &History) -> String {
    lower_first(&in_words(result, history))
}

/// Which way a value went is decided exactly, before rounding; how far, between the values as printed.
fn against(result: &IndicatorResult, past: &Past) -> Option<String> {
    let (now, shown) = (result.rate.value.as_ref()?, result.shown.as_ref()?);
    let (then, base) = (past.values.get(&result.indicator.id)?, earlier(result, Some(past))?);
    let unit = result.indicator.unit.as_str();
    let base_text = format!("so với {} ({})", past.period.title, with_unit(&base, PLACES, unit));
    let far = |larger: &Number, smaller: &Number| {
        let points = if unit == "%" { "điểm %" } else { unit };
        let step = larger - smaller;
        if step > Number::zero() {
            with_unit(&step, PLACES, points)
        } else {
            format!("dưới {}", with_unit(&least(), 2, points))
        }
    };
    Some(match now.cmp(then) {
        Ordering::Equal => format!("Không thay đổi {base_text}"),
        Ordering::Greater => format!("Tăng {} {base_text}", far(shown, &base)),
        Ordering::Less => format!("Giảm {} {base_text}", far(&base, shown)),
    })
}

/// The least step that two decimals show.
fn least() -> Number {
    Number::from(1).checked_div(&Number::hundred()).unwrap_or_else(Number::zero)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failing test says enough")]

    use std::collections::BTreeMap;

    use super::*;
    use crate::model::IndicatorStatus;
    use crate::report::fixture;

    fn told(now: &str, then: Option<&str>) -> String {
        let mut result = fixture::indicator(IndicatorStatus::Met);
        let value: Number = now.parse().unwrap();
        result.shown = Some(value.shown(&result.indicator.anchors()));
        result.rate.value = Some(value);
        let values = then.map(|then| (result.indicator.id.clone(), then.parse().unwrap()));
        let mut period = fixture::results().period;
        period.title = "Quý III năm 2025".to_owned();
        let past = Past { period, totals: Vec::new(), values: BTreeMap::from_iter(values) };
        in_words(&result, &History { periods: vec![past], ..History::default() })
    }

    #[test]
    fn a_change_is_said_between_the_printed_values_with_its_base() {
        assert_eq!(told("98.17", Some("96.97")), "Tăng 1,2 điểm % so với Quý III năm 2025 (96,97%)");
        assert_eq!(told("96", Some("96.5")), "Giảm 0,5 điểm % so với Quý III năm 2025 (96,5%)");
        assert_eq!(told("96", Some("96")), "Không thay đổi so với Quý III năm 2025 (96%)");
    }

    /// Trap 1 of rounding: equal to the eye is not equal.
    #[test]
    fn what_only_rounding_makes_equal_is_not_called_unchanged() {
        assert_eq!(told("97.001", Some("97")), "Tăng dưới 0,01 điểm % so với Quý III năm 2025 (97%)");
    }

    #[test]
    fn what_is_not_known_is_not_compared_with_0() {
        assert_eq!(told("97", None), "");
    }
}
