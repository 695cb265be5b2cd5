//! What an office reports beside what it reported one period earlier.

use super::{Books, Row, Sheet};
use crate::model::{Element, ElementKind, Figure, Number, OfficeId, Period, Source};

/// One figure in the reported period and in the one before.
#[derive(Clone, Copy, Debug)]
pub struct Beside<'b> {
    /// What both are figures of.
    pub element: &'b Element,
    now: &'b Row,
    before: Option<&'b Row>,
}

impl Books<'_> {
    /// Every number that this office is asked for, in plan order.
    pub fn beside<'b>(&'b self, office: &OfficeId) -> impl Iterator<Item = Beside<'b>> {
        let (before, now) = self.sheets_beside(office);
        let rows = now.into_iter().flat_map(|now| now.rows.iter().enumerate());
        self.plan.elements.iter().zip(rows).filter_map(move |(element, (at, now))| {
            let is_number = !matches!(element.kind, ElementKind::Text | ElementKind::Choice);
            is_number.then_some(Beside { element, now: now.as_ref()?, before: row(before, at) })
        })
    }

    /// One of them.
    pub fn beside_one<'b>(&'b self, office: &OfficeId, element: &'b Element) -> Option<Beside<'b>> {
        let (before, now) = self.sheets_beside(office);
        let at = *self.plan.element_index.get(&element.id)?;
        Some(Beside { element, now: row(now, at)?, before: row(before, at) })
    }

    /// The office's figures of the period before, and of the reported one.
    fn sheets_beside(&self, office: &OfficeId) -> (Option<&Sheet>, Option<&Sheet>) {
        let mut latest = self.books.iter().rev().map(|book| book.by_office.get(office));
        let now = latest.next().flatten();
        (latest.next().flatten(), now)
    }

    /// The period before the reported one; `None` in the plan's first.
    pub fn period_before(&self) -> Option<&Period> {
        self.books.iter().rev().nth(1).map(|book| &book.period)
    }
}

fn row(sheet: Option<&Sheet>, at: usize) -> Option<&Row> {
    sheet?.rows.get(at)?.as_ref()
}

impl<'b> Beside<'b> {
    /// "Kỳ này".
    pub fn now(&self) -> &'b Figure {
        &self.now.period
    }

    /// "Lũy kế".
    pub fn cumulative(&self) -> &'b Figure {
        &self.now.cumulative
    }

    /// "Kỳ này" as submitted one period earlier.
    pub fn submitted_before(&self) -> Option<&'b Figure> {
        self.before.map(|row| &row.period)
    }

    /// "Lũy kế" one period earlier.
    pub fn cumulative_before(&self) -> Option<&'b Figure> {
        self.before.map(|row| &row.cumulative)
    }

    /// What `prev(…)` says, with its cell: as submitted one period earlier, else the form's "Kỳ trước".
    pub fn previous(&self) -> Option<(Number, Option<&'b Source>)> {
        let submitted = || {
            let figure = self.submitted_before()?;
            Some((figure.value.clone()?, figure.source.as_ref()))
        };
        let written = || Some((self.now.previous.number()?, self.now.previous.source.as_ref()));
        submitted().or_else(written)
    }
}
