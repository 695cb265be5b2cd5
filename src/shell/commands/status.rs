//! `status`: which returns have come for the period due next and the one after it, and by when the others are due; writes nothing.

use std::process::ExitCode;

use crate::model::{Collection, Period, Plan};
use crate::pipeline;
use crate::render;
use crate::shell::inputs;
use crate::shell::session::{LoadedPlan, Session};
use crate::shell::terminal::{self, status};

/// Arguments of `status`: those of every command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

/// Says where the collection stands; the exit status is 1 where an office is overdue.
pub(crate) fn execute(session: &Session<'_>, _args: &Args) -> anyhow::Result<ExitCode> {
    session.start_readers()?;
    let loaded = session.plan()?;
    let asked = session.options.period.as_deref();
    let period = session.workspace.period_due(&loaded.plan, asked, session.today)?;
    session.note(&period.id, &[]);
    let collections = collections(session, &loaded, &shown(&loaded.plan, &period))?;
    if session.json() {
        terminal::print_bytes(&render::json::status(&loaded.plan, &collections)?)?;
    } else {
        terminal::print(&status::screen(&loaded.plan, &collections, session.today, session.catalog))?;
    }
    Ok(ExitCode::from(u8::from(collections.iter().any(Collection::any_overdue))))
}

/// The period and the one after it, in order of time.
fn shown<'p>(plan: &'p Plan, period: &'p Period) -> Vec<&'p Period> {
    [Some(period), plan.period_after(&period.id)].into_iter().flatten().collect()
}

/// The collection of each period. Folders are read once, whichever periods they feed.
fn collections(session: &Session<'_>, loaded: &LoadedPlan, periods: &[&Period]) -> anyhow::Result<Vec<Collection>> {
    let plan = &loaded.plan;
    let Some(last) = periods.last() else { return Ok(Vec::new()) };
    let dossiers: Vec<_> =
        periods.iter().map(|period| inputs::dossiers(session, plan, period)).collect::<anyhow::Result<_>>()?;
    let mut inputs = inputs::of_listing(session, plan, last, session.workspace.listing(&last.id)?)?;
    let mut collections = Vec::new();
    for (period, dossiers) in periods.iter().zip(dossiers) {
        (inputs.period, inputs.dossiers) = (period.id.clone(), dossiers);
        collections.push(Collection::of(&pipeline::evaluate(plan, &inputs)?, session.today));
    }
    Ok(collections)
}
