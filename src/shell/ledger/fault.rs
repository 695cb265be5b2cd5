//! What SQLite refuses, in words of the catalogue.

use std::io;
use std::path::Path;

use rusqlite::{Error, ErrorCode};

use crate::shell::problem::Problem;

/// A ledger that could not be used.
pub(super) struct Refused<'p>(pub(super) &'p Path);

impl Refused<'_> {
    /// Why.
    pub(super) fn word(&self, error: &Error) -> Problem {
        let key = match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => "error-ledger-foreign",
            Some(ErrorCode::DatabaseCorrupt) => "error-ledger-broken",
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => "error-ledger-busy",
            Some(ErrorCode::DiskFull) => {
                return self.problem("error-not-written").cause(io::ErrorKind::StorageFull.into());
            }
            _ => return self.problem("error-ledger").arg("detail", error.to_string()),
        };
        self.problem(key)
    }

    fn problem(&self, key: &'static str) -> Problem {
        Problem::new(key).path(self.0)
    }
}
