//! A period's exports of dossiers, counted: delimited text from the disk itself, all else through the reading workers.

mod disk;

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::reader::{FileToRead, Pool};
use crate::dossier::{self, DossierInput};
use crate::model::{DossierCounts, DossierFormat};

/// Counts exports, given in order of path, in a period of which both ends are included.
pub fn count(
    readers: &Pool,
    files: &[FileToRead],
    format: &DossierFormat,
    period: &RangeInclusive<NaiveDate>,
) -> DossierCounts {
    let inputs: Vec<DossierInput> = files.iter().map(|file| input(readers, file, format)).collect();
    dossier::count(&inputs, format, period)
}

fn input(_readers: &Pool, file: &FileToRead, _format: &DossierFormat) -> DossierInput {
    DossierInput { path: file.relative.as_str().into(), sha256: None, source: disk::open(file) }
}
