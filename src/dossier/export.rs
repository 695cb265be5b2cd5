//! An export that is no plain text, as one: a line for each row below the head, with the columns that say something.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::intake::cells::Limits;
use crate::intake::cells::rows::{self, RowCells};
use crate::intake::text::fold;
use crate::model::{DossierColumn, FileFault};

use super::head::{Head, ROWS, folded, wanted};

/// Between two fields.
const TAB: u8 = b'\t';

/// The rows of an export; a worker hands it over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportText {
    /// Rows below the head, fields parted by tabs. Rows of further sheets with a head follow those of the first.
    pub(super) text: String,
    /// What each field says.
    columns: Vec<DossierColumn>,
    /// Columns of the first sheet that a further one lacks.
    lacking: Vec<DossierColumn>,
    /// The head of the column of codes.
    code: String,
    /// Rows down to the first head.
    above: u64,
    /// Blank ones among them.
    blank: u64,
    /// Rows above heads, and on sheets without one.
    titles: u64,
    /// Heads.
    heads: u64,
}

impl ExportText {
    /// Reads any file that is not plain text; `heads` as in the plan.
    pub fn read(
        name: &str,
        bytes: &[u8],
        heads: &BTreeMap<DossierColumn, Vec<String>>,
        limits: &Limits,
    ) -> Result<Self, FileFault> {
        let heads = folded(heads);
        let mut writer = Writer { heads: &heads, export: Self::default(), sheet: Sheet::default() };
        rows::rows(name, bytes, limits, |sheet, row, cells: &RowCells<'_>| writer.row(sheet, row, cells))?;
        writer.leave();
        if writer.export.heads == 0 {
            return Err(FileFault::new("X502", ""));
        }
        Ok(writer.export)
    }

    /// How its rows are to be read.
    pub(super) fn head(&self) -> Head {
        let columns = self.columns.iter().copied().enumerate();
        Head {
            delimiter: TAB,
            rows: self.above,
            blank: self.blank,
            titles: self.titles,
            heads: self.heads,
            end: 0,
            wanted: columns.filter(|(_, column)| !self.lacking.contains(column)).collect(),
            code: self.code.clone(),
        }
    }
}

/// Writes rows as they come.
struct Writer<'h> {
    heads: &'h [(DossierColumn, Vec<String>)],
    export: ExportText,
    sheet: Sheet,
}

/// Where the sheet stands that is being read.
#[derive(Default)]
struct Sheet {
    number: usize,
    /// Rows up to here are written or counted.
    rows: u32,
    /// Rows with cells above the head.
    titles: u64,
    /// The sheet's column for each of the export's fields, once the head is found.
    fields: Option<Vec<Option<u32>>>,
}

impl Writer<'_> {
    fn row(&mut self, sheet: usize, row: u32, cells: &RowCells<'_>) {
        if sheet != self.sheet.number {
            self.leave();
            self.sheet = Sheet { number: sheet, ..Sheet::default() };
        }
        match self.sheet.fields.take() {
            Some(fields) => {
                let gap = row.saturating_sub(self.sheet.rows);
                self.export.text.extend((0..gap).map(|_| '\n'));
                self.write(&fields, cells);
                self.sheet.fields = Some(fields);
            }
            None => self.seek(row, cells),
        }
        self.sheet.rows = row.saturating_add(1);
    }

    /// Counts what stood above on a sheet that ends.
    fn leave(&mut self) {
        self.export.titles += self.sheet.titles;
    }

    /// A row above the head, or the head.
    fn seek(&mut self, row: u32, cells: &RowCells<'_>) {
        let found = if row as usize > ROWS { Vec::new() } else { self.columns(cells) };
        if !found.iter().any(|(_, column)| *column == DossierColumn::Code) || found.len() < 2 {
            self.sheet.titles += 1;
            return;
        }
        if self.export.heads == 0 {
            self.export.columns = found.iter().map(|(_, column)| *column).collect();
            self.export.above = u64::from(row) + 1;
            self.export.blank = u64::from(row) - self.sheet.titles;
            let code = found.iter().find(|(_, column)| *column == DossierColumn::Code).map(|(col, _)| *col);
            let text = cells.iter().find(|(col, _)| Some(*col) == code).map(|(_, text)| fold(text));
            self.export.code = text.unwrap_or_default();
        }
        self.export.heads += 1;
        let of = |column: &DossierColumn| found.iter().find(|(_, has)| has == column).map(|(col, _)| *col);
        let fields: Vec<Option<u32>> = self.export.columns.iter().map(of).collect();
        let lacking = self.export.columns.iter().zip(&fields).filter(|(_, field)| field.is_none());
        self.export.lacking.extend(lacking.map(|(column, _)| *column));
        self.sheet.fields = Some(fields);
    }

    /// What the cells of a head say.
    fn columns(&self, cells: &RowCells<'_>) -> Vec<(u32, DossierColumn)> {
        let texts: Vec<String> = cells.iter().map(|(_, text)| fold(text)).collect();
        let found = wanted(&texts, self.heads).into_iter();
        found.filter_map(|(at, column)| Some((cells.get(at)?.0, column))).collect()
    }

    fn write(&mut self, fields: &[Option<u32>], cells: &RowCells<'_>) {
        let text = &mut self.export.text;
        let begin = text.len();
        for (number, field) in fields.iter().enumerate() {
            if number > 0 {
                text.push('\t');
            }
            let found = field.and_then(|col| cells.binary_search_by_key(&col, |(col, _)| *col).ok());
            if let Some((_, cell)) = found.and_then(|at| cells.get(at)) {
                push(text, cell);
            }
        }
        // A row that has only cells nobody asks for is not blank; a quoted nothing is no line break.
        if text.get(begin..).is_some_and(|row| row.bytes().all(|byte| byte == TAB)) {
            text.truncate(begin);
            text.push('-');
        }
        text.push('\n');
    }
}

/// Writes a cell so that it ends no field and opens no quotes.
fn push(text: &mut String, cell: &str) {
    if cell.starts_with('"') {
        text.push(' ');
    }
    for (number, line) in cell.split(|c: char| c.is_ascii_control()).enumerate() {
        if number > 0 {
            text.push(' ');
        }
        text.push_str(line);
    }
}
