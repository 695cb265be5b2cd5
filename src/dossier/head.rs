//! The head of an export: which line it is, what parts its cells, and which of its columns say what.

use std::collections::BTreeMap;

use crate::intake::text::fold;
use crate::model::{DossierColumn, DossierFormat};

use super::rows::{Field, Rows};

/// Rows among which the head is sought; titles stand above it.
pub(super) const ROWS: usize = 50;

/// Columns looked at for heads.
const COLUMNS: usize = 512;

/// Delimiters tried, the one that Vietnamese Excel writes first.
const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// How an export's rows are to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) delimiter: u8,
    /// Rows down to the head, blank ones and the head included.
    pub(super) rows: u64,
    /// Blank rows among them.
    pub(super) blank: u64,
    /// Rows above heads, wherever they stand.
    pub(super) titles: u64,
    /// Heads: one, or one for each sheet.
    pub(super) heads: u64,
    /// Where the first row below the head begins, in bytes.
    pub(super) end: usize,
    /// Columns of the export in order, each with what it says.
    pub(super) wanted: Vec<(usize, DossierColumn)>,
    /// The head of the column of codes, folded.
    pub(super) code: String,
}

impl Head {
    /// Finds the head in the beginning of an export.
    pub(super) fn find(beginning: &[u8], format: &DossierFormat) -> Option<Self> {
        let heads = folded(&format.heads);
        let found = DELIMITERS.iter().filter_map(|delimiter| Self::with(beginning, *delimiter, &heads));
        // The first delimiter that finds most columns.
        found.rev().max_by_key(|head| head.wanted.len())
    }

    fn with(text: &[u8], delimiter: u8, heads: &[(DossierColumn, Vec<String>)]) -> Option<Self> {
        let mut rows = Rows::new(text, 0, delimiter);
        let mut blank = 0;
        for row in 1..=ROWS {
            if !rows.next() {
                return None;
            }
            let cell = |field: Field<'_>| std::str::from_utf8(&field.bytes()).map(fold).unwrap_or_default();
            let cells: Vec<String> = rows.fields().take(COLUMNS).map(cell).collect();
            blank += u64::from(rows.is_blank());
            let wanted = wanted(&cells, heads);
            let code = wanted.iter().find(|(_, column)| *column == DossierColumn::Code);
            if let (Some((at, _)), true) = (code, wanted.len() > 1) {
                let code = cells.get(*at).cloned().unwrap_or_default();
                return Some(Self {
                    delimiter,
                    rows: row as u64,
                    blank,
                    titles: row as u64 - blank - 1,
                    heads: 1,
                    end: rows.at(),
                    wanted,
                    code,
                });
            }
        }
        None
    }

    /// Columns that the export does not have.
    pub(super) fn missing(&self) -> Vec<DossierColumn> {
        let has = |column| self.wanted.iter().any(|(_, has)| *has == column);
        DossierColumn::ALL.into_iter().filter(|column| !has(*column)).collect()
    }
}

/// The heads of the plan, folded.
pub(super) fn folded(heads: &BTreeMap<DossierColumn, Vec<String>>) -> Vec<(DossierColumn, Vec<String>)> {
    heads.iter().map(|(column, heads)| (*column, heads.iter().map(|head| fold(head)).collect())).collect()
}

/// The columns that say something, in order; of a column's heads the first that is there counts.
pub(super) fn wanted(cells: &[String], heads: &[(DossierColumn, Vec<String>)]) -> Vec<(usize, DossierColumn)> {
    let at = |head: &String| cells.iter().position(|cell| !cell.is_empty() && cell == head);
    let mut wanted: Vec<(usize, DossierColumn)> =
        heads.iter().filter_map(|(column, heads)| Some((heads.iter().find_map(at)?, *column))).collect();
    wanted.sort_unstable();
    wanted
}
