//! A period's last run again, with one version of an office's submission in place and then with another.

use std::collections::BTreeSet;

use super::load::{Absent, RecordedRun, Restored};
use super::{Ledger, Sendings};
use crate::ledger::Version;
use crate::model::{Difference, InputFile, OfficeId, Period, Plan, Results};
use crate::pipeline::{self, Inputs};
use crate::shell::inputs;
use crate::shell::outputs::Hashed;
use crate::shell::reader::FileToRead;
use crate::shell::session::{LoadedPlan, Session};
use crate::shell::workspace::known_period;

/// So many periods before the compared one are read: a figure may ask for the one before, and that one for its own.
const EARLIER: usize = 2;

/// What became of one version in another.
#[derive(Debug)]
pub(crate) struct Comparison {
    /// What changed, with everything that the later version comes to; `None` where a file that one of the two has alone is
    /// not kept.
    pub(crate) outcome: Option<(Difference, Results)>,
    /// Files that are not kept.
    pub(crate) absent: Vec<Absent>,
}

/// The round that versions are put into.
struct Round<'a> {
    ledger: &'a Ledger,
    sendings: &'a Sendings,
    session: Session<'a>,
    folder: Restored,
    loaded: LoadedPlan,
    period: Period,
}

/// A version's files and its register, as read.
struct Read {
    files: Vec<InputFile>,
    register: Option<InputFile>,
}

impl Ledger {
    /// Holds two versions of an office's submission against each other in the round of a run: same plan, same other offices,
    /// same corrections; each version is received by the register of its time. Of earlier periods only those are read that a
    /// figure, an indicator or a finding of the period can depend on.
    pub(crate) fn compare(
        &self,
        session: &Session<'_>,
        last: &RecordedRun,
        office: &OfficeId,
        sendings: &Sendings,
        versions: [&Version; 2],
    ) -> anyhow::Result<Comparison> {
        let round = Round::of(self, session, last, sendings)?;
        let others = round.others(last);
        let mut absent = self.absent_of(versions_alone(versions).iter())?;
        let comparable = absent.is_empty();
        absent.extend(self.absent_of(others.iter().copied().chain(&common(versions)))?);
        if !comparable {
            return Ok(Comparison { outcome: None, absent });
        }
        round.folder.add(self, others)?;
        let [older, newer] = versions.map(|version| round.read(version));
        let (older, newer) = (older?, newer?);
        let mut inputs = round.inputs(session, last)?;
        let before = round.evaluate(&mut inputs, older)?;
        let after = round.evaluate(&mut inputs, newer)?;
        Ok(Comparison { outcome: Some((pipeline::compare(&before, &after, office), after)), absent })
    }
}

impl<'a> Round<'a> {
    /// Loads the run's plan.
    fn of(
        ledger: &'a Ledger,
        session: &Session<'a>,
        last: &RecordedRun,
        sendings: &'a Sendings,
    ) -> anyhow::Result<Self> {
        let folder = Restored::new()?;
        let is_plan = |file: &&Hashed| file.path.starts_with("plan/") || file.path == "limits.toml";
        folder.add(ledger, last.manifest.inputs.iter().filter(is_plan))?;
        let session = folder.session(session, last);
        session.start_readers()?;
        let loaded = session.plan()?;
        let period = known_period(&loaded.plan, last.run.period.as_str())?;
        Ok(Self { ledger, sendings, session, folder, loaded, period })
    }

    /// The run's files but for the office's own, of this period and of those that it depends on.
    fn others<'r>(&self, last: &'r RecordedRun) -> Vec<&'r Hashed> {
        let needed = needed(&self.loaded.plan, &self.period);
        let is_needed = |path: &str| path.split_once('/').is_some_and(|(folder, _)| needed.contains(folder));
        let of_others =
            |file: &&Hashed| is_needed(&file.path) && !self.sendings.is_own(&self.period.id, file) && !is_export(file);
        last.manifest.inputs.iter().filter(of_others).collect()
    }

    /// Reads a version's files under the names they had, wherever they lie meanwhile.
    fn read(&self, version: &Version) -> anyhow::Result<Read> {
        let register = self.sendings.register(&self.period.id, version);
        let aside = |path: &str, sha256: &str| self.folder.aside(self.ledger, path, sha256);
        let named = version.files.iter().map(|file| (&*file.path, &*file.sha256));
        let named = named.chain(register.and_then(|file| Some((&*file.path, file.sha256.as_deref()?))));
        let files = named.map(|(path, sha256)| aside(path, sha256)).collect::<Result<Vec<FileToRead>, _>>()?;
        let mut files = inputs::read(&self.session, &files)?;
        let register = if register.is_some() { files.pop() } else { None };
        Ok(Read { files, register })
    }

    /// What the run read, without the office's files.
    fn inputs(&self, asked: &Session<'_>, last: &RecordedRun) -> anyhow::Result<Inputs> {
        let listing = self.session.workspace.listing(&self.period.id)?;
        let inputs = inputs::of_listing(&self.session, &self.loaded.plan, &self.period, listing)?;
        Ok(Inputs { dossiers: self.ledger.dossiers(last)?, lang: asked.catalog.lang(), ..inputs })
    }

    /// Everything with a version in place; it is taken out again.
    fn evaluate(&self, inputs: &mut Inputs, version: Read) -> anyhow::Result<Results> {
        let own: BTreeSet<_> = version.files.iter().map(|file| file.path.clone()).collect();
        let round = inputs.rounds.entry(self.period.id.clone()).or_default();
        round.register = version.register;
        round.files.extend(version.files);
        round.files.sort_by(|one, other| one.path.cmp(&other.path));
        let results = pipeline::evaluate(&self.loaded.plan, inputs)?;
        if let Some(round) = inputs.rounds.get_mut(&self.period.id) {
            round.files.retain(|file| !own.contains(&file.path));
        }
        Ok(results)
    }
}

/// Folders of the periods that this one depends on: those that "Lũy kế" counts, and the ones just before it.
fn needed<'p>(plan: &'p Plan, period: &Period) -> BTreeSet<&'p str> {
    let until: Vec<&Period> = plan.periods.iter().filter(|other| other.to <= period.to).collect();
    let counted = until.iter().filter(|other| other.to >= plan.cumulative_from);
    until.iter().rev().take(EARLIER + 1).chain(counted).map(|period| period.id.as_str()).collect()
}

/// Of exports of dossiers the ledger has what they come to.
fn is_export(file: &Hashed) -> bool {
    file.path.split('/').nth(1) == Some("dossiers")
}

/// The files that one of two versions has alone.
fn versions_alone(versions: [&Version; 2]) -> Vec<Hashed> {
    let [before, after] = versions.map(hashes);
    before.symmetric_difference(&after).cloned().collect()
}

/// The files that both have.
fn common(versions: [&Version; 2]) -> Vec<Hashed> {
    let [before, after] = versions.map(hashes);
    before.intersection(&after).cloned().collect()
}

fn hashes(version: &Version) -> BTreeSet<Hashed> {
    let hashed = |file: &crate::ledger::SentFile| Hashed { path: file.path.clone(), sha256: Some(file.sha256.clone()) };
    version.files.iter().map(hashed).collect()
}
