//! The shapes of `report.json`, borrowed from the results.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::collection::DeadlinesView;
use super::finding::FindingView;
use super::history::HistoryView;
use super::indicator::IndicatorView;
use super::reconciliation::ReconciliationView;
use super::revision::RevisionView;
use crate::model::{
    Basis, CellCount, Correction, ElementId, Figure, FileResult, IgnoredReason, Measure, NarrativeEntry, NotChecked,
    Number, OfficeId, OfficeResult, OfficeState, PeriodId, Plan, ReceiptBasis, Results, Source, State, TaskResult,
    Total, Verdict,
};

/// A list whose records are made one at a time, while they are written.
pub(super) struct Each<'a, T, F>(pub(super) &'a [T], pub(super) F);

impl<'a, T, V: Serialize, F: Fn(&'a T) -> V> Serialize for Each<'a, T, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(&self.1))
    }
}

/// Spells out the whole file.
pub(super) fn serialize<S: Serializer>(results: &Results, serializer: S) -> Result<S::Ok, S::Error> {
    let report = Report {
        schema: "cchc-report/1",
        plan: &results.plan.id,
        period: PeriodView {
            id: &results.period.id,
            title: &results.period.title,
            from: results.period.from,
            to: results.period.to,
            basis: results.period.basis,
        },
        as_of: results.as_of,
        deadlines: DeadlinesView::of(results),
        verdict: results.verdict,
        chain_head: results.chain_head.as_deref(),
        offices: Each(&results.offices, |office| OfficeView::of(office, &results.plan)),
        files: Each(&results.files, FileView::of),
        values: Each(&results.figures, ValueView::of),
        totals: Each(&results.totals, TotalView::of),
        history: HistoryView::of(&results.history),
        indicators: Each(&results.indicators, IndicatorView::of),
        tasks: &results.tasks,
        narrative: Each(&results.narrative, NarrativeView::of),
        findings: Each(&results.findings, FindingView::of),
        not_checked: &results.not_checked,
        reconciliation: results.reconciliation.as_ref().map(ReconciliationView::of),
        revisions: results.steps().map(RevisionView::of).collect(),
    };
    report.serialize(serializer)
}

#[derive(Serialize)]
struct Report<'a, O, F, V, T, I, N, P> {
    schema: &'static str,
    plan: &'a str,
    period: PeriodView<'a>,
    as_of: NaiveDate,
    deadlines: DeadlinesView<'a>,
    verdict: Verdict,
    chain_head: Option<&'a str>,
    offices: O,
    files: F,
    values: V,
    totals: T,
    history: HistoryView<'a>,
    indicators: I,
    tasks: &'a [TaskResult],
    narrative: N,
    findings: P,
    not_checked: &'a [NotChecked],
    reconciliation: Option<ReconciliationView<'a>>,
    revisions: Vec<RevisionView<'a>>,
}

#[derive(Serialize)]
struct PeriodView<'a> {
    id: &'a PeriodId,
    title: &'a str,
    from: NaiveDate,
    to: NaiveDate,
    basis: Basis,
}

/// An office and its return.
#[derive(Serialize)]
pub(super) struct OfficeView<'a> {
    id: &'a OfficeId,
    name: &'a str,
    state: OfficeState,
    on_time: Option<bool>,
    received_at: Option<String>,
    received_basis: ReceiptBasis,
}

impl<'a> OfficeView<'a> {
    pub(super) fn of(office: &'a OfficeResult, plan: &'a Plan) -> Self {
        Self {
            id: &office.id,
            name: plan.office_name(&office.id),
            state: office.state,
            on_time: office.on_time,
            received_at: office.receipt.written(),
            received_basis: office.receipt.basis,
        }
    }
}

#[derive(Serialize)]
struct FileView<'a> {
    path: &'a str,
    sha256: Option<&'a str>,
    office: Option<&'a OfficeId>,
    period: Option<&'a PeriodId>,
    used: bool,
    superseded: bool,
    reason: Option<&'a str>,
    cells: CellsView<'a>,
}

#[derive(Serialize)]
struct CellsView<'a> {
    read: usize,
    used: usize,
    ignored: usize,
    ignored_by_reason: &'a BTreeMap<IgnoredReason, usize>,
}

impl<'a> FileView<'a> {
    fn of(file: &'a FileResult) -> Self {
        Self {
            path: &file.path,
            sha256: file.sha256.as_deref(),
            office: file.office.as_ref(),
            period: file.period.as_ref(),
            used: file.used,
            superseded: file.superseded,
            reason: file.reason.as_deref(),
            cells: CellsView::of(&file.cells),
        }
    }
}

impl<'a> CellsView<'a> {
    fn of(cells: &'a CellCount) -> Self {
        Self { read: cells.read, used: cells.used, ignored: cells.ignored_total(), ignored_by_reason: &cells.ignored }
    }
}

#[derive(Serialize)]
struct ValueView<'a> {
    office: &'a OfficeId,
    element: &'a ElementId,
    measure: Measure,
    state: State,
    value: Option<Said<'a>>,
    raw: Option<&'a str>,
    corrected: Option<&'a Correction>,
    source: Option<&'a Source>,
}

/// A number, or the text of an element that has none.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Said<'a> {
    Number(&'a Number),
    Text(&'a str),
}

impl<'a> ValueView<'a> {
    fn of(figure: &'a Figure) -> Self {
        let text = || figure.text.as_deref().map(Said::Text);
        Self {
            office: &figure.office,
            element: &figure.element,
            measure: figure.measure,
            state: figure.state,
            value: figure.value.as_ref().map(Said::Number).or_else(text),
            raw: figure.raw.as_deref(),
            corrected: figure.corrected.as_deref(),
            source: figure.source.as_ref(),
        }
    }
}

#[derive(Serialize)]
struct TotalView<'a> {
    element: &'a ElementId,
    measure: Measure,
    value: Option<&'a Number>,
    reported: usize,
    expected: usize,
}

impl<'a> TotalView<'a> {
    fn of(total: &'a Total) -> Self {
        Self {
            element: &total.element,
            measure: total.measure,
            value: total.value.as_ref(),
            reported: total.reported,
            expected: total.expected,
        }
    }
}

#[derive(Serialize)]
struct NarrativeView<'a> {
    section: &'a str,
    office: Option<&'a OfficeId>,
    text: &'a str,
    source: &'a Source,
}

impl<'a> NarrativeView<'a> {
    fn of(entry: &'a NarrativeEntry) -> Self {
        let narrative = &entry.narrative;
        Self {
            section: narrative.section.key(),
            office: entry.office.as_ref(),
            text: &narrative.text,
            source: &narrative.source,
        }
    }
}
