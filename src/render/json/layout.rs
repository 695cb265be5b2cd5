//! How the file is laid out: one record a line, so that it stays small, and a change shows as one changed line.

use std::io::{Result, Write};

use serde_json::ser::Formatter;

/// Keys of the report and the records of its lists on lines of their own, everything deeper in one line.
#[derive(Default)]
pub(super) struct RecordPerLine {
    depth: usize,
    filled: bool,
}

/// The report's own keys.
const KEYS: usize = 1;

/// The records of its lists.
const RECORDS: usize = 2;

impl RecordPerLine {
    fn open(&mut self) {
        self.depth += 1;
        self.filled = false;
    }

    fn close<W: ?Sized + Write>(&mut self, writer: &mut W, deepest: usize, bracket: &[u8]) -> Result<()> {
        self.depth -= 1;
        if self.filled && self.depth < deepest {
            line(writer, self.depth)?;
        }
        self.filled = true;
        writer.write_all(bracket)
    }

    fn separate<W: ?Sized + Write>(&self, writer: &mut W, first: bool, deepest: usize) -> Result<()> {
        if !first {
            writer.write_all(b",")?;
        }
        if self.depth <= deepest { line(writer, self.depth) } else { Ok(()) }
    }
}

fn line<W: ?Sized + Write>(writer: &mut W, indent: usize) -> Result<()> {
    write!(writer, "\n{:indent$}", "")
}

impl Formatter for RecordPerLine {
    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.open();
        writer.write_all(b"[")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        self.separate(writer, first, RECORDS)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _writer: &mut W) -> Result<()> {
        self.filled = true;
        Ok(())
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.close(writer, RECORDS, b"]")
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.open();
        writer.write_all(b"{")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Result<()> {
        self.separate(writer, first, KEYS)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _writer: &mut W) -> Result<()> {
        self.filled = true;
        Ok(())
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> Result<()> {
        self.close(writer, KEYS, b"}")
    }
}
