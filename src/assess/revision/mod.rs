//! Two versions of an office's submission against each other: what says something else, and what follows from it.

mod changes;
mod follow;

pub use changes::changes;

use crate::model::{Difference, Effect, IndicatorResult, OfficeId, Outcome, Plan, Sent, Submission, Worded};

/// A version of an office's submission, with what a round comes to that holds it.
#[derive(Clone, Debug)]
pub struct Version<'a> {
    /// The submission.
    pub submission: &'a Submission,
    /// All indicators of the round.
    pub indicators: &'a [IndicatorResult],
    /// The findings about the office.
    pub findings: Vec<&'a Worded>,
}

/// What became of `before` in `after`. Everything is matched by what it is about, never by where it stands.
pub fn difference(plan: &Plan, office: &OfficeId, before: &Version<'_>, after: &Version<'_>) -> Difference {
    Difference {
        office: office.clone(),
        before: only(before.submission, after.submission),
        after: only(after.submission, before.submission),
        changes: changes(plan, before.submission, after.submission),
        effects: effects(before.indicators, after.indicators),
        findings: follow::follow(before, after),
    }
}

/// The files of one version that the other does not have; all of them, where only some of their tables were replaced.
fn only(one: &Submission, other: &Submission) -> Vec<Sent> {
    let own: Vec<Sent> = one.sent.iter().filter(|file| !other.sent.contains(file)).cloned().collect();
    if own.is_empty() { one.sent.clone() } else { own }
}

/// Both lists are in plan order.
fn effects(before: &[IndicatorResult], after: &[IndicatorResult]) -> Vec<Effect> {
    let effect = |(before, after): (&IndicatorResult, &IndicatorResult)| {
        let indicator = after.indicator.id.clone();
        let (before, after) = (outcome(before), outcome(after));
        let verdict_changed = before.status != after.status;
        (before != after).then_some(Effect { indicator, before, after, verdict_changed })
    };
    before.iter().zip(after).filter_map(effect).collect()
}

fn outcome(result: &IndicatorResult) -> Outcome {
    Outcome { rate: result.rate.clone(), printed: result.printed.clone(), status: result.status }
}
