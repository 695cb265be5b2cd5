//! What came for a period, with its place in the chain and what is kept of it.

use serde::Serialize;

use super::{Ledger, read};
use crate::digest::sha256;
use crate::ledger::{Chain, SubmissionEntry};
use crate::model::PeriodId;
use crate::shell::problem::Problem;

/// A file that came.
#[derive(Debug)]
pub(crate) struct Came {
    /// Its place in the chain, from 1.
    pub(crate) position: u64,
    /// Its entry.
    pub(crate) entry: SubmissionEntry,
    /// What is kept of it.
    pub(crate) stored: Stored,
}

/// What the ledger keeps of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Stored {
    /// Its bytes.
    Kept,
    /// Nothing any more but the entry.
    Forgotten,
    /// Its hash; never its bytes.
    HashAlone,
    /// Nothing yet: no report has read it.
    Unrecorded,
}

impl Ledger {
    /// What came for a period, in the order of the chain.
    pub(crate) fn came_for(&self, period: &PeriodId) -> Result<Vec<Came>, Problem> {
        let mut all = Vec::new();
        for link in self.links(Chain::Submissions)? {
            let entry: SubmissionEntry = read::entry(&link.body).map_err(|error| self.refused(&error))?;
            if entry.period == *period {
                all.push(Came { position: link.position, stored: self.stored(&entry.sha256)?, entry });
            }
        }
        Ok(all)
    }

    /// What is kept of the file of this hash.
    pub(crate) fn stored(&self, sha256: &str) -> Result<Stored, Problem> {
        let refused = |error: rusqlite::Error| self.refused(&error);
        Ok(if read::has(&self.db, sha256).map_err(refused)? {
            Stored::Kept
        } else if read::is_forgotten(&self.db, sha256).map_err(refused)? {
            Stored::Forgotten
        } else if read::came(&self.db, sha256).map_err(refused)? {
            Stored::HashAlone
        } else {
            Stored::Unrecorded
        })
    }

    /// The bytes of this hash, if they are kept and still have it.
    pub(crate) fn original(&self, hash: &str) -> Result<Option<Vec<u8>>, Problem> {
        let bytes = self.bytes(hash)?;
        if bytes.as_deref().is_none_or(|bytes| sha256(bytes) == hash) {
            Ok(bytes)
        } else {
            Err(Problem::new("error-ledger-broken").path(&self.path))
        }
    }
}
