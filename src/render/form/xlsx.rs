//! A form as a workbook: four sheets, ready to print on A4.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, IgnoreError, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::live::{self, Figures};
use super::{FormError, guidance, style};
use crate::report::form::{Cell, Form, Holds, INFO_SHEET, Row, Subject, Table, Value};

const A4: u8 = 9;
const GUIDE_SHEET: &str = "Hướng dẫn";
const GUIDE_WIDTH: u8 = 100;
const LABEL_WIDTH: u8 = 24;
const VALUE_WIDTH: u8 = 56;
/// A table wider than this is printed landscape.
const PORTRAIT_WIDTH: u32 = 110;

/// The form as a workbook. Equal forms give equal bytes.
pub fn xlsx(form: &Form<'_>) -> Result<Vec<u8>, FormError> {
    let mut workbook = Workbook::new();
    // The day of making the file would differ at every run.
    let made = excel_date(form.period.from)?;
    workbook.set_properties(&DocProperties::new().set_title(&form.title).set_creation_datetime(&made));
    write_info(workbook.add_worksheet(), form)?;
    for table in &form.tables {
        write_table(workbook.add_worksheet(), form, table)?;
    }
    write_guide(workbook.add_worksheet(), form)?;
    Ok(workbook.save_to_buffer()?)
}

fn write_info(sheet: &mut Worksheet, form: &Form<'_>) -> Result<(), XlsxError> {
    set_page(sheet, INFO_SHEET, &[LABEL_WIDTH, VALUE_WIDTH])?;
    let mut row = write_head(sheet, &form.head(&form.title), 1)?;
    for (label, cell) in &form.info {
        sheet.write_string_with_format(row, 0, *label, &style::label())?;
        write_cell(sheet, row, 1, cell, &style::labelled(cell))?;
        row += 1;
    }
    row += 1;
    for hint in form.hints {
        sheet.merge_range(row, 0, row, 1, hint, &style::hint())?;
        fit(sheet, row, [(*hint, LABEL_WIDTH + VALUE_WIDTH)].into_iter())?;
        row += 1;
    }
    protect(sheet);
    Ok(())
}

/// "Hướng dẫn": how to write figures, and what must hold between them.
fn write_guide(sheet: &mut Worksheet, form: &Form<'_>) -> Result<(), XlsxError> {
    set_page(sheet, GUIDE_SHEET, &[GUIDE_WIDTH])?;
    sheet.write_string_with_format(0, 0, "HƯỚNG DẪN ĐIỀN BIỂU", &style::heading(0))?;
    let rules = form.checks.iter().map(|check| check.name);
    let heading = (!form.checks.is_empty()).then_some("Những điều phải khớp trong trang Số liệu:");
    let lines = form.hints.iter().copied().chain(heading).chain(rules);
    for (row, line) in (2..).zip(lines) {
        let format = if Some(line) == heading { style::text().set_bold() } else { style::hint() };
        sheet.write_string_with_format(row, 0, line, &format)?;
        fit(sheet, row, [(line, GUIDE_WIDTH)].into_iter())?;
    }
    protect(sheet);
    Ok(())
}

/// Keeps what the form prints as it is, without a password: columns and rows can be sized, rows sorted and filtered.
fn protect(sheet: &mut Worksheet) {
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    });
}

fn write_table(sheet: &mut Worksheet, form: &Form<'_>, table: &Table<'_>) -> Result<(), XlsxError> {
    let widths: Vec<u8> = table.columns.iter().map(|column| column.width).collect();
    set_page(sheet, table.sheet, &widths)?;
    let last = column(table.columns.len().saturating_sub(1));
    let header = write_head(sheet, &table.head(form), last)?;
    for (col, head) in table.columns.iter().enumerate() {
        sheet.write_string_with_format(header, column(col), head.head, &style::header())?;
    }
    let mut at = header;
    let mut figures = BTreeMap::new();
    for row in &table.rows {
        at += 1;
        if let Subject::Figure(element) = row.subject {
            figures.insert(element.id.clone(), at);
        }
        write_row(sheet, at, row, table.columns.len())?;
        fit(sheet, at, row.cells.iter().zip(&widths).filter_map(|(cell, width)| Some((written(cell)?, *width))))?;
    }
    sheet.set_freeze_panes(header + 1, 0)?;
    sheet.set_repeat_rows(header, header)?;
    let column_of = |name: &str| table.columns.iter().position(|known| known.head == name).map(column);
    if let (Some(previous), Some(period)) = (column_of("Kỳ trước"), column_of("Kỳ này")) {
        live::add(sheet, &form.checks, &Figures { rows: figures, previous, period })?;
    }
    // All of "Thuyết minh" stays open: an office may add rows there.
    if !table.rows.iter().any(|row| matches!(row.subject, Subject::Section(_))) {
        protect(sheet);
    }
    // Numbers of rows such as 1.1 are texts on purpose.
    sheet.ignore_error_range(header, 0, at, last, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

/// Writes the lines above a table; gives back the row after them and an empty one.
fn write_head(sheet: &mut Worksheet, lines: &[String], last_column: u16) -> Result<u32, XlsxError> {
    let mut row = 0;
    for (position, line) in lines.iter().enumerate() {
        sheet.merge_range(row, 0, row, last_column, line, &style::heading(position))?;
        row += 1;
    }
    Ok(row + 1)
}

fn write_row(sheet: &mut Worksheet, at: u32, row: &Row<'_>, columns: usize) -> Result<(), XlsxError> {
    let grouping = matches!(row.subject, Subject::Group(_));
    for (col, cell) in row.cells.iter().enumerate() {
        let format = if grouping { style::group(Some(cell)) } else { style::cell(cell) };
        write_cell(sheet, at, column(col), cell, &format)?;
    }
    for col in row.cells.len()..columns {
        // Open, so that a block of figures can be pasted over it.
        sheet.write_blank(at, column(col), &style::group(None).set_unlocked())?;
    }
    Ok(())
}

fn write_cell(sheet: &mut Worksheet, row: u32, col: u16, cell: &Cell, format: &Format) -> Result<(), XlsxError> {
    match &cell.value {
        Value::Blank => sheet.write_blank(row, col, format)?,
        Value::Number(number) => sheet.write_number_with_format(row, col, number.to_f64(), format)?,
        Value::Date(day) => sheet.write_datetime_with_format(row, col, excel_date(*day)?, format)?,
        Value::Text(text) => sheet.write_string_with_format(row, col, text, format)?,
    };
    if cell.entry { guidance::guide(sheet, row, col, cell) } else { Ok(()) }
}

fn written(cell: &Cell) -> Option<&str> {
    match &cell.value {
        Value::Text(text) if cell.holds != Holds::Code => Some(text),
        _ => None,
    }
}

fn fit<'a>(sheet: &mut Worksheet, row: u32, texts: impl Iterator<Item = (&'a str, u8)>) -> Result<(), XlsxError> {
    if let Some(height) = style::height(texts) {
        sheet.set_row_height(row, height)?;
    }
    Ok(())
}

fn set_page(sheet: &mut Worksheet, name: &str, widths: &[u8]) -> Result<(), XlsxError> {
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

fn excel_date(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let part = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
    ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or(0), part(day.month()), part(day.day()))
}

/// A sheet's columns are counted in 16 bits; a form has nine.
fn column(position: usize) -> u16 {
    u16::try_from(position).unwrap_or(u16::MAX)
}
