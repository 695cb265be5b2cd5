//! Puts a run's results together: findings in order, the verdict, texts by section.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Assessed, Inputs, Judged};
use crate::assess;
use crate::model::{
    FileReading, FileResult, Finding, FindingState, Narrative, NarrativeEntry, OfficeId, Period, Plan, Results, Round,
    Section, Severity, Source, Verdict,
};
use crate::rules;
use crate::text::Catalog;

/// Everything the run has to say, in the contract's order.
pub(super) fn assemble(
    plan: &Arc<Plan>,
    period: &Period,
    inputs: &Inputs,
    catalog: &Catalog,
    round: &Round,
    judged: Judged<'_>,
) -> Results {
    let Judged { assessed, found, mut not_checked } = judged;
    let Assessed { books, indicators, reconciliation } = assessed;
    let mut findings = [round.findings.clone(), found].concat();
    rules::waive(plan, period, round, inputs.only_present, &mut findings);
    findings.sort_by_cached_key(|finding| order(plan, finding));
    not_checked.sort_by_key(|skipped| office_position(plan, skipped.office.as_ref().map(OfficeId::as_str)));
    let (totals, history) = (assess::totals(&books), assess::history(&books));
    let tasks = books.current().map(|book| book.tasks.clone()).unwrap_or_default();
    let [figures, figures_before] = books.into_figures();
    Results {
        plan: Arc::clone(plan),
        period: period.clone(),
        office_due: plan.calendar.deadline(period.office_due),
        report_due: plan.calendar.deadline(period.report_due),
        as_of: inputs.as_of,
        verdict: verdict(&findings),
        offices: assess::assess_offices(plan, period, round, &findings),
        files: files(round, catalog),
        received: Vec::new(),
        totals,
        history,
        indicators,
        tasks,
        figures,
        figures_before,
        submissions: BTreeMap::new(),
        revisions: BTreeMap::new(),
        narrative: narrative(plan, round),
        findings: findings.into_iter().map(|finding| catalog.word(finding)).collect(),
        not_checked,
        reconciliation,
        chain_head: None,
    }
}

/// The position of an office in the plan; what concerns no office comes last.
fn office_position(plan: &Plan, office: Option<&str>) -> usize {
    let position = office.and_then(|id| plan.offices.iter().position(|office| office.id.as_str() == id));
    position.unwrap_or(usize::MAX)
}

/// Plan order of the office, then file, sheet, cell, code.
fn order(plan: &Plan, finding: &Finding) -> (usize, Option<Source>, String, Vec<Source>) {
    let office = office_position(plan, finding.office.as_ref().map(OfficeId::as_str));
    (office, finding.location.clone(), finding.code.to_string(), finding.related.clone())
}

fn verdict(findings: &[Finding]) -> Verdict {
    let counts =
        |severity| findings.iter().any(|finding| finding.state == FindingState::Active && finding.severity == severity);
    if counts(Severity::Error) {
        Verdict::Errors
    } else if counts(Severity::Warning) {
        Verdict::Warnings
    } else {
        Verdict::Clean
    }
}

fn files(round: &Round, catalog: &Catalog) -> Vec<FileResult> {
    let result = |(file, fate): &(FileReading, crate::model::Fate)| FileResult {
        path: Arc::clone(&file.path),
        sha256: file.sha256.clone(),
        office: file.office.clone(),
        period: file.period.clone(),
        used: fate.used,
        superseded: fate.superseded,
        reason: fate.reason.as_ref().map(|key| catalog.get(key)),
        cells: file.cells.clone(),
    };
    round.files.iter().map(result).collect()
}

/// Texts by section (areas in plan order, then the common ones), then office in plan order; where the compiler wrote a
/// section, only that counts.
fn narrative(plan: &Plan, round: &Round) -> Vec<NarrativeEntry> {
    let entry = |office: Option<&OfficeId>, narrative: &Narrative| NarrativeEntry {
        office: office.cloned(),
        narrative: narrative.clone(),
    };
    let compiled: BTreeSet<&Section> = round.compiled.iter().map(|narrative| &narrative.section).collect();
    let of_offices = plan
        .offices
        .iter()
        .filter_map(|office| Some((&office.id, round.submissions.get(&office.id)?)))
        .flat_map(|(office, submission)| submission.narrative.iter().map(move |narrative| (office, narrative)))
        .filter(|(_, narrative)| !compiled.contains(&narrative.section))
        .map(|(office, narrative)| entry(Some(office), narrative));
    let of_compiler = round.compiled.iter().map(|narrative| entry(None, narrative));
    let mut entries: Vec<NarrativeEntry> = of_offices.chain(of_compiler).collect();
    let area_position = |key: &str| plan.areas.iter().position(|area| area.id.as_str() == key).unwrap_or(usize::MAX);
    entries.sort_by_key(|entry| (area_position(entry.narrative.section.key()), entry.narrative.section.clone()));
    entries
}
