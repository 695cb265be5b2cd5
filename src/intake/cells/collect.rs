//! Cells as they come from a format's reader: normalised, counted, ordered.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::hidden::Hidden;
use super::legacy::{Font, Fonts};
use super::{Limits, broken};
use crate::model::{Address, Cell, CellValue, FileFault, NumberFormat, Remark, SheetCells};

/// Gathers the cells of one file and holds its limits.
pub(super) struct Collector<'a> {
    limits: &'a Limits,
    sheets: Vec<SheetCells>,
    names: BTreeSet<String>,
    hidden: Vec<Hidden>,
    fonts: Fonts,
    /// Cells written down, blank ones too, and places that merged cells cover.
    cells: usize,
    /// Bytes of text.
    text: u64,
}

impl<'a> Collector<'a> {
    pub(super) fn new(limits: &'a Limits) -> Self {
        let names = BTreeSet::new();
        Self { limits, sheets: Vec::new(), names, hidden: Vec::new(), fonts: Fonts::new(), cells: 0, text: 0 }
    }

    pub(super) fn limits(&self) -> &'a Limits {
        self.limits
    }

    /// Begins a sheet. Two of one name are refused: the libraries look sheets up by name and would read the first twice.
    pub(super) fn sheet(&mut self, name: Option<&str>, hidden: bool) -> Result<(), FileFault> {
        if self.sheets.len() >= self.limits.sheets {
            return Err(FileFault::over_limit("sheets", self.limits.sheets));
        }
        let name = name.map(|text| nfc(text.to_owned()));
        if let Some(name) = &name
            && !self.names.insert(name.clone())
        {
            return Err(broken(format!("sheet «{name}» ×2")));
        }
        self.sheets.push(SheetCells { name: name.map(Arc::from), hidden, cells: Vec::new() });
        self.hidden.push(Hidden::default());
        Ok(())
    }

    /// What the sheet begun last hides.
    pub(super) fn hidden(&mut self) -> Option<&mut Hidden> {
        self.hidden.last_mut()
    }

    /// Tells what the sheet begun last hides, if anything.
    pub(super) fn hide(&mut self, hidden: Option<&Hidden>) {
        if let (Some(own), Some(hidden)) = (self.hidden.last_mut(), hidden) {
            own.clone_from(hidden);
        }
    }

    /// S210 where hidden rows and columns hold cells: the ranges (`Số liệu!5:7`), and the first cell in each.
    pub(super) fn hidden_with_cells(&self) -> Option<Remark> {
        let (mut names, mut places) = (Vec::new(), Vec::new());
        for (sheet, hidden) in self.sheets.iter().zip(&self.hidden) {
            for (range, first) in hidden.with_cells(sheet.cells.iter().map(|cell| cell.at)) {
                names.push(sheet.name.as_ref().map_or_else(|| range.clone(), |name| format!("{name}!{range}")));
                places.push((sheet.name.clone(), first));
            }
        }
        (!names.is_empty()).then(|| Remark::new("S210", names.join("; ")).at(places))
    }

    /// Says that a cell of the sheet begun last is shown in a font older than Unicode.
    pub(super) fn font(&mut self, at: (u32, u32), font: Font) {
        let sheet = self.sheets.len().saturating_sub(1);
        self.fonts.insert((sheet, Address::new(at.0, at.1)), font);
    }

    /// Hides the sheet begun last.
    pub(super) fn hide_sheet(&mut self) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.hidden = true;
        }
    }

    /// Adds a cell to the sheet begun last; blank text is dropped.
    pub(super) fn push(
        &mut self,
        at: (u32, u32),
        value: CellValue,
        format: NumberFormat,
        formula: bool,
    ) -> Result<(), FileFault> {
        let at = Address::new(at.0, at.1);
        if at.row >= self.limits.rows {
            return Err(FileFault::over_limit("rows", self.limits.rows).place(at));
        }
        if at.col >= self.limits.columns {
            return Err(FileFault::over_limit("columns", self.limits.columns).place(at));
        }
        self.count(1)?;
        let Some(value) = self.tidy(at, value)? else { return Ok(()) };
        let format = if matches!(value, CellValue::Date(_)) { NumberFormat::Date } else { format };
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.cells.push(Cell { at, value, format, formula });
        }
        Ok(())
    }

    /// Counts cells, and whatever else costs as much as one.
    pub(super) fn count(&mut self, cells: usize) -> Result<(), FileFault> {
        self.cells = self.cells.saturating_add(cells);
        let most = self.limits.cells;
        if self.cells > most { Err(FileFault::over_limit("cells", most)) } else { Ok(()) }
    }

    /// Whether so many copies of a value, from this column on, may be made at all.
    pub(super) fn check_copies(&self, value: &CellValue, col: u32, copies: u32) -> Result<(), FileFault> {
        if col.saturating_add(copies) > self.limits.columns {
            return Err(FileFault::over_limit("columns", self.limits.columns));
        }
        let text = if let CellValue::Text(text) = value { text.len() as u64 } else { 0 };
        self.check_text(text.saturating_mul(copies.into()))
    }

    fn check_text(&self, more: u64) -> Result<(), FileFault> {
        let most = self.limits.unpacked_bytes;
        if self.text.saturating_add(more) > most { Err(FileFault::over_limit("unpacked_bytes", most)) } else { Ok(()) }
    }

    fn tidy(&mut self, at: Address, value: CellValue) -> Result<Option<CellValue>, FileFault> {
        Ok(match value {
            CellValue::Text(text) if is_blank(&text) => None,
            CellValue::Text(text) => {
                let most = self.limits.text_length;
                if text.len() > most && text.encode_utf16().count() > most {
                    return Err(FileFault::over_limit("text_length", most).place(at));
                }
                self.check_text(text.len() as u64)?;
                self.text += text.len() as u64;
                Some(CellValue::Text(nfc(text)))
            }
            CellValue::Number(number) | CellValue::Date(number) if !number.is_finite() => {
                Some(CellValue::Error("#NUM!".to_owned()))
            }
            other => Some(other),
        })
    }

    /// All sheets, their cells by row, then column, and the cells in old fonts.
    pub(super) fn finish(mut self) -> Result<(Vec<SheetCells>, Fonts), FileFault> {
        if self.sheets.iter().all(|sheet| sheet.cells.is_empty()) {
            return Err(FileFault::new("F011", ""));
        }
        for sheet in &mut self.sheets {
            if !sheet.cells.is_sorted_by_key(|cell| cell.at) {
                sheet.cells.sort_by_key(|cell| cell.at);
            }
            let twice = sheet.cells.iter().zip(sheet.cells.iter().skip(1)).find(|(a, b)| a.at == b.at);
            if let Some((cell, _)) = twice {
                return Err(broken(format!("{} ×2", cell.at)));
            }
        }
        Ok((self.sheets, self.fonts))
    }
}

/// Days since 30 December 1899 of an ISO 8601 date or date and time: Excel's serial from March 1900 on.
pub(super) fn serial_of_iso(text: &str) -> Option<f64> {
    const SECONDS_PER_DAY: f64 = 86_400.0;
    let moment = text
        .parse::<NaiveDateTime>()
        .ok()
        .or_else(|| text.parse::<NaiveDate>().ok().and_then(|day| day.and_hms_opt(0, 0, 0)))?;
    let since = moment - NaiveDate::from_ymd_opt(1899, 12, 30)?.and_hms_opt(0, 0, 0)?;
    let days = f64::from(i32::try_from(since.num_days()).ok()?);
    let seconds = f64::from(i32::try_from(since.num_seconds() % 86_400).ok()?);
    Some(days + seconds / SECONDS_PER_DAY)
}

/// Whether nothing can be seen: spaces, no-break and zero-width spaces, byte order marks, line breaks.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c.is_control() || matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{2060}'))
}

/// NFC, without the control characters that no sheet shows and no XML may hold.
fn nfc(text: String) -> String {
    let forbidden = |c: char| (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    if text.contains(forbidden) {
        return text.replace(forbidden, "").nfc().collect();
    }
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return text;
    }
    text.nfc().collect()
}
