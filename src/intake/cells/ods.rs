//! OpenDocument spreadsheets, streamed from `content.xml`.
//!
//! Read here and not by calamine, which drops the percent format, expands repeated blanks into memory and never
//! returns from a table that is cut off.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::broken;
use super::collect::{Collector, serial_of_iso};
use super::xml::{self, attribute};
use crate::model::{CellValue, FileFault, NumberFormat};

/// A cell of the row being read.
struct RowCell {
    col: u32,
    value: CellValue,
    format: NumberFormat,
    formula: bool,
}

/// Where the reader stands.
struct Sheet<'x, 'o, 'l> {
    xml: Reader<&'x [u8]>,
    out: &'o mut Collector<'l>,
    hidden_styles: BTreeSet<String>,
    row: u32,
    /// The column that the next declaration is for.
    col: u32,
}

/// Reads all tables of the spreadsheet.
pub(super) fn read(content: &str, out: &mut Collector<'_>) -> Result<(), FileFault> {
    let mut xml = Reader::from_str(content);
    xml.config_mut().expand_empty_elements = true;
    let mut sheet = Sheet { xml, out, hidden_styles: BTreeSet::new(), row: 0, col: 0 };
    let mut style = String::new();
    loop {
        match sheet.xml.read_event().map_err(broken)? {
            Event::Start(element) => match element.name().as_ref() {
                "style:style" => style = attribute(&element, "style:name")?.unwrap_or_default(),
                "style:table-properties" if attribute(&element, "table:display")?.as_deref() == Some("false") => {
                    sheet.hidden_styles.insert(std::mem::take(&mut style));
                }
                "table:table" => sheet.begin(&element)?,
                "table:table-column" => sheet.read_column(&element)?,
                "table:table-row" => sheet.read_row(&element)?,
                "table:tracked-changes" | "office:settings" => {
                    sheet.xml.read_to_end(element.name()).map_err(broken)?;
                }
                _ => {}
            },
            Event::End(end) if end.name().as_ref() == "office:spreadsheet" => return Ok(()),
            Event::Eof => return Err(broken("content.xml: EOF")),
            _ => {}
        }
    }
}

impl Sheet<'_, '_, '_> {
    fn begin(&mut self, table: &BytesStart<'_>) -> Result<(), FileFault> {
        (self.row, self.col) = (0, 0);
        let name = attribute(table, "table:name")?.unwrap_or_default();
        let hidden = attribute(table, "table:style-name")?.is_some_and(|style| self.hidden_styles.contains(&style));
        self.out.sheet(Some(&name), hidden)
    }

    fn read_column(&mut self, column: &BytesStart<'_>) -> Result<(), FileFault> {
        let repeated = repeats(column, "table:number-columns-repeated")?;
        let is_shown = matches!(attribute(column, "table:visibility")?.as_deref(), None | Some("visible"));
        if let (false, Some(hidden)) = (is_shown, self.out.hidden()) {
            hidden.hide_columns(self.col, self.col.saturating_add(repeated.saturating_sub(1)));
        }
        self.col = self.col.saturating_add(repeated);
        Ok(())
    }

    fn read_row(&mut self, row: &BytesStart<'_>) -> Result<(), FileFault> {
        let repeated = repeats(row, "table:number-rows-repeated")?;
        let is_shown = matches!(attribute(row, "table:visibility")?.as_deref(), None | Some("visible"));
        if let (false, Some(hidden)) = (is_shown, self.out.hidden()) {
            hidden.hide_rows(self.row, self.row.saturating_add(repeated.saturating_sub(1)));
        }
        let cells = self.read_cells()?;
        if !cells.is_empty() {
            for row in (0..repeated).map(|offset| self.row.saturating_add(offset)) {
                for cell in &cells {
                    self.out.push((row, cell.col), cell.value.clone(), cell.format, cell.formula)?;
                }
            }
        }
        self.row = self.row.saturating_add(repeated);
        Ok(())
    }

    /// The row's cells up to its end, repeated ones spelled out.
    fn read_cells(&mut self) -> Result<Vec<RowCell>, FileFault> {
        let mut cells = Vec::new();
        let mut col = 0_u32;
        loop {
            match self.xml.read_event().map_err(broken)? {
                Event::Start(cell)
                    if matches!(cell.name().as_ref(), "table:table-cell" | "table:covered-table-cell") =>
                {
                    let repeated = repeats(&cell, "table:number-columns-repeated")?;
                    let text = self.read_text(cell.name().as_ref())?;
                    if let Some((value, format)) = cell_value(&cell, text)? {
                        let formula = attribute(&cell, "table:formula")?.is_some();
                        self.out.check_copies(&value, col, repeated)?;
                        let columns = (0..repeated).map(|offset| col + offset);
                        cells.extend(columns.map(|col| RowCell { col, value: value.clone(), format, formula }));
                    }
                    col = col.saturating_add(repeated);
                }
                Event::End(end) if end.name().as_ref() == "table:table-row" => return Ok(cells),
                Event::Eof => return Err(broken("content.xml: EOF")),
                _ => {}
            }
        }
    }

    /// The paragraphs of a cell, one a line, without its comments.
    fn read_text(&mut self, cell: &str) -> Result<String, FileFault> {
        let mut text = String::new();
        let mut paragraphs = 0;
        loop {
            match self.xml.read_event().map_err(broken)? {
                Event::Start(element) => match element.name().as_ref() {
                    "text:p" => {
                        text.push_str(if paragraphs > 0 { "\n" } else { "" });
                        paragraphs += 1;
                    }
                    "text:s" => {
                        let count = repeats(&element, "text:c")?;
                        text.extend(std::iter::repeat_n(' ', count.min(1_000) as usize));
                    }
                    "text:tab" => text.push('\t'),
                    "text:line-break" => text.push('\n'),
                    "office:annotation" => {
                        self.xml.read_to_end(element.name()).map_err(broken)?;
                    }
                    _ => {}
                },
                Event::Text(part) if paragraphs > 0 => text.push_str(&part.xml10_content()),
                Event::CData(part) if paragraphs > 0 => text.push_str(&part.xml10_content()),
                Event::GeneralRef(entity) => text.push_str(&xml::entity(entity)?),
                Event::End(end) if end.name().as_ref() == cell => return Ok(text),
                Event::Eof => return Err(broken("content.xml: EOF")),
                _ => {}
            }
        }
    }
}

