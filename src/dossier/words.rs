//! Words of exports as the plan explains them, and a memory for the few that a column repeats.

use std::collections::BTreeSet;

use crate::intake::text::fold;
use crate::model::DossierFormat;

/// What a state means for counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Returned, withdrawn or refused.
    Ended,
    /// Waits for supplements.
    Waiting,
    /// Any other: the dates say all.
    Other,
}

/// How a dossier came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Channel {
    /// Over the internet.
    Online,
    /// At the counter or by post.
    Direct,
    /// In a word that nobody has explained, or unsaid.
    Unknown,
}

/// What a yes-no column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// Yes.
    Yes,
    /// No, or nothing.
    No,
    /// A word that nobody has explained.
    Unknown,
}

/// The plan's words, folded.
#[derive(Debug)]
pub(super) struct Words {
    online: BTreeSet<String>,
    direct: BTreeSet<String>,
    ended: BTreeSet<String>,
    waiting: BTreeSet<String>,
    yes: BTreeSet<String>,
    no: BTreeSet<String>,
}

impl Words {
    pub(super) fn new(format: &DossierFormat) -> Self {
        let folded = |words: &[String]| words.iter().map(|word| fold(word)).collect();
        Self {
            online: folded(&format.online),
            direct: folded(&format.direct),
            ended: folded(&format.ended),
            waiting: folded(&format.waiting),
            yes: folded(&format.yes),
            no: folded(&format.no),
        }
    }

    pub(super) fn state(&self, text: &[u8]) -> State {
        match folded(text) {
            Some(word) if self.ended.contains(&word) => State::Ended,
            Some(word) if self.waiting.contains(&word) => State::Waiting,
            _ => State::Other,
        }
    }

    pub(super) fn channel(&self, text: &[u8]) -> Channel {
        match folded(text) {
            Some(word) if self.online.contains(&word) => Channel::Online,
            Some(word) if self.direct.contains(&word) => Channel::Direct,
            _ => Channel::Unknown,
        }
    }

    pub(super) fn answer(&self, text: &[u8]) -> Answer {
        match folded(text) {
            Some(word) if word.is_empty() || self.no.contains(&word) => Answer::No,
            Some(word) if self.yes.contains(&word) => Answer::Yes,
            _ => Answer::Unknown,
        }
    }

    /// Whether a fee was paid online: yes or no, or how.
    pub(super) fn paid_online(&self, text: &[u8]) -> Answer {
        match (self.answer(text), self.channel(text)) {
            (Answer::Unknown, Channel::Online) => Answer::Yes,
            (Answer::Unknown, Channel::Direct) => Answer::No,
            (answer, _) => answer,
        }
    }

    /// Whether there is a fee: yes or no, or its amount.
    pub(super) fn fee(&self, text: &[u8]) -> Answer {
        let answer = self.answer(text);
        if answer == Answer::Unknown { amount(text) } else { answer }
    }
}

fn folded(text: &[u8]) -> Option<String> {
    std::str::from_utf8(text).ok().map(fold)
}

/// An amount such as `50.000 đ`: yes unless it is zero.
fn amount(text: &[u8]) -> Answer {
    let text = folded(text).unwrap_or_default();
    let number = ["đồng", "vnđ", "vnd", "đ"].iter().find_map(|unit| text.strip_suffix(&fold(unit))).unwrap_or(&text);
    let is_number = number.contains(|c: char| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' '));
    match (is_number, number.contains(|c: char| ('1'..='9').contains(&c))) {
        (false, _) => Answer::Unknown,
        (true, true) => Answer::Yes,
        (true, false) => Answer::No,
    }
}

/// What a column's texts came to, for the few that it repeats. A text has its place in a table: which of them a row has is
/// as good as random, and a search through all of them would be guessed wrong by the processor every other time.
#[derive(Debug)]
pub(super) struct Memo<T> {
    seen: Vec<Option<(Key, Vec<u8>, T)>>,
}

/// A text's length, first and last bytes: all of it up to 16 bytes, and nearly always enough beyond.
type Key = (usize, u64, u64);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self { seen: (0..Self::PLACES).map(|_| None).collect() }
    }
}

impl<T> Memo<T> {
    /// Far more than a vocabulary has words.
    const PLACES: usize = 256;
    /// Places looked at for one text; where all are taken it is read each time.
    const TRIES: usize = 4;
}

impl<T: Copy> Memo<T> {
    #[inline]
    pub(super) fn of(&mut self, text: &[u8], read: impl FnOnce(&[u8]) -> T) -> T {
        let key = key(text);
        let from = place(key);
        for known in self.seen.iter_mut().skip(from).take(Self::TRIES) {
            match known {
                Some((seen, whole, value)) if *seen == key && (text.len() <= 16 || whole == text) => return *value,
                Some(_) => {}
                None => return known.insert((key, text.to_vec(), read(text))).2,
            }
        }
        read(text)
    }
}

#[inline]
fn key(text: &[u8]) -> Key {
    if let (Some(first), Some(last)) = (text.first_chunk::<8>(), text.last_chunk::<8>()) {
        (text.len(), u64::from_le_bytes(*first), u64::from_le_bytes(*last))
    } else if let (Some(first), Some(last)) = (text.first_chunk::<4>(), text.last_chunk::<4>()) {
        (text.len(), u32::from_le_bytes(*first).into(), u32::from_le_bytes(*last).into())
    } else {
        let byte = |at: usize| text.get(at).copied().unwrap_or_default();
        (text.len(), u32::from_le_bytes([byte(0), byte(1), byte(2), 0]).into(), 0)
    }
}

/// Where a text's tries begin.
#[inline]
fn place((length, first, last): Key) -> usize {
    const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;
    let mixed = (first ^ last.rotate_left(29) ^ length as u64).wrapping_mul(MULTIPLIER);
    usize::try_from(mixed >> 56).unwrap_or(0)
}
