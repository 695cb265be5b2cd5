//! An export's bytes, read once from front to end and cut into blocks of whole rows for whoever asks next.

use std::io;
use std::mem;

use super::rows;

/// Bytes read, and hashed, at a time.
pub(super) const STEP: usize = 1 << 20;

/// A row longer than this has a quote that nobody closed.
const LONGEST_ROW: usize = 4 << 20;

/// Bytes that can be read anywhere, by several threads at once.
pub trait Source: Sync {
    /// How many bytes there are.
    fn size(&self) -> u64;

    /// Reads some bytes from there on; none only at the end.
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize>;
}

impl Source for String {
    fn size(&self) -> u64 {
        self.len() as u64
    }

    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        let rest = usize::try_from(offset).ok().and_then(|from| self.as_bytes().get(from..)).unwrap_or_default();
        let read = rest.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..read), rest.get(..read)) {
            to.copy_from_slice(from);
        }
        Ok(read)
    }
}

/// Reads until the buffer is full or the bytes end; how many there were.
pub(super) fn fill(source: &dyn Source, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(room) = buffer.get_mut(filled..).filter(|room| !room.is_empty()) {
        match source.read_at(room, offset + filled as u64) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// Why an export cannot be read to its end.
#[derive(Debug)]
pub(super) enum Broken {
    /// The disk says so.
    Io(io::Error),
    /// A quote is open at the end of the row that begins at this byte.
    Quote(u64),
    /// Quotes stand where they neither open nor close: blocks have to be cut by reading every row.
    Quoting,
}

/// How an export is cut.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cut {
    pub(super) delimiter: u8,
    /// Where the first row begins.
    pub(super) begin: usize,
    /// Whether every row is read for it.
    pub(super) exact: bool,
    /// Bytes read at a time.
    pub(super) step: usize,
}

/// Rows one after the other.
#[derive(Debug, Default)]
pub(super) struct Block {
    pub(super) number: usize,
    /// Which of the export's bytes the first of these is.
    pub(super) offset: u64,
    bytes: Vec<u8>,
    /// Where its first row begins.
    pub(super) begin: usize,
    /// Where its last row ends.
    end: usize,
    /// Bytes from here on were read for this block, those before for an earlier one.
    new: usize,
    /// Bytes up to here were read.
    filled: usize,
    /// Which of the export's steps the first new byte begins.
    pub(super) step: u64,
}

impl Block {
    /// The text whose rows these are.
    pub(super) fn text(&self) -> &[u8] {
        self.bytes.get(..self.end).unwrap_or_default()
    }

    /// What was read of the export for this block, the rows that end in the next one included.
    pub(super) fn new_bytes(&self) -> &[u8] {
        self.bytes.get(self.new..self.filled).unwrap_or_default()
    }
}

/// Reads and cuts.
pub(super) struct Feed<'s> {
    source: &'s dyn Source,
    cut: Cut,
    /// Steps read.
    steps: u64,
    /// The beginning of a row whose end is not read yet.
    rest: Vec<u8>,
    blocks: usize,
    ended: bool,
}

impl<'s> Feed<'s> {
    /// Reads an export from its first byte.
    pub(super) fn new(source: &'s dyn Source, cut: Cut) -> Self {
        Self { source, cut, steps: 0, rest: Vec::new(), blocks: 0, ended: false }
    }

    /// The next block in the room of one that is done with; `None` at the end.
    pub(super) fn next(&mut self, spare: Block) -> Result<Option<Block>, Broken> {
        let Cut { step, .. } = self.cut;
        let rest = mem::take(&mut self.rest);
        let read = self.steps * step as u64;
        let begin = if self.blocks == 0 { self.cut.begin } else { 0 };
        let mut block = Block {
            number: self.blocks,
            offset: read - rest.len() as u64,
            bytes: spare.bytes,
            begin,
            new: rest.len(),
            filled: rest.len(),
            step: self.steps,
            end: 0,
        };
        grow(&mut block.bytes, rest.len());
        if let Some(front) = block.bytes.get_mut(..rest.len()) {
            front.copy_from_slice(&rest);
        }
        let end = self.fill(&mut block)?;
        block.end = end.unwrap_or(block.filled);
        self.rest = rest;
        self.rest.clear();
        self.rest.extend_from_slice(block.bytes.get(block.end..block.filled).unwrap_or_default());
        self.blocks += 1;
        Ok((block.filled > 0).then_some(block))
    }

    /// Reads until a row ends; where, or nothing at the export's end.
    fn fill(&mut self, block: &mut Block) -> Result<Option<usize>, Broken> {
        let Cut { step, exact, delimiter, .. } = self.cut;
        while !self.ended {
            grow(&mut block.bytes, block.filled + step);
            let room = block.bytes.get_mut(block.filled..block.filled + step).unwrap_or_default();
            let read = fill(self.source, room, self.steps * step as u64).map_err(Broken::Io)?;
            self.ended = read < step;
            self.steps += 1;
            block.filled += read;
            let rows = block.bytes.get(block.begin..block.filled).unwrap_or_default();
            let end = if exact { rows::last_row_end_exactly(rows, delimiter) } else { rows::last_row_end(rows) };
            match end.filter(|_| !self.ended) {
                Some(end) => return Ok(Some(block.begin + end)),
                None if block.filled > LONGEST_ROW + step => {
                    let open = Broken::Quote(block.offset + block.begin as u64);
                    return Err(if exact { open } else { Broken::Quoting });
                }
                None => {}
            }
        }
        Ok(None)
    }
}

/// Gives a buffer this length at least; what it holds stays, so that nothing has to be filled with zeros again.
fn grow(buffer: &mut Vec<u8>, length: usize) {
    if buffer.len() < length {
        buffer.resize(length, 0);
    }
}
