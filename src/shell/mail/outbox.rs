//! `output/<period>/outbox/`: every message as a file before it goes over any wire; what was sent moves on to `da-gui/`.

use std::fs;
use std::path::{Path, PathBuf};

use super::outgoing::{Outgoing, State};
use super::trouble::Trouble;
use crate::digest::sha256;
use crate::mail::is_intact;
use crate::pipeline::Artifact;
use crate::shell::outputs::{self, not_written};
use crate::shell::problem::Problem;

/// The folder's name among a period's outputs.
const FOLDER: &str = "outbox";

/// Where sent messages lie in it.
const SENT: &str = "da-gui";

/// An outbox.
#[derive(Debug)]
pub(super) struct Outbox {
    /// Where it lies.
    pub(super) folder: PathBuf,
}

impl Outbox {
    /// The outbox of a period whose outputs lie in this folder.
    pub(super) fn of(outputs: &Path) -> Self {
        Self { folder: outputs.join(FOLDER) }
    }

    /// Where those lie that were sent.
    pub(super) fn sent(&self) -> PathBuf {
        self.folder.join(SENT)
    }

    /// Lays a letter into the outbox. A file that somebody has edited stays as it is, and its letter is held back.
    pub(super) fn lay(&self, letter: &mut Outgoing<'_>) -> Result<(), Problem> {
        match letter.state {
            // A ledger that was lost knows nothing of it.
            State::Ready if letter.open.is_none() && self.sent().join(letter.file()).exists() => {
                letter.state = State::SentBefore { at: None };
                return Ok(());
            }
            State::Ready => {}
            State::SentBefore { .. } => return self.file_away(letter),
            State::Sent { .. } | State::Unsent(_) => return Ok(()),
        }
        let path = self.folder.join(letter.file());
        if let Ok(there) = fs::read(&path) {
            if !is_intact(&there) {
                letter.state = State::Unsent(Trouble::of_message("A929", letter.file()));
                return Ok(());
            }
            if letter.open.as_ref().is_some_and(|hash| *hash == sha256(&there)) {
                letter.become_earlier(there);
                return Ok(());
            }
            fs::remove_file(&path).map_err(|cause| not_written(&path, cause))?;
        }
        self.clear_older(letter)?;
        outputs::add(&self.folder, &[Artifact::new(letter.file(), letter.eml.clone())]).map(|_| ())
    }

    /// Moves a sent letter out of the way, if it is still there.
    pub(super) fn file_away(&self, letter: &Outgoing<'_>) -> Result<(), Problem> {
        let (from, folder) = (self.folder.join(letter.file()), self.sent());
        if !from.exists() {
            return Ok(());
        }
        let to = folder.join(letter.file());
        fs::create_dir_all(&folder).and_then(|()| fs::rename(&from, &to)).map_err(|cause| not_written(&to, cause))
    }

    /// Removes older letters of this kind for this recipient, which nobody needs any more; not those that were edited.
    fn clear_older(&self, letter: &Outgoing<'_>) -> Result<(), Problem> {
        let Ok(entries) = fs::read_dir(&self.folder) else { return Ok(()) };
        let files =
            entries.filter_map(Result::ok).filter(|entry| letter.replaces(&entry.file_name().to_string_lossy()));
        for path in files.map(|entry| entry.path()) {
            if fs::read(&path).is_ok_and(|bytes| is_intact(&bytes)) {
                fs::remove_file(&path).map_err(|cause| not_written(&path, cause))?;
            }
        }
        Ok(())
    }
}
