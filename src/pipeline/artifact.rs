//! Finished files with their hashes.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// One finished file.
#[derive(Debug)]
pub struct Artifact {
    /// Its name, relative to `output/<period>/`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// SHA-256 of the bytes.
    pub sha256: String,
}

impl Artifact {
    /// A file of this name and content.
    pub fn new(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), sha256: sha256(&bytes), bytes }
    }
}

/// SHA-256 as lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
