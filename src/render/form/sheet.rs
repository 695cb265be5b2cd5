//! What the sheets of a form have in common: page, protection, the lines above, days.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ExcelDateTime, ProtectionOptions, Worksheet, XlsxError};

use super::style;

const A4: u8 = 9;
/// A table wider than this is printed landscape.
const PORTRAIT_WIDTH: u32 = 110;

/// Names a sheet, sets its columns' widths and how it is printed.
pub(super) fn set_page(sheet: &mut Worksheet, name: &str, widths: &[u8]) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    for (col, width) in widths.iter().enumerate() {
        sheet.set_column_width(column(col), f64::from(*width))?;
    }
    if widths.iter().map(|width| u32::from(*width)).sum::<u32>() > PORTRAIT_WIDTH {
        sheet.set_landscape();
    }
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    sheet.set_margins(0.6, 0.5, 0.6, 0.6, 0.3, 0.3).set_footer("&C&\"Times New Roman\"&10Trang &P/&N");
    Ok(())
}

/// Keeps what the form prints as it is, without a password: columns and rows can be sized, rows sorted and filtered.
pub(super) fn protect(sheet: &mut Worksheet) {
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    });
}

/// Writes the lines above a table; gives back the row after them and an empty one.
pub(super) fn write_head(sheet: &mut Worksheet, lines: &[String], last_column: u16) -> Result<u32, XlsxError> {
    let mut row = 0;
    for (position, line) in lines.iter().enumerate() {
        sheet.merge_range(row, 0, row, last_column, line, &style::heading(position))?;
        row += 1;
    }
    Ok(row + 1)
}

/// Makes a row high enough for its texts, given with the widths of their columns.
pub(super) fn fit<'a>(
    sheet: &mut Worksheet,
    row: u32,
    texts: impl Iterator<Item = (&'a str, u16)>,
) -> Result<(), XlsxError> {
    if let Some(height) = style::height(texts) {
        sheet.set_row_height(row, height)?;
    }
    Ok(())
}

/// A day as spreadsheets count it.
pub(super) fn excel_date(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let part = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
    ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or(0), part(day.month()), part(day.day()))
}

/// A sheet's columns are counted in 16 bits; a form has a dozen at most.
pub(super) fn column(position: usize) -> u16 {
    u16::try_from(position).unwrap_or(u16::MAX)
}
