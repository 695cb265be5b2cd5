//! What the rows of one export come to, added up by each thread apart; the sum does not depend on who counted what.

use std::collections::BTreeMap;

use crate::model::{DossierFault, DossierIgnored, DossierMeasure};

use super::judge::Verdict;
use super::read::Dossier;

/// Odd dossiers kept of each fault, and codes of each measure's outside: more than a commune has in a quarter, and no more
/// memory than an export may take. Screens show the first of them.
pub(super) const KEPT: usize = 10_000;

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
    /// By `DossierFault as usize`.
    pub(super) kept: [Vec<Kept>; DossierFault::ALL.len()],
    /// In the order of [`WHOLES`].
    pub(super) outside: [Vec<(Place, Box<str>)>; WHOLES.len()],
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
        for ((measure, whole), outside) in WHOLES.into_iter().zip(&mut self.outside) {
            let is_outside = verdict.counts(whole) && !verdict.counts(measure) && !code.is_empty();
            // Synchronised is asked of those received within the period.
            let asked = measure != DossierMeasure::Synced || !verdict.counts(DossierMeasure::ReceivedCarriedOver);
            if is_outside && asked && outside.len() < KEPT {
                outside.push((at, text(code)));
            }
        }
    }

    fn add_faults(&mut self, at: Place, code: &[u8], dossier: &Dossier, verdict: Verdict) {
        for (number, (count, kept)) in self.faults.iter_mut().zip(&mut self.kept).enumerate() {
            if verdict.faults.has(number) {
                *count += 1;
                if kept.len() < KEPT {
                    kept.push(Kept { at, code: text(code), dossier: *dossier, verdict });
                }
            }
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
        for (kept, more) in self.kept.iter_mut().zip(other.kept) {
            merge_kept(kept, more, |kept| kept.at);
        }
        for (outside, more) in self.outside.iter_mut().zip(other.outside) {
            merge_kept(outside, more, |(at, _)| *at);
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
