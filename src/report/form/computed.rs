//! Rows of "Số liệu" that nobody fills in: the form computes them from its own cells.

use super::{Cell, Fill, Holds, Row, RowFill, Subject, Value};
use crate::expr::{self, Operands};
use crate::model::{Element, ElementId, Expr, Flow, Formula, Measure, Number, Office, Plan, TaskCount};

/// The row of a computed element; `None` where it needs figures that this office is not asked for.
pub(super) fn row<'a>(
    plan: &'a Plan,
    office: &Office,
    fill: &Fill,
    element: &'a Element,
    formula: &Formula,
) -> Option<Row<'a>> {
    let expr = expr::expand(&formula.expr, plan);
    let asked = |id: &ElementId| plan.element(id.as_str()).is_some_and(|element| element.offices.contains(&office.id));
    if expr::uses_tasks(&expr) || !expr::elements(&expr).into_iter().all(asked) {
        return None;
    }
    let computed = |measure| {
        let value = expr::evaluate(&expr, &Filled { plan, fill, measure }).known();
        Cell::printed(Holds::Figure(element.kind), Value::Computed(expr.clone(), value))
    };
    let repeats = |expr: &Expr| expr::elements(expr).into_iter().all(|id| !is_flow(plan, id));
    let cumulative = if repeats(&expr) { Cell::label("") } else { computed(Measure::Cumulative) };
    let cells = vec![
        Cell::code(element.id.as_str()),
        Cell::word(&element.no),
        Cell::label(&element.name),
        Cell::word(&element.unit),
        Cell::label(""),
        computed(Measure::Period),
        cumulative,
        Cell::label("Biểu tự tính"),
        Cell::label(""),
        Cell::label(""),
    ];
    Some(Row { subject: Subject::Computed(element), cells })
}

fn is_flow(plan: &Plan, id: &ElementId) -> bool {
    plan.element(id.as_str()).is_some_and(|element| element.flow == Flow::Flow)
}

/// The numbers that stand in a form.
struct Filled<'a> {
    plan: &'a Plan,
    fill: &'a Fill,
    measure: Measure,
}

impl Filled<'_> {
    fn number(&self, id: &ElementId, cell: impl Fn(&RowFill) -> &Value) -> Option<Number> {
        match self.fill.figures.get(id).map(cell) {
            Some(Value::Number(number)) => Some(number.clone()),
            _ => None,
        }
    }
}

impl Operands for Filled<'_> {
    fn element(&self, id: &ElementId) -> Option<Number> {
        // A state at the period's end has no sum: it stands in "Kỳ này" alone.
        let summed = self.measure == Measure::Cumulative && is_flow(self.plan, id);
        self.number(id, |row| if summed { &row.cumulative } else { &row.period })
    }

    fn previous(&self, id: &ElementId) -> Option<Number> {
        self.number(id, |row| &row.previous)
    }

    fn tasks(&self, _count: TaskCount) -> Number {
        Number::zero()
    }
}
