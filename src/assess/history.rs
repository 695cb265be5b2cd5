//! Earlier periods beside the reported one: their figures and values, from what was submitted for them.

use std::collections::BTreeMap;

use chrono::Months;

use super::book::Books;
use super::indicators::value_at;
use super::totals::totals_at;
use super::views::Commune;
use crate::expr::Operands;
use crate::model::{ElementId, History, Measure, Number, Past, Period};

/// What the periods before the reported one came to.
pub fn history(books: &Books<'_>) -> History {
    let reported = books.count().saturating_sub(1);
    let periods: Vec<Past> = (0..reported).filter_map(|position| past(books, position)).collect();
    let last_year = books
        .at(reported)
        .and_then(|book| periods.iter().position(|past| is_a_year_before(&past.period, &book.period)));
    History { last_year, previous: previous(books, reported), periods }
}

fn past(books: &Books<'_>, position: usize) -> Option<Past> {
    let indicators = &books.plan.indicators;
    Some(Past {
        period: books.at(position)?.period.clone(),
        totals: totals_at(books, position),
        values: indicators.iter().filter_map(|one| Some((one.id.clone(), value_at(books, position, one)?))).collect(),
    })
}

fn is_a_year_before(earlier: &Period, period: &Period) -> bool {
    earlier.kind == period.kind && period.to.checked_sub_months(Months::new(12)) == Some(earlier.to)
}

/// What `prev(…)` says of every submitted element.
fn previous(books: &Books<'_>, position: usize) -> BTreeMap<(ElementId, Measure), Number> {
    let submitted = books.plan.elements.iter().filter(|element| element.is_submitted());
    let both = submitted.flat_map(|element| [Measure::Period, Measure::Cumulative].map(|measure| (element, measure)));
    let known = both.filter_map(|(element, measure)| {
        let number = Commune { books, position, measure }.previous(&element.id)?;
        Some(((element.id.clone(), measure), number))
    });
    known.collect()
}
