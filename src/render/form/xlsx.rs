//! A form as a workbook: its four sheets, ready to print on A4; before them what is to be mended, in one sent back.

use std::collections::BTreeMap;

use rust_xlsxwriter::{DocProperties, Format, Formula, IgnoreError, Workbook, Worksheet, XlsxError};

use super::live::{self, Figures};
use super::review::{self, Places};
use super::sheet::{column, excel_date, fit, protect, set_page, write_head};
use super::style::{Look, Styles};
use super::{FormError, guidance, mended, style};
use crate::report::form::{
    CUMULATIVE, Cell, Form, Holds, INFO_SHEET, Mark, PERIOD, PREVIOUS, Row, Spot, Subject, Table, Value,
};

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
    let mut writer = Writer { form, places: Places::new(), styles: Styles::default() };
    writer.info(workbook.add_worksheet())?;
    for table in &form.tables {
        writer.table(workbook.add_worksheet(), table)?;
    }
    write_guide(workbook.add_worksheet(), form)?;
    if let Some(review) = &form.review {
        review::write(workbook.add_worksheet(), review, &writer.places, &mut writer.styles)?;
        workbook.worksheets_mut().rotate_right(1);
    }
    Ok(workbook.save_to_buffer()?)
}

/// Writes a form's sheets, and remembers where its cells stand.
struct Writer<'a> {
    form: &'a Form<'a>,
    places: Places,
    styles: Styles,
}

impl Writer<'_> {
    fn info(&mut self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let form = self.form;
        set_page(sheet, INFO_SHEET, &[LABEL_WIDTH, VALUE_WIDTH])?;
        let mut row = write_head(sheet, &form.head(&form.title), 1)?;
        guidance::guide(sheet, row, 1, form.info.iter().map(|(_, cell)| Some(cell)))?;
        for (label, cell) in &form.info {
            self.name(sheet, (row, 0), label, Look::label(), cell.mark.as_ref())?;
            self.places.insert(Spot::Info(label), (INFO_SHEET, row, 1));
            write_cell(sheet, row, 1, cell, self.styles.of(Look::labelled(cell)))?;
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

    fn table(&mut self, sheet: &mut Worksheet, table: &Table<'_>) -> Result<(), XlsxError> {
        let widths: Vec<u8> = table.columns.iter().map(|column| column.width).collect();
        set_page(sheet, table.sheet, &widths)?;
        let last = column(table.columns.len().saturating_sub(1));
        let header = write_head(sheet, &table.head(self.form), last)?;
        for (col, head) in table.columns.iter().enumerate() {
            sheet.write_string_with_format(header, column(col), head.head, &style::header())?;
            guidance::guide(sheet, header + 1, column(col), table.rows.iter().map(|row| row.cells.get(col)))?;
        }
        // A computed row with nothing to compute from shows nothing, where the library would store 0.
        sheet.set_formula_result_default("");
        let figures = figures(table, header + 1);
        for (at, row) in (header + 1..).zip(&table.rows) {
            self.row(sheet, at, row, table, figures.as_ref())?;
            let texts = row.cells.iter().zip(&widths);
            fit(sheet, at, texts.filter_map(|(cell, width)| Some((written(cell)?, u16::from(*width)))))?;
        }
        sheet.set_freeze_panes(header + 1, 0)?;
        sheet.set_repeat_rows(header, header)?;
        if let Some(figures) = &figures {
            live::add(sheet, &self.form.checks, figures)?;
        }
        mended::add(sheet, header + 1, &table.rows)?;
        // All of "Thuyết minh" stays open: an office may add rows there.
        if !table.rows.iter().any(|row| matches!(row.subject, Subject::Section(_))) {
            protect(sheet);
        }
        // Numbers of rows such as 1.1 are texts on purpose.
        let end = header + u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
        sheet.ignore_error_range(header, 0, end, last, IgnoreError::NumberStoredAsText)?;
        Ok(())
    }

    fn row(
        &mut self,
        sheet: &mut Worksheet,
        at: u32,
        row: &Row<'_>,
        table: &Table<'_>,
        figures: Option<&Figures>,
    ) -> Result<(), XlsxError> {
        let grouping = matches!(row.subject, Subject::Group(_));
        let mark = row.cells.iter().filter_map(|cell| cell.mark.as_ref()).min_by_key(|mark| mark.item);
        let name = row.cells.iter().position(|cell| !cell.entry && cell.holds != Holds::Code);
        for (position, (cell, head)) in row.cells.iter().zip(table.columns).enumerate() {
            let (col, look) = (column(position), if grouping { Look::group(Some(cell)) } else { Look::cell(cell) });
            match (&cell.value, figures) {
                (Value::Text(text), _) if name == Some(position) => self.name(sheet, (at, col), text, look, mark)?,
                (Value::Computed(expr, result), Some(figures)) => {
                    let result = result.as_ref().map(|number| number.to_f64().to_string()).unwrap_or_default();
                    let formula = Formula::new(figures.computed(expr, col).unwrap_or_default()).set_result(result);
                    sheet.write_formula_with_format(at, col, formula, self.styles.of(look))?;
                }
                _ => write_cell(sheet, at, col, cell, self.styles.of(look))?,
            }
            self.places.extend(Spot::of(&row.subject, head.head).map(|spot| (spot, (table.sheet, at, col))));
        }
        for col in row.cells.len()..table.columns.len() {
            sheet.write_blank(at, column(col), self.styles.of(Look::group(None)))?;
        }
        Ok(())
    }

    /// The name of a row; where something in the row is wrong, it leads to what is.
    fn name(
        &mut self,
        sheet: &mut Worksheet,
        (row, col): (u32, u16),
        text: &str,
        look: Look,
        mark: Option<&Mark>,
    ) -> Result<(), XlsxError> {
        if let (Some(review), Some(mark)) = (&self.form.review, mark) {
            let format = self.styles.of(look.leading_to(mark.severity));
            sheet.write_url_with_options(row, col, review::link_to(review, mark), text, "", Some(format))?;
        } else {
            sheet.write_string_with_format(row, col, text, self.styles.of(look))?;
        }
        Ok(())
    }
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

/// Where the figures stand, in the table that has them, from this row on.
fn figures(table: &Table<'_>, first: u32) -> Option<Figures> {
    let column_of = |name: &str| table.columns.iter().position(|known| known.head == name).map(column);
    let rows = (first..).zip(&table.rows).filter_map(|(at, row)| match row.subject {
        Subject::Figure(element) => Some((element.id.clone(), (at, element.flow))),
        _ => None,
    });
    Some(Figures {
        previous: column_of(PREVIOUS)?,
        period: column_of(PERIOD)?,
        cumulative: column_of(CUMULATIVE)?,
        rows: rows.collect::<BTreeMap<_, _>>(),
    })
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
