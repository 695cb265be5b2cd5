//! Which files of a folder are submissions, and which speak for the whole period.

use std::fs::{self, DirEntry};
use std::io;
use std::path::Path;

use super::problem::{Problem, slashed};
use super::reader::FileToRead;
use crate::plan::TASK_LIST;

/// Extensions of submissions, in lower case.
const EXTENSIONS: [&str; 7] = ["xlsx", "xls", "xlsm", "xlsb", "ods", "csv", "tsv"];

/// The files of one period's folder.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    /// Submissions, in order of name.
    pub(crate) submissions: Vec<FileToRead>,
    /// The register of receipt.
    pub(crate) register: Option<FileToRead>,
    /// Corrections.
    pub(crate) corrections: Option<FileToRead>,
    /// More time granted.
    pub(crate) extensions: Option<FileToRead>,
    /// The compiler's own text.
    pub(crate) compiled: Option<FileToRead>,
    /// Names of what lies there and is read by nobody, such as scans.
    pub(crate) unread: Vec<String>,
}

impl Listing {
    /// Lists a period's folder; `name` is the folder's name in outputs.
    pub(crate) fn of(folder: &Path, name: &str) -> Result<Self, Problem> {
        let mut files = submissions(folder, name)?;
        let register = take(&mut files, name, "received")?;
        let corrections = take(&mut files, name, "dieu-chinh")?;
        let extensions = take(&mut files, name, "gia-han")?;
        let compiled = take(&mut files, name, "tong-hop")?;
        // A task list belongs to the plan; it is no office's submission.
        let tasks = take(&mut files, name, TASK_LIST)?;
        let foreign = files_of(folder, name, is_foreign)?.into_iter();
        let unread = foreign.chain(tasks).map(|file| file.relative).collect();
        Ok(Self { submissions: files, register, corrections, extensions, compiled, unread })
    }

    /// Adds another listing; a file in both counts once.
    pub(crate) fn extend(&mut self, other: Self) {
        self.submissions.extend(other.submissions);
        self.submissions.sort_by(|a, b| a.relative.cmp(&b.relative));
        self.submissions.dedup();
        self.register = self.register.take().or(other.register);
        self.corrections = self.corrections.take().or(other.corrections);
        self.extensions = self.extensions.take().or(other.extensions);
        self.compiled = self.compiled.take().or(other.compiled);
        self.unread.extend(other.unread);
    }
}

/// The sheet of tasks at the top of the plan's folder.
pub(crate) fn task_list(folder: &Path) -> Result<Option<FileToRead>, Problem> {
    take(&mut submissions(folder, "plan")?, "plan", TASK_LIST)
}

/// Every submission in a folder, at any depth, in order of name; `dossiers/` at its top holds none.
pub(crate) fn submissions(folder: &Path, name: &str) -> Result<Vec<FileToRead>, Problem> {
    files_of(folder, name, is_submission)
}

/// Every export of dossiers in a period's folder, in order of path: spreadsheets of `dossiers/`, at any depth of it, and
/// web pages under their own name.
pub(crate) fn exports(folder: &Path, name: &str) -> Result<Vec<FileToRead>, Problem> {
    let is_export = |file: &str| is_submission(file) || is_page(file);
    let mut found = all_files(folder, name, is_export)?;
    found.retain(|file| is_of_dossiers(file, name));
    Ok(found)
}

fn files_of(folder: &Path, name: &str, wanted: fn(&str) -> bool) -> Result<Vec<FileToRead>, Problem> {
    let mut found = all_files(folder, name, wanted)?;
    found.retain(|file| !is_of_dossiers(file, name));
    Ok(found)
}

fn all_files(folder: &Path, name: &str, wanted: fn(&str) -> bool) -> Result<Vec<FileToRead>, Problem> {
    let unreadable = |cause| Problem::new("error-unreadable-folder").path(folder).cause(cause);
    let root = folder.canonicalize().map_err(unreadable)?;
    let mut found = Vec::new();
    walk(folder, name, &root, wanted, &mut found)?;
    found.sort_by(|a: &FileToRead, b| a.relative.cmp(&b.relative));
    Ok(found)
}

fn is_of_dossiers(file: &FileToRead, name: &str) -> bool {
    file.relative.to_lowercase().starts_with(&format!("{name}/dossiers/").to_lowercase())
}

/// Whether a file of this name is a web page.
fn is_page(name: &str) -> bool {
    let extension = Path::new(name).extension().map(|extension| extension.to_string_lossy().to_lowercase());
    !name.starts_with('.') && extension.is_some_and(|extension| matches!(extension.as_str(), "html" | "htm"))
}

/// Whether a file of this name is a submission.
pub(crate) fn is_submission(name: &str) -> bool {
    let extension = Path::new(name).extension().map(|extension| extension.to_string_lossy().to_lowercase());
    !name.starts_with('.')
        && !name.starts_with("~$")
        && extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
}

/// Whether somebody put a file of this name there that is no spreadsheet; systems leave files of their own.
fn is_foreign(name: &str) -> bool {
    const SYSTEM: [&str; 2] = ["thumbs.db", "desktop.ini"];
    let hidden = name.starts_with('.') || name.starts_with("~$") || SYSTEM.contains(&name.to_lowercase().as_str());
    !hidden && !is_submission(name)
}

fn walk(
    folder: &Path,
    name: &str,
    root: &Path,
    wanted: fn(&str) -> bool,
    found: &mut Vec<FileToRead>,
) -> Result<(), Problem> {
    let unreadable = |cause| Problem::new("error-unreadable-folder").path(folder).cause(cause);
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let file = entry.file_name().to_string_lossy().into_owned();
        let name = format!("{name}/{file}");
        match kind(&entry, root).map_err(unreadable)? {
            Kind::Folder if !file.starts_with('.') => walk(&entry.path(), &name, root, wanted, found)?,
            // What only looks like a file is listed too: reading it gives a finding, and nothing is left out unseen.
            Kind::File | Kind::Other if wanted(&file) => {
                found.push(FileToRead { root: root.to_owned(), disk: entry.path(), relative: name });
            }
            _ => {}
        }
    }
    Ok(())
}

