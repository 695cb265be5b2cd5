//! Where fields and rows end in a text: 64 bytes at a time, by vector instructions.
//!
//! A byte stands within quotes where the number of quotes up to it is odd. That holds as long as every quote opens a field,
//! closes it or is doubled; a quote that does none of these makes its window irregular, and its row is read byte by byte.

use wide::u8x64;

/// Bytes looked at together.
const WIDE: usize = 64;

/// What is known of the bytes looked at, the lowest bit for the first of them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Window {
    /// Where the bytes begin.
    pub(super) base: usize,
    /// Delimiters and line breaks outside of quotes.
    ends: u64,
    /// The line breaks among them.
    rows: u64,
    /// Whether every quote opens a field, closes it or is doubled.
    pub(super) regular: bool,
    /// Whether quotes are open behind the last byte.
    pub(super) open: bool,
    /// Whether a field may begin behind the last byte: 1 or 0.
    begins: u64,
}

impl Window {
    /// The first bytes of a row and what follows them.
    pub(super) fn first(text: &[u8], base: usize, delimiter: u8) -> Self {
        Self { base, begins: 1, ..Self::default() }.look(text, delimiter)
    }

    /// The bytes after these; `None` at the end of the text.
    #[inline]
    pub(super) fn next(self, text: &[u8], delimiter: u8) -> Option<Self> {
        let base = self.base + WIDE;
        (base < text.len()).then(|| Self { base, ..self }.look(text, delimiter))
    }

    /// Takes out where the fields of the next row end, and whether the row ends here too.
    #[inline]
    pub(super) fn take_row(&mut self) -> (u64, bool) {
        let row = self.rows & self.rows.wrapping_neg();
        let ends = self.ends & (row | row.wrapping_sub(1));
        self.ends ^= ends;
        self.rows ^= row;
        (ends, row != 0)
    }

    #[inline]
    fn look(self, text: &[u8], delimiter: u8) -> Self {
        let rest = text.get(self.base..).unwrap_or_default();
        let bytes = u8x64::new(rest.first_chunk::<WIDE>().copied().unwrap_or_else(|| padded(rest)));
        let places = |byte: u8| bytes.simd_eq(u8x64::splat(byte)).to_bitmask();
        let (delimiters, breaks, quotes) = (places(delimiter), places(b'\n'), places(b'"'));
        let within = odd(quotes) ^ if self.open { u64::MAX } else { 0 };
        let marks = delimiters | breaks | quotes;
        Self {
            base: self.base,
            ends: (delimiters | breaks) & !within,
            rows: breaks & !within,
            regular: quotes & within & !(marks << 1 | self.begins) == 0,
            open: within >> (WIDE - 1) == 1,
            begins: marks >> (WIDE - 1),
        }
    }
}

/// The last bytes of a text, and zeros, which mark nothing.
#[cold]
fn padded(rest: &[u8]) -> [u8; WIDE] {
    let mut bytes = [0; WIDE];
    for (to, from) in bytes.iter_mut().zip(rest) {
        *to = *from;
    }
    bytes
}

/// For every bit whether the number of bits up to it, itself included, is odd.
#[inline]
fn odd(bits: u64) -> u64 {
    [1, 2, 4, 8, 16, 32].into_iter().fold(bits, |bits, by| bits ^ bits << by)
}
