//! A rate as the formula that a workbook holds: quotient and cut to its own side, from the cells beside it.

use crate::model::{Address, Number};
use crate::report::document::{Cell, Content, Quotient};

/// Decimals of a printed value; more only where two anchors lie closer together than two can tell apart.
const PLACES: u32 = 2;

/// Most decimals that a shown value or an anchor may have.
const MOST_PLACES: u32 = 12;

/// The formula of a rate in this row (from zero), or `None` where the cells beside it do not hold its pair.
///
/// Everything is compared in whole steps of the last decimal shown. `ROUND(10000*C5/D5,0)` is exact where
/// `ROUND(100*C5/D5,2)` hangs on how a program rounds 1,005; what lands on or behind an anchor it differs from goes one
/// step back to its own side.
pub(super) fn formula(rate: &Quotient, cells: &[Cell], row: u32) -> Option<String> {
    let numerator = number(cells.get(rate.numerator)?)?;
    let denominator = number(cells.get(rate.denominator)?).filter(|value| **value > Number::zero())?;
    let pair = Pair {
        numerator: address(rate.numerator, row)?,
        denominator: address(rate.denominator, row)?,
        places: places(numerator)?.max(places(denominator)?),
    };
    let exact = rate.anchors.contains(&rate.shown);
    let digits = if exact { PLACES } else { places(&rate.shown)?.max(PLACES) };
    let scale = scale(digits)?;
    let rounded = format!("ROUND({}*{}/{},0)", &rate.factor * &scale, pair.numerator, pair.denominator);
    let cut = rate.anchors.iter().try_fold(rounded.clone(), |rest, anchor| {
        let side = pair.side(&rate.factor, anchor)?;
        let step = format!("IF(SIGN({rounded}-{})<>{side},{rounded}+{side},{rest})", anchor * &scale);
        let fine = places(anchor)? > digits;
        Some(if fine { format!("IF({side}=0,{},{step})", anchor * &scale) } else { step })
    })?;
    Some(format!("=IF({}=0,\"–\",{cut}/{scale})", pair.denominator))
}

/// The two cells of a rate.
struct Pair {
    numerator: String,
    denominator: String,
    /// Decimals that either of them has.
    places: u32,
}

impl Pair {
    /// On which side of the anchor the rate lies: −1, 0 or 1, exactly. Products of decimals carry a float's noise, which
    /// rounding to the decimals that they can have takes away.
    fn side(&self, factor: &Number, anchor: &Number) -> Option<String> {
        let beyond = if anchor.is_zero() { String::new() } else { format!("-{anchor}*{}", self.denominator) };
        let difference = format!("{factor}*{}{beyond}", self.numerator);
        Some(match self.places + places(anchor)? {
            0 => format!("SIGN({difference})"),
            digits => format!("SIGN(ROUND({difference},{digits}))"),
        })
    }
}

fn number(cell: &Cell) -> Option<&Number> {
    match &cell.content {
        Content::Number { value, .. } => Some(value),
        Content::Empty | Content::Text(_) | Content::Rate(_) | Content::Bar(_) => None,
    }
}

fn places(value: &Number) -> Option<u32> {
    value.places(MOST_PLACES)
}

/// `10^digits`
fn scale(digits: u32) -> Option<Number> {
    Some(Number::from(10_i64.checked_pow(digits)?))
}

fn address(column: usize, row: u32) -> Option<String> {
    Some(Address::new(row, u32::try_from(column).ok()?).to_string())
}
