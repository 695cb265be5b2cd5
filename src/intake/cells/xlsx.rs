//! Office Open XML workbooks, streamed: a sheet's used box may be huge and its cells few.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, DataRef, Reader, Sheet, SheetType, SheetVisible, Xlsx, XlsxError, XlsxFormulaMetadata};

use super::collect::{Collector, serial_of_iso};
use super::hidden::Hidden;
use super::legacy::Font;
use super::{broken, number_format};
use crate::model::{CellValue, FileFault, NumberFormat};

/// Days from the 1900 epoch to the 1904 one.
pub(super) const EPOCH_1904: f64 = 1462.0;

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads all worksheets; a second pass for formulas is made only if there are any.
pub(super) fn read(
    bytes: &[u8],
    formulas: bool,
    hidden: &BTreeMap<String, Hidden>,
    out: &mut Collector<'_>,
) -> Result<(), FileFault> {
    let mut book: Workbook<'_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    for sheet in worksheets(book.sheets_metadata()) {
        out.sheet(Some(&sheet.name), sheet.visible != SheetVisible::Visible)?;
        out.hide(hidden.get(&sheet.name));
        let texts = if formulas { formula_texts(&mut book, &sheet.name)? } else { BTreeMap::new() };
        let odd = read_sheet(&mut book, &sheet.name, &texts, out)?;
        if !odd.is_empty() {
            push_odd_errors(&mut book, &sheet.name, &odd, out)?;
        }
    }
    Ok(())
}

/// Sheets with cells, not charts or macros.
pub(super) fn worksheets(sheets: &[Sheet]) -> Vec<Sheet> {
    sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).cloned().collect()
}

/// Formulas by their cell's ordinal in the sheet. The text of a shared formula is that of its first cell:
/// the library would translate it, but reserves memory for any index that the file names.
fn formula_texts(book: &mut Workbook<'_>, sheet: &str) -> Result<BTreeMap<usize, String>, FileFault> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(broken)?;
    let mut shared = BTreeMap::new();
    let mut texts = BTreeMap::new();
    for ordinal in 0.. {
        let record = match reader.next_cell_with_formula_metadata() {
            Ok(Some(record)) => record,
            Ok(None) => break,
            Err(XlsxError::CellError(_)) => continue,
            Err(error) => return Err(broken(error)),
        };
        let text = match record.formula {
            None => continue,
            Some(XlsxFormulaMetadata::Shared { shared_index, formula, .. }) => {
                shared.insert(shared_index, formula.clone());
                formula
            }
            Some(XlsxFormulaMetadata::SharedDerived { shared_index }) => {
                shared.get(&shared_index).cloned().unwrap_or_default()
            }
            Some(XlsxFormulaMetadata::Normal { formula }) => formula,
            Some(_) => String::new(),
        };
        texts.insert(ordinal, text);
    }
    Ok(texts)
}

/// Pushes the sheet's cells; returns, by ordinal, the errors newer than the library (`#SPILL!`), which it refuses
/// without saying where they stand.
fn read_sheet(
    book: &mut Workbook<'_>,
    sheet: &str,
    texts: &BTreeMap<usize, String>,
    out: &mut Collector<'_>,
) -> Result<BTreeMap<usize, String>, FileFault> {
    let epoch = if book.has_1904_epoch() { EPOCH_1904 } else { 0.0 };
    let mut reader = book.worksheet_cells_reader(sheet).map_err(broken)?;
    let style =
        |style: &calamine::Style| style.number_format.as_ref().map_or("General".to_owned(), |f| f.format_code.clone());
    let formats: Vec<NumberFormat> = reader.styles().iter().map(|s| number_format::class(&style(s))).collect();
    let font = |style: &calamine::Style| Font::called(style.font.as_ref()?.name.as_deref()?);
    let fonts: Vec<Option<Font>> = reader.styles().iter().map(font).collect();
    let mut odd = BTreeMap::new();
    for ordinal in 0.. {
        let (cell, style) = match reader.next_cell_with_style_id() {
            Ok(Some(cell)) => cell,
            Ok(None) => break,
            Err(XlsxError::CellError(text)) => {
                odd.insert(ordinal, text);
                continue;
            }
            Err(error) => return Err(broken(error)),
        };
        let formula = texts.get(&ordinal);
        let value = match cell.get_value() {
            DataRef::Empty => formula.map(|text| CellValue::Uncomputed(text.clone())),
            value => Some(cell_value(Data::from(value.clone()), epoch)),
        };
        let format = formats.get(style).copied().unwrap_or_default();
        if let Some(Some(font)) = fonts.get(style) {
            out.font(cell.get_position(), *font);
        }
        if let Some(value) = value {
            out.push(cell.get_position(), value, format, formula.is_some())?;
        }
    }
    Ok(odd)
}

/// Finds where cells of these ordinals stand and pushes them as errors.
fn push_odd_errors(
    book: &mut Workbook<'_>,
    sheet: &str,
    odd: &BTreeMap<usize, String>,
    out: &mut Collector<'_>,
) -> Result<(), FileFault> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(broken)?;
    for ordinal in 0.. {
        let Some(cell) = reader.next_formula().map_err(broken)? else { break };
        if let Some(text) = odd.get(&ordinal) {
            let formula = !cell.get_value().is_empty();
            out.push(cell.get_position(), CellValue::Error(text.clone()), NumberFormat::General, formula)?;
        }
    }
    Ok(())
}

/// The library's value as ours; `epoch` is added to date serials.
pub(super) fn cell_value(value: Data, epoch: f64) -> CellValue {
    match value {
        #[expect(clippy::cast_precision_loss, reason = "a sheet stores no integer beyond 2^53")]
        Data::Int(number) => CellValue::Number(number as f64),
        Data::Float(number) => CellValue::Number(number),
        Data::String(text) | Data::DurationIso(text) => CellValue::Text(text),
        Data::Bool(truth) => CellValue::Bool(truth),
        Data::DateTime(moment) if moment.is_duration() => CellValue::Date(moment.as_f64()),
        Data::DateTime(moment) => CellValue::Date(moment.as_f64() + epoch),
        Data::DateTimeIso(text) => serial_of_iso(&text).map_or(CellValue::Text(text), CellValue::Date),
        Data::Error(error) => CellValue::Error(error.to_string()),
        Data::Empty => CellValue::Text(String::new()),
    }
}
