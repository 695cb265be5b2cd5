//! What an expression names.

use std::collections::BTreeSet;

use crate::model::{ElementId, Expr, Plan};

/// Every element an expression names, `prev(…)` included, in order of appearance, each once.
pub fn elements(expr: &Expr) -> Vec<&ElementId> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    walk(expr, &mut |part| {
        if let Expr::Element(id) | Expr::Previous(id) = part
            && seen.insert(id)
        {
            found.push(id);
        }
    });
    found
}

/// Whether an expression counts tasks.
pub fn uses_tasks(expr: &Expr) -> bool {
    let mut found = false;
    walk(expr, &mut |part| found |= matches!(part, Expr::Tasks(_)));
    found
}

/// Every submitted element behind an expression: computed rows are replaced by what they are computed from.
pub fn leaves<'a>(expr: &'a Expr, plan: &'a Plan) -> Vec<&'a ElementId> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    collect_leaves(expr, plan, &mut seen, &mut found);
    found
}

fn collect_leaves<'a>(
    expr: &'a Expr,
    plan: &'a Plan,
    seen: &mut BTreeSet<&'a ElementId>,
    found: &mut Vec<&'a ElementId>,
) {
    for id in elements(expr) {
        if !seen.insert(id) {
            continue;
        }
        match plan.element(id.as_str()).and_then(|element| element.formula.as_ref()) {
            Some(formula) => collect_leaves(&formula.expr, plan, seen, found),
            None => found.push(id),
        }
    }
}

/// The expression with computed rows replaced by their formulas; `prev(row)` becomes the formula over earlier figures.
pub fn expand(expr: &Expr, plan: &Plan) -> Expr {
    match expr {
        Expr::Element(id) => match plan.element(id.as_str()).and_then(|element| element.formula.as_ref()) {
            Some(formula) => expand(&formula.expr, plan),
            None => expr.clone(),
        },
        Expr::Previous(id) => match plan.element(id.as_str()).and_then(|element| element.formula.as_ref()) {
            Some(formula) => earlier(&expand(&formula.expr, plan)),
            None => expr.clone(),
        },
        Expr::Number(_) | Expr::Tasks(_) => expr.clone(),
        Expr::Negate(inner) => Expr::Negate(Box::new(expand(inner, plan))),
        Expr::Binary(left, op, right) => Expr::Binary(Box::new(expand(left, plan)), *op, Box::new(expand(right, plan))),
    }
}

fn earlier(expr: &Expr) -> Expr {
    match expr {
        Expr::Element(id) => Expr::Previous(id.clone()),
        Expr::Number(_) | Expr::Tasks(_) | Expr::Previous(_) => expr.clone(),
        Expr::Negate(inner) => Expr::Negate(Box::new(earlier(inner))),
        Expr::Binary(left, op, right) => Expr::Binary(Box::new(earlier(left)), *op, Box::new(earlier(right))),
    }
}

fn walk<'a>(expr: &'a Expr, visit: &mut impl FnMut(&'a Expr)) {
    visit(expr);
    match expr {
        Expr::Negate(inner) => walk(inner, visit),
        Expr::Binary(left, _, right) => {
            walk(left, visit);
            walk(right, visit);
        }
        Expr::Number(_) | Expr::Element(_) | Expr::Previous(_) | Expr::Tasks(_) => {}
    }
}
