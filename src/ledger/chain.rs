//! Entries chained by SHA-256: each hash covers its entry, its place and the hash before it.

use serde::{Deserialize, Serialize};

use crate::digest::sha256;

/// Which chain an entry belongs to; part of what is hashed, so that no entry can move to the other chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chain {
    /// What came.
    Submissions,
    /// What was done.
    Events,
}

impl Chain {
    /// Both chains.
    pub const ALL: [Self; 2] = [Self::Submissions, Self::Events];

    /// Its name in the hashed text, in exports and as a table.
    pub fn key(self) -> &'static str {
        match self {
            Self::Submissions => "submissions",
            Self::Events => "events",
        }
    }

    /// The link that follows `head` with this entry, one line of JSON.
    pub fn link(self, head: &Head, body: String) -> Link {
        let (position, prev) = (head.position + 1, head.hash.clone());
        let hash = self.hash(position, &prev, &body);
        Link { position, prev, hash, body }
    }

    /// SHA-256 over five lines without an end of line behind the last: `cchc-ledger/1`, the chain's name, the position, the
    /// hash before (64 zeros before the first) and the entry. An entry has no line break, so that no two chains hash the
    /// same text.
    pub(super) fn hash(self, position: u64, prev: &str, body: &str) -> String {
        sha256(format!("cchc-ledger/1\n{}\n{position}\n{prev}\n{body}", self.key()))
    }
}

/// One entry as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Its place in the chain, from 1.
    pub position: u64,
    /// The hash of the entry before it.
    pub prev: String,
    /// Its own hash.
    pub hash: String,
    /// The entry, one line of JSON.
    pub body: String,
}

/// The end of a chain: how many entries it has and the hash of the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// How many entries there are.
    pub position: u64,
    /// Hash of the last; 64 zeros of an empty chain.
    pub hash: String,
}

impl Default for Head {
    fn default() -> Self {
        Self { position: 0, hash: "0".repeat(64) }
    }
}

impl Head {
    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.position == 0
    }
}

impl From<&Link> for Head {
    fn from(link: &Link) -> Self {
        Self { position: link.position, hash: link.hash.clone() }
    }
}
