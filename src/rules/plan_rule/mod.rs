//! The evaluator of the plan's own rules: at each office where all elements have the same offices, else on the sums.

mod operands;
mod verdict;
mod wording;

use self::operands::Sides;
use self::verdict::{Failure, Verdict};
use super::Context;
use crate::assess::{Commune, Single};
use crate::expr;
use crate::model::{Expr, Finding, FindingState, Measure, NotChecked, OfficeId, Rule};

/// Checks one rule wherever it applies: where it fails, and where it could not be checked.
pub(super) fn check(rule: &Rule, context: &Context<'_>) -> (Vec<Finding>, Vec<NotChecked>) {
    let mut outcome = (Vec::new(), Vec::new());
    let left = expr::expand(&rule.left.expr, context.plan);
    let right = expr::expand(&rule.right.expr, context.plan);
    if let Some(offices) = common_offices(&left, &right, context) {
        for office in offices.iter().filter(|office| counts(office, context)) {
            let verdict = at_office(rule, &left, &right, context, office);
            record(rule, context, Some(office), verdict, &mut outcome);
        }
    } else {
        let verdict = on_sums(rule, &left, &right, context);
        record(rule, context, None, verdict, &mut outcome);
    }
    outcome
}

/// The offices of all elements, if they are the same for each; `None` means that the rule is checked on the sums.
fn common_offices<'a>(left: &Expr, right: &Expr, context: &Context<'a>) -> Option<&'a [OfficeId]> {
    let ids = expr::elements(left).into_iter().chain(expr::elements(right));
    let mut sets = ids.filter_map(|id| context.plan.element(id.as_str())).map(|element| &*element.offices);
    let first = sets.next()?;
    sets.all(|set| set == first).then_some(first)
}

/// In a check of single files an office that sent nothing is nobody's concern.
fn counts(office: &OfficeId, context: &Context<'_>) -> bool {
    !context.only_present || context.round.submissions.contains_key(office)
}

fn at_office(rule: &Rule, left: &Expr, right: &Expr, context: &Context<'_>, office: &OfficeId) -> Verdict {
    let books = context.books;
    let operands = Single { books, position: books.count().saturating_sub(1), measure: Measure::Period, office };
    let sides = Sides::new(left, right, &operands, context, &[office]);
    if !context.round.submissions.get(office).is_some_and(|submission| submission.accepted) && sides.all_missing() {
        return Verdict::NotChecked(
            context.catalog.with("not-checked-no-return", &[("office", context.plan.office_name(office))]),
        );
    }
    verdict::of(rule, &sides, &operands, context.catalog)
}

fn on_sums(rule: &Rule, left: &Expr, right: &Expr, context: &Context<'_>) -> Verdict {
    let books = context.books;
    let operands = Commune { books, position: books.count().saturating_sub(1), measure: Measure::Period };
    let offices = operands.offices(&[left, right]);
    let absent: Vec<&str> = offices
        .iter()
        .filter(|office| !counts(office, context))
        .map(|office| context.plan.office_name(office))
        .collect();
    if !absent.is_empty() {
        let names = absent.join(", ");
        return Verdict::NotChecked(context.catalog.with("not-checked-no-return", &[("office", names.as_str())]));
    }
    let sides = Sides::new(left, right, &operands, context, &offices);
    verdict::of(rule, &sides, &operands, context.catalog)
}

fn record(
    rule: &Rule,
    context: &Context<'_>,
    office: Option<&OfficeId>,
    verdict: Verdict,
    (findings, not_checked): &mut (Vec<Finding>, Vec<NotChecked>),
) {
    match verdict {
        Verdict::Holds => {}
        Verdict::NotChecked(reason) => {
            not_checked.push(NotChecked { rule: rule.code.clone(), office: office.cloned(), reason });
        }
        Verdict::Fails(failure) => findings.push(finding(rule, context, office, failure)),
    }
}

/// At an office the finding stands at the first cell of the left side; on the sums it has no place of its own.
fn finding(rule: &Rule, context: &Context<'_>, office: Option<&OfficeId>, failure: Failure) -> Finding {
    let mut finding = Finding::new(rule.code.as_str(), rule.severity);
    finding.office = office.cloned();
    finding.state = if rule.trial { FindingState::Trial } else { FindingState::Active };
    let mut cells = failure.cells.into_iter();
    finding.location = office.and_then(|_| cells.next());
    finding.related = cells.collect();
    finding.provided = failure.left.as_ref().map(ToString::to_string);
    finding.expected = failure.right.as_ref().map(ToString::to_string);
    finding.difference = failure.left.zip(failure.right).map(|(left, right)| (&left - &right).to_string());
    wording::add(finding, rule, &failure.assumed_zero, context)
}
