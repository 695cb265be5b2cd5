//! Messages as data: who gets what, in which words, with which files. Nothing here sends anything.

mod identity;
mod letters;
mod message;
mod mime;
mod remind;
mod report;
mod returned;

pub use crate::model::Mailbox;
pub use identity::{office_of, said_by};
pub use letters::{Letter, Letters};
pub use message::{Attachment, Kind, Message};
pub use mime::{Head, MimeError, ascii, eml, is_intact};
pub use remind::{Reminders, Rhythm, reminders};
pub use report::{guide, report, report_letter};
pub use returned::{ReturnLetters, that_sent};

use crate::model::{Office, Recipient, is_address};

/// Why there is nobody to write to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoMailbox {
    /// The plan has no address.
    Unknown,
    /// What the plan has is none.
    Invalid(String),
}

/// An office's mailbox, where the plan knows its address.
pub fn mailbox(office: &Office) -> Result<Mailbox, NoMailbox> {
    to(&office.name, office.email.as_deref())
}

/// The mailbox of the report's recipient, where the plan knows its address.
pub fn recipient(recipient: &Recipient) -> Result<Mailbox, NoMailbox> {
    to(&recipient.name, recipient.email.as_deref())
}

fn to(name: &str, address: Option<&str>) -> Result<Mailbox, NoMailbox> {
    let address = address.map(str::trim).filter(|address| !address.is_empty()).ok_or(NoMailbox::Unknown)?;
    if !is_address(address) {
        return Err(NoMailbox::Invalid(address.to_owned()));
    }
    Ok(Mailbox { name: name.to_owned(), address: address.to_owned() })
}
