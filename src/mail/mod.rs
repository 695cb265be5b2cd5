//! Messages as data: who gets what, in which words, with which files. Nothing here sends anything.

mod identity;
mod letters;
mod message;
mod mime;
mod remind;
mod report;
mod returned;

pub use crate::model::Mailbox;
pub use identity::office_of;
pub use letters::{Letter, Letters};
pub use message::{Attachment, Kind, Message};
pub use mime::{Head, MimeError, eml, is_intact};
pub use remind::{Rhythm, reminders};
pub use report::{guide, report, report_letter};
pub use returned::{ReturnLetters, that_sent};

use crate::model::{Office, Recipient};

/// An office's mailbox, where the plan knows its address.
pub fn mailbox(office: &Office) -> Option<Mailbox> {
    to(&office.name, office.email.as_deref())
}

/// The mailbox of the report's recipient, where the plan knows its address.
pub fn recipient(recipient: &Recipient) -> Option<Mailbox> {
    to(&recipient.name, recipient.email.as_deref())
}

fn to(name: &str, address: Option<&str>) -> Option<Mailbox> {
    let address = address.map(str::trim).filter(|address| !address.is_empty())?;
    Some(Mailbox { name: name.to_owned(), address: address.to_owned() })
}
