//! One sheet: its lines, drawings and tables one below the other.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::MOST_ROWS_IN_MEMORY;
use super::cell::fitting;
use super::chart;
use super::fit;
use super::layout::{self, Layout, Sheet};
use super::page;
use super::style::{LineRole, Look, Styles};
use crate::report::document::{Block, Chart, ParagraphStyle, Tone};

/// Width in characters of a sheet without tables.
const TEXT_WIDTH: u16 = 100;

/// Pixels between a table and the drawing beside it.
const ASIDE: u32 = 16;

/// Writes a sheet from top to bottom; long ones can be written in no other order.
pub(super) fn write(
    worksheet: &mut Worksheet,
    position: usize,
    sheet: &Sheet<'_>,
    layout: &Layout<'_>,
    styles: &mut Styles,
) -> Result<(), XlsxError> {
    worksheet.set_name(&sheet.name)?;
    let mut writer = Writer { worksheet, position, sheet, layout, styles, widths: widths(sheet), row: 0, links: 0 };
    page::set_up(&mut writer)?;
    writer.head()?;
    for (top, block) in &sheet.blocks {
        writer.row = *top;
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
            Block::Chart(chart) => writer.chart(chart)?,
            Block::Cards(_) => {}
        }
    }
    Ok(())
}

pub(super) struct Writer<'a> {
    pub(super) worksheet: &'a mut Worksheet,
    /// Position of the sheet.
    pub(super) position: usize,
    pub(super) sheet: &'a Sheet<'a>,
    pub(super) layout: &'a Layout<'a>,
    pub(super) styles: &'a mut Styles,
    /// Of the columns, in characters.
    pub(super) widths: Vec<u16>,
    /// The next row to be written, from zero.
    pub(super) row: u32,
    /// Links so far.
    pub(super) links: u32,
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

    /// Whether it is so long that it is for filtering, not for print.
    pub(super) fn is_list(&self) -> bool {
        self.sheet.rows > MOST_ROWS_IN_MEMORY
    }

    /// A line over all columns, as high as its text needs: spreadsheets do not fit merged cells by themselves.
    fn line(&mut self, role: LineRole, tone: Tone, text: &str) -> Result<(), XlsxError> {
        self.across(Look::line(role, tone), self.sheet.columns, text)
    }

    pub(super) fn across(&mut self, look: Look, columns: u16, text: &str) -> Result<(), XlsxError> {
        let width: usize = self.widths.iter().take(usize::from(columns)).map(|width| usize::from(*width)).sum();
        self.worksheet.set_row_height(self.row, fit::height(fit::lines(text, width)))?;
        let (format, text) = (self.styles.of(look), &*fitting(text));
        if columns > 1 {
            self.worksheet.merge_range(self.row, 0, self.row, columns - 1, text, format)?;
        } else {
            self.worksheet.write_string_with_format(self.row, 0, text, format)?;
        }
        self.row += 1;
        Ok(())
    }

    fn chart(&mut self, chart: &Chart) -> Result<(), XlsxError> {
        if let Some((header, table)) = self.sheet.tables().find(|(_, table)| table.id == chart.table) {
            let beside = header == self.row;
            let column = if beside { u16::try_from(table.columns.len()).unwrap_or(u16::MAX) } else { 0 };
            let widths = self.widths.get(usize::from(column)..).unwrap_or_default();
            let drawing = chart::drawing(chart, table, &self.sheet.name, header, widths);
            self.worksheet.insert_chart_with_offset(self.row, column, &drawing, if beside { ASIDE } else { 0 }, 0)?;
        }
        Ok(())
    }
}
