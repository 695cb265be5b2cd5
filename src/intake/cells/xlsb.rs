//! Excel binary workbooks, streamed; the library tells dates from numbers there, but no other number format.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, SheetVisible, Xlsb, XlsbError};

use super::broken;
use super::collect::Collector;
use super::hidden::Hidden;
use super::xlsx::{EPOCH_1904, cell_value, worksheets};
use crate::model::{CellValue, FileFault, NumberFormat};

type Workbook<'a> = Xlsb<Cursor<&'a [u8]>>;

/// Reads all worksheets.
pub(super) fn read(bytes: &[u8], hidden: &BTreeMap<String, Hidden>, out: &mut Collector<'_>) -> Result<(), FileFault> {
    let mut book: Workbook<'_> = Xlsb::new(Cursor::new(bytes)).map_err(broken)?;
    let epoch = if book.has_1904_epoch() { EPOCH_1904 } else { 0.0 };
    for sheet in worksheets(book.sheets_metadata()) {
        out.sheet(Some(&sheet.name), sheet.visible != SheetVisible::Visible)?;
        out.hide(hidden.get(&sheet.name));
        let mut formulas = formula_texts(&mut book, &sheet.name).map_err(broken)?;
        let mut reader = book.worksheet_cells_reader(&sheet.name).map_err(broken)?;
        while let Some(cell) = reader.next_cell().map_err(broken)? {
            let at = cell.get_position();
            let value = cell_value(Data::from(cell.get_value().clone()), epoch);
            out.push(at, value, NumberFormat::General, formulas.remove(&at).is_some())?;
        }
        for (at, text) in formulas {
            out.push(at, CellValue::Uncomputed(text), NumberFormat::General, true)?;
        }
    }
    Ok(())
}

fn formula_texts(book: &mut Workbook<'_>, sheet: &str) -> Result<BTreeMap<(u32, u32), String>, XlsbError> {
    let mut reader = book.worksheet_cells_reader(sheet)?;
    let mut texts = BTreeMap::new();
    while let Some(cell) = reader.next_formula()? {
        texts.insert(cell.get_position(), cell.get_value().clone());
    }
    Ok(texts)
}
