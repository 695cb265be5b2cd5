//! What a file is, by its first bytes.

use crate::model::{FileFault, FileFormat};

/// The container a file's bytes are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A zip package: .xlsx, .xlsb, .ods or something else.
    Package,
    /// An OLE compound file: .xls, an encrypted workbook or something else.
    Compound,
    /// Anything else that may be delimited text.
    Text,
}

/// First bytes of files that are no spreadsheet although they may pass as text.
const FOREIGN: [(&[u8], &str); 9] = [
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "png"),
    (b"\xFF\xD8\xFF", "jpeg"),
    (b"GIF8", "gif"),
    (b"Rar!", "rar"),
    (b"7z\xBC\xAF", "7z"),
    (b"\x1F\x8B", "gzip"),
    (b"SQLite format 3", "sqlite"),
];

/// First words of markup that Excel opens but that is no delimited text.
const MARKUP: [&str; 8] = ["<?xml", "<!doctype", "<html", "<head", "<meta", "<body", "<table", "<style"];

/// The container of these bytes, or why they cannot be a spreadsheet.
pub(super) fn shape(bytes: &[u8]) -> Result<Shape, FileFault> {
    if bytes.is_empty() {
        return Err(FileFault::new("F011", "0 B"));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Shape::Package);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Ok(Shape::Compound);
    }
    if let Some((_, name)) = FOREIGN.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(FileFault::new("F005", *name));
    }
    markup(bytes).map_or(Ok(Shape::Text), |name| Err(FileFault::new("F005", name)))
}

/// Web pages and XML spreadsheets that are saved under a spreadsheet's name.
fn markup(bytes: &[u8]) -> Option<&'static str> {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let head = String::from_utf8_lossy(start.get(..2_048).unwrap_or(start)).to_ascii_lowercase();
    if !MARKUP.iter().any(|word| head.starts_with(word)) {
        return None;
    }
    let says = |word: &str| head.contains(word);
    Some(match () {
        () if says("urn:schemas-microsoft-com:office:spreadsheet") => "spreadsheetml",
        () if says("<html") || says("<table") || !says("<?xml") => "html",
        () => "xml",
    })
}

/// The format's usual extension.
pub(super) fn format_name(format: FileFormat) -> &'static str {
    match format {
        FileFormat::Xlsx => "xlsx",
        FileFormat::Xlsb => "xlsb",
        FileFormat::Xls => "xls",
        FileFormat::Ods => "ods",
        FileFormat::Csv => "csv",
    }
}

/// Whether the name ends like a file of another format.
pub(super) fn extension_misleads(name: &str, format: FileFormat) -> bool {
    let extension = name.rsplit_once('.').map_or(String::new(), |(_, tail)| tail.to_ascii_lowercase());
    let promised = match extension.as_str() {
        "xlsx" | "xlsm" => FileFormat::Xlsx,
        "xlsb" => FileFormat::Xlsb,
        "xls" => FileFormat::Xls,
        "ods" => FileFormat::Ods,
        "csv" | "tsv" => FileFormat::Csv,
        _ => return false,
    };
    promised != format
}
