//! Zip packages, inflated once under a cap before any library trusts them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use super::hidden::{self, Hidden};
use super::{Limits, broken, xlsb_hidden};
use crate::model::FileFault;

/// Below this many inflated bytes no ratio is suspicious: a sheet of blanks packs 1,000:1.
const RATIO_FLOOR: u64 = 10_000_000;

/// What the `mimetype` of an OpenDocument spreadsheet or its template begins with.
const ODS: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

/// What is inside a package that has passed.
pub(super) enum PackageKind {
    /// An Office Open XML workbook; `formulas`: whether any of its sheets has one; `hidden`: what each sheet hides.
    Xlsx { formulas: bool, hidden: BTreeMap<String, Hidden> },
    /// An Excel binary workbook; `hidden` as above.
    Xlsb { hidden: BTreeMap<String, Hidden> },
    /// An OpenDocument spreadsheet and its `content.xml`.
    Ods { content: String },
}

/// A package that keeps the limits and hides nothing.
pub(super) struct Package {
    pub(super) kind: PackageKind,
    pub(super) macros: bool,
}

/// How an Excel package stores its parts.
#[derive(Clone, Copy)]
enum Workbook {
    Xml,
    Binary,
}

/// What is gathered entry by entry.
#[derive(Default)]
struct Survey {
    names: BTreeSet<String>,
    unpacked: u64,
    workbook: Option<Workbook>,
    spreadsheet_mimetype: bool,
    formulas: bool,
    macros: bool,
    content: Option<String>,
    /// The sheets' names and the ids of their relations, which tell whose part is whose.
    sheets: Vec<(String, String)>,
    relations: String,
    /// What each sheet part hides, of those that hide anything.
    hidden: BTreeMap<String, Hidden>,
}

impl Package {
    /// Inflates every part, counting what really comes out: declared sizes can lie.
    pub(super) fn check(bytes: &[u8], limits: &Limits) -> Result<Self, FileFault> {
        let mut archive = open(bytes, limits)?;
        let cap = Cap::of(bytes, limits);
        let mut survey = Survey::default();
        let mut part = Vec::new();
        for index in 0..archive.len() {
            let entry = archive.by_index(index).map_err(zip_fault)?;
            survey.entry(entry, &mut part, &cap)?;
        }
        survey.judge()
    }
}

/// Opens a package whose entries are as many as it says.
fn open<'b>(bytes: &'b [u8], limits: &Limits) -> Result<ZipArchive<Cursor<&'b [u8]>>, FileFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(zip_fault)?;
    if archive.len() > limits.entries {
        return Err(FileFault::over_limit("entries", limits.entries));
    }
    if archive.has_overlapping_files().map_err(zip_fault)? || declared_entries(bytes) > archive.len() {
        return Err(broken("zip: overlapping or repeated entries"));
    }
    Ok(archive)
}

/// A package whose parts are read one by one, all under one cap.
pub(super) struct Parts<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Places of the parts by their names in lower case.
    names: BTreeMap<String, usize>,
    cap: Cap,
    unpacked: u64,
}

impl<'b> Parts<'b> {
    /// Opens a package; a name that stands for two parts is refused.
    pub(super) fn open(bytes: &'b [u8], limits: &Limits) -> Result<Self, FileFault> {
        let mut archive = open(bytes, limits)?;
        let mut names = BTreeMap::new();
        for index in 0..archive.len() {
            let name = archive.by_index(index).map_err(zip_fault)?.name().map_err(zip_fault)?.to_ascii_lowercase();
            let name = name.replace('\\', "/");
            if names.insert(name.clone(), index).is_some() {
                return Err(broken(format!("zip: {name} ×2")));
            }
        }
        Ok(Self { archive, names, cap: Cap::of(bytes, limits), unpacked: 0 })
    }

    /// A small part as text; `None` if there is none of this name.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, FileFault> {
        if !self.names.contains_key(name) {
            return Ok(None);
        }
        let mut text = String::new();
        self.stream(name, |part| part.read_to_string(&mut text).map(drop).map_err(fault_of_reading))?;
        if text.contains("<!DOCTYPE") {
            return Err(broken(format!("{name}: DOCTYPE")));
        }
        Ok(Some(text))
    }

    /// Lets a part be read, up to the cap.
    pub(super) fn stream(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut dyn Read) -> Result<(), FileFault>,
    ) -> Result<(), FileFault> {
        let index = self.names.get(name).copied().ok_or_else(|| broken(format!("zip: {name}")))?;
        let room = self.cap.bytes + 1 - self.unpacked;
        let mut part = self.archive.by_index(index).map_err(zip_fault)?.take(room);
        let result = read(&mut part);
        self.unpacked += room - part.limit();
        if self.unpacked > self.cap.bytes { Err(self.cap.exceeded()) } else { result }
    }
}

/// A part that cannot be inflated.
pub(super) fn fault_of_reading(error: std::io::Error) -> FileFault {
    broken(error)
}

/// How many bytes may come out of a package, and the limit that says so.
struct Cap {
    bytes: u64,
    key: &'static str,
    most: u64,
}

impl Cap {
    fn of(package: &[u8], limits: &Limits) -> Self {
        let by_ratio = RATIO_FLOOR.max(limits.unpack_ratio.saturating_mul(package.len() as u64));
        if by_ratio < limits.unpacked_bytes {
            return Self { bytes: by_ratio, key: "unpack_ratio", most: limits.unpack_ratio };
        }
        Self { bytes: limits.unpacked_bytes, key: "unpacked_bytes", most: limits.unpacked_bytes }
    }

