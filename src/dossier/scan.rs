//! One export on all cores: one thread at a time reads, hashes and cuts the next block, all of them count.

use std::mem;
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::parallel::joined;

use super::feed::{Block, Broken, Cut, Feed, STEP, Source, fill};
use super::hash::FileHash;
use super::head::Head;
use super::judge::{Span, judge};
use super::read::{Row, RowReader};
use super::rows::Rows;
use super::seen::{Pass, Seen};
use super::tally::{Place, Tally};
use super::words::Words;

/// Rows between two marks.
const MARK: u64 = 16;

/// An export whose head is known.
#[derive(Clone)]
pub(super) struct Export<'s> {
    pub(super) source: &'s dyn Source,
    pub(super) head: Head,
    /// Bytes of all exports before it.
    pub(super) base: u64,
    pub(super) words: &'s Words,
    pub(super) span: Span,
    /// Whether the source is the file itself, whose hash is wanted.
    pub(super) hashed: bool,
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
    /// Where every 16th row begins, the first one too.
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
    let step = division.step.unwrap_or(STEP);
    let mut cut = Cut { delimiter: export.head.delimiter, begin: export.head.end, exact: false, step };
    let mut scanned = scan_cut(export, pass, seen, first, cut);
    if matches!(scanned.broken, Some(Broken::Quoting)) {
        cut.exact = true;
        for seen in seen.iter_mut() {
            seen.forget(pass, export.base);
        }
        scanned = scan_cut(export, pass, seen, first, cut);
    }
    scanned
}

fn scan_cut(export: &Export<'_>, pass: &Pass, seen: &mut [Seen], first: bool, cut: Cut) -> Scanned {
    let feed = Mutex::new((Feed::new(export.source, cut), None));
    let hash = (first && export.hashed).then(|| FileHash::new(export.source.size()));
    let work = |seen: &mut Seen| {
        let mut counter = Counter::new(export, pass, first);
        let mut block = Block::default();
        let mut hashes = Vec::new();
        while let Some(next) = next(&feed, hash.as_ref(), mem::take(&mut block)) {
            block = next;
            if hash.as_ref().is_some_and(FileHash::is_split) {
                hashes.extend(FileHash::parts(&block));
            }
            if !counter.count(&block, seen) {
                fail(&feed, if cut.exact { Broken::Quote(counter.last_row) } else { Broken::Quoting });
            }
            seen.settle(pass);
        }
        (counter.tally, counter.blocks, hashes)
    };
    let (mut scanned, mut hashes) = (Scanned::default(), Vec::new());
    let mut lists = seen.iter_mut();
    let own = lists.next();
    thread::scope(|scope| {
        let others: Vec<_> = lists.map(|seen| scope.spawn(|| work(seen))).collect();
        let parts = own.map(&work).into_iter().chain(others.into_iter().map(joined));
        for (tally, blocks, parts) in parts {
            scanned.tally.merge(tally);
            scanned.blocks.extend(blocks);
            hashes.extend(parts);
        }
    });
    scanned.blocks.sort_unstable_by_key(|block| block.number);
    scanned.broken = feed.into_inner().unwrap_or_else(PoisonError::into_inner).1;
    scanned.sha256 = hash.map(|hash| hash.finish(hashes));
    scanned
}

/// A feed that several threads ask, and why it has stopped.
type Shared<'s> = Mutex<(Feed<'s>, Option<Broken>)>;

/// The next block, unless the export has ended or is broken.
fn next(feed: &Shared<'_>, hash: Option<&FileHash>, spare: Block) -> Option<Block> {
    let mut feed = feed.lock().unwrap_or_else(PoisonError::into_inner);
    let (feed, broken) = &mut *feed;
    if broken.is_some() {
        return None;
    }
    let block = feed.next(spare).unwrap_or_else(|error| {
        *broken = Some(error);
        None
    })?;
    if let Some(hash) = hash {
        hash.take(&block);
    }
    Some(block)
}

/// Stops a feed; of several reasons the first row's counts.
fn fail(feed: &Shared<'_>, reason: Broken) {
    let mut feed = feed.lock().unwrap_or_else(PoisonError::into_inner);
    let earlier = match (&feed.1, &reason) {
        (Some(Broken::Quote(known)), Broken::Quote(new)) => known <= new,
        (known, _) => known.is_some(),
    };
    if !earlier {
        feed.1 = Some(reason);
    }
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
    /// Where the last row begins.
    last_row: u64,
}

impl<'e> Counter<'e> {
    fn new(export: &'e Export<'e>, pass: &'e Pass, tallies: bool) -> Self {
        let reader = RowReader::new(&export.head, export.words);
        Self { export, pass, tallies, reader, tally: Tally::default(), blocks: Vec::new(), last_row: 0 }
    }

    /// Counts a block; whether its last row ends where it should.
    fn count(&mut self, block: &Block, seen: &mut Seen) -> bool {
        let mut counted = Counted { number: block.number, ..Counted::default() };
        let text = block.text();
        let mut rows = Rows::new(text, block.begin, self.export.head.delimiter);
        loop {
            let offset = block.offset + rows.at() as u64;
            let Some(row) = self.reader.next(&mut rows) else { break };
            self.last_row = offset;
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
        !rows.is_open()
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
    if fill(export.source, &mut text, from).ok()? < text.len() {
        return None;
    }
    let mut rows = Rows::new(&text, 0, export.head.delimiter);
    let mut between = 0;
    while rows.next() {
        between += 1;
    }
    Some(export.head.rows + rows_before + mark as u64 * MARK + between + 1)
}
