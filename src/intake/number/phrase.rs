//! A text taken apart into one number and what stands around it: `đạt 97,5 %`, `35 hồ sơ`, `12/15`.

use super::super::parsed::Flaw;
use super::super::text::{contains_words, fold, fold_ascii, words};
use super::super::vocabulary::mentions;
use super::not_a_number;
use crate::model::ElementKind;

/// A text with a number in it.
pub(super) struct Phrase<'a> {
    /// What stands before the number and its sign.
    before: &'a str,
    /// A minus stands before it, or parentheses around it.
    pub(super) negative: bool,
    /// Digits with the separators between them.
    pub(super) digits: &'a str,
    /// The power of ten of scientific notation.
    pub(super) exponent: Option<i32>,
    /// A percent sign follows.
    pub(super) percent: bool,
    /// What follows the number and its percent sign.
    after: &'a str,
}

/// Words in front of a figure that do not change it.
const LEADS: [&str; 13] =
    ["dat", "dat ti le", "ti le", "la", "co", "gom", "tong", "tong so", "tong cong", "cong", "so luong", "duoc", "da"];

/// Words in front of a figure that make it inexact.
const INEXACT_LEADS: [&str; 26] = [
    "khoảng",
    "trên",
    "dưới",
    "hơn",
    "kém",
    "gần",
    "ước",
    "ước tính",
    "ước đạt",
    "xấp xỉ",
    "tối thiểu",
    "tối đa",
    "ít nhất",
    "nhiều nhất",
    "không quá",
    "chưa đến",
    "chưa tới",
    "từ",
    "đến",
    "chừng",
    "độ",
    "cỡ",
    "tầm",
    "dự kiến",
    "tạm tính",
    "bình quân",
];

/// Words behind a figure that make it inexact. `ước` alone is not among them: `hương ước` is a village's rules.
const INEXACT_TAILS: [&str; 7] = ["trở lên", "trở xuống", "tạm tính", "ước tính", "ước thực hiện", "dự kiến", "có thể"];

/// Signs that make a figure inexact.
const INEXACT_SIGNS: [char; 8] = ['~', '≈', '<', '>', '≤', '≥', '±', '?'];

/// The spellings of each unit of money, as `fold_ascii` gives them.
const MONEY_UNITS: [&[&str]; 5] = [
    &["dong", "d", "vnd"],
    &["nghin dong", "ngan dong", "nghin", "ngan"],
    &["trieu dong", "trieu", "trd", "tr.d", "tr d", "tr dong"],
    &["ti dong", "ti", "ti d"],
    &["usd", "do la", "do la mi", "eur", "euro"],
];

/// Position of million đồng in `MONEY_UNITS`.
const MILLIONS: usize = 2;

/// A longer text behind a figure is a sentence with a number in it, not a figure with its unit.
const MOST_UNIT_WORDS: usize = 6;

/// Whether a unit of measure is million đồng.
pub(super) fn is_millions(unit: &str) -> bool {
    money_unit(unit) == Some(MILLIONS)
}

fn money_unit(text: &str) -> Option<usize> {
    let folded = fold_ascii(text);
    MONEY_UNITS.iter().position(|spellings| spellings.contains(&folded.as_str()))
}

impl<'a> Phrase<'a> {
    /// Takes a cleaned text apart around its first number; `None` if there is none.
    pub(super) fn of(text: &'a str) -> Option<Self> {
        let (before, number) = text.split_at(number_start(text)?);
        let (digits, after) = number.split_at(digits_end(number));
        let (exponent, after) = exponent(after);
        let unsigned = |text: &'a str| text.strip_suffix(['-', '−', '–', '—']).map(str::trim_end);
        let (before, after) = (before.trim_end(), after.trim_start());
        let percentless = without_percent(after);
        let phrase = Self { before, negative: false, digits, exponent, percent: percentless.is_some(), after: "" };
        let after = percentless.unwrap_or(after).trim_start();
        Some(match (unsigned(before), after.strip_prefix(')')) {
            (Some(before), _) => Self { before, negative: true, after, ..phrase },
            (None, Some(after)) if before == "(" => {
                Self { before: "", negative: true, after: after.trim_start(), ..phrase }
            }
            (None, _) => Self { before: before.strip_suffix('+').unwrap_or(before).trim_end(), after, ..phrase },
        })
    }

