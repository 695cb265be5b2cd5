//! What could not be held against the period before, because nothing came for it.

use crate::assess::Beside;
use crate::model::{Code, NotChecked, OfficeId};
use crate::rules::Context;

/// The rules between two periods, and whether they can fall back on the form's "Kỳ trước".
const BETWEEN: [(&str, bool); 6] =
    [("T701", false), ("T704", false), ("T705", true), ("T706", false), ("T707", true), ("T709", true)];

/// One entry a rule, which names the offices; in the plan's first period nothing came from anybody.
pub(in crate::rules) fn check(context: &Context<'_>) -> Vec<NotChecked> {
    let lacking: Vec<Lacking<'_>> = context.reporting().filter_map(|office| Lacking::of(context, office)).collect();
    let unchecked = |(rule, falls_back): &(&str, bool)| {
        let offices = lacking.iter().filter(|lacking| !(lacking.says_itself && *falls_back));
        let names: Vec<&str> = offices.map(|lacking| context.plan.office_name(lacking.office)).collect();
        let period = context.books.period_before().map(|period| period.title.as_str());
        let said = [("period", period.unwrap_or_default()), ("offices", &names.join("; "))];
        let reason = if period.is_some() { "not-checked-no-period-before" } else { "not-checked-first-period" };
        let reason = context.catalog.with(reason, &said);
        (!names.is_empty()).then(|| NotChecked { rule: Code::new(rule), office: None, reason })
    };
    BETWEEN.iter().filter_map(unchecked).collect()
}

/// An office that reports and of which there is no figure of the period before.
struct Lacking<'a> {
    office: &'a OfficeId,
    /// Whether its form says in "Kỳ trước" what that was.
    says_itself: bool,
}

impl<'a> Lacking<'a> {
    fn of(context: &Context<'_>, office: &'a OfficeId) -> Option<Self> {
        let mut asked = context.books.beside(office).peekable();
        asked.peek()?;
        let submitted = |beside: &Beside<'_>| beside.submitted_before().is_some_and(|figure| figure.value.is_some());
        let says_itself = || context.books.beside(office).any(|beside| beside.previous().is_some());
        (!asked.any(|beside| submitted(&beside))).then(|| Self { office, says_itself: says_itself() })
    }
}
