//! Removes bytes from the ledger so that nothing of them is left in its file.

use super::run::now;
use super::{Ledger, read};
use crate::ledger::{Chain, Event, Forgotten, SubmissionEntry};
use crate::shell::problem::Problem;

/// How many digits of a hash name it at least.
const FEWEST_DIGITS: usize = 8;

impl Ledger {
    /// Removes the bytes of the file whose hash is this, or begins so, and says which file it was. The entry comes first:
    /// without it the bytes cannot go. Freed pages are overwritten by `secure_delete`; `VACUUM` gives them back.
    pub(crate) fn forget(
        &self,
        sha256: &str,
        reason: &str,
        waiting: impl FnOnce(),
    ) -> Result<SubmissionEntry, Problem> {
        if reason.trim().is_empty() {
            return Err(Problem::new("error-no-reason"));
        }
        let recording = self.record(waiting)?;
        let entry = self.named(sha256)?;
        if !entry.kept || recording.needs(&entry.sha256)? || self.bytes(&entry.sha256)?.is_none() {
            return Err(Problem::new("error-not-kept").arg("sha256", entry.sha256));
        }
        let (at, hash) = (now(), entry.sha256.clone());
        recording.tell(&Event::Forgotten(Forgotten { at, sha256: hash, reason: reason.trim().to_owned() }))?;
        recording.remove(&entry.sha256)?;
        recording.commit()?;
        self.db.execute_batch("VACUUM").map_err(|error| self.refused(&error))?;
        Ok(entry)
    }

    /// The one file that came whose hash is this, or begins so.
    fn named(&self, sha256: &str) -> Result<SubmissionEntry, Problem> {
        let unknown = || Problem::new("error-unknown-hash").arg("sha256", sha256);
        if sha256.len() < FEWEST_DIGITS {
            return Err(unknown());
        }
        let wanted = sha256.to_ascii_lowercase();
        let links = self.links(Chain::Submissions)?;
        let mut found: Vec<SubmissionEntry> = Vec::new();
        for link in &links {
            let entry: SubmissionEntry = read::entry(&link.body).map_err(|error| self.refused(&error))?;
            if entry.sha256.starts_with(&wanted) && !found.iter().any(|known| known.sha256 == entry.sha256) {
                found.push(entry);
            }
        }
        match found.len() {
            1 => found.pop().ok_or_else(unknown),
            0 => Err(unknown()),
            _ => Err(Problem::new("error-ambiguous-hash").arg("sha256", sha256)),
        }
    }
}
