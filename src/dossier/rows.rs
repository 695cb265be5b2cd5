//! Delimited text as rows and fields: exactly what the `csv` library reads, only the fields asked for.
//!
//! A quote opens a field only where the field begins; within quotes `""` is a quote and a line break is text; what stands
//! behind the closing quote belongs to the field as it is. A row ends at LF, a CR before it is not part of the row.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memrchr2};

use super::marks::Marks;

/// Walks the rows of a text that begins with a row.
#[derive(Clone, Debug)]
pub(super) struct Rows<'t> {
    text: &'t [u8],
    at: usize,
    delimiter: u8,
    marks: Marks<'t>,
    open: bool,
}

impl<'t> Rows<'t> {
    /// The rows of this text from there on.
    pub(super) fn new(text: &'t [u8], from: usize, delimiter: u8) -> Self {
        Self { text, at: from, delimiter, marks: Marks::new(text, from, delimiter), open: false }
    }

    /// Where the next row begins.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Whether the last row ends inside quotes.
    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    /// Moves over the next row and hands its fields to `take`; `None` after the last row.
    #[inline]
    pub(super) fn next(&mut self, mut take: impl FnMut(usize, Field<'t>)) -> Option<Shape> {
        if self.at >= self.text.len() {
            return None;
        }
        let begin = self.at;
        let mut from = begin;
        for column in 0.. {
            let (end, quoted) = self.field_end(from);
            let last = self.byte(end) != Some(self.delimiter);
            let mut raw = self.text.get(from..end).unwrap_or_default();
            if last {
                raw = raw.strip_suffix(b"\r").unwrap_or(raw);
            }
            take(column, Field { raw, quoted });
            if last {
                self.at = (end + 1).min(self.text.len());
                let blank = column == 0 && raw.is_empty();
                return Some(if blank { Shape::Blank } else { Shape::Row });
            }
            from = end + 1;
        }
        None
    }

    /// Where the field that begins at `from` ends, and whether it begins with a quote.
    #[inline]
    fn field_end(&mut self, from: usize) -> (usize, bool) {
        let mark = self.marks.next();
        if self.byte(mark) != Some(b'"') {
            return (mark, false);
        }
        let quoted = mark == from;
        if quoted {
            self.close();
        }
        loop {
            let mark = self.marks.next();
            if self.byte(mark) != Some(b'"') {
                return (mark, quoted);
            }
        }
    }

    /// Moves behind the quote that closes a field.
    fn close(&mut self) {
        loop {
            let mark = self.marks.next();
            match self.byte(mark) {
                None => {
                    self.open = true;
                    return;
                }
                Some(b'"') if self.byte(mark + 1) == Some(b'"') => _ = self.marks.next(),
                Some(b'"') => return,
                Some(_) => {}
            }
        }
    }

    #[inline]
    fn byte(&self, at: usize) -> Option<u8> {
        self.text.get(at).copied()
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
    #[inline]
    pub(super) fn bytes(self) -> Cow<'t, [u8]> {
        let is_bare = |byte: Option<&u8>| byte.is_none_or(|byte| *byte > b' ');
        if !self.quoted && is_bare(self.raw.first()) && is_bare(self.raw.last()) {
            return Cow::Borrowed(self.raw);
        }
        self.dressed()
    }

    #[cold]
    fn dressed(self) -> Cow<'t, [u8]> {
        if !self.quoted {
            return Cow::Borrowed(self.raw.trim_ascii());
        }
        match self.raw.strip_prefix(b"\"").and_then(|rest| rest.strip_suffix(b"\"")) {
            Some(inner) if memchr(b'"', inner).is_none() => Cow::Borrowed(inner.trim_ascii()),
            _ => Cow::Owned(unquoted(self.raw).trim_ascii().to_vec()),
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

/// Where the last whole row of a text ends that begins with a row: behind its line break. `None` if no row ends in it.
///
/// By the number of quotes alone, which is right where every quote opens, closes or is doubled. Whoever reads the rows
/// sees whether it was: the last row then ends inside quotes, and [`last_row_end_exactly`] has to be asked.
pub(super) fn last_row_end(text: &[u8]) -> Option<usize> {
    let mut open = memchr_iter(b'"', text).count() % 2 == 1;
    let mut end = text.len();
    loop {
        end = memrchr2(b'"', b'\n', text.get(..end)?)?;
        match text.get(end) {
            Some(b'"') => open = !open,
            _ if open => {}
            _ => return Some(end + 1),
        }
    }
}

/// The same by reading every row.
pub(super) fn last_row_end_exactly(text: &[u8], delimiter: u8) -> Option<usize> {
    let mut rows = Rows::new(text, 0, delimiter);
    let mut last = None;
    while rows.next(|_, _| ()).is_some() {
        let ends = !rows.is_open() && rows.at().checked_sub(1).and_then(|at| text.get(at)) == Some(&b'\n');
        last = if ends { Some(rows.at()) } else { last };
    }
    last
}
