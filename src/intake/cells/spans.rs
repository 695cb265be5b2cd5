//! Cells that merged cells of rows above cover: those of the row stand beside them.

use std::collections::BTreeMap;

/// Merged cells that reach into the row being read. One entry a cell, however wide it is.
#[derive(Default)]
pub(super) struct Spans(BTreeMap<u32, Reach>);

/// How far a merged cell reaches.
struct Reach {
    /// The column after its last.
    beside: u32,
    /// The row after its last.
    below: u32,
}

impl Spans {
    /// Begins a row: what ends above it is forgotten. Returns how many merged cells reach into it, which is what the row
    /// costs; the caller counts them as cells, so that no page makes every row pass thousands.
    pub(super) fn begin_row(&mut self, row: u32) -> usize {
        self.0.retain(|_, reach| reach.below > row);
        self.0.len()
    }

    /// The first column, from `col` on, that nothing covers.
    pub(super) fn free(&self, col: u32) -> u32 {
        let mut free = col;
        while let Some((_, reach)) = self.0.range(..=free).next_back().filter(|(_, reach)| reach.beside > free) {
            free = reach.beside;
        }
        free
    }

    /// A cell of `row` at `col` takes as many columns and rows as this.
    pub(super) fn cover(&mut self, (row, col): (u32, u32), columns: u32, rows: u32) {
        if rows > 1 {
            self.0.insert(col, Reach { beside: col.saturating_add(columns), below: row.saturating_add(rows) });
        }
    }
}
