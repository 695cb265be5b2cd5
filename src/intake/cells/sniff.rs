//! What a file is, by its first bytes.

use crate::model::{FileFault, FileFormat};

/// The container a file's bytes are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A zip package: .xlsx, .xlsb, .ods or something else.
    Package,
    /// An OLE compound file: .xls, an encrypted workbook or something else.
    Compound,
    /// A web page.
    Html,
    /// The XML of Excel 2003.
    SpreadsheetMl,
    /// Anything else that may be delimited text.
    Text,
}

/// First bytes of files that are no spreadsheet although they may pass as text.
const FOREIGN: [(&[u8], &str); 10] = [
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "png"),
    (b"\xFF\xD8\xFF", "jpeg"),
    (b"GIF8", "gif"),
    (b"Rar!", "rar"),
    (b"7z\xBC\xAF", "7z"),
    (b"\x1F\x8B", "gzip"),
    (b"SQLite format 3", "sqlite"),
    (b"MIME-Version:", "mhtml"),
];

/// First words of markup.
const MARKUP: [&str; 12] =
    ["<?xml", "<!doctype", "<!--", "<html", "<head", "<meta", "<title", "<link", "<script", "<style", "<body", "<div"];

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
    markup(bytes)
}

/// Web pages and XML that are saved under a spreadsheet's name; what begins like neither is text.
fn markup(bytes: &[u8]) -> Result<Shape, FileFault> {
    let head = head(bytes);
    let says = |word: &str| head.contains(word);
    let is_page = says("<html>") || says("<html ");
    let has_table = says("<table") && (says("<tr") || says("<td"));
    match () {
        () if !has_table && !MARKUP.iter().any(|word| head.starts_with(word)) => Ok(Shape::Text),
        () if says("urn:schemas-microsoft-com:office:spreadsheet") && !is_page => Ok(Shape::SpreadsheetMl),
        () if is_page || has_table || !says("<?xml") => Ok(Shape::Html),
        () => Err(FileFault::new("F005", "xml")),
    }
}

/// The first characters in lower case, without the mark and the NUL bytes of UTF-16.
fn head(bytes: &[u8]) -> String {
    const LENGTH: usize = 4_096;
    let marks: [&[u8]; 3] = [b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF"];
    let start = marks.iter().find_map(|mark| bytes.strip_prefix(*mark)).unwrap_or(bytes);
    let head: Vec<u8> = start.iter().copied().filter(|&byte| byte != 0).take(LENGTH).collect();
    String::from_utf8_lossy(head.trim_ascii_start()).to_ascii_lowercase()
}

/// The format's usual extension.
pub(super) fn format_name(format: FileFormat) -> &'static str {
    match format {
        FileFormat::Xlsx => "xlsx",
        FileFormat::Xlsb => "xlsb",
        FileFormat::Xls => "xls",
        FileFormat::Ods => "ods",
        FileFormat::Csv => "csv",
        FileFormat::Html => "html",
        FileFormat::SpreadsheetMl => "xml",
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
        "html" | "htm" => FileFormat::Html,
        "xml" => FileFormat::SpreadsheetMl,
        _ => return false,
    };
    promised != format
}
