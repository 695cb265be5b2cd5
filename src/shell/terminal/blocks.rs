//! Headings, paragraphs and tables of a document on the screen.

use super::table::{TableCell, clip, table};
use super::{BAD, GOOD, HEADING, MUTED, PLAIN, Style, WARN, paint};
use crate::render;
use crate::report::document::{Block, Cell, Column, Content, Row, RowKind, Table, Tone};

/// Widest that a cell is shown in a table, in columns.
const WIDEST: usize = 72;

/// Blocks in their order; drawings are for the page alone.
pub(crate) fn blocks(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(_, title) => format!("\n{}\n", paint(HEADING, title)),
        Block::Paragraph(paragraph) => format!("  {}\n", paragraph.text),
        Block::Table(table) => rows(table),
        Block::Chart(_) | Block::Cards(_) => String::new(),
    }
}

/// A single row reads better as a list; of several rows columns that say nothing are left out, and so are headings inside.
fn rows(shown: &Table) -> String {
    let body: Vec<&Row> = shown.rows.iter().filter(|row| row.kind != RowKind::Section).collect();
    if let [row] = body.as_slice() {
        let pairs = shown.columns.iter().zip(&row.cells).filter(|(_, cell)| cell.content != Content::Empty);
        return table(&pairs.map(|(column, cell)| vec![head(column), spelled(cell, usize::MAX)]).collect::<Vec<_>>());
    }
    let says =
        |at: &usize| body.iter().any(|row| row.cells.get(*at).is_some_and(|cell| cell.content != Content::Empty));
    let columns: Vec<usize> = (0..shown.columns.len()).filter(says).collect();
    let heads = columns.iter().filter_map(|at| shown.columns.get(*at)).map(head).collect();
    let line =
        |row: &&Row| columns.iter().filter_map(|at| row.cells.get(*at)).map(|cell| spelled(cell, WIDEST)).collect();
    table(&std::iter::once(heads).chain(body.iter().map(line)).collect::<Vec<_>>())
}

fn head(column: &Column) -> TableCell {
    TableCell::new(column.title.as_str(), MUTED)
}

fn spelled(cell: &Cell, widest: usize) -> TableCell {
    let text = match &cell.content {
        Content::Text(text) => text.to_string(),
        content => render::figure(content).unwrap_or_default(),
    };
    TableCell::new(clip(&text, widest), style(cell.tone))
}

fn style(tone: Tone) -> Style {
    match tone {
        Tone::Plain => PLAIN,
        Tone::Good => GOOD,
        Tone::Warn => WARN,
        Tone::Bad => BAD,
        Tone::Muted => MUTED,
    }
}
