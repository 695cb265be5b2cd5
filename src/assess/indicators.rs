//! Every indicator of the plan: its pair, its value, its status, and the cells behind it.

use super::book::Books;
use super::judge::judge;
use super::print::pair_text;
use super::views::{Commune, Partially, Single};
use crate::expr::{self, Operands, Value};
use crate::model::{Expr, Indicator, IndicatorResult, IndicatorStatus, Number, OfficeShare, Partial, Rate, Target};
use crate::text::Catalog;

/// Assesses every indicator for the reported period, in plan order. `vi` words the reasons: reports are Vietnamese always.
pub fn assess_indicators(books: &Books<'_>, vi: &Catalog) -> Vec<IndicatorResult> {
    let position = books.count().saturating_sub(1);
    books.plan.indicators.iter().map(|indicator| assess(books, position, indicator, vi)).collect()
}

/// An indicator's expressions with computed rows expanded.
struct Pair {
    numerator: Expr,
    denominator: Option<Expr>,
}

impl Pair {
    fn of(books: &Books<'_>, indicator: &Indicator) -> Self {
        let expand = |formula: &crate::model::Formula| expr::expand(&formula.expr, books.plan);
        Self { numerator: expand(&indicator.numerator), denominator: indicator.denominator.as_ref().map(expand) }
    }

    fn exprs(&self) -> Vec<&Expr> {
        std::iter::once(&self.numerator).chain(&self.denominator).collect()
    }

    /// The pair over these operands, and what its quotient comes to in the indicator's unit.
    fn rate(&self, indicator: &Indicator, operands: &impl Operands) -> (Rate, Value) {
        let numerator = expr::evaluate(&self.numerator, operands);
        let denominator = self.denominator.as_ref().map(|denominator| expr::evaluate(denominator, operands));
        let value = quotient(&indicator.unit, &numerator, denominator.as_ref());
        let rate = Rate {
            numerator: numerator.known(),
            denominator: denominator.and_then(Value::known),
            value: value.clone().known(),
        };
        (rate, value)
    }
}

fn quotient(unit: &str, numerator: &Value, denominator: Option<&Value>) -> Value {
    let (numerator, denominator) = match (numerator, denominator) {
        (Value::Known(numerator), Some(Value::Known(denominator))) => (numerator, denominator),
        (Value::Known(_), Some(other)) => return other.clone(),
        (value, _) => return value.clone(),
    };
    let factor = if unit == "%" { Number::hundred() } else { Number::from(1) };
    match (&factor * numerator).checked_div(denominator) {
        Some(value) => Value::Known(value),
        None if numerator.is_zero() => Value::ZeroByZero,
        None => Value::DividedByZero,
    }
}

fn assess(books: &Books<'_>, position: usize, indicator: &Indicator, vi: &Catalog) -> IndicatorResult {
    let pair = Pair::of(books, indicator);
    let commune = Commune { books, position, measure: indicator.measure };
    let (rate, value) = pair.rate(indicator, &commune);
    let baseline = baseline(books, position, indicator, &pair);
    let status = match (&value, books.at(position)) {
        (Value::Known(value), Some(book)) => judge(books.plan, &book.period, indicator, value, baseline.as_ref()),
        (Value::ZeroByZero, _) => IndicatorStatus::NotApplicable,
        (Value::Known(_) | Value::Missing | Value::DividedByZero, _) => IndicatorStatus::NoData,
    };
    let shown = rate.value.as_ref().map(|value| value.shown(&indicator.anchors()));
    IndicatorResult {
        printed: pair_text(&rate, shown.as_ref(), &indicator.unit),
        divided_by_zero: value == Value::DividedByZero,
        reason: reason(&value, &commune, &pair, vi),
        partial: (value == Value::Missing).then(|| partial(indicator, &pair, commune)).flatten(),
        by_office: by_office(&commune, indicator, &pair),
        sources: sources(&commune, &pair),
        indicator: indicator.clone(),
        rate,
        shown,
        baseline,
        status,
    }
}

/// What a trend is held against: the plan's own base, else the same indicator and column one period earlier.
fn baseline(books: &Books<'_>, position: usize, indicator: &Indicator, pair: &Pair) -> Option<Number> {
    let Some(Target::Trend { baseline, .. }) = &indicator.target else { return None };
    baseline.clone().or_else(|| {
        let earlier = Commune { books, position: position.checked_sub(1)?, measure: indicator.measure };
        pair.rate(indicator, &earlier).1.known()
    })
}

/// An indicator's exact value in the book at `position`, where it has one.
pub(super) fn value_at(books: &Books<'_>, position: usize, indicator: &Indicator) -> Option<Number> {
    let commune = Commune { books, position, measure: indicator.measure };
    Pair::of(books, indicator).rate(indicator, &commune).1.known()
}

fn partial(indicator: &Indicator, pair: &Pair, commune: Commune<'_>) -> Option<Partial> {
    let (rate, _) = pair.rate(indicator, &Partially(commune));
    let (reported, expected) = commune.coverage(&pair.exprs());
    let something_came = rate.numerator.is_some() || rate.denominator.is_some();
    something_came.then_some(Partial { rate, reported, expected })
}

fn by_office(commune: &Commune<'_>, indicator: &Indicator, pair: &Pair) -> Vec<OfficeShare> {
    let share = |office| {
        let single = Single { books: commune.books, position: commune.position, measure: commune.measure, office };
        let (rate, _) = pair.rate(indicator, &single);
        OfficeShare { office: office.clone(), numerator: rate.numerator, denominator: rate.denominator }
    };
    commune.offices(&pair.exprs()).into_iter().map(share).collect()
}

fn sources(
    commune: &Commune<'_>,
    pair: &Pair,
) -> Vec<(crate::model::OfficeId, crate::model::ElementId, crate::model::Source)> {
    let plan = commune.books.plan;
    let mut found = Vec::new();
    let mut ids: Vec<_> = pair.exprs().into_iter().flat_map(|expr| expr::leaves(expr, plan)).collect();
    ids.sort_by_key(|id| plan.element_index.get(*id));
    ids.dedup();
    for element in ids.into_iter().filter_map(|id| plan.element(id.as_str())) {
        for office in &element.offices {
            let cells = commune.books.sources(commune.position, office, &element.id, commune.measure);
            found.extend(cells.into_iter().map(|source| (office.clone(), element.id.clone(), source)));
        }
    }
    found
}

/// Why there is no value, naming the offices whose figures are missing.
fn reason(value: &Value, commune: &Commune<'_>, pair: &Pair, vi: &Catalog) -> Option<String> {
    match value {
        Value::Known(_) => None,
        Value::ZeroByZero => Some(vi.get("reason-zero-by-zero")),
        Value::DividedByZero => Some(vi.get("reason-divided-by-zero")),
        Value::Missing => {
            let exprs = pair.exprs();
            let (reported, expected) = commune.coverage(&exprs);
            let plan = commune.books.plan;
            let lacking =
                commune.offices(&exprs).into_iter().filter(|office| !commune.missing_at(office, &exprs).is_empty());
            let offices: Vec<&str> = lacking.map(|office| plan.office_name(office)).collect();
            let counts = (reported.to_string(), expected.to_string());
            let args = [("reported", &*counts.0), ("expected", &*counts.1), ("offices", &*offices.join(", "))];
            Some(vi.with(if offices.is_empty() { "reason-earlier-missing" } else { "reason-offices-missing" }, &args))
        }
    }
}
