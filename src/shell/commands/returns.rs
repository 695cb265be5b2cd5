//! `return`: to each office that sent something its verdict and its form with the mistakes marked, from the last report.

use std::process::ExitCode;

use crate::intake::cells;
use crate::mail::{self, Attachment, Kind, Letters, Message, ReturnLetters};
use crate::model::{FileContent, Finding, Limits, Office, Severity};
use crate::pipeline::{self, PipelineError, RETURNS};
use crate::shell::findings::{self, Findings};
use crate::shell::made::Made;
use crate::shell::mail::{Delivery, deliver};
use crate::shell::session::Session;

/// Arguments of `return`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    delivery: Delivery,
}

/// Gives the returns back, and names those that cannot go.
pub(crate) fn execute(session: &Session<'_>, args: &Args) -> anyhow::Result<ExitCode> {
    session.start_readers()?;
    let loaded = session.plan()?;
    let period = session.period(&loaded.plan)?;
    let letters = Letters::new(&session.workspace.letter_texts()?).map_err(PipelineError::from)?;
    let made = Made::of(session, &loaded, &period)?;
    let collection = pipeline::collect(&made.results, &made.inputs, session.today);
    let letters = ReturnLetters::new(&made.results, &collection, &letters);
    let (mut messages, mut refusals) = (Vec::new(), Vec::new());
    for office in mail::that_sent(&made.results) {
        match message(&made, &letters, office)? {
            Ok(message) => messages.push(message),
            Err(finding) => refusals.push(finding),
        }
    }
    let findings = Findings::refused(session, refusals);
    findings.tell(session, &made.inputs);
    deliver(session, (Kind::Return, &period), &messages, &findings, &args.delivery)
}

/// The message to an office, or why it must not go.
fn message(made: &Made, letters: &ReturnLetters<'_>, office: &Office) -> anyhow::Result<Result<Message, Finding>> {
    let (form, said) = match form(made, office) {
        Ok(form) => form,
        Err(finding) => return Ok(Err(*finding)),
    };
    match mail::mailbox(office) {
        Ok(to) => Ok(Ok(letters.message(office, to, form, said).map_err(PipelineError::from)?)),
        Err(why) => Ok(Err(findings::unreachable_office(office, why))),
    }
}

/// The office's form among the outputs with the hash of what it says, if it is what the report made and bears the office's
/// own id.
fn form(made: &Made, office: &Office) -> Result<(Attachment, String), Box<Finding>> {
    let form = made
        .file(&format!("{RETURNS}{}.xlsx", office.id))
        .map_err(|finding| finding.office(&office.id).arg("wording", "A928-return"))?;
    // Its bytes are this program's own, so that no worker has to read them.
    let content = cells::read(&form.name, &form.bytes, &Limits::default());
    let (bears, said) = match &content {
        FileContent::Cells(cells) => (mail::office_of(cells).unwrap_or_default(), mail::said_by(cells)),
        FileContent::Fault(_) => ("", String::new()),
    };
    if bears == office.id.as_str() {
        return Ok((form, said));
    }
    let finding = Finding::new("A927", Severity::Error).office(&office.id).provided(bears).expected(office.id.as_str());
    Err(Box::new(finding.arg("name", office.name.as_str()).arg("file", form.name.as_str())))
}
