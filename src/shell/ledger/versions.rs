//! The versions of an office's submission that the ledger knows of, from the runs that read them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Ledger, RecordedRun, read};
use crate::ledger::{Chain, SentFile, SubmissionEntry, Version, versions};
use crate::model::{OfficeId, PeriodId, ReceivedKind};
use crate::shell::outputs::Hashed;
use crate::shell::problem::Problem;

/// An office's submission for a period as it was sent over time.
#[derive(Debug)]
pub(crate) struct Sendings {
    /// The runs that read the period, in order of time; those of later periods too.
    pub(crate) runs: Vec<RecordedRun>,
    /// The versions, in order of time; each names the run that read it first.
    pub(crate) versions: Vec<Version>,
    /// All offices that sent something for the period.
    pub(crate) offices: BTreeSet<OfficeId>,
    /// Hashes of all the office's files.
    own: BTreeSet<String>,
    /// Hashes of all registers of the period.
    registers: BTreeSet<String>,
}

/// What came for a period, by position in the chain.
type Arrivals = Vec<(u64, SubmissionEntry)>;

impl Ledger {
    /// The versions of an office's submission for a period.
    pub(crate) fn sendings(&self, period: &PeriodId, office: &OfficeId) -> Result<Sendings, Problem> {
        let arrivals = self.arrivals(period)?;
        let own =
            |entry: &SubmissionEntry| entry.kind == ReceivedKind::Submission && entry.office.as_ref() == Some(office);
        let of = |wanted: &dyn Fn(&SubmissionEntry) -> bool| -> BTreeSet<String> {
            arrivals.iter().filter(|(_, entry)| wanted(entry)).map(|(_, entry)| entry.sha256.clone()).collect()
        };
        let runs = self.runs_reading(period)?;
        let sent = runs.iter().map(|recorded| sent(recorded, period, &arrivals, &own)).collect();
        let registers = of(&|entry| entry.kind == ReceivedKind::Register);
        let offices = arrivals.iter().filter_map(|(_, entry)| entry.office.clone()).collect();
        Ok(Sendings { offices, versions: versions(sent), own: of(&own), registers, runs })
    }

    /// The period of the last run of all.
    pub(crate) fn last_period(&self) -> Result<Option<PeriodId>, Problem> {
        let runs = read::runs(&self.db).map_err(|error| self.refused(&error))?;
        Ok(runs.into_iter().next_back().map(|run| run.period))
    }

    fn arrivals(&self, period: &PeriodId) -> Result<Arrivals, Problem> {
        let mut arrivals = Vec::new();
        for link in self.links(Chain::Submissions)? {
            let entry: SubmissionEntry = read::entry(&link.body).map_err(|error| self.refused(&error))?;
            arrivals.extend((entry.period == *period).then_some((link.position, entry)));
        }
        Ok(arrivals)
    }

    /// A file may have come anew before a later period was reported.
    fn runs_reading(&self, period: &PeriodId) -> Result<Vec<RecordedRun>, Problem> {
        let mut runs = Vec::new();
        for run in read::runs(&self.db).map_err(|error| self.refused(&error))? {
            let recorded = self.recorded(run)?;
            let reads = |input: &Hashed| is_of(period, &input.path);
            runs.extend(recorded.manifest.inputs.iter().any(reads).then_some(recorded));
        }
        Ok(runs)
    }
}

impl Sendings {
    /// Whether it is one of the office's files for the period.
    pub(super) fn is_own(&self, period: &PeriodId, file: &Hashed) -> bool {
        is_of(period, &file.path) && file.sha256.as_ref().is_some_and(|hash| self.own.contains(hash))
    }

    /// The register that a version was received by.
    pub(super) fn register(&self, period: &PeriodId, version: &Version) -> Option<&Hashed> {
        let is_register = |file: &&Hashed| {
            is_of(period, &file.path) && file.sha256.as_ref().is_some_and(|hash| self.registers.contains(hash))
        };
        self.runs.get(version.run)?.manifest.inputs.iter().find(is_register)
    }
}

/// The office's files of one run, with what the run knew of their receipt.
fn sent(
    recorded: &RecordedRun,
    period: &PeriodId,
    arrivals: &Arrivals,
    own: &impl Fn(&SubmissionEntry) -> bool,
) -> Vec<SentFile> {
    let known = arrivals.iter().filter(|(position, entry)| *position <= recorded.run.submissions && own(entry));
    let known: BTreeMap<&str, &SubmissionEntry> = known.map(|(_, entry)| (&*entry.sha256, entry)).collect();
    let file = |input: &Hashed| {
        let entry = known.get(input.sha256.as_deref()?)?;
        let (path, sha256, received_at) = (input.path.clone(), entry.sha256.clone(), entry.received_at.clone());
        is_of(period, &input.path).then_some(SentFile { path, sha256, received_at })
    };
    recorded.manifest.inputs.iter().filter_map(file).collect()
}

/// Whether a file lies in a period's folder.
pub(super) fn is_of(period: &PeriodId, path: &str) -> bool {
    path.split_once('/').is_some_and(|(folder, _)| folder == period.as_str())
}
