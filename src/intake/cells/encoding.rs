//! Text files to text: byte order mark, UTF-16 without a mark, UTF-8, old Vietnamese fonts, what markup says of itself, then
//! a guess.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::legacy;
use crate::model::{FileFault, Remark};

/// How a text's encoding became known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Origin {
    /// By a mark, or by being valid UTF-8.
    Certain,
    /// By its bytes; the encoding's name.
    Guessed(&'static str),
    /// By its words: typed for a font. The text is still in that encoding, one character a byte.
    Legacy(legacy::Encoding),
}

impl Origin {
    /// The remark that a guess is worth.
    pub(super) fn remark(self) -> Option<Remark> {
        if let Self::Guessed(name) = self { Some(Remark::new("F009", name)) } else { None }
    }

    /// The old encoding that the text is still in.
    pub(super) fn legacy(self) -> Option<legacy::Encoding> {
        if let Self::Legacy(encoding) = self { Some(encoding) } else { None }
    }
}

/// A decoded text and how.
pub(super) type Decoded = (String, Origin);

/// Decodes a text file; binary data and text whose letters are lost are refused.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, FileFault> {
    checked(text_of(bytes, None)?, is_lossy)
}

/// Decodes a web page or XML, which may name its encoding. Question marks inside tags (links) are no lost letters.
pub(super) fn decode_markup(bytes: &[u8]) -> Result<Decoded, FileFault> {
    checked(text_of(bytes, declared(bytes))?, |text| is_lossy(&without_tags(text)))
}

fn checked((text, origin): Decoded, is_lossy: impl Fn(&str) -> bool) -> Result<Decoded, FileFault> {
    if text.contains(|c: char| c < ' ' && !matches!(c, '\t' | '\n' | '\r' | '\u{C}')) {
        return Err(FileFault::new("F005", "binary"));
    }
    if text.contains('\u{FFFD}') || is_lossy(&text) {
        return Err(FileFault::new("F006", if let Origin::Guessed(name) = origin { name } else { "?" }));
    }
    Ok((text, origin))
}

/// Bytes that are UTF-8 are that whatever is declared: web servers name windows-1252 for anything.
fn text_of(bytes: &[u8], declared: Option<&'static Encoding>) -> Result<Decoded, FileFault> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        return Ok((text.into_owned(), Origin::Certain));
    }
    if bytes.contains(&0) {
        let encoding = utf16_by_nuls(bytes).ok_or_else(|| FileFault::new("F005", "binary"))?;
        return Ok((encoding.decode_without_bom_handling(bytes).0.into_owned(), Origin::Guessed(encoding.name())));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), Origin::Certain));
    }
    let by_bytes = WINDOWS_1252.decode_without_bom_handling(bytes).0;
    if let Some(encoding) = legacy::detect(&by_bytes) {
        return Ok((by_bytes.into_owned(), Origin::Legacy(encoding)));
    }
    let declared = declared.and_then(|encoding| encoding.decode_without_bom_handling_and_without_replacement(bytes));
    if let Some(text) = declared {
        return Ok((text.into_owned(), Origin::Certain));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(Some(b"vn"), Utf8Detection::Deny);
    Ok((encoding.decode_without_bom_handling(bytes).0.into_owned(), Origin::Guessed(encoding.name())))
}

/// The encoding named by `<meta charset=…>`, `content="text/html; charset=…"` or `<?xml encoding="…"?>`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    const HEAD: usize = 4_096;
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes)).to_ascii_lowercase();
    let name = ["charset=", "encoding="].iter().find_map(|key| head.split_once(key))?.1.trim_start();
    let name = name.trim_start_matches(['"', '\'']).split(['"', '\'', ' ', ';', '>', '/', '?']).next()?;
    // What is declared in ASCII is no UTF-16.
    Encoding::for_label(name.as_bytes()).filter(|encoding| encoding.is_ascii_compatible())
}

/// The text between the tags, as well as it can be told without reading them.
fn without_tags(markup: &str) -> String {
    markup.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect::<Vec<_>>().join(" ")
}

/// Latin text in UTF-16 has a NUL in every second byte, on one side only.
fn utf16_by_nuls(bytes: &[u8]) -> Option<&'static Encoding> {
    let nuls = |side: usize| bytes.iter().skip(side).step_by(2).filter(|&&byte| byte == 0).count();
    let enough = bytes.len() / 2 / 4;
    match (nuls(0), nuls(1)) {
        (0, odd) if odd > enough => Some(UTF_16LE),
        (even, 0) if even > enough => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether letters were replaced by `?` when the file was saved: `T? l? h? s?`. A question mark that ends a sentence
/// stands before no further lower-case word.
fn is_lossy(text: &str) -> bool {
    const AT_LEAST: usize = 3;
    const SHARE_OF_WORDS: usize = 20;
    let chars: Vec<char> = text.chars().collect();
    let letter = |at: usize| chars.get(at).is_some_and(|c| c.is_alphabetic());
    let in_word = |at: usize| letter(at + 1) && (at == 0 || !chars.get(at - 1).is_some_and(char::is_ascii_punctuation));
    let word_goes_on = |at: usize| {
        at > 0
            && letter(at - 1)
            && chars.get(at + 1) == Some(&' ')
            && chars.get(at + 2).is_some_and(|c| c.is_lowercase() || *c == '?')
    };
    let marks = chars.iter().enumerate().filter(|&(at, &c)| c == '?' && (in_word(at) || word_goes_on(at))).count();
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).count();
    marks >= AT_LEAST && marks * SHARE_OF_WORDS >= words
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail by panic")]
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn question_marks_inside_words_mean_lost_letters() {
        let cases = [
            ("Ch? ti?u;S? li?u;T? l? h? s? ?úng h?n", true),
            ("Hồ sơ có đúng hạn không?;Có\nĐã trả kết quả chưa?;Chưa\nCó ý kiến gì không?;Không", false),
            ("Mã;Chỉ tiêu;Kỳ này\nhs_da_gq;Hồ sơ đã giải quyết;1.234", false),
        ];
        for (text, lossy) in cases {
            assert_eq!(is_lossy(text), lossy, "{text}");
        }
    }

    #[test]
    fn an_encoding_without_a_mark_is_guessed_and_said() {
        let (text, origin) =
            decode(b"Chi\xD2 ti\xEAu;Ty\xD2 l\xEA\xF2 h\xF4\xCC s\xF5 \xF0\xFAng ha\xF2n;97,5").unwrap();
        assert_eq!(text.nfc().collect::<String>(), "Chỉ tiêu;Tỷ lệ hồ sơ đúng hạn;97,5");
        assert_eq!(origin, Origin::Guessed("windows-1258"));
    }

    #[test]
    fn bytes_of_an_old_font_are_told_by_their_words() {
        let cases: [(&[u8], legacy::Encoding); 2] = [
            (b"T\xFB l\xD6 h\xE5 s\xAC \xAE\xF3ng h\xB9n;97,5", legacy::Encoding::Tcvn3),
            (b"Tie\xE1ng Vie\xE4t ra\xE1t hay;97,5", legacy::Encoding::Vni),
        ];
        for (bytes, expected) in cases {
            assert_eq!(decode(bytes).unwrap().1, Origin::Legacy(expected));
            let many = [bytes, b"\nhs_dgq\n".repeat(500).as_slice()].concat();
            assert_eq!(decode(&many).unwrap().1, Origin::Legacy(expected));
        }
    }
}
