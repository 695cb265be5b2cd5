//! `audit export`: everything of a period in one zip.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use tempfile::NamedTempFile;

use crate::digest::sha256;
use crate::model::PeriodId;
use crate::shell::ledger::{Ledger, RecordedRun};
use crate::shell::problem::{Problem, slashed};
use crate::shell::session::Session;
use crate::shell::terminal::{self, WARN, paint};

/// Arguments of `audit export`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The period.
    of_period: String,
    /// The zip to write.
    #[arg(long = "to")]
    zip: Option<PathBuf>,
}

/// Writes the zip; exit status 1 if outputs of the run are missing or changed, which are then not in it.
pub(super) fn execute(session: &Session<'_>, args: &Args) -> anyhow::Result<ExitCode> {
    let ledger = Ledger::read(&session.ledger())?;
    let period = PeriodId::new(&args.of_period);
    let recorded = ledger.last_run(&period)?;
    let (outputs, lacking) = outputs(&session.output_folder(&period), &recorded);
    let zip = args.zip.clone().unwrap_or_else(|| session.options.output.join(format!("so-cai-{period}.zip")));
    let files = write(&ledger, &recorded, &outputs, &zip)?;
    let [files, made] = [files, outputs.len()].map(|count| count.to_string());
    let said = [("path", &*slashed(&zip)), ("files", &*files), ("outputs", &*made)];
    terminal::print(&(session.catalog.with("exported", &said) + "\n"))?;
    for path in &lacking {
        terminal::tell(&(paint(WARN, &session.catalog.with("export-lacks", &[("path", path)])) + "\n"));
    }
    Ok(ExitCode::from(u8::from(!lacking.is_empty())))
}

/// The outputs on disk that are those of the run, and the names of those that are not.
fn outputs(folder: &Path, recorded: &RecordedRun) -> (BTreeMap<String, Vec<u8>>, Vec<String>) {
    let (mut found, mut lacking) = (BTreeMap::new(), Vec::new());
    for output in &recorded.manifest.outputs {
        match fs::read(folder.join(&output.path)).ok().filter(|bytes| Some(sha256(bytes)) == output.sha256) {
            Some(bytes) => {
                found.insert(output.path.clone(), bytes);
            }
            None => lacking.push(output.path.clone()),
        }
    }
    (found, lacking)
}

/// The zip appears whole or not at all.
fn write(
    ledger: &Ledger,
    recorded: &RecordedRun,
    outputs: &BTreeMap<String, Vec<u8>>,
    zip: &Path,
) -> anyhow::Result<usize> {
    let refused = |cause: io::Error| Problem::new("error-not-written").path(zip).cause(cause);
    let folder = zip.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let staged = NamedTempFile::new_in(folder).map_err(refused)?;
    let mut writer = BufWriter::new(staged);
    let files = ledger.export(recorded, outputs, &mut writer)?;
    writer.flush().map_err(refused)?;
    let staged = writer.into_inner().map_err(|error| refused(error.into_error()))?;
    staged.as_file().sync_all().map_err(refused)?;
    staged.persist(zip).map_err(|error| refused(error.error))?;
    Ok(files)
}
