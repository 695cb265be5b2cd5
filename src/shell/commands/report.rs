//! `report`: reads a period, judges it, and replaces its outputs.

use std::mem;
use std::path::Path;
use std::process::ExitCode;

use crate::model::Results;
use crate::parallel;
use crate::pipeline::{self, Inputs, Wording};
use crate::render;
use crate::shell::inputs::{self, Original};
use crate::shell::ledger::{Ledger, RunRecord};
use crate::shell::outputs::{self, Hashed, Kept, Manifest, Outputs, SCHEMA};
use crate::shell::problem::slashed;
use crate::shell::session::{Session, status};
use crate::shell::stopwatch::Stopwatch;
use crate::shell::terminal::{self, HEADING, WARN, paint, summary};
use crate::text::Lang;

/// Arguments of `report`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Put the day into the place/date line.
    #[arg(long)]
    pub(crate) dated: bool,
    /// Make the sheet of hashes too.
    #[arg(long = "phieu-doi-chieu")]
    pub(crate) proof: bool,
}

/// Makes the report.
pub(crate) fn execute(session: &Session<'_>, args: &Args) -> anyhow::Result<ExitCode> {
    session.start_readers()?;
    let loaded = session.plan()?;
    let period = session.period(&loaded.plan)?;
    let folder = session.output_folder(&period.id);
    let outputs = Outputs::open(&folder, || terminal::tell(&(session.catalog.get("waiting-for-lock") + "\n")))?;
    let mut clock = Stopwatch::start();
    let mut inputs = inputs::of_period(session, &loaded.plan, &period, args.dated)?;
    clock.lap("read");
    let (wording, results) =
        parallel::join(|| Wording::new(&inputs.templates), || pipeline::evaluate(&loaded.plan, &inputs));
    let mut results = results?;
    session.note(&period.id, &[("findings", results.findings.len())]);
    inputs::forget_cells(&mut inputs, &results);
    clock.lap("evaluate");
    let originals = inputs::originals(&loaded, &inputs);
    let ledger = recorded(&inputs).then(|| Ledger::open(&session.ledger())).transpose()?;
    let waiting = || terminal::tell(&(session.catalog.get("waiting-for-ledger") + "\n"));
    let record = ledger.as_ref().map(|ledger| RunRecord::begin(ledger, &results, waiting)).transpose()?;
    results.chain_head = record.as_ref().and_then(RunRecord::head);
    record.iter().try_for_each(|record| record.keep(session, &results, &originals))?;
    clock.lap("ledger");
    let wording = wording?;
    let mut written = pipeline::write(&results, &inputs, &wording, |artifact| -> anyhow::Result<Hashed> {
        Ok(outputs.stage(artifact)?)
    })?;
    if args.proof {
        let entries = record.as_ref().map_or(0, RunRecord::entries);
        let sheet = pipeline::proof_sheet(&results, &wording, &outputs::sealed(&written), entries)?;
        written.push(outputs.stage(&sheet)?);
    }
    clock.lap("render");
    let manifest = manifest(&originals, &inputs, &results, &written);
    let spelled = outputs.spell(&manifest)?;
    if let Some(record) = record {
        record.finish(&results, &inputs, &spelled)?;
    }
    clock.lap("record");
    let kept = outputs.replace(&manifest)?;
    clock.lap("store");
    if session.json() {
        terminal::tell(&kept_lines(session, &kept));
        terminal::print_bytes(&render::json::render(&results)?)?;
    } else {
        terminal::print(&screen(session, &inputs, &results, &written, &folder, &kept))?;
    }
    let status = status(&results);
    // The process ends here: the system takes a city's results back whole, faster than they can be given back in pieces.
    mem::forget((inputs, results));
    Ok(status)
}

/// Whether the run is recorded: always, but for measuring what that costs. Outputs of a run that was not are in no ledger,
/// which `audit verify` says.
fn recorded(inputs: &Inputs) -> bool {
    !inputs.without.iter().any(|left| left == "ledger")
}

fn manifest(originals: &[Original<'_>], inputs: &Inputs, results: &Results, written: &[Hashed]) -> Manifest {
    let mut outputs = written.to_vec();
    outputs.sort();
    Manifest {
        schema: SCHEMA.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        period: inputs.period.to_string(),
        lang: if inputs.lang == Lang::En { "en" } else { "vi" }.to_owned(),
        as_of: inputs.as_of,
        inputs: originals.iter().map(Hashed::from).collect(),
        outputs,
        chain_head: results.chain_head.clone(),
    }
}

fn screen(
    session: &Session<'_>,
    inputs: &Inputs,
    results: &Results,
    written: &[Hashed],
    folder: &Path,
    kept: &[Kept],
) -> String {
    let catalog = session.catalog;
    let papers = slashed(&folder.join(format!("kiem-tra-cchc-{}.html", inputs.period)));
    let mut screen = summary::verdict(results, inputs, catalog);
    screen += &summary::offices(results, catalog);
    screen += &summary::indicators(results, catalog);
    screen += &summary::findings(results, inputs, catalog, ("more-findings-in", &papers));
    screen += &listed(session, written, folder);
    screen + &kept_lines(session, kept)
}

/// The files written, and the folder of the offices' returns.
fn listed(session: &Session<'_>, written: &[Hashed], folder: &Path) -> String {
    let folder = slashed(folder);
    let (returns, files): (Vec<_>, Vec<_>) =
        written.iter().map(|output| output.path.as_str()).partition(|name| name.starts_with(pipeline::RETURNS));
    let mut lines: Vec<String> = files.iter().map(|name| format!("  {folder}/{name}")).collect();
    let count = [("count", &*returns.len().to_string())];
    lines.push(format!("  {folder}/{} {}", pipeline::RETURNS, session.catalog.with("written-returns", &count)));
    format!("\n{}\n{}\n", paint(HEADING, &session.catalog.get("heading-written")), lines.join("\n"))
}

pub(super) fn kept_lines(session: &Session<'_>, kept: &[Kept]) -> String {
    let line = |kept: &Kept| {
        let text = session.catalog.with("kept-edited", &[("was", &kept.was), ("is", &kept.is)]);
        paint(WARN, &text) + "\n"
    };
    kept.iter().map(line).collect()
}
