//! The parts of the working papers, one file each.

mod corrections;
mod derivations;
mod extensions;
mod figures;
mod files;
mod findings;
mod not_checked;
mod offices;
mod reconciliation;
mod revisions;
mod shares;
mod verdict;
mod waivers;

use super::context::Context;
use super::document::{Block, Part, Place, Table};
use super::vietnamese::lower_first;
use crate::model::Results;
use crate::text::Catalog;

pub(super) use revisions::of_step;

type Build = fn(&Context<'_>, &Catalog) -> Vec<Part>;

/// All parts in order.
pub(super) const PARTS: &[Build] = &[
    verdict::parts,
    offices::parts,
    extensions::parts,
    findings::parts,
    waivers::parts,
    not_checked::parts,
    derivations::parts,
    shares::parts,
    figures::parts,
    corrections::parts,
    revisions::parts,
    reconciliation::parts,
    files::parts,
];

/// Title of the whole document.
pub(super) fn title(results: &Results) -> String {
    format!("Kết quả kiểm tra số liệu cải cách hành chính {}", lower_first(&results.period.title))
}

/// A part that is one sheet with one table, or a sentence where the table would be empty.
fn sheet(id: &str, title: &str, table: Table, empty: &str) -> Part {
    let block = if table.rows.is_empty() { Block::body(empty) } else { Block::Table(table) };
    Part {
        id: id.to_owned(),
        title: title.to_owned(),
        sheet: Some(title.to_owned()),
        place: Place::Leaf,
        blocks: vec![block],
    }
}