    fn exceeded(&self) -> FileFault {
        FileFault::over_limit(self.key, self.most)
    }
}

impl Survey {
    fn entry(&mut self, entry: ZipFile<'_, Cursor<&[u8]>>, part: &mut Vec<u8>, cap: &Cap) -> Result<(), FileFault> {
        let name = entry.name().map_err(zip_fault)?.to_ascii_lowercase().replace('\\', "/");
        part.clear();
        let read = entry.take(cap.bytes + 1 - self.unpacked).read_to_end(part).map_err(broken)?;
        self.unpacked += read as u64;
        if self.unpacked > cap.bytes {
            return Err(cap.exceeded());
        }
        self.look_at(&name, part)?;
        if !self.names.insert(name.clone()) {
            return Err(broken(format!("zip: {name} ×2")));
        }
        Ok(())
    }

    fn look_at(&mut self, name: &str, part: &[u8]) -> Result<(), FileFault> {
        let file = name.rsplit('/').next().unwrap_or(name);
        let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
        match (stem, extension) {
            _ if name.starts_with("basic/") => self.macros = true,
            ("vbaproject", "bin") => self.macros = true,
            ("workbook", "bin") => {
                self.workbook = Some(Workbook::Binary);
                self.sheets = xlsb_hidden::sheets(part);
            }
            (_, "bin") if name.contains("worksheets/") => self.note(name, xlsb_hidden::of_sheet_part(part)),
            ("mimetype", "") => self.spreadsheet_mimetype = part.starts_with(ODS),
            (stem, "xml" | "rels") => {
                if extension == "xml" && stem.starts_with("workbook") {
                    self.workbook = Some(Workbook::Xml);
                }
                // The libraries read UTF-8 only; a part in another encoding is one they skip or refuse.
                if let Ok(text) = std::str::from_utf8(part) {
                    self.look_at_xml(name, text)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn look_at_xml(&mut self, name: &str, text: &str) -> Result<(), FileFault> {
        if text.contains("<!DOCTYPE") {
            return Err(broken(format!("{name}: DOCTYPE")));
        }
        match name {
            "content.xml" => self.content = Some(text.to_owned()),
            "meta-inf/manifest.xml" if text.contains("encryption-data") => return Err(FileFault::new("F002", "")),
            _ if name.ends_with("sharedstrings.xml") && promised_strings(text) > text.len() => {
                return Err(broken("sharedStrings: uniqueCount"));
            }
            "xl/workbook.xml" => self.sheets = hidden::sheets(text),
            "xl/_rels/workbook.xml.rels" | "xl/_rels/workbook.bin.rels" => text.clone_into(&mut self.relations),
            _ if name.contains("worksheets/") => {
                self.note(name, hidden::of_sheet_part(text));
                self.formulas |= ["<f>", "<f ", ":f>", ":f "].iter().any(|tag| text.contains(tag));
            }
            _ => {}
        }
        Ok(())
    }

    fn note(&mut self, part: &str, hidden: Hidden) {
        if hidden != Hidden::default() {
            self.hidden.insert(part.to_owned(), hidden);
        }
    }

    /// What each sheet hides, by its name.
    fn hidden_by_name(&self) -> BTreeMap<String, Hidden> {
        let parts = hidden::sheet_parts(&self.sheets, &self.relations).into_iter();
        parts.filter_map(|(sheet, part)| Some((sheet, self.hidden.get(&part)?.clone()))).collect()
    }

    fn judge(self) -> Result<Package, FileFault> {
        let hidden = self.hidden_by_name();
        let kind = match (self.content, self.workbook) {
            (Some(content), None) if self.spreadsheet_mimetype => PackageKind::Ods { content },
            (_, Some(Workbook::Xml)) => PackageKind::Xlsx { formulas: self.formulas, hidden },
            (_, Some(Workbook::Binary)) => PackageKind::Xlsb { hidden },
            _ if self.names.contains("word/document.xml") => return Err(FileFault::new("F005", "docx")),
            _ => return Err(FileFault::new("F005", "zip")),
        };
        Ok(Package { kind, macros: self.macros })
    }
}

/// The number of strings a shared string table promises; the library reserves room for them all.
fn promised_strings(text: &str) -> usize {
    let promised = text.split_once("uniqueCount=").and_then(|(_, rest)| rest.split(['"', '\'']).nth(1));
    promised.map_or(0, |digits| digits.trim().parse().unwrap_or(usize::MAX))
}

/// The number of entries the archive's end record counts; the library keeps only the last of those of one name.
fn declared_entries(bytes: &[u8]) -> usize {
    const ZIP64: u16 = 0xFFFF;
    let Some(end) = bytes.windows(4).rposition(|window| window == b"PK\x05\x06") else { return 0 };
    match bytes.get(end + 10..end + 12) {
        Some(&[low, high]) => Some(u16::from_le_bytes([low, high])).filter(|&n| n != ZIP64).map_or(0, usize::from),
        _ => 0,
    }
}

fn zip_fault(error: ZipError) -> FileFault {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            FileFault::new("F002", "zip")
        }
        other => broken(other),
    }
}
