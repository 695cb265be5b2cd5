//! Proves the whole ledger: the database, both chains, every stored byte, and the outputs on disk against it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::{Connection, Result};
use rusqlite_migration::SchemaVersion;
use serde::de::DeserializeOwned;

use super::{Ledger, MIGRATIONS};
use crate::digest::sha256;
use crate::ledger::{Broken, Chain, Event, Head, Link, Reader, Run, SubmissionEntry};
use crate::shell::outputs::{self, Manifest};
use crate::shell::problem::Problem;

/// Something that is not as the ledger says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// SQLite finds the file itself damaged; in its words.
    Database(String),
    /// A table, trigger or view of this name is not the program's.
    Schema(String),
    /// The first entry that breaks a chain.
    Entry(Broken),
    /// Stored bytes of this hash are not what they should be; how, as a key: `changed`, `missing`, `remaining` (though
    /// forgotten) or `unnamed` (no entry speaks of them).
    Bytes(String, &'static str),
    /// A head that is in no place of the submissions' chain, and where it is written.
    Head(String, String),
    /// An output of a period; how, as a key: `missing`, `changed` or `unrecorded`.
    Output(String, &'static str),
}

/// What was proved, and what was found wrong.
#[derive(Debug, Default)]
pub(crate) struct Proof {
    /// The head of each chain as far as it holds.
    pub(crate) heads: BTreeMap<Chain, Head>,
    /// Files whose bytes are kept.
    pub(crate) kept: usize,
    /// Files whose bytes are forgotten, by hash.
    pub(crate) forgotten: BTreeSet<String>,
    /// Files of which the hash alone was ever kept.
    pub(crate) by_hash: usize,
    /// Outputs on disk that are as recorded.
    pub(crate) outputs: usize,
    /// What is wrong.
    pub(crate) flaws: Vec<Flaw>,
    /// Hash of each entry of the submissions' chain.
    known: BTreeMap<String, u64>,
}

impl Proof {
    /// Proves a ledger and the outputs beside it; `asked` is a head printed elsewhere.
    pub(crate) fn of(ledger: &Ledger, folder: &Path, asked: Option<&str>) -> Result<Self, Problem> {
        let mut proof = Self::default();
        proof.database(&ledger.db).map_err(|error| ledger.refused(&error))?;
        let submissions: Vec<SubmissionEntry> = proof.chain(ledger, Chain::Submissions)?;
        let events: Vec<Event> = proof.chain(ledger, Chain::Events)?;
        let manifests = proof.bytes(ledger, &submissions, &events).map_err(|error| ledger.refused(&error))?;
        proof.heads_of_runs(&events);
        proof.outputs(folder, &manifests)?;
        if let Some(head) = asked {
            proof.head(head, "--head");
        }
        Ok(proof)
    }

    /// Of a database that cannot be read at all.
    pub(crate) fn unreadable(said: String) -> Self {
        Self { flaws: vec![Flaw::Database(said)], ..Self::default() }
    }

    /// The position at which a head stands in the submissions' chain.
    pub(crate) fn position(&self, head: &str) -> Option<u64> {
        self.known.get(head).copied()
    }

    fn database(&mut self, db: &Connection) -> Result<()> {
        let mut check = db.prepare("PRAGMA integrity_check")?;
        let told: Vec<String> = check.query_map([], |row| row.get(0))?.collect::<Result<_>>()?;
        self.flaws.extend(told.into_iter().filter(|line| line != "ok").map(Flaw::Database));
        let mut fresh = Connection::open_in_memory()?;
        // The schema is the program's own; that it can be made is tested. An older ledger has the one of its time.
        let _ = match MIGRATIONS.current_version(db) {
            Ok(SchemaVersion::Inside(version)) => MIGRATIONS.to_version(&mut fresh, version.get()),
            _ => MIGRATIONS.to_latest(&mut fresh),
        };
        let (ours, theirs) = (schema(&fresh)?, schema(db)?);
        let names: BTreeSet<&String> = ours.keys().chain(theirs.keys()).collect();
        let differing = names.into_iter().filter(|name| ours.get(*name) != theirs.get(*name));
        self.flaws.extend(differing.map(|name| Flaw::Schema(name.clone())));
        Ok(())
    }

    fn chain<E: DeserializeOwned>(&mut self, ledger: &Ledger, chain: Chain) -> Result<Vec<E>, Problem> {
        let mut reader = Reader::new(chain);
        let mut entries = Vec::new();
        for link in ledger.links(chain)? {
            match reader.next(&link) {
                Ok(entry) => entries.push(entry),
                Err(broken) => {
                    self.flaws.push(Flaw::Entry(broken));
                    break;
                }
            }
            if chain == Chain::Submissions {
                self.known.insert(link.hash, link.position);
            }
        }
        self.heads.insert(chain, reader.head().clone());
        Ok(entries)
    }

    /// Hashes all stored bytes; gives back the manifests of all runs by their hashes.
    fn bytes(
        &mut self,
        ledger: &Ledger,
        submissions: &[SubmissionEntry],
        events: &[Event],
    ) -> Result<BTreeMap<String, Manifest>> {
        let runs = || events.iter().filter_map(|event| if let Event::Run(run) = event { Some(run) } else { None });
        let gone = |event: &Event| if let Event::Forgotten(gone) = event { Some(gone.sha256.clone()) } else { None };
        self.forgotten = events.iter().filter_map(gone).collect();
        let by_hash: BTreeSet<&str> =
            submissions.iter().filter(|entry| !entry.kept).map(|entry| &*entry.sha256).collect();
        self.by_hash = by_hash.len();
        let wanted: BTreeSet<&str> = runs().map(|run| &*run.manifest).collect();
        let mut manifests = BTreeMap::new();
        let mut stored = BTreeSet::new();
        let mut all = ledger.db.prepare("SELECT sha256, content FROM bytes ORDER BY rowid")?;
        let mut rows = all.query([])?;
        while let Some(row) = rows.next()? {
            let (hash, content): (String, Vec<u8>) = (row.get(0)?, row.get(1)?);
            if sha256(&content) != hash {
                self.flaws.push(Flaw::Bytes(hash.clone(), "changed"));
            } else if wanted.contains(&*hash) {
                manifests.extend(Manifest::parse(&content).map(|manifest| (hash.clone(), manifest)));
            }
            stored.insert(hash);
        }
        self.kept = stored.len();
        let inputs = manifests.values().flat_map(|manifest: &Manifest| &manifest.inputs);
        let of_runs = inputs.filter_map(|input| input.sha256.as_deref()).filter(|hash| !by_hash.contains(hash));
        let kept = submissions.iter().filter(|entry| entry.kept).map(|entry| &*entry.sha256);
        let dossiers = runs().filter_map(|run| run.dossiers.as_deref());
        let named: BTreeSet<&str> = kept.chain(of_runs).chain(wanted).chain(dossiers).collect();
        let missing = named.iter().filter(|hash| !stored.contains(**hash) && !self.forgotten.contains(**hash));
        let mut flaws: Vec<Flaw> = missing.map(|hash| Flaw::Bytes((*hash).to_owned(), "missing")).collect();
        let remaining = stored.intersection(&self.forgotten);
        flaws.extend(remaining.map(|hash| Flaw::Bytes(hash.clone(), "remaining")));
        let unnamed = stored.iter().filter(|hash| !named.contains(hash.as_str()) && !self.forgotten.contains(*hash));
        flaws.extend(unnamed.map(|hash| Flaw::Bytes(hash.clone(), "unnamed")));
        self.flaws.extend(flaws);
        Ok(manifests)
    }

    /// Each run names the end of the submissions' chain at its time; a chain cut short does not have it.
    pub(super) fn heads_of_runs(&mut self, events: &[Event]) {
        for (number, event) in (1..).zip(events) {
            let Event::Run(Run { head, submissions, .. }) = event else { continue };
            if self.known.get(head).copied().unwrap_or_default() != *submissions {
                let place = format!("{} {number}", Chain::Events.key());
                self.flaws.push(Flaw::Head(head.clone(), place));
            }
        }
    }

    /// Takes note of the hash of each entry of the submissions' chain.
    pub(super) fn know(&mut self, links: impl Iterator<Item = Link>) {
        self.known.extend(links.map(|link| (link.hash, link.position)));
    }

    /// Whether a head, written in this place, is one of the submissions' chain.
    pub(super) fn head(&mut self, head: &str, place: &str) {
        if !self.known.contains_key(head) {
            self.flaws.push(Flaw::Head(head.to_owned(), place.to_owned()));
        }
    }

    /// Every output on disk is as its manifest says, and the manifest is that of a run.
    fn outputs(&mut self, folder: &Path, manifests: &BTreeMap<String, Manifest>) -> Result<(), Problem> {
        for (period, bytes) in outputs::manifests(folder)? {
            let name = |path: &str| format!("{period}/{path}");
            let hash = sha256(&bytes);
            let Some(manifest) = manifests.get(&hash) else {
                self.flaws.push(Flaw::Output(name("manifest.json"), "unrecorded"));
                continue;
            };
            if let Some(head) = &manifest.chain_head {
                self.head(head, &name("manifest.json"));
            }
            for output in &manifest.outputs {
                let there = outputs::hash_in(&folder.join(&period), &output.path);
                if there == output.sha256 {
                    self.outputs += 1;
                } else {
                    let how = if there.is_some() { "changed" } else { "missing" };
                    self.flaws.push(Flaw::Output(name(&output.path), how));
                }
            }
        }
        Ok(())
    }
}

/// The text of every table, index, trigger and view by name, and the version.
fn schema(db: &Connection) -> Result<BTreeMap<String, Option<String>>> {
    let mut all = db.prepare("SELECT type || ' ' || name || ' ' || tbl_name, sql FROM sqlite_master")?;
    let mut schema: BTreeMap<String, Option<String>> =
        all.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_>>()?;
    for name in ["user_version", "application_id", "encoding"] {
        let value = db.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, rusqlite::types::Value>(0))?;
        schema.insert(name.to_owned(), Some(format!("{value:?}")));
    }
    Ok(schema)
}
