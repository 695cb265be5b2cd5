//! A sheet of an Office Open XML workbook, read in pieces that end behind a row.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::rows::{RowSink, day};
use super::xlsx_parts::Strings;
use super::xml::entity;
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
        let mut xml = Reader::from_str(piece);
        let config = xml.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        loop {
            match xml.read_event().map_err(broken)? {
                Event::Start(element) => self.start(&element)?,
                Event::Empty(element) => self.empty(&element)?,
                Event::End(element) => self.finish(element.local_name().as_ref(), sink)?,
                Event::Text(text) if self.takes => self.cell.text.push_str(&text.into_inner()),
                Event::CData(text) if self.takes => self.cell.text.push_str(&text.into_inner()),
                Event::GeneralRef(name) if self.takes => self.cell.text.push_str(&entity(name)?),
                Event::DocType(_) => return Err(broken("DOCTYPE")),
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), FileFault> {
        match element.local_name().as_ref() {
            "c" => self.begin_cell(element)?,
            "v" => self.takes = true,
            "t" => self.takes = !self.phonetic,
            "rPh" => self.phonetic = true,
            "f" => self.cell.formula = true,
            "row" => self.begin_row(element)?,
            _ => {}
        }
        Ok(())
    }

    fn empty(&mut self, element: &BytesStart<'_>) -> Result<(), FileFault> {
        match element.local_name().as_ref() {
            // A cell without content still takes its place.
            "c" => self.begin_cell(element)?,
            "f" => self.cell.formula = true,
            "row" => self.begin_row(element)?,
            _ => {}
        }
        Ok(())
    }

    fn begin_row(&mut self, element: &BytesStart<'_>) -> Result<(), FileFault> {
        let said = attribute(element.attributes_raw(), "r").and_then(|row| row.parse::<u32>().ok());
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

    fn begin_cell(&mut self, element: &BytesStart<'_>) -> Result<(), FileFault> {
        let attributes = element.attributes_raw();
        let col = attribute(attributes, "r").and_then(column).unwrap_or(self.row.next_col);
        self.cells += 1;
        if self.cells > self.limits.cells {
            return Err(FileFault::over_limit("cells", self.limits.cells));
        }
        if col >= self.limits.columns {
            return Err(FileFault::over_limit("columns", self.limits.columns));
        }
        self.row.next_col = col + 1;
        let style = attribute(attributes, "s").and_then(|style| style.parse::<usize>().ok()).unwrap_or(0);
        self.cell.col = col;
        self.cell.kind = match attribute(attributes, "t") {
            Some("s") => Kind::Shared,
            Some("b") => Kind::Bool,
            Some("e") => Kind::Error,
            Some("n") | None => Kind::Number,
            Some(_) => Kind::Text,
        };
        self.cell.is_date = self.dates.get(style).copied().unwrap_or_default();
        self.cell.formula = false;
        self.cell.text.clear();
        Ok(())
    }

    fn finish(&mut self, name: &str, sink: &mut impl RowSink) -> Result<(), FileFault> {
        match name {
            "v" | "t" => self.takes = false,
            "rPh" => self.phonetic = false,
            "c" => self.end_cell()?,
            "row" => self.end_row(sink),
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
                let text = cell.text.trim().parse().ok().and_then(|number| self.strings.get(number));
                row.text.push_str(text.ok_or_else(|| broken("sharedStrings"))?);
            }
            Kind::Number if cell.is_date => match cell.text.trim().parse::<f64>() {
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

/// An attribute's value as it is written; those asked for hold no entities.
fn attribute<'e>(mut rest: &'e str, name: &str) -> Option<&'e str> {
    loop {
        let (key, value) = rest.split_once('=')?;
        let value = value.trim_start();
        let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        let (value, after) = value.get(1..)?.split_once(quote)?;
        if key.trim() == name {
            return Some(value);
        }
        rest = after;
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
