//! Tables that stand side by side under one row of heads.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Head;
use super::header::MOST_COLUMNS;
use super::heads::Shape;

/// The columns of one table by head; the first of two equal heads counts.
type Columns = BTreeMap<Head, u32>;

/// Parts heads into tables, each with the columns of the sheet that it takes. A new one begins at a gap, or where a
/// head comes again, if what is left of there and what is right of it are tables of their own. A row of more heads than a
/// header has is one table.
pub(super) fn split(found: &[(u32, Head)], shapes: &[&Shape]) -> Vec<(Range<u32>, Columns)> {
    let fits = |part: &[(u32, Head)]| {
        let columns = columns(part);
        shapes.iter().any(|shape| shape.fits(&columns))
    };
    if found.len() > MOST_COLUMNS {
        return vec![(0..u32::MAX, columns(found))];
    }
    let (mut from, mut rest, mut parts) = (0, found, Vec::new());
    while let Some((left, right)) = boundaries(rest).find(|(left, right)| fits(left) && fits(right)) {
        let to = right.first().map_or(u32::MAX, |(col, _)| *col);
        parts.push((from..to, columns(left)));
        (from, rest) = (to, right);
    }
    parts.push((from..u32::MAX, columns(rest)));
    parts
}

/// Heads with their columns.
type Found<'f> = &'f [(u32, Head)];

/// The places where another table may begin.
fn boundaries(found: Found<'_>) -> impl Iterator<Item = (Found<'_>, Found<'_>)> {
    let places = (1..found.len()).filter_map(|at| found.split_at_checked(at));
    places.filter(|(left, right)| match (left.last(), right.first()) {
        (Some((before, _)), Some((col, head))) => col - before > 1 || left.iter().any(|(_, known)| known == head),
        _ => false,
    })
}

fn columns(found: &[(u32, Head)]) -> Columns {
    let mut columns = Columns::new();
    for (col, head) in found {
        columns.entry(*head).or_insert(*col);
    }
    columns
}
