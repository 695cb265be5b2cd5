//! Whether a rule holds for given operands.

use super::operands::{MissingIsZero, Operand, Sides};
use crate::expr::{self, Operands, Value};
use crate::model::{MissingPolicy, Number, Rule, RuleOp, Source};
use crate::text::Catalog;

/// What a check came to.
#[derive(Debug)]
pub(super) enum Verdict {
    /// What must hold, holds.
    Holds,
    /// It could not be checked; why, in the catalogue's language.
    NotChecked(String),
    /// It does not hold.
    Fails(Failure),
}

/// A rule that does not hold.
#[derive(Debug)]
pub(super) struct Failure {
    /// Value of the left side; `None` for a side that is absent.
    pub(super) left: Option<Number>,
    /// Value of the right side.
    pub(super) right: Option<Number>,
    /// Names of the operands that stood for 0.
    pub(super) assumed_zero: Vec<String>,
    /// Cells of the operands, left side first.
    pub(super) cells: Vec<Source>,
}

/// Checks a rule over these operands.
pub(super) fn of(rule: &Rule, sides: &Sides<'_>, operands: &impl Operands, catalog: &Catalog) -> Verdict {
    match rule.op {
        RuleOp::BothOrNone | RuleOp::NotBoth => presence(rule, sides, operands, catalog),
        _ => comparison(rule, sides, operands, catalog),
    }
}

fn comparison(rule: &Rule, sides: &Sides<'_>, operands: &impl Operands, catalog: &Catalog) -> Verdict {
    let missing = sides.missing_names();
    let skip = match rule.missing {
        MissingPolicy::SkipAny => !missing.is_empty(),
        MissingPolicy::SkipAll => sides.all_missing(),
        MissingPolicy::NeverSkip => false,
    };
    if skip {
        return Verdict::NotChecked(catalog.with("not-checked-missing", &[("elements", &missing.join("; "))]));
    }
    let filled = MissingIsZero(operands);
    let values = (expr::evaluate(sides.left, &filled), expr::evaluate(sides.right, &filled));
    let (Value::Known(left), Value::Known(right)) = values else {
        return Verdict::NotChecked(catalog.get("not-checked-division"));
    };
    if holds(rule.op, &left, &right, &rule.tolerance) {
        return Verdict::Holds;
    }
    Verdict::Fails(Failure { left: Some(left), right: Some(right), assumed_zero: missing, cells: sides.cells() })
}

fn holds(op: RuleOp, left: &Number, right: &Number, tolerance: &Number) -> bool {
    match op {
        RuleOp::Equal => (left - right).abs() <= *tolerance,
        RuleOp::AtMost => *left <= right + tolerance,
        RuleOp::Below => *left < right + tolerance,
        RuleOp::AtLeast => *left >= right - tolerance,
        RuleOp::Above => *left > right - tolerance,
        RuleOp::BothOrNone | RuleOp::NotBoth => true,
    }
}

/// 0 is present; "không phát sinh" is present for "both or none" and absent for "not both".
fn presence(rule: &Rule, sides: &Sides<'_>, operands: &impl Operands, catalog: &Catalog) -> Verdict {
    if let Some(operand) = sides.operands().find(|operand| operand.unreadable) {
        return Verdict::NotChecked(catalog.with("not-checked-missing", &[("elements", &operand.name)]));
    }
    let absent = |operand: &Operand<'_>| operand.missing || (operand.nil && rule.op == RuleOp::NotBoth);
    let present = |side: &[Operand<'_>]| !side.iter().any(absent);
    let (left, right) = (present(&sides.left_operands), present(&sides.right_operands));
    let fine = if rule.op == RuleOp::NotBoth { !(left && right) } else { left == right };
    if fine {
        return Verdict::Holds;
    }
    let value = |side, present: bool| present.then(|| expr::evaluate(side, operands).known()).flatten();
    Verdict::Fails(Failure {
        left: value(sides.left, left),
        right: value(sides.right, right),
        assumed_zero: Vec::new(),
        cells: sides.cells(),
    })
}
