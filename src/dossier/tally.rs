//! What the rows of one export come to, added up by each thread apart; the sum does not depend on who counted what.

use std::collections::BTreeMap;

use crate::model::{DossierFault, DossierIgnored, DossierMeasure};

use super::judge::Verdict;
use super::read::Dossier;

/// Odd dossiers kept of each fault, and codes of each measure's outside.
pub(super) const KEPT: usize = 100;

/// Measures of which the dossiers outside are worth a look, each with the whole they are missing from.
pub(super) const WHOLES: [(DossierMeasure, DossierMeasure); 4] = [
    (DossierMeasure::PendingInTime, DossierMeasure::Pending),
    (DossierMeasure::Digitised, DossierMeasure::Resolved),
    (DossierMeasure::FeePaidOnline, DossierMeasure::Fee),
    (DossierMeasure::Synced, DossierMeasure::Received),
];

/// Where a row is: its first byte, and its number from zero within its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) offset: u64,
    pub(super) block: usize,
    pub(super) row: u64,
}

/// An odd dossier that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kept {
    pub(super) at: Place,
    pub(super) code: Box<str>,
    pub(super) dossier: Dossier,
    pub(super) verdict: Verdict,
}

/// The sum of some rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    pub(super) rows: u64,
    pub(super) ignored: BTreeMap<DossierIgnored, u64>,
    pub(super) measures: [u64; DossierMeasure::ALL.len()],
    pub(super) faults: [u64; DossierFault::ALL.len()],
    /// Dossiers with any fault.
    pub(super) odd: u64,
    pub(super) kept: BTreeMap<DossierFault, Vec<Kept>>,
    pub(super) outside: BTreeMap<DossierMeasure, Vec<(Place, Box<str>)>>,
}

impl Tally {
    pub(super) fn ignore(&mut self, reason: DossierIgnored, rows: u64) {
        if rows > 0 {
            *self.ignored.entry(reason).or_default() += rows;
        }
    }

    /// Adds a dossier; those of one thread come in order.
    pub(super) fn add(&mut self, at: Place, code: &[u8], dossier: &Dossier, verdict: Verdict) {
        self.rows += 1;
        for (number, count) in self.measures.iter_mut().enumerate() {
            *count += u64::from(verdict.measures.has(number));
        }
        if !verdict.faults.is_empty() {
            self.odd += 1;
            self.add_faults(at, code, dossier, verdict);
        }
        for (measure, whole) in WHOLES {
            if verdict.counts(whole) && !verdict.counts(measure) {
                self.add_outside(measure, at, code, verdict);
            }
        }
    }

    fn add_faults(&mut self, at: Place, code: &[u8], dossier: &Dossier, verdict: Verdict) {
        for (fault, count) in DossierFault::ALL.into_iter().zip(&mut self.faults) {
            if verdict.faults.has(fault as usize) {
                *count += 1;
                let kept = self.kept.entry(fault).or_default();
                if kept.len() < KEPT {
                    kept.push(Kept { at, code: text(code), dossier: *dossier, verdict });
                }
            }
        }
    }

    fn add_outside(&mut self, measure: DossierMeasure, at: Place, code: &[u8], verdict: Verdict) {
        let carried = verdict.counts(DossierMeasure::ReceivedCarriedOver);
        // Synchronised is asked of those received within the period.
        if code.is_empty() || measure == DossierMeasure::Synced && carried {
            return;
        }
        let outside = self.outside.entry(measure).or_default();
        if outside.len() < KEPT {
            outside.push((at, text(code)));
        }
    }

    /// Adds the sum of other rows.
    pub(super) fn merge(&mut self, other: Self) {
        self.rows += other.rows;
        self.odd += other.odd;
        for (reason, rows) in other.ignored {
            self.ignore(reason, rows);
        }
        for (sum, count) in
            self.measures.iter_mut().chain(&mut self.faults).zip(other.measures.iter().chain(&other.faults))
        {
            *sum += count;
        }
        for (fault, kept) in other.kept {
            merge_kept(self.kept.entry(fault).or_default(), kept, |kept| kept.at);
        }
        for (measure, outside) in other.outside {
            merge_kept(self.outside.entry(measure).or_default(), outside, |(at, _)| *at);
        }
    }
}

/// The first of two lists together.
fn merge_kept<T>(list: &mut Vec<T>, more: Vec<T>, place: fn(&T) -> Place) {
    list.extend(more);
    list.sort_by_key(place);
    list.truncate(KEPT);
}

/// A code as text; a well-formed one is ASCII.
fn text(code: &[u8]) -> Box<str> {
    String::from_utf8_lossy(code).into()
}
