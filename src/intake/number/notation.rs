//! Digits and separators as an exact number: `1.234,5` as Vietnam writes it, `1,234.5` as the United States do.

use crate::model::{ElementKind, Number};

/// Whose separators a number has; plain digits count as Vietnamese.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Comma before decimals, points or spaces between thousands.
    Vietnamese,
    /// Point before decimals, commas between thousands.
    American,
}

/// More digits than any figure has; a guard against texts made to be slow.
const MOST_DIGITS: usize = 30;

/// A power of ten beyond which a number is no figure; a guard like `MOST_DIGITS`.
const MOST_EXPONENT: u32 = 15;

/// Reads digits with `.`, `,` and spaces between them. Groups of three behind a point are thousands; a comma is
/// decimal, except that a count has no decimals, so `1,234` is one thousand there.
pub(super) fn positional(kind: ElementKind, text: &str) -> Option<(Number, Style)> {
    let (whole, fraction, style) = split(kind, text);
    let whole = ungroup(whole, if style == Style::American { ',' } else { '.' })?;
    let plain = if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") };
    if plain.len() > MOST_DIGITS {
        return None;
    }
    Some((plain.parse().ok()?, style))
}

/// Whole part, decimals and style, by the last separator and how often it stands.
fn split(kind: ElementKind, text: &str) -> (&str, &str, Style) {
    let decimals = |separator: char, style: Style| {
        let (whole, fraction) = text.split_once(separator).unwrap_or((text, ""));
        (whole, fraction, style)
    };
    match (text.matches('.').count(), text.matches(',').count()) {
        (1, 0) if !is_grouped(text, '.') => decimals('.', Style::American),
        (0, 1) if kind == ElementKind::Count && is_grouped(text, ',') => (text, "", Style::American),
        (0, 2..) => (text, "", Style::American),
        (_, 1) if text.rfind(',') > text.rfind('.') => decimals(',', Style::Vietnamese),
        (1, 1..) => decimals('.', Style::American),
        _ => (text, "", Style::Vietnamese),
    }
}

/// The digits of a whole number without its thousands separators, which are all `separator` or all spaces.
fn ungroup(whole: &str, separator: char) -> Option<String> {
    if whole.bytes().all(|b| b.is_ascii_digit()) {
        return Some(whole.to_owned());
    }
    let used = [separator, ' '].into_iter().find(|&used| is_grouped(whole, used))?;
    Some(whole.replace(used, ""))
}

/// Whether a text is digits in groups of three: `1.234.567`, but neither `12.34` nor `0.975`.
fn is_grouped(text: &str, separator: char) -> bool {
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    text.split_once(separator).is_some_and(|(first, rest)| {
        matches!(first.len(), 1..=3)
            && digits(first)
            && !first.starts_with('0')
            && rest.split(separator).all(|group| group.len() == 3 && digits(group))
    })
}

/// Whether a text is one to three digits, a point and three digits, such as `1.234`.
pub(super) fn is_one_thousand_group(text: &str) -> bool {
    text.matches('.').count() == 1 && is_grouped(text, '.')
}

/// Reads `1.2E+3`; in this notation either separator is decimal and there are no thousands.
pub(super) fn scientific(mantissa: &str, exponent: i32) -> Option<Number> {
    if exponent.unsigned_abs() > MOST_EXPONENT || mantissa.len() > MOST_DIGITS {
        return None;
    }
    let mantissa: Number = mantissa.replace(',', ".").parse().ok()?;
    let power = Number::step(exponent.unsigned_abs());
    if exponent < 0 { Some(&mantissa * &power) } else { mantissa.checked_div(&power) }
}
