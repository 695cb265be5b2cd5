//! What a row of a table is by its look: column numbers, a section, a total.

use crate::intake::page::{Row, said};
use crate::intake::text::words;

/// Three cells or more, each a counting number or a letter, at least two of them numbers, perhaps in brackets, perhaps
/// with a sum.
pub(super) fn is_numbering(row: Row<'_>) -> bool {
    let counts = |text: String| {
        let head = text.split('=').next().unwrap_or_default().trim();
        let bare = head.trim_start_matches('(').trim_end_matches(')');
        !bare.is_empty() && bare.len() <= 2 && (bare.bytes().all(|b| b.is_ascii_digit()) || bare.len() == 1)
    };
    let ascending = row.cells.windows(2).all(|pair| match pair {
        [left, right] => said(left) != said(right),
        _ => true,
    });
    let numbers = row.cells.iter().filter(|cell| said(cell).contains(|c: char| c.is_ascii_digit())).count();
    row.cells.len() >= 3 && numbers >= 2 && ascending && row.cells.iter().map(said).all(counts)
}

/// Whether a row is a section or a total of the form: its name or number says so.
pub(in crate::intake) fn is_section(number: &str, name: &str) -> bool {
    const TOTALS: [&str; 5] = ["cong", "tong cong", "tong", "tong so", "tong hop"];
    let roman = |text: &str| {
        let bare = text.trim_end_matches(['.', ')']);
        !bare.is_empty() && bare.chars().all(|c| "IVXLC".contains(c))
    };
    roman(number) || roman(name) || TOTALS.contains(&crate::intake::text::fold_ascii(name).as_str())
}

/// Whether a name is that of a total: `TỔNG CỘNG`, `Tổng số`, `Cộng (I)`; `Công thương` is a field.
pub(in crate::intake) fn is_total(name: &str) -> bool {
    const TOTALS: [&str; 6] = ["tổng cộng", "tổng số", "tổng hợp chung", "tổng", "cộng", "toàn xã"];
    let said = words(name);
    let rest = |total: &str| said.strip_prefix(words(total).as_slice()).map(<[String]>::to_vec);
    let closes = |rest: Vec<String>| rest.iter().all(|word| word.chars().all(|c| "ivx0123456789".contains(c)));
    TOTALS.iter().filter_map(|total| rest(total)).any(closes)
}
