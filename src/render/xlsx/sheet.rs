//! One sheet: its lines and tables one below the other, and how it is printed.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::MOST_ROWS_IN_MEMORY;
use super::cell::Pen;
use super::fit;
use super::layout::{self, Layout, Sheet};
use super::runs::Runs;
use super::style::{LineRole, Look, Role, Styles};
use crate::render::align;
use crate::report::document::{
    Align, Block, Column, Content, DocumentKind, ParagraphStyle, Place, Row, RowKind, Table, Tone,
};

/// Width in characters of a sheet without tables.
const TEXT_WIDTH: u16 = 100;

/// A header further down than this stays where it is: frozen, it would leave no room to scroll in.
const LAST_FROZEN_ROW: u32 = 8;

/// Tables with more rows have no notes; "Nguồn số liệu" says the same there.
const MOST_ROWS_WITH_NOTES: usize = 500;

/// Margins of an official letter (Decree 30/2020/NĐ-CP), in inches: 30, 15, 20, 20 mm, and 10 mm for header and footer.
const MARGINS: [f64; 6] = [30.0 / 25.4, 15.0 / 25.4, 20.0 / 25.4, 20.0 / 25.4, 10.0 / 25.4, 10.0 / 25.4];

/// Number of the paper size A4.
const A4: u8 = 9;

/// Writes a sheet from top to bottom; long ones can be written in no other order.
pub(super) fn write(
    worksheet: &mut Worksheet,
    sheet: &Sheet<'_>,
    layout: &Layout<'_>,
    styles: &mut Styles,
) -> Result<(), XlsxError> {
    worksheet.set_name(&sheet.name)?;
    let mut writer = Writer { worksheet, sheet, layout, styles, widths: widths(sheet), row: 0 };
    writer.page()?;
    writer.columns()?;
    writer.head()?;
    for block in &sheet.part.blocks {
        match block {
            Block::Heading(_, text) => writer.line(LineRole::Heading, Tone::Plain, text)?,
            Block::Paragraph(paragraph) => {
                let tone = match paragraph.style {
                    ParagraphStyle::Verdict(tone) => tone,
                    _ => Tone::Plain,
                };
                writer.line(paragraph.style.into(), tone, &paragraph.text)?;
            }
            Block::Table(table) => writer.table(table)?,
            Block::Chart(_) | Block::Cards(_) => {}
        }
    }
    Ok(())
}

struct Writer<'a> {
    worksheet: &'a mut Worksheet,
    sheet: &'a Sheet<'a>,
    layout: &'a Layout<'a>,
    styles: &'a mut Styles,
    widths: Vec<u16>,
    row: u32,
}

/// The widest of each column over all tables of the sheet.
fn widths(sheet: &Sheet<'_>) -> Vec<u16> {
    let mut widths = vec![0; usize::from(sheet.columns)];
    for table in layout::tables(sheet.part) {
        for (width, column) in widths.iter_mut().zip(&table.columns) {
            *width = column.width.max(*width);
        }
    }
    if widths == [0] { vec![TEXT_WIDTH] } else { widths }
}

