//! Texts as officers type them, made comparable: spaces, Unicode forms, case, tone placement, dashes.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The five tone marks of Vietnamese as combining characters: grave, acute, tilde, hook above, dot below.
/// Circumflex, breve and horn are no tones: they make another vowel and stay where they are.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// Characters of no width that pasted texts carry along: soft hyphen, zero-width space and joiners, marks of writing
/// direction, word joiner, variation selectors, BOM.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
        || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Whether a character is the wide form of an ASCII one, as Asian keyboards type it: `１２％`.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{ff01}'..='\u{ff5e}')
}

/// A wide form as the ASCII character, others as they are.
fn narrow(c: char) -> char {
    const FROM_ASCII: u32 = 0xfee0;
    if is_wide(c) { char::from_u32(u32::from(c) - FROM_ASCII).unwrap_or(c) } else { c }
}

/// One line of NFC text without invisible characters, wide forms, doubled spaces or Excel's leading apostrophe.
pub fn clean(text: &str) -> String {
    let is_composed = text.is_ascii()
        || (is_nfc_quick(text.chars()) == IsNormalized::Yes && !text.contains(|c| is_invisible(c) || is_wide(c)));
    let visible = if is_composed {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().filter(|c| !is_invisible(*c)).map(narrow).nfc().collect::<String>())
    };
    let mut one_line = String::with_capacity(visible.len());
    for word in visible.split_whitespace() {
        if !one_line.is_empty() {
            one_line.push(' ');
        }
        one_line.push_str(word);
    }
    let apostrophes = one_line.len() - one_line.trim_start_matches(['\'', '’', ' ']).len();
    one_line.drain(..apostrophes);
    one_line
}

/// A key under which spellings of one text are equal: case, NFC or NFD, `hoà`/`hòa`, `kỹ`/`kĩ`, Đ/Ð, kinds of dash
/// and the spaces around them, `&`/`và`, a leading bullet, closing punctuation.
///
/// It is to be compared with other folded texts only, never with a literal: the tone of each syllable stands at the
/// syllable's end (`hoàn` becomes `hoaǹ`), so that where it was typed cannot matter.
pub fn fold(text: &str) -> String {
    FOLDED.with_borrow_mut(|folded| {
        if let Some(known) = folded.get(text) {
            return known.clone();
        }
        let key = fold_anew(text);
        if text.len() <= REMEMBERED_BYTES {
            if folded.len() >= REMEMBERED {
                folded.clear();
            }
            folded.insert(text.to_owned(), key.clone());
        }
        key
    })
}

thread_local! {
    /// What was folded of late: offices send the same heads, labels and states again and again.
    static FOLDED: RefCell<BTreeMap<String, String>> = RefCell::default();
}

/// How many texts are remembered, and how long such a text may be.
const REMEMBERED: usize = 4096;
const REMEMBERED_BYTES: usize = 256;

fn fold_anew(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    for c in clean(text).to_lowercase().chars() {
        match c {
            'ð' | 'ɖ' => spelled.push('đ'),
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => spelled.push('-'),
            '&' => spelled.push_str(" và "),
            _ => spelled.push(c),
        }
    }
    let spelled = clean(&spelled);
    let joined =
        if spelled.contains('-') { spelled.split('-').map(str::trim).collect::<Vec<_>>().join("-") } else { spelled };
    let bare =
        joined.trim_start_matches([' ', '\'', '-', '+', '*', '•']).trim_end_matches([' ', '-', ':', ';', ',', '.']);
    unify_syllables(bare)
}

/// `fold` without any diacritics, for file names, which often lose them: `Phòng Kinh tế` is `phong kinh te`.
/// Here too a closing `y` after a consonant is `i`: `Quý` is `qui`.
pub fn fold_ascii(text: &str) -> String {
    fold(text).nfd().filter(|c| !is_combining_mark(*c)).map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

/// The folded words of a text; whatever is neither letter nor digit parts them.
pub fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let parts = folded.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c));
    parts.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether the words of `needle` stand in `haystack` side by side, as whole words. Nothing is found nowhere.
pub fn contains_words(haystack: &str, needle: &str) -> bool {
    stand_in(&words(haystack), needle)
}

/// `contains_words` in words taken apart before.
pub(super) fn stand_in(haystack: &[String], needle: &str) -> bool {
    let needle = words(needle);
    !needle.is_empty() && haystack.windows(needle.len()).any(|window| window == needle)
}

