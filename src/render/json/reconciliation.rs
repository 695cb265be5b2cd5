//! The shape of figures held against dossiers.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::model::{
    DossierException, DossierFault, DossierFile, DossierMeasure, ElementId, Number, Reconciled, Reconciliation,
};

#[derive(Serialize)]
pub(super) struct ReconciliationView<'a> {
    measures: Vec<MeasureView<'a>>,
    files: &'a [DossierFile],
    /// How many dossiers have each fault; the exceptions are as many of them as were kept.
    faults: &'a BTreeMap<DossierFault, u64>,
    exceptions: &'a [DossierException],
    /// Codes of dossiers that a count leaves out, for figures that are more than their count.
    outside: BTreeMap<DossierMeasure, &'a [Arc<str>]>,
}

#[derive(Serialize)]
struct MeasureView<'a> {
    element: &'a ElementId,
    measure: DossierMeasure,
    claimed: Option<&'a Number>,
    counted: Option<&'a Number>,
    difference: Option<&'a Number>,
}

impl<'a> ReconciliationView<'a> {
    pub(super) fn of(reconciliation: &'a Reconciliation) -> Self {
        let counts = &reconciliation.counts;
        Self {
            measures: reconciliation.measures.iter().map(MeasureView::of).collect(),
            files: &counts.files,
            faults: &counts.faults,
            exceptions: &counts.exceptions,
            outside: reconciliation.candidates().map(|(measured, codes)| (measured.measure, codes)).collect(),
        }
    }
}

impl<'a> MeasureView<'a> {
    fn of(measured: &'a Reconciled) -> Self {
        Self {
            element: &measured.element,
            measure: measured.measure,
            claimed: measured.claimed.as_ref(),
            counted: measured.counted.as_ref(),
            difference: measured.difference.as_ref(),
        }
    }
}
