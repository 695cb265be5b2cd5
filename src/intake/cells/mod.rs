//! File bytes to cells, one file a format; the format is found in the bytes, never in the name.
//!
//! Pure, and run in a worker process: the libraries below may panic or exhaust memory on a crafted file.

mod collect;
mod csv;
mod decimal_commas;
mod encoding;
mod hidden;
mod html;
mod html_cell;
mod html_grid;
mod legacy;
mod number_format;
mod ods;
mod package;
mod quoting;
pub mod rows;
mod sniff;
mod spans;
mod spreadsheetml;
mod spreadsheetml_formats;
mod tags;
mod xls;
mod xls_records;
mod xlsb;
mod xlsb_hidden;
mod xlsx;
mod xlsx_parts;
mod xlsx_rows;
mod xlsx_sheet;
mod xml;

use crate::model::{FileCells, FileContent, FileFault, FileFormat, Remark};

pub use crate::model::Limits;

use collect::Collector;
use package::{Package, PackageKind};
use sniff::Shape;

/// What is noticed on the way.
type Remarks = Vec<Remark>;

/// Reads the cells of one file; `name` serves only to say that its extension misleads.
pub fn read(name: &str, bytes: &[u8], limits: &Limits) -> FileContent {
    match read_cells(name, bytes, limits) {
        Ok(cells) => FileContent::Cells(cells),
        Err(fault) => FileContent::Fault(fault),
    }
}

fn read_cells(name: &str, bytes: &[u8], limits: &Limits) -> Result<FileCells, FileFault> {
    if bytes.len() as u64 > limits.file_bytes {
        return Err(FileFault::over_limit("file_bytes", limits.file_bytes));
    }
    let mut out = Collector::new(limits);
    let mut remarks = Remarks::new();
    let mut legacy = None;
    let format = match sniff::shape(bytes)? {
        Shape::Package => read_package(bytes, limits, &mut out, &mut remarks)?,
        Shape::Compound => {
            xls::read(bytes, &mut out, &mut remarks)?;
            FileFormat::Xls
        }
        Shape::Html => {
            legacy = html::read(bytes, &mut out, &mut remarks)?;
            FileFormat::Html
        }
        Shape::SpreadsheetMl => {
            spreadsheetml::read(bytes, &mut out, &mut remarks)?;
            FileFormat::SpreadsheetMl
        }
        Shape::Text => {
            legacy = csv::read(bytes, &mut out, &mut remarks)?;
            FileFormat::Csv
        }
    };
    if sniff::extension_misleads(name, format) {
        remarks.push(Remark::new("F008", sniff::format_name(format)));
    }
    remarks.extend(out.hidden_with_cells());
    let (mut sheets, fonts) = out.finish()?;
    remarks.extend(legacy::repair(&mut sheets, legacy, &fonts));
    Ok(FileCells { format, sheets, remarks })
}

fn read_package(
    bytes: &[u8],
    limits: &Limits,
    out: &mut Collector<'_>,
    remarks: &mut Remarks,
) -> Result<FileFormat, FileFault> {
    let package = Package::check(bytes, limits)?;
    if package.macros {
        remarks.push(Remark::new("F007", ""));
    }
    match package.kind {
        PackageKind::Xlsx { formulas, hidden } => {
            xlsx::read(bytes, formulas, &hidden, out)?;
            Ok(FileFormat::Xlsx)
        }
        PackageKind::Xlsb { hidden } => {
            xlsb::read(bytes, &hidden, out)?;
            Ok(FileFormat::Xlsb)
        }
        PackageKind::Ods { content } => {
            ods::read(&content, out)?;
            Ok(FileFormat::Ods)
        }
    }
}

/// A damaged file, in the library's words.
#[expect(clippy::needless_pass_by_value, reason = "reads well as map_err(broken)")]
fn broken(error: impl ToString) -> FileFault {
    FileFault::new("F001", error.to_string())
}

#[cfg(test)]
mod tests;
