//! What a name given to `explain` stands for.

use crate::model::{Code, Element, Indicator, OfficeId, Plan, Rule, Severity, Task};
use crate::rules::BUILT_IN;
use crate::shell::problem::{Problem, nearest};
use crate::text::{Args, Catalog};

/// A built-in code and how grave its findings are.
pub(super) type BuiltIn = (String, Severity);

/// Something that can be explained.
pub(super) enum Subject<'a> {
    Code(BuiltIn),
    Rule(&'a Rule),
    Indicator(&'a Indicator),
    Element(&'a Element),
    Task(&'a Task),
}

/// The built-in code of this name, in any case. What can be wrong with a plan is an error always.
pub(super) fn built_in(name: &str, catalog: &Catalog) -> Option<BuiltIn> {
    let code = name.to_ascii_uppercase();
    let severity = BUILT_IN.iter().find(|(known, _)| *known == code).map(|(_, severity)| *severity);
    let of_plans = || Code::is_shaped(&code) && catalog.find(&code, &Args::new()).is_some();
    let severity = severity.or_else(|| of_plans().then_some(Severity::Error))?;
    Some((code, severity))
}

/// What the plan calls by this name, in any case.
pub(super) fn find<'a>(plan: &'a Plan, name: &str) -> Result<Subject<'a>, Problem> {
    let is = |id: &str| id.eq_ignore_ascii_case(name);
    let rule = || plan.rules.iter().find(|rule| is(rule.code.as_str())).map(Subject::Rule);
    let indicator = || plan.indicators.iter().find(|indicator| is(indicator.id.as_str())).map(Subject::Indicator);
    let element = || plan.elements.iter().find(|element| is(element.id.as_str())).map(Subject::Element);
    let task = || plan.tasks.iter().find(|task| is(task.id.as_str())).map(Subject::Task);
    rule()
        .or_else(indicator)
        .or_else(element)
        .or_else(task)
        .ok_or_else(|| Problem::new("error-unknown-subject").arg("name", name).near(nearest(name, names(plan))))
}

/// The office of this id, in any case.
pub(super) fn office(plan: &Plan, id: &str) -> Result<OfficeId, Problem> {
    let known = || plan.offices.iter().map(|office| office.id.as_str());
    let found = plan.offices.iter().find(|office| office.id.as_str().eq_ignore_ascii_case(id));
    found.map(|office| office.id.clone()).ok_or_else(|| {
        let all = known().collect::<Vec<_>>().join(", ");
        Problem::new("error-unknown-office").arg("name", id).arg("known", all).near(nearest(id, known()))
    })
}

fn names(plan: &Plan) -> impl Iterator<Item = &str> {
    let rules = plan.rules.iter().map(|rule| rule.code.as_str());
    let indicators = plan.indicators.iter().map(|indicator| indicator.id.as_str());
    let elements = plan.elements.iter().map(|element| element.id.as_str());
    let tasks = plan.tasks.iter().map(|task| task.id.as_str());
    BUILT_IN.iter().map(|(code, _)| *code).chain(rules).chain(indicators).chain(elements).chain(tasks)
}
