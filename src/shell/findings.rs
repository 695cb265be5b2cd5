//! What a command that sends mail has to say beside its messages: what cannot or must not go, and what is worth knowing.

use super::session::Session;
use super::terminal::{self, finding};
use crate::mail::NoMailbox;
use crate::model::{Finding, Office, Recipient, Severity, Worded};
use crate::pipeline::Inputs;

/// Findings of a command that sends mail.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    /// Why messages are missing among those that go; the exit status tells of it.
    pub(crate) refused: Vec<Worded>,
    /// What else should be known.
    pub(crate) remarks: Vec<Worded>,
}

impl Findings {
    /// These findings, none of which the exit status tells of.
    pub(crate) fn remarks(remarks: Vec<Worded>) -> Self {
        Self { remarks, ..Self::default() }
    }

    /// These reasons why messages are missing.
    pub(crate) fn refused(session: &Session<'_>, refused: impl IntoIterator<Item = Finding>) -> Self {
        Self::default().and_refused(session, refused)
    }

    /// Further reasons why messages are missing.
    pub(crate) fn and_refused(mut self, session: &Session<'_>, refused: impl IntoIterator<Item = Finding>) -> Self {
        self.refused.extend(refused.into_iter().map(|finding| session.catalog.word(finding)));
        self
    }

    /// All of them, remarks first.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Worded> {
        self.remarks.iter().chain(&self.refused)
    }

    /// Says them on standard error, before anything can go wrong with sending; programs find them in the JSON as well.
    pub(crate) fn tell(&self, session: &Session<'_>, inputs: &Inputs) {
        for worded in self.all() {
            terminal::tell(&format!("\n{}", finding::render(worded, inputs, session.catalog)));
        }
    }
}

/// D855, D859: an office should get a message, and the plan knows no address, or none that is one.
pub(crate) fn unreachable_office(office: &Office, why: NoMailbox) -> Finding {
    unreachable(&office.name, &format!("[[office]] id = \"{}\"", office.id), why).office(&office.id)
}

/// The same of the report's recipient.
pub(crate) fn unreachable_recipient(recipient: &Recipient, why: NoMailbox) -> Finding {
    unreachable(&recipient.name, "[recipient]", why)
}

fn unreachable(name: &str, place: &str, why: NoMailbox) -> Finding {
    let finding = match why {
        NoMailbox::Unknown => Finding::new("D855", Severity::Warning),
        NoMailbox::Invalid(address) => Finding::new("D859", Severity::Warning).provided(address),
    };
    finding.arg("name", name).arg("place", place)
}
