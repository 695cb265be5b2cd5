//! What can be a written Vietnamese syllable.

use std::iter::once;

use unicode_normalization::UnicodeNormalization;

const ONSETS: [&str; 28] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
    "r", "s", "t", "th", "tr", "v", "x",
];

/// Vowels that end a syllable.
const OPEN: [&str; 46] = [
    "a", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "ai", "ao", "au", "ay", "âu", "ây", "eo", "êu", "ia", "iu",
    "iêu", "oa", "oai", "oao", "oay", "oe", "oeo", "oi", "ôi", "ơi", "ua", "uây", "uê", "ui", "uôi", "uơ", "ưa", "ưi",
    "ươi", "ươu", "ưu", "uy", "uya", "uyu", "yêu", "ya",
];

/// Vowels that a consonant may follow.
const CLOSED: [&str; 23] = [
    "a", "ă", "â", "e", "ê", "i", "iê", "o", "ô", "ơ", "oa", "oă", "oe", "u", "uâ", "uê", "uô", "uy", "uyê", "ư", "ươ",
    "y", "yê",
];

/// Consonants that end a syllable.
const CODAS: [&str; 8] = ["c", "ch", "m", "n", "ng", "nh", "p", "t"];

const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// The tone of a syllable.
#[derive(Clone, Copy, PartialEq)]
struct Tone {
    mark: char,
    /// The letter that bears it.
    at: usize,
}

/// Whether the word is spelt as Vietnamese spells one syllable, wherever its tone stands (`hòan`).
pub(super) fn is_syllable(word: &str) -> bool {
    is_spelt(word, |_, _, _| true)
}

/// Whether also its tone stands where it may: `xão`, `hóa` and `hoá`, but not `xaõ`, which is VNI for `xã`.
pub(super) fn is_correct_syllable(word: &str) -> bool {
    is_spelt(word, may_bear)
}

/// Whether it is initials with Đ among them, as in HĐND and QĐ; small ones (a font may show them as capitals) without a
/// vowel.
pub(super) fn is_abbreviation(word: &str) -> bool {
    let capital = |c: char| c == 'Đ' || c.is_ascii_uppercase();
    let consonant = |c: char| c == 'đ' || (c.is_ascii_lowercase() && !"aeiouy".contains(c));
    word.contains(['Đ', 'đ'])
        && word.chars().nth(1).is_some()
        && (word.chars().all(capital) || word.chars().all(consonant))
}

/// Says whether the vowel, closed by a consonant or not, may bear the tone on the letter at an index.
type Placing = fn(&str, bool, usize) -> bool;

fn is_spelt(word: &str, placing: Placing) -> bool {
    let (mut bare, mut tones) = (String::new(), Vec::new());
    for (at, letter) in word.nfc().flat_map(char::to_lowercase).enumerate() {
        let (marks, rest): (Vec<char>, Vec<char>) = once(letter).nfd().partition(|c| TONES.contains(c));
        tones.extend(marks.into_iter().map(|mark| Tone { mark, at }));
        bare.extend(rest.into_iter().nfc());
    }
    let tone = tones.first().copied();
    let fits = |onset: &&str| {
        // In `gì` the tone stands on the onset gi, which therefore is g.
        let in_rime = tone.map(|tone| Some(Tone { at: tone.at.checked_sub(onset.chars().count())?, ..tone }));
        let rime = bare.strip_prefix(*onset);
        in_rime != Some(None) && rime.is_some_and(|rime| is_rime(onset, rime, in_rime.flatten(), placing))
    };
    tones.len() <= 1 && ONSETS.iter().any(fits)
}

fn is_rime(onset: &str, rime: &str, tone: Option<Tone>, placing: Placing) -> bool {
    // Before these, `c` is written `k`, and `ng` `ngh`.
    if matches!(onset, "c" | "ng") && rime.starts_with(['e', 'ê', 'i', 'y']) {
        return false;
    }
    let placed = |vowel: &str, closed| tone.is_none_or(|tone| placing(vowel, closed, tone.at));
    let closed_by = |coda: &&str| rime.strip_suffix(*coda).is_some_and(|v| closes(v, coda, tone) && placed(v, true));
    (OPEN.contains(&rime) && placed(rime, false)) || CODAS.iter().any(closed_by)
}

/// Before a stop there is a tone, sắc or nặng.
fn closes(vowel: &str, coda: &str, tone: Option<Tone>) -> bool {
    let palatal = ["a", "ê", "i", "y", "oa", "uê", "uy"].contains(&vowel);
    let fits = match coda {
        "ch" | "nh" => palatal,
        "c" | "ng" => !palatal || matches!(vowel, "a" | "oa"),
        _ => true,
    };
    let stop = matches!(coda, "c" | "ch" | "p" | "t");
    let sharp = tone.is_some_and(|tone| matches!(tone.mark, '\u{301}' | '\u{323}'));
    fits && (sharp || !stop) && CLOSED.contains(&vowel)
}

/// The tone stands on the last letter with a hat, horn or breve, otherwise on the main vowel.
fn may_bear(vowel: &str, closed: bool, at: usize) -> bool {
    let count = vowel.chars().count();
    match vowel.chars().enumerate().filter(|(_, c)| !c.is_ascii()).last() {
        Some((marked, _)) => at == marked,
        None if closed || count == 1 => at + 1 == count,
        None if count == 2 => at == 0 || (at == 1 && matches!(vowel, "oa" | "oe" | "uy")),
        None => at == 1,
    }
}
