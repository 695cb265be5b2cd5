//! An export's bytes, read once from front to end: hashed, and cut into blocks of whole rows for whoever asks next.

use std::io;
use std::mem;

use crate::digest::Sha256Stream;

use super::rows;

/// Bytes read at a time.
const STEP: usize = 1 << 20;

/// A row longer than this has a quote that nobody closed.
const LONGEST_ROW: usize = 4 << 20;

/// Bytes that can be read anywhere, by several threads at once.
pub trait Source: Sync {
    /// How many bytes there are.
    fn len(&self) -> u64;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Reads some bytes from there on; none only at the end.
    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize>;
}

impl Source for Vec<u8> {
    fn len(&self) -> u64 {
        self.as_slice().len() as u64
    }

    fn read_at(&self, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
        let rest = usize::try_from(offset).ok().and_then(|from| self.get(from..)).unwrap_or_default();
        let read = rest.len().min(buffer.len());
        for (to, from) in buffer.iter_mut().zip(rest) {
            *to = *from;
        }
        Ok(read)
    }
}

/// Why an export cannot be read to its end.
#[derive(Debug)]
pub(super) enum Broken {
    /// The disk says so.
    Io(io::Error),
    /// A quote is open at the end of the row that begins at this byte.
    Quote(u64),
}

/// Rows one after the other.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) number: usize,
    /// Where its first row begins.
    pub(super) offset: u64,
    pub(super) bytes: Vec<u8>,
}

/// Reads, hashes and cuts.
pub(super) struct Feed<'s> {
    source: &'s dyn Source,
    delimiter: u8,
    hash: Option<Sha256Stream>,
    /// The next byte to read.
    at: u64,
    /// The beginning of a row whose end is not read yet.
    rest: Vec<u8>,
    blocks: usize,
    ended: bool,
    /// The bytes of a block, for tests to shrink.
    step: usize,
}

impl<'s> Feed<'s> {
    /// Reads from the row that begins at `from`; what stands before it is hashed too.
    pub(super) fn new(
        source: &'s dyn Source,
        delimiter: u8,
        from: u64,
        hashed: bool,
        step: Option<usize>,
    ) -> Result<Self, Broken> {
        let mut feed = Self {
            source,
            delimiter,
            hash: hashed.then(Sha256Stream::default),
            at: 0,
            rest: Vec::new(),
            blocks: 0,
            ended: false,
            step: step.unwrap_or(STEP),
        };
        let mut above = vec![0; usize::try_from(from).unwrap_or(0)];
        feed.fill(&mut above)?;
        Ok(feed)
    }

    /// The next block; `spare` lends its room. `None` at the end.
    pub(super) fn next(&mut self, spare: Vec<u8>) -> Result<Option<Block>, Broken> {
        let mut bytes = mem::replace(&mut self.rest, spare);
        let offset = self.at - bytes.len() as u64;
        let mut whole = None;
        while whole.is_none() && !self.ended {
            if bytes.len() > LONGEST_ROW {
                return Err(Broken::Quote(offset));
            }
            let before = bytes.len();
            bytes.resize(before + self.step, 0);
            let read = self.fill(bytes.get_mut(before..).unwrap_or_default())?;
            bytes.truncate(before + read);
            self.ended = read < self.step;
            whole = if self.ended { None } else { rows::last_row_end(&bytes, self.delimiter) };
        }
        self.rest.clear();
        if let Some(whole) = whole {
            self.rest.extend_from_slice(bytes.get(whole..).unwrap_or_default());
            bytes.truncate(whole);
        } else if rows::is_open(&bytes, self.delimiter) {
            return Err(Broken::Quote(offset));
        }
        if bytes.is_empty() {
            return Ok(None);
        }
        self.blocks += 1;
        Ok(Some(Block { number: self.blocks - 1, offset, bytes }))
    }

    /// The hash of all bytes, once they are read.
    pub(super) fn hash(self) -> Option<String> {
        self.hash.map(Sha256Stream::hex)
    }

    fn fill(&mut self, buffer: &mut [u8]) -> Result<usize, Broken> {
        let mut filled = 0;
        while let Some(room) = buffer.get_mut(filled..).filter(|room| !room.is_empty()) {
            let read = self.source.read_at(room, self.at).map_err(Broken::Io)?;
            if read == 0 {
                break;
            }
            self.at += read as u64;
            filled += read;
        }
        if let Some(hash) = &mut self.hash {
            hash.update(buffer.get(..filled).unwrap_or_default());
        }
        Ok(filled)
    }
}
