//! How high a row must be for its wrapped texts: not every program fits rows when it opens a workbook.

use crate::report::document::{Cell, Content, Row};

/// Points of a line of text.
const LINE: f64 = 15.75;

/// Points above and below the text.
const PADDING: f64 = 4.0;

/// Points of the highest row in Excel.
const HIGHEST: f64 = 409.0;

/// Characters that one level of indent takes.
const INDENT: usize = 2;

/// The height in points of a row with so many lines.
pub(super) fn height(lines: u32) -> f64 {
    (LINE * f64::from(lines) + PADDING).min(HIGHEST)
}

/// Lines of the longest cell of a row under columns of these widths, in characters.
pub(super) fn row(row: &Row, widths: &[u16]) -> u32 {
    let cells = row.cells.iter().zip(widths);
    cells.map(|(cell, width)| cell_lines(cell, usize::from(*width))).max().unwrap_or(1)
}

fn cell_lines(cell: &Cell, width: usize) -> u32 {
    match &cell.content {
        Content::Text(text) => lines(text, width.saturating_sub(INDENT * usize::from(cell.indent))),
        Content::Empty | Content::Number { .. } | Content::Rate(_) | Content::Bar(_) => 1,
    }
}

/// Lines of a text that is broken between words at this width, in characters; at least one.
pub(super) fn lines(text: &str, width: usize) -> u32 {
    text.lines().map(|line| wrapped(line, width.max(1))).sum::<u32>().max(1)
}

fn wrapped(line: &str, width: usize) -> u32 {
    let (mut lines, mut used) = (1, 0);
    for word in line.split_whitespace() {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > width {
            lines += 1;
            used = 0;
        }
        used += length + usize::from(used > 0);
        lines += u32::try_from(used.saturating_sub(1) / width).unwrap_or(u32::MAX);
        used = if used > width { used % width } else { used };
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn text_is_broken_between_words_and_long_words_inside() {
        for (text, width, expected) in [
            ("", 10, 1),
            ("một hai", 7, 1),
            ("một hai", 6, 2),
            ("một\nhai ba", 6, 2),
            ("abcdefghij", 4, 3),
            ("ab", 0, 2),
        ] {
            assert_eq!(lines(text, width), expected, "{text} in {width}");
        }
    }
}
