//! Data elements with their defaults by kind.

use std::collections::BTreeMap;

use super::names::Declared;
use super::operands::{self, Needs};
use super::{bands, cycles};
use crate::model::{Aggregate, Band, Choice, Element, ElementKind, Flow, Office, OfficeId, OfficeList, Plan};
use crate::plan::codes;
use crate::plan::problem::Inspection;
use crate::plan::raw::{RawChoice, RawElement, Spanned};

/// What an element's `offices` says instead of naming all of them.
const ALL_OFFICES: &str = "*";

/// The elements in plan order.
pub(super) fn elements(
    raw: &[RawElement],
    offices: &[Office],
    usual_jump: &Band,
    names: &Declared<'_>,
    at: &mut Inspection<'_>,
) -> Vec<Element> {
    for element in raw {
        check_references(element, names, at);
        check_choices(element, at);
        bands::check(element.jump.as_ref(), at);
    }
    raw.iter().filter_map(|element| self::element(element, offices, usual_jump)).collect()
}

fn element(raw: &RawElement, offices: &[Office], usual_jump: &Band) -> Option<Element> {
    let kind = *raw.kind.as_ref()?.get_ref();
    let (usual_flow, aggregate) = combined_by_default(kind);
    let flow = raw.flow.unwrap_or(usual_flow);
    Some(Element {
        id: raw.id.as_ref()?.get_ref().clone(),
        form: raw.form.as_ref()?.get_ref().clone(),
        no: raw.no.clone()?.0,
        name: raw.name.clone()?,
        unit: raw.unit.clone()?,
        kind,
        offices: if raw.formula.is_some() { OfficeList::default() } else { submitters(raw, offices).into() },
        flow,
        aggregate: raw.aggregate.unwrap_or(aggregate),
        required: raw.required.unwrap_or(true),
        choices: raw.choices.iter().flat_map(Spanned::get_ref).filter_map(choice).collect(),
        dossier: raw.dossier,
        jump: bands::of_element(raw.jump.as_ref(), flow, usual_jump),
        formula: raw.formula.as_ref().map(|formula| formula.get_ref().clone()),
    })
}

/// How figures of a kind combine over periods and over offices, where the plan does not say.
fn combined_by_default(kind: ElementKind) -> (Flow, Aggregate) {
    match kind {
        ElementKind::Count | ElementKind::Money | ElementKind::Decimal => (Flow::Flow, Aggregate::Sum),
        ElementKind::Percent | ElementKind::Choice | ElementKind::Text => (Flow::Stock, Aggregate::None),
    }
}

/// The named offices in plan order, whatever their order in the list.
fn submitters(raw: &RawElement, offices: &[Office]) -> Vec<OfficeId> {
    let listed: Vec<&str> = raw.offices.iter().flat_map(Spanned::get_ref).map(|id| id.get_ref().as_str()).collect();
    let all = listed.contains(&ALL_OFFICES);
    let named = offices.iter().filter(|office| all || listed.contains(&office.id.as_str()));
    named.map(|office| office.id.clone()).collect()
}

fn choice(raw: &RawChoice) -> Option<Choice> {
    Some(Choice { code: raw.code.as_ref()?.get_ref().0.clone(), name: raw.name.clone()? })
}

fn check_references(element: &RawElement, names: &Declared<'_>, at: &mut Inspection<'_>) {
    if let Some(form) = &element.form {
        names.forms.check(form, at);
    }
    if let Some(offices) = &element.offices {
        for office in offices.get_ref().iter().filter(|office| office.get_ref().as_str() != ALL_OFFICES) {
            names.offices.check(office, at);
        }
        if offices.get_ref().is_empty() && element.formula.is_none() {
            at.problem(codes::NOBODY_SUBMITS, offices.span());
        }
    }
}

fn check_choices(element: &RawElement, at: &mut Inspection<'_>) {
    let Some(kind) = &element.kind else { return };
    let is_choice = *kind.get_ref() == ElementKind::Choice;
    match &element.choices {
        None if is_choice => drop(at.problem(codes::CHOICES, kind.span()).arg("fault", "none")),
        Some(list) if !is_choice => drop(at.problem(codes::CHOICES, list.span()).arg("fault", "other")),
        Some(list) if list.get_ref().is_empty() => drop(at.problem(codes::CHOICES, list.span()).arg("fault", "none")),
        Some(list) => check_codes(list.get_ref(), at),
        None => {}
    }
}

fn check_codes(choices: &[RawChoice], at: &mut Inspection<'_>) {
    let mut seen = BTreeMap::new();
    for code in choices.iter().filter_map(|choice| choice.code.as_ref()) {
        if let Some(first) = seen.insert(code.get_ref().0.as_str(), code.span()) {
            at.problem(codes::CHOICES, code.span()).arg("fault", "twice").related(first);
        }
    }
}

/// Checks what the formulas of computed rows mean, once all elements are known.
pub(super) fn check_formulas(raw: &[RawElement], plan: &Plan, names: &Declared<'_>, at: &mut Inspection<'_>) {
    let needs = Needs { numbers: true, common: false };
    for formula in raw.iter().filter_map(|element| element.formula.as_ref()) {
        operands::check(formula, needs, plan, &names.elements, at);
    }
    cycles::check(raw, plan, at);
}
