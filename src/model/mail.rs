//! How mail leaves the house: what `input/mail.toml` says.

use std::str::FromStr;
use std::time::Duration;

/// Whom a message is for, or from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mailbox {
    /// As people read it, such as "Phòng Kinh tế".
    pub name: String,
    /// Such as `kt@tuky.example`.
    pub address: String,
}

/// How the connection to a mail server is made safe; there is no other way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Security {
    /// Plain at first, then TLS before anything is said: port 587.
    Starttls,
    /// TLS from the first byte: port 465.
    Tls,
}

/// Whether mail can be sent to this text: one bare address in a domain with a name.
pub fn is_address(text: &str) -> bool {
    lettre::Address::from_str(text).is_ok_and(|address| !address.domain().starts_with('['))
}

/// Where a password is kept; never in the settings themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PasswordPlace {
    /// The environment variable of this name.
    Environment(String),
    /// The first line of this file, relative to the input folder.
    File(String),
}

/// The server that takes mail from us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailServer {
    /// Its name or address, which its certificate must bear.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is made safe.
    pub security: Security,
    /// The account and where its password is kept; `None` where the server asks for none.
    pub login: Option<(String, PasswordPlace)>,
    /// Certificates of a private authority in PEM, relative to the input folder; the system's own are trusted beside it.
    pub ca_file: Option<String>,
    /// How long any one answer is waited for.
    pub timeout: Duration,
    /// How often a message is tried in one run.
    pub attempts: u32,
    /// The wait before the second attempt; twice as long before each further one.
    pub wait: Duration,
}

/// The days on which reminders are due where `input/mail.toml` does not say.
pub const REMIND_DAYS: [i64; 6] = [5, 2, 1, 0, -1, -3];

/// Who writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// Its mailbox.
    pub from: Mailbox,
    /// Who gets the answers, if somebody else.
    pub reply_to: Option<Mailbox>,
}

/// The whole of `input/mail.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailSettings {
    /// Who writes.
    pub sender: Sender,
    /// Who takes the mail; without it messages end in the outbox.
    pub server: Option<MailServer>,
    /// Whether commands send without `--yes`.
    pub without_asking: bool,
    /// Days before (positive) or after (negative) an office's last day on which reminders are due.
    pub remind_days: Vec<i64>,
}
