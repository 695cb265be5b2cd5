//! A form as a workbook: its four sheets, ready to print on A4; before them what is to be mended, in one sent back.

use std::collections::BTreeMap;

use rust_xlsxwriter::{DocProperties, Format, Formula, IgnoreError, Workbook, Worksheet, XlsxError};

use super::live::{self, Figures};
use super::review::{self, Places};
use super::sheet::{column, excel_date, fit, protect, set_page, write_head};
use super::style::{Look, Styles};
use super::{FormError, guidance, style};
use crate::report::form::{Cell, Form, Holds, INFO_SHEET, Mark, Review, Row, Spot, Subject, Table, Value};

const GUIDE_SHEET: &str = "Hướng dẫn";
const GUIDE_WIDTH: u8 = 100;
const LABEL_WIDTH: u8 = 24;
const VALUE_WIDTH: u8 = 56;

/// The form as a workbook. Equal forms give equal bytes.
pub fn xlsx(form: &Form<'_>) -> Result<Vec<u8>, FormError> {
    let mut workbook = Workbook::new();
    // The day of making the file would differ at every run.
    let made = excel_date(form.period.from)?;
    workbook.set_properties(&DocProperties::new().set_title(&form.title).set_creation_datetime(&made));
    let (mut places, mut styles) = (Places::new(), Styles::default());
    write_info(workbook.add_worksheet(), form, &mut places, &mut styles)?;
    for table in &form.tables {
        write_table(workbook.add_worksheet(), form, table, &mut places, &mut styles)?;
    }
    write_guide(workbook.add_worksheet(), form)?;
    if let Some(review) = &form.review {
        review::write(workbook.add_worksheet(), review, &places, &mut styles)?;
        workbook.worksheets_mut().rotate_right(1);
    }
    Ok(workbook.save_to_buffer()?)
}

fn write_info(
    sheet: &mut Worksheet,
    form: &Form<'_>,
    places: &mut Places,
    styles: &mut Styles,
) -> Result<(), XlsxError> {
    set_page(sheet, INFO_SHEET, &[LABEL_WIDTH, VALUE_WIDTH])?;
    let mut row = write_head(sheet, &form.head(&form.title), 1)?;
    guidance::guide(sheet, row, 1, form.info.iter().map(|(_, cell)| Some(cell)))?;
    for (label, cell) in &form.info {
        match (&form.review, &cell.mark) {
            (Some(review), Some(mark)) => link(sheet, (row, 0), label, review, mark, Look::label(), styles)?,
            _ => sheet.write_string_with_format(row, 0, *label, styles.of(Look::label())).map(|_| ())?,
        }
        places.insert(Spot::Info(label), (INFO_SHEET, row, 1));
        write_cell(sheet, row, 1, cell, styles.of(Look::labelled(cell)))?;
        row += 1;
    }
    row += 1;
    for hint in form.hints {
        sheet.merge_range(row, 0, row, 1, hint, &style::hint())?;
        fit(sheet, row, [(*hint, u16::from(LABEL_WIDTH + VALUE_WIDTH))].into_iter())?;
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
        fit(sheet, row, [(line, u16::from(GUIDE_WIDTH))].into_iter())?;
    }
    protect(sheet);
    Ok(())
}

