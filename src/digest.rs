//! SHA-256 as the program writes it everywhere.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// SHA-256 as lower-case hexadecimal, 64 digits.
pub fn sha256(bytes: impl AsRef<[u8]>) -> String {
    let mut stream = Sha256Stream::default();
    stream.update(bytes.as_ref());
    stream.hex()
}

/// The first digits of a hash, enough to find it again: what a screen has room for.
pub fn short(sha256: &str) -> &str {
    const DIGITS: usize = 12;
    sha256.get(..DIGITS).unwrap_or(sha256)
}

/// SHA-256 of bytes that come in pieces.
#[derive(Clone, Debug, Default)]
pub struct Sha256Stream(Sha256);

impl Sha256Stream {
    /// Takes the next piece.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of all pieces as lower-case hexadecimal, 64 digits.
    pub fn hex(self) -> String {
        self.0.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}
