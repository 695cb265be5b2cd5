//! Expressions of the plan as formulas over the report's own cells, and the names that these cells have.

use super::context::Context;
use super::document::{Cells, Cut, Formula};
use crate::expr;
use crate::model::{
    Aggregate, AnnexField, AnnexRow, AreaId, BinaryOp, Element, ElementId, ElementKind, Expr, Flow, IndicatorId,
    Measure, Number, TaskCount,
};

/// Words that name the counts of all tasks: all, done, of these late, overdue.
pub(crate) const TASKS: [&str; 4] = ["nhiem-vu:tong", "nhiem-vu:xong", "nhiem-vu:xong-muon", "nhiem-vu:qua-han"];

/// The name of how the indicators stand.
pub(crate) const OUTCOMES: &str = "chi-tieu:danh-gia";

/// The name of what the offices gave for an element: `hs_da_gq:luy-ke`.
pub(crate) fn offices(element: &ElementId, measure: Measure) -> String {
    format!("{element}:{}", column(measure))
}

/// The name of the commune's figure in the annex: `phu-luc:hs_da_gq:luy-ke`.
pub(crate) fn commune(element: &ElementId, measure: Measure) -> String {
    format!("phu-luc:{element}:{}", column(measure))
}

/// The name of "Kỳ này" of the period before, in the annex.
pub(crate) fn before(element: &ElementId) -> String {
    format!("phu-luc:{element}:ky-truoc")
}

/// The name of the result of the same period a year before, in the annex.
pub(crate) fn year_before(element: &ElementId) -> String {
    format!("phu-luc:{element}:cung-ky")
}

/// The name of what the tasks of an area stand at.
pub(crate) fn states(area: &AreaId) -> String {
    format!("nhiem-vu:{area}")
}

/// The name of an indicator's result.
pub(crate) fn result(indicator: &IndicatorId) -> String {
    format!("chi-tieu:{indicator}")
}

fn column(measure: Measure) -> &'static str {
    match measure {
        Measure::Period => "ky-nay",
        Measure::Cumulative => "luy-ke",
    }
}

/// The commune's figure from those of the offices; `None` where there is no common one.
pub(crate) fn combined(element: &Element, measure: Measure) -> Option<Formula> {
    let apart = element.aggregate == Aggregate::None && element.offices.len() > 1;
    let cells = Cells::Named(offices(&element.id, measure));
    match (element.kind, element.aggregate) {
        (ElementKind::Text | ElementKind::Choice, _) => None,
        _ if apart || !element.is_submitted() => None,
        (_, Aggregate::Max) => Some(Formula::Largest(cells)),
        (_, Aggregate::Sum | Aggregate::None) => Some(Formula::Sum(cells)),
    }
}

/// The annex's figure: an element's from the offices, a computed row's from the annex's own cells, cut as it is printed.
pub(crate) fn annex(context: &Context<'_>, element: &Element, measure: Measure) -> Option<Formula> {
    let Some(formula) = &element.formula else { return combined(element, measure) };
    let expanded = expr::expand(&formula.expr, context.plan);
    let (numerator, denominator) = Operands { context, measure }.fraction(&expanded)?;
    let denominator = denominator.unwrap_or_else(|| Formula::Number(Number::from(1)));
    let anchors = vec![Number::zero(), Number::hundred()];
    Some(Formula::Cut(Box::new(Cut { numerator, denominator, factor: Number::from(1), anchors })))
}

/// An expression over the annex's cells.
pub(crate) fn over(context: &Context<'_>, expr: &Expr, measure: Measure) -> Option<Formula> {
    Operands { context, measure }.spell(&expr::expand(expr, context.plan))
}

/// Where an expression finds its operands.
struct Operands<'a> {
    context: &'a Context<'a>,
    measure: Measure,
}

impl Operands<'_> {
    fn spell(&self, expr: &Expr) -> Option<Formula> {
        Some(match expr {
            Expr::Number(number) => Formula::Number(number.clone()),
            Expr::Element(id) => self.element(id)?,
            Expr::Previous(id) => self.previous(id)?,
            Expr::Tasks(count) => tasks(*count),
            Expr::Negate(inner) => Formula::Negate(Box::new(self.spell(inner)?)),
            Expr::Binary(left, op, right) => self.spell(left)?.join(*op, self.spell(right)?),
        })
    }

    /// The expression as a quotient whose parts divide by nothing; `None` where it divides by a quotient.
    fn fraction(&self, expr: &Expr) -> Option<(Formula, Option<Formula>)> {
        let Expr::Binary(left, op, right) = expr else {
            return match expr {
                Expr::Negate(inner) => {
                    let (numerator, denominator) = self.fraction(inner)?;
                    Some((Formula::Negate(Box::new(numerator)), denominator))
                }
                leaf => Some((self.spell(leaf)?, None)),
            };
        };
        let ((numerator, below), (other, other_below)) = (self.fraction(left)?, self.fraction(right)?);
        Some(match op {
            BinaryOp::Divide if other_below.is_some() => return None,
            BinaryOp::Divide => (numerator, times(below, Some(other))),
            BinaryOp::Multiply => (numerator.join(BinaryOp::Multiply, other), times(below, other_below)),
            BinaryOp::Add | BinaryOp::Subtract => {
                let denominator = times(below.clone(), other_below.clone());
                let one = times(Some(numerator), other_below)?;
                (one.join(*op, times(Some(other), below)?), denominator)
            }
        })
    }

    /// The annex's cell; where the annex does not print the element, the offices' cells.
    fn element(&self, id: &ElementId) -> Option<Formula> {
        if is_printed(self.context, id, self.measure) {
            return Some(Formula::named(commune(id, self.measure)));
        }
        combined(self.context.plan.element(id.as_str())?, self.measure)
    }

    /// The annex prints "Kỳ này" of the period before, which is both columns of a state.
    fn previous(&self, id: &ElementId) -> Option<Formula> {
        let element = self.context.plan.element(id.as_str())?;
        let same = self.measure == Measure::Period || element.flow == Flow::Stock;
        same.then(|| Formula::named(before(id)))
    }
}

fn times(one: Option<Formula>, other: Option<Formula>) -> Option<Formula> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.join(BinaryOp::Multiply, other)),
        (one, other) => one.or(other),
    }
}

fn tasks(count: TaskCount) -> Formula {
    let [total, done, late, overdue] = TASKS.map(Formula::named);
    match count {
        TaskCount::Total => total,
        TaskCount::Done => done,
        TaskCount::DoneOnTime => done.join(BinaryOp::Subtract, late),
        TaskCount::Overdue => overdue,
    }
}

/// Whether this period's annex has a cell for the commune's figure.
fn is_printed(context: &Context<'_>, id: &ElementId, measure: Measure) -> bool {
    let shows = match measure {
        Measure::Period => AnnexField::Period,
        Measure::Cumulative => AnnexField::Cumulative,
    };
    let kind = context.results.period.kind;
    let mut columns = context.plan.annex.columns.iter();
    let mut rows = context.plan.annex.tables.iter().flat_map(|table| &table.rows);
    columns.any(|column| column.shows == shows && (column.kinds.is_empty() || column.kinds.contains(&kind)))
        && rows.any(|row| matches!(row, AnnexRow::Figure(figure) if figure.element == *id))
}
