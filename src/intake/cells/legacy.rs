//! Texts in Vietnamese encodings older than Unicode, and UTF-8 once decoded wrongly, to Unicode.
//!
//! A font such as `.VnTime` shows `Tû lÖ` as “Tỷ lệ”; the cell holds the former. Nothing in a cell says so, hence it is
//! told by the words: the text is converted only if that makes Vietnamese syllables of what were none. A font's name is
//! half a proof: sheets keep it for cells that were retyped in Unicode.

mod evidence;
mod font;
mod letters;
mod syllable;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use encoding_rs::{WINDOWS_1252, WINDOWS_1258};

use super::Remarks;
use crate::model::{Address, CellValue, Remark, SheetCells};
use evidence::gain;
pub(super) use font::{Font, Fonts};

/// How a text came to be unreadable as Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Encoding {
    /// Fonts called .Vn…, one code a letter.
    Tcvn3,
    /// Fonts called VNI-…, a letter and its mark.
    Vni,
    /// UTF-8 decoded as a Windows code page.
    Mojibake,
}

const ALL: [Encoding; 3] = [Encoding::Tcvn3, Encoding::Vni, Encoding::Mojibake];

impl Encoding {
    fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3",
            Self::Vni => "VNI",
            Self::Mojibake => "UTF-8",
        }
    }

    fn code(self) -> &'static str {
        if self == Self::Mojibake { "F013" } else { "F012" }
    }

    /// What turns a word into Unicode, where words are converted one by one.
    fn letters(self) -> Option<fn(&str) -> Option<String>> {
        match self {
            Self::Tcvn3 => Some(letters::tcvn3),
            Self::Vni => Some(letters::vni),
            Self::Mojibake => None,
        }
    }

    /// Syllables gained that prove the encoding without any other cell. One may be chance: French `laïc` is `lạc` in VNI.
    /// Bytes that happen to be valid UTF-8 are no chance.
    fn proof(self) -> usize {
        if self == Self::Mojibake { 1 } else { 2 }
    }
}

/// The encoding of a text that is Vietnamese only when converted.
pub(super) fn detect(text: &str) -> Option<Encoding> {
    if text.contains(is_foreign) { best(text, ALL, Encoding::proof) } else { None }
}

/// The encoding that gains most, and enough.
fn best(text: &str, ways: impl IntoIterator<Item = Encoding>, enough: fn(Encoding) -> usize) -> Option<Encoding> {
    let gains = ways.into_iter().map(|way| (gain(text, way), way));
    gains.filter(|(gain, way)| *gain >= enough(*way)).max().map(|(_, way)| way)
}

/// Converts the cells that need it. `whole` is the encoding of the entire file where that is known, as for text files;
/// otherwise cells that prove an encoding let those be read that by themselves could be chance (`Tæng`), and so does a
/// cell's own font.
pub(super) fn repair(sheets: &mut [SheetCells], whole: Option<Encoding>, fonts: &Fonts) -> Remarks {
    let proven: BTreeSet<Encoding> = match whole {
        Some(way) => BTreeSet::from([way]),
        None => texts(sheets).filter_map(detect).collect(),
    };
    if proven.is_empty() && fonts.is_empty() {
        return Remarks::new();
    }
    let mut noted: BTreeMap<&str, Note> = BTreeMap::new();
    for (number, sheet) in sheets.iter_mut().enumerate() {
        let mut told = BTreeSet::new();
        for cell in &mut sheet.cells {
            let CellValue::Text(text) = &mut cell.value else { continue };
            let font = fonts.get(&(number, cell.at)).copied();
            let Some(way) = way_of(text, &proven, whole, font) else { continue };
            *text = converted(text, way, font);
            let note = noted.entry(way.code()).or_default();
            if told.insert(way.code()) {
                note.places.push((sheet.name.clone(), cell.at));
            }
            note.ways.insert(way.name());
            note.cells += 1;
        }
    }
    noted.into_iter().map(|(code, note)| note.remark(code)).collect()
}

/// What is said once a file, at the first cell of each sheet.
#[derive(Default)]
struct Note {
    places: Vec<(Option<Arc<str>>, Address)>,
    ways: BTreeSet<&'static str>,
    cells: usize,
}

impl Note {
    fn remark(self, code: &str) -> Remark {
        let ways: Vec<&str> = self.ways.into_iter().collect();
        Remark::new(code, format!("{} · {}", ways.join(", "), self.cells)).at(self.places)
    }
}

fn texts(sheets: &[SheetCells]) -> impl Iterator<Item = &str> {
    sheets.iter().flat_map(|sheet| &sheet.cells).filter_map(|cell| match &cell.value {
        CellValue::Text(text) => Some(text.as_str()),
        _ => None,
    })
}

/// The way in which this text is converted into another one, in a file where these are in use.
fn way_of(text: &str, proven: &BTreeSet<Encoding>, whole: Option<Encoding>, font: Option<Font>) -> Option<Encoding> {
    if text.is_ascii() {
        return None;
    }
    let likely = || proven.iter().copied().chain(font.map(|font| font.encoding));
    let way = whole.or_else(|| best(text, likely(), |_| 1))?;
    convert(text, way).is_some_and(|converted| converted != text).then_some(way)
}

/// Marks of the old encodings that no correct Vietnamese word holds.
fn is_foreign(c: char) -> bool {
    matches!(c, '\u{81}'..='\u{9F}' | '\u{A1}'..='\u{FF}') && !"ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý".contains(c)
}

/// The text in Unicode, as its font shows it.
fn converted(text: &str, way: Encoding, font: Option<Font>) -> String {
    let plain = convert(text, way).unwrap_or_default();
    if font.is_some_and(|font| font.capitals && font.encoding == way) { plain.to_uppercase() } else { plain }
}

/// The text in Unicode; `None` if it cannot be in this encoding.
fn convert(text: &str, way: Encoding) -> Option<String> {
    let Some(decode) = way.letters() else { return undo_wrong_decoding(text) };
    let mut out = String::with_capacity(text.len() * 2);
    for piece in text.split_inclusive(is_separator) {
        let word = piece.trim_end_matches(is_separator);
        out.push_str(decode(word).as_deref().unwrap_or(word));
        out.push_str(piece.get(word.len()..).unwrap_or_default());
    }
    Some(out)
}

/// Words end where neither a letter nor a sign that the fonts show as a letter (`®óng`) stands.
fn is_separator(c: char) -> bool {
    !c.is_alphabetic() && !letters::is_tcvn3_sign(c)
}

/// UTF-8 that was decoded as a Windows code page, decoded as UTF-8. The last byte of “à” shows as a no-break space,
/// which editing often turns into a plain one.
fn undo_wrong_decoding(text: &str) -> Option<String> {
    let restored = text.replace("Ã ", "Ã\u{A0}");
    [WINDOWS_1252, WINDOWS_1258].into_iter().find_map(|page| {
        let (bytes, _, unmappable) = page.encode(&restored);
        (!unmappable).then(|| String::from_utf8(bytes.into_owned()).ok()).flatten()
    })
}

#[cfg(test)]
mod tests;
