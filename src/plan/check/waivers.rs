//! Findings that the commune accepts.

use super::names::Declared;
use crate::model::{CellName, Code, Family, PeriodId, Plan, Waiver};
use crate::plan::codes;
use crate::plan::near::near;
use crate::plan::problem::Inspection;
use crate::plan::raw::{RawWaiver, Spanned};

/// The waivers in order of the file; `built_in` and the plan's rules are what may be waived.
pub(super) fn waivers(
    raw: &[Spanned<RawWaiver>],
    plan: &Plan,
    names: &Declared<'_>,
    built_in: &[&str],
    at: &mut Inspection<'_>,
) -> Vec<Waiver> {
    let rules: Vec<&str> = built_in.iter().copied().chain(plan.rules.iter().map(|rule| rule.code.as_str())).collect();
    for waiver in raw {
        check_rule(waiver.get_ref(), &rules, at);
        check_period(waiver.get_ref(), plan, at);
        check_scope(waiver, names, at);
        check_texts(waiver.get_ref(), at);
    }
    raw.iter().filter_map(|waiver| self::waiver(waiver.get_ref())).collect()
}

fn waiver(raw: &RawWaiver) -> Option<Waiver> {
    Some(Waiver {
        rule: Code::new(raw.rule.as_ref()?.get_ref()),
        office: raw.office.as_ref().map(|office| office.get_ref().clone()),
        element: raw.element.as_ref().map(|element| element.get_ref().clone()),
        cell: raw.cell.as_ref().and_then(|cell| CellName::of(cell.get_ref())),
        period: raw.period.as_ref().map(|period| PeriodId::new(period.get_ref())),
        reason: raw.reason.as_ref()?.get_ref().trim().to_owned(),
        by: raw.by.as_ref()?.get_ref().trim().to_owned(),
        until: raw.until?,
    })
}

/// What is not there cannot be accepted: an unusable or missing return, a deadline, arithmetic without a result.
fn may_be_waived(code: &Code) -> bool {
    !matches!(code.family(), Family::F | Family::I | Family::D | Family::P | Family::A)
}

fn check_rule(raw: &RawWaiver, rules: &[&str], at: &mut Inspection<'_>) {
    let Some(rule) = &raw.rule else { return };
    let name = rule.get_ref().as_str();
    if !rules.contains(&name) {
        unknown("rule", rule, rules, at);
    } else if !may_be_waived(&Code::new(name)) {
        at.problem(codes::NOT_WAIVABLE, rule.span()).arg("id", name);
    }
}

fn check_period(raw: &RawWaiver, plan: &Plan, at: &mut Inspection<'_>) {
    let Some(period) = &raw.period else { return };
    let known: Vec<&str> = plan.periods.iter().map(|period| period.id.as_str()).collect();
    if !known.contains(&period.get_ref().as_str()) {
        unknown("period", period, &known, at);
    }
}

fn unknown(kind: &str, reference: &Spanned<String>, known: &[&str], at: &mut Inspection<'_>) {
    let name = reference.get_ref().as_str();
    let meant = near(name, known.iter().copied()).map(|known| format!("\"{known}\""));
    at.problem(codes::UNKNOWN_NAME, reference.span()).arg("kind", kind).arg("name", name).suggest(meant);
}

/// A cell means nothing without the office whose form it is in.
fn check_scope(waiver: &Spanned<RawWaiver>, names: &Declared<'_>, at: &mut Inspection<'_>) {
    let raw = waiver.get_ref();
    if let Some(office) = &raw.office {
        names.offices.check(office, at);
    }
    if let Some(element) = &raw.element {
        names.elements.check(element, at);
    }
    if let Some(cell) = raw.cell.as_ref().filter(|cell| CellName::of(cell.get_ref()).is_none()) {
        at.problem(codes::CELL_NAME, cell.span()).arg("value", cell.get_ref());
    }
    if raw.office.is_none() && (raw.element.is_none() || raw.cell.is_some()) {
        at.problem(codes::WAIVER_SCOPE, raw.cell.as_ref().map_or_else(|| waiver.span(), Spanned::span));
    }
}

fn check_texts(raw: &RawWaiver, at: &mut Inspection<'_>) {
    for (key, text) in [("reason", &raw.reason), ("by", &raw.by)] {
        if let Some(empty) = text.as_ref().filter(|text| text.get_ref().trim().is_empty()) {
            at.problem(codes::EMPTY_TEXT, empty.span()).arg("key", key);
        }
    }
}
