//! A house with a mail server: its folders, settings and certificates, and a look into its inbox.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};

use clap::Parser;
use serde_json::Value;

use super::super::{Delivery, deliver};
use super::period;
use crate::ledger::{Mail, MailStep};
use crate::mail::{Kind, Message};
use crate::model::PeriodId;
use crate::shell::args::Arguments;
use crate::shell::findings::Findings;
use crate::shell::ledger::Ledger;
use crate::shell::session::Session;
use crate::text::{Catalog, Lang};

/// A tool of `tests/tools`, run by the Python that `scripts/test` installs.
fn tool(name: &str) -> Command {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = Command::new(root.join("target/tools/venv/bin/python"));
    command.arg(root.join("tests/tools").join(name));
    command
}

/// A folder with settings and certificates, and a server once it is started.
pub(super) struct House {
    pub(super) folder: tempfile::TempDir,
    server: Option<Child>,
    port: u16,
}

impl Drop for House {
    fn drop(&mut self) {
        self.stop();
    }
}

impl House {
    /// A house whose server has this certificate.
    pub(super) fn with(certificate: &str, security: &str, size: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        assert!(tool("certificates.py").arg(folder.path().join("input")).status().unwrap().success());
        let mut house = Self { folder, server: None, port: 0 };
        house.start(certificate, security, size);
        house.password("bí mật 123");
        house.settings(security, "timeout_seconds = 2\nwait_seconds = 0\n");
        house
    }

    pub(super) fn new() -> Self {
        Self::with("server.pem", "starttls", 1_000_000)
    }

    pub(super) fn start(&mut self, certificate: &str, security: &str, size: usize) {
        self.start_without("", certificate, security, size);
    }

    /// Starts a server that does not offer this way of logging in.
    pub(super) fn start_without(&mut self, mechanism: &str, certificate: &str, security: &str, size: usize) {
        let mut command = tool("smtp_server.py");
        command.arg(self.folder.path().join("inbox")).arg(self.input().join(certificate));
        command.args([security, &self.port.to_string(), &size.to_string(), mechanism]);
        let mut server = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
        self.port = line.trim().parse().unwrap();
        self.server = Some(server);
    }

    pub(super) fn stop(&mut self) {
        if let Some(mut server) = self.server.take() {
            server.kill().unwrap();
            server.wait().unwrap();
        }
    }

    pub(super) fn input(&self) -> PathBuf {
        self.folder.path().join("input")
    }

    pub(super) fn password(&self, password: &str) {
        let path = self.input().join("mat-khau.txt");
        fs::write(&path, password).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    }

    pub(super) fn settings(&self, security: &str, more: &str) {
        let text = format!(
            "[from]\nname = \"UBND xã Tứ Kỳ\"\naddress = \"cchc@tuky.example\"\n[reply_to]\naddress = \"vp@tuky.example\"\n\
             [server]\nhost = \"127.0.0.1\"\nport = {}\nsecurity = \"{security}\"\nuser = \"cchc\"\n\
             password_file = \"mat-khau.txt\"\nca_file = \"ca.pem\"\n{more}",
            self.port
        );
        fs::write(self.input().join("mail.toml"), text).unwrap();
    }

    pub(super) fn session(&self) -> Session<'static> {
        let (input, output) = (self.input(), self.folder.path().join("output"));
        let line = ["cchc", "--input", input.to_str().unwrap(), "--output", output.to_str().unwrap()];
        Session::new(Arguments::try_parse_from(line).unwrap().options, Catalog::of(Lang::Vi))
    }

    /// Hands messages over; gives back the exit status and the counts of messages ready, sent, sent before and not sent.
    pub(super) fn deliver(&self, messages: &[Message], yes: bool) -> (u8, [usize; 4]) {
        let session = self.session();
        let status =
            deliver(&session, (Kind::Return, &period()), messages, &Findings::default(), &Delivery { yes }).unwrap();
        let counts = session.noted.borrow().counts.clone();
        let status = (0..=2).find(|&number| ExitCode::from(number) == status).unwrap();
        (status, ["ready", "sent", "sent_before", "unsent"].map(|key| counts[key]))
    }

    /// Why messages cannot be sent at all.
    pub(super) fn refusal(&self, messages: &[Message]) -> anyhow::Error {
        let delivery = Delivery { yes: true };
        deliver(&self.session(), (Kind::Return, &period()), messages, &Findings::default(), &delivery).unwrap_err()
    }

    /// Names of the files in a folder of the period's outbox, in order.
    pub(super) fn outbox(&self, below: &str) -> Vec<String> {
        files(&self.folder.path().join("output/2025-Q4/outbox").join(below))
    }

    pub(super) fn inbox(&self) -> Vec<Value> {
        let folder = self.folder.path().join("inbox");
        let paths = files(&folder).into_iter().map(|name| folder.join(name));
        let said = tool("read_mail.py").args(paths).output().unwrap().stdout;
        serde_json::from_slice::<Vec<Value>>(&said).unwrap()
    }

    pub(super) fn mails(&self) -> Vec<Mail> {
        let path = self.session().ledger();
        if path.exists() { Ledger::read(&path).unwrap().mails(&PeriodId::new("2025-Q4")).unwrap() } else { Vec::new() }
    }

    /// Steps and codes in the ledger of messages to this address.
    pub(super) fn steps(&self, to: &str) -> Vec<(MailStep, Option<String>)> {
        let of = |mail: &Mail| mail.to.split('@').next() == Some(to);
        self.mails().into_iter().filter(of).map(|mail| (mail.step, mail.code.map(|code| code.to_string()))).collect()
    }
}

fn files(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> = entries
        .map(Result::unwrap)
        .filter(|entry| entry.path().is_file() && !entry.file_name().to_string_lossy().starts_with('.'))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