fn write_table(
    sheet: &mut Worksheet,
    form: &Form<'_>,
    table: &Table<'_>,
    places: &mut Places,
    styles: &mut Styles,
) -> Result<(), XlsxError> {
    let widths: Vec<u8> = table.columns.iter().map(|column| column.width).collect();
    set_page(sheet, table.sheet, &widths)?;
    let last = column(table.columns.len().saturating_sub(1));
    let header = write_head(sheet, &table.head(form), last)?;
    for (col, head) in table.columns.iter().enumerate() {
        sheet.write_string_with_format(header, column(col), head.head, &style::header())?;
    }
    // A computed row with nothing to compute from shows nothing, where the library would store 0.
    sheet.set_formula_result_default("");
    let figures = figures(table, header + 1);
    let mut at = header;
    for row in &table.rows {
        at += 1;
        write_row(sheet, at, row, table, form.review.as_ref(), figures.as_ref(), styles)?;
        for (col, head) in table.columns.iter().enumerate() {
            places.extend(Spot::of(&row.subject, head.head).map(|spot| (spot, (table.sheet, at, column(col)))));
        }
        let texts = row.cells.iter().zip(&widths);
        fit(sheet, at, texts.filter_map(|(cell, width)| Some((written(cell)?, u16::from(*width)))))?;
    }
    for col in 0..table.columns.len() {
        guidance::guide(sheet, header + 1, column(col), table.rows.iter().map(|row| row.cells.get(col)))?;
    }
    sheet.set_freeze_panes(header + 1, 0)?;
    sheet.set_repeat_rows(header, header)?;
    if let Some(figures) = &figures {
        live::add(sheet, &form.checks, figures)?;
    }
    // All of "Thuyết minh" stays open: an office may add rows there.
    if !table.rows.iter().any(|row| matches!(row.subject, Subject::Section(_))) {
        protect(sheet);
    }
    // Numbers of rows such as 1.1 are texts on purpose.
    sheet.ignore_error_range(header, 0, at, last, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

/// Where the figures stand, in the table that has them, from this row on.
fn figures(table: &Table<'_>, first: u32) -> Option<Figures> {
    let column_of = |name: &str| table.columns.iter().position(|known| known.head == name).map(column);
    let rows = (first..).zip(&table.rows).filter_map(|(at, row)| match row.subject {
        Subject::Figure(element) => Some((element.id.clone(), (at, element.flow))),
        _ => None,
    });
    Some(Figures {
        previous: column_of("Kỳ trước")?,
        period: column_of("Kỳ này")?,
        cumulative: column_of("Lũy kế")?,
        rows: rows.collect::<BTreeMap<_, _>>(),
    })
}

fn write_row(
    sheet: &mut Worksheet,
    at: u32,
    row: &Row<'_>,
    table: &Table<'_>,
    review: Option<&Review>,
    figures: Option<&Figures>,
    styles: &mut Styles,
) -> Result<(), XlsxError> {
    let grouping = matches!(row.subject, Subject::Group(_));
    let mark = row.cells.iter().filter_map(|cell| cell.mark.as_ref()).min_by_key(|mark| mark.item);
    let name = row.cells.iter().position(|cell| !cell.entry && cell.holds != Holds::Code);
    for (position, cell) in row.cells.iter().enumerate() {
        let (col, look) = (column(position), if grouping { Look::group(Some(cell)) } else { Look::cell(cell) });
        match (&cell.value, review, mark, figures) {
            (Value::Text(text), Some(review), Some(mark), _) if name == Some(position) => {
                link(sheet, (at, col), text, review, mark, look, styles)?;
            }
            (Value::Computed(expr, result), .., Some(figures)) => {
                let result = result.as_ref().map(|number| number.to_f64().to_string()).unwrap_or_default();
                let formula = Formula::new(figures.computed(expr, col).unwrap_or_default()).set_result(result);
                sheet.write_formula_with_format(at, col, formula, styles.of(look))?;
            }
            _ => write_cell(sheet, at, col, cell, styles.of(look))?,
        }
    }
    for col in row.cells.len()..table.columns.len() {
        sheet.write_blank(at, column(col), styles.of(Look::group(None)))?;
    }
    Ok(())
}

/// The name of a row with something wrong in it, which leads to what is wrong.
fn link(
    sheet: &mut Worksheet,
    (row, col): (u32, u16),
    text: &str,
    review: &Review,
    mark: &Mark,
    look: Look,
    styles: &mut Styles,
) -> Result<(), XlsxError> {
    let format = styles.of(look.leading_to(mark.severity));
    sheet.write_url_with_options(row, col, review::link_to(review, mark), text, "", Some(format))?;
    Ok(())
}

fn write_cell(sheet: &mut Worksheet, row: u32, col: u16, cell: &Cell, format: &Format) -> Result<(), XlsxError> {
    match &cell.value {
        // Only a table of figures has formulas, and it has their cells.
        Value::Blank | Value::Computed(..) => sheet.write_blank(row, col, format)?,
        Value::Number(number) => sheet.write_number_with_format(row, col, number.to_f64(), format)?,
        Value::Date(day) => sheet.write_datetime_with_format(row, col, excel_date(*day)?, format)?,
        Value::Text(text) => sheet.write_string_with_format(row, col, text, format)?,
    };
    if let Some(mark) = &cell.mark {
        sheet.insert_note(row, col, &review::note(mark))?;
    }
    Ok(())
}

fn written(cell: &Cell) -> Option<&str> {
    match &cell.value {
        Value::Text(text) if cell.holds != Holds::Code => Some(text),
        _ => None,
    }
}
