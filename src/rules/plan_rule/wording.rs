//! What a plan rule's finding says: by its operator, its elements' names, both values and its own name.

use crate::model::{BinaryOp, Expr, Finding, Number, Plan, Rule, RuleOp, TaskCount};
use crate::rules::Context;

/// Adds what the wording names.
pub(super) fn add(finding: Finding, rule: &Rule, assumed_zero: &[String], context: &Context<'_>) -> Finding {
    let mut finding = finding
        .arg("wording", key(rule.op))
        .arg("name", rule.name.as_str())
        .arg("assumed", assumed(assumed_zero, context));
    let left = side(&rule.left.expr, finding.provided.as_deref(), context);
    let right = side(&rule.right.expr, finding.expected.as_deref(), context);
    let gap = finding.difference.as_deref().map(Number::spelled).unwrap_or_default();
    finding.args.extend([("left", left), ("right", right), ("gap", gap)]);
    if let Some(fix) = &rule.fix {
        finding.args.insert("fix", fix.clone());
    }
    finding
}

/// A side with its value: `«Hồ sơ tiếp nhận» = 2.451`; a number says itself.
fn side(expr: &Expr, value: Option<&str>, context: &Context<'_>) -> String {
    let spelled = spell(expr, context);
    match value.map(Number::spelled) {
        Some(value) if value != spelled => format!("{spelled} = {value}"),
        _ => spelled,
    }
}

fn key(op: RuleOp) -> &'static str {
    match op {
        RuleOp::Equal => "rule-equal",
        RuleOp::AtMost => "rule-at-most",
        RuleOp::Below => "rule-below",
        RuleOp::AtLeast => "rule-at-least",
        RuleOp::Above => "rule-above",
        RuleOp::BothOrNone => "rule-both-or-none",
        RuleOp::NotBoth => "rule-not-both",
    }
}

fn assumed(names: &[String], context: &Context<'_>) -> String {
    if names.is_empty() {
        return String::new();
    }
    context.catalog.with("rule-assumed-zero", &[("elements", &names.join("; "))])
}

/// The expression with names in place of identifiers.
fn spell(expr: &Expr, context: &Context<'_>) -> String {
    match expr {
        Expr::Number(number) => number.vietnamese(6),
        Expr::Element(id) => named(context.plan, id.as_str()),
        Expr::Previous(id) => context.catalog.with("rule-previous", &[("name", &named(context.plan, id.as_str()))]),
        Expr::Tasks(count) => context.catalog.get(match count {
            TaskCount::Total => "tasks-total",
            TaskCount::Done => "tasks-done",
            TaskCount::DoneOnTime => "tasks-done-on-time",
            TaskCount::Overdue => "tasks-overdue",
        }),
        Expr::Negate(inner) => format!("−{}", spell_operand(inner, context)),
        Expr::Binary(left, BinaryOp::Add, right) if is_nothing(right) => spell(left, context),
        Expr::Binary(left, BinaryOp::Add, right) => format!("{} + {}", spell(left, context), spell(right, context)),
        Expr::Binary(left, op, right) => {
            let sign = match op {
                BinaryOp::Add => "+",
                BinaryOp::Subtract => "−",
                BinaryOp::Multiply => "×",
                BinaryOp::Divide => "/",
            };
            format!("{} {sign} {}", spell_operand(left, context), spell_operand(right, context))
        }
    }
}

/// `0 * x` adds nothing; a plan writes it to name the elements that must be there before a rule is checked.
fn is_nothing(expr: &Expr) -> bool {
    let zero = |expr: &Expr| matches!(expr, Expr::Number(number) if number.is_zero());
    matches!(expr, Expr::Binary(left, BinaryOp::Multiply, _) if zero(left))
}

fn spell_operand(expr: &Expr, context: &Context<'_>) -> String {
    let text = spell(expr, context);
    if matches!(expr, Expr::Binary(..)) { format!("({text})") } else { text }
}

fn named(plan: &Plan, id: &str) -> String {
    plan.element(id).map_or_else(|| id.to_owned(), |element| format!("«{}»", element.name))
}
