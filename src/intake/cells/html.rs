//! Web pages under a spreadsheet's name, as other programs export them: all tables of the page on one unnamed sheet.
//!
//! Numbers stay text, as in CSV, unless Excel or `LibreOffice` has left the number itself beside the text.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::collect::Collector;
use super::html_grid::{Grid, Merge};
use super::{Remarks, encoding, legacy};
use crate::model::FileFault;

/// Elements whose text nobody sees on the page.
const UNSEEN: [&[u8]; 5] = [b"script", b"style", b"title", b"xml", b"template"];

/// Elements that begin and end a line.
const LINES: [&[u8]; 18] = [
    b"br", b"p", b"div", b"li", b"ul", b"ol", b"dt", b"dd", b"hr", b"h1", b"h2", b"h3", b"h4", b"h5", b"h6", b"center",
    b"caption", b"pre",
];

/// Attributes with a cell's number, as Excel and `LibreOffice` export it.
const NUMBERS: [&[u8]; 2] = [b"x:num", b"sdval"];

/// Most columns and rows that a cell may take by the HTML standard (§4.9.11).
const MOST: Merge = Merge { columns: 1_000, rows: 65_534 };

/// Reads the page's tables and the lines around them; returns the old encoding that they are still in.
pub(super) fn read(
    bytes: &[u8],
    out: &mut Collector<'_>,
    remarks: &mut Remarks,
) -> Result<Option<legacy::Encoding>, FileFault> {
    let (text, origin) = encoding::decode_markup(bytes)?;
    remarks.extend(origin.remark());
    out.sheet(None, false)?;
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut grid = Grid::new(out);
    let mut unseen: Option<Vec<u8>> = None;
    for Ok(token) in Tokenizer::new_with_emitter(text.as_str(), emitter) {
        match (token, &unseen) {
            (Token::EndTag(tag), Some(name)) if tag.name.0 == *name => unseen = None,
            (Token::StartTag(tag), None) if UNSEEN.contains(&tag.name.as_slice()) => unseen = Some(tag.name.0),
            (Token::StartTag(tag), None) => start(&tag, &mut grid)?,
            (Token::EndTag(tag), None) => end(&tag.name, &mut grid)?,
            (Token::String(text), None) => grid.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    grid.finish()?;
    Ok(origin.legacy())
}

fn start(tag: &StartTag<()>, grid: &mut Grid<'_, '_>) -> Result<(), FileFault> {
    match tag.name.as_slice() {
        b"table" => grid.begin_table(),
        b"tr" => grid.begin_row(is_hidden(tag)),
        b"td" | b"th" => {
            let merge = Merge {
                columns: span(tag, b"colspan").clamp(1, MOST.columns),
                // None means: down to the table's end.
                rows: Some(span(tag, b"rowspan")).filter(|&rows| rows > 0).unwrap_or(MOST.rows).min(MOST.rows),
            };
            let number = NUMBERS.iter().find_map(|name| attribute(tag, name)?.trim().parse().ok());
            grid.begin_cell(merge, number)
        }
        name if LINES.contains(&name) => grid.line_break(),
        _ => Ok(()),
    }
}

fn end(name: &[u8], grid: &mut Grid<'_, '_>) -> Result<(), FileFault> {
    match name {
        b"table" => grid.end_table(),
        b"tr" => grid.end_row(),
        b"td" | b"th" => grid.end_cell(),
        name if LINES.contains(&name) => grid.line_break(),
        _ => Ok(()),
    }
}

/// Whether a page does not show an element, as Excel exports hidden rows.
fn is_hidden(tag: &StartTag<()>) -> bool {
    let style = attribute(tag, b"style").unwrap_or_default().to_ascii_lowercase();
    let hides = style.split(';').any(|rule| rule.split_whitespace().collect::<String>() == "display:none");
    hides || attribute(tag, b"hidden").is_some()
}

/// How many columns or rows a cell says it takes: one where it says nothing that can be read.
fn span(tag: &StartTag<()>, name: &[u8]) -> u32 {
    let written = attribute(tag, name).unwrap_or_default();
    let digits = written.trim();
    let too_many = digits.len() > 9 && digits.bytes().all(|digit| digit.is_ascii_digit());
    if too_many { u32::MAX } else { digits.parse().unwrap_or(1) }
}

fn attribute(tag: &StartTag<()>, name: &[u8]) -> Option<String> {
    tag.attributes.get(name).map(|value| String::from_utf8_lossy(value).into_owned())
}
