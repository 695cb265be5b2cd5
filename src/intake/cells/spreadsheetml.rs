//! The XML of Excel 2003 (`SpreadsheetML`), which other programs write under the name .xls.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::collect::{Collector, serial_of_iso};
use super::spans::Spans;
use super::xml::entity;
use super::{Remarks, broken, encoding, number_format};
use crate::model::{CellValue, FileFault, NumberFormat};

/// Where the reader stands.
struct Book<'x, 'o, 'l> {
    xml: Reader<&'x [u8]>,
    out: &'o mut Collector<'l>,
    styles: BTreeMap<String, NumberFormat>,
    /// Columns by their first, with the one after their last and their format.
    columns: BTreeMap<u32, (u32, NumberFormat)>,
    row: u32,
    row_style: Option<String>,
    next_row: u32,
    next_col: u32,
    spans: Spans,
}

/// What a cell says of itself.
#[derive(Default)]
struct Said {
    kind: String,
    text: String,
}

/// Reads all worksheets.
pub(super) fn read(bytes: &[u8], out: &mut Collector<'_>, remarks: &mut Remarks) -> Result<(), FileFault> {
    let (text, guessed) = encoding::decode_markup(bytes)?;
    remarks.extend(guessed.map(|name| ("F009".to_owned(), name.to_owned())));
    let mut xml = Reader::from_str(&text);
    xml.config_mut().expand_empty_elements = true;
    let mut book = Book {
        xml,
        out,
        styles: BTreeMap::new(),
        columns: BTreeMap::new(),
        row: 0,
        row_style: None,
        next_row: 0,
        next_col: 0,
        spans: Spans::default(),
    };
    book.read()
}

impl Book<'_, '_, '_> {
    fn read(&mut self) -> Result<(), FileFault> {
        let mut style = String::new();
        loop {
            match self.xml.read_event().map_err(broken)? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "Style" => style = self.begin_style(&element)?,
                    "NumberFormat" => {
                        let format = attribute(&element, "Format")?.unwrap_or_default();
                        self.styles.insert(style.clone(), number_format::named(&format));
                    }
                    "Worksheet" => self.begin_sheet(&element)?,
                    "Column" => self.column(&element)?,
                    "Row" => self.begin_row(&element)?,
                    "Cell" => self.read_cell(&element)?,
                    "Visible" if self.text_of(&element)? != "SheetVisible" => self.out.hide_sheet(),
                    _ => {}
                },
                Event::End(end) if end.local_name().as_ref() == "Workbook" => return Ok(()),
                Event::DocType(_) => return Err(broken("DOCTYPE")),
                Event::Eof => return Err(broken("EOF")),
                _ => {}
            }
        }
    }

    /// A style has its parent's number format until it names one.
    fn begin_style(&mut self, element: &BytesStart<'_>) -> Result<String, FileFault> {
        let id = attribute(element, "ID")?.unwrap_or_default();
        let parent = attribute(element, "Parent")?.and_then(|parent| self.styles.get(&parent).copied());
        self.styles.insert(id.clone(), parent.unwrap_or_default());
        Ok(id)
    }

    fn begin_sheet(&mut self, element: &BytesStart<'_>) -> Result<(), FileFault> {
        self.columns.clear();
        (self.next_row, self.next_col, self.row_style, self.spans) = (0, 0, None, Spans::default());
        self.out.sheet(Some(&attribute(element, "Name")?.unwrap_or_default()), false)
    }

    fn column(&mut self, element: &BytesStart<'_>) -> Result<(), FileFault> {
        let following = self.columns.last_key_value().map_or(0, |(_, (to, _))| *to);
        let from = index(element)?.unwrap_or(following);
        let to = from.saturating_add(1).saturating_add(count(element, "Span")?);
        let format = attribute(element, "StyleID")?.and_then(|id| self.styles.get(&id).copied());
        self.columns.insert(from, (to, format.unwrap_or_default()));
        Ok(())
    }

    fn begin_row(&mut self, element: &BytesStart<'_>) -> Result<(), FileFault> {
        self.row = index(element)?.unwrap_or(self.next_row);
        self.next_row = self.row.saturating_add(1).saturating_add(count(element, "Span")?);
        self.next_col = 0;
        self.row_style = attribute(element, "StyleID")?;
        self.spans.begin_row(self.row);
        Ok(())
    }

    fn read_cell(&mut self, element: &BytesStart<'_>) -> Result<(), FileFault> {
        let col = index(element)?.unwrap_or_else(|| self.spans.free(self.next_col));
        let columns = count(element, "MergeAcross")?.saturating_add(1);
        self.spans.cover((self.row, col), columns, count(element, "MergeDown")?.saturating_add(1));
        self.next_col = col.saturating_add(columns);
        let format = self.format(col, attribute(element, "StyleID")?.as_ref());
        let formula = attribute(element, "Formula")?;
        let value = match self.read_data(element)? {
            Some(said) => said.value(format)?,
            None => match &formula {
                Some(formula) => CellValue::Uncomputed(formula.strip_prefix('=').unwrap_or(formula).to_owned()),
                None => return Ok(()),
            },
        };
        self.out.push((self.row, col), value, format, formula.is_some())
    }

    /// The format of a cell: by its own style, else its row's, else its column's.
    fn format(&self, col: u32, style: Option<&String>) -> NumberFormat {
        let of_column = || self.columns.range(..=col).next_back().filter(|(_, (to, _))| *to > col);
        match style.or(self.row_style.as_ref()) {
            Some(id) => self.styles.get(id).copied().unwrap_or_default(),
            None => of_column().map(|(_, (_, format))| *format).unwrap_or_default(),
        }
    }

    /// What stands in a cell up to its end, without its comment.
    fn read_data(&mut self, cell: &BytesStart<'_>) -> Result<Option<Said>, FileFault> {
        let mut said = None;
        loop {
            match self.xml.read_event().map_err(broken)? {
                Event::Start(element) if element.local_name().as_ref() == "Data" => {
                    let kind = attribute(&element, "Type")?.unwrap_or_default();
                    said = Some(Said { kind, text: self.text_of(&element)? });
                }
                Event::Start(element) => {
                    self.xml.read_to_end(element.name()).map_err(broken)?;
                }
                Event::End(end) if end.name() == cell.name() => return Ok(said),
                Event::Eof => return Err(broken("EOF")),
                _ => {}
            }
        }
    }

    /// All text up to the element's end, whatever fonts it is in.
    fn text_of(&mut self, element: &BytesStart<'_>) -> Result<String, FileFault> {
        let mut text = String::new();
        loop {
            match self.xml.read_event().map_err(broken)? {
                Event::Text(part) => text.push_str(&part.xml10_content()),
                Event::CData(part) => text.push_str(&part.xml10_content()),
                Event::GeneralRef(part) => text.push_str(&entity(part)?),
                Event::End(end) if end.name() == element.name() => return Ok(text),
                Event::Eof => return Err(broken("EOF")),
                _ => {}
            }
        }
    }
}

