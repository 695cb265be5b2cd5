//! The inputs of a recorded run, read again from the bytes that the ledger kept.

use std::fs;
use std::path::{Component, Path, PathBuf};

use tempfile::TempDir;

use super::{Ledger, read};
use crate::ledger::{Event, Run};
use crate::model::{DossierCounts, PeriodId};
use crate::pipeline::Inputs;
use crate::shell::inputs;
use crate::shell::outputs::{Hashed, Manifest};
use crate::shell::problem::Problem;
use crate::shell::reader::FileToRead;
use crate::shell::session::{LoadedPlan, Session};
use crate::text::{Catalog, Lang};

/// A run as the ledger has it.
#[derive(Debug)]
pub(crate) struct RecordedRun {
    /// Its entry.
    pub(crate) run: Run,
    /// What it read and wrote.
    pub(crate) manifest: Manifest,
}

/// A file that a run read and the ledger has not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Absent {
    /// Its path.
    pub(crate) path: String,
    /// Why, as a key: `forgotten`, or `never-kept` for personal data and what could not be read at all.
    pub(crate) why: &'static str,
}

impl Ledger {
    /// The runs of a period in order of time.
    pub(crate) fn runs(&self, period: &PeriodId) -> Result<Vec<RecordedRun>, Problem> {
        let events = read::events(&self.db, "run", period.as_str()).map_err(|error| self.refused(&error))?;
        let runs = events.into_iter().filter_map(|event| if let Event::Run(run) = event { Some(run) } else { None });
        runs.map(|run| self.recorded(run)).collect()
    }

    /// Whether a run for a period made this manifest.
    pub(crate) fn has_made(&self, period: &PeriodId, manifest: &str) -> Result<bool, Problem> {
        let events = read::events(&self.db, "run", period.as_str()).map_err(|error| self.refused(&error))?;
        Ok(events.iter().any(|event| matches!(event, Event::Run(run) if run.manifest == manifest)))
    }

    /// The last run of a period.
    pub(crate) fn last_run(&self, period: &PeriodId) -> Result<RecordedRun, Problem> {
        let none = || Problem::new("error-no-run").arg("period", period.as_str());
        self.runs(period)?.pop().ok_or_else(none)
    }

    pub(super) fn recorded(&self, run: Run) -> Result<RecordedRun, Problem> {
        let manifest = self.bytes(&run.manifest)?.as_deref().and_then(Manifest::parse);
        let broken = || Problem::new("error-ledger-broken").path(&self.path);
        Ok(RecordedRun { manifest: manifest.ok_or_else(broken)?, run })
    }

    /// What a run's dossiers came to; the exports themselves are never kept.
    pub(super) fn dossiers(&self, recorded: &RecordedRun) -> Result<Option<DossierCounts>, Problem> {
        let broken = || Problem::new("error-ledger-broken").path(&self.path);
        let Some(hash) = &recorded.run.dossiers else { return Ok(None) };
        let bytes = self.bytes(hash)?.ok_or_else(broken)?;
        serde_json::from_slice(&bytes).map(Some).map_err(|_| broken())
    }

    /// What a run read and the ledger does not have.
    pub(crate) fn absent(&self, recorded: &RecordedRun) -> Result<Vec<Absent>, Problem> {
        let dossiers = self.dossiers(recorded)?.unwrap_or_default().files;
        let is_counted = |path: &str| dossiers.iter().any(|file| *file.path == *path);
        self.absent_of(recorded.manifest.inputs.iter().filter(|input| !is_counted(&input.path)))
    }

    /// Those of these files that the ledger does not have.
    pub(super) fn absent_of<'f>(&self, files: impl IntoIterator<Item = &'f Hashed>) -> Result<Vec<Absent>, Problem> {
        let mut absent = Vec::new();
        for Hashed { path, sha256 } in files {
            let forgotten = |hash: &String| read::is_forgotten(&self.db, hash);
            let kept = |hash: &String| read::has(&self.db, hash);
            let worded = |found: rusqlite::Result<bool>| found.map_err(|error| self.refused(&error));
            if !sha256.as_ref().map_or(Ok(false), |hash| worded(kept(hash)))? {
                let gone = sha256.as_ref().map_or(Ok(false), |hash| worded(forgotten(hash)))?;
                absent.push(Absent { path: path.clone(), why: if gone { "forgotten" } else { "never-kept" } });
            }
        }
        Ok(absent)
    }
}

