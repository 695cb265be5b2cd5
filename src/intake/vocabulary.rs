//! The words that offices write where a figure or a date is asked for, without diacritics as `fold_ascii` gives them.

use super::text::{fold_ascii, stand_in, words};

/// "Không phát sinh" and its short forms.
const NIL: [&str; 8] = [
    "khong phat sinh",
    "khong co phat sinh",
    "chua phat sinh",
    "k phat sinh",
    "ko phat sinh",
    "khong ps",
    "kps",
    "k/ps",
];

/// What may follow "không phát sinh" without changing its meaning.
const NIL_TAILS: [&str; 6] = [" trong ki", " trong qui", " trong nam", " ho so", " nhiem vu", " truong hop"];

/// Words that promise a figure instead of giving it.
const PLACEHOLDERS: [&str; 16] = [
    "chua co so lieu",
    "khong co so lieu",
    "cho so lieu",
    "chua co bao cao",
    "chua thong ke",
    "chua tong hop",
    "chua cap nhat",
    "chua xac dinh",
    "chua ro",
    "dang cap nhat",
    "dang tong hop",
    "dang thong ke",
    "dang ra soat",
    "se bo sung",
    "bo sung sau",
    "cap nhat sau",
];

/// Whether a cleaned text says nothing: empty, or only marks that fill a cell or end a document (`./.`). A dash means "none" to one office and
/// "not known" to another, so it is never read as zero.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || "-‐‑‒–—―−_.…/".contains(c))
}

/// Whether a text says "không phát sinh".
pub(super) fn is_nil(text: &str) -> bool {
    let folded = fold_ascii(text.trim_matches(['(', ')', ' ', '.']));
    let head = NIL_TAILS.iter().find_map(|tail| folded.strip_suffix(tail)).unwrap_or(&folded);
    NIL.contains(&head)
}

/// Whether a text promises a figure instead of giving it.
pub(super) fn is_placeholder(text: &str) -> bool {
    let folded = fold_ascii(text);
    matches!(folded.as_str(), "n/a" | "na" | "chua co" | "?") || mentions(&folded, &PLACEHOLDERS)
}

/// Whether a text has one of these phrases in it, as whole words. With diacritics where a phrase is one word, for
/// `hơn` (more than) is not `hôn` (marriage).
pub(super) fn mentions(text: &str, phrases: &[&str]) -> bool {
    if !text.contains(char::is_alphabetic) {
        return false;
    }
    let words = words(text);
    !words.is_empty() && phrases.iter().any(|phrase| stand_in(&words, phrase))
}
