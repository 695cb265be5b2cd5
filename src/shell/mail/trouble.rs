//! Why a message was not sent: what went wrong at which stage of the conversation with the server.

use std::error::Error as _;
use std::io;
use std::iter;

use lettre::transport::smtp::Error;
use rustls::CertificateError;

/// How far a conversation had come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Reaching the server, its greeting, what it can do.
    Greeting,
    /// Making the connection safe.
    Security,
    /// Name and password.
    Login,
    /// The message's sender and size.
    Sender,
    /// The message's recipient.
    Recipient,
    /// The message itself.
    Content,
}

/// What a trouble means for what is still to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Nothing can be sent before a person has mended something.
    Everything,
    /// The connection is gone; another may do.
    Connection,
    /// This message, for now.
    MessageNow,
    /// This message, for good.
    Message,
}

/// A trouble.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Trouble {
    /// Code of its finding.
    pub(super) code: &'static str,
    /// What it means.
    pub(super) reach: Reach,
    /// What the server said, or the system.
    pub(super) answer: String,
    /// The catalogue's word for it, where the system or TLS said it and there is one.
    pub(super) reason: Option<&'static str>,
}

impl Trouble {
    /// A message that no server is asked to take.
    pub(super) fn of_message(code: &'static str, answer: impl Into<String>) -> Self {
        Self { code, reach: Reach::Message, answer: answer.into(), reason: None }
    }

    /// Whether it keeps every message from being sent until a person mends it, or the server is back.
    pub(super) fn is_of_server(&self) -> bool {
        matches!(self.code, "A920" | "A921" | "A926")
    }

    /// What an error at this stage means.
    pub(super) fn at(stage: Stage, error: &Error) -> Self {
        let answer = said(error);
        let (code, reach) = match error.status().map(u16::from) {
            None => unanswered(stage, error),
            Some(status) if error.is_transient() => for_now(stage, status, &answer),
            Some(status) => for_good(stage, status, &answer),
        };
        let no_login = stage == Stage::Login && error.is_client();
        let reason = if no_login { Some("mail-no-login") } else { reason(error) };
        Self { code, reach, answer, reason }
    }
}

fn unanswered(stage: Stage, error: &Error) -> (&'static str, Reach) {
    if of_tls(error).is_some() {
        return ("A921", Reach::Everything);
    }
    match stage {
        Stage::Security if error.is_client() => ("A921", Reach::Everything),
        Stage::Login if error.is_client() => ("A920", Reach::Everything),
        _ if error.is_client() => ("A923", Reach::Message),
        _ => ("A926", Reach::Connection),
    }
}

fn for_now(stage: Stage, status: u16, answer: &str) -> (&'static str, Reach) {
    const CLOSING: u16 = 421;
    match stage {
        Stage::Greeting | Stage::Security | Stage::Login => ("A926", Reach::Connection),
        _ if status == CLOSING => ("A922", Reach::Connection),
        _ if enhanced(answer).is_some_and(|detail| detail == "2.2") => ("A924", Reach::MessageNow),
        _ => ("A922", Reach::MessageNow),
    }
}

fn for_good(stage: Stage, status: u16, answer: &str) -> (&'static str, Reach) {
    const LOGIN_NEEDED: [u16; 2] = [530, 535];
    const STORAGE: u16 = 552;
    match stage {
        Stage::Greeting => ("A926", Reach::Everything),
        Stage::Security => ("A921", Reach::Everything),
        Stage::Login => ("A920", Reach::Everything),
        _ if LOGIN_NEEDED.contains(&status) => ("A920", Reach::Everything),
        _ => match enhanced(answer) {
            Some("2.2") => ("A924", Reach::Message),
            Some("2.3" | "3.4") => ("A925", Reach::Message),
            None if status == STORAGE && stage == Stage::Sender => ("A925", Reach::Message),
            None if status == STORAGE => ("A924", Reach::Message),
            _ => ("A923", Reach::Message),
        },
    }
}

