//! T704: "Lũy kế" of a flow is smaller than one period earlier, though nothing was taken back.

use super::Context;
use crate::assess::{Beside, Books};
use crate::model::{Finding, Flow, Number, OfficeId, Severity};

/// Holds every "Lũy kế" of a flow against the one before it in the same count.
pub(super) fn check(context: &Context<'_>) -> Vec<Finding> {
    context.each_office(|office| {
        let fell = context.books.beside(office).filter_map(|beside| Some((beside, fallen(context.books, &beside)?)));
        fell.map(|(beside, least)| finding(context, office, &beside, &least)).collect()
    })
}

/// What "Lũy kế" should at least be, where it is less. A period that is itself negative may take back as much.
pub(super) fn fallen(books: &Books<'_>, beside: &Beside<'_>) -> Option<Number> {
    let in_one_count = books.period_before()?.to >= books.plan.cumulative_from;
    if beside.element.flow != Flow::Flow || !in_one_count {
        return None;
    }
    let now = beside.cumulative().value.as_ref()?;
    let before = beside.cumulative_before()?.value.as_ref()?;
    if now >= before {
        return None;
    }
    let taken_back = beside.now().value.as_ref().filter(|number| number.is_negative());
    let least = taken_back.map_or_else(|| before.clone(), |number| before + number);
    (*now < least).then_some(least)
}

fn finding(context: &Context<'_>, office: &OfficeId, beside: &Beside<'_>, least: &Number) -> Finding {
    let now = beside.cumulative();
    let cells =
        beside.cumulative_before().into_iter().flat_map(|before| before.source.iter().chain(&*before.summed_from));
    let value = now.value.clone().unwrap_or_else(Number::zero);
    let mut finding = Finding::new("T704", Severity::Warning)
        .office(office)
        .at_opt(now.source.clone().or_else(|| beside.now().source.clone()))
        .related(cells.cloned())
        .provided(value.to_string())
        .expected(format!("≥ {least}"))
        .about(beside.element)
        .arg("now", value.vietnamese(6))
        .arg("least", least.vietnamese(6))
        .arg("fall", (least - &value).vietnamese(6))
        .arg("period", context.title_before());
    finding.difference = Some((&value - least).to_string());
    context.explained(finding, now)
}
