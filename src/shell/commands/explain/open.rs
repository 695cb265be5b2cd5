//! The originals behind a figure, written aside where anyone can open them.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::NamedTempFile;

use super::key;
use super::page::{Item, Page, coded, said};
use super::round::Round;
use super::subject::Subject;
use super::versions::Standing;
use crate::digest::{sha256, short};
use crate::model::{Figure, Source};
use crate::pipeline::RoundFiles;
use crate::shell::ledger::{OnDisk, Stored};
use crate::shell::problem::{Problem, slashed};
use crate::shell::session::Session;

/// Below the output folder.
const FOLDER: &str = "ban-goc";
/// Longest name of a file, in characters; systems allow 255 bytes.
const LONGEST: usize = 60;

const OPENED: &[&str] = &["file", "sha256", "original", "stored"];

/// Writes every file behind the figure that is kept or lies in the folder, and names the others.
pub(super) fn add(page: Page, session: &Session<'_>, subject: &Subject<'_>, round: &Round) -> anyhow::Result<Page> {
    let mut on_disk = OnDisk::new(session);
    let mut rows = Vec::new();
    for (path, hash) in behind(subject, round) {
        let stored = round.ledger.as_ref().map(|ledger| ledger.stored(&hash)).transpose()?;
        let bytes = match (stored.unwrap_or(Stored::Unrecorded), &round.ledger) {
            (Stored::Kept, Some(ledger)) => ledger.original(&hash)?,
            (Stored::Unrecorded, _) => on_disk.load(&path)?.filter(|bytes| sha256(bytes) == hash),
            _ => None,
        };
        let written = bytes.map(|bytes| write(&session.options.output, &path, &hash, &bytes)).transpose()?;
        let stored = stored.unwrap_or(Stored::Unrecorded);
        rows.push(row(session, (&path, &hash), written.as_deref(), stored));
    }
    Ok(page.table("opened", OPENED, rows))
}

fn row(session: &Session<'_>, (path, hash): (&str, &str), written: Option<&Path>, stored: Stored) -> Vec<Item> {
    let stored = coded(session.catalog.get(&key("stored", stored).replace('_', "-")), stored);
    vec![said(Some(path)), coded(short(hash).to_owned(), hash), said(written.map(slashed)), stored]
}

/// Path and hash of every file whose cells went into the figure, and of versions of which nothing is at hand.
fn behind(subject: &Subject<'_>, round: &Round) -> BTreeSet<(String, String)> {
    let named: BTreeSet<Arc<str>> = sources(subject, round).into_iter().map(|source| source.file).collect();
    let files = round.inputs.rounds.values().flat_map(RoundFiles::all).filter(|file| named.contains(&file.path));
    let read = files.filter_map(|file| Some((file.path.to_string(), file.sha256.clone()?)));
    let lost =
        round.versions.iter().filter(|version| version.standing == Standing::Gone && version.stored != Stored::Kept);
    read.chain(lost.map(|version| (version.entry.path.clone(), version.entry.sha256.clone()))).collect()
}

/// The cells of the figure.
fn sources(subject: &Subject<'_>, round: &Round) -> Vec<Source> {
    let figures = &round.figures;
    match subject {
        Subject::Task(task) => figures
            .tasks
            .iter()
            .filter(|result| result.id == task.id)
            .filter_map(|result| result.source.clone())
            .collect(),
        Subject::Indicator(indicator) => {
            let result = figures.indicators.iter().find(|result| result.indicator.id == indicator.id);
            let sources = result.into_iter().flat_map(|result| &result.sources);
            sources.filter(|(office, ..)| round.concerns(office)).map(|(.., source)| source.clone()).collect()
        }
        Subject::Element(_) => {
            let elements = subject.elements(&figures.plan);
            let is_of = |figure: &&Figure| elements.iter().any(|element| element.id == figure.element);
            let concerned = figures.figures.iter().filter(is_of).filter(|figure| round.concerns(&figure.office));
            let cells = |figure: &Figure| {
                let correction = figure.corrected.iter().map(|correction| correction.source.clone());
                figure.source.iter().chain(&*figure.summed_from).cloned().chain(correction).collect::<Vec<_>>()
            };
            concerned.flat_map(cells).collect()
        }
        Subject::Code(_) | Subject::Rule(_) => Vec::new(),
    }
}

/// Writes a file aside as `ban-goc/<period>/<hash>-<name>`; what lies there and is not this file stays as it is.
fn write(output: &Path, path: &str, hash: &str, bytes: &[u8]) -> Result<PathBuf, Problem> {
    let (period, name) = path.split_once('/').unwrap_or(("", path));
    let folder = output.join(FOLDER).join(plain(period));
    let target = folder.join(format!("{}-{}", short(hash), plain(name)));
    let refused = |cause: io::Error| Problem::new("error-not-written").path(&target).cause(cause);
    fs::create_dir_all(&folder).map_err(refused)?;
    let mut staged = NamedTempFile::new_in(&folder).map_err(refused)?;
    staged.write_all(bytes).map_err(refused)?;
    match staged.persist_noclobber(&target) {
        Ok(_) => Ok(target),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
            let is_same = fs::read(&target).is_ok_and(|there| sha256(there) == hash);
            if is_same { Ok(target) } else { Err(Problem::new("error-original-differs").path(&target)) }
        }
        Err(error) => Err(refused(error.error)),
    }
}

/// A name that is one part of a path on every system, whatever an office called its file.
fn plain(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let allowed = |c: char| if c.is_control() || "<>:\"|?*".contains(c) { '_' } else { c };
    let count = last.chars().count();
    // The end is kept: there stands what kind of file it is.
    let kept: String = last.chars().skip(count.saturating_sub(LONGEST)).map(allowed).collect();
    let trimmed = kept.trim_end_matches(['.', ' ']);
    if trimmed.is_empty() { "_".to_owned() } else { trimmed.to_owned() }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

    use super::*;

    #[test]
    fn no_name_leads_out_of_the_folder() {
        let long = format!("{}.xlsx", "ă".repeat(300));
        for (name, expected) in [
            ("Biểu KT.xlsx", "Biểu KT.xlsx"),
            ("thư mục/../../x.csv", "x.csv"),
            ("..\\..\\x.csv", "x.csv"),
            ("..", "_"),
            ("C:x?.csv", "C_x_.csv"),
            ("", "_"),
        ] {
            assert_eq!(plain(name), expected);
        }
        assert!(plain(&long).ends_with("ă.xlsx") && plain(&long).len() < 200);
    }

    #[test]
    fn what_lies_there_already_is_not_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let hash = sha256("một");
        let path = write(folder.path(), "2025-Q4/a.csv", &hash, "một".as_bytes()).unwrap();
        assert_eq!(write(folder.path(), "2025-Q4/a.csv", &hash, "một".as_bytes()).unwrap(), path);
        fs::write(&path, "sửa").unwrap();
        let refused = write(folder.path(), "2025-Q4/a.csv", &hash, "một".as_bytes()).unwrap_err();
        assert!(refused.is("error-original-differs"));
        assert_eq!(fs::read_to_string(path).unwrap(), "sửa");
        assert_eq!(fs::read_dir(folder.path().join("ban-goc/2025-Q4")).unwrap().count(), 1);
    }
}
