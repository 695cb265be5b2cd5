//! The last report of a period, as long as it is what the inputs still give: what is sent says what was judged.

use std::fs;
use std::path::{Path, PathBuf};

use super::inputs;
use super::ledger::Ledger;
use super::outputs::{Hashed, MANIFEST, Manifest, hash_in};
use super::problem::{Problem, slashed};
use super::session::{LoadedPlan, Session};
use crate::mail::Attachment;
use crate::model::{Finding, Period, Results, Severity};
use crate::pipeline::{self, Inputs};

/// Whether the ledger has the run that made what lies in this folder: one that does not, knows nothing of what was sent either.
fn is_known(session: &Session<'_>, period: &Period, folder: &Path) -> Result<bool, Problem> {
    let ledger = Ledger::read_if_any(&session.ledger())?;
    let (Some(ledger), Some(manifest)) = (ledger, hash_in(folder, MANIFEST)) else { return Ok(false) };
    ledger.has_made(&period.id, &manifest)
}

/// A report that was made, and what it says.
#[derive(Debug)]
pub(crate) struct Made {
    /// What it was made from.
    pub(crate) inputs: Inputs,
    /// What it says, with the head of the chain that it bears.
    pub(crate) results: Results,
    /// Where it lies.
    pub(crate) folder: PathBuf,
    outputs: Vec<Hashed>,
}

impl Made {
    /// The last report of a period. There must be one that the ledger knows, and neither the inputs nor the program may have
    /// changed since.
    pub(crate) fn of(session: &Session<'_>, loaded: &LoadedPlan, period: &Period) -> anyhow::Result<Self> {
        let folder = session.output_folder(&period.id);
        let no = |key| Problem::new(key).path(&folder).arg("period", period.id.as_str());
        let manifest = Manifest::read(&folder).ok_or_else(|| no("error-no-report"))?;
        let inputs = inputs::of_period(session, &loaded.plan, period, false)?;
        if !manifest.is_of(&inputs::hashed(loaded, &inputs)) {
            return Err(no("error-report-stale").into());
        }
        if manifest.chain_head.is_some() && !is_known(session, period, &folder)? {
            return Err(no("error-ledger-lost").into());
        }
        let results = pipeline::evaluate(&loaded.plan, &inputs)?;
        let results = Results { chain_head: manifest.chain_head, ..results };
        Ok(Self { inputs, results, folder, outputs: manifest.outputs })
    }

    /// The hash that the report recorded of an output.
    pub(crate) fn recorded(&self, name: &str) -> Option<&str> {
        self.outputs.iter().find(|output| output.path == name)?.sha256.as_deref()
    }

    /// An output by its name in the folder, under its bare name; A928 where it is not what the report recorded.
    pub(crate) fn file(&self, name: &str) -> Result<Attachment, Finding> {
        let bare = name.rsplit('/').next().unwrap_or(name);
        let file = fs::read(self.folder.join(name)).ok().map(|bytes| Attachment::new(bare, bytes));
        file.filter(|file| self.recorded(name) == Some(&file.sha256)).ok_or_else(|| {
            let path = slashed(&self.folder.join(name));
            Finding::new("A928", Severity::Error).arg("file", path)
        })
    }
}
