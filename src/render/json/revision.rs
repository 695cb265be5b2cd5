//! The shape of a resubmission in `report.json`: what became of one version in the next.

use serde::Serialize;

use super::indicator::fixed;
use super::view::Said;
use crate::model::{
    Change, ChangeKind, Code, Difference, Effect, ElementId, Followed, IndicatorId, IndicatorStatus, Number, OfficeId,
    Outcome, Reading, ReceiptBasis, Sent, Severity, Since, Source, Spot, State, TaskId, head,
};

#[derive(Serialize)]
pub(super) struct RevisionView<'a> {
    office: &'a OfficeId,
    before: Vec<SentView<'a>>,
    after: Vec<SentView<'a>>,
    changes: Vec<ChangeView<'a>>,
    effects: Vec<EffectView<'a>>,
    findings: Vec<FollowedView<'a>>,
}

impl<'a> RevisionView<'a> {
    pub(super) fn of(step: &'a Difference) -> Self {
        Self {
            office: &step.office,
            before: step.before.iter().map(SentView::of).collect(),
            after: step.after.iter().map(SentView::of).collect(),
            changes: step.changes.iter().map(ChangeView::of).collect(),
            effects: step.effects.iter().map(EffectView::of).collect(),
            findings: step.findings.iter().map(FollowedView::of).collect(),
        }
    }
}

#[derive(Serialize)]
struct SentView<'a> {
    path: &'a str,
    sha256: Option<&'a str>,
    received_at: Option<String>,
    received_basis: ReceiptBasis,
    prepared_by: Option<&'a str>,
    reason: Option<&'a str>,
}

impl<'a> SentView<'a> {
    fn of(file: &'a Sent) -> Self {
        Self {
            path: &file.path,
            sha256: file.sha256.as_deref(),
            received_at: file.receipt.written(),
            received_basis: file.receipt.basis,
            prepared_by: file.prepared_by.as_deref(),
            reason: file.reason.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct ChangeView<'a> {
    element: Option<&'a ElementId>,
    task: Option<&'a TaskId>,
    section: Option<&'a str>,
    column: &'a str,
    kind: ChangeKind,
    before: SideView<'a>,
    after: SideView<'a>,
    difference: Option<&'a Number>,
    reason: Option<&'a str>,
    unexplained: bool,
}

impl<'a> ChangeView<'a> {
    fn of(change: &'a Change) -> Self {
        let (element, task, section) = match &change.spot {
            Spot::Figure(id, _) => (Some(id), None, None),
            Spot::Task(id, _) => (None, Some(id), None),
            Spot::Section(section) => (None, None, Some(section.key())),
            Spot::Info(_) => (None, None, None),
        };
        Self {
            element,
            task,
            section,
            column: column(&change.spot),
            kind: change.kind,
            before: SideView::of(&change.before),
            after: SideView::of(&change.after),
            difference: change.difference.as_ref(),
            reason: change.reason.as_deref(),
            unexplained: change.unexplained,
        }
    }
}

/// The key of a column.
fn column(spot: &Spot) -> &str {
    match spot {
        Spot::Section(_) => "text",
        Spot::Figure(_, head) | Spot::Task(_, head) | Spot::Info(head) => match *head {
            head::PREVIOUS => "previous",
            head::PERIOD => "period",
            head::CUMULATIVE => "cumulative",
            head::STATUS => "status",
            head::DONE_ON => "done_on",
            head::DOCUMENT => "document",
            other => other,
        },
    }
}

#[derive(Serialize)]
struct SideView<'a> {
    state: State,
    value: Option<Said<'a>>,
    raw: Option<&'a str>,
    source: Option<&'a Source>,
}

impl<'a> SideView<'a> {
    fn of(reading: &'a Reading) -> Self {
        let text = || reading.text.as_deref().map(Said::Text);
        Self {
            state: reading.state,
            value: reading.value.as_ref().map(Said::Number).or_else(text),
            raw: reading.raw.as_deref(),
            source: reading.source.as_ref(),
        }
    }
}

#[derive(Serialize)]
struct EffectView<'a> {
    indicator: &'a IndicatorId,
    before: OutcomeView<'a>,
    after: OutcomeView<'a>,
    verdict_changed: bool,
}

impl<'a> EffectView<'a> {
    fn of(effect: &'a Effect) -> Self {
        Self {
            indicator: &effect.indicator,
            before: OutcomeView::of(&effect.before),
            after: OutcomeView::of(&effect.after),
            verdict_changed: effect.verdict_changed,
        }
    }
}

#[derive(Serialize)]
struct OutcomeView<'a> {
    numerator: Option<&'a Number>,
    denominator: Option<&'a Number>,
    value: Option<String>,
    printed: &'a str,
    status: IndicatorStatus,
}

impl<'a> OutcomeView<'a> {
    fn of(outcome: &'a Outcome) -> Self {
        Self {
            numerator: outcome.rate.numerator.as_ref(),
            denominator: outcome.rate.denominator.as_ref(),
            value: outcome.rate.value.as_ref().map(fixed),
            printed: &outcome.printed,
            status: outcome.status,
        }
    }
}

#[derive(Serialize)]
struct FollowedView<'a> {
    since: Option<Since>,
    code: &'a Code,
    severity: Severity,
    location: Option<&'a Source>,
    message: &'a str,
}

impl<'a> FollowedView<'a> {
    fn of(followed: &'a Followed) -> Self {
        let finding = &followed.worded.finding;
        Self {
            since: followed.since,
            code: &finding.code,
            severity: finding.severity,
            location: finding.location.as_ref(),
            message: &followed.worded.message,
        }
    }
}
