//! A row of a sheet as one line of text, with the place of one cell in it.

use std::ops::Range;

use chrono::{Days, NaiveDate};

use super::table::{clip, one_line};
use crate::model::{Address, Cell, CellValue, FileContent, InputFile, Number, NumberFormat, SheetCells, Source};
use crate::pipeline::{Inputs, RoundFiles};
use crate::text::Catalog;

/// Between two cells of a row.
const SEPARATOR: &str = " │ ";
/// Widest that a cell is shown, in columns; the marked one is shown wider.
const WIDEST: usize = 28;
const WIDEST_MARKED: usize = 60;

/// The sheet that a source lies in.
pub(crate) fn sheet<'a>(inputs: &'a Inputs, source: &Source) -> Option<&'a SheetCells> {
    let file: &InputFile = inputs.rounds.values().flat_map(RoundFiles::all).find(|file| file.path == source.file)?;
    match &file.content {
        FileContent::Cells(cells) => cells.sheets.iter().find(|sheet| sheet.name == source.sheet),
        FileContent::Fault(_) => None,
    }
}

/// What a cell says, as it is shown in its sheet.
pub(crate) fn said(inputs: &Inputs, source: &Source) -> Option<String> {
    let at = source.cell?;
    sheet(inputs, source)?.cells.iter().find(|cell| cell.at == at).map(shown)
}

/// The row around a cell as one line, and where in it the cell stands. An empty cell is shown by the word for it.
pub(crate) fn line(sheet: &SheetCells, at: Address, catalog: &Catalog) -> (String, Range<usize>) {
    let row: Vec<&Cell> = sheet.cells.iter().filter(|cell| cell.at.row == at.row).collect();
    let mut texts: Vec<(u32, String)> =
        row.iter().map(|cell| (cell.at.col, clip(&shown(cell), widest(cell.at == at)))).collect();
    if row.iter().all(|cell| cell.at != at) {
        texts.push((at.col, catalog.get("cell-empty")));
        texts.sort();
    }
    let mut line = String::new();
    let mut mark = 0..0;
    for (column, text) in texts {
        if !line.is_empty() {
            line += SEPARATOR;
        }
        let start = line.len();
        line += &text;
        if column == at.col {
            mark = start..line.len();
        }
    }
    (line, mark)
}

fn widest(marked: bool) -> usize {
    if marked { WIDEST_MARKED } else { WIDEST }
}

fn shown(cell: &Cell) -> String {
    match &cell.value {
        CellValue::Text(text) | CellValue::Error(text) | CellValue::Uncomputed(text) => one_line(text),
        CellValue::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        CellValue::Date(serial) => date(*serial).unwrap_or_else(|| decimal(*serial)),
        CellValue::Number(value) if cell.format == NumberFormat::Percent => decimal(value * 100.0) + "%",
        CellValue::Number(value) => decimal(*value),
    }
}

fn decimal(value: f64) -> String {
    Number::from_f64(value).map_or_else(|| value.to_string(), |number| number.to_string().replace('.', ","))
}

/// An Excel serial day, counted from 30/12/1899, as dd/mm/yyyy.
fn date(serial: f64) -> Option<String> {
    let whole = Number::from_f64(serial)?.floor(0).to_string();
    let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(whole.parse().ok()?))?;
    Some(day.format("%d/%m/%Y").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn cell(col: u32, value: CellValue, format: NumberFormat) -> Cell {
        Cell { at: Address::new(6, col), value, format, formula: false }
    }

    #[test]
    fn a_row_is_shown_as_in_the_sheet_with_its_cell_marked() {
        let sheet = SheetCells {
            name: None,
            hidden: false,
            cells: vec![
                cell(0, CellValue::Text("Tỷ lệ".to_owned()), NumberFormat::General),
                cell(1, CellValue::Number(0.975), NumberFormat::Percent),
                cell(4, CellValue::Date(45996.0), NumberFormat::Date),
            ],
        };
        let catalog = Catalog::new(Lang::Vi);
        let at = |col| {
            let (line, mark) = line(&sheet, Address::new(6, col), &catalog);
            line.get(mark).map(str::to_owned).map(|marked| (line, marked))
        };
        assert_eq!(at(1), Some(("Tỷ lệ │ 97,5% │ 05/12/2025".to_owned(), "97,5%".to_owned())));
        assert_eq!(at(2), Some(("Tỷ lệ │ 97,5% │ (trống) │ 05/12/2025".to_owned(), "(trống)".to_owned())));
    }
}
