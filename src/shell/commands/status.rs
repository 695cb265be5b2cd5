//! `status`: which returns have come for the period due next and the one after it, and by when the others are due; writes nothing.

use std::process::ExitCode;

use crate::model::{Collection, Period};
use crate::pipeline::{self, Inputs};
use crate::render;
use crate::shell::inputs;
use crate::shell::session::{LoadedPlan, Session};
use crate::shell::terminal::{self, finding, status};

/// Arguments of `status`: those of every command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

/// Says where the collection stands; the exit status is 1 where an office is overdue.
pub(crate) fn execute(session: &Session<'_>, _args: &Args) -> anyhow::Result<ExitCode> {
    session.start_readers()?;
    let loaded = session.plan()?;
    let period = session.period_due(&loaded.plan)?;
    let (inputs, collections) = collections(session, &loaded, (&period, loaded.plan.period_after(&period.id)))?;
    if session.json() {
        terminal::print_bytes(&render::json::status(&loaded.plan, &collections)?)?;
    } else {
        let screen = status::screen(&loaded.plan, &collections, session.today, session.catalog);
        let findings = collections.iter().flat_map(|collection| &collection.findings);
        let findings = findings.map(|worded| format!("\n{}", finding::render(worded, &inputs, session.catalog)));
        terminal::print(&(screen + &findings.collect::<String>()))?;
    }
    Ok(ExitCode::from(u8::from(collections.iter().any(Collection::any_overdue))))
}

/// What was read, and the collection of each period. Folders are read once, whichever periods they feed.
fn collections(
    session: &Session<'_>,
    loaded: &LoadedPlan,
    (first, second): (&Period, Option<&Period>),
) -> anyhow::Result<(Inputs, Vec<Collection>)> {
    let (plan, last) = (&loaded.plan, second.unwrap_or(first));
    let periods = [Some(first), second].into_iter().flatten();
    let dossiers: Vec<_> =
        periods.clone().map(|period| inputs::dossiers(session, plan, period)).collect::<anyhow::Result<_>>()?;
    let mut inputs = inputs::of_listing(session, plan, last, session.workspace.listing(&last.id)?)?;
    let mut collections = Vec::new();
    for (period, dossiers) in periods.zip(dossiers) {
        (inputs.period, inputs.dossiers) = (period.id.clone(), dossiers);
        collections.push(pipeline::collect(&pipeline::evaluate(plan, &inputs)?, &inputs, session.today));
    }
    Ok((inputs, collections))
}
