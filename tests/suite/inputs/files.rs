//! Text files in the encodings that offices' programs write.

use encoding_rs::{WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::UnicodeNormalization;

/// The bytes of a text in this encoding.
pub(super) fn text(encoding: &str, text: &str) -> Vec<u8> {
    let utf16 = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let utf32 = |unit: fn(u32) -> [u8; 4]| text.chars().flat_map(|c| unit(u32::from(c))).collect::<Vec<u8>>();
    match encoding {
        "utf-8" => text.into(),
        "utf-8 bom" => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        "utf-16le" => utf16(u16::to_le_bytes),
        "utf-16le bom" => [vec![0xFF, 0xFE], utf16(u16::to_le_bytes)].concat(),
        "utf-16be" => utf16(u16::to_be_bytes),
        "utf-16be bom" => [vec![0xFE, 0xFF], utf16(u16::to_be_bytes)].concat(),
        "utf-32le bom" => [vec![0xFF, 0xFE, 0, 0], utf32(u32::to_le_bytes)].concat(),
        "utf-32be bom" => [vec![0, 0, 0xFE, 0xFF], utf32(u32::to_be_bytes)].concat(),
        // The code page has most letters, and tones as marks behind them.
        "windows-1258" => WINDOWS_1258.encode(&with_marks(text)).0.into_owned(),
        // Signs as the fonts of the time showed them: the table holds what the bytes are in this page.
        "windows-1252" => WINDOWS_1252.encode(text).0.into_owned(),
        "ansi" => text.chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect(),
        other => panic!("no encoding {other}"),
    }
}

/// Letters composed, tones apart, as Vietnamese Windows writes them.
fn with_marks(text: &str) -> String {
    const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
    let mut out = String::new();
    for letter in text.nfc() {
        let parts = std::iter::once(letter).nfd();
        let (tones, base): (Vec<char>, Vec<char>) = parts.partition(|c| TONES.contains(c));
        out.extend(base.into_iter().nfc());
        out.extend(tones);
    }
    out
}
