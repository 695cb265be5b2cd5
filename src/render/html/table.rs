//! Rows of a table as markup, written straight into one text: a template for every cell would cost more than all else.

use std::collections::BTreeSet;

use super::{bar, escape};
use crate::model::Source;
use crate::render::{align, derivation};
use crate::report::document::{Align, Cell, Content, Quotient, Row, RowKind, Table, Tone};

/// Most decimals that a shown rate may have.
const MOST_PLACES: u32 = 12;

/// The deepest indent that the style sheet knows.
const DEEPEST: u8 = 4;

/// The bodies of a table: each section row begins one. Links lead to `anchors` only.
pub(super) fn bodies(table: &Table, anchors: &BTreeSet<&str>) -> String {
    let mut writer = Writer { out: String::new(), table, anchors };
    writer.out.push_str("<tbody>\n");
    for (position, row) in table.rows.iter().enumerate() {
        if row.kind == RowKind::Section && position > 0 {
            writer.out.push_str("</tbody>\n<tbody>\n");
        }
        writer.row(row);
    }
    writer.out.push_str("</tbody>");
    writer.out
}

struct Writer<'a> {
    out: String,
    table: &'a Table,
    anchors: &'a BTreeSet<&'a str>,
}

impl Writer<'_> {
    fn row(&mut self, row: &Row) {
        self.out.push_str("<tr");
        if let Some(anchor) = &row.anchor {
            escape::attribute(&mut self.out, "id", anchor);
        }
        self.out.push_str(match row.kind {
            RowKind::Section => " class=\"section\">",
            RowKind::Total => " class=\"total\">",
            RowKind::Body => ">",
        });
        if row.kind == RowKind::Section {
            self.out.push_str("<th scope=\"rowgroup\"");
            escape::attribute(&mut self.out, "colspan", &self.table.columns.len().to_string());
            self.out.push('>');
            row.cells.iter().for_each(|cell| self.content(cell));
            self.out.push_str("</th>");
        } else {
            for (cell, column) in row.cells.iter().zip(&self.table.columns) {
                self.cell(cell, align(cell, column));
            }
        }
        self.out.push_str("</tr>\n");
    }

    fn cell(&mut self, cell: &Cell, align: Align) {
        self.out.push_str(match align {
            Align::Left => "<td",
            Align::Center => "<td class=\"center\"",
            Align::Right => "<td class=\"number\"",
        });
        if cell.indent > 0 {
            escape::attribute(&mut self.out, "data-indent", &cell.indent.min(DEEPEST).to_string());
        }
        self.out.push('>');
        let target = cell.link().filter(|anchor| self.anchors.contains(anchor));
        if let Some(anchor) = target {
            self.out.push_str("<a href=\"#");
            escape::push(&mut self.out, anchor);
            self.out.push_str("\">");
        }
        self.content(cell);
        if target.is_some() {
            self.out.push_str("</a>");
        }
        self.sources(derivation(cell));
        self.out.push_str("</td>");
    }

    fn content(&mut self, cell: &Cell) {
        match &cell.content {
            Content::Empty => {}
            Content::Bar(drawn) => bar::push(&mut self.out, drawn, &format!("bar{}", tone(cell.tone))),
            Content::Text(text) => self.toned(cell.tone, badge(text), |out| breakable(out, text)),
            Content::Number { value, places, percent } => self.toned(cell.tone, "figure", |out| {
                out.push_str(&value.vietnamese(u32::from(*places)));
                out.push_str(if *percent { "%" } else { "" });
            }),
            Content::Rate(rate) => self.toned(cell.tone, "figure", |out| quotient(out, rate)),
        }
    }

    fn toned(&mut self, of: Tone, class: &str, write: impl FnOnce(&mut String)) {
        if of == Tone::Plain {
            return write(&mut self.out);
        }
        for text in ["<span class=\"", class, tone(of), "\">"] {
            self.out.push_str(text);
        }
        write(&mut self.out);
        self.out.push_str("</span>");
    }

    fn sources(&mut self, sources: &[Source]) {
        if sources.is_empty() {
            return;
        }
        self.out.push_str("<details><summary>Nguồn</summary><ul>");
        for source in sources {
            self.out.push_str("<li>");
            escape::push(&mut self.out, &source.to_string());
            self.out.push_str("</li>");
        }
        self.out.push_str("</ul></details>");
    }
}

/// Identifiers such as `hs_da_gq` may break after an underscore, and nowhere else.
fn breakable(out: &mut String, text: &str) {
    for piece in text.split_inclusive('_') {
        escape::push(out, piece);
        if piece.ends_with('_') {
            out.push_str("<wbr>");
        }
    }
}

/// A word with a meaning stands on a coloured ground; a dash does not.
fn badge(text: &str) -> &'static str {
    if text.chars().any(char::is_alphanumeric) { "badge" } else { "figure" }
}

fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "",
        Tone::Good => " good",
        Tone::Warn => " warn",
        Tone::Bad => " bad",
        Tone::Muted => " muted",
    }
}

fn quotient(out: &mut String, rate: &Quotient) {
    out.push_str(&rate.shown.vietnamese(MOST_PLACES));
    if !rate.unit.is_empty() && rate.unit != "%" {
        out.push('\u{a0}');
    }
    escape::push(out, &rate.unit);
}
