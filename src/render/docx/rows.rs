//! Rows of a table as markup, written straight into one text: a template for every cell would cost more than all else.

use std::borrow::Cow;

use super::measure::Twips;
use crate::render::{align, figure};
use crate::report::document::{Align, Cell, Content, Row, RowKind, Table};
use crate::templates::xml;

/// One level of indent: 3 mm. The deepest has four.
const INDENT: Twips = 170;
const DEEPEST: u8 = 4;

/// A row with a longer cell may be longer than a page, and must be allowed to split.
const LONGEST_WHOLE: usize = 1_500;

/// The head, which every page repeats, and the rows.
pub(super) fn of(table: &Table, widths: &[Twips]) -> String {
    let mut writer = Writer { out: String::new() };
    writer.head(table, widths);
    for row in &table.rows {
        writer.row(row, table, widths);
    }
    writer.out
}

/// What a cell says, lines apart by line feeds. Colours stay out of a signed letter, and so do bars.
pub(super) fn said(cell: &Cell) -> Cow<'_, str> {
    match &cell.content {
        Content::Empty | Content::Bar(_) => Cow::Borrowed(""),
        Content::Text(text) => Cow::Borrowed(text),
        Content::Number { .. } | Content::Rate(_) => Cow::Owned(figure(&cell.content).unwrap_or_default()),
    }
}

struct Writer {
    out: String,
}

/// How the text of a cell is set.
struct Setting {
    style: &'static str,
    indent: u8,
    bold: bool,
}

impl Writer {
    fn head(&mut self, table: &Table, widths: &[Twips]) {
        self.out.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (column, width) in table.columns.iter().zip(widths) {
            self.cell(*width, 1, &column.title, &Setting { style: "CellHead", indent: 0, bold: false });
        }
        self.out.push_str("</w:tr>\n");
    }

    fn row(&mut self, row: &Row, table: &Table, widths: &[Twips]) {
        let whole = row.cells.iter().all(|cell| said(cell).len() <= LONGEST_WHOLE);
        self.out.push_str(if whole { "<w:tr><w:trPr><w:cantSplit/></w:trPr>" } else { "<w:tr>" });
        if row.kind == RowKind::Section {
            let text = row.cells.first().map(said).unwrap_or_default();
            let group = Setting { style: "CellGroup", indent: 0, bold: false };
            self.cell(widths.iter().sum(), widths.len(), &text, &group);
        } else {
            for ((cell, column), width) in row.cells.iter().zip(&table.columns).zip(widths) {
                let style = style(align(cell, column));
                let setting = Setting { style, indent: cell.indent, bold: row.kind == RowKind::Total };
                self.cell(*width, 1, &said(cell), &setting);
            }
        }
        self.out.push_str("</w:tr>\n");
    }

    fn cell(&mut self, width: Twips, columns: usize, text: &str, setting: &Setting) {
        self.push(&["<w:tc><w:tcPr><w:tcW w:w=\"", &width.to_string(), "\" w:type=\"dxa\"/>"]);
        if columns > 1 {
            self.push(&["<w:gridSpan w:val=\"", &columns.to_string(), "\"/>"]);
        }
        self.push(&["<w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"", setting.style, "\"/>"]);
        if setting.indent > 0 {
            let left = u32::from(setting.indent.min(DEEPEST)) * INDENT;
            self.push(&["<w:ind w:left=\"", &left.to_string(), "\"/>"]);
        }
        self.out.push_str("</w:pPr>");
        if !text.is_empty() {
            self.run(text, setting.bold);
        }
        self.out.push_str("</w:p></w:tc>");
    }

    fn run(&mut self, text: &str, bold: bool) {
        self.out.push_str(if bold { "<w:r><w:rPr><w:rStyle w:val=\"Strong\"/></w:rPr>" } else { "<w:r>" });
        for (position, line) in text.lines().enumerate() {
            self.out.push_str(if position == 0 {
                "<w:t xml:space=\"preserve\">"
            } else {
                "<w:br/><w:t xml:space=\"preserve\">"
            });
            xml::push(&mut self.out, line);
            self.out.push_str("</w:t>");
        }
        self.out.push_str("</w:r>");
    }

    fn push(&mut self, texts: &[&str]) {
        self.out.extend(texts.iter().copied());
    }
}

fn style(align: Align) -> &'static str {
    match align {
        Align::Left => "Cell",
        Align::Center => "CellCenter",
        Align::Right => "CellRight",
    }
}
