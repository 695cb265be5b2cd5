//! Number formats, old fonts and hidden lines of an Excel 97–2003 workbook, from the records of its stream (MS-XLS §2.4).

use std::collections::BTreeMap;

use super::hidden::Hidden;
use super::legacy::Font;
use super::{Limits, broken, number_format};
use crate::model::{FileFault, NumberFormat};

/// What the records of one sheet say besides values.
#[derive(Debug, Default, PartialEq)]
pub(super) struct SheetRecords {
    /// The formats of numeric cells, where they say something.
    pub(super) formats: BTreeMap<(u32, u32), NumberFormat>,
    /// The text cells in fonts older than Unicode.
    pub(super) fonts: BTreeMap<(u32, u32), Font>,
    pub(super) hidden: Hidden,
}

/// How a cell is dressed.
#[derive(Clone, Copy, Debug)]
struct Look {
    format: NumberFormat,
    font: Option<Font>,
}

/// Size of a Formula or Number record's row, column and index of its look.
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

/// The records of all sheets in the workbook's order; refuses those that the reading library would trust blindly.
pub(super) fn read(stream: &[u8], limits: &Limits) -> Result<Vec<SheetRecords>, FileFault> {
    let mut codes = BTreeMap::new();
    let mut fonts = Vec::new();
    let mut extended = Vec::new();
    let mut offsets = Vec::new();
    for record in records(stream) {
        match record.kind {
            0x002F => return Err(FileFault::new("F002", "")),
            0x0031 => fonts.push(font(&record)),
            0x041E => codes.extend(format_code(&record)),
            0x00E0 => extended.push((record.u16(0).unwrap_or_default(), record.u16(2).unwrap_or_default())),
            0x0085 => offsets.extend(record.u32(0)),
            _ => {}
        }
    }
    let look = |(font, format): &(u16, u16)| Look {
        format: codes.get(format).copied().unwrap_or_else(|| number_format::builtin(*format)),
        font: fonts.get(font_position(*font)).copied().flatten(),
    };
    let looks: Vec<Look> = extended.iter().map(look).collect();
    offsets.into_iter().map(|offset| sheet(stream, offset, &looks, limits)).collect()
}

/// Fonts are numbered from zero, without a fifth: there is no number 4.
fn font_position(number: u16) -> usize {
    usize::from(if number > 4 { number - 1 } else { number })
}

/// The old font that a Font record names, if it names one: its name is ASCII then, one byte a letter or two.
fn font(record: &Record<'_>) -> Option<Font> {
    let name: Vec<u8> = record.data.get(16..)?.iter().copied().filter(|&byte| byte != 0).collect();
    Font::called(std::str::from_utf8(&name).ok()?)
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

fn sheet(stream: &[u8], offset: u32, looks: &[Look], limits: &Limits) -> Result<SheetRecords, FileFault> {
    let start = usize::try_from(offset).ok().and_then(|at| stream.get(at..)).ok_or_else(|| broken("BoundSheet8"))?;
    let mut sheet = SheetRecords::default();
    let mut extent = Extent::default();
    for record in records(start) {
        if VALUES.contains(&record.kind) {
            extent.add(&record);
        }
        match record.kind {
            0x0200 => check_dimensions(&record, limits)?,
            // Formula, Number, RK
            0x0006 | 0x0203 | 0x027E => {
                sheet.formats.extend(one_cell(&record, looks).map(|(at, look)| (at, look.format)));
            }
            // MulRk: row, first column, then (format, value) pairs, last column
            0x00BD => sheet.formats.extend(many_cells(&record, looks)),
            // LabelSst, Label, RString
            0x00FD | 0x0204 | 0x00D6 => {
                sheet.fonts.extend(one_cell(&record, looks).and_then(|(at, look)| Some((at, look.font?))));
            }
            0x0208 => hide_row(&record, &mut sheet.hidden),
            0x007D => hide_columns(&record, &mut sheet.hidden),
            _ => {}
        }
    }
    extent.check(limits)?;
    Ok(sheet)
}

/// The records that hold a cell: Formula, Number, RK, `MulRk`, `LabelSst`, Label, `RString`, `BoolErr`.
const VALUES: [u16; 8] = [0x0006, 0x0203, 0x027E, 0x00BD, 0x00FD, 0x0204, 0x00D6, 0x0205];

/// The corners of a sheet's cells: the reading library spells out all that lies between them, so that two cells far
/// apart cost as much as a full sheet.
#[derive(Debug, Default)]
struct Extent(Option<[u16; 4]>);

impl Extent {
    fn add(&mut self, record: &Record<'_>) {
        let (Some(row), Some(first)) = (record.u16(0), record.u16(2)) else { return };
        let last = if record.kind == 0x00BD { record.u16(record.data.len().saturating_sub(2)) } else { None };
        let last = last.unwrap_or(first);
        let [top, bottom, left, right] = self.0.unwrap_or([row, row, first, last]);
        self.0 = Some([top.min(row), bottom.max(row), left.min(first), right.max(last)]);
    }

    fn check(&self, limits: &Limits) -> Result<(), FileFault> {
        let Some([top, bottom, left, right]) = self.0 else { return Ok(()) };
        let side = |from: u16, to: u16| u64::from(to.saturating_sub(from)) + 1;
        check_area(side(top, bottom) * side(left, right), limits)
    }
}

fn check_area(cells: u64, limits: &Limits) -> Result<(), FileFault> {
    if cells > limits.cells as u64 { Err(FileFault::over_limit("cells", limits.cells)) } else { Ok(()) }
}

/// Row: its number, then, behind its size, the flags.
fn hide_row(record: &Record<'_>, hidden: &mut Hidden) {
    const ZERO_HEIGHT: u16 = 0x20;
    if let (Some(row), Some(flags)) = (record.u16(0), record.u16(12))
        && flags & ZERO_HEIGHT != 0
    {
        hidden.hide_rows(row.into(), row.into());
    }
}

/// ``ColInfo``: first and last column, width, look, flags.
fn hide_columns(record: &Record<'_>, hidden: &mut Hidden) {
    const HIDDEN: u16 = 0x01;
    if let (Some(first), Some(last), Some(flags)) = (record.u16(0), record.u16(2), record.u16(8))
        && flags & HIDDEN != 0
    {
        hidden.hide_columns(first.into(), last.into());
    }
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
    check_area(u64::from(rows) * u64::from(cols), limits)
}

fn one_cell(record: &Record<'_>, looks: &[Look]) -> Option<((u32, u32), Look)> {
    let look = *looks.get(usize::from(record.u16(4)?))?;
    Some(((u32::from(record.u16(0)?), u32::from(record.u16(2)?)), look))
}

fn many_cells<'a>(record: &'a Record<'_>, looks: &'a [Look]) -> impl Iterator<Item = ((u32, u32), NumberFormat)> + 'a {
    let row = record.u16(0).unwrap_or_default();
    let first = record.u16(2).unwrap_or_default();
    let pairs = record.data.get(4..).unwrap_or_default().chunks_exact(CELL_HEAD);
    pairs.zip(u32::from(first)..).filter_map(move |(pair, col)| {
        let index = u16::from_le_bytes(pair.first_chunk::<2>().copied()?);
        Some(((u32::from(row), col), looks.get(usize::from(index))?.format))
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
        assert_eq!(
            read(&stream, &Limits::default()).unwrap(),
            [SheetRecords { formats: expected.into(), ..SheetRecords::default() }]
        );
    }
}
