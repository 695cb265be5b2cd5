//! What a number format code says about the meaning of a number.

use crate::model::NumberFormat;

/// The meaning of a format code such as `#,##0.00` or `0.0%`; its first section decides.
pub(super) fn class(code: &str) -> NumberFormat {
    let bare = bare(code);
    let has = |letters: &str| bare.contains(|c| letters.contains(c));
    match bare.trim() {
        _ if has("%") => NumberFormat::Percent,
        "@" => NumberFormat::Text,
        "" | "general" => NumberFormat::General,
        _ if has("dmyhs") => NumberFormat::Date,
        _ if has("0#?") => NumberFormat::Number,
        _ => NumberFormat::General,
    }
}

/// The meaning of a format that the XML of Excel 2003 knows by name, or of its code.
pub(super) fn named(name: &str) -> NumberFormat {
    match name {
        "Percent" => NumberFormat::Percent,
        "Fixed" | "Standard" | "Scientific" | "Currency" | "Euro Currency" => NumberFormat::Number,
        "General Number" | "Yes/No" | "True/False" | "On/Off" => NumberFormat::General,
        _ if name.ends_with(" Date") || name.ends_with(" Time") => NumberFormat::Date,
        code => class(code),
    }
}

/// The meaning of a format that Excel knows by number (ECMA-376 §18.8.30).
pub(super) fn builtin(id: u16) -> NumberFormat {
    match id {
        1..=8 | 11..=13 | 37..=44 | 48 => NumberFormat::Number,
        9 | 10 => NumberFormat::Percent,
        14..=22 | 27..=36 | 45..=47 | 50..=58 => NumberFormat::Date,
        49 => NumberFormat::Text,
        _ => NumberFormat::General,
    }
}

/// The first section in lower case, without quoted and escaped literals, colours and locales; `[h]` keeps its letter.
fn bare(code: &str) -> String {
    let mut bare = String::new();
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            ';' => break,
            '"' => {
                chars.by_ref().find(|&c| c == '"');
            }
            '\\' | '_' | '*' => {
                chars.next();
            }
            '[' => {
                let inside: String = chars.by_ref().take_while(|&c| c != ']').flat_map(char::to_lowercase).collect();
                if inside.chars().all(|c| "hms".contains(c)) {
                    bare.push_str(&inside);
                }
            }
            _ => bare.extend(c.to_lowercase()),
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_code_says_what_its_numbers_mean() {
        let cases = [
            ("General", NumberFormat::General),
            ("0.0%", NumberFormat::Percent),
            ("0\"%\"", NumberFormat::Number),
            ("0\\%", NumberFormat::Number),
            ("#,##0;[Red]-0%", NumberFormat::Number),
            ("dd/mm/yyyy", NumberFormat::Date),
            ("[$-42A]dd mmmm yyyy", NumberFormat::Date),
            ("[h]:mm", NumberFormat::Date),
            ("#,##0.00 \"đ\"", NumberFormat::Number),
            ("[Red]0", NumberFormat::Number),
            ("@", NumberFormat::Text),
        ];
        for (code, expected) in cases {
            assert_eq!(class(code), expected, "{code}");
        }
    }
    #[test]
    fn a_format_name_of_excel_2003_says_what_its_numbers_mean() {
        let cases = [
            ("Percent", NumberFormat::Percent),
            ("0%", NumberFormat::Percent),
            ("Short Date", NumberFormat::Date),
            ("Medium Time", NumberFormat::Date),
            ("dd/mm/yyyy;@", NumberFormat::Date),
            ("Fixed", NumberFormat::Number),
            ("Standard", NumberFormat::Number),
            ("@", NumberFormat::Text),
            ("General Number", NumberFormat::General),
            ("Yes/No", NumberFormat::General),
        ];
        for (name, expected) in cases {
            assert_eq!(named(name), expected, "{name}");
        }
    }
}
