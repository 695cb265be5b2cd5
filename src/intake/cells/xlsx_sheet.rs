//! A sheet of an Office Open XML workbook, read in pieces that end behind a row.

use memchr::memchr;

use super::rows::{RowSink, day};
use super::tags::{Piece, Pieces};
use super::xlsx_parts::Strings;
use super::{Limits, broken};
use crate::model::FileFault;

/// Reads the rows of sheets.
pub(super) struct SheetReader<'w> {
    strings: &'w Strings,
    dates: Vec<bool>,
    epoch: f64,
    limits: &'w Limits,
    sheet: usize,
    /// Cells read in all sheets.
    cells: usize,
    row: Row,
    next_row: u32,
    cell: Cell,
    takes: bool,
    phonetic: bool,
}

/// The texts of a row, one after the other.
#[derive(Default)]
struct Row {
    number: u32,
    next_col: u32,
    text: String,
    /// Columns and where their texts end.
    cells: Vec<(u32, usize)>,
}

/// A cell whose end has not come.
#[derive(Default)]
struct Cell {
    col: u32,
    kind: Kind,
    is_date: bool,
    formula: bool,
    text: String,
}

/// What a cell's text is.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    Shared,
    Text,
    Bool,
    Error,
}

impl Kind {
    /// What a cell says it is.
    fn of(said: &str) -> Self {
        match said.as_bytes() {
            [b's'] => Self::Shared,
            [b'b'] => Self::Bool,
            [b'e'] => Self::Error,
            [b'n'] => Self::Number,
            _ => Self::Text,
        }
    }
}

impl<'w> SheetReader<'w> {
    pub(super) fn new(strings: &'w Strings, dates: Vec<bool>, epoch: f64, limits: &'w Limits) -> Self {
        let (row, cell) = (Row::default(), Cell::default());
        Self {
            strings,
            dates,
            epoch,
            limits,
            sheet: 0,
            cells: 0,
            row,
            next_row: 0,
            cell,
            takes: false,
            phonetic: false,
        }
    }

    /// Begins a sheet.
    pub(super) fn begin(&mut self, sheet: usize) {
        (self.sheet, self.next_row, self.takes, self.phonetic) = (sheet, 0, false, false);
        self.row = Row::default();
    }

    /// A sheet ends where its rows end.
    pub(super) fn end(&self) -> Result<(), FileFault> {
        if self.row.cells.is_empty() { Ok(()) } else { Err(broken("EOF")) }
    }

    /// Reads a piece, which begins where the one before ended.
    pub(super) fn read(&mut self, piece: &str, sink: &mut impl RowSink) -> Result<(), FileFault> {
        let mut pieces = Pieces::new(piece);
        while let Some(piece) = pieces.next()? {
            match piece {
                Piece::Open { name, attributes, empty } => {
                    self.open(name, attributes)?;
                    // A row or a cell without content still takes its place; nothing is in them to end.
                    if empty && name != "c" && name != "row" {
                        self.close(name, sink)?;
                    }
                }
                Piece::Close(name) => self.close(name, sink)?,
                Piece::Text(text) if self.takes && text.contains('&') => {
                    self.cell.text.push_str(&quick_xml::escape::unescape(text).map_err(broken)?);
                }
                Piece::Text(text) | Piece::Literal(text) if self.takes => self.cell.text.push_str(text),
                Piece::Text(_) | Piece::Literal(_) => {}
            }
        }
        Ok(())
    }

    fn open(&mut self, name: &str, attributes: &str) -> Result<(), FileFault> {
        match name.as_bytes() {
            [b'c'] => self.begin_cell(attributes)?,
            [b'v'] => self.takes = true,
            [b't'] => self.takes = !self.phonetic,
            [b'f'] => self.cell.formula = true,
            [b'r', b'o', b'w'] => self.begin_row(attributes)?,
            [b'r', b'P', b'h'] => self.phonetic = true,
            _ => {}
        }
        Ok(())
    }

    fn begin_row(&mut self, attributes: &str) -> Result<(), FileFault> {
        let mut said = None;
        self::attributes(attributes, |name, value| {
            if name == [b'r'] {
                said = value.parse::<u32>().ok();
            }
        });
        let number = said.and_then(|row| row.checked_sub(1)).unwrap_or(self.next_row);
        if number >= self.limits.rows || number < self.next_row {
            return Err(FileFault::over_limit("rows", self.limits.rows));
        }
        self.next_row = number + 1;
        (self.row.number, self.row.next_col) = (number, 0);
        self.row.text.clear();
        self.row.cells.clear();
        Ok(())
    }

