//! Raw shapes to the checked plan: references first, then what the expressions mean.

mod annex;
mod bands;
mod cycles;
mod dossiers;
mod elements;
mod head;
mod holidays;
mod indicators;
mod names;
mod operands;
mod organisation;
mod periods;
mod rules;
mod statements;
mod tasks;
mod waivers;

use super::sources::Sources;
use crate::model::{Band, DossierFormat, Plan};
pub(super) use dossiers::dossiers;
use names::Declared;

/// Puts the plan together. What was unreadable is left out or stands empty: with a problem noted, no plan is handed out.
pub(super) fn assemble(sources: &mut Sources<'_>, built_in: &[&str], shipped: &DossierFormat) -> Plan {
    let Sources { plan: main, elements, indicators, tasks, rules, statements, dossiers, annex, waivers, holidays } =
        sources;
    let names = Declared::collect(&main.raw, &elements.raw, &mut main.at, &mut elements.at);
    let forms = organisation::forms(&main.raw.forms, &elements.raw.0, &mut elements.at);
    let areas = organisation::areas(&main.raw, &tasks.raw.0, &mut main.at, &mut tasks.at);
    let offices = organisation::offices(&main.raw.offices, &names, &mut main.at);
    let periods = periods::periods(&main.raw.periods, &mut main.at);
    bands::check(main.raw.jump.as_ref(), &mut main.at);
    let jump = main.raw.jump.as_ref().map_or_else(Band::default, |raw| bands::band(raw, &Band::default()));
    let elements_checked = elements::elements(&elements.raw.0, &offices, &jump, &names, &mut elements.at);
    let mut plan = head::plan(&main.raw, periods);
    plan.element_index = elements_checked.iter().enumerate().map(|(at, element)| (element.id.clone(), at)).collect();
    (plan.offices, plan.forms, plan.areas, plan.elements) = (offices, forms, areas, elements_checked);
    elements::check_formulas(&elements.raw.0, &plan, &names, &mut elements.at);
    plan.indicators = indicators::indicators(&indicators.raw.0, &plan, &names, &mut indicators.at);
    plan.tasks = tasks::tasks(&tasks.raw.0, &names, &mut tasks.at);
    plan.rules = rules::rules(&rules.raw.0, &plan, &names, built_in, &mut rules.at);
    plan.statements = statements::statements(&statements.raw.0, &plan, elements.at.complete, &mut statements.at);
    plan.dossiers = self::dossiers(&dossiers.raw, shipped, &mut dossiers.at);
    plan.annex = annex::annex(&annex.raw, &plan, &names, &mut annex.at);
    plan.calendar = holidays::calendar(&holidays.raw, &mut holidays.at);
    plan.waivers = waivers::waivers(&waivers.raw.0, &plan, &names, built_in, &mut waivers.at);
    plan
}
