//! Texts in Vietnamese encodings older than Unicode, and UTF-8 once decoded wrongly, to Unicode.
//!
//! A font such as `.VnTime` shows `Tû lÖ` as “Tỷ lệ”; the cell holds the former. Nothing in a cell says so, hence it is
//! told by the words: the text is converted only if that makes Vietnamese syllables of what were none.

mod evidence;
mod letters;
mod syllable;

use std::collections::{BTreeMap, BTreeSet};

use encoding_rs::{WINDOWS_1252, WINDOWS_1258};

use super::Remarks;
use crate::model::{CellValue, SheetCells};
use evidence::gain;

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
/// otherwise cells that prove an encoding let those be read that by themselves could be chance (`Tæng`).
pub(super) fn repair(sheets: &mut [SheetCells], whole: Option<Encoding>) -> Remarks {
    let proven: BTreeSet<Encoding> = match whole {
        Some(way) => BTreeSet::from([way]),
        None => texts(sheets).filter_map(detect).collect(),
    };
    if proven.is_empty() {
        return Remarks::new();
    }
    let mut noted = BTreeMap::new();
    for sheet in sheets {
        for cell in &mut sheet.cells {
            let CellValue::Text(text) = &mut cell.value else { continue };
            let Some(way) = way_of(text, &proven, whole) else { continue };
            *text = convert(text, way).unwrap_or_default();
            let place = sheet.name.as_ref().map_or_else(|| cell.at.to_string(), |name| format!("{name}!{}", cell.at));
            let note = noted.entry(way.code()).or_insert_with(|| Note { place, ways: BTreeSet::new(), cells: 0 });
            note.ways.insert(way.name());
            note.cells += 1;
        }
    }
    noted.into_iter().map(|(code, note)| (code.to_owned(), note.detail())).collect()
}

/// What is said once a file.
struct Note {
    place: String,
    ways: BTreeSet<&'static str>,
    cells: usize,
}

impl Note {
    fn detail(&self) -> String {
        let ways: Vec<&str> = self.ways.iter().copied().collect();
        format!("{} · {} · {}", ways.join(", "), self.place, self.cells)
    }
}

fn texts(sheets: &[SheetCells]) -> impl Iterator<Item = &str> {
    sheets.iter().flat_map(|sheet| &sheet.cells).filter_map(|cell| match &cell.value {
        CellValue::Text(text) => Some(text.as_str()),
        _ => None,
    })
}

/// The way in which this text is converted into another one, in a file where these are in use.
fn way_of(text: &str, proven: &BTreeSet<Encoding>, whole: Option<Encoding>) -> Option<Encoding> {
    if text.is_ascii() {
        return None;
    }
    let way = whole.or_else(|| best(text, proven.iter().copied(), |_| 1))?;
    convert(text, way).is_some_and(|converted| converted != text).then_some(way)
}

/// Marks of the old encodings that no correct Vietnamese word holds.
fn is_foreign(c: char) -> bool {
    matches!(c, '\u{81}'..='\u{9F}' | '\u{A1}'..='\u{FF}') && !"ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý".contains(c)
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