    fn begin_cell(&mut self, attributes: &str) -> Result<(), FileFault> {
        let (mut col, mut style, mut kind) = (None, 0, Kind::Number);
        self::attributes(attributes, |name, value| match name {
            [b'r'] => col = column(value),
            [b's'] => style = value.parse::<usize>().unwrap_or(0),
            [b't'] => kind = Kind::of(value),
            _ => {}
        });
        let col = col.unwrap_or(self.row.next_col);
        self.cells += 1;
        if self.cells > self.limits.cells {
            return Err(FileFault::over_limit("cells", self.limits.cells));
        }
        if col >= self.limits.columns {
            return Err(FileFault::over_limit("columns", self.limits.columns));
        }
        self.row.next_col = col + 1;
        self.cell.col = col;
        self.cell.kind = kind;
        self.cell.is_date = self.dates.get(style).copied().unwrap_or_default();
        self.cell.formula = false;
        self.cell.text.clear();
        Ok(())
    }

    fn close(&mut self, name: &str, sink: &mut impl RowSink) -> Result<(), FileFault> {
        match name.as_bytes() {
            [b'v' | b't'] => self.takes = false,
            [b'c'] => self.end_cell()?,
            [b'r', b'o', b'w'] => self.end_row(sink),
            [b'r', b'P', b'h'] => self.phonetic = false,
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), FileFault> {
        let (cell, row) = (&self.cell, &mut self.row);
        let before = row.text.len();
        match cell.kind {
            _ if cell.text.is_empty() && cell.formula => row.text.push('#'),
            _ if cell.text.is_empty() => return Ok(()),
            Kind::Shared => {
                let text = cell.text.trim_ascii().parse().ok().and_then(|number| self.strings.get(number));
                row.text.push_str(text.ok_or_else(|| broken("sharedStrings"))?);
            }
            Kind::Number if cell.is_date => match cell.text.trim_ascii().parse::<f64>() {
                Ok(days) => row.text.push_str(&day(days + self.epoch)),
                Err(_) => row.text.push('#'),
            },
            Kind::Error => row.text.push('#'),
            Kind::Number | Kind::Text | Kind::Bool => row.text.push_str(&cell.text),
        }
        // No letter has more bytes in UTF-8 than three for each unit of UTF-16.
        if row.text.len() - before > self.limits.text_length.saturating_mul(3) {
            return Err(FileFault::over_limit("text_length", self.limits.text_length));
        }
        row.cells.push((cell.col, row.text.len()));
        Ok(())
    }

    fn end_row(&mut self, sink: &mut impl RowSink) {
        let mut begin = 0;
        let texts = self.row.cells.iter().map(|(col, end)| {
            let text = self.row.text.get(begin..*end).unwrap_or_default();
            begin = *end;
            (*col, text)
        });
        let cells: Vec<(u32, &str)> = texts.collect();
        if !cells.is_empty() {
            sink(self.sheet, self.row.number, &cells);
        }
        self.row.cells.clear();
    }
}

/// Hands over every attribute's name and its value as written; those asked for hold no entities.
#[inline]
fn attributes<'e>(mut rest: &'e str, mut take: impl FnMut(&'e [u8], &'e str)) {
    while let Some((name, value)) = memchr(b'=', rest.as_bytes()).and_then(|at| rest.split_at_checked(at)) {
        let value = value.get(1..).unwrap_or_default().trim_ascii_start();
        let Some(quote) = value.bytes().next().filter(|quote| matches!(quote, b'"' | b'\'')) else { return };
        let value = value.get(1..).unwrap_or_default();
        let Some((value, after)) = memchr(quote, value.as_bytes()).and_then(|at| value.split_at_checked(at)) else {
            return;
        };
        take(name.as_bytes().trim_ascii(), value);
        rest = after.get(1..).unwrap_or_default();
    }
}

/// The column of an address such as `AB12`, from zero.
fn column(address: &str) -> Option<u32> {
    let letters = address.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.take(7).fold(0_u32, |number, letter| {
        number.saturating_mul(26).saturating_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    number.checked_sub(1)
}
