//! Tables described by their columns: one entry says head, width, alignment and what the cell shows of a record.

use super::context::Context;
use super::document::{Align, Cell, Column, Row, Table};

/// One column of a table of records `R`.
pub(crate) struct Field<R: ?Sized> {
    title: &'static str,
    width: u16,
    align: Align,
    facet: Option<&'static str>,
    cell: fn(&Line<'_, R>) -> Cell,
}

/// What a column sees: the record, its number from one, and everything around it.
pub(crate) struct Line<'a, R: ?Sized> {
    /// Names, totals and labels of the round.
    pub(crate) context: &'a Context<'a>,
    /// The record's number in its table, from one.
    pub(crate) number: usize,
    /// What the row shows.
    pub(crate) record: &'a R,
}

impl<R: ?Sized> Field<R> {
    /// A column of text.
    pub(crate) const fn left(title: &'static str, width: u16, cell: fn(&Line<'_, R>) -> Cell) -> Self {
        Self { title, width, align: Align::Left, facet: None, cell }
    }

    /// A column of codes, dates and short words.
    pub(crate) const fn center(title: &'static str, width: u16, cell: fn(&Line<'_, R>) -> Cell) -> Self {
        Self { title, width, align: Align::Center, facet: None, cell }
    }

    /// A column of numbers.
    pub(crate) const fn right(title: &'static str, width: u16, cell: fn(&Line<'_, R>) -> Cell) -> Self {
        Self { title, width, align: Align::Right, facet: None, cell }
    }

    /// A column by whose values the page can be filtered; `empty` stands for an empty cell.
    pub(crate) const fn facet(empty: &'static str, field: &Self) -> Self {
        Self { facet: Some(empty), title: field.title, width: field.width, align: field.align, cell: field.cell }
    }
}

/// An empty table with these columns.
pub(crate) fn table<R: ?Sized>(id: &str, fields: &[Field<R>]) -> Table {
    let column = |field: &Field<R>| Column { facet: field.facet, ..Column::new(field.title, field.width, field.align) };
    Table { columns: fields.iter().map(column).collect(), ..Table::new(id) }
}

/// The row of one record.
pub(crate) fn row<'a, R: ?Sized>(fields: &[Field<R>], context: &'a Context<'a>, number: usize, record: &'a R) -> Row {
    let line = Line { context, number, record };
    Row::body(fields.iter().map(|field| (field.cell)(&line)).collect())
}

/// The position of the column with this head, from zero.
pub(crate) fn position<R: ?Sized>(fields: &[Field<R>], title: &str) -> usize {
    fields.iter().position(|field| field.title == title).unwrap_or_default()
}
