//! What a name given to `explain` stands for.

use std::collections::BTreeSet;

use crate::expr;
use crate::model::{Code, Element, ElementId, Expr, Indicator, OfficeId, Plan, Rule, Severity, Task};
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

impl<'a> Subject<'a> {
    /// Submitted elements whose figures go into it, each once.
    pub(super) fn elements(&self, plan: &'a Plan) -> Vec<&'a Element> {
        let exprs: Vec<&Expr> = match self {
            Self::Element(Element { formula: Some(formula), .. }) => vec![&formula.expr],
            Self::Element(element) => return vec![element],
            Self::Indicator(indicator) => std::iter::once(&indicator.numerator)
                .chain(&indicator.denominator)
                .map(|formula| &formula.expr)
                .collect(),
            Self::Code(_) | Self::Rule(_) | Self::Task(_) => Vec::new(),
        };
        let leaves = exprs.into_iter().flat_map(|expr| expr::leaves(expr, plan));
        let named: BTreeSet<&ElementId> = leaves.collect();
        plan.elements.iter().filter(|element| named.contains(&element.id)).collect()
    }

    /// Whether exports of dossiers say something of it.
    pub(super) fn counts_dossiers(&self, plan: &Plan) -> bool {
        let own = matches!(self, Self::Element(Element { dossier: Some(_), .. }));
        own || self.elements(plan).iter().any(|element| element.dossier.is_some())
    }

    /// Offices whose submissions say something of it.
    pub(super) fn offices(&self, plan: &'a Plan) -> BTreeSet<&'a OfficeId> {
        match self {
            Self::Task(task) => BTreeSet::from([&task.lead]),
            _ => self.elements(plan).into_iter().flat_map(|element| &element.offices).collect(),
        }
    }
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
