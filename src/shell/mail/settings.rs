//! `input/mail.toml` and the password that it names the place of.

use std::fmt;
use std::fs::{self, File};
use std::path::Path;
use std::slice;

use crate::model::{MailSettings, PasswordPlace};
use crate::plan::{self, PlanFile};
use crate::shell::problem::Problem;
use crate::shell::session::Session;

const FILE: &str = "mail.toml";

/// What `input/mail.toml` says; `None` where there is none.
pub(crate) fn settings(session: &Session<'_>) -> anyhow::Result<Option<MailSettings>> {
    let Some(text) = session.workspace.text(FILE)? else { return Ok(None) };
    let mut file = PlanFile { name: FILE.to_owned(), text };
    plan::mail(&file).map(Some).map_err(|problems| {
        file.text = plan::masked(&file.text);
        session.shown(&problems, slice::from_ref(&file)).into()
    })
}

/// A password. It has no form that could be shown.
pub(super) struct Password(String);

impl Password {
    /// Fetches it from its place.
    pub(super) fn fetch(place: &PasswordPlace, input: &Path) -> Result<Self, Problem> {
        let text = match place {
            PasswordPlace::Environment(name) => std::env::var(name).map_err(|_| missing(place))?,
            PasswordPlace::File(path) => from_file(&input.join(path))?,
        };
        if text.is_empty() { Err(missing(place)) } else { Ok(Self(text)) }
    }

    /// For the server alone.
    pub(super) fn reveal(self) -> String {
        self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password")
    }
}

fn missing(place: &PasswordPlace) -> Problem {
    let (kind, name) = match place {
        PasswordPlace::Environment(name) => ("variable", name),
        PasswordPlace::File(name) => ("file", name),
    };
    Problem::new("error-mail-no-password").arg("kind", kind).arg("place", name)
}

fn from_file(path: &Path) -> Result<String, Problem> {
    let unreadable = |cause| Problem::new("error-unreadable-text").path(path).cause(cause);
    refuse_open(&File::open(path).map_err(unreadable)?, path)?;
    let text = fs::read_to_string(path).map_err(unreadable)?;
    Ok(text.lines().next().unwrap_or_default().trim_start_matches('\u{feff}').to_owned())
}

/// A password that others can read is none.
#[cfg(unix)]
fn refuse_open(file: &File, path: &Path) -> Result<(), Problem> {
    use std::os::unix::fs::PermissionsExt;

    const OTHERS: u32 = 0o077;
    let is_open = file.metadata().is_ok_and(|about| about.permissions().mode() & OTHERS != 0);
    if is_open { Err(Problem::new("error-mail-password-open").path(path)) } else { Ok(()) }
}

/// Windows keeps such rights elsewhere; a folder of one's own is closed to others there.
#[cfg(not(unix))]
fn refuse_open(_file: &File, _path: &Path) -> Result<(), Problem> {
    Ok(())
}
