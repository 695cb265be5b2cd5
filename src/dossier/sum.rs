//! All exports together: what each came to, codes on several rows taken off, measures that cannot be known left out.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::{
    DossierCounts, DossierException, DossierFault, DossierFile, DossierFormat, DossierIgnored, DossierMeasure,
    FileFault,
};

use super::detail::Names;
use super::feed::{Broken, fill};
use super::head::Head;
use super::judge::Span;
use super::repeats::{Repeat, Repeats, export_at};
use super::scan::{Counted, Division, Export, Scanned, row_number, scan};
use super::seen::{BUCKETS, Pass, Seen};
use super::tally::{KEPT, WHOLES};
use super::words::Words;
use super::{DossierInput, DossierSource};

/// Bytes in which the head is sought.
const BEGINNING: usize = 64 << 10;

/// The mark that some systems put before UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// An export and what it came to.
struct Counting<'s> {
    export: Export<'s>,
    scanned: Scanned,
    path: Arc<str>,
}

pub(super) fn count(
    inputs: &[DossierInput],
    format: &DossierFormat,
    period: &RangeInclusive<NaiveDate>,
    division: Division,
) -> DossierCounts {
    let (words, span) = (Words::new(format), Span::new(period));
    let bytes = inputs.iter().filter_map(|input| Some(input.source.as_ref().ok()?.bytes().size())).sum();
    let mut pass = Pass::new(0..BUCKETS, bytes, division.codes);
    let mut seen: Vec<Seen> = (0..division.threads.max(1)).map(|_| Seen::default()).collect();
    let (mut counted, mut files, mut base) = (Vec::new(), Vec::new(), 0);
    for input in inputs {
        let mut file = DossierFile { path: input.path.clone(), sha256: input.sha256.clone(), ..DossierFile::default() };
        match input.source.as_ref() {
            Err(fault) => file.rejected = Some(fault.clone()),
            Ok(source) => {
                let export = open(source, format, &words, span, base);
                base += source.bytes().size();
                match export.map(|export| (scan(&export, &pass, &mut seen, true, division), export)) {
                    Err(fault) => file.rejected = Some(fault),
                    Ok((scanned, export)) => {
                        note(&mut file, &export, &scanned);
                        if file.rejected.is_none() {
                            counted.push(Counting { export, scanned, path: input.path.clone() });
                        }
                    }
                }
            }
        }
        files.push(file);
    }
    let exports: Vec<Export<'_>> = counted.iter().map(|counting| counting.export.clone()).collect();
    let asked = outside_places(&counted);
    let mut repeats = Repeats::of(&exports, &pass, &mut seen, &asked);
    while pass.done().end < BUCKETS {
        let done = pass.done();
        pass = Pass::new(done.end..(done.end + done.len()).min(BUCKETS), bytes, division.codes);
        for export in &exports {
            scan(export, &pass, &mut seen, false, division);
        }
        repeats = repeats.merged(Repeats::of(&exports, &pass, &mut seen, &asked));
    }
    DossierCounts {
        counts: measures(&files, &counted, &repeats),
        exceptions: exceptions(&exports, &counted, &repeats, &Names::new(format)),
        faults: faults(&counted, &repeats),
        outside: outside(&counted, &repeats),
        odd: repeats.odd + counted.iter().map(|counting| counting.scanned.tally.odd).sum::<u64>(),
        files,
    }
}

/// An export with its head.
fn open<'s>(
    source: &'s DossierSource,
    format: &DossierFormat,
    words: &'s Words,
    span: Span,
    base: u64,
) -> Result<Export<'s>, FileFault> {
    let source = match source {
        DossierSource::Text(export) => {
            return Ok(Export { source: &export.text, head: export.head(), base, words, span, hashed: false });
        }
        DossierSource::Bytes(source) => &**source,
    };
    let mut beginning = vec![0; BEGINNING];
    let read = fill(source, &mut beginning, 0).map_err(|error| unreadable(&error))?;
    beginning.truncate(read);
    if beginning.is_empty() {
        return Err(FileFault::new("F011", "0 B"));
    }
    let mark = if beginning.starts_with(MARK) { MARK.len() } else { 0 };
    let head = Head::find(beginning.get(mark..).unwrap_or_default(), format);
    let mut head = head.ok_or_else(|| FileFault::new("X502", ""))?;
    head.end += mark;
    Ok(Export { source, head, base, words, span, hashed: true })
}

fn unreadable(error: &std::io::Error) -> FileFault {
    FileFault::new("F001", format!("{:?}", error.kind()))
}

/// Writes down what an export came to.
fn note(file: &mut DossierFile, export: &Export<'_>, scanned: &Scanned) {
    let head = &export.head;
    file.sha256 = file.sha256.take().or_else(|| scanned.sha256.clone());
    file.missing = head.missing();
    file.rows = scanned.tally.rows;
    file.ignored.clone_from(&scanned.tally.ignored);
    for (reason, rows) in
        [(DossierIgnored::Title, head.titles), (DossierIgnored::Head, head.heads), (DossierIgnored::Blank, head.blank)]
    {
        if rows > 0 {
            *file.ignored.entry(reason).or_default() += rows;
        }
    }
    file.lines = file.rows + file.ignored.values().sum::<u64>();
    file.rejected = scanned.broken.as_ref().map(|broken| match broken {
        Broken::Io(error) => unreadable(error),
        Broken::Quoting => FileFault::new("F010", "?"),
        Broken::Quote(offset) => {
            let row = row_number(export, &scanned.blocks, *offset).unwrap_or(head.rows + 1);
            FileFault::new("F010", row.to_string())
        }
    });
}

