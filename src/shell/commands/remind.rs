//! `remind`: letters to the offices of which nothing counts yet, before and after their last day.

use std::process::ExitCode;

use crate::ledger::Chain;
use crate::mail::{self, Letters};
use crate::model::Collection;
use crate::pipeline::{self, PipelineError};
use crate::shell::ledger::Ledger;
use crate::shell::mail::{Delivery, deliver, settings};
use crate::shell::problem::Problem;
use crate::shell::session::Session;
use crate::shell::{inputs, refused};

/// Arguments of `remind`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    delivery: Delivery,
}

/// Reminds, and names the offices that have no address.
pub(crate) fn execute(session: &Session<'_>, args: &Args) -> anyhow::Result<ExitCode> {
    session.start_readers()?;
    let loaded = session.plan()?;
    let period = session.workspace.period_due(&loaded.plan, session.options.period.as_deref(), session.today)?;
    let letters = Letters::new(&session.workspace.letter_texts()?).map_err(PipelineError::from)?;
    let inputs = inputs::submissions_of(session, &period)?;
    let results = pipeline::evaluate(&loaded.plan, &inputs)?;
    let collection = Collection::of(&results, session.today);
    let days = settings(session)?.and_then(|settings| settings.remind_days);
    let head = head(session)?;
    let (messages, unknown) = mail::reminders(&loaded.plan, &collection, days.as_deref(), head.as_deref(), &letters)
        .map_err(PipelineError::from)?;
    let status = deliver(session, &period, &messages, &args.delivery)?;
    let unknown = unknown.into_iter().map(refused::office_without_address).collect();
    Ok(refused::tell(session, &inputs, unknown, status))
}

/// The head of the submissions' chain, once there is a ledger with an entry.
fn head(session: &Session<'_>) -> Result<Option<String>, Problem> {
    let path = session.ledger();
    if !path.exists() {
        return Ok(None);
    }
    let links = Ledger::read(&path)?.links(Chain::Submissions)?;
    Ok(links.last().map(|last| last.hash.clone()))
}
