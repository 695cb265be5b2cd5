//! Where the tables of a form stand in a sheet: found by the words of their header rows, whatever is around them.

mod bands;
mod header;
mod heads;
mod labels;
mod near;
mod rows;
mod statement;
mod table;

use std::ops::Range;

pub(super) use header::Header;
pub(super) use heads::{Head, Heads, TableKind};
pub(super) use labels::{Label, Labels, ticked};
pub(super) use rows::{is_section, is_total};
pub(super) use statement::{StatementTable, Statements};
pub(super) use table::Table;

use super::page::Row;

/// What is looked for in a sheet.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'w, 'p> {
    pub(super) heads: &'w Heads,
    pub(super) kinds: &'w [TableKind],
    /// Statements of the plan, where they may stand.
    pub(super) statements: Option<&'p Statements<'p>>,
}

/// A sheet's tables and the rows above the first of them.
#[derive(Debug, Default)]
pub(super) struct Layout<'a> {
    pub(super) above: Vec<Row<'a>>,
    pub(super) tables: Vec<Table<'a>>,
    pub(super) statements: Vec<StatementTable<'a>>,
    open: Open,
    /// Rows held against heads that are not the form's own.
    guesses: usize,
}

/// What the next row belongs to.
#[derive(Debug, Default)]
enum Open {
    #[default]
    Nothing,
    /// These tables, side by side.
    Tables(Range<usize>),
    /// The last statement.
    Statement,
}

impl<'a> Layout<'a> {
    /// Whether there is no table.
    pub(super) fn is_empty(&self) -> bool {
        self.tables.is_empty() && self.statements.is_empty()
    }

    fn open_tables(&self) -> &[Table<'a>] {
        match &self.open {
            Open::Tables(range) => self.tables.get(range.clone()).unwrap_or_default(),
            Open::Nothing | Open::Statement => &[],
        }
    }

    /// Gives a row to what is open.
    fn add(&mut self, row: Row<'a>) {
        match &self.open {
            Open::Nothing => self.above.push(row),
            Open::Statement => self.statements.last_mut().into_iter().for_each(|table| table.rows.push(row)),
            Open::Tables(range) => {
                for table in self.tables.get_mut(range.clone()).unwrap_or_default() {
                    table.rows.extend(row.within(table.span.clone()));
                }
            }
        }
    }

    /// Whether the first of these rows is worth the effort of holding it against heads that are not the form's own, as
    /// they should be: by their patterns, or nearly spelt. A sheet of many rows of texts would take long otherwise.
    fn may_guess(&mut self, rows: &[Row<'a>]) -> bool {
        const MOST_GUESSES: usize = 500;
        let may = self.guesses < MOST_GUESSES && rows.first().is_some_and(|row| header::may_begin(*row));
        self.guesses += usize::from(may);
        may
    }

    /// Takes what the first of these rows begins; how many rows that was.
    fn take(&mut self, rows: &[Row<'a>], wanted: Wanted<'_, 'a>) -> usize {
        let guess = self.may_guess(rows);
        let statements = wanted.statements.filter(|_| guess);
        if let Some(statement) = statements.and_then(|statements| statements.find(rows)) {
            let taken = statement.header.len();
            self.statements.push(statement);
            self.open = Open::Statement;
            return taken;
        }
        let tables = table::begin(rows, wanted, guess && self.is_empty());
        let Some(taken) = tables.first().map(|table| table.header.len()) else {
            rows.iter().take(1).for_each(|row| self.add(*row));
            return 1;
        };
        self.open = Open::Tables(self.tables.len()..self.tables.len() + tables.len());
        self.tables.extend(tables);
        taken
    }
}

/// Finds the tables that are wanted. A row whose first column holds a known id (`is_id`) is data, never a header.
pub(super) fn find<'a>(rows: &[Row<'a>], wanted: Wanted<'_, 'a>, is_id: impl Fn(&str) -> bool) -> Layout<'a> {
    let mut layout = Layout::default();
    let mut rest = rows;
    while let Some(row) = rest.first() {
        let is_data = layout.open_tables().iter().any(|table| is_id(&row.text(table.column(Head::Id))));
        let taken = if is_data { 1 } else { layout.take(rest, wanted) };
        if is_data {
            layout.add(*row);
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    layout
}
