//! What the ledger holds: entries of a chain, events of a kind, bytes.

use rusqlite::types::Type;
use rusqlite::{Connection, Error, OptionalExtension, Result};
use serde::de::DeserializeOwned;

use super::Ledger;
use super::fault::Refused;
use crate::ledger::{Chain, Event, Link, Run};
use crate::shell::problem::Problem;

impl Ledger {
    /// The entries of a chain, as stored, in their order.
    pub(crate) fn links(&self, chain: Chain) -> Result<Vec<Link>, Problem> {
        links(&self.db, chain).map_err(|error| self.refused(&error))
    }

    /// The bytes of this hash, if they are kept.
    pub(crate) fn bytes(&self, sha256: &str) -> Result<Option<Vec<u8>>, Problem> {
        let sql = "SELECT content FROM bytes WHERE sha256 = ?";
        let found = self.db.query_row(sql, [sha256], |row| row.get(0)).optional();
        found.map_err(|error| self.refused(&error))
    }

    pub(super) fn refused(&self, error: &Error) -> Problem {
        Refused(&self.path).word(error)
    }
}

fn links(db: &Connection, chain: Chain) -> Result<Vec<Link>> {
    let sql = format!("SELECT position, prev, hash, body FROM {} ORDER BY position", chain.key());
    let mut all = db.prepare(&sql)?;
    let link = |row: &rusqlite::Row<'_>| {
        Ok(Link { position: unsigned(row.get(0)?)?, prev: row.get(1)?, hash: row.get(2)?, body: row.get(3)? })
    };
    all.query_map([], link)?.collect()
}

/// Events of a kind about a period or a hash, in order of time.
pub(super) fn events(db: &Connection, kind: &str, subject: &str) -> Result<Vec<Event>> {
    let mut of_kind = db.prepare_cached("SELECT body FROM events WHERE kind = ? AND subject = ? ORDER BY position")?;
    let bodies = of_kind.query_map([kind, subject], |row| row.get::<_, String>(0))?;
    bodies.map(|body| entry(&body?)).collect()
}

/// All runs in order of time.
pub(super) fn runs(db: &Connection) -> Result<Vec<Run>> {
    let mut all = db.prepare_cached("SELECT body FROM events WHERE kind = 'run' ORDER BY position")?;
    let bodies = all.query_map([], |row| row.get::<_, String>(0))?;
    let run = |body: Result<String>| Ok(if let Event::Run(run) = entry(&body?)? { Some(run) } else { None });
    bodies.map(run).filter_map(Result::transpose).collect()
}

/// Whether bytes of this hash are kept.
pub(super) fn has(db: &Connection, sha256: &str) -> Result<bool> {
    db.prepare_cached("SELECT 1 FROM bytes WHERE sha256 = ?")?.exists([sha256])
}

/// Whether bytes of this hash were removed.
pub(super) fn is_forgotten(db: &Connection, sha256: &str) -> Result<bool> {
    db.prepare_cached("SELECT 1 FROM events WHERE kind = 'forgotten' AND subject = ?")?.exists([sha256])
}

/// Whether a file of this hash ever came.
pub(super) fn came(db: &Connection, sha256: &str) -> Result<bool> {
    db.prepare_cached("SELECT 1 FROM submissions WHERE sha256 = ?")?.exists([sha256])
}

/// An entry from its JSON.
pub(super) fn entry<E: DeserializeOwned>(body: &str) -> Result<E> {
    serde_json::from_str(body).map_err(|error| Error::FromSqlConversionFailure(0, Type::Text, error.into()))
}

/// SQLite knows no unsigned numbers.
pub(super) fn unsigned(number: i64) -> Result<u64> {
    u64::try_from(number).map_err(|error| Error::FromSqlConversionFailure(0, Type::Integer, error.into()))
}
