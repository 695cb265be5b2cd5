//! Whether a text is Vietnamese in an old encoding: by the syllables that converting gains and spoils.

use std::collections::BTreeSet;

use super::{Encoding, is_separator, syllable, undo_wrong_decoding};

/// The syllables that converting makes of what were none; nothing if the text is hardly Vietnamese even then.
pub(super) fn gain(text: &str, way: Encoding) -> usize {
    let Some(decode) = way.letters() else { return gain_as_utf8(text) };
    // The same word again proves nothing more: Danish `på`, a code in every row of a text file.
    let (mut gained, mut spoiled) = (BTreeSet::new(), BTreeSet::new());
    for word in words(text, is_separator).filter(|word| !is_sign(word)) {
        match judge(word, decode(word).as_deref()) {
            Some(true) => _ = gained.insert(word),
            Some(false) => _ = spoiled.insert(word),
            None => {}
        }
    }
    let strangers: BTreeSet<&str> = text.split(is_separator).filter(|word| is_stranger(word)).collect();
    // Long narratives hold a mistyped or foreign word now and then.
    if strangers.len() > gained.len() || spoiled.len() * 5 > gained.len() { 0 } else { gained.len() }
}

fn gain_as_utf8(text: &str) -> usize {
    let converted = undo_wrong_decoding(text).unwrap_or_default();
    let sound = |word: &&str| syllable::is_syllable(word) || syllable::is_abbreviation(word);
    let (sound, spoiled): (Vec<&str>, Vec<&str>) = words(&converted, |c| !c.is_alphabetic()).partition(sound);
    if spoiled.len() < sound.len() { sound.len() } else { 0 }
}

/// The words that are not ASCII, which is the same in every encoding.
fn words(text: &str, separator: fn(char) -> bool) -> impl Iterator<Item = &str> {
    text.split(separator).filter(|word| !word.is_ascii())
}

/// A sign alone (`©`, `·`) may mean itself, unless the words around it say that it is `â`, `ã`.
fn is_sign(word: &str) -> bool {
    word.chars().nth(1).is_none() && !word.contains(char::is_alphabetic)
}

/// Whether converting the word gained a syllable or spoiled it; `None` if it says nothing.
fn judge(before: &str, after: Option<&str>) -> Option<bool> {
    let Some(after) = after else { return Some(false) };
    if syllable::is_syllable(after) {
        let alone = after.chars().nth(1).is_none();
        return (!alone && !syllable::is_correct_syllable(before)).then_some(true);
    }
    // `H§ND` is nothing else; `AÑO` is Spanish before it is VNI.
    if syllable::is_abbreviation(after) { before.contains('§').then_some(true) } else { Some(false) }
}

/// A plain word that is not Vietnamese; capitals are initials, single letters are numbering.
fn is_stranger(word: &str) -> bool {
    let plain = word.len() > 1 && word.is_ascii() && word.contains(|c: char| c.is_ascii_lowercase());
    plain && !syllable::is_correct_syllable(word)
}
