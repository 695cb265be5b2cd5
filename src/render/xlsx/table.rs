//! A table of a sheet: its head, rows, filter and conditions.

use rust_xlsxwriter::{IgnoreError, XlsxError};

use super::cell::Pen;
use super::conditions::{self, Conditions};
use super::fit;
use super::runs::Runs;
use super::sheet::Writer;
use super::style::{Look, Role};
use crate::render::align;
use crate::report::document::{Align, Column, Content, DocumentKind, Row, RowKind, Table};

/// Tables with more rows have no notes; "Nguồn số liệu" says the same there.
const MOST_ROWS_WITH_NOTES: usize = 500;

/// Links of a sheet in Excel; further cells say the same without one.
const MOST_LINKS: u32 = 65_530;

/// What is known of a table while its rows are written.
struct Course<'a> {
    table: &'a Table,
    notes: bool,
    conditions: Conditions,
    /// Rows of a long list are gone once they are written; nothing can be dressed later there.
    runs: Option<Runs>,
    /// Rows of computed numbers, by column.
    computed: Vec<Vec<u32>>,
}

impl Writer<'_> {
    /// Writes a table; below it a row stays empty.
    pub(super) fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        let header = self.row;
        self.table_head(table)?;
        let mut course = Course {
            table,
            notes: self.layout.document.kind == DocumentKind::WorkingPapers && table.rows.len() < MOST_ROWS_WITH_NOTES,
            conditions: Conditions::of(table),
            runs: (!self.is_list()).then(Runs::default),
            computed: vec![Vec::new(); table.columns.len()],
        };
        for row in &table.rows {
            self.table_row(&mut course, row)?;
        }
        if let Some(runs) = course.runs {
            runs.end(self.worksheet, self.styles)?;
        }
        let last = self.row - 1;
        if last > header {
            // Numbers of rows and what a cell said are texts on purpose.
            let right = columns_of(table).saturating_sub(1);
            self.worksheet.ignore_error_range(header, 0, last, right, IgnoreError::NumberStoredAsText)?;
            course.conditions.add(self.worksheet, header, last)?;
        }
        for (column, rows) in (0..).zip(&course.computed) {
            conditions::decimals(self.worksheet, column, rows)?;
        }
        if let (true, Some(right)) = (table.filter, columns_of(table).checked_sub(1)) {
            self.worksheet.autofilter(header, 0, last, right)?;
        }
        self.row += 1;
        Ok(())
    }

    fn table_head(&mut self, table: &Table) -> Result<(), XlsxError> {
        let format = self.styles.of(Look::plain(Role::Head, Align::Center));
        for (column, Column { title, .. }) in (0..).zip(&table.columns) {
            self.worksheet.write_string_with_format(self.row, column, title, format)?;
        }
        let heads = table.columns.iter().map(|column| fit::lines(&column.title, usize::from(column.width)));
        self.worksheet.set_row_height(self.row, fit::height(heads.max().unwrap_or(1)))?;
        self.row += 1;
        Ok(())
    }

    fn table_row(&mut self, course: &mut Course<'_>, row: &Row) -> Result<(), XlsxError> {
        let role = match row.kind {
            RowKind::Section => {
                let columns = columns_of(course.table);
                return self.across(Look::plain(Role::Section, Align::Left), columns, section_text(row));
            }
            RowKind::Total => Role::Total,
            RowKind::Body if self.is_list() => Role::List,
            RowKind::Body => Role::Body,
        };
        if role != Role::List {
            self.worksheet.set_row_height(self.row, fit::height(fit::row(row, &self.widths)))?;
        }
        for (position, (cell, column)) in (0..).zip(row.cells.iter().zip(&course.table.columns)) {
            let pen = Pen {
                layout: self.layout,
                sheet: self.position,
                role,
                align: align(cell, column),
                notes: course.notes,
                links: self.links < MOST_LINKS,
                by_words: course.conditions.cover(usize::from(position), cell),
            };
            let wrote =
                pen.write(self.worksheet, self.styles, (self.row, position), row, cell, course.runs.as_mut())?;
            self.links += u32::from(wrote.link);
            // Whoever types over a figure that formulas read may bring decimals along.
            let is_read = wrote.whole && !course.table.areas.is_empty();
            if (wrote.computed || is_read)
                && let Some(rows) = course.computed.get_mut(usize::from(position))
            {
                rows.push(self.row);
            }
        }
        self.row += 1;
        Ok(())
    }
}

/// A section row's only cell.
fn section_text(row: &Row) -> &str {
    match row.cells.first().map(|cell| &cell.content) {
        Some(Content::Text(text)) => text,
        _ => "",
    }
}

fn columns_of(table: &Table) -> u16 {
    u16::try_from(table.columns.len()).unwrap_or(u16::MAX)
}
