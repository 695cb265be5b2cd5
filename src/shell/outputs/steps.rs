//! The single steps on disk that replacing a set of outputs consists of; a run may end after any of them.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::shell::problem::Problem;

/// One step.
#[derive(Debug)]
pub(super) enum Step<'a> {
    /// Make a folder.
    Folder(PathBuf),
    /// Write a file and wait until it is on the disk.
    Write(PathBuf, &'a [u8]),
    /// Wait until a folder's entries are on the disk.
    Sync(PathBuf),
    /// Put a file in a place.
    Rename(PathBuf, PathBuf),
    /// Remove a file.
    Remove(PathBuf),
    /// Remove a folder with all it holds.
    RemoveFolder(PathBuf),
}

impl Step<'_> {
    /// Does it.
    pub(super) fn run(&self) -> Result<(), Problem> {
        let (result, path) = match self {
            Self::Folder(path) => (fs::create_dir_all(path), path),
            Self::Write(path, bytes) => (write(path, bytes), path),
            Self::Sync(path) => (sync_folder(path), path),
            Self::Rename(from, to) => (fs::rename(from, to), to),
            Self::Remove(path) => (fs::remove_file(path), path),
            Self::RemoveFolder(path) => (fs::remove_dir_all(path), path),
        };
        result.map_err(|cause| refused(path, cause))
    }
}

/// Why a file could not be written or replaced: held by another program, or else.
pub(crate) fn refused(path: &Path, cause: io::Error) -> Problem {
    /// Windows: the file is in use, or a part of it is locked.
    const SHARING_VIOLATIONS: [i32; 2] = [32, 33];
    let held = match cause.kind() {
        io::ErrorKind::ExecutableFileBusy | io::ErrorKind::ResourceBusy => true,
        io::ErrorKind::PermissionDenied => cfg!(windows) && path.exists(),
        _ => cfg!(windows) && cause.raw_os_error().is_some_and(|code| SHARING_VIOLATIONS.contains(&code)),
    };
    Problem::new(if held { "error-held-open" } else { "error-not-written" }).path(path).cause(cause)
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// Windows has no such thing; a rename there is journalled by the file system.
#[cfg(not(unix))]
fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}
