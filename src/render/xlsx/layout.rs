//! Where everything stands in the workbook, known before anything is written: links lead forward too.

use std::collections::{BTreeMap, BTreeSet};

use super::chart;
use crate::render::{RenderError, Way};
use crate::report::document::{Area, Block, Document, Part, Table};

/// Rows of a sheet in Excel.
const MOST_ROWS: u64 = 1_048_576;

/// Columns of a sheet in Excel.
const MOST_COLUMNS: u64 = 16_384;

/// Characters of a sheet's name in Excel.
const LONGEST_NAME: usize = 31;

/// All sheets, and the cells that links lead to.
pub(super) struct Layout<'a> {
    pub(super) document: &'a Document,
    pub(super) sheets: Vec<Sheet<'a>>,
    targets: BTreeMap<&'a str, String>,
    areas: BTreeMap<&'a str, Range>,
}

/// Cells of one column that formulas name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range {
    /// Position of its sheet.
    pub(super) sheet: usize,
    /// Rows and column, from zero.
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) column: u16,
}

/// One sheet.
pub(super) struct Sheet<'a> {
    pub(super) name: String,
    /// As formulas and links name it: `'Phát hiện'!`
    pub(super) quoted: String,
    pub(super) part: &'a Part,
    /// Columns of its widest table.
    pub(super) columns: u16,
    /// Rows it needs.
    pub(super) rows: u32,
    /// Its blocks, each with its first row, from zero.
    pub(super) blocks: Vec<(u32, &'a Block)>,
}

/// Rows above a sheet's blocks: "DỰ THẢO", the three lines of an annex's head and the title.
pub(super) fn head(document: &Document, part: &Part) -> u32 {
    let annex = if part.annex().is_some() { 3 } else { 0 };
    u32::from(document.draft) + annex + u32::from(!part.title.is_empty())
}

/// Rows of each block; below a table one stays empty. A drawing beside its table takes the table's rows.
fn heights(part: &Part, columns: usize) -> Vec<u64> {
    let mut beside = false;
    let mut next = part.blocks.iter().skip(1);
    let height = |block: &Block| {
        let was_beside = beside;
        beside = next.next().is_some_and(|next| chart::is_beside(block, next, columns));
        match block {
            Block::Heading(..) | Block::Paragraph(_) => 1,
            Block::Table(table) => {
                let drawing = if was_beside { chart::ROWS } else { 0 };
                (table.rows.len() as u64 + 2).max(u64::from(drawing))
            }
            Block::Chart(_) if beside => 0,
            Block::Chart(_) => u64::from(chart::ROWS),
            Block::Cards(_) => 0,
        }
    };
    part.blocks.iter().map(height).collect()
}

/// The tables of a part.
pub(super) fn tables(part: &Part) -> impl Iterator<Item = &Table> {
    part.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Heading(..) | Block::Paragraph(_) | Block::Chart(_) | Block::Cards(_) => None,
    })
}

impl<'a> Layout<'a> {
    pub(super) fn of(document: &'a Document) -> Result<Self, RenderError> {
        let mut names = BTreeSet::new();
        let mut sheets = Vec::new();
        for part in &document.parts {
            if let Some(name) = &part.sheet {
                sheets.push(Sheet::of(document, part, unique(name, &mut names))?);
            }
        }
        let mut layout = Self { document, sheets, targets: BTreeMap::new(), areas: BTreeMap::new() };
        layout.targets = layout.find_targets();
        layout.areas = layout.find_areas();
        Ok(layout)
    }

    /// The address of an anchor, such as `internal:'Phát hiện'!A12`, if it stands in this workbook.
    pub(super) fn target(&self, anchor: &str) -> Option<&str> {
        self.targets.get(anchor).map(String::as_str)
    }

    /// The cells of this name, if they stand in this workbook.
    pub(super) fn area(&self, name: &str) -> Option<Range> {
        self.areas.get(name).copied()
    }

