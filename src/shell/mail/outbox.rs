//! `output/<period>/outbox/`: every message as a file before it goes over any wire; what was sent moves on to `da-gui/`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::outgoing::{self, Outgoing, State};
use super::trouble::Trouble;
use crate::digest::sha256;
use crate::mail::{Kind, is_intact};
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

    /// Where a letter's file lies, if there is one.
    pub(super) fn find(&self, letter: &Outgoing<'_>) -> Option<PathBuf> {
        [self.folder.clone(), self.sent()]
            .map(|folder| folder.join(letter.file()))
            .into_iter()
            .find(|path| path.exists())
    }

    /// Lays a letter into the outbox. A file that somebody has edited stays as it is, and its letter is held back.
    pub(super) fn lay(&self, letter: &mut Outgoing<'_>) -> Result<(), Problem> {
        match letter.state {
            // A ledger that was lost, or an older one, does not know of it.
            State::Ready if self.sent().join(letter.file()).exists() => {
                letter.state = State::SentBefore { at: None };
                return Ok(());
            }
            State::Ready => {}
            State::SentBefore { .. } => {
                self.file_away(letter);
                return Ok(());
            }
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
        outputs::add(&self.folder, &[Artifact::new(letter.file(), letter.eml.clone())]).map(|_| ())
    }

    /// Moves a sent letter out of the way, if it is still there. One that cannot be moved now, such as one that is open in a mail
    /// program, is moved by a later run: whether it was sent stands in the ledger.
    pub(super) fn file_away(&self, letter: &Outgoing<'_>) {
        let (from, folder) = (self.folder.join(letter.file()), self.sent());
        if from.exists() {
            let _ = fs::create_dir_all(&folder).and_then(|()| fs::rename(&from, folder.join(letter.file())));
        }
    }

    /// Removes letters of this kind that nobody needs any more; not those that were edited. `letters` are all that there are.
    pub(super) fn clear_others(&self, kind: Kind, letters: &[Outgoing<'_>]) -> Result<(), Problem> {
        let Ok(entries) = fs::read_dir(&self.folder) else { return Ok(()) };
        let needed: BTreeSet<String> = letters.iter().map(Outgoing::file).collect();
        let is_idle = |name: &str| outgoing::is_of(kind, name) && !needed.contains(name);
        let idle = entries.filter_map(Result::ok).filter(|entry| is_idle(&entry.file_name().to_string_lossy()));
        for path in idle.map(|entry| entry.path()) {
            if fs::read(&path).is_ok_and(|bytes| is_intact(&bytes)) {
                fs::remove_file(&path).map_err(|cause| not_written(&path, cause))?;
            }
        }
        Ok(())
    }
}
