//! The number formats of the XML of Excel 2003: styles, and what has them.

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use super::number_format;
use super::spreadsheetml::{attribute, count, index};
use crate::model::{FileFault, NumberFormat};

/// Formats by the styles read so far, and the styles of the sheet's columns and of the row being read.
#[derive(Default)]
pub(super) struct Formats {
    styles: BTreeMap<String, NumberFormat>,
    /// The style being read.
    style: String,
    /// Columns by their first, with the one after their last and their format.
    columns: BTreeMap<u32, (u32, NumberFormat)>,
    row_style: Option<String>,
}

impl Formats {
    /// A style has its parent's number format until it names one.
    pub(super) fn begin_style(&mut self, element: &BytesStart<'_>) -> Result<(), FileFault> {
        self.style = attribute(element, "ID")?.unwrap_or_default();
        let parent = attribute(element, "Parent")?.and_then(|parent| self.styles.get(&parent).copied());
        self.styles.insert(self.style.clone(), parent.unwrap_or_default());
        Ok(())
    }

    pub(super) fn number_format(&mut self, element: &BytesStart<'_>) -> Result<(), FileFault> {
        let format = attribute(element, "Format")?.unwrap_or_default();
        self.styles.insert(self.style.clone(), number_format::named(&format));
        Ok(())
    }

    pub(super) fn begin_sheet(&mut self) {
        self.columns.clear();
        self.row_style = None;
    }

    /// Takes up a column or several; gives back the first and the one after the last.
    pub(super) fn column(&mut self, element: &BytesStart<'_>) -> Result<(u32, u32), FileFault> {
        let following = self.columns.last_key_value().map_or(0, |(_, (to, _))| *to);
        let from = index(element)?.unwrap_or(following);
        let to = from.saturating_add(1).saturating_add(count(element, "Span")?);
        let format = attribute(element, "StyleID")?.and_then(|id| self.styles.get(&id).copied());
        self.columns.insert(from, (to, format.unwrap_or_default()));
        Ok((from, to))
    }

    pub(super) fn begin_row(&mut self, element: &BytesStart<'_>) -> Result<(), FileFault> {
        self.row_style = attribute(element, "StyleID")?;
        Ok(())
    }

    /// The format of a cell: by its own style, else its row's, else its column's.
    pub(super) fn of_cell(&self, col: u32, element: &BytesStart<'_>) -> Result<NumberFormat, FileFault> {
        let own = attribute(element, "StyleID")?;
        let format = match own.as_ref().or(self.row_style.as_ref()) {
            Some(id) => self.styles.get(id),
            None => self.columns.range(..=col).next_back().filter(|(_, (to, _))| *to > col).map(|(_, (_, of))| of),
        };
        Ok(format.copied().unwrap_or_default())
    }
}
