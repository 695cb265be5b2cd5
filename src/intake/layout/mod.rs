//! Where the tables of a form stand in a sheet: found by the words of their header rows, whatever is around them.

mod heads;
mod labels;

use std::collections::BTreeMap;

pub(super) use heads::{Head, Heads, TableKind};
pub(super) use labels::{Label, Labels, ticked};

use super::page::{Page, Row, said};
use crate::model::{Address, CellValue, Finding, IgnoredReason, Severity};

/// A table: its header row and the rows below it, down to the next header row or the sheet's end.
#[derive(Debug)]
pub(super) struct Table<'a> {
    pub(super) kind: TableKind,
    pub(super) header: Row<'a>,
    columns: BTreeMap<Head, u32>,
    pub(super) rows: Vec<Row<'a>>,
}

impl Table<'_> {
    /// The column under this head, if the table has it.
    pub(super) fn column(&self, head: Head) -> Option<u32> {
        self.columns.get(&head).copied()
    }

    /// The head over a column, if it is one the form has.
    pub(super) fn head_of(&self, col: u32) -> Option<Head> {
        self.columns.iter().find(|(_, column)| **column == col).map(|(head, _)| *head)
    }

    /// The cell of a row under this head, empty or not; the header's row where the column is missing.
    pub(super) fn address(&self, row: Row<'_>, head: Head) -> Address {
        Address::new(row.number(), self.column(head).unwrap_or_default())
    }

    /// What stands over a column, or its letters.
    pub(super) fn column_name(&self, col: u32) -> String {
        let text = self.header.text(Some(col));
        if text.is_empty() { Address::column_letters(col) } else { text }
    }

    /// S202 for each column that the table cannot do without and does not have.
    pub(super) fn missing_columns(&self, page: &Page<'_>) -> Vec<Finding> {
        let found: Vec<String> = self.header.cells.iter().map(said).collect();
        let absent = self.kind.shape().required.iter().filter(|head| !self.columns.contains_key(head));
        let finding = |head: &Head| {
            Finding::new("S202", Severity::Error)
                .at(page.source(Address::new(self.header.number(), 0)))
                .provided(found.join(" | "))
                .expected(head.wording())
                .arg("column", head.wording())
        };
        absent.map(finding).collect()
    }
}

/// A sheet's tables and the rows above the first of them.
#[derive(Debug, Default)]
pub(super) struct Layout<'a> {
    pub(super) above: Vec<Row<'a>>,
    pub(super) tables: Vec<Table<'a>>,
}

/// Finds the tables of these kinds. A row whose first column holds a known id (`is_id`) is data, never a header.
pub(super) fn find<'a>(
    rows: &[Row<'a>],
    heads: &Heads,
    kinds: &[TableKind],
    is_id: impl Fn(&str) -> bool,
) -> Layout<'a> {
    let mut layout = Layout::default();
    for &row in rows {
        let is_data = layout.tables.last().is_some_and(|table| is_id(&row.text(table.column(Head::Id))));
        match (is_data, layout.tables.last_mut()) {
            (true, Some(table)) => table.rows.push(row),
            _ => place(&mut layout, row, heads, kinds),
        }
    }
    layout
}

fn place<'a>(layout: &mut Layout<'a>, row: Row<'a>, heads: &Heads, kinds: &[TableKind]) {
    let columns = columns(row, heads);
    let shapes = || kinds.iter().map(|kind| kind.shape());
    let meant = || shapes().filter(|shape| shape.resembles(&columns)).max_by_key(|shape| shape.common(&columns));
    let shape = shapes().find(|shape| shape.fits(&columns)).or_else(meant);
    match (shape, layout.tables.last_mut()) {
        (Some(shape), _) => {
            let columns = columns.into_iter().filter(|(head, _)| shape.heads.contains(head)).collect();
            layout.tables.push(Table { kind: shape.kind, header: row, columns, rows: Vec::new() });
        }
        (None, Some(table)) => table.rows.push(row),
        (None, None) => layout.above.push(row),
    }
}

/// The heads in a row with their columns; the first of two equal heads counts.
fn columns(row: Row<'_>, heads: &Heads) -> BTreeMap<Head, u32> {
    let mut columns = BTreeMap::new();
    for cell in row.cells {
        if let CellValue::Text(text) = &cell.value
            && let Some(head) = heads.find(text)
        {
            columns.entry(head).or_insert(cell.at.col);
        }
    }
    columns
}

/// Ignores the header row, and the row of column numbers that official forms print below it: `(1) (2) (3)=(1)+(2)`.
/// Gives back the rows that may hold data.
pub(super) fn skip_header<'a>(page: &mut Page<'_>, table: &Table<'a>) -> Vec<Row<'a>> {
    page.ignore_rest(table.header, IgnoredReason::Header);
    let (numbering, data): (Vec<_>, Vec<_>) =
        table.rows.iter().enumerate().partition(|(position, row)| *position == 0 && is_numbering(**row));
    for (_, row) in numbering {
        page.ignore_rest(*row, IgnoredReason::Header);
    }
    data.into_iter().map(|(_, row)| *row).collect()
}

/// Three cells or more, each a counting number or a letter, at least two of them numbers, perhaps in brackets, perhaps
/// with a sum.
fn is_numbering(row: Row<'_>) -> bool {
    let counts = |text: String| {
        let head = text.split('=').next().unwrap_or_default().trim();
        let bare = head.trim_start_matches('(').trim_end_matches(')');
        !bare.is_empty() && bare.len() <= 2 && (bare.bytes().all(|b| b.is_ascii_digit()) || bare.len() == 1)
    };
    let ascending = row.cells.windows(2).all(|pair| match pair {
        [left, right] => said(left) != said(right),
        _ => true,
    });
    let numbers = row.cells.iter().filter(|cell| said(cell).contains(|c: char| c.is_ascii_digit())).count();
    row.cells.len() >= 3 && numbers >= 2 && ascending && row.cells.iter().map(said).all(counts)
}

/// Whether a row is a section or a total of the form: its name or number says so.
pub(super) fn is_section(number: &str, name: &str) -> bool {
    const TOTALS: [&str; 5] = ["cong", "tong cong", "tong", "tong so", "tong hop"];
    let roman = |text: &str| {
        let bare = text.trim_end_matches(['.', ')']);
        !bare.is_empty() && bare.chars().all(|c| "IVXLC".contains(c))
    };
    roman(number) || roman(name) || TOTALS.contains(&super::text::fold_ascii(name).as_str())
}