/// Subject and detail of an answer's enhanced status (RFC 3463): `2.2` of `552 5.2.2 mailbox full`.
fn enhanced(answer: &str) -> Option<&str> {
    let (class, rest) = answer.split(' ').nth(1)?.split_once('.')?;
    let is_enhanced = matches!(class, "2" | "4" | "5") && rest.split('.').all(|part| part.parse::<u16>().is_ok());
    is_enhanced.then_some(rest)
}

/// The server's words with its status, or the system's.
fn said(error: &Error) -> String {
    let source = || error.source().map(ToString::to_string).unwrap_or_default();
    error.status().map_or_else(|| error.to_string(), |status| format!("{status} {}", source()))
}

/// What lies behind an error, from the outside in.
fn causes(error: &Error) -> impl Iterator<Item = &(dyn std::error::Error + 'static)> {
    iter::successors(error.source(), |&cause| cause.source())
}

/// Why TLS could not be agreed on, such as with a certificate that is unknown or has expired.
fn of_tls(error: &Error) -> Option<&rustls::Error> {
    causes(error).find_map(|cause| {
        let inner = || cause.downcast_ref::<io::Error>()?.get_ref()?.downcast_ref::<rustls::Error>();
        cause.downcast_ref::<rustls::Error>().or_else(inner)
    })
}

/// The catalogue's word for what the system or TLS said, where it has one.
fn reason(error: &Error) -> Option<&'static str> {
    use CertificateError::{Expired, ExpiredContext, NotValidForName, NotValidForNameContext, UnknownIssuer};
    if let Some(tls) = of_tls(error) {
        return match tls {
            rustls::Error::InvalidCertificate(Expired | ExpiredContext { .. }) => Some("mail-certificate-expired"),
            rustls::Error::InvalidCertificate(NotValidForName | NotValidForNameContext { .. }) => {
                Some("mail-certificate-name")
            }
            rustls::Error::InvalidCertificate(UnknownIssuer) => Some("mail-certificate-issuer"),
            _ => Some("mail-no-tls"),
        };
    }
    let system = causes(error).find_map(|cause| cause.downcast_ref::<io::Error>())?;
    match system.kind() {
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Some("mail-silent"),
        io::ErrorKind::ConnectionRefused => Some("mail-nobody-there"),
        io::ErrorKind::ConnectionReset
        | io::ErrorKind::ConnectionAborted
        | io::ErrorKind::BrokenPipe
        | io::ErrorKind::UnexpectedEof => Some("mail-cut-off"),
        _ if system.to_string().contains("lookup address") => Some("mail-unknown-host"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_means_what_its_status_and_stage_say() {
        use Reach::{Connection, Everything, Message, MessageNow};
        for (stage, answer, expected) in [
            (Stage::Login, "535 5.7.8 bad credentials", ("A920", Everything)),
            (Stage::Sender, "530 5.7.0 authentication required", ("A920", Everything)),
            (Stage::Security, "554 no TLS here", ("A921", Everything)),
            (Stage::Greeting, "554 no service", ("A926", Everything)),
            (Stage::Sender, "552 too large", ("A925", Message)),
            (Stage::Content, "552 5.3.4 too large", ("A925", Message)),
            (Stage::Recipient, "552 5.2.2 mailbox full", ("A924", Message)),
            (Stage::Recipient, "552 full", ("A924", Message)),
            (Stage::Recipient, "550 5.1.1 no such user", ("A923", Message)),
            (Stage::Content, "554 5.7.1 spam", ("A923", Message)),
        ] {
            let status = answer.get(..3).and_then(|digits| digits.parse().ok()).unwrap_or_default();
            assert_eq!(for_good(stage, status, answer), expected, "{stage:?} {answer}");
        }
        for (stage, answer, expected) in [
            (Stage::Recipient, "450 4.2.0 greylisted", ("A922", MessageNow)),
            (Stage::Recipient, "452 4.2.2 over quota", ("A924", MessageNow)),
            (Stage::Content, "421 closing", ("A922", Connection)),
            (Stage::Login, "454 later", ("A926", Connection)),
        ] {
            let status = answer.get(..3).and_then(|digits| digits.parse().ok()).unwrap_or_default();
            assert_eq!(for_now(stage, status, answer), expected, "{stage:?} {answer}");
        }
    }
}