/// Gives each syllable one spelling; what stands between syllables is kept.
fn unify_syllables(text: &str) -> String {
    let mut unified = String::with_capacity(text.len());
    let (mut letters, mut tones) = (Vec::new(), Vec::new());
    for c in text.nfd() {
        if TONES.contains(&c) {
            tones.push(c);
        } else if c.is_alphabetic() || is_combining_mark(c) {
            letters.push(c);
        } else {
            end_syllable(&mut unified, &mut letters, &mut tones);
            unified.push(c);
        }
    }
    end_syllable(&mut unified, &mut letters, &mut tones);
    unified.nfc().collect()
}

/// Moves a decomposed syllable into the text: its letters, `y` as `i` where both are written for one sound, then its tone.
fn end_syllable(unified: &mut String, letters: &mut Vec<char>, tones: &mut Vec<char>) {
    if let [.., before, last @ 'y'] = letters.as_mut_slice()
        && !"aeiou".contains(*before)
    {
        *last = 'i';
    } else if let [.., 'q', 'u', last @ 'y'] = letters.as_mut_slice() {
        *last = 'i';
    }
    unified.extend(letters.drain(..).chain(tones.drain(..)));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spaces_and_invisible_characters_collapse() {
        let cases = [
            ("\u{feff}  Tổng số\r\nhồ\u{a0}\u{a0}sơ\u{200b} ", "Tổng số hồ sơ"),
            ("'35", "35"),
            ("' 35", "35"),
            ("Ty\u{309} le\u{323}\u{302}", "Tỷ lệ"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(clean(text), expected, "{text:?}");
        }
    }

    #[test]
    fn spellings_of_one_text_fold_to_one_key() {
        let pairs = [
            ("Tỷ lệ", "TY\u{309} LE\u{323}\u{302}"),
            ("Uỷ ban", "Ủy ban"),
            ("hoá", "hóa"),
            ("thuỷ lợi", "THỦY LỢI"),
            ("Thuý", "Thúy"),
            ("quý", "quí"),
            ("Quy định", "qui định"),
            ("kỷ luật", "kỉ luật"),
            ("kỹ năng", "kĩ năng"),
            ("Đơn vị", "Ðơn vị"),
            ("Phòng Văn hóa – Xã hội", "phòng văn hoá-xã hội"),
            ("HĐND & UBND", "HĐND và UBND"),
            ("Ghi chú:", "ghi chú"),
            ("- Trước hạn.", "Trước hạn"),
        ];
        for (one, other) in pairs {
            assert_eq!(fold(one), fold(other));
        }
    }

    #[test]
    fn different_words_stay_different() {
        for (one, other) in
            [("hoàn", "hoãn"), ("thúy", "thúi"), ("tuy", "tui"), ("ma", "mã"), ("hôn", "hơn"), ("đa", "da")]
        {
            assert_ne!(fold(one), fold(other));
        }
    }

    #[test]
    fn file_names_lose_their_diacritics() {
        assert_eq!(fold_ascii("Phòng Kinh tế – Quý IV"), "phong kinh te-qui iv");
        assert_eq!(fold_ascii("Đà"), "da");
    }

    #[test]
    fn only_whole_words_are_found() {
        let cases = [
            ("PHÒNG KT xã", "Phòng KT", true),
            ("bieu_vp_q4.xlsx", "VP", true),
            ("Văn phòng HĐND và UBND xã", "HĐND & UBND", true),
            ("Phòng KTHT", "Phòng KT", false),
            ("Phòng KT", "", false),
        ];
        for (haystack, needle, expected) in cases {
            assert_eq!(contains_words(haystack, needle), expected, "{needle} in {haystack}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in r"[\PC'&\-– yaoquhkđÐ\u{300}\u{301}\u{302}\u{303}\u{309}\u{323}\u{31b}\u{200b}]{0,24}") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
            prop_assert_eq!(clean(&clean(&text)), clean(&text));
        }

        #[test]
        fn unicode_forms_fold_alike(text in "\\PC{0,24}") {
            let (nfc, nfd): (String, String) = (text.nfc().collect(), text.nfd().collect());
            prop_assert_eq!(fold(&nfc), fold(&nfd));
        }
    }
}
