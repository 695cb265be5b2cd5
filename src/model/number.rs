//! Exact numbers: fractions of any size, written out as decimals only at the end.

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};
use std::str::FromStr;
use std::sync::Arc;

use num_bigint::{BigInt, Sign};
use num_rational::BigRational;
use num_traits::{One, Pow, Signed, ToPrimitive, Zero};
use serde::{Serialize, Serializer};

/// The float as a whole number, if it is one that floats hold exactly: most cells are.
#[expect(clippy::cast_possible_truncation, reason = "the bound is far inside i64")]
fn whole(value: f64) -> Option<i64> {
    const EXACT: f64 = 1e15;
    (value.fract() == 0.0 && value.abs() < EXACT).then_some(value as i64)
}

/// An exact fraction. Cloning is cheap; no operation rounds or overflows. Whole numbers, which most figures are, need
/// neither memory of their own nor the arithmetic of fractions.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number(Repr);

/// `Whole` wherever the value is one and fits, so that equal numbers are equal in form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Repr {
    Whole(i64),
    Fraction(Arc<BigRational>),
}

/// How far `Display` and JSON write a fraction that has no finite decimal form.
const JSON_PLACES: u32 = 6;
/// Decimals of a printed value.
const SHOWN_PLACES: u32 = 2;
/// More decimals are used only when two anchors lie closer together than two decimals can tell apart.
const MOST_SHOWN_PLACES: u32 = 12;

impl Number {
    /// Zero.
    pub fn zero() -> Self {
        Self::from(0)
    }

    /// One hundred, the factor of a percentage.
    pub fn hundred() -> Self {
        Self::from(100)
    }

    /// `10^-places`: the smallest step shown with so many decimals.
    pub fn step(places: u32) -> Self {
        Self::of(BigRational::new(BigInt::from(1), Pow::pow(BigInt::from(10), places)))
    }

    fn of(value: BigRational) -> Self {
        match value.numer().to_i64().filter(|_| value.is_integer()) {
            Some(whole) => Self(Repr::Whole(whole)),
            None => Self(Repr::Fraction(Arc::new(value))),
        }
    }

    fn fraction(&self) -> Cow<'_, BigRational> {
        match &self.0 {
            Repr::Whole(whole) => Cow::Owned(BigRational::from(BigInt::from(*whole))),
            Repr::Fraction(fraction) => Cow::Borrowed(fraction),
        }
    }

    /// The result of an operation on whole numbers, unless it leaves their range.
    fn whole(&self, other: &Self, operation: impl Fn(i64, i64) -> Option<i64>) -> Option<Self> {
        match (&self.0, &other.0) {
            (Repr::Whole(one), Repr::Whole(two)) => operation(*one, *two).map(Self::from),
            _ => None,
        }
    }

    /// The exact decimal that the shortest text of a spreadsheet's float stands for: `0.1` is one tenth.
    /// Excel keeps 15 significant digits; what lies behind them is the float's noise. `None` for NaN and infinities.
    pub fn from_f64(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        if let Some(whole) = whole(value) {
            return Some(Self::from(whole));
        }
        let digits = format!("{value:.14e}");
        let (mantissa, exponent) = digits.split_once('e')?;
        let exponent: i32 = exponent.parse().ok()?;
        let scale = BigRational::from(Pow::pow(BigInt::from(10), exponent.unsigned_abs()));
        let mantissa = mantissa.parse::<Self>().ok()?;
        let mantissa = mantissa.fraction().into_owned();
        let value = if exponent < 0 { mantissa / scale } else { mantissa * scale };
        Some(Self::of(value))
    }

    /// The nearest float, for a spreadsheet cell or a drawing; never used to compare.
    #[expect(clippy::cast_precision_loss, reason = "the nearest float is what is asked for")]
    pub fn to_f64(&self) -> f64 {
        match &self.0 {
            Repr::Whole(whole) => *whole as f64,
            Repr::Fraction(fraction) => fraction.to_f64().unwrap_or(f64::NAN),
        }
    }

    /// Whether the number is zero.
    pub fn is_zero(&self) -> bool {
        self.0 == Repr::Whole(0)
    }

    /// Whether the number is below zero.
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Repr::Whole(whole) => *whole < 0,
            Repr::Fraction(fraction) => fraction.is_negative(),
        }
    }

    /// Whether the number has no fractional part.
    pub fn is_integer(&self) -> bool {
        match &self.0 {
            Repr::Whole(_) => true,
            Repr::Fraction(fraction) => fraction.is_integer(),
        }
    }

    /// The distance from zero.
    #[must_use]
    pub fn abs(&self) -> Self {
        if self.is_negative() { -self } else { self.clone() }
    }

    /// The quotient, or `None` when dividing by zero.
    pub fn checked_div(&self, divisor: &Self) -> Option<Self> {
        (!divisor.is_zero()).then(|| Self::of(self.fraction().as_ref() / divisor.fraction().as_ref()))
    }

    /// Rounds to so many decimals, half away from zero.
    #[must_use]
    pub fn round(&self, places: u32) -> Self {
        self.at_scale(places, BigRational::round)
    }

    /// The largest number with so many decimals that is not above this one.
    #[must_use]
    pub fn floor(&self, places: u32) -> Self {
        self.at_scale(places, BigRational::floor)
    }

    /// The smallest number with so many decimals that is not below this one.
    #[must_use]
    pub fn ceil(&self, places: u32) -> Self {
        self.at_scale(places, BigRational::ceil)
    }

    fn at_scale(&self, places: u32, step: impl Fn(&BigRational) -> BigRational) -> Self {
        if self.is_integer() {
            return self.clone();
        }
        let scale = BigRational::from(Pow::pow(BigInt::from(10), places));
        Self::of(step(&(self.fraction().as_ref() * &scale)) / scale)
    }

    /// How many decimals the number needs, or `None` when it has no finite decimal form within `most`.
    pub fn places(&self, most: u32) -> Option<u32> {
        let Repr::Fraction(fraction) = &self.0 else { return Some(0) };
        let denominator = fraction.denom().magnitude();
        let twos = denominator.trailing_zeros().unwrap_or(0);
        let mut rest = denominator >> twos;
        let mut fives = 0;
        while (&rest % 5u8).is_zero() && fives <= u64::from(most) {
            rest /= 5u8;
            fives += 1;
        }
        let places = u32::try_from(twos.max(fives)).ok()?;
        (rest.is_one() && places <= most).then_some(places)
    }

    /// Plain decimal text with exactly so many decimals, half away from zero: `98.168654`.
    pub fn to_fixed(&self, places: u32) -> String {
        if let Repr::Whole(whole) = self.0 {
            let width = places as usize;
            return if places == 0 { whole.to_string() } else { format!("{whole}.{:0<width$}", "") };
        }
        let scaled = (self.round(places).fraction().as_ref() * BigRational::from(Pow::pow(BigInt::from(10), places)))
            .to_integer();
        let sign = if scaled.sign() == Sign::Minus { "-" } else { "" };
        let width = places as usize + 1;
        let digits = format!("{:0>width$}", scaled.magnitude().to_string());
        let (whole, fraction) = digits.split_at(digits.len() - places as usize);
        if places == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
    }

    /// The number as printed. One that differs from an anchor is never shown as equal to it or on its other side: beside
    /// 0 and 100, 99,996 is 99,99 and 0,004 is 0,01. One that equals an anchor is shown exactly.
    #[must_use]
    pub fn shown(&self, anchors: &[Self]) -> Self {
        if anchors.contains(self) {
            return self.clone();
        }
        let same_side = |candidate: &Self| anchors.iter().all(|anchor| candidate.cmp(anchor) == self.cmp(anchor));
        let candidates = |places| [self.round(places), self.floor(places), self.ceil(places)];
        let mut found = (SHOWN_PLACES..=MOST_SHOWN_PLACES).flat_map(candidates).filter(same_side);
        found.next().unwrap_or_else(|| self.clone())
    }

    /// A decimal as findings carry it, the Vietnamese way; any other text as it is.
    pub fn spelled(text: &str) -> String {
        const MOST_PLACES: u32 = 6;
        text.parse::<Self>().map_or_else(|_| text.to_owned(), |number| number.vietnamese(MOST_PLACES))
    }

    /// A count, the Vietnamese way: `12.345`.
    pub fn grouped(count: u64) -> String {
        Self::of(BigRational::from_integer(count.into())).vietnamese(0)
    }

    /// The Vietnamese way, with at most so many decimals and no trailing zeros: `1.234,5`.
    pub fn vietnamese(&self, most_places: u32) -> String {
        let most_places = if self.is_integer() { 0 } else { most_places };
        let plain = self.to_fixed(most_places);
        let plain = if most_places > 0 { plain.trim_end_matches('0').trim_end_matches('.') } else { &plain };
        let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("-", digits));
        let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
        let mut text = String::from(if digits == "0" { "" } else { sign });
        for (position, digit) in whole.char_indices() {
            if position > 0 && (whole.len() - position).is_multiple_of(3) {
                text.push('.');
            }
            text.push(digit);
        }
        if let Some(fraction) = fraction {
            text.push(',');
            text.push_str(fraction);
        }
        text
    }
}

