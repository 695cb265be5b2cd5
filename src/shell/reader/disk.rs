//! From the disk only regular files that lie in the input folder, whole or not at all.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::intake::cells::Limits;
use crate::model::FileFault;

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileToRead {
    /// The folder it must lie in, after symbolic links are followed.
    pub root: PathBuf,
    /// Where it is on disk.
    pub disk: PathBuf,
    /// Its name in findings: relative to the input folder, with `/`.
    pub relative: String,
}

impl FileToRead {
    /// The file of this relative name, with `/`, in this folder.
    pub fn new(root: &Path, relative: &str) -> Self {
        Self { root: root.to_owned(), disk: root.join(relative), relative: relative.to_owned() }
    }
}

/// A regular file in its folder, open, and its size. Pipes and devices are not opened: that alone may block.
pub(crate) fn open(root: &Path, disk: &Path) -> Result<(File, u64), FileFault> {
    let inside = disk.canonicalize().and_then(|file| Ok(file.starts_with(root.canonicalize()?))).map_err(unreadable)?;
    if !inside {
        return Err(FileFault::new("F001", "Outside"));
    }
    let metadata = disk.metadata().map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(FileFault::new("F001", "NotRegular"));
    }
    Ok((File::open(disk).map_err(unreadable)?, metadata.len()))
}

/// The bytes of a regular file of at most the size allowed.
pub(super) fn load(root: &Path, disk: &Path, limits: &Limits) -> Result<Vec<u8>, FileFault> {
    let (file, size) = open(root, disk)?;
    let too_big = || FileFault::over_limit("file_bytes", limits.file_bytes);
    if size > limits.file_bytes {
        return Err(too_big());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
    file.take(limits.file_bytes + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > limits.file_bytes { Err(too_big()) } else { Ok(bytes) }
}

/// The kind of an I/O error, by its Rust name: the catalogue words it, and the system's own text is in the system's language.
#[expect(clippy::needless_pass_by_value, reason = "reads well as map_err(unreadable)")]
fn unreadable(error: std::io::Error) -> FileFault {
    FileFault::new("F001", format!("{:?}", error.kind()))
}
