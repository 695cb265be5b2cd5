//! Every submission that the offices concerned sent for the period: when, what it said, what became of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;

use super::page::{Item, Page, coded, said};
use super::subject::Subject;
use super::{Round, element, key, measure, place};
use crate::digest::short;
use crate::ledger::{SubmissionEntry, entries};
use crate::model::{
    Element, Entry, Fate, FileReading, InputFile, Measure, OfficeId, Reading, ReceiptBasis, ReceivedKind,
};
use crate::pipeline::{self, Figures, Inputs};
use crate::shell::inputs::read;
use crate::shell::ledger::{Came, Ledger, Restored, Stored};
use crate::shell::session::Session;
use crate::shell::terminal::moment;
use crate::text::Catalog;

const VERSIONS: &[&str] = &["entry", "office", "received-at", "basis", "file", "sha256", "standing", "stored"];
const SAID: &[&str] = &["entry", "office", "file", "element", "measure", "value", "sheet", "cell", "said"];

/// One submission.
pub(super) struct Version {
    /// Its place in the chain; `None` while no report has read it.
    position: Option<u64>,
    pub(super) entry: SubmissionEntry,
    pub(super) stored: Stored,
    pub(super) standing: Standing,
    /// The file that it is among those read.
    given: Option<Arc<str>>,
    /// What it says; `None` where its bytes are at hand no more.
    reading: Option<FileReading>,
}

/// What became of a submission among the files that were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Standing {
    Counts,
    Superseded,
    Duplicate,
    Unordered,
    Rejected,
    /// It is not among them any more.
    Gone,
}

impl Standing {
    fn of(file: &FileReading, fate: &Fate) -> Self {
        match fate.reason.as_deref() {
            _ if fate.used => Self::Counts,
            _ if file.rejected.is_some() => Self::Rejected,
            Some("file-duplicate") => Self::Duplicate,
            Some("file-unordered") => Self::Unordered,
            _ if fate.superseded => Self::Superseded,
            _ => Self::Rejected,
        }
    }
}

/// What these offices sent for the period: the ledger's entries in their order, then what no report has read yet.
pub(super) fn find(
    session: &Session<'_>,
    ledger: Option<&Ledger>,
    (figures, inputs): (&Figures, &Inputs),
    offices: &BTreeSet<&OfficeId>,
) -> anyhow::Result<Vec<Version>> {
    let concerns = |entry: &SubmissionEntry| {
        entry.kind == ReceivedKind::Submission && entry.office.as_ref().is_some_and(|office| offices.contains(office))
    };
    let came = ledger.map(|ledger| ledger.came_for(&figures.period.id)).transpose()?.unwrap_or_default();
    let came: Vec<Came> = came.into_iter().filter(|came| concerns(&came.entry)).collect();
    let known: BTreeSet<&str> = came.iter().map(|came| &*came.entry.sha256).collect();
    let fresh = entries(&figures.received).into_iter().filter(concerns);
    let fresh: Vec<SubmissionEntry> = fresh.filter(|entry| !known.contains(&*entry.sha256)).collect();
    let recorded = came.into_iter().map(|came| version(Some(came.position), came.entry, came.stored, figures));
    let fresh = fresh.into_iter().map(|entry| version(None, entry, Stored::Unrecorded, figures));
    let mut versions: Vec<Version> = recorded.chain(fresh).collect();
    if let Some(ledger) = ledger {
        read_stored(session, ledger, figures, &mut versions)?;
    }
    read_given(figures, inputs, &mut versions);
    Ok(versions)
}

/// Understands versions that are among the files, whose cells are at hand, each for itself.
fn read_given(figures: &Figures, inputs: &Inputs, versions: &mut [Version]) {
    let files = || inputs.rounds.get(&figures.period.id).into_iter().flat_map(|round| &round.files);
    let given = |version: &Version| files().find(|file| Some(&file.path) == version.given.as_ref());
    let (mut there, files): (Vec<&mut Version>, Vec<&InputFile>) =
        versions.iter_mut().filter_map(|version| Some((given(version)?, version))).map(|(file, of)| (of, file)).unzip();
    for (version, reading) in there.iter_mut().zip(pipeline::read_files(&figures.plan, &figures.period, files)) {
        version.reading = Some(reading);
    }
}

