//! Lists every file that came, of every period read.

use std::sync::Arc;

use super::{Inputs, RoundFiles};
use crate::model::{DossierFile, FileReading, InputFile, Period, PeriodId, Receipt, Received, ReceivedKind, Round};

/// Files with a hash; of one that could not be read at all there is nothing to keep.
pub(super) fn list(rounds: &[(&Period, Round)], inputs: &Inputs) -> Vec<Received> {
    let of_round = |(period, round): &(&Period, Round)| {
        let submissions = round.files.iter().filter_map(|(file, _)| submission(&period.id, file));
        let others = inputs.rounds.get(&period.id).into_iter().flat_map(|files| others(&period.id, files));
        let exports = inputs.dossiers.iter().filter(|_| period.id == inputs.period).flat_map(|counts| &counts.files);
        submissions.chain(others).chain(exports.filter_map(|file| export(&period.id, file))).collect::<Vec<_>>()
    };
    rounds.iter().flat_map(of_round).collect()
}

/// A submission with its hash.
pub(super) fn submission(period: &PeriodId, file: &FileReading) -> Option<Received> {
    Some(Received {
        kind: ReceivedKind::Submission,
        period: period.clone(),
        path: file.path.clone(),
        sha256: file.sha256.clone()?,
        office: file.office.clone(),
        receipt: file.receipt.clone(),
        prepared_by: file.info.prepared_by.clone(),
        personal: file.personal,
    })
}

/// The files that speak for the whole period.
fn others(period: &PeriodId, files: &RoundFiles) -> Vec<Received> {
    let kinds = [
        (ReceivedKind::Register, &files.register),
        (ReceivedKind::Corrections, &files.corrections),
        (ReceivedKind::Extensions, &files.extensions),
        (ReceivedKind::Compiled, &files.compiled),
    ];
    let of_nobody = |(kind, file): (ReceivedKind, &Option<InputFile>)| {
        let file = file.as_ref()?;
        Some(of_no_office(kind, period, &file.path, file.sha256.as_ref()?))
    };
    kinds.into_iter().filter_map(of_nobody).collect()
}

fn export(period: &PeriodId, file: &DossierFile) -> Option<Received> {
    Some(of_no_office(ReceivedKind::Dossiers, period, &file.path, file.sha256.as_ref()?))
}

fn of_no_office(kind: ReceivedKind, period: &PeriodId, path: &Arc<str>, sha256: &str) -> Received {
    Received {
        kind,
        period: period.clone(),
        path: Arc::clone(path),
        sha256: sha256.to_owned(),
        office: None,
        receipt: Receipt::default(),
        prepared_by: None,
        personal: false,
    }
}
