//! The two sides of a rule: their elements, which of them are missing, and the cells they stand in.

use std::borrow::Cow;

use crate::expr::Operands;
use crate::model::{ElementId, Expr, Measure, Number, OfficeId, Source, State, TaskCount};
use crate::rules::Context;

/// One operand of a rule.
#[derive(Clone, Debug)]
pub(super) struct Operand<'a> {
    /// Its name, as findings print it.
    pub(super) name: Cow<'a, str>,
    /// Whether it has no value.
    pub(super) missing: bool,
    /// Whether something stands there that cannot be read.
    pub(super) unreadable: bool,
    /// Whether the office said "không phát sinh".
    pub(super) nil: bool,
    /// Its cells.
    pub(super) cells: Vec<&'a Source>,
}

/// Both sides of a rule with their operands in order of appearance.
#[derive(Debug)]
pub(super) struct Sides<'a> {
    /// Left expression, computed rows expanded.
    pub(super) left: &'a Expr,
    /// Right expression, computed rows expanded.
    pub(super) right: &'a Expr,
    /// Operands of the left side.
    pub(super) left_operands: Vec<Operand<'a>>,
    /// Operands of the right side.
    pub(super) right_operands: Vec<Operand<'a>>,
}

impl<'a> Sides<'a> {
    /// Looks every operand up at these offices.
    pub(super) fn new(
        left: &'a Expr,
        right: &'a Expr,
        operands: &impl Operands,
        context: &'a Context<'_>,
        offices: &[&OfficeId],
    ) -> Self {
        let look_up = |side: &'a Expr| {
            let mut found = Vec::new();
            collect(side, &mut |id, earlier| found.push(operand(id, earlier, operands, context, offices)));
            found
        };
        Self { left, right, left_operands: look_up(left), right_operands: look_up(right) }
    }

    /// Operands of both sides.
    pub(super) fn operands(&self) -> impl Iterator<Item = &Operand<'a>> {
        self.left_operands.iter().chain(&self.right_operands)
    }

    /// Whether no operand has a value, and there is at least one.
    pub(super) fn all_missing(&self) -> bool {
        self.operands().next().is_some() && self.operands().all(|operand| operand.missing)
    }

    /// Names of the operands without a value, each once.
    pub(super) fn missing_names(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for operand in self.operands().filter(|operand| operand.missing) {
            if !names.iter().any(|name| *name == operand.name) {
                names.push(operand.name.clone().into_owned());
            }
        }
        names
    }

    /// Cells of all operands, left side first, each once.
    pub(super) fn cells(&self) -> Vec<Source> {
        let mut cells: Vec<Source> = Vec::new();
        for cell in self.operands().flat_map(|operand| operand.cells.iter().copied()) {
            if !cells.contains(cell) {
                cells.push(cell.clone());
            }
        }
        cells
    }
}

fn collect<'a>(expr: &'a Expr, found: &mut impl FnMut(&'a ElementId, bool)) {
    match expr {
        Expr::Element(id) => found(id, false),
        Expr::Previous(id) => found(id, true),
        Expr::Negate(inner) => collect(inner, found),
        Expr::Binary(left, _, right) => {
            collect(left, found);
            collect(right, found);
        }
        Expr::Number(_) | Expr::Tasks(_) => {}
    }
}

fn operand<'a>(
    id: &'a ElementId,
    earlier: bool,
    operands: &impl Operands,
    context: &'a Context<'_>,
    offices: &[&OfficeId],
) -> Operand<'a> {
    let element = context.plan.element(id.as_str());
    let name = element.map_or(id.as_str(), |element| &element.name);
    let named = offices.iter().filter(|office| element.is_some_and(|element| element.offices.contains(office)));
    let current = context.books.current();
    let figures: Vec<_> =
        named.filter_map(|office| current?.figure(context.plan, office, id, Measure::Period)).collect();
    let value = if earlier { operands.previous(id) } else { operands.element(id) };
    Operand {
        name: if earlier { context.catalog.with("rule-previous", &[("name", name)]).into() } else { name.into() },
        missing: value.is_none() && (earlier || !has_text(&figures)),
        unreadable: !earlier && figures.iter().any(|figure| figure.state == State::Unreadable),
        nil: !earlier && !figures.is_empty() && figures.iter().all(|figure| figure.state == State::Nil),
        cells: if earlier { Vec::new() } else { figures.iter().filter_map(|figure| figure.source.as_ref()).collect() },
    }
}

/// Texts have no number, and are there all the same.
fn has_text(figures: &[&crate::model::Figure]) -> bool {
    !figures.is_empty() && figures.iter().all(|figure| figure.text.is_some() && figure.state == State::Value)
}

/// Operands in which what is missing stands for 0.
#[derive(Clone, Copy, Debug)]
pub(super) struct MissingIsZero<'a, O>(pub(super) &'a O);

impl<O: Operands> Operands for MissingIsZero<'_, O> {
    fn element(&self, id: &ElementId) -> Option<Number> {
        Some(self.0.element(id).unwrap_or_else(Number::zero))
    }
    fn previous(&self, id: &ElementId) -> Option<Number> {
        Some(self.0.previous(id).unwrap_or_else(Number::zero))
    }
    fn tasks(&self, count: TaskCount) -> Number {
        self.0.tasks(count)
    }
}
