//! Excel 97–2003 workbooks: values from the library; number formats, fonts and what is hidden from the records it does not show.

use std::io::{Cursor, Read};

use calamine::{Data, Range, Reader, SheetType, SheetVisible, Xls, XlsError};
use cfb::CompoundFile;

use super::collect::Collector;
use super::xls_records::{self, SheetRecords};
use super::xlsx::{EPOCH_1904, cell_value};
use super::{Remarks, broken};
use crate::model::{CellValue, FileFault, NumberFormat, Remark};

/// Reads all worksheets of an OLE file whose container has been found sound.
pub(super) fn read(bytes: &[u8], out: &mut Collector<'_>, remarks: &mut Remarks) -> Result<(), FileFault> {
    let mut records = container_records(bytes, out, remarks)?.into_iter();
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(xls_fault)?;
    let epoch = if book.has_1904_epoch() { EPOCH_1904 } else { 0.0 };
    for sheet in book.sheets_metadata().to_vec() {
        let records = records.next().unwrap_or_default();
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        out.sheet(Some(&sheet.name), sheet.visible != SheetVisible::Visible)?;
        let values = book.worksheet_range(&sheet.name).map_err(broken)?;
        let formulas = book.worksheet_formula(&sheet.name).map_err(broken)?;
        out.hide(Some(&records.hidden));
        for (at, font) in &records.fonts {
            out.font(*at, *font);
        }
        push_values(&values, &formulas, &records, epoch, out)?;
        push_uncomputed(&values, &formulas, out)?;
    }
    Ok(())
}

/// Opens the container with a library that checks its sector chains (the reading one follows a loop until memory
/// ends) and takes what the records of its sheets say besides values.
fn container_records(bytes: &[u8], out: &Collector<'_>, remarks: &mut Remarks) -> Result<Vec<SheetRecords>, FileFault> {
    let encrypted = || FileFault::new("F002", "");
    let mut container = match CompoundFile::open(Cursor::new(bytes)) {
        Ok(container) => container,
        Err(_) if names_encrypted_package(bytes) => return Err(encrypted()),
        Err(error) => return Err(broken(error)),
    };
    if container.is_stream("/EncryptedPackage") {
        return Err(encrypted());
    }
    if !container.is_stream("/Workbook") {
        return Err(FileFault::new("F005", if container.is_stream("/Book") { "excel 5/95" } else { "ole" }));
    }
    if container.exists("/_VBA_PROJECT_CUR") {
        remarks.push(Remark::new("F007", ""));
    }
    let mut stream = Vec::new();
    container
        .open_stream("/Workbook")
        .and_then(|part| part.take(bytes.len() as u64).read_to_end(&mut stream))
        .map_err(broken)?;
    xls_records::read(&stream, out.limits())
}

fn names_encrypted_package(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

fn push_values(
    values: &Range<Data>,
    formulas: &Range<String>,
    records: &SheetRecords,
    epoch: f64,
    out: &mut Collector<'_>,
) -> Result<(), FileFault> {
    for (at, value) in absolute(values) {
        let value = cell_value(value.clone(), epoch);
        let format = records.formats.get(&at).copied().unwrap_or_default();
        out.push(at, value, format, formulas.get_value(at).is_some_and(|text| !text.is_empty()))?;
    }
    Ok(())
}

fn push_uncomputed(values: &Range<Data>, formulas: &Range<String>, out: &mut Collector<'_>) -> Result<(), FileFault> {
    for (at, text) in absolute(formulas) {
        if matches!(values.get_value(at), None | Some(Data::Empty)) {
            out.push(at, CellValue::Uncomputed(text.clone()), NumberFormat::General, true)?;
        }
    }
    Ok(())
}

/// The used cells of a range with their place in the sheet; the library counts from the range's corner.
fn absolute<T: calamine::CellType>(range: &Range<T>) -> impl Iterator<Item = ((u32, u32), &T)> {
    let (row, col) = range.start().unwrap_or_default();
    range
        .used_cells()
        .filter_map(move |(r, c, value)| Some(((row + u32::try_from(r).ok()?, col + u32::try_from(c).ok()?), value)))
}

fn xls_fault(error: XlsError) -> FileFault {
    match error {
        XlsError::Password => FileFault::new("F002", ""),
        other => broken(other),
    }
}
