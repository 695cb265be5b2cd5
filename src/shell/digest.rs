//! SHA-256 of bytes as lower-case hexadecimal.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// The digest of these bytes.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
