//! SHA-256 as the program writes it everywhere.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// SHA-256 as lower-case hexadecimal, 64 digits.
pub fn sha256(bytes: impl AsRef<[u8]>) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
