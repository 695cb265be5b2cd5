//! Every rule of the shipped plan is shown to fail and to hold, with figures derived from its own expression.
//!
//! Figures are looked for with the expression alone, by a reading of the operators written here a second time; the whole
//! pipeline must then agree with both verdicts.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use cchc::expr::{Operands, Value, evaluate, expand};
use cchc::model::{Element, ElementId, ElementKind, Expr, Number, Plan, Results, Rule, RuleOp, TaskCount};

use crate::round::Round;

/// The plan as shipped.
pub(crate) fn shipped() -> Arc<Plan> {
    let files = ["plan", "elements", "indicators", "tasks", "rules", "statements"].map(|name| {
        let path = format!("{}/input/plan/{name}.toml", env!("CARGO_MANIFEST_DIR"));
        cchc::plan::PlanFile { name: format!("{name}.toml"), text: std::fs::read_to_string(path).unwrap() }
    });
    Arc::new(cchc::plan::load(&files, &cchc::rules::codes()).unwrap())
}

/// What the offices write in a rule's cells; `None` leaves a cell empty.
#[derive(Clone, Debug, Default)]
struct Figures {
    now: BTreeMap<ElementId, Option<Number>>,
    before: BTreeMap<ElementId, Option<Number>>,
    tasks: usize,
}

impl Operands for Figures {
    fn element(&self, id: &ElementId) -> Option<Number> {
        self.now.get(id).cloned().flatten()
    }
    fn previous(&self, id: &ElementId) -> Option<Number> {
        self.before.get(id).cloned().flatten()
    }
    /// No office reports a task: all are there, none is done and none overdue.
    fn tasks(&self, count: TaskCount) -> Number {
        if count == TaskCount::Total { number(self.tasks) } else { Number::zero() }
    }
}

fn number(count: usize) -> Number {
    Number::from(i64::try_from(count).unwrap())
}

/// Whether the rule holds for these figures; `None` where it cannot be checked.
fn holds(rule: &Rule, (left, right): &(Expr, Expr), figures: &Figures) -> Option<bool> {
    let sides = [left, right].map(|side| match evaluate(side, figures) {
        Value::Known(number) => Some(number),
        Value::Missing | Value::DividedByZero | Value::ZeroByZero => None,
    });
    match rule.op {
        RuleOp::BothOrNone => Some(sides[0].is_some() == sides[1].is_some()),
        RuleOp::NotBoth => Some(sides[0].is_none() || sides[1].is_none()),
        _ => {
            let [Some(left), Some(right)] = sides else { return None };
            let over = &left - &right;
            let slack = &rule.tolerance;
            Some(match rule.op {
                RuleOp::Equal => over.abs() <= *slack,
                RuleOp::AtMost => over <= *slack,
                RuleOp::Below => over < *slack,
                RuleOp::AtLeast => over >= -slack,
                _ => over > -slack,
            })
        }
    }
}

/// Elements named in this period and in the one before.
fn named(expr: &Expr, now: &mut Vec<ElementId>, before: &mut Vec<ElementId>) {
    match expr {
        Expr::Element(id) => now.push(id.clone()),
        Expr::Previous(id) => before.push(id.clone()),
        Expr::Negate(inner) => named(inner, now, before),
        Expr::Binary(left, _, right) => {
            named(left, now, before);
            named(right, now, before);
        }
        Expr::Number(_) | Expr::Tasks(_) => {}
    }
}

/// The numbers an expression names.
fn constants(expr: &Expr) -> Vec<Number> {
    match expr {
        Expr::Number(number) => vec![number.clone()],
        Expr::Negate(inner) => constants(inner),
        Expr::Binary(left, _, right) => [constants(left), constants(right)].concat(),
        Expr::Element(_) | Expr::Previous(_) | Expr::Tasks(_) => Vec::new(),
    }
}

