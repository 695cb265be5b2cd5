//! A period's exports of dossiers, counted: plain text from the disk itself, all else through the reading workers.

mod disk;

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::reader::{FileToRead, Pool};
use crate::dossier::{self, DossierInput, DossierSource};
use crate::intake::cells::rows::is_plain_text;
use crate::model::{DossierCounts, DossierFormat, FileFault};

/// Bytes by which a file's kind is told.
const BEGINNING: usize = 64 << 10;

/// Counts exports, given in order of path, in a period of which both ends are included.
///
/// Plain text is read here and in bounded memory, whatever its size; the limits of submissions hold for all else.
pub(crate) fn count(
    readers: &Pool,
    files: &[FileToRead],
    format: &DossierFormat,
    period: &RangeInclusive<NaiveDate>,
) -> DossierCounts {
    let plain: Vec<Option<Result<DossierSource, FileFault>>> = files.iter().map(plain_text).collect();
    let others = files.iter().zip(&plain).filter(|(_, plain)| plain.is_none()).map(|(file, _)| file.clone());
    let mut read = readers.read_exports(&others.collect::<Vec<_>>(), &format.heads).into_iter();
    let inputs = files.iter().zip(plain).filter_map(|(file, plain)| {
        let path = file.relative.as_str().into();
        let (sha256, source) = match plain {
            Some(source) => (None, source),
            None => read.next().map(|export| (export.sha256, export.rows.map(DossierSource::Text)))?,
        };
        Some(DossierInput { path, sha256, source })
    });
    dossier::count(&inputs.collect::<Vec<_>>(), format, period)
}

/// A file that can be counted where it lies, or why it cannot be opened; nothing for one that a worker has to read.
fn plain_text(file: &FileToRead) -> Option<Result<DossierSource, FileFault>> {
    let source = match disk::open(file) {
        Ok(source) => source,
        Err(fault) => return Some(Err(fault)),
    };
    let mut beginning = vec![0; BEGINNING];
    let read = source.read_at(&mut beginning, 0).ok()?;
    is_plain_text(beginning.get(..read)?).then(|| Ok(DossierSource::Bytes(source)))
}