    /// Refuses a text that says more, or less, than one exact number in the element's unit.
    pub(super) fn refuse_more_than_a_number(&self, kind: ElementKind, unit: &str) -> Result<(), Flaw> {
        if self.before.is_empty() && self.after.is_empty() {
            Ok(())
        } else if self.is_inexact() {
            Err(Flaw::error("V307", ""))
        } else if self.has_other_money_unit(kind, unit) {
            Err(Flaw::error("V314", ""))
        } else if self.is_date() {
            Err(not_a_number("date"))
        } else if number_start(self.after).is_some() {
            Err(Flaw::error("V308", ""))
        } else if self.has_plain_surroundings() {
            Ok(())
        } else {
            Err(not_a_number("word"))
        }
    }

    /// The words that reading leaves out, such as `hồ sơ`.
    pub(super) fn words_around(&self) -> Option<String> {
        let around = format!("{} {}", self.before, self.after);
        let around = around.trim_matches([' ', '.', ',', ';', ':']);
        (!around.is_empty()).then(|| around.to_owned())
    }

    fn is_inexact(&self) -> bool {
        self.before.contains(INEXACT_SIGNS)
            || self.after.starts_with(INEXACT_SIGNS)
            || self.after.starts_with('+') && number_start(self.after).is_none()
            || mentions(self.before, &INEXACT_LEADS)
            || mentions(self.after, &INEXACT_TAILS)
            || fold(self.after).ends_with(&fold("(ước)"))
    }

    /// Whether the unit written is one of money and not the element's.
    fn has_other_money_unit(&self, kind: ElementKind, unit: &str) -> bool {
        if let Some(written) = money_unit(self.after) {
            return money_unit(unit) != Some(written);
        }
        let says = |word| contains_words(self.after, word);
        ["tỷ", "triệu", "nghìn", "ngàn"].into_iter().any(says) && fold(self.after) != fold(unit)
            || kind == ElementKind::Money && says("đồng") && fold(self.after) != fold(unit)
    }

    /// Three numbers joined by strokes or hyphens, such as `09/12/2025`.
    fn is_date(&self) -> bool {
        let joined = |separator: char| {
            let parts: Vec<_> = self.after.split(separator).collect();
            matches!(parts.as_slice(), ["", second, third] if [second, third].iter().all(|part| is_digits(part)))
        };
        self.before.is_empty() && (joined('/') || joined('-'))
    }

    fn has_plain_surroundings(&self) -> bool {
        let lead = self.before.is_empty() || LEADS.contains(&fold_ascii(self.before).as_str());
        let is_unit = self.after.starts_with(|c: char| c.is_alphabetic() || c == '(')
            && (1..=MOST_UNIT_WORDS).contains(&words(self.after).len());
        lead && (is_unit || self.after.is_empty() || matches!(self.after, "." | ";" | ","))
    }
}

/// What follows a percent sign, or the words for it.
fn without_percent(text: &str) -> Option<&str> {
    let words = || {
        let end = text.match_indices(' ').nth(1).map_or(text.len(), |(at, _)| at);
        let (two, rest) = text.split_at(end);
        (fold_ascii(two) == "phan tram").then_some(rest)
    };
    text.strip_prefix('%').or_else(words)
}

/// Where the first number begins: a digit that does not belong to a word such as `m2` or `Q3`.
fn number_start(text: &str) -> Option<usize> {
    let before = std::iter::once(' ').chain(text.chars());
    let found =
        text.char_indices().zip(before).find(|((_, c), before)| c.is_ascii_digit() && !before.is_alphanumeric());
    found.map(|((at, _), _)| at)
}

/// Where the digits end that a text begins with, separators between them included; a space only before three digits.
fn digits_end(text: &str) -> usize {
    let mut end = leading_digits(text);
    while let Some(more) = text.get(end..).and_then(continuation) {
        end += more;
    }
    end
}

/// The length of a separator and the digits behind it.
fn continuation(rest: &str) -> Option<usize> {
    let separator = rest.chars().next().filter(|c| matches!(c, '.' | ',' | ' '))?;
    let digits = leading_digits(rest.get(1..)?);
    let fits = if separator == ' ' { digits == 3 } else { digits > 0 };
    fits.then_some(1 + digits)
}

fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && leading_digits(text) == text.len()
}

/// The power of ten at the beginning of a text such as `E+3`, and what follows it.
fn exponent(text: &str) -> (Option<i32>, &str) {
    let read = || {
        let power = text.strip_prefix(['e', 'E'])?;
        let (negative, digits) = match power.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, power.strip_prefix('+').unwrap_or(power)),
        };
        let (digits, after) = digits.split_at(leading_digits(digits));
        let power: i32 = digits.parse().ok()?;
        let ends = !after.starts_with(char::is_alphanumeric);
        ends.then_some((Some(if negative { -power } else { power }), after))
    };
    read().unwrap_or((None, text))
}
