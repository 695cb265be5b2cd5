//! The hash of an export: plain SHA-256, or for a large one SHA-256 over the hashes of its parts, made on all cores.
//!
//! `sha256sum FILE` checks the first, `split -b 512K --filter=sha256sum FILE | sha256sum` the second: it is the hash of the lines
//! that `sha256sum` writes for each 512 KiB, and carries the prefix `split-512K:`.

use std::sync::{Mutex, PoisonError};

use crate::digest::{Sha256Stream, sha256, sha256_of_halves};

use super::feed::{Block, STEP};

/// Exports from this size on are hashed in parts: below it a plain hash costs less than anybody notices.
const LARGE: u64 = 32 << 20;

/// Bytes of a part.
const PART: usize = STEP / 2;

/// What the hash of a large export begins with.
const PREFIX: &str = "split-512K:";

/// A hash in the making.
pub(super) enum FileHash {
    /// Of all bytes, which come in order.
    Plain(Mutex<Sha256Stream>),
    /// Of the hashes of the parts.
    Split,
}

impl FileHash {
    pub(super) fn new(size: u64) -> Self {
        if size < LARGE { Self::Plain(Mutex::default()) } else { Self::Split }
    }

    pub(super) fn is_split(&self) -> bool {
        matches!(self, Self::Split)
    }

    /// Takes the next block's bytes, in order.
    pub(super) fn take(&self, block: &Block) {
        if let Self::Plain(stream) = self {
            stream.lock().unwrap_or_else(PoisonError::into_inner).update(block.new_bytes());
        }
    }

    /// The hashes of a block's parts, each with its number.
    pub(super) fn parts(block: &Block) -> impl Iterator<Item = (u64, String)> {
        let of_step = |bytes: &[u8]| match bytes.len() {
            STEP => Vec::from(sha256_of_halves(bytes)),
            _ => bytes.chunks(PART).map(sha256).collect(),
        };
        (2 * block.step..).zip(block.new_bytes().chunks(STEP).flat_map(of_step))
    }

    /// The hash; `parts` in any order.
    pub(super) fn finish(self, mut parts: Vec<(u64, String)>) -> String {
        match self {
            Self::Plain(stream) => stream.into_inner().unwrap_or_else(PoisonError::into_inner).hex(),
            Self::Split => {
                parts.sort_unstable();
                let mut lines = Sha256Stream::default();
                for (_, hash) in parts {
                    lines.update(hash.as_bytes());
                    lines.update(b"  -\n");
                }
                format!("{PREFIX}{}", lines.hex())
            }
        }
    }
}
