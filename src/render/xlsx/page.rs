//! How a sheet is printed and scrolled: paper, margins, page numbers, heads that stay.

use rust_xlsxwriter::XlsxError;

use super::layout;
use super::sheet::Writer;
use super::style::Look;
use crate::report::document::{Column, Place};

/// A header further down than this stays where it is: frozen, it would leave no room to scroll in.
const LAST_FROZEN_ROW: u32 = 8;

/// Margins of an official letter (Decree 30/2020/NĐ-CP), in inches: 30, 15, 20, 20 mm, and 10 mm for header and footer.
const MARGINS: [f64; 6] = [30.0 / 25.4, 15.0 / 25.4, 20.0 / 25.4, 20.0 / 25.4, 10.0 / 25.4, 10.0 / 25.4];

/// Number of the paper size A4.
const A4: u8 = 9;

/// Sets up the sheet before its first cell is written.
pub(super) fn set_up(writer: &mut Writer<'_>) -> Result<(), XlsxError> {
    print(writer)?;
    freeze(writer)?;
    breaks(writer)?;
    columns(writer)
}

fn print(writer: &mut Writer<'_>) -> Result<(), XlsxError> {
    let [left, right, top, bottom, header, footer] = MARGINS;
    let lines = writer.is_list();
    writer
        .worksheet
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_print_first_page_number(1)
        .set_print_area(0, 0, writer.sheet.rows.saturating_sub(1), writer.sheet.columns.saturating_sub(1))?
        .set_margins(left, right, top, bottom, header, footer)
        .set_header("&C&\"Times New Roman,Regular\"&13&P")
        .set_screen_gridlines(lines)
        .set_print_gridlines(lines);
    if writer.sheet.part.place != Place::Text {
        writer.worksheet.set_landscape();
    }
    if let Some(footer) = &writer.layout.document.footer {
        writer.worksheet.set_footer(format!("&L&\"Times New Roman,Regular\"&9{}", footer.replace('&', "&&")));
    }
    Ok(())
}

/// The head of the only table stays in sight, on screen and on every printed page.
fn freeze(writer: &mut Writer<'_>) -> Result<(), XlsxError> {
    let mut tables = writer.sheet.tables();
    if let (Some((header, _)), None) = (tables.next(), tables.next()) {
        writer.worksheet.set_repeat_rows(header, header)?;
        if header <= LAST_FROZEN_ROW {
            writer.worksheet.set_freeze_panes(header + 1, 0)?;
        }
    }
    Ok(())
}

/// A drawing stays on one page with its heading and its table; the first stands with what is above it.
fn breaks(writer: &mut Writer<'_>) -> Result<(), XlsxError> {
    let breaks: Vec<u32> = writer.sheet.drawn_under().into_iter().skip(1).collect();
    writer.worksheet.set_page_breaks(&breaks)?;
    Ok(())
}

fn columns(writer: &mut Writer<'_>) -> Result<(), XlsxError> {
    for (column, width) in (0..).zip(&writer.widths) {
        writer.worksheet.set_column_width(column, *width)?;
    }
    if writer.is_list() {
        for table in layout::tables(writer.sheet.part) {
            for (column, Column { align, .. }) in (0..).zip(&table.columns) {
                let format = writer.styles.of(Look::listed(*align));
                writer.worksheet.set_column_format(column, format)?;
            }
        }
    }
    Ok(())
}
