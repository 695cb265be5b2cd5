//! S220: a section of the report for which nobody sent a text; the report says so in its place.

use std::collections::BTreeSet;

use super::Context;
use crate::model::{Area, Finding, Office, Section, Severity};

/// The sections that every report has besides those of the areas, with their names in the catalogue.
const COMMON: [(Section, &str); 4] = [
    (Section::Limitations, "section-limitations"),
    (Section::Causes, "section-causes"),
    (Section::NextSteps, "section-next-steps"),
    (Section::Proposals, "section-proposals"),
];

/// One finding an office for the areas it leads, and one of no office for the common sections. A return that did not come,
/// was not accepted or is empty is found elsewhere.
pub(super) fn check(context: &Context<'_>) -> Vec<Finding> {
    let asked = |office: &Office| context.plan.elements.iter().any(|element| element.offices.contains(&office.id));
    let accepted = |office: &&Office| {
        let submission = context.round.submissions.get(&office.id).filter(|submission| submission.accepted);
        submission.is_some_and(|submission| !asked(office) || !submission.has_no_figure())
    };
    let offices: Vec<&Office> = context.plan.offices.iter().filter(accepted).collect();
    let told = told(context);
    let of_offices = offices.iter().filter_map(|office| {
        let empty = |area: &&Area| office.areas.contains(&area.id) && !told.contains(&Section::Area(area.id.clone()));
        let titles: Vec<&str> = context.plan.areas.iter().filter(empty).map(|area| area.title.as_str()).collect();
        finding(&titles).map(|finding| finding.office(&office.id))
    });
    let common = || {
        let empty = COMMON.iter().filter(|(section, _)| !told.contains(section));
        let names: Vec<String> = empty.map(|(_, key)| context.catalog.get(key)).collect();
        finding(&names.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let whole = !context.only_present && !offices.is_empty();
    of_offices.chain(whole.then(common).flatten()).collect()
}

/// Sections for which an office or the compiler sent a text.
fn told(context: &Context<'_>) -> BTreeSet<Section> {
    let of_offices = context.round.submissions.values().flat_map(|submission| &submission.narrative);
    let texts = of_offices.chain(&context.round.compiled);
    texts.filter(|narrative| !narrative.text.trim().is_empty()).map(|narrative| narrative.section.clone()).collect()
}

fn finding(sections: &[&str]) -> Option<Finding> {
    let named = sections.join("; ");
    (!sections.is_empty()).then(|| Finding::new("S220", Severity::Warning).arg("sections", named))
}
