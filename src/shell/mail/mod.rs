//! From messages as data to the inbox: outbox, preview, and on request the wire.

mod line;
mod outbox;
mod outgoing;
mod post;
mod settings;
mod show;
#[cfg(test)]
mod tests;
mod trouble;

use std::fs::{self, File};
use std::process::ExitCode;

use super::findings::Findings;
use super::ledger::Ledger;
use super::outputs::{not_written, try_lock};
use super::problem::Problem;
use super::session::Session;
use super::terminal;
use crate::mail::{Kind, Message};
use crate::model::{MailSettings, Mailbox, Period, Sender};
use line::Server;
use outbox::Outbox;
use outgoing::Outgoing;
use post::Post;
pub(crate) use settings::settings;

/// The lock that keeps two runs from sending at once.
const LOCK: &str = ".mail.lock";

/// What the commands that send mail accept.
#[derive(Debug, clap::Args)]
pub(crate) struct Delivery {
    /// Send; without it messages are only shown and laid into the outbox.
    #[arg(long)]
    yes: bool,
}

/// Lays messages into the outbox and shows them; on request sends those that the ledger does not know as sent. `findings` is
/// what is to be said beside them; other letters of this kind in the outbox are out of date.
pub(crate) fn deliver(
    session: &Session<'_>,
    (kind, period): (Kind, &Period),
    messages: &[Message],
    findings: &Findings,
    delivery: &Delivery,
) -> anyhow::Result<ExitCode> {
    let _lock = lock(session)?;
    let found = settings(session)?;
    let sends = delivery.yes || found.as_ref().is_some_and(|settings| settings.without_asking);
    let server = if sends { Some(server(session, found.as_ref())?) } else { None };
    let sender = found.map_or_else(nobody, |settings| settings.sender);
    let ledger = ledger(session, sends && !messages.is_empty())?;
    let outbox = Outbox::of(&session.output_folder(&period.id));
    let mut letters = letters(messages, &sender, ledger.as_ref(), period)?;
    outbox.clear_others(kind, &letters)?;
    for letter in &mut letters {
        outbox.lay(letter)?;
    }
    if !session.json() {
        terminal::print(&show::preview(session, period, &letters, &outbox, sends))?;
    }
    if let (Some(server), Some(ledger)) = (&server, &ledger) {
        let post = Post { session, ledger, outbox: &outbox, from: &sender.from };
        post.send(server, &mut letters)?;
    }
    let done = if session.json() {
        show::json(session, period, &letters, findings, &outbox, sends)
    } else {
        show::outcome(session, &letters, sends)
    };
    terminal::print(&done)?;
    session.note(&period.id, &show::counts(&letters));
    Ok(ExitCode::from(show::status(&letters, findings)))
}

fn lock(session: &Session<'_>) -> Result<File, Problem> {
    let folder = &session.options.output;
    fs::create_dir_all(folder).map_err(|cause| not_written(folder, cause))?;
    let (file, is_held) = try_lock(&folder.join(LOCK))?;
    if is_held { Ok(file) } else { Err(Problem::new("error-mail-busy").path(folder)) }
}

/// The server to send through; without settings nothing can be sent.
fn server(session: &Session<'_>, settings: Option<&MailSettings>) -> anyhow::Result<Server> {
    let settings = settings.ok_or_else(|| Problem::new("error-mail-no-settings").path(&session.workspace.input))?;
    let server = settings.server.as_ref().ok_or_else(|| Problem::new("error-mail-no-server"))?;
    Server::of(session, server)
}

/// Stands in where no sender is set: what lies in the outbox is then a draft.
fn nobody() -> Sender {
    let from = Mailbox { name: String::new(), address: "chua-khai-bao@cchc.invalid".to_owned() };
    Sender { from, reply_to: None }
}

fn ledger(session: &Session<'_>, writes: bool) -> Result<Option<Ledger>, Problem> {
    let path = session.ledger();
    if writes { Ledger::open(&path).map(Some) } else { Ledger::read_if_any(&path) }
}

fn letters<'m>(
    messages: &'m [Message],
    sender: &Sender,
    ledger: Option<&Ledger>,
    period: &Period,
) -> Result<Vec<Outgoing<'m>>, Problem> {
    let mails = ledger.map(|ledger| ledger.mails(&period.id)).transpose()?.unwrap_or_default();
    Ok(messages.iter().map(|message| Outgoing::of(message, sender, &mails)).collect())
}
