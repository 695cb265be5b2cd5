//! SHA-256 as the program writes it everywhere.

use std::fmt::Write;
use std::slice;

use sha2::block_api::compress256;
use sha2::{Digest, Sha256};

/// Bytes that SHA-256 takes at a time.
const BLOCK: usize = 64;

/// What SHA-256 begins with (FIPS 180-4, 5.3.3).
const BEGINNING: [u32; 8] =
    [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19];

/// SHA-256 as lower-case hexadecimal, 64 digits.
pub fn sha256(bytes: impl AsRef<[u8]>) -> String {
    let mut stream = Sha256Stream::default();
    stream.update(bytes.as_ref());
    stream.hex()
}

/// SHA-256 of the two halves of some bytes, each a multiple of 64 bytes long. Made beside each other: each step of a hash
/// waits for the one before, and the processor fills the wait with the other's.
pub fn sha256_of_halves(bytes: &[u8]) -> [String; 2] {
    let (one, other) = bytes.split_at(bytes.len() / 2);
    let (blocks, of_other) = (one.as_chunks::<BLOCK>().0, other.as_chunks::<BLOCK>().0);
    let mut states = [BEGINNING; 2];
    let [first, second] = &mut states;
    for (block, of_other) in blocks.iter().zip(of_other) {
        compress256(first, slice::from_ref(block));
        compress256(second, slice::from_ref(of_other));
    }
    // A one, zeros, and the length in bits.
    let mut end = [0; BLOCK];
    let bits = (one.len() as u64 * 8).to_be_bytes();
    end.iter_mut().rev().zip(bits.iter().rev()).for_each(|(to, from)| *to = *from);
    end[0] = 0x80;
    states.map(|mut state| {
        compress256(&mut state, slice::from_ref(&end));
        hex(state.iter().flat_map(|word| word.to_be_bytes()))
    })
}

fn hex(bytes: impl IntoIterator<Item = u8>) -> String {
    bytes.into_iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The first digits of a hash, enough to find it again: what a screen has room for. How a hash was made, as in
/// `split-512K:…`, is left out.
pub fn short(sha256: &str) -> &str {
    const DIGITS: usize = 12;
    let digits = sha256.rsplit(':').next().unwrap_or(sha256);
    digits.get(..DIGITS).unwrap_or(digits)
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
        hex(self.0.finalize())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_hashed_as_they_are_alone() {
        for half in [0, 64, 128, 1 << 16_u64] {
            let bytes: Vec<u8> = (0..2 * half).map(|at: u64| u8::try_from(at * at % 251).unwrap_or_default()).collect();
            let (one, other) = bytes.split_at(bytes.len() / 2);
            assert_eq!(sha256_of_halves(&bytes), [sha256(one), sha256(other)], "{half}");
        }
    }
}
