//! The message that brings the report to its recipient, and what tells people how to go on with its files.

use serde::Serialize;

use super::letters::{Letter, Letters};
use super::{Attachment, Kind, Mailbox, Message};
use crate::model::{Results, Verdict};
use crate::report::document::Tone;
use crate::report::vietnamese::lower_first;
use crate::templates::TemplateFault;

/// What the message says that brings these files, which are the report.
pub fn report_letter(results: &Results, files: &[Attachment], letters: &Letters) -> Result<Letter, TemplateFault> {
    let view = View::of(results, files);
    letters.write("report", &view, view.authority, Tone::Plain)
}

/// What tells people how to go on with the report's files, as a text under its title.
pub fn guide(results: &Results, files: &[Attachment], letters: &Letters) -> Result<String, TemplateFault> {
    let (title, text) = letters.words("guide", &View::of(results, files))?;
    Ok(format!("{title}\n\n{text}"))
}

/// The message that brings the report. `note` is what the ledger remembers beside it: why it goes out with errors.
pub fn report(results: &Results, to: Mailbox, letter: Letter, files: Vec<Attachment>, note: Option<String>) -> Message {
    let key = files.iter().map(|file| file.sha256.as_str()).collect::<Vec<_>>().join(" ");
    let message = Message::of(Kind::Report, key, results.period.id.clone(), to, letter);
    Message { attachments: files, note, ..message }
}

/// What the templates may name.
#[derive(Serialize)]
struct View<'a> {
    authority: &'a str,
    recipient: &'a str,
    period: String,
    /// Whether the report has errors, and says so.
    draft: bool,
    files: Vec<String>,
}

impl<'a> View<'a> {
    fn of(results: &'a Results, files: &'a [Attachment]) -> Self {
        let plan = &results.plan;
        Self {
            authority: &plan.authority.name,
            recipient: &plan.recipient.name,
            period: lower_first(&results.period.title),
            draft: results.verdict == Verdict::Errors,
            // One name a line, whatever it holds.
            files: files.iter().map(|file| file.name.split(char::is_control).collect::<Vec<_>>().join(" ")).collect(),
        }
    }
}