/// Plain decimal text, as short as it is exact; what has no finite decimal form is cut to six decimals.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Repr::Whole(whole) = self.0 {
            return whole.fmt(f);
        }
        let places = self.places(18).unwrap_or(JSON_PLACES);
        f.write_str(&self.to_fixed(places))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Repr::Whole(one), Repr::Whole(two)) => one.cmp(two),
            _ => self.fraction().cmp(&other.fraction()),
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self(Repr::Whole(value))
    }
}

/// A text was not a plain decimal such as `-12.50`.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("not a plain decimal number: {0}")]
pub struct NotADecimal(String);

/// Plain decimal notation only: digits, at most one point, an optional leading minus.
impl FromStr for Number {
    type Err = NotADecimal;

    fn from_str(text: &str) -> Result<Self, NotADecimal> {
        let fail = || NotADecimal(text.to_owned());
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let digits_only = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !digits_only(whole) || !digits_only(fraction) || unsigned.ends_with('.') {
            return Err(fail());
        }
        let magnitude: BigInt = format!("{whole}{fraction}").parse().map_err(|_| fail())?;
        let scale = Pow::pow(BigInt::from(10), fraction.len());
        let value = BigRational::new(magnitude, scale);
        Ok(Self::of(if text.starts_with('-') { -value } else { value }))
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Add for &Number {
    type Output = Number;
    fn add(self, other: Self) -> Number {
        let exact = || Number::of(self.fraction().as_ref() + other.fraction().as_ref());
        self.whole(other, i64::checked_add).unwrap_or_else(exact)
    }
}

impl Sub for &Number {
    type Output = Number;
    fn sub(self, other: Self) -> Number {
        let exact = || Number::of(self.fraction().as_ref() - other.fraction().as_ref());
        self.whole(other, i64::checked_sub).unwrap_or_else(exact)
    }
}

impl Mul for &Number {
    type Output = Number;
    fn mul(self, other: Self) -> Number {
        let exact = || Number::of(self.fraction().as_ref() * other.fraction().as_ref());
        self.whole(other, i64::checked_mul).unwrap_or_else(exact)
    }
}

impl Neg for &Number {
    type Output = Number;
    fn neg(self) -> Number {
        Number::of(-self.fraction().into_owned())
    }
}
