//! Lists every file that came, of every period read.

use super::{Inputs, RoundFiles};
use crate::model::{FileReading, InputFile, Period, PeriodId, Receipt, Received, ReceivedKind, Round};

/// Files with a hash; of one that could not be read at all there is nothing to keep.
pub(super) fn list(rounds: &[(&Period, Round)], inputs: &Inputs) -> Vec<Received> {
    let of_round = |(period, round): &(&Period, Round)| {
        let submissions = round.files.iter().filter_map(|(file, _)| submission(&period.id, file));
        let others = inputs.rounds.get(&period.id).into_iter().flat_map(|files| others(&period.id, files));
        submissions.chain(others).collect::<Vec<_>>()
    };
    rounds.iter().flat_map(of_round).collect()
}

fn submission(period: &PeriodId, file: &FileReading) -> Option<Received> {
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
    let of = |kind, file: &InputFile| {
        Some(Received {
            kind,
            period: period.clone(),
            path: file.path.clone(),
            sha256: file.sha256.clone()?,
            office: None,
            receipt: Receipt::default(),
            prepared_by: None,
            personal: false,
        })
    };
    let kinds = [
        (ReceivedKind::Register, &files.register),
        (ReceivedKind::Corrections, &files.corrections),
        (ReceivedKind::Compiled, &files.compiled),
    ];
    kinds.into_iter().filter_map(|(kind, file)| of(kind, file.as_ref()?)).collect()
}
