//! `output/ledger.sqlite`: entries in two chains and the bytes they speak of, stored with SQLite.

mod came;
mod export;
mod exported;
mod fault;
mod files;
mod forget;
mod load;
mod mails;
mod proof;
mod read;
mod record;
mod replay;
mod run;
#[cfg(test)]
mod tests;
mod versions;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};
use rusqlite_migration::{M, Migrations, SchemaVersion};

pub(crate) use came::{Came, Stored};
pub(crate) use files::OnDisk;
pub(crate) use load::{Absent, RecordedRun, Restored, load};
pub(crate) use proof::{Flaw, Proof};
pub(crate) use record::Recording;
pub(crate) use replay::Comparison;
pub(crate) use run::{RunRecord, now};
pub(crate) use versions::Sendings;

use super::problem::Problem;
use fault::Refused;

/// The file's name in the output folder.
pub(crate) const FILE: &str = "ledger.sqlite";

/// What marks a database as a ledger: `cchc`.
const APPLICATION: i64 = 0x6363_6863;

/// How long a lock of another run is waited for.
const PATIENCE: Duration = Duration::from_mins(10);

static MIGRATIONS: LazyLock<Migrations<'static>> =
    LazyLock::new(|| Migrations::new(vec![M::up(include_str!("schema.sql")), M::up(include_str!("mails.sql"))]));

/// An open ledger.
#[derive(Debug)]
pub(crate) struct Ledger {
    db: Connection,
    path: PathBuf,
}

impl Ledger {
    /// Opens the ledger to add to it, and begins one where there is none. What is no ledger is never touched.
    pub(crate) fn open(path: &Path) -> Result<Self, Problem> {
        let refused = Refused(path);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let mut db = connect(path, flags).map_err(|error| refused.word(&error))?;
        check(&db, path)?;
        prepare(&mut db).map_err(|error| refused.word(&error))?;
        Ok(Self { db, path: path.to_owned() })
    }

    /// Opens a ledger that is there to add to it.
    pub(crate) fn open_existing(path: &Path) -> Result<Self, Problem> {
        if !path.exists() {
            return Err(none(path));
        }
        Self::open(path)
    }

    /// Opens the ledger to read it.
    pub(crate) fn read(path: &Path) -> Result<Self, Problem> {
        Self::read_if_any(path)?.ok_or_else(|| none(path))
    }

    /// Opens the ledger to read it, if there is one. A file that a run was about to make a ledger of when it was killed is none.
    pub(crate) fn read_if_any(path: &Path) -> Result<Option<Self>, Problem> {
        if !path.exists() {
            return Ok(None);
        }
        let db = connect_reading(path).map_err(|error| Refused(path).word(&error))?;
        check(&db, path)?;
        let is_begun = tables(&db).map_err(|error| Refused(path).word(&error))? > 0;
        Ok(is_begun.then(|| Self { db, path: path.to_owned() }))
    }
}

fn none(path: &Path) -> Problem {
    Problem::new("error-no-ledger").path(path)
}

fn tables(db: &Connection) -> rusqlite::Result<i64> {
    db.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))
}

fn connect(path: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
    let db = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    db.busy_timeout(PATIENCE)?;
    // Nothing runs that the file itself brings along, and broken pages are noticed.
    db.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA recursive_triggers = ON;")?;
    Ok(db)
}

/// A run that was killed leaves a journal, which only a connection that may write can roll back.
fn connect_reading(path: &Path) -> rusqlite::Result<Connection> {
    let db = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    match tables(&db) {
        Err(error) if matches!(error.sqlite_error_code(), Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen)) => {
            tables(&connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?)?;
            connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
        }
        other => other.map(|_| db),
    }
}

/// Refuses what is no ledger, or a newer program's.
fn check(db: &Connection, path: &Path) -> Result<(), Problem> {
    let refused = |error: rusqlite::Error| Refused(path).word(&error);
    let number = |sql| db.query_row(sql, [], |row| row.get::<_, i64>(0)).map_err(refused);
    let application = number("PRAGMA application_id")?;
    let is_new = application == 0 && tables(db).map_err(refused)? == 0;
    if application != APPLICATION && !is_new {
        return Err(Problem::new("error-ledger-foreign").path(path));
    }
    match MIGRATIONS.current_version(db) {
        Ok(SchemaVersion::Outside(_)) => Err(Problem::new("error-ledger-newer").path(path)),
        Ok(_) => Ok(()),
        Err(_) => Err(Problem::new("error-ledger-broken").path(path)),
    }
}

/// A rollback journal works on network shares too, where a write-ahead log does not; `EXTRA` waits for the folder's entry
/// as well, so that no power cut takes back what outputs already name. Pages of removed bytes are overwritten.
fn prepare(db: &mut Connection) -> rusqlite::Result<()> {
    db.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    db.execute_batch("PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON;")?;
    db.set_transaction_behavior(TransactionBehavior::Immediate);
    let latest = |db: &Connection| MIGRATIONS.pending_migrations(db).is_ok_and(|pending| pending == 0);
    if latest(db) {
        return Ok(());
    }
    match MIGRATIONS.to_latest(db) {
        // Another run may have been faster.
        Err(_) if latest(db) => Ok(()),
        Err(rusqlite_migration::Error::RusqliteError { err, .. }) => Err(err),
        _ => Ok(()),
    }
}
