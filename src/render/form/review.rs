//! "Cần sửa", the first sheet of a form that is sent back: the verdict, and a list that leads to the cells and back.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Note, Url, Worksheet, XlsxError};

use super::sheet::{column, fit, set_page};
use super::style::{self, Look, Styles};
use crate::report::form::{Holds, Item, Mark, REVIEW_SHEET, Review, Spot};

/// Where the cells of a form stand: sheet, row and column.
pub(super) type Places = BTreeMap<Spot, (&'static str, u32, u16)>;

/// Widths of the list's columns, in digits.
const WIDTHS: [u8; 11] = [4, 10, 15, 44, 13, 13, 10, 34, 26, 11, 10];

/// Columns before the texts: number, level and place.
const BESIDE: usize = 3;

/// Points that a note's line of text takes, letters in it, and its width in pixels.
const NOTE_LINE: usize = 18;
const NOTE_LETTERS: usize = 48;
const NOTE_WIDTH: u32 = 340;

/// Writes the list.
pub(super) fn write(
    sheet: &mut Worksheet,
    review: &Review,
    places: &Places,
    styles: &mut Styles,
) -> Result<(), XlsxError> {
    let widths = WIDTHS.get(..review.heads.len()).unwrap_or(&WIDTHS);
    set_page(sheet, REVIEW_SHEET, widths)?;
    let last = column(widths.len().saturating_sub(1));
    let width: u16 = widths.iter().map(|width| u16::from(*width)).sum();
    for (row, line) in (0..).zip(&review.lines) {
        let position = usize::try_from(row).unwrap_or(usize::MAX);
        sheet.merge_range(row, 0, row, last, line, &style::review_line(position, review.tone))?;
        fit(sheet, row, [(line.as_str(), width)].into_iter())?;
    }
    if review.items.is_empty() {
        return Ok(());
    }
    let header = header(review);
    for (col, head) in review.heads.iter().enumerate() {
        sheet.write_string_with_format(header, column(col), head, &style::header())?;
    }
    fit(sheet, header, review.heads.iter().map(String::as_str).zip(widths.iter().map(|width| u16::from(*width))))?;
    for (number, item) in review.items.iter().enumerate() {
        write_item(sheet, row_of(review, number), number, item, places, widths, styles)?;
    }
    sheet.set_freeze_panes(header + 1, 0)?;
    sheet.set_repeat_rows(header, header)?;
    sheet.autofilter(header, 0, row_of(review, review.items.len()) - 1, last)?;
    Ok(())
}

fn write_item(
    sheet: &mut Worksheet,
    row: u32,
    number: usize,
    item: &Item,
    places: &Places,
    widths: &[u8],
    styles: &mut Styles,
) -> Result<(), XlsxError> {
    let look = Look::review(Holds::Prose, item.severity);
    let number = f64::from(u32::try_from(number + 1).unwrap_or(u32::MAX));
    sheet.write_number_with_format(row, 0, number, styles.of(Look::review(Holds::Word, item.severity)))?;
    sheet.write_string_with_format(row, 1, &item.level, styles.of(look))?;
    write_place(sheet, row, item, places, look, styles)?;
    let Item { what, found, needed, difference, how, sent, code, since, .. } = item;
    let texts = [what, found, needed, difference, how, sent, code, since].map(String::as_str);
    let beside = || texts.into_iter().zip(widths.iter().skip(BESIDE).map(|width| u16::from(*width)));
    for (col, (text, _)) in beside().enumerate() {
        sheet.write_string_with_format(row, column(col + BESIDE), text, styles.of(look))?;
    }
    fit(sheet, row, beside())
}

/// The cell of the form, as a link where there is one.
fn write_place(
    sheet: &mut Worksheet,
    row: u32,
    item: &Item,
    places: &Places,
    look: Look,
    styles: &mut Styles,
) -> Result<(), XlsxError> {
    match item.spots.iter().find_map(|spot| places.get(spot)) {
        Some((name, at, col)) => {
            let cell = rust_xlsxwriter::utility::row_col_to_cell(*at, *col);
            let link = Url::new(format!("internal:'{name}'!{cell}"));
            let text = format!("{name}!{cell}");
            sheet.write_url_with_options(row, 2, link, text, "", Some(styles.of(look.link())))?;
        }
        None => {
            sheet.write_string_with_format(row, 2, "–", styles.of(look))?;
        }
    }
    Ok(())
}

/// The link from a marked cell's row to the list.
pub(super) fn link_to(review: &Review, mark: &Mark) -> Url {
    Url::new(format!("internal:'{REVIEW_SHEET}'!A{}", row_of(review, mark.item) + 1))
}

/// What a marked cell says when it is pointed at.
pub(super) fn note(mark: &Mark) -> Note {
    let text = mark.notes.join("\n\n");
    let lines: usize = text.lines().map(|line| line.chars().count() / NOTE_LETTERS + 1).sum();
    let height = u32::try_from((lines + 1) * NOTE_LINE).unwrap_or(u32::MAX);
    Note::new(text).add_author_prefix(false).set_width(NOTE_WIDTH).set_height(height)
}

/// The row of the list's heads: below the lines and an empty row.
fn header(review: &Review) -> u32 {
    u32::try_from(review.lines.len() + 1).unwrap_or(u32::MAX)
}

fn row_of(review: &Review, item: usize) -> u32 {
    header(review).saturating_add(1).saturating_add(u32::try_from(item).unwrap_or(u32::MAX))
}
