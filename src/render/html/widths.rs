//! Widths of columns as style rules: the page allows no style anywhere but in its one sheet.

use crate::report::document::{Column, Table};

/// On small screens a table keeps so many hundredths of an em for each character of its width in the workbook.
const LEAST_PER_CHARACTER: u32 = 29;

/// Rules for the tables of one page, which are told apart by a class of their own.
#[derive(Default)]
pub(super) struct Widths {
    tables: usize,
    rules: String,
}

impl Widths {
    /// Adds the rules of a table and gives it its class.
    pub(super) fn class(&mut self, table: &Table) -> String {
        self.tables += 1;
        let class = format!("t{}", self.tables);
        let total: u32 = table.columns.iter().map(|column| u32::from(column.width)).sum();
        let least = total * LEAST_PER_CHARACTER / 100;
        let share = |(position, column): (usize, &Column)| {
            let tenths = u32::from(column.width) * 1000 / total.max(1);
            format!(".{class} col:nth-child({position}) {{ width: {}.{}%; }}\n", tenths / 10, tenths % 10)
        };
        self.rules.extend([format!("@media screen {{ .{class} {{ min-width: {least}em; }} }}\n")]);
        self.rules.extend((1..).zip(&table.columns).map(share));
        class
    }

    /// All rules, to stand below the style sheet.
    pub(super) fn rules(&self) -> &str {
        &self.rules
    }
}
