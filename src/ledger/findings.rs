//! Which findings of a period are new, waived or fixed, compared with what the ledger knows of it.

use std::collections::BTreeMap;

use super::event::{FindingEvent, Standing};
use crate::model::{Code, Finding, FindingState, OfficeId, PeriodId, Severity, Worded};

/// By what a finding is known again: code, office and what it is about. Rows may move and files be renamed.
pub type Mark = (Code, Option<OfficeId>, String);

/// The findings of a run, each once, with how they stand.
pub fn marks(findings: &[Worded]) -> BTreeMap<Mark, (Standing, Severity)> {
    let mut marks = BTreeMap::new();
    for Worded { finding, .. } in findings.iter().filter(|worded| worded.finding.state != FindingState::Trial) {
        let waived = finding.state == FindingState::Waived;
        let entry = marks.entry(mark(finding)).or_insert((Standing::Waived, finding.severity));
        // One mark is waived if all findings that bear it are.
        if !waived {
            entry.0 = Standing::Seen;
        }
    }
    marks
}

pub(super) fn mark(finding: &Finding) -> Mark {
    let place = || finding.location.as_ref().map(ToString::to_string).unwrap_or_default();
    let about = finding.args.get("element").cloned().unwrap_or_else(place);
    (finding.code.clone(), finding.office.clone(), about)
}

/// The events that lead from what is known of a period to what its findings are now; `known` is in order of time.
pub fn changes(known: &[FindingEvent], findings: &[Worded], period: &PeriodId, at: &str) -> Vec<FindingEvent> {
    let before: BTreeMap<Mark, (Standing, Severity)> = known
        .iter()
        .map(|event| {
            ((event.code.clone(), event.office.clone(), event.about.clone()), (event.standing, event.severity))
        })
        .collect();
    let now = marks(findings);
    let event = |(code, office, about): &Mark, standing, severity| FindingEvent {
        at: at.to_owned(),
        period: period.clone(),
        standing,
        code: code.clone(),
        severity,
        office: office.clone(),
        about: about.clone(),
    };
    let is_open = |standing: Standing| standing != Standing::Fixed;
    let changed =
        now.iter().filter(|(mark, (standing, _))| before.get(*mark).map(|(known, _)| known) != Some(standing));
    let gone = before.iter().filter(|(mark, (standing, _))| is_open(*standing) && !now.contains_key(*mark));
    let changed = changed.map(|(mark, (standing, severity))| event(mark, *standing, *severity));
    changed.chain(gone.map(|(mark, (_, severity))| event(mark, Standing::Fixed, *severity))).collect()
}
