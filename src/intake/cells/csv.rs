//! Delimited text: every cell is text, at the address it has when Excel opens the file.

use csv::{ByteRecord, ReaderBuilder, Terminator};

use super::collect::Collector;
use super::quoting::unclosed_quote;
use super::{Remarks, broken, decimal_commas, encoding, legacy};
use crate::model::{CellValue, FileFault, NumberFormat};

/// Delimiters tried, the one that Vietnamese Excel writes first.
const DELIMITERS: [char; 4] = [';', ',', '\t', '|'];

/// Records looked at to find the delimiter.
const SAMPLE: usize = 50;

/// Reads a delimited text as one unnamed sheet; returns the old encoding that its cells are still in.
pub(super) fn read(
    bytes: &[u8],
    out: &mut Collector<'_>,
    remarks: &mut Remarks,
) -> Result<Option<legacy::Encoding>, FileFault> {
    let (text, origin) = encoding::decode(bytes)?;
    remarks.extend(origin.remark());
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (declared, text) = declared_delimiter(&text);
    let delimiter = declared.unwrap_or_else(|| likely_delimiter(text));
    if let Some(line) = unclosed_quote(text, delimiter) {
        return Err(FileFault::new("F010", (line + usize::from(declared.is_some())).to_string()));
    }
    if let Some(line) = decimal_commas::first_line(reader(text, delimiter), delimiter) {
        return Err(FileFault::new("F014", (line + usize::from(declared.is_some())).to_string()));
    }
    out.sheet(None, false)?;
    push_records(text, delimiter, out)?;
    Ok(origin.legacy())
}

/// The delimiter that a first line `sep=;` names, and the text after that line; Excel counts it as no row.
fn declared_delimiter(text: &str) -> (Option<char>, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let line = first.trim_matches('"');
    let declared = line.get(..4).filter(|head| head.eq_ignore_ascii_case("sep=")).and_then(|_| line.chars().nth(4));
    match declared {
        Some(delimiter) if delimiter.is_ascii() => (Some(delimiter), rest),
        _ => (None, text),
    }
}

/// The delimiter under which the largest share of rows has equally many cells, and more than one.
fn likely_delimiter(text: &str) -> char {
    let mut best = (0, DELIMITERS[0]);
    for delimiter in DELIMITERS {
        let mut widths: Vec<usize> = Vec::new();
        let mut reader = reader(text, delimiter);
        let mut record = ByteRecord::new();
        while widths.len() < SAMPLE && reader.read_byte_record(&mut record).unwrap_or(false) {
            widths.push(record.len());
        }
        let alike = |width: usize| widths.iter().filter(|&&other| other == width).count();
        let most = widths.iter().filter(|&&width| width > 1).map(|&width| alike(width)).max().unwrap_or(0);
        // Cross-multiplied shares: quoted line breaks give the delimiters different numbers of records.
        if most * SAMPLE / widths.len().max(1) > best.0 {
            best = (most * SAMPLE / widths.len().max(1), delimiter);
        }
    }
    best.1
}

fn push_records(text: &str, delimiter: char, out: &mut Collector<'_>) -> Result<(), FileFault> {
    let mut reader = reader(text, delimiter);
    let mut record = ByteRecord::new();
    let mut row = 0_u32;
    while reader.read_byte_record(&mut record).map_err(broken)? {
        row = row.saturating_add(blank_lines_before(&record, text));
        for (col, field) in record.iter().enumerate() {
            let col = u32::try_from(col).unwrap_or(u32::MAX);
            let value = CellValue::Text(String::from_utf8_lossy(field).into_owned());
            out.push((row, col), value, NumberFormat::General, false)?;
        }
        row = row.saturating_add(1);
    }
    Ok(())
}

/// The library skips blank lines; the record's position is that of the first it skipped.
fn blank_lines_before(record: &ByteRecord, text: &str) -> u32 {
    let start = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default();
    let skipped = text.get(start..).unwrap_or_default().bytes().take_while(|&byte| byte == b'\n').count();
    u32::try_from(skipped).unwrap_or(u32::MAX)
}

fn reader(text: &str, delimiter: char) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(u8::try_from(delimiter).unwrap_or(b';'))
        .terminator(Terminator::Any(b'\n'))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}
