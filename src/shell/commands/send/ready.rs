//! `output/<period>/gui/`: what the document system needs, replaced as a set.

use std::collections::BTreeSet;

use crate::mail::Attachment;
use crate::pipeline::Artifact;
use crate::shell::made::Made;
use crate::shell::outputs::{Kept, MANIFEST, Manifest, Outputs, SCHEMA};
use crate::shell::problem::Problem;
use crate::shell::session::Session;
use crate::shell::terminal;

/// The folder among a period's outputs.
pub(super) const FOLDER: &str = "gui";

/// What tells people how to go on.
const GUIDE: &str = "HUONG-DAN.txt";

/// Lays files and guide ready; what was edited there is kept.
pub(super) fn lay(
    session: &Session<'_>,
    made: &Made,
    files: &[Attachment],
    guide: String,
) -> Result<Vec<Kept>, Problem> {
    let mut artifacts: Vec<Artifact> =
        files.iter().map(|file| Artifact::new(file.name.as_str(), file.bytes.clone())).collect();
    artifacts.push(Artifact::new(GUIDE, guide.into_bytes()));
    check_names(&artifacts)?;
    let folder = made.folder.join(FOLDER);
    let outputs = Outputs::open(&folder, || terminal::tell(&(session.catalog.get("waiting-for-lock") + "\n")))?;
    let staged = artifacts.iter().map(|artifact| outputs.stage(artifact)).collect::<Result<Vec<_>, _>>()?;
    outputs.replace(&Manifest {
        schema: SCHEMA.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        period: made.inputs.period.to_string(),
        lang: "vi".to_owned(),
        as_of: session.today,
        inputs: Vec::new(),
        outputs: staged,
        chain_head: made.results.chain_head.clone(),
    })
}

/// Each file has a name of its own, whether or not a disk tells large letters from small ones; hidden ones are this
/// program's.
fn check_names(artifacts: &[Artifact]) -> Result<(), Problem> {
    let mut known = BTreeSet::from([MANIFEST.to_lowercase()]);
    let mut is_taken = |name: &str| name.starts_with('.') || !known.insert(name.to_lowercase());
    match artifacts.iter().rev().find(|artifact| is_taken(&artifact.name)) {
        Some(taken) => Err(Problem::new("error-file-name-taken").arg("name", taken.name.as_str())),
        None => Ok(()),
    }
}
