//! Number formats of an Excel 97–2003 workbook, from the records of its stream (MS-XLS §2.4).

use std::collections::BTreeMap;

use super::{Limits, broken, number_format};
use crate::model::{FileFault, NumberFormat};

/// The formats of one sheet's numeric cells, where they say something.
pub(super) type SheetFormats = BTreeMap<(u32, u32), NumberFormat>;

/// Size of a Formula or Number record's row, column and format index.
const CELL_HEAD: usize = 6;

/// One record: its type and its content.
struct Record<'a> {
    kind: u16,
    data: &'a [u8],
}

impl Record<'_> {
    fn u16(&self, at: usize) -> Option<u16> {
        Some(u16::from_le_bytes(self.data.get(at..at + 2)?.try_into().ok()?))
    }

    fn u32(&self, at: usize) -> Option<u32> {
        Some(u32::from_le_bytes(self.data.get(at..at + 4)?.try_into().ok()?))
    }
}

/// The formats of all sheets in the workbook's order; refuses records that the reading library would trust blindly.
pub(super) fn read(stream: &[u8], limits: &Limits) -> Result<Vec<SheetFormats>, FileFault> {
    let mut codes = BTreeMap::new();
    let mut cell_formats = Vec::new();
    let mut offsets = Vec::new();
    for record in records(stream) {
        match record.kind {
            0x002F => return Err(FileFault::new("F002", "")),
            0x041E => codes.extend(format_code(&record)),
            0x00E0 => cell_formats.push(record.u16(2).unwrap_or_default()),
            0x0085 => offsets.extend(record.u32(0)),
            _ => {}
        }
    }
    let class = |id: &u16| codes.get(id).copied().unwrap_or_else(|| number_format::builtin(*id));
    let classes: Vec<NumberFormat> = cell_formats.iter().map(class).collect();
    offsets.into_iter().map(|offset| sheet(stream, offset, &classes, limits)).collect()
}

/// The records of a substream up to its end, or to that of a chart in it: charts follow the cells.
fn records(stream: &[u8]) -> impl Iterator<Item = Record<'_>> {
    const END: u16 = 0x000A;
    let mut rest = stream;
    let next = move || {
        let (&[k0, k1, l0, l1], tail) = rest.split_first_chunk::<4>()?;
        let (data, tail) = tail.split_at_checked(usize::from(u16::from_le_bytes([l0, l1])))?;
        rest = tail;
        Some(Record { kind: u16::from_le_bytes([k0, k1]), data })
    };
    std::iter::from_fn(next).take_while(|record| record.kind != END)
}

/// A Format record: its number and what its code means.
fn format_code(record: &Record<'_>) -> Option<(u16, NumberFormat)> {
    let wide = record.data.get(4)? & 1 != 0;
    let text = record.data.get(5..)?;
    let code = if wide {
        let units: Vec<u16> =
            text.chunks_exact(2).filter_map(|pair| Some(u16::from_le_bytes(pair.try_into().ok()?))).collect();
        String::from_utf16_lossy(&units)
    } else {
        text.iter().map(|&byte| char::from(byte)).collect()
    };
    Some((record.u16(0)?, number_format::class(&code)))
}

fn sheet(stream: &[u8], offset: u32, classes: &[NumberFormat], limits: &Limits) -> Result<SheetFormats, FileFault> {
    let start = usize::try_from(offset).ok().and_then(|at| stream.get(at..)).ok_or_else(|| broken("BoundSheet8"))?;
    let mut formats = SheetFormats::new();
    for record in records(start) {
        match record.kind {
            0x0200 => check_dimensions(&record, limits)?,
            // Formula, Number, RK
            0x0006 | 0x0203 | 0x027E => formats.extend(one_cell(&record, classes)),
            // MulRk: row, first column, then (format, value) pairs, last column
            0x00BD => formats.extend(many_cells(&record, classes)),
            _ => {}
        }
    }
    Ok(formats)
}

/// The library reserves the box that a sheet claims to use.
fn check_dimensions(record: &Record<'_>, limits: &Limits) -> Result<(), FileFault> {
    let ends = record.u32(0).zip(record.u32(4)).zip(record.u16(8).zip(record.u16(10)));
    let Some(((top, bottom), (left, right))) = ends else { return Err(broken("Dimensions")) };
    let (rows, cols) = (bottom.saturating_sub(top), u32::from(right.saturating_sub(left)));
    let reversed = (top > bottom || left > right) && bottom > 0 && right > 0;
    if reversed || bottom > 65_536 || right > 256 {
        return Err(broken("Dimensions"));
    }
    if u64::from(rows) * u64::from(cols) > limits.cells as u64 {
        return Err(FileFault::over_limit("cells", limits.cells));
    }
    Ok(())
}

fn one_cell(record: &Record<'_>, classes: &[NumberFormat]) -> Option<((u32, u32), NumberFormat)> {
    let format = *classes.get(usize::from(record.u16(4)?))?;
    Some(((u32::from(record.u16(0)?), u32::from(record.u16(2)?)), format))
}

fn many_cells<'a>(
    record: &'a Record<'_>,
    classes: &'a [NumberFormat],
) -> impl Iterator<Item = ((u32, u32), NumberFormat)> + 'a {
    let row = record.u16(0).unwrap_or_default();
    let first = record.u16(2).unwrap_or_default();
    let pairs = record.data.get(4..).unwrap_or_default().chunks_exact(CELL_HEAD);
    pairs.zip(u32::from(first)..).filter_map(move |(pair, col)| {
        let index = u16::from_le_bytes(pair.first_chunk::<2>().copied()?);
        Some(((u32::from(row), col), *classes.get(usize::from(index))?))
    })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail by panic")]
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        [&kind.to_le_bytes()[..], &u16::try_from(data.len()).unwrap().to_le_bytes(), data].concat()
    }

    #[test]
    fn a_numeric_cell_has_the_format_of_its_record() {
        let code = record(0x041E, &[&164_u16.to_le_bytes()[..], &[4, 0, 0], b"0.0%"].concat());
        let formats = [code, record(0x00E0, &[0, 0, 164, 0]), record(0x00E0, &[0, 0, 3, 0])].concat();
        let start = u32::try_from(formats.len() + 12 + 4).unwrap();
        let globals =
            [formats, record(0x0085, &[&start.to_le_bytes()[..], &[0; 4]].concat()), record(0x000A, &[])].concat();
        let number = record(0x0203, &[&[6, 0, 1, 0, 0, 0][..], &[0; 8]].concat());
        let two = record(0x00BD, &[7, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 3, 0]);
        let stream = [globals, number, two, record(0x000A, &[])].concat();

        let expected =
            [((6, 1), NumberFormat::Percent), ((7, 2), NumberFormat::Percent), ((7, 3), NumberFormat::Number)];
        assert_eq!(read(&stream, &Limits::default()).unwrap(), [SheetFormats::from(expected)]);
    }
}
