//! Submitted figures held against the dossiers behind them.

use std::sync::Arc;

use super::{DossierColumn, DossierCounts, DossierMeasure, ElementId, Number, OfficeId};

/// What a period's dossiers say of its figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Reconciliation {
    /// One for each element that counts dossiers, in plan order.
    pub measures: Vec<Reconciled>,
    /// What the exports come to.
    pub counts: DossierCounts,
}

impl Reconciliation {
    /// Figures that are more than their count, each with dossiers that the count leaves out, where they were kept: what
    /// the figure has too much is among them.
    pub fn candidates(&self) -> impl Iterator<Item = (&Reconciled, &[Arc<str>])> {
        let over = self
            .measures
            .iter()
            .filter(|measured| measured.difference.as_ref().is_some_and(|difference| *difference > Number::zero()));
        over.filter_map(|measured| Some((measured, self.counts.outside.get(&measured.measure)?.as_slice())))
    }

    /// Figures that tie out, that differ, and that could not be checked.
    pub fn outcome(&self) -> (usize, usize, usize) {
        let differ = self.measures.iter().filter(|measured| measured.differs()).count();
        let open = self.measures.iter().filter(|measured| measured.difference.is_none()).count();
        (self.measures.len() - differ - open, differ, open)
    }

    /// Dossiers with nothing odd about them, and all of them.
    pub fn sound(&self) -> (u64, u64) {
        let all = self.counts.files.iter().map(|file| file.rows).sum::<u64>();
        (all.saturating_sub(self.counts.odd), all)
    }
}

/// One submitted figure against the count of its dossiers.
#[derive(Clone, Debug, PartialEq)]
pub struct Reconciled {
    /// The element.
    pub element: ElementId,
    /// What it counts.
    pub measure: DossierMeasure,
    /// The commune's "Kỳ này", if every office gave its own.
    pub claimed: Option<Number>,
    /// Dossiers counted, if every export has the columns for it.
    pub counted: Option<Number>,
    /// Claimed minus counted.
    pub difference: Option<Number>,
    /// Why it could not be checked; empty where it could.
    pub gaps: Vec<ReconciliationGap>,
}

impl Reconciled {
    /// Whether claim and count differ.
    pub fn differs(&self) -> bool {
        self.difference.as_ref().is_some_and(|difference| !difference.is_zero())
    }
}

/// Why a figure could not be held against dossiers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReconciliationGap {
    /// Offices whose figure is not known.
    NotClaimed(Vec<OfficeId>),
    /// Offices whose figures have no common one.
    NoCommonFigure,
    /// Nothing of any export is counted.
    NoExport,
    /// An export without columns that the count needs.
    Lacks(Arc<str>, Vec<DossierColumn>),
    /// An export of which nothing is counted.
    Rejected(Arc<str>),
}
