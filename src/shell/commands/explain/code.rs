//! What a finding's code means: the catalogue's words, or a rule of the plan.

use super::page::{Item, Page, coded, said};
use super::subject::BuiltIn;
use crate::expr;
use crate::model::{ElementId, OfficeId, Plan, Rule};
use crate::shell::terminal::words;
use crate::text::{Args, Catalog};

/// A built-in code: what, why, how to fix.
pub(super) fn built_in((code, severity): BuiltIn, catalog: &Catalog) -> Page {
    let say = |attribute: &str| catalog.find(&format!("{code}{attribute}"), &Args::new()).map(|text| blanks(&text));
    let title = say(".title").unwrap_or_default();
    Page::new("code", code.clone(), title)
        .fact("severity", coded(catalog.get(words::severity(severity).0), severity))
        .fact("message", said(say("")))
        .fact("why", said(say(".why")))
        .fact("fix", said(say(".fix")))
}

/// A rule of the plan: what must hold, over which elements.
pub(super) fn rule(rule: &Rule, plan: &Plan, catalog: &Catalog) -> Page {
    let op = serde_json::to_value(rule.op).ok().and_then(|op| op.as_str().map(str::to_owned)).unwrap_or_default();
    let state = if rule.trial { "trial" } else { "active" };
    let elements = expr::elements(&rule.left.expr).into_iter().chain(expr::elements(&rule.right.expr));
    Page::new("rule", rule.code.as_str(), rule.name.clone())
        .fact("severity", coded(catalog.get(words::severity(rule.severity).0), rule.severity))
        .fact("state", coded(catalog.get(&format!("rule-{state}")), state))
        .fact("expression", said(Some(format!("{} {op} {}", rule.left.text, rule.right.text))))
        .fact("tolerance", said((!rule.tolerance.is_zero()).then(|| rule.tolerance.to_string())))
        .fact("missing", coded(catalog.get(&super::key("missing", rule.missing)), rule.missing))
        .fact("fix", said(rule.fix.clone()))
        .table("elements", &["element", "name", "offices"], elements.map(|id| operand(id, plan)).collect())
}

fn operand(id: &ElementId, plan: &Plan) -> Vec<Item> {
    let element = plan.element(id.as_str());
    let offices = |offices: &[OfficeId]| offices.iter().map(OfficeId::as_str).collect::<Vec<_>>().join(", ");
    vec![
        said(Some(id.as_str())),
        said(element.map(|element| element.name.as_str())),
        said(element.map(|element| offices(&element.offices))),
    ]
}

/// A message without a finding names nothing yet: what it would name becomes an ellipsis.
fn blanks(text: &str) -> String {
    let mut parts = text.split("{$");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + "…" + part.split_once('}').map_or("", |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_message_would_name_is_left_open() {
        assert_eq!(blanks("Ô {$where} trống."), "Ô … trống.");
    }
}
