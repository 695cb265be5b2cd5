//! Rows of a table as markup, written straight into one text: a template for every cell would cost more than all else.

use std::collections::BTreeSet;

use super::filter::Filter;
use super::{bar, escape};
use crate::render::{align, derivation, figure};
use crate::report::document::{Align, Cell, Content, Row, RowKind, Table, Tone};

/// The deepest indent that the style sheet knows.
const DEEPEST: u8 = 4;

/// The bodies of a table: each section row begins one. Links lead to `anchors` only; rows say what `filter` knows them by.
pub(super) fn bodies(table: &Table, filter: Option<&Filter>, anchors: &BTreeSet<&str>) -> String {
    let head = table.columns.iter().position(|column| column.align == Align::Left);
    let mut writer = Writer { out: String::new(), table, filter, head, anchors };
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
    filter: Option<&'a Filter>,
    /// The column that names the row: the first of text.
    head: Option<usize>,
    anchors: &'a BTreeSet<&'a str>,
}

impl Writer<'_> {
    fn row(&mut self, row: &Row) {
        self.out.push_str("<tr");
        if let Some(anchor) = &row.anchor {
            escape::attribute(&mut self.out, "id", anchor);
        }
        for (facet, value) in self.filter.into_iter().flat_map(|filter| filter.marks(row)) {
            escape::attribute(&mut self.out, &format!("data-f{facet}"), &value.to_string());
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
            for (position, (cell, column)) in row.cells.iter().zip(&self.table.columns).enumerate() {
                let tag = if self.head == Some(position) { "th scope=\"row\"" } else { "td" };
                self.cell(cell, tag, align(cell, column));
            }
        }
        self.out.push_str("</tr>\n");
    }

    fn cell(&mut self, cell: &Cell, tag: &str, align: Align) {
        self.out.push('<');
        self.out.push_str(tag);
        self.out.push_str(match align {
            Align::Left => "",
            Align::Center => " class=\"center\"",
            Align::Right => " class=\"number\"",
        });
        if cell.indent > 0 {
            escape::attribute(&mut self.out, "data-indent", &cell.indent.min(DEEPEST).to_string());
        }
        self.out.push('>');
        self.opened(cell);
        self.out.push_str(if tag == "td" { "</td>" } else { "</th>" });
    }

    /// What the cell says; where it says how it came about, that opens below.
    fn opened(&mut self, cell: &Cell) {
        let lines: Vec<String> =
            cell.derivation().iter().cloned().chain(derivation(cell).iter().map(ToString::to_string)).collect();
        if lines.is_empty() {
            return self.linked(cell);
        }
        self.out.push_str("<details><summary>");
        self.content(cell);
        self.out.push_str("<span class=\"aside\"> – diễn giải</span></summary><ul>");
        for line in lines {
            self.out.push_str("<li>");
            breakable(&mut self.out, &line);
            self.out.push_str("</li>");
        }
        self.out.push_str("</ul></details>");
    }

    /// What the cell says, leading to where it leads.
    fn linked(&mut self, cell: &Cell) {
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
    }

    fn content(&mut self, cell: &Cell) {
        match &cell.content {
            Content::Empty => {}
            Content::Bar(drawn) => bar::push(&mut self.out, drawn, &format!("bar{}", tone(cell.tone))),
            Content::Text(text) => self.toned(cell.tone, badge(text), |out| breakable(out, text)),
            Content::Number { .. } | Content::Rate(_) => {
                self.toned(cell.tone, "figure", |out| escape::push(out, &figure(&cell.content).unwrap_or_default()));
            }
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

/// A tone as a class, after a blank; none for plain.
pub(super) fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "",
        Tone::Good => " good",
        Tone::Warn => " warn",
        Tone::Bad => " bad",
        Tone::Muted => " muted",
    }
}
