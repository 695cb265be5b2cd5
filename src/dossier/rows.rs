//! Delimited text as rows and fields: exactly what the `csv` library reads.
//!
//! A quote opens a field only where the field begins; within quotes `""` is a quote and a line break is text; what stands
//! behind the closing quote belongs to the field as it is. A row ends at LF, a CR before it is not part of the row.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memrchr2};

use super::marks::Window;

/// Walks the rows of a text that begins with a row.
#[derive(Clone, Debug)]
pub(super) struct Rows<'t> {
    text: &'t [u8],
    delimiter: u8,
    window: Window,
    /// Where the row begins that was moved over last.
    begin: usize,
    /// Where each of its fields ends.
    ends: Vec<usize>,
    /// Where the next row begins.
    at: usize,
    open: bool,
}

impl<'t> Rows<'t> {
    /// The rows of this text from there on.
    pub(super) fn new(text: &'t [u8], from: usize, delimiter: u8) -> Self {
        let window = Window::first(text, from, delimiter);
        Self { text, delimiter, window, begin: from, ends: Vec::new(), at: from, open: false }
    }

    /// Moves over the next row; whether there was one.
    #[inline]
    pub(super) fn next(&mut self) -> bool {
        if self.at >= self.text.len() {
            return false;
        }
        self.begin = self.at;
        self.ends.clear();
        while self.window.regular {
            let (mut ends, is_whole) = self.window.take_row();
            while ends != 0 {
                self.ends.push(self.window.base + ends.trailing_zeros() as usize);
                ends &= ends - 1;
            }
            if is_whole {
                self.end_row();
                return true;
            }
            let Some(next) = self.window.next(self.text, self.delimiter) else {
                self.end_text(self.window.open);
                return true;
            };
            self.window = next;
        }
        self.next_by_byte();
        self.window = Window::first(self.text, self.at, self.delimiter);
        true
    }

    /// The same for rows with quotes that neither open a field, close it nor are doubled.
    #[cold]
    fn next_by_byte(&mut self) {
        self.ends.clear();
        let mut within = Within::Beginning;
        for (place, byte) in self.text.iter().enumerate().skip(self.begin) {
            within = match (within, *byte) {
                (Within::Quotes, b'"') => Within::Quote,
                (Within::Quotes, _) | (Within::Beginning | Within::Quote, b'"') => Within::Quotes,
                (_, b'\n') => {
                    self.ends.push(place);
                    return self.end_row();
                }
                (_, byte) if byte == self.delimiter => {
                    self.ends.push(place);
                    Within::Beginning
                }
                _ => Within::Text,
            };
        }
        self.end_text(within == Within::Quotes);
    }

    /// The last field ends where the text does.
    fn end_text(&mut self, open: bool) {
        self.open = open;
        self.ends.push(self.text.len());
        self.end_row();
    }

    /// Behind the last field stands a line break, which may be two bytes.
    #[inline]
    fn end_row(&mut self) {
        let last = self.ends.len().saturating_sub(1);
        let begin = self.begin_of(last);
        if let Some(end) = self.ends.get_mut(last) {
            self.at = (*end + 1).min(self.text.len());
            if *end > begin && self.text.get(*end - 1) == Some(&b'\r') {
                *end -= 1;
            }
        }
    }

    /// Where the next row begins.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Whether the last row ends inside quotes.
    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    /// Whether the row is a line break and nothing before it.
    pub(super) fn is_blank(&self) -> bool {
        matches!(*self.ends, [end] if end == self.begin)
    }

    /// The row as it stands in the text.
    pub(super) fn raw(&self) -> &'t [u8] {
        self.text.get(self.begin..self.at).unwrap_or_default()
    }

    /// A field of the row; an empty one where the row is shorter.
    #[inline]
    pub(super) fn field(&self, column: usize) -> Field<'t> {
        let end = self.ends.get(column).copied().unwrap_or_default();
        Field(self.text.get(self.begin_of(column)..end).unwrap_or_default())
    }

    /// All fields of the row.
    pub(super) fn fields(&self) -> impl Iterator<Item = Field<'t>> {
        (0..self.ends.len()).map(|column| self.field(column))
    }

    #[inline]
    fn begin_of(&self, column: usize) -> usize {
        let before = column.checked_sub(1).and_then(|before| self.ends.get(before));
        before.map_or(self.begin, |end| end + 1)
    }
}

/// Where in a field a byte stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    /// Nowhere yet.
    Beginning,
    /// Quotes that are open.
    Quotes,
    /// Behind a quote that closes them or is the first of two.
    Quote,
    /// Anything else.
    Text,
}

/// One field as it stands in the text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Field<'t>(&'t [u8]);

impl<'t> Field<'t> {
    /// Its bytes without quotes and without spaces around them.
    #[inline]
    pub(super) fn bytes(self) -> Cow<'t, [u8]> {
        let is_bare = |byte: Option<&u8>| byte.is_none_or(|byte| *byte > b' ' && *byte != b'"');
        if is_bare(self.0.first()) && is_bare(self.0.last()) { Cow::Borrowed(self.0) } else { self.dressed() }
    }

    #[cold]
    fn dressed(self) -> Cow<'t, [u8]> {
        let Some(rest) = self.0.strip_prefix(b"\"") else { return Cow::Borrowed(self.0.trim_ascii()) };
        match rest.strip_suffix(b"\"") {
            Some(inner) if memchr(b'"', inner).is_none() => Cow::Borrowed(inner.trim_ascii()),
            _ => Cow::Owned(unquoted(rest).trim_ascii().to_vec()),
        }
    }
}

/// What follows the quote that a field begins with, as the `csv` library understands it.
fn unquoted(rest: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(rest.len());
    let mut bytes = rest.iter().copied().peekable();
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
    while rows.next() {
        let ends = !rows.is_open() && rows.at().checked_sub(1).and_then(|at| text.get(at)) == Some(&b'\n');
        last = if ends { Some(rows.at()) } else { last };
    }
    last
}
