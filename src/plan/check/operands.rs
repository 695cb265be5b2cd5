//! What an expression needs of the elements it names.

use std::ops::Range;

use super::names::Names;
use crate::expr;
use crate::model::{Aggregate, Element, ElementId, ElementKind, Formula, Number, Plan};
use crate::plan::codes;
use crate::plan::problem::Inspection;
use crate::plan::raw::Spanned;

/// What the place of an expression needs of its operands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Needs {
    /// They are calculated with, not only looked for.
    pub(super) numbers: bool,
    /// It is evaluated once over all offices.
    pub(super) common: bool,
}

/// Notes each operand that is not declared or not what is needed, under one code.
pub(super) fn check(
    formula: &Spanned<Formula>,
    needs: Needs,
    plan: &Plan,
    elements: &Names<'_>,
    at: &mut Inspection<'_>,
) {
    for id in expr::elements(&formula.get_ref().expr) {
        let span = place(formula, id, at);
        if !elements.has(id.as_str()) {
            let meant = elements.near(id.as_str()).filter(|_| span != formula.span());
            at.problem(codes::UNKNOWN_ELEMENT, span).arg("element", id.as_str()).suggest(meant);
        } else if let Some((code, culprit)) = fault(id, needs, plan) {
            at.problem(code, span).arg("element", culprit.as_str());
        }
    }
}

/// Why an element cannot be used here, and which one is to blame: behind a computed row stand others.
fn fault<'p>(id: &'p ElementId, needs: Needs, plan: &'p Plan) -> Option<(&'static str, &'p ElementId)> {
    let element = plan.element(id.as_str())?;
    let is_number = match element.kind {
        ElementKind::Choice => has_numeric_codes(element),
        ElementKind::Text => false,
        _ => true,
    };
    let not_a_number =
        if element.kind == ElementKind::Text { codes::TEXT_IN_ARITHMETIC } else { codes::CHOICE_NOT_NUMERIC };
    if needs.numbers && !is_number {
        return Some((not_a_number, id));
    }
    let apart = needs.common.then(|| behind(element, plan).into_iter().find(|leaf| has_no_common(leaf))).flatten();
    apart.map(|leaf| (codes::NO_COMMON_FIGURE, &leaf.id))
}

fn has_numeric_codes(element: &Element) -> bool {
    element.choices.iter().all(|choice| choice.code.parse::<Number>().is_ok())
}

/// The submitted elements that a row comes down to; a submitted element itself.
fn behind<'p>(element: &'p Element, plan: &'p Plan) -> Vec<&'p Element> {
    match &element.formula {
        None => vec![element],
        Some(formula) => {
            expr::leaves(&formula.expr, plan).into_iter().filter_map(|id| plan.element(id.as_str())).collect()
        }
    }
}

fn has_no_common(element: &Element) -> bool {
    element.aggregate == Aggregate::None && element.offices.len() > 1
}

/// Where an expression first names an element.
fn place(formula: &Spanned<Formula>, id: &ElementId, at: &Inspection<'_>) -> Range<usize> {
    let (text, id) = (formula.get_ref().text.as_str(), id.as_str());
    let of_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
    let stands_alone = |start: usize| {
        let before = text.get(..start).is_some_and(|head| head.ends_with(of_name));
        let after = text.get(start + id.len()..).is_some_and(|tail| tail.starts_with(of_name));
        !before && !after
    };
    let found = text.match_indices(id).map(|(start, _)| start).find(|&start| stands_alone(start));
    found.map_or_else(|| formula.span(), |start| at.within(&formula.span(), text, start..start + id.len()))
}