enum Kind {
    File,
    Folder,
    Other,
}

/// What an entry is. A linked folder is not entered, and a link out of `root`, a pipe or a device is not opened: what an
/// office sends in an archive must not reach other files of this machine.
fn kind(entry: &DirEntry, root: &Path) -> io::Result<Kind> {
    let kind = entry.file_type()?;
    let inside = || entry.path().canonicalize().is_ok_and(|target| target.starts_with(root) && target.is_file());
    Ok(match kind {
        kind if kind.is_dir() => Kind::Folder,
        kind if kind.is_file() => Kind::File,
        kind if kind.is_symlink() && inside() => Kind::File,
        _ => Kind::Other,
    })
}

/// Takes the file of this stem at the folder's top out of the submissions. Two of them are one too many.
fn take(files: &mut Vec<FileToRead>, folder: &str, stem: &str) -> Result<Option<FileToRead>, Problem> {
    let is_it = |file: &FileToRead| {
        let inner = file.relative.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')).unwrap_or_default();
        inner.to_lowercase().rsplit_once('.').is_some_and(|(head, _)| head == stem)
    };
    let mut taken: Vec<FileToRead> = files.extract_if(.., |file| is_it(file)).collect();
    match taken.as_slice() {
        [first, second, ..] => {
            Err(Problem::new("error-two-of-one").arg("first", &first.relative).arg("second", &second.relative))
        }
        _ => Ok(taken.pop()),
    }
}

/// Where a file lies, as outputs name it: below the input folder if it is there, else as it was given.
pub(crate) fn name_of(path: &Path, input: &Path) -> String {
    let inside = || Some((path.canonicalize().ok()?, input.canonicalize().ok()?));
    inside()
        .and_then(|(path, input)| path.strip_prefix(&input).ok().map(slashed))
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| slashed(path))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

    use super::*;

    fn folder(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        }
        folder
    }

    fn names(listing: &Listing) -> Vec<&str> {
        listing.submissions.iter().map(|file| file.relative.as_str()).collect()
    }

    #[test]
    fn submissions_are_spreadsheets_at_any_depth_in_order() {
        let folder = folder(&[
            "vp.XLSX",
            "kt/dot 2/kt.ods",
            "kt/kt.csv",
            "bia.docx",
            "~$vp.xlsx",
            ".an/vp.xlsx",
            ".vp.xlsx",
            "Dossiers/hs.csv",
            "kt/dossiers/x.csv",
        ]);
        let listing = Listing::of(folder.path(), "2025-Q4").unwrap();
        assert_eq!(
            names(&listing),
            ["2025-Q4/kt/dossiers/x.csv", "2025-Q4/kt/dot 2/kt.ods", "2025-Q4/kt/kt.csv", "2025-Q4/vp.XLSX"]
        );
    }

    #[test]
    fn exports_of_dossiers_lie_in_their_folder_at_any_depth() {
        let folder =
            folder(&["Dossiers/b.csv", "Dossiers/a/x.HTM", "Dossiers/~$b.xlsx", "Dossiers/a.pdf", "kt/dossiers/x.csv"]);
        let names: Vec<String> =
            exports(folder.path(), "2025-Q4").unwrap().into_iter().map(|file| file.relative).collect();
        assert_eq!(names, ["2025-Q4/Dossiers/a/x.HTM", "2025-Q4/Dossiers/b.csv"]);
    }

    #[test]
    fn files_of_the_period_are_no_submissions() {
        let folder = folder(&[
            "Received.csv",
            "dieu-chinh.xlsx",
            "gia-han.csv",
            "tong-hop.xlsx",
            "nhiem-vu.csv",
            "kt/received.csv",
        ]);
        let listing = Listing::of(folder.path(), "2025-Q4").unwrap();
        assert_eq!(names(&listing), ["2025-Q4/kt/received.csv"]);
        assert_eq!(listing.register.unwrap().relative, "2025-Q4/Received.csv");
        assert_eq!(listing.corrections.unwrap().relative, "2025-Q4/dieu-chinh.xlsx");
        assert_eq!(listing.extensions.unwrap().relative, "2025-Q4/gia-han.csv");
        assert_eq!(listing.compiled.unwrap().relative, "2025-Q4/tong-hop.xlsx");
        assert_eq!(listing.unread, ["2025-Q4/nhiem-vu.csv"]);
    }

    #[test]
    fn two_registers_stop_the_run() {
        let folder = folder(&["received.csv", "received.xlsx"]);
        assert!(Listing::of(folder.path(), "2025-Q4").is_err());
    }

    #[cfg(unix)]
    #[test]
    fn linked_folders_are_not_entered_and_links_to_files_are_listed() {
        use std::os::unix::fs::symlink;
        let outside = folder(&["mat.csv"]);
        let inside = folder(&["vp.csv"]);
        symlink(outside.path().join("mat.csv"), inside.path().join("link.csv")).unwrap();
        symlink(outside.path(), inside.path().join("folder")).unwrap();
        symlink(inside.path(), inside.path().join("self")).unwrap();
        symlink(inside.path().join("vp.csv"), inside.path().join("vp2.csv")).unwrap();
        let listing = Listing::of(inside.path(), "2025-Q4").unwrap();
        assert_eq!(names(&listing), ["2025-Q4/link.csv", "2025-Q4/vp.csv", "2025-Q4/vp2.csv"]);
    }
}
