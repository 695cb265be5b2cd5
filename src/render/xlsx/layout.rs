//! Where everything stands in the workbook, known before anything is written: links lead forward too.

use std::collections::{BTreeMap, BTreeSet};

use crate::render::RenderError;
use crate::report::document::{Block, Document, Part, Table};

/// Rows of a sheet in Excel.
const MOST_ROWS: u64 = 1_048_576;

/// Characters of a sheet's name in Excel.
const LONGEST_NAME: usize = 31;

/// All sheets, and the cells that links lead to.
pub(super) struct Layout<'a> {
    pub(super) document: &'a Document,
    pub(super) sheets: Vec<Sheet<'a>>,
    targets: BTreeMap<&'a str, String>,
}

/// One sheet.
pub(super) struct Sheet<'a> {
    pub(super) name: String,
    pub(super) part: &'a Part,
    /// Columns of its widest table.
    pub(super) columns: u16,
    /// Rows it needs.
    pub(super) rows: u32,
}

/// Rows above a sheet's blocks: "DỰ THẢO", the three lines of an annex's head and the title.
pub(super) fn head(document: &Document, part: &Part) -> u32 {
    let annex = if part.annex().is_some() { 3 } else { 0 };
    u32::from(document.draft) + annex + u32::from(!part.title.is_empty())
}

/// Rows that a block takes; below a table one stays empty.
pub(super) fn height(block: &Block) -> usize {
    match block {
        Block::Heading(..) | Block::Paragraph(_) => 1,
        Block::Table(table) => table.rows.len() + 2,
        Block::Chart(_) | Block::Cards(_) => 0,
    }
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
        let mut layout = Self { document, sheets, targets: BTreeMap::new() };
        layout.targets = layout.find_targets();
        Ok(layout)
    }

    /// The address of an anchor, such as `internal:'Phát hiện'!A12`, if it stands in this workbook.
    pub(super) fn target(&self, anchor: &str) -> Option<&str> {
        self.targets.get(anchor).map(String::as_str)
    }

    fn find_targets(&self) -> BTreeMap<&'a str, String> {
        let cells = self.sheets.iter().flat_map(|sheet| tables(sheet.part)).flat_map(|table| &table.rows);
        let wanted: BTreeSet<&str> = cells.flat_map(|row| &row.cells).filter_map(|cell| cell.link()).collect();
        let mut targets = BTreeMap::new();
        for sheet in &self.sheets {
            for (anchor, row) in sheet.anchors(self.document) {
                if wanted.contains(anchor) {
                    let address = format!("internal:'{}'!A{}", sheet.name.replace('\'', "''"), row + 1);
                    targets.entry(anchor).or_insert(address);
                }
            }
        }
        targets
    }
}

impl<'a> Sheet<'a> {
    fn of(document: &Document, part: &'a Part, name: String) -> Result<Self, RenderError> {
        let rows = part.blocks.iter().map(height).sum::<usize>() as u64 + u64::from(head(document, part));
        if rows > MOST_ROWS {
            return Err(RenderError::TooManyRows { sheet: name, rows, most: MOST_ROWS });
        }
        let columns = tables(part).map(|table| table.columns.len()).max().unwrap_or(1);
        let columns = u16::try_from(columns).unwrap_or(u16::MAX);
        Ok(Self { name, part, columns, rows: u32::try_from(rows).unwrap_or(u32::MAX) })
    }

    /// Anchors with their rows, from zero: the part itself and every anchored row.
    fn anchors(&self, document: &Document) -> Vec<(&'a str, usize)> {
        let mut anchors = vec![(self.part.id.as_str(), 0)];
        let mut top = head(document, self.part) as usize;
        for block in &self.part.blocks {
            if let Block::Table(table) = block {
                let rows = (top + 1..).zip(&table.rows);
                anchors.extend(rows.filter_map(|(at, row)| Some((row.anchor.as_deref()?, at))));
            }
            top += height(block);
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
