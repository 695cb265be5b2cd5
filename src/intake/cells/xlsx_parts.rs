//! Shared strings and number formats of an Office Open XML workbook.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::xml::{attribute, entity};
use super::{Limits, broken, number_format};
use crate::model::{FileFault, NumberFormat};

/// The texts that cells name by number, one after the other.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    /// Reads the part; phonetic readings are no part of a text.
    pub(super) fn read(part: &str, limits: &Limits) -> Result<Self, FileFault> {
        let mut strings = Self::default();
        let mut xml = Reader::from_str(part);
        let (mut takes, mut phonetic) = (false, false);
        loop {
            match xml.read_event().map_err(broken)? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "t" => takes = !phonetic,
                    "rPh" => phonetic = true,
                    _ => {}
                },
                Event::End(element) => match element.local_name().as_ref() {
                    "t" => takes = false,
                    "rPh" => phonetic = false,
                    "si" => strings.end(limits)?,
                    _ => {}
                },
                Event::Empty(element) if element.local_name().as_ref() == "si" => strings.end(limits)?,
                Event::Text(text) if takes => strings.text.push_str(&text.into_inner()),
                Event::CData(text) if takes => strings.text.push_str(&text.into_inner()),
                Event::GeneralRef(name) if takes => strings.text.push_str(&entity(name)?),
                Event::Eof => return Ok(strings),
                _ => {}
            }
        }
    }

    fn end(&mut self, limits: &Limits) -> Result<(), FileFault> {
        if self.ends.len() >= limits.cells {
            return Err(FileFault::over_limit("cells", limits.cells));
        }
        self.ends.push(self.text.len());
        Ok(())
    }

    /// The text of this number.
    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let begin = number.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.text.get(begin..*self.ends.get(number)?)
    }
}

/// Which of the styles that cells name by number show a day.
pub(super) fn date_styles(part: &str) -> Vec<bool> {
    let mut own: Vec<(String, bool)> = Vec::new();
    let (mut styles, mut in_cells) = (Vec::new(), false);
    let mut xml = Reader::from_str(part);
    while let Ok(event) = xml.read_event() {
        match event {
            Event::Start(element) | Event::Empty(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let is_date = said(&element, "formatCode").is_some_and(|code| is_date(number_format::class(&code)));
                    own.extend(said(&element, "numFmtId").map(|id| (id, is_date)));
                }
                "cellXfs" => in_cells = true,
                "cellStyles" | "dxfs" => in_cells = false,
                "xf" if in_cells => {
                    let id = said(&element, "numFmtId").unwrap_or_default();
                    let named = own.iter().find(|(own, _)| *own == id).map(|(_, is_date)| *is_date);
                    let builtin = || is_date(number_format::builtin(id.parse().unwrap_or(0)));
                    styles.push(named.unwrap_or_else(builtin));
                }
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    styles
}

fn said(element: &BytesStart<'_>, name: &str) -> Option<String> {
    attribute(element, name).ok().flatten()
}

fn is_date(format: NumberFormat) -> bool {
    format == NumberFormat::Date
}
