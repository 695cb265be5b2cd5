//! Where delimiters, line breaks and quotes stand in a text: 64 bytes at a time, in a shape that compilers turn into vector
//! instructions of any machine.

/// Bytes looked at together.
const WIDE: usize = 64;

/// The places of delimiters, line breaks and quotes, in order.
#[derive(Clone, Debug)]
pub(super) struct Marks<'t> {
    text: &'t [u8],
    delimiter: u8,
    /// Where the bytes looked at begin.
    base: usize,
    /// A bit for each of them that is still to be told.
    bits: u64,
}

impl<'t> Marks<'t> {
    /// The marks of a text from there on.
    pub(super) fn new(text: &'t [u8], from: usize, delimiter: u8) -> Self {
        let mut marks = Self { text, delimiter, base: from, bits: 0 };
        marks.bits = marks.look();
        marks
    }

    /// The next place, or the text's length at its end.
    #[inline]
    pub(super) fn next(&mut self) -> usize {
        while self.bits == 0 {
            self.base += WIDE;
            if self.base >= self.text.len() {
                self.base = self.text.len();
                return self.text.len();
            }
            self.bits = self.look();
        }
        let place = self.base + self.bits.trailing_zeros() as usize;
        self.bits &= self.bits - 1;
        place
    }

    #[inline]
    fn look(&self) -> u64 {
        let rest = self.text.get(self.base..).unwrap_or_default();
        if let Some(wide) = rest.first_chunk::<WIDE>() {
            return bits(wide, self.delimiter);
        }
        let mut wide = [0; WIDE];
        for (to, from) in wide.iter_mut().zip(rest) {
            *to = *from;
        }
        bits(&wide, self.delimiter)
    }
}

/// A bit for each byte that is a delimiter, a line break or a quote.
#[inline]
fn bits(wide: &[u8; WIDE], delimiter: u8) -> u64 {
    /// Brings the lowest bits of eight bytes together in the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let mut hits = [0_u8; WIDE];
    for (hit, byte) in hits.iter_mut().zip(wide) {
        *hit = u8::from(*byte == delimiter) | u8::from(*byte == b'\n') | u8::from(*byte == b'"');
    }
    let (eights, _) = hits.as_chunks::<8>();
    let gathered = eights.iter().rev().map(|eight| u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56);
    gathered.fold(0, |bits, byte| bits << 8 | byte)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::indexing_slicing, reason = "a test may fail by panic")]

    use super::*;

    #[test]
    fn every_mark_is_told_once() {
        for length in 0..200 {
            let text: Vec<u8> = (0..length).map(|at: usize| b"a,b\n\"\xC3;x"[at * 7 % 8]).collect();
            for from in [0, length / 3, length] {
                let mut marks = Marks::new(&text, from, b',');
                let expected = (from..length).filter(|at| b",\n\"".contains(&text[*at]));
                assert!(expected.chain([length, length]).all(|at| marks.next() == at), "{length} from {from}");
            }
        }
    }
}
