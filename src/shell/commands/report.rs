//! `report`: reads a period, judges it, and replaces its outputs.

use std::path::Path;
use std::process::ExitCode;

use crate::pipeline::{self, Inputs, Outcome};
use crate::render;
use crate::shell::inputs;
use crate::shell::outputs::{Hashed, Kept, Manifest, Outputs, SCHEMA};
use crate::shell::problem::slashed;
use crate::shell::session::{LoadedPlan, Session, status};
use crate::shell::stopwatch::Stopwatch;
use crate::shell::terminal::{self, HEADING, WARN, paint, summary};
use crate::text::Lang;

/// Arguments of `report`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Put the day into the place/date line.
    #[arg(long)]
    pub(crate) dated: bool,
}

/// Makes the report.
pub(crate) fn execute(session: &Session<'_>, args: &Args) -> anyhow::Result<ExitCode> {
    let loaded = session.plan()?;
    let period = session.workspace.period(&loaded.plan, session.options.period.as_deref())?;
    let folder = session.output_folder(&period.id);
    let outputs = Outputs::open(&folder, || terminal::tell(&(session.catalog.get("waiting-for-lock") + "\n")))?;
    let mut clock = Stopwatch::start();
    let mut inputs = inputs::of_period(session, &loaded.plan, &period, args.dated)?;
    clock.lap("read");
    let results = pipeline::evaluate(&loaded.plan, &inputs)?;
    inputs::forget_cells(&mut inputs, &results);
    clock.lap("evaluate");
    let artifacts = pipeline::write(&results, &inputs)?;
    clock.lap("render");
    let outcome = Outcome { results, artifacts };
    let kept = outputs.replace(&outcome.artifacts, &manifest(&loaded, &inputs, &outcome))?;
    clock.lap("store");
    if session.json() {
        terminal::tell(&kept_lines(session, &kept));
        terminal::print_bytes(&render::json::render(&outcome.results)?)?;
    } else {
        terminal::print(&screen(session, &inputs, &outcome, &folder, &kept))?;
    }
    Ok(status(&outcome.results))
}

fn manifest(loaded: &LoadedPlan, inputs: &Inputs, outcome: &Outcome) -> Manifest {
    let mut outputs: Vec<Hashed> =
        outcome.artifacts.iter().map(|artifact| Hashed::of(&artifact.name, &artifact.bytes)).collect();
    outputs.sort();
    Manifest {
        schema: SCHEMA.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        period: inputs.period.to_string(),
        lang: if inputs.lang == Lang::En { "en" } else { "vi" }.to_owned(),
        as_of: inputs.as_of,
        inputs: inputs::hashed(loaded, inputs),
        outputs,
        chain_head: outcome.results.chain_head.clone(),
    }
}

fn screen(session: &Session<'_>, inputs: &Inputs, outcome: &Outcome, folder: &Path, kept: &[Kept]) -> String {
    let (results, catalog) = (&outcome.results, session.catalog);
    let papers = slashed(&folder.join(format!("kiem-tra-cchc-{}.html", inputs.period)));
    let mut screen = summary::verdict(results, inputs, catalog);
    screen += &summary::offices(results, catalog);
    screen += &summary::indicators(results, catalog);
    screen += &summary::findings(results, inputs, catalog, ("more-findings-in", &papers));
    screen += &written(session, outcome, folder);
    screen + &kept_lines(session, kept)
}

fn written(session: &Session<'_>, outcome: &Outcome, folder: &Path) -> String {
    let folder = slashed(folder);
    let names = outcome.artifacts.iter().map(|artifact| artifact.name.as_str()).filter(|name| !name.contains('/'));
    let lines: Vec<String> = names.map(|name| format!("  {folder}/{name}")).collect();
    format!("\n{}\n{}\n", paint(HEADING, &session.catalog.get("heading-written")), lines.join("\n"))
}

pub(super) fn kept_lines(session: &Session<'_>, kept: &[Kept]) -> String {
    let line = |kept: &Kept| {
        let text = session.catalog.with("kept-edited", &[("was", &kept.was), ("is", &kept.is)]);
        paint(WARN, &text) + "\n"
    };
    kept.iter().map(line).collect()
}
