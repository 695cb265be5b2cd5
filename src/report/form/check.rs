//! The plan's rules as the form checks them while it is filled in: those whose figures all stand in this office's form.

use crate::expr;
use crate::model::{Expr, Number, Office, Plan, Rule, RuleOp, Severity};

/// A rule over cells of the form's "Kỳ này" (and "Kỳ trước"), computed rows spelled out.
#[derive(Clone, Debug, PartialEq)]
pub struct Check<'a> {
    /// What must hold, in the plan's words.
    pub name: &'a str,
    /// Left side.
    pub left: Expr,
    /// How the sides must compare.
    pub op: RuleOp,
    /// Right side.
    pub right: Expr,
    /// How far they may be apart.
    pub tolerance: &'a Number,
    /// How grave a failure is.
    pub severity: Severity,
}

/// The rules that this office can check by itself, in plan order. Trial rules judge nobody, and tasks stand on another
/// sheet; both are left to `check`.
pub(super) fn checks<'a>(plan: &'a Plan, office: &Office) -> Vec<Check<'a>> {
    plan.rules.iter().filter(|rule| !rule.trial).filter_map(|rule| check(plan, office, rule)).collect()
}

fn check<'a>(plan: &'a Plan, office: &Office, rule: &'a Rule) -> Option<Check<'a>> {
    let (left, right) = (expr::expand(&rule.left.expr, plan), expr::expand(&rule.right.expr, plan));
    let mut elements = expr::elements(&left).into_iter().chain(expr::elements(&right));
    let first = plan.element(elements.next()?.as_str())?;
    // On the sums of several offices nobody can check a rule alone.
    let alike = elements.all(|id| plan.element(id.as_str()).is_some_and(|element| element.offices == first.offices));
    let own = first.offices.contains(&office.id) && alike && !expr::uses_tasks(&left) && !expr::uses_tasks(&right);
    own.then(|| Check {
        name: &rule.name,
        left,
        op: rule.op,
        right,
        tolerance: &rule.tolerance,
        severity: rule.severity,
    })
}
