//! Why a run could not go on, as a key of the catalogue with what it names.

use std::io;
use std::path::Path;

use crate::text::{Args, Catalog};

/// A reason to stop with exit status 2.
#[derive(Debug, thiserror::Error)]
#[error("{key}: {args:?}")]
pub(crate) struct Problem {
    key: &'static str,
    args: Args,
    #[source]
    cause: Option<io::Error>,
}

impl Problem {
    /// A problem worded by this key.
    pub(crate) fn new(key: &'static str) -> Self {
        Self { key, args: Args::new(), cause: None }
    }

    /// Names something in the wording.
    pub(crate) fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.insert(name, value.to_string());
        self
    }

    /// Names a file, with `/` on every system.
    pub(crate) fn path(self, path: &Path) -> Self {
        self.arg("path", slashed(path))
    }

    /// Says what the system said.
    pub(crate) fn cause(mut self, cause: io::Error) -> Self {
        self.cause = Some(cause);
        self
    }

    /// The problem in the catalogue's words.
    pub(crate) fn word(&self, catalog: &Catalog) -> String {
        let text = catalog.find(self.key, &self.args).unwrap_or_else(|| self.to_string());
        match &self.cause {
            Some(cause) => format!("{text} ({})", word_cause(cause, catalog)),
            None => text,
        }
    }
}

fn word_cause(cause: &io::Error, catalog: &Catalog) -> String {
    match cause.kind() {
        io::ErrorKind::NotFound => catalog.get("io-not-found"),
        io::ErrorKind::PermissionDenied => catalog.get("io-permission-denied"),
        io::ErrorKind::StorageFull => catalog.get("io-storage-full"),
        io::ErrorKind::IsADirectory => catalog.get("io-is-a-directory"),
        io::ErrorKind::NotADirectory => catalog.get("io-not-a-directory"),
        _ => cause.to_string(),
    }
}

/// Any error of the shell in the catalogue's words; what the catalogue does not know is shown as it is.
pub(crate) fn word(error: &anyhow::Error, catalog: &Catalog) -> String {
    match error.downcast_ref::<Problem>() {
        Some(problem) => problem.word(catalog),
        None => format!("{error:#}"),
    }
}

/// A path with `/` between its parts.
pub(crate) fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}

/// The known name nearest to a mistyped one, if any is near.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const NEAR: f64 = 0.75;
    let wanted = name.to_lowercase();
    let scored = known.into_iter().map(|k| (strsim::jaro_winkler(&wanted, &k.to_lowercase()), k));
    scored.filter(|(score, _)| *score >= NEAR).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, k)| k)
}
