//! Whose form a workbook is, by its own cells and not by its name.

use crate::model::{Address, Cell, CellValue, FileCells, SheetCells};
use crate::report::form::{INFO_SHEET, OFFICE_LABEL};

/// The office id that the sheet "Thông tin" of a form bears; `None` where it bears none, or several.
pub fn office_of(cells: &FileCells) -> Option<&str> {
    let sheets = cells.sheets.iter().filter(|sheet| sheet.name.as_deref() == Some(INFO_SHEET));
    let ids: Vec<&str> = sheets.flat_map(ids).collect();
    match ids.as_slice() {
        [one] => Some(one),
        _ => None,
    }
}

fn ids(sheet: &SheetCells) -> impl Iterator<Item = &str> {
    let labels = sheet.cells.iter().filter(|cell| text(cell) == Some(OFFICE_LABEL));
    labels.filter_map(|label| {
        let beside = Address::new(label.at.row, label.at.col + 1);
        text(sheet.cells.iter().find(|cell| cell.at == beside)?)
    })
}

fn text(cell: &Cell) -> Option<&str> {
    match &cell.value {
        CellValue::Text(text) => Some(text.trim()),
        _ => None,
    }
}