impl Writer<'_> {
    fn page(&mut self) -> Result<(), XlsxError> {
        let [left, right, top, bottom, header, footer] = MARGINS;
        let lines = self.is_list();
        self.worksheet
            .set_paper_size(A4)
            .set_print_fit_to_pages(1, 0)
            .set_margins(left, right, top, bottom, header, footer)
            .set_header("&C&\"Times New Roman,Regular\"&13&P")
            .set_screen_gridlines(lines)
            .set_print_gridlines(lines);
        if self.sheet.part.place != Place::Text {
            self.worksheet.set_landscape();
        }
        if let Some(footer) = &self.layout.document.footer {
            self.worksheet.set_footer(format!("&L&\"Times New Roman,Regular\"&9{}", footer.replace('&', "&&")));
        }
        self.freeze()
    }

    /// The head of the only table stays in sight, on screen and on every printed page.
    fn freeze(&mut self) -> Result<(), XlsxError> {
        let mut tables = layout::tables(self.sheet.part);
        if let (Some(_), None) = (tables.next(), tables.next()) {
            let blocks = self.sheet.part.blocks.iter();
            let above = blocks.take_while(|block| !matches!(block, Block::Table(_))).map(layout::height).sum::<usize>();
            let header = layout::head(self.layout.document, self.sheet.part) + u32::try_from(above).unwrap_or(u32::MAX);
            self.worksheet.set_repeat_rows(header, header)?;
            if header <= LAST_FROZEN_ROW {
                self.worksheet.set_freeze_panes(header + 1, 0)?;
            }
        }
        Ok(())
    }

    fn columns(&mut self) -> Result<(), XlsxError> {
        for (column, width) in (0..).zip(&self.widths) {
            self.worksheet.set_column_width(column, *width)?;
        }
        if self.is_list() {
            for table in layout::tables(self.sheet.part) {
                for (column, Column { align, .. }) in (0..).zip(&table.columns) {
                    let format = self.styles.of(Look::listed(*align));
                    self.worksheet.set_column_format(column, format)?;
                }
            }
        }
        Ok(())
    }

    fn head(&mut self) -> Result<(), XlsxError> {
        if self.layout.document.draft {
            self.line(LineRole::Draft, Tone::Plain, "DỰ THẢO")?;
        }
        if let Some(annex) = self.sheet.part.annex() {
            self.line(LineRole::Title, Tone::Plain, &annex.label)?;
            self.line(LineRole::Title, Tone::Plain, &annex.title.to_uppercase())?;
            self.line(LineRole::Caption, Tone::Plain, &annex.attached)?;
        }
        if !self.sheet.part.title.is_empty() {
            self.line(LineRole::Title, Tone::Plain, &self.sheet.part.title)?;
        }
        Ok(())
    }

    fn is_list(&self) -> bool {
        self.sheet.rows > MOST_ROWS_IN_MEMORY
    }

    /// A line over all columns, as high as its text needs: spreadsheets do not fit merged cells by themselves.
    fn line(&mut self, role: LineRole, tone: Tone, text: &str) -> Result<(), XlsxError> {
        self.across(Look::line(role, tone), self.sheet.columns, text)
    }

    fn across(&mut self, look: Look, columns: u16, text: &str) -> Result<(), XlsxError> {
        let width: usize = self.widths.iter().take(usize::from(columns)).map(|width| usize::from(*width)).sum();
        self.worksheet.set_row_height(self.row, fit::height(fit::lines(text, width)))?;
        let format = self.styles.of(look);
        if columns > 1 {
            self.worksheet.merge_range(self.row, 0, self.row, columns - 1, text, format)?;
        } else {
            self.worksheet.write_string_with_format(self.row, 0, text, format)?;
        }
        self.row += 1;
        Ok(())
    }

    fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        let header = self.row;
        let format = self.styles.of(Look::plain(Role::Head, Align::Center));
        for (column, Column { title, .. }) in (0..).zip(&table.columns) {
            self.worksheet.write_string_with_format(header, column, title, format)?;
        }
        let heads = table.columns.iter().map(|column| fit::lines(&column.title, usize::from(column.width)));
        self.worksheet.set_row_height(header, fit::height(heads.max().unwrap_or(1)))?;
        self.row += 1;
        let notes = self.layout.document.kind == DocumentKind::WorkingPapers && table.rows.len() < MOST_ROWS_WITH_NOTES;
        // Rows of a long list are gone once they are written; nothing can be dressed later there.
        let mut runs = if self.is_list() { None } else { Some(Runs::default()) };
        for row in &table.rows {
            self.table_row(table, row, notes, runs.as_mut())?;
        }
        if let Some(runs) = runs {
            runs.end(self.worksheet, self.styles)?;
        }
        if let (true, Some(last)) = (table.filter, columns_of(table).checked_sub(1)) {
            self.worksheet.autofilter(header, 0, self.row - 1, last)?;
        }
        self.row += 1;
        Ok(())
    }

    fn table_row(
        &mut self,
        table: &Table,
        row: &Row,
        notes: bool,
        mut runs: Option<&mut Runs>,
    ) -> Result<(), XlsxError> {
        let role = match row.kind {
            RowKind::Section => {
                return self.across(Look::plain(Role::Section, Align::Left), columns_of(table), section_text(row));
            }
            RowKind::Total => Role::Total,
            RowKind::Body if self.is_list() => Role::List,
            RowKind::Body => Role::Body,
        };
        if role != Role::List {
            self.worksheet.set_row_height(self.row, fit::height(fit::row(row, &self.widths)))?;
        }
        for (position, (cell, column)) in (0..).zip(row.cells.iter().zip(&table.columns)) {
            let pen = Pen { layout: self.layout, role, align: align(cell, column), notes };
            pen.write(self.worksheet, self.styles, (self.row, position), row, cell, runs.as_deref_mut())?;
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
