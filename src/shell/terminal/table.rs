//! Plain tables whose columns line up under Vietnamese text.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{PLAIN, Style, paint};

/// A cell: what it says and its colour.
#[derive(Clone, Debug)]
pub(crate) struct TableCell {
    text: String,
    style: Style,
}

impl TableCell {
    /// A cell in this colour.
    pub(crate) fn new(text: impl Into<String>, style: Style) -> Self {
        Self { text: one_line(&text.into()), style }
    }
}

impl<T: Into<String>> From<T> for TableCell {
    fn from(text: T) -> Self {
        Self::new(text, PLAIN)
    }
}

/// The rows, indented by two, columns two apart; trailing blanks are dropped.
pub(crate) fn table(rows: &[Vec<TableCell>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column| rows.iter().filter_map(|row| row.get(column)).map(|cell: &TableCell| cell.text.width()).max();
    let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
    rows.iter().map(|row| line(row, &widths)).collect()
}

fn line(row: &[TableCell], widths: &[usize]) -> String {
    let last = row.iter().rposition(|cell| !cell.text.is_empty()).unwrap_or(0);
    let mut line = String::new();
    for (position, (cell, width)) in row.iter().zip(widths).enumerate().take(last + 1) {
        let gap = if position == last { 0 } else { width - cell.text.width().min(*width) };
        line += "  ";
        line += &if cell.style == PLAIN { cell.text.clone() } else { paint(cell.style, &cell.text) };
        line += &" ".repeat(gap);
    }
    line + "\n"
}

/// A text on one line without control characters, which could otherwise move the cursor or change colours.
pub(crate) fn one_line(text: &str) -> String {
    let visible: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text cut to so many columns, with an ellipsis where it was cut.
pub(crate) fn clip(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut used = 1;
    let kept: String = text
        .chars()
        .take_while(|c| {
            used += c.width().unwrap_or(0);
            used <= columns
        })
        .collect();
    kept.trim_end().to_owned() + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_under_vietnamese_text() {
        let rows = [vec!["Phòng Kinh tế".into(), "đã nhận".into()], vec!["Văn phòng".into(), "thiếu".into()]];
        assert_eq!(table(&rows), "  Phòng Kinh tế  đã nhận\n  Văn phòng      thiếu\n");
    }

    #[test]
    fn what_an_office_typed_cannot_command_the_terminal() {
        assert_eq!(one_line("a\u{1b}[31m\nb"), "a [31m b");
    }

    #[test]
    fn a_clipped_text_keeps_its_width() {
        assert_eq!(clip("Trung tâm Phục vụ", 10), "Trung tâm…");
        assert_eq!(clip("vp", 10), "vp");
    }
}
