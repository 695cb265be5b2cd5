//! Widths of columns: the longest word fits, and what is left goes where it saves most lines.

use super::measure::{Twips, length};
use super::rows::said;
use crate::report::document::{Block, Cell, Column, Part, RowKind, Table};

/// Size of the text in tables, in points.
const SIZE: u32 = 12;

/// Margins of a cell, left and right, and its border.
const MARGINS: Twips = 2 * 85 + 10;

/// Longer words are broken: 40 mm.
const LONGEST_WORD: Twips = 2268;

/// Texts get so much even where their words are shorter, as a column of single words is hard to read: 18 mm.
const LEAST: Twips = 1020;

/// What stays empty at the end of a line as the next word does not fit: 4 mm.
const RAGGED: Twips = 227;

/// Width is given in portions of 2 mm.
const PORTION: Twips = 113;

/// The widths of the tables of some parts: those with equal columns look alike.
pub(super) struct Widths<'a>(Vec<(&'a [Column], Vec<Twips>)>);

impl<'a> Widths<'a> {
    /// Widths that fill `total`.
    pub(super) fn of(parts: impl IntoIterator<Item = &'a Part>, total: Twips) -> Self {
        let blocks = parts.into_iter().flat_map(|part| &part.blocks);
        let tables = blocks.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
        let mut kinds: Vec<(&[Column], Vec<&Table>)> = Vec::new();
        for table in tables {
            match kinds.iter_mut().find(|(columns, _)| *columns == table.columns) {
                Some((_, alike)) => alike.push(table),
                None => kinds.push((&table.columns, vec![table])),
            }
        }
        Self(kinds.into_iter().map(|(columns, tables)| (columns, widths(columns, &tables, total))).collect())
    }

    /// One width a column.
    pub(super) fn widths(&self, table: &Table) -> &[Twips] {
        self.0.iter().find(|(columns, _)| *columns == table.columns).map_or(&[], |(_, widths)| widths)
    }
}

/// One width a column, together `total`.
fn widths(columns: &[Column], tables: &[&Table], total: Twips) -> Vec<Twips> {
    let rows: Vec<Vec<Text>> = texts(columns, tables);
    let mut rooms = least(&rows);
    let total = total.saturating_sub(MARGINS * count(&rooms));
    let needed: Twips = rooms.iter().sum();
    if needed > total {
        for room in &mut rooms {
            *room = *room * total / needed;
        }
    }
    while left(&rooms, total) >= PORTION
        && let Some(room) = neediest(&rows, &rooms).and_then(|column| rooms.get_mut(column))
    {
        *room += PORTION;
    }
    share_out(&mut rooms, columns, total);
    rooms.into_iter().map(|room| room + MARGINS).collect()
}

fn count(rooms: &[Twips]) -> Twips {
    Twips::try_from(rooms.len()).unwrap_or(Twips::MAX)
}

fn left(rooms: &[Twips], total: Twips) -> Twips {
    total.saturating_sub(rooms.iter().sum())
}

/// What nobody needs is shared out as the workbook's widths are; the last column gets what rounding leaves.
fn share_out(rooms: &mut [Twips], columns: &[Column], total: Twips) {
    let spare = left(rooms, total);
    let all: Twips = columns.iter().map(|column| u32::from(column.width)).sum();
    for (room, column) in rooms.iter_mut().zip(columns) {
        *room += spare * u32::from(column.width) / all.max(1);
    }
    let rest = left(rooms, total);
    if let Some(last) = rooms.last_mut() {
        *last += rest;
    }
}

/// A text's length on one line, and the room that it cannot do without.
struct Text {
    length: Twips,
    least: Twips,
}

impl Text {
    /// The longest word needs room; it may end with a hyphen. A number keeps to its unit: that blank does not break.
    fn of(text: &str) -> Self {
        let words = text.split(|c: char| c.is_whitespace() && c != '\u{a0}').flat_map(|word| word.split_inclusive('-'));
        let word = words.map(|word| length(word, SIZE)).max().unwrap_or_default();
        let length = length(text, SIZE);
        Self { length, least: word.min(LONGEST_WORD).max(length.min(LEAST)) }
    }
}

/// The texts of each row, the head being the first; rows over all columns need no width.
fn texts(columns: &[Column], tables: &[&Table]) -> Vec<Vec<Text>> {
    let head = columns.iter().map(|column| Text::of(&column.title)).collect();
    let rows = tables.iter().flat_map(|table| &table.rows).filter(|row| row.kind != RowKind::Section);
    let of = |cells: &[Cell]| cells.iter().map(|cell| Text::of(&said(cell))).collect();
    std::iter::once(head).chain(rows.map(|row| of(&row.cells))).collect()
}

fn least(rows: &[Vec<Text>]) -> Vec<Twips> {
    let mut least = vec![0; rows.first().map_or(0, Vec::len)];
    for row in rows {
        for (least, text) in least.iter_mut().zip(row) {
            *least = text.least.max(*least);
        }
    }
    least
}

/// The column whose widening saves most: a row is as high as its longest cell.
fn neediest(rows: &[Vec<Text>], rooms: &[Twips]) -> Option<usize> {
    let mut saved = vec![0_u64; rooms.len()];
    for row in rows {
        let wrapped = row.iter().zip(rooms).enumerate().filter(|(_, (text, room))| text.length > **room);
        let cells = wrapped.map(|(column, (text, room))| {
            (column, u64::from(text.length), u64::from(room.saturating_sub(RAGGED).max(PORTION)))
        });
        if let Some((column, length, room)) = cells.max_by_key(|(_, length, room)| (length << 16) / room)
            && let Some(saved) = saved.get_mut(column)
        {
            // Lines are length / room, and this is how fast they become fewer.
            *saved += (length << 32) / (room * room);
        }
    }
    let (column, saved) = saved.into_iter().enumerate().max_by_key(|(_, saved)| *saved)?;
    (saved > 0).then_some(column)
}
