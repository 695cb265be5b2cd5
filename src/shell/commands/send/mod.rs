//! `send`: the last report to its recipient, and everything for the document system in one folder.

mod files;
mod ready;

use std::path::PathBuf;
use std::process::ExitCode;

use crate::mail::{self, Kind, Letters};
use crate::model::{Finding, Severity, Verdict};
use crate::pipeline::{self, PipelineError, Wording};
use crate::shell::commands::report::kept_lines;
use crate::shell::findings::{self, Findings};
use crate::shell::made::Made;
use crate::shell::mail::{Delivery, deliver};
use crate::shell::outputs::Kept;
use crate::shell::problem::{Problem, slashed};
use crate::shell::session::Session;
use crate::shell::terminal;

/// Arguments of `send`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Send this file in place of the generated one of its extension.
    #[arg(long = "file")]
    files: Vec<PathBuf>,
    /// Send a report with errors, for this reason.
    #[arg(long)]
    accept_errors: Option<String>,
    #[command(flatten)]
    delivery: Delivery,
}

/// Lays the report ready and sends it.
pub(crate) fn execute(session: &Session<'_>, args: &Args) -> anyhow::Result<ExitCode> {
    let accepted = args.accept_errors.as_deref().map(reason).transpose()?;
    session.start_readers()?;
    let loaded = session.plan()?;
    let period = session.period(&loaded.plan)?;
    let letters = Letters::new(&session.workspace.letter_texts()?).map_err(PipelineError::from)?;
    let made = Made::of(session, &loaded, &period)?;
    let has_errors = made.results.verdict == Verdict::Errors;
    let refuse = |refused: Vec<Finding>| {
        let findings = Findings::refused(session, refused);
        findings.tell(session, &made.inputs);
        deliver(session, (Kind::Report, &period), &[], &findings, &args.delivery)
    };
    if has_errors && accepted.is_none() {
        return refuse(vec![Finding::new("A930", Severity::Error).arg("period", period.id.as_str())]);
    }
    let wording = Wording::new(&made.inputs.templates)?;
    let covering_letter = pipeline::covering_letter(&made.results, &wording)?;
    let files = match files::of(&made, covering_letter, &args.files)? {
        Ok(files) => files,
        Err(altered) => return refuse(altered),
    };
    let letter = mail::report_letter(&made.results, &files, &letters).map_err(PipelineError::from)?;
    let guide = mail::guide(&made.results, &files, &letters).map_err(PipelineError::from)?;
    let kept = ready::lay(session, &made, &files, guide)?;
    say_ready(session, &made, &kept)?;
    let recipient = &loaded.plan.recipient;
    let note = accepted.filter(|_| has_errors);
    match mail::recipient(recipient) {
        Ok(to) => {
            let message = mail::report(&made.results, to, letter, files, note);
            deliver(session, (Kind::Report, &period), &[message], &Findings::default(), &args.delivery)
        }
        Err(why) => refuse(vec![findings::unreachable_recipient(recipient, why)]),
    }
}

/// A reason, which says something.
fn reason(given: &str) -> Result<String, Problem> {
    let reason = given.trim();
    if reason.is_empty() { Err(Problem::new("error-no-reason-to-send")) } else { Ok(reason.to_owned()) }
}

/// Where everything for the document system lies.
fn say_ready(session: &Session<'_>, made: &Made, kept: &[Kept]) -> Result<(), Problem> {
    let folder = slashed(&made.folder.join(ready::FOLDER));
    let said = session.catalog.with("send-ready", &[("folder", &folder)]) + "\n" + &kept_lines(session, kept);
    if session.json() {
        terminal::tell(&said);
        return Ok(());
    }
    terminal::print(&said)
}
