//! Did you mean: the known word nearest to one that is not known.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Jaro-Winkler similarity, of 1, above which two words are taken for one misspelt; ids share prefixes, so it is high.
const NEAR_ENOUGH: f64 = 0.88;

/// The known word nearest to `word` once accents and case are set aside, if any is near.
pub(super) fn near<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = fold(word);
    let mut best = None;
    let mut best_score = NEAR_ENOUGH;
    for candidate in known {
        let score = strsim::jaro_winkler(&word, &fold(candidate));
        if score > best_score {
            (best, best_score) = (Some(candidate), score);
        }
    }
    best
}

fn fold(word: &str) -> String {
    let bare = word.nfd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase);
    bare.map(|c| if c == 'đ' { 'd' } else { c }).collect()
}
