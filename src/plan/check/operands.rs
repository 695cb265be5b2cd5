//! What an expression needs of the elements it names.

use std::ops::Range;

use super::names::Names;
use crate::expr;
use crate::model::{Aggregate, Element, ElementId, ElementKind, Formula, Number, Plan};
use crate::plan::codes;
use crate::plan::problem::Inspection;
use crate::plan::raw::Spanned;

/// Notes elements that the plan does not declare.
pub(super) fn check_known(formula: &Spanned<Formula>, elements: &Names<'_>, at: &mut Inspection<'_>) {
    for id in expr::elements(&formula.get_ref().expr) {
        if !elements.has(id.as_str()) {
            let span = place(formula, id, at);
            let meant = elements.near(id.as_str()).filter(|_| span != formula.span());
            at.problem(codes::UNKNOWN_ELEMENT, span).arg("element", id).suggest(meant);
        }
    }
}

/// Notes elements that cannot be calculated with: texts, and choices whose codes are no numbers.
pub(super) fn check_numeric(formula: &Spanned<Formula>, plan: &Plan, at: &mut Inspection<'_>) {
    for id in expr::elements(&formula.get_ref().expr) {
        let code = match plan.element(id.as_str()) {
            Some(element) if element.kind == ElementKind::Text => codes::TEXT_IN_ARITHMETIC,
            Some(element) if element.kind == ElementKind::Choice && !has_numeric_codes(element) => {
                codes::CHOICE_NOT_NUMERIC
            }
            _ => continue,
        };
        let span = place(formula, id, at);
        at.problem(code, span).arg("element", id);
    }
}

fn has_numeric_codes(element: &Element) -> bool {
    element.choices.iter().all(|choice| choice.code.parse::<Number>().is_ok())
}

/// Notes elements without a common figure, in an expression that is evaluated over all offices.
/// Behind a computed row stand the elements it is computed from.
pub(super) fn check_common(formula: &Spanned<Formula>, plan: &Plan, at: &mut Inspection<'_>) {
    for id in expr::elements(&formula.get_ref().expr) {
        let row = crate::model::Expr::Element(id.clone());
        let leaves = expr::leaves(&row, plan);
        let apart = leaves.into_iter().filter_map(|leaf| plan.element(leaf.as_str())).find(|leaf| has_no_common(leaf));
        if let Some(element) = apart {
            let span = place(formula, id, at);
            at.problem(codes::NO_COMMON_FIGURE, span).arg("element", &element.id);
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
