//! One export on all cores: one thread at a time reads, hashes and cuts the next block, all of them count.

use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::parallel::joined;

use super::feed::{Block, Broken, Feed, Source};
use super::head::Head;
use super::judge::{Span, judge};
use super::read::{Row, RowReader};
use super::rows::Rows;
use super::seen::{Pass, Seen};
use super::tally::{Place, Tally};
use super::words::Words;

/// Rows between two marks.
const MARK: u64 = 256;

/// An export whose head is known.
#[derive(Clone)]
pub(super) struct Export<'s> {
    pub(super) source: &'s dyn Source,
    pub(super) head: Head,
    /// Bytes of all exports before it.
    pub(super) base: u64,
    pub(super) words: &'s Words,
    pub(super) span: Span,
}

/// How the work is divided: as the machine has it, or as a test wants it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Division {
    pub(super) threads: usize,
    pub(super) step: Option<usize>,
    /// Codes kept in one pass.
    pub(super) codes: usize,
}

/// What is known of a block after it is counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Counted {
    pub(super) number: usize,
    pub(super) rows: u64,
    /// Where every 256th row begins, the first one too.
    pub(super) marks: Vec<u64>,
}

/// What an export came to.
#[derive(Debug, Default)]
pub(super) struct Scanned {
    pub(super) tally: Tally,
    pub(super) blocks: Vec<Counted>,
    pub(super) sha256: Option<String>,
    pub(super) broken: Option<Broken>,
}

/// Counts an export; `seen` has a list for every thread.
pub(super) fn scan(export: &Export<'_>, pass: &Pass, seen: &mut [Seen], first: bool, division: Division) -> Scanned {
    let begin = export.head.end as u64;
    let feed = match Feed::new(export.source, export.head.delimiter, begin, first, division.step) {
        Ok(feed) => Mutex::new((feed, None)),
        Err(broken) => return Scanned { broken: Some(broken), ..Scanned::default() },
    };
    let work = |seen: &mut Seen| {
        let mut counter = Counter::new(export, pass, first);
        let mut spare = Vec::new();
        while let Some(block) = next(&feed, spare) {
            counter.count(&block, seen);
            seen.settle(pass);
            spare = block.bytes;
        }
        (counter.tally, counter.blocks)
    };
    let mut scanned = Scanned::default();
    let mut lists = seen.iter_mut();
    let own = lists.next();
    thread::scope(|scope| {
        let others: Vec<_> = lists.map(|seen| scope.spawn(|| work(seen))).collect();
        let parts = own.map(&work).into_iter().chain(others.into_iter().map(joined));
        for (tally, blocks) in parts {
            scanned.tally.merge(tally);
            scanned.blocks.extend(blocks);
        }
    });
    scanned.blocks.sort_unstable_by_key(|block| block.number);
    let (feed, broken) = feed.into_inner().unwrap_or_else(PoisonError::into_inner);
    scanned.sha256 = feed.hash();
    scanned.broken = broken;
    scanned
}

/// The next block, unless the export has ended or is broken.
fn next(feed: &Mutex<(Feed<'_>, Option<Broken>)>, spare: Vec<u8>) -> Option<Block> {
    let mut feed = feed.lock().unwrap_or_else(PoisonError::into_inner);
    let (feed, broken) = &mut *feed;
    if broken.is_some() {
        return None;
    }
    feed.next(spare).unwrap_or_else(|error| {
        *broken = Some(error);
        None
    })
}

/// Counts the blocks that one thread gets.
struct Counter<'e> {
    export: &'e Export<'e>,
    pass: &'e Pass,
    /// Whether rows are counted, or their codes seen only.
    tallies: bool,
    reader: RowReader<'e>,
    tally: Tally,
    blocks: Vec<Counted>,
}

impl<'e> Counter<'e> {
    fn new(export: &'e Export<'e>, pass: &'e Pass, tallies: bool) -> Self {
        let reader = RowReader::new(&export.head, export.words);
        Self { export, pass, tallies, reader, tally: Tally::default(), blocks: Vec::new() }
    }

    fn count(&mut self, block: &Block, seen: &mut Seen) {
        let mut counted = Counted { number: block.number, ..Counted::default() };
        let mut rows = Rows::new(&block.bytes, self.export.head.delimiter);
        loop {
            let offset = block.offset + rows.at() as u64;
            let Some(row) = self.reader.next(&mut rows, &block.bytes) else { break };
            if counted.rows.is_multiple_of(MARK) {
                counted.marks.push(offset);
            }
            let at = Place { offset, block: block.number, row: counted.rows };
            counted.rows += 1;
            match row {
                Row::Ignored(reason) if self.tallies => self.tally.ignore(reason, 1),
                Row::Ignored(_) => {}
                Row::Dossier(dossier, code) => {
                    if !code.is_empty() {
                        seen.note(self.pass, &code, self.export.base + offset);
                    }
                    if self.tallies {
                        self.tally.add(at, &code, &dossier, judge(&dossier, self.export.span));
                    }
                }
            }
        }
        self.blocks.push(counted);
    }
}

/// The number of a row of the file, from 1, by where it begins; nothing where the file has changed meanwhile.
pub(super) fn row_number(export: &Export<'_>, blocks: &[Counted], offset: u64) -> Option<u64> {
    let after = blocks.partition_point(|block| block.marks.first().is_some_and(|first| *first <= offset));
    let (block, before) = blocks.get(..after)?.split_last()?;
    let rows_before: u64 = before.iter().map(|block| block.rows).sum();
    let mark = block.marks.partition_point(|mark| *mark <= offset).checked_sub(1)?;
    let from = *block.marks.get(mark)?;
    let mut text = vec![0; usize::try_from(offset - from).ok()?];
    let mut filled = 0;
    while filled < text.len() {
        let read = export.source.read_at(text.get_mut(filled..)?, from + filled as u64).ok()?;
        filled += Some(read).filter(|read| *read > 0)?;
    }
    let mut rows = Rows::new(&text, export.head.delimiter);
    let mut between = 0;
    while rows.next(1, |_, _| ()).is_some() {
        between += 1;
    }
    Some(export.head.rows + rows_before + mark as u64 * MARK + between + 1)
}
