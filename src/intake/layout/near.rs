//! Did you mean: what a misspelt head is taken for, where the others say which table it is.

use std::collections::BTreeMap;
use std::ops::Range;

use super::header::{Header, MOST_COLUMNS};
use super::heads::{Heads, Shape};
use super::{Head, table};

/// The shape that some columns make, with the heads that are misspelt; an exact fit goes before a misspelt one, and
/// that before one that lacks what it cannot do without.
pub(super) fn shape<'s>(
    header: &Header<'_>,
    span: &Range<u32>,
    columns: &BTreeMap<Head, u32>,
    shapes: &[&'s Shape],
    heads: &Heads,
) -> Option<(&'s Shape, Vec<(u32, Head)>)> {
    let exact = shapes.iter().find(|shape| shape.fits(columns));
    let misspelt = |shape: &Shape| misspelt(header, span, columns, shape, heads);
    if let Some(shape) = exact {
        return Some((shape, misspelt(shape)));
    }
    let guessed = shapes.iter().map(|shape| (*shape, misspelt(shape))).filter(|(shape, guessed)| {
        let mut all = columns.clone();
        all.extend(guessed.iter().map(|(col, head)| (*head, *col)));
        // One head spelt right, or three that are nearly: less says nothing.
        shape.fits(&all) && (shape.common(columns) > 0 || guessed.len() >= 3)
    });
    let meant = || shapes.iter().filter(|shape| shape.resembles(columns)).max_by_key(|shape| shape.common(columns));
    guessed
        .max_by_key(|(shape, guessed)| shape.common(columns) + guessed.len())
        .or_else(|| meant().map(|shape| (*shape, Vec::new())))
}

/// The heads of a shape that are not there, where a text that is no head is nearly one of them.
fn misspelt(
    header: &Header<'_>,
    span: &Range<u32>,
    columns: &BTreeMap<Head, u32>,
    shape: &Shape,
    heads: &Heads,
) -> Vec<(u32, Head)> {
    if header.rows().iter().any(|row| row.cells.len() > MOST_COLUMNS) {
        return Vec::new();
    }
    let mut taken: Vec<Head> = columns.keys().copied().collect();
    let unknown = table::innermost(header, span).into_iter();
    let unknown =
        unknown.filter(|(col, text)| !columns.values().any(|known| known == col) && heads.find(text).is_none());
    let guess = |(col, text): (u32, String)| {
        let head = heads.near(&text, |head| shape.heads.contains(&head) && !taken.contains(&head))?;
        taken.push(head);
        Some((col, head))
    };
    unknown.filter_map(guess).collect()
}
