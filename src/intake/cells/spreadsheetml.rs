//! The XML of Excel 2003 (`SpreadsheetML`), which other programs write under the name .xls.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::collect::{Collector, serial_of_iso};
use super::spans::Spans;
use super::spreadsheetml_formats::Formats;
use super::xml::entity;
use super::{Remarks, broken, encoding};
use crate::model::{CellValue, FileFault, NumberFormat};

/// Where the reader stands.
struct Book<'x, 'o, 'l> {
    xml: Reader<&'x [u8]>,
    out: &'o mut Collector<'l>,
    formats: Formats,
    row: u32,
    next_row: u32,
    next_col: u32,
    spans: Spans,
}

/// What a cell says of itself.
struct Said {
    kind: String,
    text: String,
}

/// Reads all worksheets.
pub(super) fn read(bytes: &[u8], out: &mut Collector<'_>, remarks: &mut Remarks) -> Result<(), FileFault> {
    let (text, origin) = encoding::decode_markup(bytes)?;
    remarks.extend(origin.remark());
    let mut xml = Reader::from_str(&text);
    xml.config_mut().expand_empty_elements = true;
    let (formats, spans) = (Formats::default(), Spans::default());
    let mut book = Book { xml, out, formats, row: 0, next_row: 0, next_col: 0, spans };
    book.read()
}

impl Book<'_, '_, '_> {
    fn read(&mut self) -> Result<(), FileFault> {
        loop {
            match self.xml.read_event().map_err(broken)? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "Style" => self.formats.begin_style(&element)?,
                    "NumberFormat" => self.formats.number_format(&element)?,
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

    fn begin_sheet(&mut self, element: &BytesStart<'_>) -> Result<(), FileFault> {
        self.formats.begin_sheet();
        (self.next_row, self.next_col, self.spans) = (0, 0, Spans::default());
        self.out.sheet(Some(&attribute(element, "Name")?.unwrap_or_default()), false)
    }

    fn column(&mut self, element: &BytesStart<'_>) -> Result<(), FileFault> {
        let (from, to) = self.formats.column(element)?;
        if let (true, Some(hidden)) = (is_hidden(element)?, self.out.hidden()) {
            hidden.hide_columns(from, to.saturating_sub(1));
        }
        Ok(())
    }

    fn begin_row(&mut self, element: &BytesStart<'_>) -> Result<(), FileFault> {
        self.row = index(element)?.unwrap_or(self.next_row);
        self.next_row = self.row.saturating_add(1).saturating_add(count(element, "Span")?);
        self.next_col = 0;
        self.formats.begin_row(element)?;
        self.out.count(self.spans.begin_row(self.row))?;
        if let (true, Some(hidden)) = (is_hidden(element)?, self.out.hidden()) {
            hidden.hide_rows(self.row, self.next_row.saturating_sub(1));
        }
        Ok(())
    }

    fn read_cell(&mut self, element: &BytesStart<'_>) -> Result<(), FileFault> {
        let col = index(element)?.unwrap_or_else(|| self.spans.free(self.next_col));
        let columns = count(element, "MergeAcross")?.saturating_add(1);
        self.spans.cover((self.row, col), columns, count(element, "MergeDown")?.saturating_add(1));
        self.next_col = col.saturating_add(columns);
        let format = self.formats.of_cell(col, element)?;
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
pub(super) fn index(element: &BytesStart<'_>) -> Result<Option<u32>, FileFault> {
    let written = attribute(element, "Index")?;
    written.map(|digits| at_least(&digits, 1).map(|index| index - 1)).transpose()
}

/// A number that is nought where the element does not say it.
pub(super) fn count(element: &BytesStart<'_>, name: &str) -> Result<u32, FileFault> {
    attribute(element, name)?.map_or(Ok(0), |digits| at_least(&digits, 0))
}

fn at_least(digits: &str, least: u32) -> Result<u32, FileFault> {
    digits.trim().parse().ok().filter(|&number| number >= least).ok_or_else(|| broken(format!("«{digits}»")))
}

/// Whether a row or column is hidden.
fn is_hidden(element: &BytesStart<'_>) -> Result<bool, FileFault> {
    Ok(attribute(element, "Hidden")?.as_deref() == Some("1"))
}

/// An attribute of the spreadsheet's namespace, which most files write `ss:` and some leave out.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, FileFault> {
    let prefixed = super::xml::attribute(element, &format!("ss:{name}"))?;
    prefixed.map_or_else(|| super::xml::attribute(element, name), |value| Ok(Some(value)))
}