/// Every measure that all exports have the columns for.
fn measures(files: &[DossierFile], counted: &[Counting<'_>], repeats: &Repeats) -> BTreeMap<DossierMeasure, u64> {
    if counted.is_empty() || files.iter().any(|file| file.rejected.is_some()) {
        return BTreeMap::new();
    }
    let known = |measure: DossierMeasure| {
        !files.iter().any(|file| measure.needs().iter().any(|column| file.missing.contains(column)))
    };
    let sum = |measure: DossierMeasure| -> u64 {
        let of = |counts: &[u64]| counts.get(measure as usize).copied().unwrap_or_default();
        let all: u64 = counted.iter().map(|counting| of(&counting.scanned.tally.measures)).sum();
        all - of(&repeats.measures)
    };
    let measures = DossierMeasure::ALL.into_iter().map(|(measure, _)| measure);
    measures.filter(|measure| known(*measure)).map(|measure| (measure, sum(measure))).collect()
}

fn faults(counted: &[Counting<'_>], repeats: &Repeats) -> BTreeMap<DossierFault, u64> {
    let mut faults = repeats.faults.clone();
    for counting in counted {
        for (fault, count) in DossierFault::ALL.into_iter().zip(counting.scanned.tally.faults) {
            if count > 0 {
                *faults.entry(fault).or_default() += count;
            }
        }
    }
    faults
}

/// By fault, then in order of path and row.
fn exceptions(
    exports: &[Export<'_>],
    counted: &[Counting<'_>],
    repeats: &Repeats,
    names: &Names,
) -> Vec<DossierException> {
    let mut exceptions = Vec::new();
    for fault in DossierFault::ALL {
        let mut of_fault: Vec<DossierException> = Vec::new();
        for Counting { export, scanned, path } in counted {
            let before = rows_before(export, &scanned.blocks);
            for kept in scanned.tally.kept.get(fault as usize).into_iter().flatten() {
                of_fault.push(DossierException {
                    fault,
                    code: Arc::from(&*kept.code),
                    file: path.clone(),
                    row: before.get(kept.at.block).copied().unwrap_or_default() + kept.at.row + 1,
                    detail: names.detail(fault, &kept.dossier, kept.verdict).into(),
                });
            }
        }
        let repeated = repeats.kept.get(&fault).into_iter().flatten();
        of_fault.extend(repeated.filter_map(|repeat| repeated_exception(exports, counted, fault, repeat)));
        of_fault.truncate(KEPT);
        exceptions.extend(of_fault);
    }
    exceptions
}

/// Rows of the file before each block.
fn rows_before(export: &Export<'_>, blocks: &[Counted]) -> Vec<u64> {
    let mut before = export.head.rows;
    let mut all = Vec::with_capacity(blocks.len());
    for block in blocks {
        all.push(before);
        before += block.rows;
    }
    all
}

fn repeated_exception(
    exports: &[Export<'_>],
    counted: &[Counting<'_>],
    fault: DossierFault,
    repeat: &Repeat,
) -> Option<DossierException> {
    let place = |at: u64| {
        let base = export_at(exports, at)?.base;
        let Counting { export, scanned, path } = counted.iter().find(|counting| counting.export.base == base)?;
        Some((path.clone(), row_number(export, &scanned.blocks, at - base)?))
    };
    let ((file, row), (first_file, first_row)) = (place(repeat.at)?, place(repeat.first)?);
    let code = String::from_utf8_lossy(&repeat.code).into();
    Some(DossierException { fault, code, file, row, detail: format!("{first_file}:{first_row}").into() })
}

/// Places, among all bytes, of the rows kept as outside a measure, in order.
fn outside_places(counted: &[Counting<'_>]) -> Vec<u64> {
    let of = |counting: &Counting<'_>| {
        let base = counting.export.base;
        let places = counting.scanned.tally.outside.iter().flatten();
        places.map(|(at, _)| base + at.offset).collect::<Vec<_>>()
    };
    let mut places: Vec<u64> = counted.iter().flat_map(of).collect();
    places.sort_unstable();
    places
}

fn outside(counted: &[Counting<'_>], repeats: &Repeats) -> BTreeMap<DossierMeasure, Vec<Arc<str>>> {
    let mut outside: BTreeMap<DossierMeasure, Vec<Arc<str>>> = BTreeMap::new();
    for counting in counted {
        for ((measure, _), codes) in WHOLES.into_iter().zip(&counting.scanned.tally.outside) {
            let counts = |at: u64| !repeats.among.contains(&(counting.export.base + at));
            let codes = codes.iter().filter(|(at, _)| counts(at.offset)).map(|(_, code)| Arc::from(&**code));
            let all = outside.entry(measure).or_default();
            all.extend(codes);
            all.truncate(KEPT);
        }
    }
    outside
}
