//! Columns of personal identity, which belong into no report: a file that has one is kept by its hash alone.

use super::page::{Page, Row};
use super::text::fold_ascii;
use crate::model::{Cell, CellValue, Source};

/// How such heads begin, without diacritics; a number or a word such as "Số" may stand before.
const HEADS: &[&str] = &[
    "cccd",
    "cmnd",
    "cmt",
    "can cuoc",
    "chung minh nhan dan",
    "dinh danh ca nhan",
    "ho chieu",
    "dien thoai",
    "sdt",
    "dtdd",
    "dia chi",
    "noi cu tru",
    "noi thuong tru",
    "ho khau",
    "ngay sinh",
    "nam sinh",
    "ngay thang nam sinh",
    "ho ten",
    "ho va ten",
    "nguoi nop",
    "ten nguoi nop",
    "ten cong dan",
    "ten chu ho so",
    "chu ho so",
    "nguoi yeu cau",
];

/// Words that may stand before.
const BEFORE: &[&str] = &["so ", "ma so ", "ma ", "the "];

/// How many rows of a sheet are looked at as heads, and how far below a head its first figure or text may stand.
const MOST_ROWS: usize = 500;
const REACH: usize = 3;

/// The first head of such a column that has something below it, with what it says.
pub(super) fn column(pages: &[Page<'_>]) -> Option<(Source, String)> {
    pages.iter().find_map(|page| {
        let rows = page.rows();
        let windows = (0..rows.len()).filter_map(|first| rows.get(first..));
        let mut heads = windows.filter(|rows| rows.first().is_some_and(|row| may_be_heads(*row))).take(MOST_ROWS);
        let (cell, text) = heads.find_map(head)?;
        Some((page.source(cell.at), text.to_owned()))
    })
}

/// The head among the cells of the first of these rows. A pair of cells is a label with its value, unless both are heads.
fn head<'a>(rows: &[Row<'a>]) -> Option<(&'a Cell, &'a str)> {
    let (row, below) = rows.split_first()?;
    let heads: Vec<(&Cell, &str)> = row.cells.iter().filter_map(|cell| Some((cell, personal(cell)?))).collect();
    let is_table = row.cells.len() > 2 || heads.len() > 1;
    let is_filled = |cell: &Cell| below.iter().take(REACH).any(|row| row.cell(cell.at.col).is_some());
    heads.into_iter().find(|(cell, _)| is_table && is_filled(cell))
}

/// Whether a row holds texts alone, none of which begins with a digit.
fn may_be_heads(row: Row<'_>) -> bool {
    row.cells.len() > 1
        && row.cells.iter().all(|cell| match &cell.value {
            CellValue::Text(text) => !text.starts_with(|c: char| c.is_ascii_digit()),
            _ => false,
        })
}

/// What a cell says, if it names personal identity: `Số CCCD/CMND`, not `Điện thoại: 0220 …`.
fn personal(cell: &Cell) -> Option<&str> {
    /// A head is short.
    const LONGEST: usize = 60;
    let CellValue::Text(text) = &cell.value else { return None };
    let says_more = text.trim_end().trim_end_matches(':').contains(':');
    if text.chars().count() > LONGEST || says_more {
        return None;
    }
    let words: Vec<String> = fold_ascii(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let folded = words.join(" ");
    let bare = BEFORE.iter().find_map(|before| folded.strip_prefix(before)).unwrap_or(&folded);
    let begins = |head: &str| bare.strip_prefix(head).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    HEADS.iter().any(|head| begins(head)).then_some(text)
}
