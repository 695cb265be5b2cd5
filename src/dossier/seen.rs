//! Every code seen, as eight bytes: so much of its hash as there is room for beside its place.
//!
//! Codes are dealt into buckets by their hash. Where they become too many, the upper buckets are dropped and seen in a
//! further pass over the exports: memory stays bounded at any number of dossiers.

use std::mem;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Buckets, by the first bits of the hash.
pub(super) const BUCKETS: usize = 1 << BUCKET_BITS;
const BUCKET_BITS: u32 = 6;

/// The buckets that a pass looks at, and how much they may hold; shared by the threads of the pass.
#[derive(Debug)]
pub(super) struct Pass {
    from: usize,
    to: AtomicUsize,
    codes: AtomicUsize,
    most: usize,
    /// Bits of an entry that hold a place.
    place_bits: u32,
}

impl Pass {
    /// A pass over these buckets of exports of so many bytes in all, which keeps about `most` codes.
    pub(super) fn new(buckets: Range<usize>, bytes: u64, most: usize) -> Self {
        let place_bits = u64::BITS - bytes.leading_zeros();
        Self { from: buckets.start, to: AtomicUsize::new(buckets.end), codes: AtomicUsize::new(0), most, place_bits }
    }

    /// The buckets that are complete.
    pub(super) fn done(&self) -> Range<usize> {
        self.from..self.to.load(Ordering::Relaxed)
    }

    /// Where an entry's code stands.
    pub(super) fn place(&self, entry: u64) -> u64 {
        entry & self.mask()
    }

    /// Whether two entries may be of one code.
    pub(super) fn alike(&self, one: u64, other: u64) -> bool {
        (one ^ other) & !self.mask() == 0
    }

    fn mask(&self) -> u64 {
        1_u64.checked_shl(self.place_bits).map_or(u64::MAX, |bit| bit - 1)
    }

    /// Counts further codes; too many of them shrink the pass.
    fn count(&self, codes: usize) {
        let all = self.codes.fetch_add(codes, Ordering::Relaxed) + codes;
        let to = self.to.load(Ordering::Relaxed);
        let half = self.from + (to - self.from) / 2;
        if all > self.most
            && half > self.from
            && self.to.compare_exchange(to, half, Ordering::Relaxed, Ordering::Relaxed).is_ok()
        {
            self.codes.fetch_sub(all / 2, Ordering::Relaxed);
        }
    }
}

/// The codes that one thread has seen.
#[derive(Debug)]
pub(super) struct Seen {
    buckets: Vec<Vec<u64>>,
    /// How many of them the pass knows of.
    counted: usize,
}

impl Default for Seen {
    fn default() -> Self {
        Self { buckets: vec![Vec::new(); BUCKETS], counted: 0 }
    }
}

impl Seen {
    /// Notes a code and the place of its row among all bytes.
    pub(super) fn note(&mut self, pass: &Pass, code: &[u8], place: u64) {
        let hash = hash(code);
        let bucket = usize::try_from(hash >> (u64::BITS - BUCKET_BITS)).unwrap_or(0);
        if !pass.done().contains(&bucket) {
            return;
        }
        if let Some(bucket) = self.buckets.get_mut(bucket) {
            if bucket.len() == bucket.capacity() {
                // Doubling would waste as much again.
                bucket.reserve_exact(bucket.len() / 4 + 1024);
            }
            bucket.push(hash << BUCKET_BITS & !pass.mask() | place);
        }
    }

    /// Tells the pass of what was noted since, and drops what it no longer looks at.
    pub(super) fn settle(&mut self, pass: &Pass) {
        let noted = self.noted();
        pass.count(noted.saturating_sub(self.counted));
        for bucket in self.buckets.iter_mut().skip(pass.done().end) {
            *bucket = Vec::new();
        }
        self.counted = self.noted();
    }

    fn noted(&self) -> usize {
        self.buckets.iter().map(Vec::len).sum()
    }

    /// Forgets the codes of an export and those after it: it is read anew.
    pub(super) fn forget(&mut self, pass: &Pass, from: u64) {
        for bucket in &mut self.buckets {
            bucket.retain(|entry| pass.place(*entry) < from);
        }
    }

    /// Takes a bucket's entries out.
    pub(super) fn take(&mut self, bucket: usize) -> Vec<u64> {
        self.buckets.get_mut(bucket).map(mem::take).unwrap_or_default()
    }
}

/// Words multiplied and folded. Who makes codes of one hash on purpose makes the run slower and nothing else.
fn hash(code: &[u8]) -> u64 {
    const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;
    let mix = |state: u64, word: u64| {
        let product = u128::from(state ^ word) * u128::from(MULTIPLIER);
        #[expect(clippy::cast_possible_truncation, reason = "the upper half is in the other term")]
        let lower = product as u64;
        (product >> 64) as u64 ^ lower
    };
    let (words, rest) = code.as_chunks::<8>();
    let mut last = [0; 8];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    let state = words.iter().fold(code.len() as u64, |state, word| mix(state, u64::from_le_bytes(*word)));
    mix(mix(state, u64::from_le_bytes(last)), MULTIPLIER)
}
