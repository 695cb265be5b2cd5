//! `remind`: letters to the offices of which nothing counts yet, before and after their last day.

use std::process::ExitCode;

use crate::ledger::Chain;
use crate::mail::{self, Kind, Letters, Reminders};
use crate::model::{Finding, Office, REMIND_DAYS, Severity};
use crate::pipeline::{self, PipelineError};
use crate::shell::findings::{self, Findings};
use crate::shell::inputs;
use crate::shell::ledger::Ledger;
use crate::shell::mail::{Delivery, deliver, settings};
use crate::shell::session::Session;

/// Arguments of `remind`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Remind today whatever the rhythm.
    #[arg(long)]
    now: bool,
    #[command(flatten)]
    delivery: Delivery,
}

/// Reminds, and names the offices that are not reminded though nothing of theirs counts.
pub(crate) fn execute(session: &Session<'_>, args: &Args) -> anyhow::Result<ExitCode> {
    session.start_readers()?;
    let loaded = session.plan()?;
    let period = session.period_due(&loaded.plan)?;
    let letters = Letters::new(&session.workspace.letter_texts()?).map_err(PipelineError::from)?;
    let inputs = inputs::submissions_of(session, &period)?;
    let results = pipeline::evaluate(&loaded.plan, &inputs)?;
    let collection = pipeline::collect(&results, &inputs, session.today);
    let days = settings(session)?.map_or_else(|| REMIND_DAYS.to_vec(), |settings| settings.remind_days);
    let rhythm = (!args.now).then_some(&*days);
    let ledger = Ledger::read_if_any(&session.ledger())?;
    let head = ledger.map(|ledger| ledger.head(Chain::Submissions)).transpose()?.flatten();
    let reminders = mail::reminders(&loaded.plan, &collection, rhythm, head.as_deref(), &letters);
    let Reminders { messages, unreachable, doubtful, resting } = reminders.map_err(PipelineError::from)?;
    let unreachable = unreachable.into_iter().map(|(office, why)| findings::unreachable_office(office, why));
    let doubtful = doubtful.into_iter().map(held);
    let mut findings = Findings::remarks(collection.findings).and_refused(session, unreachable.chain(doubtful));
    findings.remarks.extend(at_rest(&resting, &days).map(|finding| session.catalog.word(finding)));
    findings.tell(session, &inputs);
    deliver(session, (Kind::Reminder, &period), &messages, &findings, &args.delivery)
}

/// D860: nobody is told to be late who perhaps has more time.
fn held(office: &Office) -> Finding {
    Finding::new("D860", Severity::Warning).office(&office.id).arg("office", &office.name)
}

/// D861: offices are missing, and it is not the day to say so.
fn at_rest(resting: &[&Office], days: &[i64]) -> Option<Finding> {
    let names: Vec<&str> = resting.iter().map(|office| office.name.as_str()).collect();
    let days: Vec<String> = days.iter().map(i64::to_string).collect();
    let finding = Finding::new("D861", Severity::Notice).arg("count", names.len().to_string());
    (!names.is_empty()).then(|| finding.arg("offices", names.join("; ")).arg("days", days.join(", ")))
}
