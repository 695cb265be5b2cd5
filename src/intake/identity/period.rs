//! Periods as offices spell them: `Quý 3`, `quí III`, `Q3.2025`, `2025-Q4`, `6 tháng đầu năm 2025`, `Năm 2025`.

use crate::intake::text::{fold_ascii, words};

/// A stretch of a year, perhaps with the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::intake) struct Spelled {
    pub(in crate::intake) span: Span,
    pub(in crate::intake) year: Option<i32>,
}

/// Which stretch of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::intake) enum Span {
    /// A quarter, from 1 to 4.
    Quarter(u32),
    /// So many months from January.
    Months(u32),
}

impl Spelled {
    /// "6 tháng đầu năm".
    pub(in crate::intake) const HALF: Span = Span::Months(6);
    /// "9 tháng".
    pub(in crate::intake) const NINE_MONTHS: Span = Span::Months(9);
    /// "Năm".
    pub(in crate::intake) const YEAR: Span = Span::Months(12);

    /// A quarter, from 1 to 4.
    pub(in crate::intake) const fn quarter(number: u32) -> Span {
        Span::Quarter(number)
    }
}

/// The period that a text spells, if it spells one: a quarter goes before months, months before a bare year.
pub(in crate::intake) fn spelled(text: &str) -> Option<Spelled> {
    let words = words(&fold_ascii(text));
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let year = words.iter().find_map(|word| year(word));
    // "6 tháng cuối năm" is what a plan covers, never what a report does.
    if words.contains(&"cuoi") {
        return None;
    }
    let span = quarter(&words).or_else(|| months(&words)).or_else(|| whole_year(&words, year))?;
    Some(Spelled { span, year })
}

fn year(word: &str) -> Option<i32> {
    (word.len() == 4).then(|| word.parse().ok()).flatten().filter(|year| (2000..2100).contains(year))
}

fn quarter(words: &[&str]) -> Option<Span> {
    let apart = words.windows(2).find_map(|pair| match pair {
        ["qui" | "quy" | "q", number] => ordinal(number),
        _ => None,
    });
    let joined = || {
        let number = |word: &&str| ["qui", "quy", "q"].iter().find_map(|head| ordinal(word.strip_prefix(head)?));
        words.iter().find_map(number)
    };
    apart.or_else(joined).map(Span::Quarter)
}

fn ordinal(text: &str) -> Option<u32> {
    match text {
        "1" | "01" | "i" | "mot" => Some(1),
        "2" | "02" | "ii" | "hai" => Some(2),
        "3" | "03" | "iii" | "ba" => Some(3),
        "4" | "04" | "iv" | "bon" | "tu" => Some(4),
        _ => None,
    }
}

fn months(words: &[&str]) -> Option<Span> {
    // `ngày 9 tháng 12` is a day, not nine months.
    let is_day = |at: usize| at.checked_sub(1).and_then(|before| words.get(before)) == Some(&"ngay");
    words.windows(2).enumerate().filter(|(at, _)| !is_day(*at)).find_map(|(_, pair)| match pair {
        ["6" | "06" | "sau", "thang"] => Some(Spelled::HALF),
        ["9" | "09" | "chin", "thang"] => Some(Spelled::NINE_MONTHS),
        ["12", "thang"] => Some(Spelled::YEAR),
        _ => None,
    })
}

/// "Năm 2025", "cả năm", or the year alone.
fn whole_year(words: &[&str], year: Option<i32>) -> Option<Span> {
    let after_word = words.windows(2).any(|pair| matches!(pair, ["nam", word] if self::year(word).is_some()));
    let alone = words.len() == 1 && year.is_some();
    (after_word || alone || words == ["ca", "nam"]).then_some(Spelled::YEAR)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_a_period_is_understood() {
        let quarter = |number, year| Some(Spelled { span: Span::Quarter(number), year });
        let months = |number, year| Some(Spelled { span: Span::Months(number), year });
        let cases = [
            ("Quý 3 năm 2025", quarter(3, Some(2025))),
            ("QUÝ III/2025", quarter(3, Some(2025))),
            ("quí III", quarter(3, None)),
            ("Q3.2025", quarter(3, Some(2025))),
            ("2025-Q4", quarter(4, Some(2025))),
            ("QuýIV-2025", quarter(4, Some(2025))),
            ("Báo cáo quý IV năm 2025", quarter(4, Some(2025))),
            ("Năm 2025", months(12, Some(2025))),
            ("6 tháng đầu năm 2025", months(6, Some(2025))),
            ("9 tháng đầu năm 2025", months(9, Some(2025))),
            ("9 tháng", months(9, None)),
            ("Kế hoạch 6 tháng cuối năm 2025", None),
            ("Tứ Kỳ, ngày 9 tháng 12 năm 2025", months(12, Some(2025))),
            ("kỳ này", None),
            ("Quý V/2025", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(spelled(text), expected, "{text}");
        }
    }
}
