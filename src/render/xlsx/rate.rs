//! A quotient as the formula that a workbook holds: divided, rounded and cut to its own side of what it differs from.

use crate::model::Number;

/// Decimals of a printed value; more only where two anchors lie closer together than two can tell apart.
pub(super) const PLACES: u32 = 2;

/// Decimals that submitted figures may have. Products of decimals carry a float's noise; rounding to the decimals that
/// they can have takes it away.
pub(super) const FIGURE_PLACES: u32 = 6;

/// Most decimals that a shown value or an anchor may have.
const MOST_PLACES: u32 = 12;

/// A quotient of two operands as spelled.
pub(super) struct Rate<'a> {
    pub(super) numerator: &'a str,
    pub(super) denominator: &'a str,
    pub(super) factor: &'a Number,
}

impl Rate<'_> {
    /// The quotient with so many decimals, cut; `–` where it divides by zero.
    ///
    /// Everything is compared in whole steps of the last decimal shown. `ROUND(10000*C5/D5,0)` is exact where
    /// `ROUND(100*C5/D5,2)` hangs on how a program rounds 1,005; what lands on or behind an anchor it differs from goes
    /// one step back to its own side.
    pub(super) fn cut(&self, anchors: &[Number], digits: u32) -> Option<String> {
        let scale = scale(digits)?;
        let rounded = format!("ROUND({}*{}/{},0)", self.factor * &scale, self.numerator, self.denominator);
        let cut = anchors.iter().try_fold(rounded.clone(), |rest, anchor| {
            let side = format!("SIGN({})", self.beyond(anchor)?);
            let ahead = format!("SIGN({rounded}{})", less(&(anchor * &scale), ""));
            let step = format!("IF({ahead}<>{side},{rounded}+{side},{rest})");
            let fine = places(anchor)? > digits;
            Some(if fine { format!("IF({side}=0,{},{step})", anchor * &scale) } else { step })
        })?;
        Some(format!("IF({}=0,\"–\",{cut}/{scale})", self.denominator))
    }

    /// How far the quotient lies beyond a number, times the denominator: negative, 0 or positive, exactly.
    pub(super) fn beyond(&self, number: &Number) -> Option<String> {
        let other = less(number, &format!("*{}", self.denominator));
        let times = if *self.factor == Number::from(1) { String::new() } else { format!("{}*", self.factor) };
        Some(format!("ROUND({times}{}{other},{})", self.numerator, FIGURE_PLACES + places(number)?))
    }
}

/// `-97.3*C5`; nothing where nothing is taken away.
fn less(number: &Number, times: &str) -> String {
    if number.is_zero() { String::new() } else { format!("-{number}{times}") }
}

/// Decimals that a number needs, if they are few enough to compute with.
pub(super) fn places(value: &Number) -> Option<u32> {
    value.places(MOST_PLACES)
}

/// `10^digits`
fn scale(digits: u32) -> Option<Number> {
    Some(Number::from(10_i64.checked_pow(digits)?))
}