    fn find_areas(&self) -> BTreeMap<&'a str, Range> {
        let mut areas = BTreeMap::new();
        for (position, sheet) in self.sheets.iter().enumerate() {
            for (header, table) in sheet.tables() {
                let row = |at: usize| Some(header + 1 + u32::try_from(at).ok()?);
                let range = |area: &Area| {
                    let column = u16::try_from(area.column).ok()?;
                    Some(Range { sheet: position, first: row(area.first)?, last: row(area.last)?, column })
                };
                for (name, area) in &table.areas {
                    if let Some(range) = range(area) {
                        areas.entry(name.as_str()).or_insert(range);
                    }
                }
            }
        }
        areas
    }

    fn find_targets(&self) -> BTreeMap<&'a str, String> {
        let cells = self.sheets.iter().flat_map(|sheet| tables(sheet.part)).flat_map(|table| &table.rows);
        let wanted: BTreeSet<&str> = cells.flat_map(|row| &row.cells).filter_map(|cell| cell.link()).collect();
        let mut targets = BTreeMap::new();
        for sheet in &self.sheets {
            for (anchor, row) in sheet.anchors() {
                if wanted.contains(anchor) {
                    let address = format!("internal:{}A{}", sheet.quoted, row + 1);
                    targets.entry(anchor).or_insert(address);
                }
            }
        }
        targets
    }
}

impl<'a> Sheet<'a> {
    fn of(document: &Document, part: &'a Part, name: String) -> Result<Self, RenderError> {
        let widest = tables(part).map(|table| table.columns.len()).max().unwrap_or(1);
        let mut rows = u64::from(head(document, part));
        let mut blocks = Vec::new();
        for (block, height) in part.blocks.iter().zip(heights(part, widest)) {
            blocks.push((u32::try_from(rows).unwrap_or(u32::MAX), block));
            rows += height;
        }
        for (way, needs, most) in [(Way::Rows, rows, MOST_ROWS), (Way::Columns, widest as u64, MOST_COLUMNS)] {
            if needs > most {
                return Err(RenderError::BeyondExcel { sheet: name, way, needs, most });
            }
        }
        let quoted = format!("'{}'!", name.replace('\'', "''"));
        let (columns, rows) = (u16::try_from(widest).unwrap_or(u16::MAX), u32::try_from(rows).unwrap_or(u32::MAX));
        Ok(Self { name, quoted, part, columns, rows, blocks })
    }

    /// Its tables, each with the row of its head, from zero.
    pub(super) fn tables(&self) -> impl Iterator<Item = (u32, &'a Table)> {
        self.blocks.iter().filter_map(|(top, block)| match block {
            Block::Table(table) => Some((*top, table)),
            Block::Heading(..) | Block::Paragraph(_) | Block::Chart(_) | Block::Cards(_) => None,
        })
    }

    /// Rows of the headings above its drawings.
    pub(super) fn drawn_under(&self) -> Vec<u32> {
        let pairs = self.blocks.iter().zip(self.blocks.iter().skip(1));
        let headed = pairs.filter(|((_, one), (_, next))| matches!((one, next), (Block::Heading(..), Block::Chart(_))));
        headed.map(|((top, _), _)| *top).collect()
    }

    /// Anchors with their rows, from zero: the part itself and every anchored row.
    fn anchors(&self) -> Vec<(&'a str, u32)> {
        let mut anchors = vec![(self.part.id.as_str(), 0)];
        for (header, table) in self.tables() {
            let rows = (header + 1..).zip(&table.rows);
            anchors.extend(rows.filter_map(|(at, row)| Some((row.anchor.as_deref()?, at))));
        }
        anchors
    }
}

/// The name as Excel allows it: short, without `[]:*?/\`, not quoted, and not a second time.
fn unique(name: &str, taken: &mut BTreeSet<String>) -> String {
    let allowed = name.replace(['[', ']', ':', '*', '?', '/', '\\'], " ");
    let base = match allowed.trim().trim_matches('\'') {
        "" => "Trang",
        base => base,
    };
    let numbered = |number: usize| {
        let suffix = if number == 1 { String::new() } else { format!(" ({number})") };
        let kept: String = base.chars().take(LONGEST_NAME - suffix.len()).collect();
        format!("{kept}{suffix}")
    };
    let mut number = 1;
    while !taken.insert(numbered(number).to_lowercase()) {
        number += 1;
    }
    numbered(number)
}
