//! Which waivers of a period are new, changed or lapsed, compared with what the ledger knows of it.

use std::collections::BTreeMap;

use super::event::{Waiver, WaiverStanding};
use super::findings::{Mark, mark};
use crate::model::{self, Finding, PeriodId, Worded};

/// The events that lead from what is known of a period's waivers to those that apply now, each for one finding. What stays
/// as it was is not told again. `known` is in order of time.
pub fn waivers(known: &[Waiver], findings: &[Worded], period: &PeriodId, at: &str) -> Vec<Waiver> {
    let again = |waiver: &Waiver| Waiver { at: at.to_owned(), ..waiver.clone() };
    let before: BTreeMap<Mark, Waiver> = known.iter().map(|waiver| (waiver.mark(), again(waiver))).collect();
    let mut now = BTreeMap::new();
    for finding in findings.iter().map(|worded| &worded.finding) {
        if let Some(waiver) = &finding.waiver {
            now.entry(mark(finding)).or_insert_with(|| applied(waiver, finding, period, at));
        }
    }
    let lapsed = before.iter().filter(|(mark, waiver)| waiver.applies() && !now.contains_key(*mark));
    let lapsed = lapsed.map(|(_, waiver)| Waiver { standing: WaiverStanding::Lapsed, ..waiver.clone() });
    let changed = now.iter().filter(|(mark, waiver)| before.get(*mark) != Some(*waiver));
    changed.map(|(_, waiver)| waiver.clone()).chain(lapsed).collect()
}

fn applied(waiver: &model::Waiver, finding: &Finding, period: &PeriodId, at: &str) -> Waiver {
    let (code, office, about) = mark(finding);
    let named = [waiver.element.as_ref().map(ToString::to_string), waiver.cell.as_ref().map(ToString::to_string)];
    Waiver {
        at: at.to_owned(),
        period: period.clone(),
        standing: WaiverStanding::Applied,
        code,
        office,
        about: named.into_iter().flatten().collect::<Vec<_>>().join(", "),
        finding: about,
        reason: waiver.reason.clone(),
        by: waiver.by.clone(),
        until: waiver.until.to_string(),
    }
}

impl Waiver {
    fn applies(&self) -> bool {
        self.standing == WaiverStanding::Applied
    }

    /// The finding that it met.
    fn mark(&self) -> Mark {
        (self.code.clone(), self.office.clone(), self.finding.clone())
    }
}