/// A version whose bytes were among the files is read already; the one of its own name before a copy.
fn version(position: Option<u64>, entry: SubmissionEntry, stored: Stored, figures: &Figures) -> Version {
    let same = figures.files.iter().filter(|(file, _)| file.sha256.as_deref() == Some(&*entry.sha256));
    let found = same.max_by_key(|(file, fate)| (fate.used, *file.path == *entry.path));
    Version {
        standing: found.map_or(Standing::Gone, |(file, fate)| Standing::of(file, fate)),
        given: found.map(|(file, _)| Arc::clone(&file.path)),
        reading: None,
        position,
        entry,
        stored,
    }
}

/// Reads the stored bytes of versions that are among the files no more, in workers as any file's.
fn read_stored(
    session: &Session<'_>,
    ledger: &Ledger,
    figures: &Figures,
    versions: &mut [Version],
) -> anyhow::Result<()> {
    let mut gone: Vec<&mut Version> =
        versions.iter_mut().filter(|version| version.given.is_none() && version.stored == Stored::Kept).collect();
    if gone.is_empty() {
        return Ok(());
    }
    let folder = Restored::new()?;
    let restore = |version: &&mut Version| folder.aside(ledger, &version.entry.path, &version.entry.sha256);
    let files = gone.iter().map(restore).collect::<Result<Vec<_>, _>>()?;
    let cells = read(session, &files)?;
    let readings = pipeline::read_files(&figures.plan, &figures.period, &cells);
    for (version, reading) in gone.iter_mut().zip(readings) {
        version.reading = Some(reading);
    }
    Ok(())
}

/// Adds the versions, and what each says of the subject's elements.
pub(super) fn add(page: Page, subject: &Subject<'_>, round: &Round, catalog: &Catalog) -> Page {
    let elements = subject.elements(&round.figures.plan);
    let said = elements.iter().flat_map(|element| {
        let of = round.versions.iter().filter(|version| concerns(version, element));
        of.flat_map(|version| said_of(version, element, catalog)).collect::<Vec<_>>()
    });
    let said = said.collect();
    page.table("versions", VERSIONS, round.versions.iter().map(|version| line(version, catalog)).collect()).table(
        "versions-said",
        SAID,
        said,
    )
}

fn concerns(version: &Version, element: &Element) -> bool {
    version.entry.office.as_ref().is_some_and(|office| element.offices.contains(office))
}

fn line(version: &Version, catalog: &Catalog) -> Vec<Item> {
    let Version { position, entry, stored, standing, .. } = version;
    let basis =
        (entry.basis != ReceiptBasis::Unknown).then(|| coded(catalog.get(&key("basis", entry.basis)), entry.basis));
    vec![
        number(*position),
        office(entry),
        entry.received_at.as_ref().map_or_else(nothing, |at| coded(moment(at), at)),
        basis.unwrap_or_else(nothing),
        said(Some(entry.path.as_str())),
        coded(short(&entry.sha256).to_owned(), &entry.sha256),
        coded(catalog.get(&key("standing", standing)), standing),
        coded(catalog.get(&key("stored", stored).replace('_', "-")), stored),
    ]
}

/// What a version says of an element: the columns that say something, else how "Kỳ này" stands.
fn said_of(version: &Version, of: &Element, catalog: &Catalog) -> Vec<Vec<Item>> {
    let Some(reading) = &version.reading else { return Vec::new() };
    let nothing = Entry::default();
    let mut tables = reading.figures.iter().chain(&reading.statements);
    let entry = tables.find_map(|table| table.get(&of.id)).unwrap_or(&nothing);
    let both = [(Measure::Period, &entry.period), (Measure::Cumulative, &entry.cumulative)];
    let says: Vec<_> = both.iter().filter(|(_, reading)| reading.says()).collect();
    let shown = if says.is_empty() { both.iter().take(1).collect() } else { says };
    let row = |(column, reading): &(Measure, &Reading)| {
        let mut items = vec![number(version.position), office(&version.entry), said(Some(version.entry.path.as_str()))];
        items.extend([said(Some(of.id.as_str())), measure(*column, catalog)]);
        items.push(element::value(reading.state, reading.text.as_deref(), reading.value.as_ref(), catalog));
        let [_, sheet, cell] = place(reading.source.as_ref());
        items.extend([sheet, cell, said(reading.raw.as_deref())]);
        items
    };
    shown.into_iter().map(row).collect()
}

fn nothing() -> Item {
    said(None::<String>)
}

fn number(position: Option<u64>) -> Item {
    position.map_or_else(nothing, |position| coded(position.to_string(), position))
}

fn office(entry: &SubmissionEntry) -> Item {
    said(entry.office.as_ref().map(OfficeId::as_str))
}
