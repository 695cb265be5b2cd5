//! Proves a chain from its first entry, and names the first one that breaks it.

use serde::de::DeserializeOwned;

use super::chain::{Chain, Head, Link};

/// How an entry breaks its chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Another entry stands where this one should: entries before it are missing, doubled or swapped.
    Position {
        /// The position that stands there.
        found: u64,
    },
    /// It does not name the hash of the entry before it: that one was replaced.
    Unlinked,
    /// Its content does not give its hash: it was changed.
    Changed,
    /// Its hash is right, but it says nothing this program knows.
    Unreadable(String),
}

impl Fault {
    /// Its key in the catalogue and in JSON.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Position { .. } => "position",
            Self::Unlinked => "unlinked",
            Self::Changed => "changed",
            Self::Unreadable(_) => "unreadable",
        }
    }
}

/// The first entry that breaks a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Which chain.
    pub chain: Chain,
    /// The position at which the entry should stand.
    pub position: u64,
    /// How it breaks it.
    pub fault: Fault,
}

/// Proves a chain entry by entry.
#[derive(Clone, Debug)]
pub struct Reader {
    chain: Chain,
    head: Head,
}

impl Reader {
    /// At the beginning of a chain.
    pub fn new(chain: Chain) -> Self {
        Self { chain, head: Head::default() }
    }

    /// The end of what has been proved.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// The next entry breaks the chain in this way.
    pub(super) fn broken(&self, fault: Fault) -> Broken {
        Broken { chain: self.chain, position: self.head.position + 1, fault }
    }

    /// Proves the next entry and says what it holds.
    pub fn next<E: DeserializeOwned>(&mut self, link: &Link) -> Result<E, Broken> {
        let position = self.head.position + 1;
        let broken = |fault| self.broken(fault);
        if link.position != position {
            return Err(broken(Fault::Position { found: link.position }));
        }
        if self.chain.hash(position, &link.prev, &link.body) != link.hash {
            return Err(broken(Fault::Changed));
        }
        if link.prev != self.head.hash {
            return Err(broken(Fault::Unlinked));
        }
        let entry = serde_json::from_str(&link.body).map_err(|error| broken(Fault::Unreadable(error.to_string())))?;
        self.head = Head::from(link);
        Ok(entry)
    }
}

/// Proves a whole chain: what its entries say, and its head.
pub fn verify<E: DeserializeOwned>(chain: Chain, links: &[Link]) -> Result<(Vec<E>, Head), Broken> {
    let mut reader = Reader::new(chain);
    let entries = links.iter().map(|link| reader.next(link)).collect::<Result<Vec<E>, Broken>>()?;
    Ok((entries, reader.head))
}
