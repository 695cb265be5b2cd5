//! The commune's figures: offices combined, known only if every office named gave its own.

use super::book::{Book, Books};
use super::views::Commune;
use crate::expr;
use crate::model::{Aggregate, Element, ElementKind, Measure, Number, OfficeId, State, Total};

/// What one office gives to the commune's figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contribution {
    /// A figure; 0 for "không phát sinh".
    Figure(Number),
    /// Nothing, and nothing was required.
    Nothing,
    /// It is not known.
    Unknown,
}

/// What this office gives to an element's figure.
pub fn contribution(
    books: &Books<'_>,
    book: &Book,
    office: &OfficeId,
    element: &Element,
    measure: Measure,
) -> Contribution {
    let Some(figure) = book.figure(books.plan, office, &element.id, measure) else { return Contribution::Unknown };
    match (&figure.value, figure.state) {
        (Some(value), _) => Contribution::Figure(value.clone()),
        (None, State::Blank | State::Missing) if !element.required && book.accepted(office) => Contribution::Nothing,
        (None, _) => Contribution::Unknown,
    }
}

/// The commune's figure of a submitted element.
pub fn total(books: &Books<'_>, position: usize, element: &Element, measure: Measure) -> Total {
    let mut total =
        Total { element: element.id.clone(), measure, value: None, reported: 0, expected: element.offices.len() };
    let Some(book) = books.at(position) else { return total };
    let mut known = true;
    for office in &element.offices {
        match contribution(books, book, office, element, measure) {
            Contribution::Figure(number) => {
                total.reported += 1;
                total.value = Some(combine(element.aggregate, total.value, number));
            }
            Contribution::Nothing => {}
            Contribution::Unknown => known = false,
        }
    }
    let common = element.aggregate != Aggregate::None || element.offices.len() == 1;
    total.value = total.value.filter(|_| known && common);
    total
}

/// What came, whatever is missing; `None` where nothing did.
pub(super) fn partial(books: &Books<'_>, position: usize, element: &Element, measure: Measure) -> Option<Number> {
    let book = books.at(position)?;
    element.offices.iter().fold(None, |sum, office| match contribution(books, book, office, element, measure) {
        Contribution::Figure(number) => Some(combine(element.aggregate, sum, number)),
        Contribution::Nothing | Contribution::Unknown => sum,
    })
}

fn combine(aggregate: Aggregate, so_far: Option<Number>, number: Number) -> Number {
    match (aggregate, so_far) {
        (_, None) => number,
        (Aggregate::Max, Some(largest)) => largest.max(number),
        (Aggregate::Sum | Aggregate::None, Some(sum)) => &sum + &number,
    }
}

/// The commune's figures of the reported period, computed rows included; texts have none.
pub fn totals(books: &Books<'_>) -> Vec<Total> {
    totals_at(books, books.count().saturating_sub(1))
}

/// The same of the book at `position`.
pub(super) fn totals_at(books: &Books<'_>, position: usize) -> Vec<Total> {
    let numeric = books.plan.elements.iter().filter(|element| element.kind != ElementKind::Text);
    let both = |element| [Measure::Period, Measure::Cumulative].map(|measure| one(books, position, element, measure));
    numeric.flat_map(both).collect()
}

/// The commune's figure of any element.
pub(super) fn one(books: &Books<'_>, position: usize, element: &Element, measure: Measure) -> Total {
    let Some(formula) = &element.formula else { return total(books, position, element, measure) };
    let expanded = expr::expand(&formula.expr, books.plan);
    let commune = Commune { books, position, measure };
    let (reported, expected) = commune.coverage(&[&expanded]);
    let value = expr::evaluate(&expanded, &commune).known();
    Total { element: element.id.clone(), measure, value, reported, expected }
}
