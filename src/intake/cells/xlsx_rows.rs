//! Office Open XML workbooks as rows, streamed: one thread inflates a sheet, another reads it, neither keeps it.

use std::io::Read;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use memchr::memmem;

use super::hidden;
use super::package::{self, Parts};
use super::rows::RowSink;
use super::xlsx::EPOCH_1904;
use super::xlsx_parts::{Strings, date_styles};
use super::xlsx_sheet::SheetReader;
use super::{Limits, broken};
use crate::model::FileFault;

/// Inflated at a time.
const CHUNK: usize = 256 << 10;

/// A row whose text is longer has no end.
const LONGEST_ROW: usize = 8 << 20;

/// Chunks that may wait for the reader.
const WAITING: usize = 4;

/// Hands over the rows of all worksheets; `false` for what is no workbook with the usual parts.
pub(super) fn read(bytes: &[u8], limits: &Limits, sink: &mut impl RowSink) -> Result<bool, FileFault> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return Ok(false);
    }
    let mut parts = Parts::open(bytes, limits)?;
    let (workbook, relations) = (parts.text("xl/workbook.xml")?, parts.text("xl/_rels/workbook.xml.rels")?);
    let (Some(workbook), Some(relations)) = (workbook, relations) else { return Ok(false) };
    let styles = parts.text("xl/styles.xml")?.unwrap_or_default();
    let strings = Strings::read(&parts.text("xl/sharedstrings.xml")?.unwrap_or_default(), limits)?;
    let epoch = if is_1904(&workbook) { EPOCH_1904 } else { 0.0 };
    let sheets = hidden::sheets(&workbook);
    if sheets.len() > limits.sheets {
        return Err(FileFault::over_limit("sheets", limits.sheets));
    }
    let of_sheets = hidden::sheet_parts(&sheets, &relations);
    let mut reader = SheetReader::new(&strings, date_styles(&styles), epoch, limits);
    for (number, (name, _)) in sheets.iter().enumerate() {
        if let Some(part) = of_sheets.get(name).filter(|part| part.contains("worksheets/")) {
            reader.begin(number);
            stream(&mut parts, part, &mut reader, sink)?;
        }
    }
    Ok(true)
}

fn is_1904(workbook: &str) -> bool {
    ["date1904=\"1\"", "date1904=\"true\"", "date1904='1'"].iter().any(|said| workbook.contains(said))
}

/// Inflates a sheet in this thread and reads it in another.
fn stream(
    parts: &mut Parts<'_>,
    part: &str,
    reader: &mut SheetReader<'_>,
    sink: &mut impl RowSink,
) -> Result<(), FileFault> {
    let (sender, chunks) = sync_channel(WAITING);
    thread::scope(|scope| {
        let reading = scope.spawn(move || read_chunks(&chunks, reader, sink));
        let inflated = parts.stream(part, |entry| inflate(entry, &sender));
        drop(sender);
        // What the reader says comes first: it stops the other one.
        crate::parallel::joined(reading).and(inflated)
    })
}

fn read_chunks(
    chunks: &Receiver<Vec<u8>>,
    reader: &mut SheetReader<'_>,
    sink: &mut impl RowSink,
) -> Result<(), FileFault> {
    for chunk in chunks {
        reader.read(std::str::from_utf8(&chunk).map_err(broken)?, sink)?;
    }
    reader.end()
}

/// Cuts what comes out behind ends of rows.
fn inflate(entry: &mut dyn Read, chunks: &SyncSender<Vec<u8>>) -> Result<(), FileFault> {
    let mut rest = Vec::new();
    loop {
        let mut chunk = std::mem::take(&mut rest);
        let before = chunk.len();
        let read = entry.take(CHUNK as u64).read_to_end(&mut chunk).map_err(package::fault_of_reading)?;
        let ended = read < CHUNK;
        if let Some(end) = last_row_end(&chunk).filter(|_| !ended) {
            rest.extend_from_slice(chunk.get(end..).unwrap_or_default());
            chunk.truncate(end);
        } else if !ended {
            if before > LONGEST_ROW {
                return Err(broken("sheet: row"));
            }
            rest = chunk;
            continue;
        }
        // The reader has stopped, and says why.
        if chunks.send(chunk).is_err() || ended {
            return Ok(());
        }
    }
}

/// Behind the last end tag of a row, whatever its prefix.
fn last_row_end(chunk: &[u8]) -> Option<usize> {
    let tag = b"row>";
    memmem::rfind_iter(chunk, tag).find_map(|at| {
        let before = chunk.get(..at)?;
        let open = memchr::memrchr(b'<', before)?;
        let is_end = before.get(open + 1) == Some(&b'/') && matches!(before.last(), Some(b'/' | b':'));
        is_end.then_some(at + tag.len())
    })
}
