//! One message to one recipient.

use super::Letter;
use crate::digest::sha256;
use crate::model::{Mailbox, OfficeId, PeriodId};

/// What a message is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A return is due soon.
    Reminder,
    /// A return is overdue.
    Overdue,
    /// An office's verdict and its return.
    Return,
    /// The report to its recipient.
    Report,
}

impl Kind {
    /// Its key in the ledger, in names of files and in the catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::Reminder => "reminder",
            Self::Overdue => "overdue",
            Self::Return => "return",
            Self::Report => "report",
        }
    }
}

/// A file that goes along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Their SHA-256, lower-case hexadecimal.
    pub sha256: String,
    /// The SHA-256 of the generated file in whose place it goes, edited or signed; `None` for what goes as it was made.
    pub replaces: Option<String>,
}

impl Attachment {
    /// A file of this name.
    pub fn new(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        let sha256 = sha256(&bytes);
        Self { name: name.into(), bytes, sha256, replaces: None }
    }
}

/// A message, ready but for its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What it is for.
    pub kind: Kind,
    /// The period it speaks of.
    pub period: PeriodId,
    /// The office it is for; `None` for the report's recipient.
    pub office: Option<OfficeId>,
    /// Whom it is for.
    pub to: Mailbox,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// The same as a page.
    pub html: String,
    /// What goes along.
    pub attachments: Vec<Attachment>,
    /// What the ledger is to remember beside it, such as why a report goes out with errors.
    pub note: Option<String>,
    /// What makes it this message and no other, beside kind, period, office and address: the day for which a reminder is due, the
    /// hash of what a return says, the hashes of a report's files. The same key is never sent twice to one address.
    pub key: String,
}

impl Message {
    /// A message of this kind and key that brings a letter.
    pub fn of(kind: Kind, key: String, period: PeriodId, to: Mailbox, letter: Letter) -> Self {
        let Letter { subject, text, html } = letter;
        Self { kind, period, office: None, to, subject, text, html, attachments: Vec::new(), note: None, key }
    }

    /// Its `Message-ID` without angle brackets, the same whenever it is made.
    pub fn id(&self, domain: &str) -> String {
        let office = self.office.as_ref().map_or("", OfficeId::as_str);
        let kind = self.kind.key();
        let all = format!("{kind}\n{}\n{office}\n{}\n{}", self.period, self.to.address, self.key);
        let hash = sha256(&all);
        format!("cchc.{}@{domain}", hash.get(..32).unwrap_or(&hash))
    }
}
