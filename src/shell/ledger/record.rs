//! Adds to the ledger: one transaction, which holds it against every other run until it ends.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OptionalExtension, Result, Transaction, TransactionBehavior, params};

use super::fault::Refused;
use super::{Ledger, PATIENCE, read};
use crate::ledger::{Chain, Event, FindingEvent, Head, SubmissionEntry, Waiver};
use crate::model::PeriodId;
use crate::shell::problem::Problem;

/// What is being added; without [`Recording::commit`] nothing is.
#[derive(Debug)]
pub(crate) struct Recording<'l> {
    db: Transaction<'l>,
    path: &'l Path,
}

impl Ledger {
    /// The hash of a chain's last entry, if it has one.
    pub(crate) fn head(&self, chain: Chain) -> Result<Option<String>, Problem> {
        let end = head(&self.db, chain).map_err(|error| self.refused(&error))?;
        Ok((!end.is_empty()).then_some(end.hash))
    }

    /// Begins to add. `waiting` is called when another run is adding, whose end is waited for.
    pub(crate) fn record(&self, waiting: impl FnOnce()) -> Result<Recording<'_>, Problem> {
        let db = begin(&self.db, waiting).map_err(|error| Refused(&self.path).word(&error))?;
        Ok(Recording { db, path: &self.path })
    }
}

fn begin(db: &Connection, waiting: impl FnOnce()) -> Result<Transaction<'_>> {
    let attempt = || Transaction::new_unchecked(db, TransactionBehavior::Immediate);
    db.busy_timeout(Duration::ZERO)?;
    let first = attempt();
    db.busy_timeout(PATIENCE)?;
    match first {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => {
            waiting();
            attempt()
        }
        other => other,
    }
}

impl Recording<'_> {
    /// Appends the arrivals that the ledger does not know yet; gives back the head of the submissions' chain.
    pub(crate) fn receive(&self, entries: &[SubmissionEntry]) -> Result<Head, Problem> {
        self.worded(|db| {
            let mut head = head(db, Chain::Submissions)?;
            for entry in entries {
                if !is_known(db, entry)? {
                    head = append(db, Chain::Submissions, &head, entry)?;
                }
            }
            Ok(head)
        })
    }

    /// Appends an event.
    pub(crate) fn tell(&self, event: &Event) -> Result<(), Problem> {
        self.worded(|db| append(db, Chain::Events, &head(db, Chain::Events)?, event).map(|_| ()))
    }

    /// Whether these bytes are kept already, or must not be kept because they are forgotten.
    pub(crate) fn needs(&self, sha256: &str) -> Result<bool, Problem> {
        self.worded(|db| Ok(!read::has(db, sha256)? && !read::is_forgotten(db, sha256)?))
    }

    /// Keeps bytes whose hash this is.
    pub(crate) fn keep(&self, sha256: &str, bytes: &[u8]) -> Result<(), Problem> {
        self.worded(|db| {
            let mut insert = db.prepare_cached("INSERT INTO bytes (sha256, content) VALUES (?, ?)")?;
            insert.execute(params![sha256, bytes]).map(|_| ())
        })
    }

    /// Removes bytes; an event must have said so.
    pub(super) fn remove(&self, sha256: &str) -> Result<(), Problem> {
        self.worded(|db| db.execute("DELETE FROM bytes WHERE sha256 = ?", [sha256]).map(|_| ()))
    }

    /// What became of a period's findings so far, in order of time.
    pub(crate) fn findings(&self, period: &PeriodId) -> Result<Vec<FindingEvent>, Problem> {
        let events = self.worded(|db| read::events(db, "finding", period.as_str()))?;
        let finding = |event| if let Event::Finding(finding) = event { Some(finding) } else { None };
        Ok(events.into_iter().filter_map(finding).collect())
    }

    /// What became of a period's waivers so far, in order of time.
    pub(crate) fn waivers(&self, period: &PeriodId) -> Result<Vec<Waiver>, Problem> {
        let events = self.worded(|db| read::events(db, "waiver", period.as_str()))?;
        let waiver = |event| if let Event::Waiver(waiver) = event { Some(waiver) } else { None };
        Ok(events.into_iter().filter_map(waiver).collect())
    }

    /// Makes everything last.
    pub(crate) fn commit(self) -> Result<(), Problem> {
        self.db.commit().map_err(|error| Refused(self.path).word(&error))
    }

    fn worded<T>(&self, run: impl FnOnce(&Connection) -> Result<T>) -> Result<T, Problem> {
        run(&self.db).map_err(|error| Refused(self.path).word(&error))
    }
}

/// The end of a chain.
fn head(db: &Connection, chain: Chain) -> Result<Head> {
    let sql = format!("SELECT position, hash FROM {} ORDER BY position DESC LIMIT 1", chain.key());
    let row = db.prepare_cached(&sql)?.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    row.map_or_else(|| Ok(Head::default()), |(position, hash)| Ok(Head { position: read::unsigned(position)?, hash }))
}

fn is_known(db: &Connection, entry: &SubmissionEntry) -> Result<bool> {
    let mut of_hash = db.prepare_cached("SELECT body FROM submissions WHERE sha256 = ?")?;
    let bodies = of_hash.query_map([&entry.sha256], |row| row.get::<_, String>(0))?;
    for body in bodies {
        if read::entry::<SubmissionEntry>(&body?)?.arrival() == entry.arrival() {
            return Ok(true);
        }
    }
    Ok(false)
}

fn append(db: &Connection, chain: Chain, head: &Head, entry: &impl serde::Serialize) -> Result<Head> {
    let body = serde_json::to_string(entry).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    let link = chain.link(head, body);
    let sql = format!("INSERT INTO {} (position, prev, hash, body) VALUES (?, ?, ?, ?)", chain.key());
    let position =
        i64::try_from(link.position).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    db.prepare_cached(&sql)?.execute(params![position, link.prev, link.hash, link.body])?;
    Ok(Head::from(&link))
}
