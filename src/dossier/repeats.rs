//! Codes that stand on several rows: whatever has the same hash is looked at again, so that only the same code counts.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{DossierFault, DossierMeasure};
use crate::parallel;

use super::judge::{Verdict, judge};
use super::read::{Dossier, Row, RowReader};
use super::rows::Rows;
use super::scan::Export;
use super::seen::{Pass, Seen};
use super::tally::KEPT;

/// Bytes read for one row; more are read if it is longer.
const ROW: usize = 2048;

/// What is taken off the counts for rows whose code counts already, by its first row.
#[derive(Debug, Default)]
pub(super) struct Repeats {
    pub(super) measures: [u64; DossierMeasure::ALL.len()],
    pub(super) faults: BTreeMap<DossierFault, u64>,
    /// Such rows with nothing else odd about them.
    pub(super) odd: u64,
    pub(super) kept: BTreeMap<DossierFault, Vec<Repeat>>,
    /// Which of the places asked for are of such rows.
    pub(super) among: BTreeSet<u64>,
}

/// A row whose code stands on an earlier one; places among all bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Repeat {
    pub(super) at: u64,
    pub(super) first: u64,
    pub(super) code: Box<[u8]>,
}

/// A row read again.
struct Again {
    at: u64,
    code: Box<[u8]>,
    dossier: Dossier,
    verdict: Verdict,
}

impl Repeats {
    /// Finds the repeated codes of a pass. `asked`: places, in order, of which it is asked whether they repeat a code.
    pub(super) fn of(exports: &[Export<'_>], pass: &Pass, seen: &mut [Seen], asked: &[u64]) -> Self {
        let buckets: Vec<Vec<Vec<u64>>> =
            pass.done().map(|bucket| seen.iter_mut().map(|seen| seen.take(bucket)).collect()).collect();
        // What was noted of buckets that the pass has dropped is seen again by the next one.
        seen.fill_with(Seen::default);
        let parts = parallel::map(&buckets, |parts| {
            let mut entries = parts.concat();
            entries.sort_unstable();
            let mut repeats = Self::default();
            for group in entries.chunk_by(|one, other| pass.alike(*one, *other)).filter(|group| group.len() > 1) {
                let places = group.iter().map(|entry| pass.place(*entry));
                repeats.add(places.filter_map(|at| again(exports, at)).collect(), asked);
            }
            repeats
        });
        parts.into_iter().fold(Self::default(), Self::merged)
    }

    /// Adds rows of one hash, in order of place.
    fn add(&mut self, rows: Vec<Again>, asked: &[u64]) {
        let mut firsts: Vec<Again> = Vec::new();
        for row in rows {
            let Some(first) = firsts.iter().find(|first| first.code == row.code) else {
                firsts.push(row);
                continue;
            };
            let fault =
                if row.dossier.agrees(&first.dossier) { DossierFault::Duplicate } else { DossierFault::Contradiction };
            for (number, count) in self.measures.iter_mut().enumerate() {
                *count += u64::from(row.verdict.measures.has(number));
            }
            if asked.binary_search(&row.at).is_ok() {
                self.among.insert(row.at);
            }
            *self.faults.entry(fault).or_default() += 1;
            self.odd += u64::from(row.verdict.faults.is_empty());
            let kept = self.kept.entry(fault).or_default();
            kept.push(Repeat { at: row.at, first: first.at, code: row.code });
            if kept.len() >= 2 * KEPT {
                keep_first(kept);
            }
        }
    }

    pub(super) fn merged(mut self, other: Self) -> Self {
        for (sum, count) in self.measures.iter_mut().zip(other.measures) {
            *sum += count;
        }
        self.odd += other.odd;
        for (fault, count) in other.faults {
            *self.faults.entry(fault).or_default() += count;
        }
        for (fault, more) in other.kept {
            let kept = self.kept.entry(fault).or_default();
            kept.extend(more);
            keep_first(kept);
        }
        self.among.extend(other.among);
        self
    }
}

fn keep_first(kept: &mut Vec<Repeat>) {
    kept.sort_unstable();
    kept.truncate(KEPT);
}

/// The export in which a place lies.
pub(super) fn export_at<'e, 's>(exports: &'e [Export<'s>], at: u64) -> Option<&'e Export<'s>> {
    let after = exports.partition_point(|export| export.base <= at);
    exports.get(after.checked_sub(1)?)
}

/// Reads the row at a place; nothing where its export is not counted or has changed meanwhile.
fn again(exports: &[Export<'_>], at: u64) -> Option<Again> {
    let export = export_at(exports, at)?;
    let offset = at - export.base;
    let mut reader = RowReader::new(&export.head, export.words);
    let mut text = Vec::new();
    loop {
        let before = text.len();
        text.resize(before + ROW.max(before), 0);
        let read = export.source.read_at(text.get_mut(before..)?, offset + before as u64).ok()?;
        text.truncate(before + read);
        let mut rows = Rows::new(&text, 0, export.head.delimiter);
        let row = reader.next(&mut rows)?;
        // A row that ends with the bytes read may go on.
        if rows.at() == text.len() && read > 0 {
            continue;
        }
        let Row::Dossier(dossier, code) = row else { return None };
        return Some(Again { at, code: code.into_owned().into(), verdict: judge(&dossier, export.span), dossier });
    }
}
