//! Where expressions find their operands: one office, the whole commune, or what came so far.

use std::collections::BTreeSet;

use super::book::{Book, Books};
use super::totals::{partial, total};
use crate::expr::{Operands, leaves};
use crate::model::{ElementId, Expr, Measure, Number, OfficeId, TaskCount, TaskResult, TaskStatus};

/// One office's own figures; `tasks.…` counts the tasks it leads.
#[derive(Clone, Copy, Debug)]
pub struct Single<'a> {
    /// All books.
    pub books: &'a Books<'a>,
    /// Position of the book that is read.
    pub position: usize,
    /// The column that is read.
    pub measure: Measure,
    /// The office.
    pub office: &'a OfficeId,
}

/// The commune's figures, each known only if every office gave its own.
#[derive(Clone, Copy, Debug)]
pub struct Commune<'a> {
    /// All books.
    pub books: &'a Books<'a>,
    /// Position of the book that is read.
    pub position: usize,
    /// The column that is read.
    pub measure: Measure,
}

/// The commune's figures over those offices that gave theirs; shown as incomplete, never judged.
#[derive(Clone, Copy, Debug)]
pub struct Partially<'a>(pub Commune<'a>);

impl Operands for Single<'_> {
    fn element(&self, id: &ElementId) -> Option<Number> {
        self.books.at(self.position)?.figure(self.books.plan, self.office, id, self.measure)?.value.clone()
    }

    fn previous(&self, id: &ElementId) -> Option<Number> {
        self.books.previous(self.position, self.office, id, self.measure)
    }

    fn tasks(&self, count: TaskCount) -> Number {
        let tasks = self.books.at(self.position).map_or(&[][..], |book| &book.tasks);
        count_tasks(tasks.iter().filter(|task| task.office == *self.office), count)
    }
}

impl<'a> Commune<'a> {
    fn book(&self) -> Option<&'a Book> {
        self.books.at(self.position)
    }

    /// Every office that an element behind these expressions names, in plan order.
    pub fn offices(&self, exprs: &[&Expr]) -> Vec<&'a OfficeId> {
        let plan = self.books.plan;
        let named: BTreeSet<&OfficeId> = exprs
            .iter()
            .flat_map(|expr| leaves(expr, plan).into_iter().cloned().collect::<Vec<_>>())
            .filter_map(|id| plan.element(id.as_str()))
            .flat_map(|element| &element.offices)
            .collect();
        plan.offices.iter().map(|office| &office.id).filter(|id| named.contains(id)).collect()
    }

    /// How many offices gave all that these expressions need of them, and how many should have.
    pub fn coverage(&self, exprs: &[&Expr]) -> (usize, usize) {
        let offices = self.offices(exprs);
        let complete = offices.iter().filter(|office| self.missing_at(office, exprs).is_empty()).count();
        (complete, offices.len())
    }

    /// The elements behind these expressions that this office should have given and did not.
    pub fn missing_at(&self, office: &OfficeId, exprs: &[&Expr]) -> Vec<ElementId> {
        let plan = self.books.plan;
        let Some(book) = self.book() else { return Vec::new() };
        let needed: BTreeSet<&ElementId> = exprs.iter().flat_map(|expr| leaves(expr, plan)).collect();
        let lacks = |id: &&ElementId| {
            plan.element(id.as_str()).is_some_and(|element| {
                element.offices.contains(office)
                    && super::contribution(self.books, book, office, element, self.measure)
                        == super::Contribution::Unknown
            })
        };
        needed.into_iter().filter(lacks).cloned().collect()
    }
}

impl Operands for Commune<'_> {
    fn element(&self, id: &ElementId) -> Option<Number> {
        total(self.books, self.position, self.books.plan.element(id.as_str())?, self.measure).value
    }

    fn previous(&self, id: &ElementId) -> Option<Number> {
        let element = self.books.plan.element(id.as_str())?;
        let mut numbers =
            element.offices.iter().map(|office| self.books.previous(self.position, office, id, self.measure));
        let first = numbers.next()??;
        numbers.try_fold(first, |sum, number| Some(&sum + &number?))
    }

    fn tasks(&self, count: TaskCount) -> Number {
        count_tasks(self.book().map_or(&[][..], |book| &book.tasks).iter(), count)
    }
}

impl Operands for Partially<'_> {
    fn element(&self, id: &ElementId) -> Option<Number> {
        partial(self.0.books, self.0.position, self.0.books.plan.element(id.as_str())?, self.0.measure)
    }

    fn previous(&self, id: &ElementId) -> Option<Number> {
        self.0.previous(id)
    }

    fn tasks(&self, count: TaskCount) -> Number {
        self.0.tasks(count)
    }
}

fn count_tasks<'a>(tasks: impl Iterator<Item = &'a TaskResult>, count: TaskCount) -> Number {
    let counts = |status: TaskStatus| match count {
        TaskCount::Total => true,
        TaskCount::Done => matches!(status, TaskStatus::Done | TaskStatus::DoneLate),
        TaskCount::DoneOnTime => status == TaskStatus::Done,
        TaskCount::Overdue => status == TaskStatus::Overdue,
    };
    let counted = tasks.filter(|task| counts(task.status)).count();
    Number::from(i64::try_from(counted).unwrap_or(i64::MAX))
}
