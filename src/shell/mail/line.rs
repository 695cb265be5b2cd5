//! A conversation with a mail server, one connection long.

use std::fs;
use std::str::FromStr;

use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Ehlo, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, MailParameter};
use lettre::transport::smtp::response::Response;

use super::settings::Password;
use super::trouble::{Reach, Stage, Trouble};
use crate::model::{MailServer, PasswordPlace, Security};
use crate::shell::problem::Problem;
use crate::shell::session::Session;

/// All that it takes to call a server.
pub(super) struct Server {
    /// What is set of it.
    pub(super) settings: MailServer,
    tls: TlsParameters,
    credentials: Option<Credentials>,
    name: ClientId,
}

impl Server {
    /// Fetches the password and the certificates that are trusted; nobody is called yet.
    pub(super) fn of(session: &Session<'_>, settings: &MailServer) -> anyhow::Result<Self> {
        let input = &session.workspace.input;
        let login = settings.login.as_ref();
        let credentials = |(user, place): &(String, PasswordPlace)| -> Result<Credentials, Problem> {
            Ok(Credentials::new(user.clone(), Password::fetch(place, input)?.reveal()))
        };
        let credentials = login.map(credentials).transpose()?;
        let mut tls = TlsParameters::builder(settings.host.clone());
        if let Some(file) = &settings.ca_file {
            let path = input.join(file);
            let pem =
                fs::read(&path).map_err(|cause| Problem::new("error-unreadable-text").path(&path).cause(cause))?;
            let authority = Certificate::from_pem(&pem).map_err(|_| Problem::new("error-mail-ca-file").path(&path))?;
            tls = tls.add_root_certificate(authority);
        }
        Ok(Self { settings: settings.clone(), tls: tls.build_rustls()?, credentials, name: name() })
    }

    /// Connects, makes the connection safe and logs in.
    pub(super) fn call(&self) -> Result<Line, Trouble> {
        let MailServer { host, port, security, timeout, .. } = &self.settings;
        let at = |stage| move |error: Error| Trouble::at(stage, &error);
        let from_start = (*security == Security::Tls).then_some(&self.tls);
        let address = (host.as_str(), *port);
        let mut connection = SmtpConnection::connect(address, Some(*timeout), &self.name, from_start, None)
            .map_err(at(Stage::Greeting))?;
        if *security == Security::Starttls {
            connection.starttls(&self.tls, &self.name).map_err(at(Stage::Security))?;
        }
        let able = connection.command(Ehlo::new(self.name.clone())).map_err(at(Stage::Greeting))?;
        if let Some(credentials) = &self.credentials {
            connection.auth(&[Mechanism::Plain, Mechanism::Login], credentials).map_err(at(Stage::Login))?;
        }
        Ok(Line { connection, largest: largest(&able) })
    }
}

/// This machine's name where a server can read it.
fn name() -> ClientId {
    let is_plain = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c));
    match ClientId::default() {
        ClientId::Domain(name) if !is_plain(&name) => ClientId::Ipv4(std::net::Ipv4Addr::LOCALHOST),
        other => other,
    }
}

/// The largest message that a server takes (RFC 1870), if it says so.
fn largest(able: &Response) -> Option<usize> {
    let size = able.message().find_map(|line| line.strip_prefix("SIZE "))?;
    size.trim().parse().ok().filter(|&bytes| bytes > 0)
}

/// An open connection.
pub(super) struct Line {
    connection: SmtpConnection,
    largest: Option<usize>,
}

impl Line {
    /// Hands a message over; gives back what the server said when it took it.
    pub(super) fn hand_over(&mut self, from: &str, to: &str, eml: &[u8]) -> Result<String, Trouble> {
        let at = |stage| move |error: Error| Trouble::at(stage, &error);
        if let Some(largest) = self.largest.filter(|&largest| eml.len() > largest) {
            return Err(Trouble::of_message("A925", format!("SIZE {largest} < {}", eml.len())));
        }
        let address = |text| Address::from_str(text).map_err(|error| Trouble::of_message("A923", error.to_string()));
        let mut options: Vec<MailParameter> =
            self.largest.map(|_| MailParameter::Size(eml.len())).into_iter().collect();
        if !from.is_ascii() || !to.is_ascii() {
            options.push(MailParameter::SmtpUtfEight);
        }
        self.connection.command(Mail::new(Some(address(from)?), options)).map_err(at(Stage::Sender))?;
        self.connection.command(Rcpt::new(address(to)?, Vec::new())).map_err(at(Stage::Recipient))?;
        let go_on = self.connection.command(Data).map_err(at(Stage::Content))?;
        expect(&go_on, 354)?;
        // The line's end before the final dot is the message's own.
        let taken = self.connection.message(eml.strip_suffix(b"\r\n").unwrap_or(eml)).map_err(at(Stage::Content))?;
        expect(&taken, 250)?;
        Ok(format!("{} {}", taken.code(), taken.message().collect::<Vec<_>>().join(" ")))
    }

    /// Ready for the next message after one that was not taken; `None` if the connection is gone.
    pub(super) fn ready_again(mut self) -> Option<Self> {
        self.connection.command(Rset).is_ok().then_some(self)
    }

    /// Says goodbye; nobody is left to mind if that fails.
    pub(super) fn close(mut self) {
        let _ = self.connection.quit();
    }
}

/// An answer of another meaning shows that answers and commands no longer belong together: nothing may be taken for sent.
fn expect(answer: &Response, code: u16) -> Result<(), Trouble> {
    if answer.has_code(code) {
        return Ok(());
    }
    let said = format!("{} {}", answer.code(), answer.first_line().unwrap_or_default());
    Err(Trouble { code: "A926", reach: Reach::Connection, answer: said, reason: None })
}
