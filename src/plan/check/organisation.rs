//! Offices, forms and areas.

use std::collections::BTreeSet;

use super::names::Declared;
use crate::model::{Area, AreaId, Form, FormId, Office};
use crate::plan::codes;
use crate::plan::problem::Inspection;
use crate::plan::raw::{RawArea, RawElement, RawForm, RawOffice, RawPlan, RawTask, Spanned, is_name};

/// The offices in plan order.
pub(super) fn offices(raw: &[RawOffice], names: &Declared<'_>, at: &mut Inspection<'_>) -> Vec<Office> {
    for area in raw.iter().flat_map(|office| &office.areas) {
        names.areas.check(area, at);
    }
    raw.iter().filter_map(office).collect()
}

fn office(raw: &RawOffice) -> Option<Office> {
    Some(Office {
        id: raw.id.as_ref()?.get_ref().clone(),
        name: raw.name.clone()?,
        aliases: raw.aliases.clone(),
        email: raw.email.clone(),
        areas: raw.areas.iter().map(|area| area.get_ref().clone()).collect(),
    })
}

/// The declared forms; where the plan declares none, those that elements name, in order of appearance.
pub(super) fn forms(raw: &[RawForm], elements: &[RawElement], at: &mut Inspection<'_>) -> Vec<Form> {
    if !raw.is_empty() {
        return raw.iter().filter_map(form).collect();
    }
    let named: Vec<FormId> = named(elements.iter().filter_map(|element| element.form.as_ref()), at);
    named.into_iter().map(|id| Form { title: id.to_string(), id }).collect()
}

/// The declared areas; where the plan declares none, those that tasks and then offices name, in order of appearance.
pub(super) fn areas(
    plan: &RawPlan,
    tasks: &[RawTask],
    at: &mut Inspection<'_>,
    at_tasks: &mut Inspection<'_>,
) -> Vec<Area> {
    if !plan.areas.is_empty() {
        return plan.areas.iter().filter_map(area).collect();
    }
    let mut ids: Vec<AreaId> = named(tasks.iter().filter_map(|task| task.area.as_ref()), at_tasks);
    let of_offices = named(plan.offices.iter().flat_map(|office| &office.areas), at);
    let without_tasks: Vec<AreaId> = of_offices.into_iter().filter(|id| !ids.contains(id)).collect();
    ids.extend(without_tasks);
    ids.into_iter().map(|id| Area { title: id.to_string(), id, section: String::new() }).collect()
}

fn form(raw: &RawForm) -> Option<Form> {
    Some(Form { id: raw.id.as_ref()?.get_ref().clone(), title: raw.title.clone()? })
}

fn area(raw: &RawArea) -> Option<Area> {
    let id = raw.id.as_ref()?.get_ref().clone();
    Some(Area { id, title: raw.title.clone()?, section: raw.section.clone()? })
}

/// Each id once, in order of appearance; one that cannot be an id is noted where it first stands.
fn named<'a, T>(references: impl Iterator<Item = &'a Spanned<T>>, at: &mut Inspection<'_>) -> Vec<T>
where
    T: Clone + Ord + ToString + 'a,
{
    let mut seen = BTreeSet::new();
    let mut named = Vec::new();
    for reference in references.filter(|reference| seen.insert(reference.get_ref())) {
        let text = reference.get_ref().to_string();
        if !is_name(&text) {
            at.problem(codes::INVALID_ID, reference.span()).arg("id", text);
        }
        named.push(reference.get_ref().clone());
    }
    named
}
