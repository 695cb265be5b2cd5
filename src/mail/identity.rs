//! Whose form a workbook is, and what it says, by its own cells and not by its name or bytes.

use crate::digest::sha256;
use crate::model::{Address, Cell, CellValue, FileCells, SheetCells};
use crate::report::form::{INFO_SHEET, OFFICE_LABEL, PLAN_LABEL};

/// The office id that the sheet "Thông tin" of a form bears; `None` where it bears none, or several.
pub fn office_of(cells: &FileCells) -> Option<&str> {
    let sheets = cells.sheets.iter().filter(|sheet| sheet.name.as_deref() == Some(INFO_SHEET));
    let ids: Vec<&str> = sheets.flat_map(ids).collect();
    match ids.as_slice() {
        [one] => Some(one),
        _ => None,
    }
}

/// SHA-256 of all that a form says but for the plan it was made with: made again it is the same form as long as an office
/// reads the same in it.
pub fn said_by(cells: &FileCells) -> String {
    let said = cells.sheets.iter().flat_map(|sheet| {
        let name = sheet.name.as_deref().unwrap_or_default();
        let plan = sheet.cells.iter().find(|cell| name == INFO_SHEET && text(cell) == Some(PLAN_LABEL));
        let told = sheet.cells.iter().filter(move |cell| plan.is_none_or(|plan| plan.at.row != cell.at.row));
        told.map(move |cell| format!("{name}!{} {}", cell.at, spelled(&cell.value)))
    });
    sha256(said.collect::<Vec<_>>().join("\n"))
}

fn ids(sheet: &SheetCells) -> impl Iterator<Item = &str> {
    let labels = sheet.cells.iter().filter(|cell| text(cell) == Some(OFFICE_LABEL));
    labels.filter_map(|label| {
        let beside = Address::new(label.at.row, label.at.col + 1);
        text(sheet.cells.iter().find(|cell| cell.at == beside)?)
    })
}

fn spelled(value: &CellValue) -> String {
    match value {
        CellValue::Text(text) | CellValue::Error(text) | CellValue::Uncomputed(text) => text.clone(),
        CellValue::Number(number) | CellValue::Date(number) => number.to_string(),
        CellValue::Bool(bool) => bool.to_string(),
    }
}

fn text(cell: &Cell) -> Option<&str> {
    match &cell.value {
        CellValue::Text(text) => Some(text.trim()),
        _ => None,
    }
}