/// What an office may write for this element and be understood: small and large figures, the rule's own bounds and one
/// more than these; nothing at all where the rule asks what is there.
fn candidates(element: &Element, bounds: &[Number], presence: bool) -> Vec<Option<Number>> {
    let beyond = bounds.iter().map(|bound| bound + &Number::from(1));
    let open = [0, 1, 2, 3, 5, 40, 1000].map(Number::from).into_iter().chain(bounds.iter().cloned()).chain(beyond);
    let numbers: Vec<Number> = match element.kind {
        ElementKind::Percent => [0, 40, 50, 100].map(Number::from).to_vec(),
        ElementKind::Choice => element.choices.iter().filter_map(|choice| choice.code.parse().ok()).collect(),
        ElementKind::Count => open.filter(|number| !number.to_string().contains('.')).collect(),
        ElementKind::Money | ElementKind::Decimal | ElementKind::Text => open.collect(),
    };
    numbers.into_iter().map(Some).chain(presence.then_some(None)).collect()
}

/// Numbers that look scattered and are the same in every run.
struct Dice(u64);

impl Dice {
    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        &from[usize::try_from(self.0 >> 33).unwrap() % from.len()]
    }
}

/// Figures for which the expression alone says that the rule holds (or does not), not all of them zero.
fn figures(plan: &Plan, rule: &Rule, wanted: bool) -> Option<Figures> {
    const TRIES: usize = 20_000;
    let sides = (expand(&rule.left.expr, plan), expand(&rule.right.expr, plan));
    let (mut now, mut before) = (Vec::new(), Vec::new());
    named(&sides.0, &mut now, &mut before);
    named(&sides.1, &mut now, &mut before);
    let bounds = [constants(&sides.0), constants(&sides.1), vec![number(plan.tasks.len())]].concat();
    let presence = matches!(rule.op, RuleOp::BothOrNone | RuleOp::NotBoth);
    let mut dice = Dice(1);
    let mut assign = |ids: &[ElementId]| -> BTreeMap<ElementId, Option<Number>> {
        let mut value =
            |id: &ElementId| dice.pick(&candidates(plan.element(id.as_str()).unwrap(), &bounds, presence)).clone();
        ids.iter().map(|id| (id.clone(), value(id))).collect()
    };
    let telling = |figures: &Figures| {
        holds(rule, &sides, figures) == Some(wanted) && figures.now.values().flatten().any(|figure| !figure.is_zero())
    };
    (0..TRIES).map(|_| Figures { now: assign(&now), before: assign(&before), tasks: plan.tasks.len() }).find(telling)
}

/// The files that say so, one an office and period.
fn round(plan: &Plan, figures: &Figures) -> Round {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for (period, written) in [("2025-Q4", &figures.now), ("2025-Q3", &figures.before)] {
        for (id, figure) in written {
            let element = plan.element(id.as_str()).unwrap();
            let sign = if element.kind == ElementKind::Percent { "%" } else { "" };
            let cell = figure.as_ref().map(|figure| figure.to_string().replace('.', ",") + sign).unwrap_or_default();
            for office in &element.offices {
                let head = || format!("Mã đơn vị;{office}\nMã;Kỳ này\n");
                let file = files.entry(format!("{period}/{office}.csv")).or_insert_with(head);
                writeln!(file, "{id};{cell}").unwrap();
            }
        }
    }
    files.iter().fold(Round::new(), |round, (path, text)| round.file(path, text))
}

fn verdict(rule: &Rule, results: &Results) -> Option<bool> {
    let skipped = results.not_checked.iter().any(|skipped| skipped.rule == rule.code);
    let failed = results.findings.iter().any(|worded| worded.finding.code == rule.code);
    (!skipped).then_some(!failed)
}

#[test]
fn every_shipped_rule_can_fail_and_can_hold() {
    let plan = shipped();
    let mut wrong = Vec::new();
    for rule in &plan.rules {
        for wanted in [false, true] {
            let Some(figures) = figures(&plan, rule, wanted) else {
                wrong.push(format!("{}: no figures found for which it is {wanted}", rule.code));
                continue;
            };
            let found = verdict(rule, &round(&plan, &figures).run(&plan));
            if found != Some(wanted) {
                wrong.push(format!("{}: expected {wanted}, found {found:?} for {figures:?}", rule.code));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
