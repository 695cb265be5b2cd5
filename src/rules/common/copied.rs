//! When equal figures cannot be chance: what unchanged tables (T706) and copied forms (O601) are told by.

use crate::model::Number;

/// Equal figures that a coincidence may bring about, at most.
const FEWEST: usize = 3;

/// Digits that equal figures have at least, all together: four times `125`, or twelve single digits.
const FEWEST_DIGITS: usize = 12;

/// Whether so many equal figures, none of them zero, are too many to be chance.
pub(in crate::rules) fn is_no_chance<'n>(equal: impl IntoIterator<Item = &'n Number>) -> bool {
    let (count, digits) = equal.into_iter().fold((0, 0), |(count, digits), number| (count + 1, digits + of(number)));
    count >= FEWEST && digits >= FEWEST_DIGITS
}

/// Digits that say something: zeros at the end are likely to be round numbers.
fn of(number: &Number) -> usize {
    let written = number.to_string();
    let telling = written.trim_end_matches(['0', '.']);
    telling.bytes().filter(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(texts: &[&str]) -> Vec<Number> {
        texts.iter().map(|text| text.parse().unwrap_or_else(|_| Number::zero())).collect()
    }

    #[test]
    fn chance_ends_at_three_figures_with_twelve_digits_that_are_no_round_zeros() {
        assert!(is_no_chance(&numbers(&["1234", "5678", "9123"])));
        assert!(is_no_chance(&numbers(&["1"; 12])));
        assert!(!is_no_chance(&numbers(&["123456", "123456"])), "two figures");
        assert!(!is_no_chance(&numbers(&["1234", "5678", "912"])), "eleven digits");
        assert!(!is_no_chance(&numbers(&["1000", "5000", "9000", "100"])), "round numbers");
    }
}
