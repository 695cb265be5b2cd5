//! Documents as Excel workbooks: a sheet for each part that asks for one.

mod cell;
mod chart;
mod conditions;
mod fit;
mod formula;
mod layout;
mod page;
mod rate;
mod runs;
mod sheet;
mod style;
mod table;
#[cfg(test)]
mod tests;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use super::RenderError;
use crate::report::document::Document;
use layout::Layout;
use style::Styles;

/// Sheets with more rows stay out of memory while they are written: a city's lists have 136 000 rows of ten cells, and the
/// whole run has 250 MB. The writer then parks finished rows in a nameless temporary file that nothing else can see.
const MOST_ROWS_IN_MEMORY: u32 = 5_000;

/// Of 1 to 9: saving a commune's workbooks takes a fifth fewer instructions than at 4, for files a tenth larger.
const COMPRESSION: u8 = 2;

/// Height and width in pixels that an unformatted row and column have in the workbook's font.
const DEFAULT_CELL: (u32, u32) = (21, 64);

/// The workbook of a document; equal documents give equal bytes.
pub fn render(document: &Document) -> Result<Vec<u8>, RenderError> {
    let layout = Layout::of(document)?;
    let mut styles = Styles::default();
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(document)?);
    workbook.set_default_format(styles.base(), DEFAULT_CELL.0, DEFAULT_CELL.1)?;
    workbook.set_zip_compression_level(COMPRESSION);
    for (position, sheet) in layout.sheets.iter().enumerate() {
        let large = sheet.rows > MOST_ROWS_IN_MEMORY;
        let worksheet = if large { workbook.add_worksheet_with_low_memory()? } else { workbook.add_worksheet() };
        sheet::write(worksheet, position, sheet, &layout, &mut styles)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// The writer would otherwise put the moment of writing into the file.
fn properties(document: &Document) -> Result<DocProperties, RenderError> {
    let created = ExcelDateTime::from_ymd(2025, 1, 1)?;
    Ok(DocProperties::new().set_title(&document.title).set_creation_datetime(&created))
}
