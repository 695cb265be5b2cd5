//! Rules that one page adds to the style sheet: the page allows no style anywhere but in its one sheet.

use std::fmt::Write as _;

use super::filter::Filter;
use crate::report::document::{Column, Table};

/// On small screens a table keeps so many hundredths of an em for each character of its width in the workbook.
const LEAST_PER_CHARACTER: u32 = 26;

/// And takes no more than so many on large ones.
const MOST_PER_CHARACTER: u32 = 90;

/// Rules for the tables and annexes of one page, which are told apart by classes of their own.
#[derive(Default)]
pub(super) struct Rules {
    tables: usize,
    annexes: usize,
    text: String,
}

impl Rules {
    /// Adds the widths of a table and what its filter hides, and gives it its class.
    pub(super) fn table(&mut self, table: &Table, filter: Option<&Filter>) -> String {
        self.tables += 1;
        let class = format!("t{}", self.tables);
        self.widths(&class, &table.columns);
        if let Some(filter) = filter {
            self.text.push_str(&filter.rules(&class));
        }
        class
    }

    fn widths(&mut self, class: &str, columns: &[Column]) {
        let total: u32 = columns.iter().map(|column| u32::from(column.width)).sum();
        let [least, most] = [LEAST_PER_CHARACTER, MOST_PER_CHARACTER].map(|hundredths| total * hundredths / 100);
        self.push(format_args!(
            "@media screen {{ .{class} table {{ min-width: {least}em; max-width: {most}em; }} }}\n"
        ));
        for (position, column) in (1..).zip(columns) {
            let tenths = u32::from(column.width) * 1000 / total.max(1);
            let (whole, tenth) = (tenths / 10, tenths % 10);
            self.push(format_args!(".{class} col:nth-child({position}) {{ width: {whole}.{tenth}%; }}\n"));
        }
    }

    /// Adds the pages of one more annex, numbered from 1, and gives it its number and class. Browsers keep the counter `page` to
    /// themselves, so each annex counts its pages with one of its own.
    pub(super) fn annex(&mut self) -> (usize, String) {
        self.annexes += 1;
        let class = format!("a{}", self.annexes);
        self.push(format_args!("@media print {{ .{class} {{ page: {class}; }} }}\n"));
        self.push(format_args!("@page {class} {{ size: A4 landscape; counter-increment: {class};"));
        self.push(format_args!(" @top-center {{ content: counter({class}); }} }}\n"));
        (self.annexes, class)
    }

    fn push(&mut self, rule: std::fmt::Arguments<'_>) {
        // Writing into a text cannot fail.
        let _ = self.text.write_fmt(rule);
    }

    /// All rules, to stand below the style sheet.
    pub(super) fn text(&self) -> &str {
        &self.text
    }
}
