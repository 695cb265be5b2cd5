//! Computed rows of "Số liệu": nobody submits them, but what stands there should be what the other rows come to.

use super::{Part, Tables};
use crate::expr::{self, Operands};
use crate::intake::layout::{Head, Table};
use crate::intake::page::Row;
use crate::intake::value;
use crate::model::{Element, ElementId, Entry, FileReading, Finding, Number, Severity, TaskCount};

/// Rates differ from what they come to by rounding; further apart than this (in the row's unit) they were overwritten.
const ROUNDING: &str = "0.05";

impl<'a> Tables<'a, '_> {
    /// R492 for a computed row whose "Kỳ này" is not what this file's figures come to; it stays unused all the same.
    pub(super) fn check_computed(&mut self, at: usize, table: &Table<'a>, row: Row<'a>, element: &Element) {
        let (Some(col), Some(page)) = (table.column(Head::Period), self.pages.get(at)) else { return };
        let place = page.source(table.address(row, Head::Period));
        let (written, _) = value::read(element, row.cell(col), place);
        let formula = element.formula.as_ref().map(|formula| expr::expand(&formula.expr, self.index.plan));
        let computed = formula.and_then(|expr| expr::evaluate(&expr, &Read(self.reading)).known());
        let (Some(provided), Some(expected)) = (written.number(), computed) else { return };
        let difference = &provided - &expected;
        if ROUNDING.parse().is_ok_and(|most: Number| difference.abs() <= most) {
            return;
        }
        let finding = Finding::new("R492", Severity::Warning).at_opt(written.source);
        let finding = finding.provided(provided.vietnamese(2)).expected(expected.vietnamese(2));
        let finding = Finding { difference: Some(difference.vietnamese(2)), ..finding };
        self.report(Part::Figures, finding.arg("row", element.name.as_str()));
    }
}

/// The figures of one file.
struct Read<'r>(&'r FileReading);

impl Read<'_> {
    fn entry(&self, id: &ElementId) -> Option<&Entry> {
        self.0.figures.as_ref()?.get(id)
    }
}

impl Operands for Read<'_> {
    fn element(&self, id: &ElementId) -> Option<Number> {
        self.entry(id)?.period.number()
    }

    fn previous(&self, id: &ElementId) -> Option<Number> {
        self.entry(id)?.previous.number()
    }

    fn tasks(&self, _count: TaskCount) -> Number {
        Number::zero()
    }
}