/// What a cell holds, by its declared type; nothing for a blank.
fn cell_value(cell: &BytesStart<'_>, text: String) -> Result<Option<(CellValue, NumberFormat)>, FileFault> {
    if attribute(cell, "calcext:value-type")?.as_deref() == Some("error") {
        return Ok(Some((CellValue::Error(text), NumberFormat::General)));
    }
    let formula = attribute(cell, "table:formula")?;
    let number = |format| Ok(Some((CellValue::Number(number_attribute(cell)?), format)));
    match attribute(cell, "office:value-type")?.as_deref() {
        Some("float") => number(NumberFormat::General),
        Some("percentage") => number(NumberFormat::Percent),
        Some("currency") => number(NumberFormat::Number),
        Some("boolean") => {
            let truth = attribute(cell, "office:boolean-value")?.as_deref() == Some("true");
            Ok(Some((CellValue::Bool(truth), NumberFormat::General)))
        }
        Some("date") => {
            let serial = attribute(cell, "office:date-value")?.and_then(|iso| serial_of_iso(&iso));
            Ok(Some((serial.map_or(CellValue::Text(text), CellValue::Date), NumberFormat::Date)))
        }
        Some(_) => {
            let written = attribute(cell, "office:string-value")?.unwrap_or(text);
            let is_error = formula.is_some() && written.starts_with('#') && written.ends_with(['!', '?', 'A']);
            let value = if is_error { CellValue::Error(written) } else { CellValue::Text(written) };
            Ok(Some((value, NumberFormat::General)))
        }
        None => Ok(formula.map(|formula| {
            let text = formula.split_once('=').map_or(formula.as_str(), |(_, text)| text);
            (CellValue::Uncomputed(text.to_owned()), NumberFormat::General)
        })),
    }
}

fn number_attribute(cell: &BytesStart<'_>) -> Result<f64, FileFault> {
    let written = attribute(cell, "office:value")?.unwrap_or_default();
    written.parse().map_err(|_| broken(format!("office:value=\"{written}\"")))
}

fn repeats(element: &BytesStart<'_>, name: &str) -> Result<u32, FileFault> {
    let written = attribute(element, name)?;
    written.map_or(Ok(1), |digits| digits.parse().map_err(|_| broken(format!("{name}=\"{digits}\""))))
}
