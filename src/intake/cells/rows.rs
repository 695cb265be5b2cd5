//! Any file as rows of texts, handed over one after the other: for lists too long to be kept as cells.

use chrono::{Days, NaiveDate};

use super::{FileContent, Limits, sniff, xlsx_rows};
use crate::model::{Cell, CellValue, FileFault, NumberFormat};

/// A row's cells in order of column, which counts from zero.
pub type RowCells<'r> = [(u32, &'r str)];

/// Takes a row: the sheet's number and the row's, both from zero.
pub trait RowSink: FnMut(usize, u32, &RowCells<'_>) + Send {}

impl<T: FnMut(usize, u32, &RowCells<'_>) + Send> RowSink for T {}

/// Hands over every row that has a cell. Days are written as `2025-12-09`, an error or a formula without a result as `#`.
pub fn rows(name: &str, bytes: &[u8], limits: &Limits, mut sink: impl RowSink) -> Result<(), FileFault> {
    if bytes.len() as u64 > limits.file_bytes {
        return Err(FileFault::over_limit("file_bytes", limits.file_bytes));
    }
    if xlsx_rows::read(bytes, limits, &mut sink)? {
        return Ok(());
    }
    let cells = match super::read(name, bytes, limits) {
        FileContent::Cells(cells) => cells,
        FileContent::Fault(fault) => return Err(fault),
    };
    for (number, sheet) in cells.sheets.iter().enumerate() {
        for row in sheet.cells.chunk_by(|one, other| one.at.row == other.at.row) {
            let texts: Vec<(u32, String)> = row.iter().map(|cell| (cell.at.col, text_of(cell))).collect();
            let cells: Vec<(u32, &str)> = texts.iter().map(|(col, text)| (*col, text.as_str())).collect();
            if let Some(first) = row.first() {
                sink(number, first.at.row, &cells);
            }
        }
    }
    Ok(())
}

/// Whether a file that begins so is delimited text in UTF-8 with line feeds, to be read where it lies.
pub fn is_plain_text(beginning: &[u8]) -> bool {
    let is_utf8 = match std::str::from_utf8(beginning) {
        Ok(_) => true,
        // The beginning may end within a letter.
        Err(error) => error.error_len().is_none(),
    };
    is_utf8
        && !beginning.contains(&0)
        && (beginning.contains(&b'\n') || !beginning.contains(&b'\r'))
        && sniff::shape(beginning) == Ok(sniff::Shape::Text)
}

fn text_of(cell: &Cell) -> String {
    match &cell.value {
        CellValue::Text(text) => text.clone(),
        CellValue::Date(days) => day(*days),
        CellValue::Number(days) if cell.format == NumberFormat::Date => day(*days),
        CellValue::Number(number) => number.to_string(),
        CellValue::Bool(truth) => truth.to_string(),
        CellValue::Error(_) | CellValue::Uncomputed(_) => "#".to_owned(),
    }
}

/// A serial as a day; one of no day stays a number.
pub(super) fn day(days: f64) -> String {
    const LAST: f64 = 110_000.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and LAST")]
    let whole = (0.0..LAST).contains(&days).then_some((days + 1e-7) as u64);
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30);
    let day = whole.zip(epoch).and_then(|(whole, epoch)| epoch.checked_add_days(Days::new(whole)));
    day.map_or_else(|| days.to_string(), |day| day.to_string())
}
