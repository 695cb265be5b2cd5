//! What is shown of an odd dossier: heads of the plan and days, never a text of the export.

use std::collections::BTreeMap;

use crate::model::{DossierColumn, DossierFault, DossierFormat, DossierMeasure};

use super::day::DayCell;
use super::judge::{Verdict, unknown_words};
use super::read::Dossier;

/// How columns are called: by the first of their heads in the plan.
pub(super) struct Names(BTreeMap<DossierColumn, String>);

impl Names {
    pub(super) fn new(format: &DossierFormat) -> Self {
        let first = |(column, heads): (&DossierColumn, &Vec<String>)| Some((*column, heads.first()?.clone()));
        Self(format.heads.iter().filter_map(first).collect())
    }

    fn of(&self, column: DossierColumn) -> &str {
        self.0.get(&column).map_or("", String::as_str)
    }

    /// The days or columns in question.
    pub(super) fn detail(&self, fault: DossierFault, dossier: &Dossier, verdict: Verdict) -> String {
        match fault {
            DossierFault::NoCode | DossierFault::BrokenCode | DossierFault::Duplicate | DossierFault::Contradiction => {
                String::new()
            }
            DossierFault::UnknownWord => self.unknown(dossier, verdict),
            DossierFault::UnreadableDate => {
                self.columns(days(dossier).into_iter().filter(|(_, cell)| *cell == Some(DayCell::Unreadable)))
            }
            DossierFault::NoReceipt => self.of(DossierColumn::ReceivedOn).to_owned(),
            DossierFault::NoDueDate => self.of(DossierColumn::DueOn).to_owned(),
            DossierFault::CodeDate => self.days(&days(dossier)[..1]),
            DossierFault::ImpossibleDates
            | DossierFault::FutureDate
            | DossierFault::EndedWithoutDate
            | DossierFault::LateBySystemOnly
            | DossierFault::LateByDatesOnly => self.days(&days(dossier)),
        }
    }

    fn unknown(&self, dossier: &Dossier, verdict: Verdict) -> String {
        let within = verdict.counts(DossierMeasure::Received) && !verdict.counts(DossierMeasure::ReceivedCarriedOver);
        let columns = unknown_words(dossier, within, verdict.counts(DossierMeasure::Resolved));
        columns.into_iter().map(|column| self.of(column)).collect::<Vec<_>>().join("; ")
    }

    fn columns(&self, cells: impl Iterator<Item = (DossierColumn, Option<DayCell>)>) -> String {
        cells.map(|(column, _)| self.of(column)).collect::<Vec<_>>().join("; ")
    }

    fn days(&self, cells: &[(DossierColumn, Option<DayCell>)]) -> String {
        let known = cells.iter().filter_map(|(column, cell)| Some((*column, cell.and_then(DayCell::day)?)));
        known.map(|(column, day)| format!("{}: {}", self.of(column), day.spelled())).collect::<Vec<_>>().join("; ")
    }
}

fn days(dossier: &Dossier) -> [(DossierColumn, Option<DayCell>); 4] {
    [
        (DossierColumn::ReceivedOn, dossier.received),
        (DossierColumn::DueOn, dossier.due),
        (DossierColumn::ResultOn, dossier.result),
        (DossierColumn::EndedOn, dossier.ended),
    ]
}