/// A folder with what a run read, as it lay in the input folder; it is gone when this is.
#[derive(Debug)]
pub(crate) struct Restored {
    folder: TempDir,
}

impl Restored {
    /// Puts the kept bytes back under their names, and files without content where files lay that nobody read.
    pub(crate) fn of(ledger: &Ledger, recorded: &RecordedRun) -> Result<Self, Problem> {
        let restored = Self::new()?;
        restored.add(ledger, &recorded.manifest.inputs)?;
        recorded.run.unread.iter().try_for_each(|path| restored.write(path, &[]))?;
        Ok(restored)
    }

    /// An empty one.
    pub(crate) fn new() -> Result<Self, Problem> {
        let not_written = |cause| Problem::new("error-not-written").path(&std::env::temp_dir()).cause(cause);
        Ok(Self { folder: tempfile::tempdir().map_err(not_written)? })
    }

    /// Puts the kept bytes of these files back under their names.
    pub(super) fn add<'f>(&self, ledger: &Ledger, files: impl IntoIterator<Item = &'f Hashed>) -> Result<(), Problem> {
        for Hashed { path, sha256 } in files {
            if let Some(bytes) = sha256.as_ref().map(|hash| ledger.bytes(hash)).transpose()?.flatten() {
                self.write(path, &bytes)?;
            }
        }
        Ok(())
    }

    /// Puts the kept bytes of a file beside the others, where no listing finds it, to be read under this name.
    pub(crate) fn aside(&self, ledger: &Ledger, path: &str, sha256: &str) -> Result<FileToRead, Problem> {
        let disk = self.folder.path().join(sha256);
        let not_written = |cause| Problem::new("error-not-written").path(&disk).cause(cause);
        if let Some(bytes) = ledger.original(sha256)? {
            fs::write(&disk, bytes).map_err(not_written)?;
        }
        Ok(FileToRead { root: self.folder.path().to_owned(), disk, relative: path.to_owned() })
    }

    /// A session over the folder, told what the run was told.
    pub(crate) fn session<'a>(&self, session: &Session<'a>, recorded: &RecordedRun) -> Session<'a> {
        let mut options = session.options.clone();
        options.input = self.input();
        options.as_of = Some(recorded.manifest.as_of);
        let lang = if recorded.manifest.lang == "en" { Lang::En } else { Lang::Vi };
        Session::new(options, Catalog::of(lang))
    }

    fn input(&self) -> PathBuf {
        self.folder.path().join("input")
    }

    /// `templates/` lies beside the input folder, everything else below it.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Problem> {
        let is_plain = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        let beside = if path.starts_with("templates/") { self.folder.path().to_owned() } else { self.input() };
        let target = beside.join(path);
        let folder = target.parent().filter(|_| is_plain).unwrap_or(self.folder.path());
        let written = fs::create_dir_all(folder).and_then(|()| fs::write(&target, bytes));
        written.map_err(|cause| Problem::new("error-not-written").path(&target).cause(cause))
    }
}

/// The plan and inputs of a recorded run, its cells read by workers as any file's. What the ledger has not is missing in
/// them; [`Ledger::absent`] names it.
pub(crate) fn load(
    session: &Session<'_>,
    ledger: &Ledger,
    recorded: &RecordedRun,
) -> anyhow::Result<(LoadedPlan, Inputs)> {
    let restored = Restored::of(ledger, recorded)?;
    let then = restored.session(session, recorded);
    let loaded = then.plan()?;
    let period = then.workspace.period(&loaded.plan, Some(recorded.run.period.as_str()))?;
    let inputs = inputs::of_period(&then, &loaded.plan, &period, recorded.run.dated)?;
    Ok((loaded, Inputs { dossiers: ledger.dossiers(recorded)?, ..inputs }))
}
