//! Delimited text as rows and fields: exactly what the `csv` library reads, only the fields asked for.
//!
//! A quote opens a field only where the field begins; within quotes `""` is a quote and a line break is text; what stands
//! behind the closing quote belongs to the field as it is. A row ends at LF, a CR before it is not part of the row.

use std::borrow::Cow;

use memchr::{memchr, memchr2, memrchr};

/// Walks the rows of a text that begins with a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rows<'t> {
    text: &'t [u8],
    at: usize,
    delimiter: u8,
}

impl<'t> Rows<'t> {
    /// The rows of this text.
    pub(super) fn new(text: &'t [u8], delimiter: u8) -> Self {
        Self { text, at: 0, delimiter }
    }

    /// Where the next row begins.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Moves over the next row and hands its first fields to `take`, at most `most` of them; `None` after the last row.
    /// The answer says whether the row is nothing but a line break.
    pub(super) fn next(&mut self, most: usize, mut take: impl FnMut(usize, Field<'t>)) -> Option<Shape> {
        let text = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let (mut from, mut column) = (0, 0);
        while column < most {
            let (field, end) = field(text, from, self.delimiter);
            take(column, field);
            column += 1;
            from = end + 1;
            if text.get(end) != Some(&self.delimiter) {
                self.at += from.min(text.len());
                return Some(if column == 1 && is_line_end(text, end) { Shape::Blank } else { Shape::Row });
            }
        }
        self.at += row_end(text, from, self.delimiter).unwrap_or(text.len());
        Some(Shape::Row)
    }
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A line break and nothing before it.
    Blank,
    /// Anything else.
    Row,
}

/// One field as it stands in the text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Field<'t> {
    raw: &'t [u8],
    /// Whether quotes have to be taken out of it.
    quoted: bool,
}

impl<'t> Field<'t> {
    /// Its bytes without quotes and without spaces around them.
    pub(super) fn bytes(self) -> Cow<'t, [u8]> {
        if !self.quoted {
            return Cow::Borrowed(self.raw.trim_ascii());
        }
        match self.raw.strip_prefix(b"\"").and_then(|rest| rest.strip_suffix(b"\"")) {
            Some(inner) if memchr(b'"', inner).is_none() => Cow::Borrowed(inner.trim_ascii()),
            _ => Cow::Owned(unquoted(self.raw).trim_ascii().to_vec()),
        }
    }
}

/// The field that begins at `from`, and where it ends: at a delimiter, a line break or the end of the text.
fn field(text: &[u8], from: usize, delimiter: u8) -> (Field<'_>, usize) {
    let quoted = text.get(from) == Some(&b'"');
    let open = if quoted { closing(text, from + 1).map_or(text.len(), |close| close + 1) } else { from };
    let rest = text.get(open..).unwrap_or_default();
    let end = memchr2(delimiter, b'\n', rest).map_or(text.len(), |found| open + found);
    let raw = text.get(from..end).unwrap_or_default();
    let raw = if text.get(end) == Some(&delimiter) { raw } else { raw.strip_suffix(b"\r").unwrap_or(raw) };
    (Field { raw, quoted }, end)
}

/// Whether the text up to the end of a row is empty but for a CR.
fn is_line_end(text: &[u8], end: usize) -> bool {
    end == 0 || end == 1 && text.first() == Some(&b'\r')
}

/// The quote that closes a field whose content begins at `from`.
fn closing(text: &[u8], mut from: usize) -> Option<usize> {
    loop {
        let quote = from + memchr(b'"', text.get(from..)?)?;
        if text.get(quote + 1) != Some(&b'"') {
            return Some(quote);
        }
        from = quote + 2;
    }
}

/// Where the row ends in which a field begins at `from`: behind its line break.
fn row_end(text: &[u8], mut from: usize, delimiter: u8) -> Option<usize> {
    let mut begins = true;
    loop {
        if begins && text.get(from) == Some(&b'"') {
            from = closing(text, from + 1)? + 1;
        }
        let found = from + memchr2(b'"', b'\n', text.get(from..)?)?;
        if text.get(found) == Some(&b'\n') {
            return Some(found + 1);
        }
        begins = found > 0 && text.get(found - 1) == Some(&delimiter);
        from = if begins { found } else { found + 1 };
    }
}

/// Where the last whole row of a text that begins with a row ends: behind its line break. `None` if no row ends in it.
pub(super) fn last_row_end(text: &[u8], delimiter: u8) -> Option<usize> {
    let Some(first) = memchr(b'"', text) else { return memrchr(b'\n', text).map(|found| found + 1) };
    let mut last = memrchr(b'\n', text.get(..first)?).map(|found| found + 1);
    let mut from = first;
    loop {
        let opens = from == 0 || text.get(from - 1).is_some_and(|before| *before == delimiter || *before == b'\n');
        let Some(after) = (if opens { closing(text, from + 1).map(|close| close + 1) } else { Some(from + 1) }) else {
            return last;
        };
        let rest = text.get(after..)?;
        let next = memchr(b'"', rest);
        let plain = next.map_or(rest, |next| rest.get(..next).unwrap_or_default());
        last = memrchr(b'\n', plain).map(|found| after + found + 1).or(last);
        match next {
            Some(next) => from = after + next,
            None => return last,
        }
    }
}

/// A field that begins with a quote, as the `csv` library understands it.
fn unquoted(raw: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(raw.len());
    let mut bytes = raw.iter().copied().skip(1).peekable();
    while let Some(byte) = bytes.next() {
        if byte != b'"' {
            text.push(byte);
        } else if bytes.next_if_eq(&b'"').is_some() {
            text.push(b'"');
        } else {
            break;
        }
    }
    text.extend(bytes);
    text
}

/// Whether a quote is open at the end of a text that begins with a row.
pub(super) fn is_open(text: &[u8], delimiter: u8) -> bool {
    let Some(mut from) = memchr(b'"', text) else { return false };
    loop {
        let opens = from == 0 || text.get(from - 1).is_some_and(|before| *before == delimiter || *before == b'\n');
        let after = if opens { closing(text, from + 1).map(|close| close + 1) } else { Some(from + 1) };
        let Some(after) = after else { return true };
        match text.get(after..).and_then(|rest| memchr(b'"', rest)) {
            Some(next) => from = after + next,
            None => return false,
        }
    }
}
