//! A message with its bytes, its file in the outbox, and how it stands.

use chrono::{DateTime, Utc};

use super::trouble::{Reach, Trouble};
use crate::digest::sha256;
use crate::ledger::{Mail, MailStanding, MailStep, MailedFile, earlier_mails, mail_standing};
use crate::mail::{Attachment, Head, Kind, Message, eml};
use crate::model::{Code, Mailbox, Sender};
use crate::shell::ledger::now;

/// How a letter stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It lies in the outbox and may go.
    Ready,
    /// An earlier run sent it.
    SentBefore {
        /// When; `None` where the ledger does not know of it and the file lies among those that were sent.
        at: Option<String>,
    },
    /// It was sent now.
    Sent {
        /// What the server said.
        answer: String,
    },
    /// It was not sent.
    Unsent(Trouble),
}

/// A message on its way.
#[derive(Debug)]
pub(super) struct Outgoing<'m> {
    /// What it says, and to whom.
    pub(super) message: &'m Message,
    /// What the ledger would say of it.
    pub(super) entry: Mail,
    /// It as it goes over the wire; empty where it cannot or need not be spelled.
    pub(super) eml: Vec<u8>,
    /// SHA-256 of the bytes that an earlier run may have handed over.
    pub(super) open: Option<String>,
    /// How it stands.
    pub(super) state: State,
}

impl<'m> Outgoing<'m> {
    /// Spells a message; one that may already be with its recipient is spelled as it was then.
    pub(super) fn of(message: &'m Message, sender: &Sender, mails: &[Mail]) -> Self {
        let mut entry = entry(message, sender);
        let (date, open) = match mail_standing(mails, &entry.message) {
            MailStanding::Sent { at } => {
                return Self { message, entry, eml: Vec::new(), open: None, state: State::SentBefore { at: Some(at) } };
            }
            MailStanding::Open { date, eml } => (date, Some(eml)),
            MailStanding::New => (now(), None),
        };
        entry.date = date;
        let earlier = earlier_mails(mails, &entry);
        let moment = DateTime::parse_from_rfc3339(&entry.date).map(|date| date.with_timezone(&Utc));
        let head = Head {
            from: &sender.from,
            reply_to: sender.reply_to.as_ref(),
            id: &entry.message,
            date: moment.unwrap_or_default(),
            earlier: &earlier,
        };
        let (state, bytes) = match eml(message, &head) {
            Ok(bytes) => (State::Ready, bytes),
            Err(error) => (State::Unsent(Trouble::of_message("A923", error.to_string())), Vec::new()),
        };
        entry.eml = sha256(&bytes);
        Self { message, entry, eml: bytes, open, state }
    }

    /// Takes the bytes that an earlier run may have handed over in place of its own.
    pub(super) fn become_earlier(&mut self, bytes: Vec<u8>) {
        self.entry.eml = sha256(&bytes);
        self.eml = bytes;
    }

    /// Whether it may still be sent in this run.
    pub(super) fn is_waiting(&self) -> bool {
        match &self.state {
            State::Ready => true,
            State::Unsent(trouble) => trouble.reach != Reach::Message,
            State::SentBefore { .. } | State::Sent { .. } => false,
        }
    }

    /// What the ledger says of a step.
    pub(super) fn step(&self, step: MailStep, answer: Option<&str>, code: Option<&str>) -> Mail {
        let answer = answer.map(|answer| answer.chars().take(500).collect());
        Mail { at: now(), step, answer, code: code.map(Code::new), ..self.entry.clone() }
    }

    /// Its file's name: what it is, for whom, and the first digits of its id.
    pub(super) fn file(&self) -> String {
        let office = self.message.office.as_ref().map(|office| format!("{office}-")).unwrap_or_default();
        format!("{}{office}{}.eml", stem(self.message.kind), digits(&self.entry.message))
    }
}

const DIGITS: usize = 12;

fn digits(id: &str) -> &str {
    id.trim_start_matches("cchc.").get(..DIGITS).unwrap_or(id)
}

fn stem(kind: Kind) -> &'static str {
    match kind {
        Kind::Reminder | Kind::Overdue => "nhac-",
        Kind::Return => "tra-phieu-",
        Kind::Report => "bao-cao-",
    }
}

/// Whether a file in the outbox bears the name of a letter of this kind.
pub(super) fn is_of(kind: Kind, file: &str) -> bool {
    let rest = file.strip_prefix(stem(kind)).and_then(|rest| rest.strip_suffix(".eml")).unwrap_or_default();
    let digits = rest.rsplit('-').next().unwrap_or_default();
    digits.len() == DIGITS && digits.bytes().all(|b| b.is_ascii_hexdigit())
}

fn domain(from: &Mailbox) -> &str {
    from.address.rsplit('@').next().unwrap_or_default()
}

fn entry(message: &Message, sender: &Sender) -> Mail {
    let file = |Attachment { name, sha256, replaces, .. }: &Attachment| MailedFile {
        name: name.clone(),
        sha256: sha256.clone(),
        replaces: replaces.clone(),
    };
    Mail {
        at: String::new(),
        step: MailStep::Sending,
        period: message.period.clone(),
        purpose: message.kind.key().to_owned(),
        message: message.id(domain(&sender.from)),
        office: message.office.clone(),
        to: message.to.address.clone(),
        subject: message.subject.clone(),
        attachments: message.attachments.iter().map(file).collect(),
        note: message.note.clone(),
        date: String::new(),
        eml: String::new(),
        answer: None,
        code: None,
    }
}