impl Said {
    fn value(self, format: NumberFormat) -> Result<CellValue, FileFault> {
        Ok(match self.kind.as_str() {
            "Number" => {
                let number = self.text.trim().parse().map_err(|_| broken(format!("Number «{}»", self.text)))?;
                if format == NumberFormat::Date { CellValue::Date(number) } else { CellValue::Number(number) }
            }
            "Boolean" => CellValue::Bool(matches!(self.text.trim(), "1" | "true")),
            "DateTime" => serial_of_iso(self.text.trim()).map_or(CellValue::Text(self.text), CellValue::Date),
            "Error" => CellValue::Error(self.text),
            _ => CellValue::Text(self.text),
        })
    }
}

/// Where an element stands, from 0, if it says so; the file counts from 1.
fn index(element: &BytesStart<'_>) -> Result<Option<u32>, FileFault> {
    let written = attribute(element, "Index")?;
    written.map(|digits| at_least(&digits, 1).map(|index| index - 1)).transpose()
}

fn count(element: &BytesStart<'_>, name: &str) -> Result<u32, FileFault> {
    attribute(element, name)?.map_or(Ok(0), |digits| at_least(&digits, 0))
}

fn at_least(digits: &str, least: u32) -> Result<u32, FileFault> {
    digits.trim().parse().ok().filter(|&number| number >= least).ok_or_else(|| broken(format!("«{digits}»")))
}

/// An attribute of the spreadsheet's namespace, which most files write `ss:` and some leave out.
fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, FileFault> {
    let prefixed = super::xml::attribute(element, &format!("ss:{name}"))?;
    prefixed.map_or_else(|| super::xml::attribute(element, name), |value| Ok(Some(value)))
}
