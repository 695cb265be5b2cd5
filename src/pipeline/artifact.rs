//! Finished files with their hashes.

use crate::digest::sha256;

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
