//! The folder `output/<period>/`: replaced as a set or not at all, and nothing edited by hand is ever overwritten.

mod manifest;
mod steps;
mod swap;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::io;
use std::mem;
use std::path::{Path, PathBuf};

pub(crate) use manifest::{Hashed, Manifest, SCHEMA, hash_in};

pub(crate) use steps::refused as not_written;

use super::problem::Problem;
use crate::pipeline::Artifact;
use crate::report::Sealed;

/// The last file of a set.
pub(crate) const MANIFEST: &str = "manifest.json";
const STAGED: &str = ".new";
const LOCK: &str = ".lock";

/// A file that somebody had edited, and the name it bears now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kept {
    /// Its name as an output.
    pub(crate) was: String,
    /// Its name now.
    pub(crate) is: String,
}

/// One period's output folder, held by this process alone.
#[derive(Debug)]
pub(crate) struct Outputs {
    folder: PathBuf,
    kept: Vec<Kept>,
    /// Whether what is staged may go: from the moment the set is whole, the next start completes its swap.
    unfinished: bool,
    _lock: File,
}

impl Outputs {
    /// Takes the folder and mends what a run that was cut short has left: completes its swap, or undoes its staging.
    /// `waiting` is called when another run holds the folder.
    pub(crate) fn open(folder: &Path, waiting: impl FnOnce()) -> Result<Self, Problem> {
        steps::Step::Folder(folder.to_owned()).run()?;
        let lock = lock(folder, waiting)?;
        let kept = recover(folder)?;
        Ok(Self { folder: folder.to_owned(), kept, unfinished: true, _lock: lock })
    }

    /// Stages a file of the new set; several threads may do so at once.
    pub(crate) fn stage(&self, artifact: &Artifact) -> Result<Hashed, Problem> {
        run(&swap::stage(&self.folder, artifact))?;
        Ok(Hashed::output(artifact))
    }

    /// The manifest's bytes.
    pub(crate) fn spell(&self, manifest: &Manifest) -> Result<Vec<u8>, Problem> {
        manifest.to_bytes().map_err(|cause| steps::refused(&self.folder, cause.into()))
    }

    /// Puts the staged set in place of the old one and says which files had been edited by hand, and are kept.
    pub(crate) fn replace(mut self, manifest: &Manifest) -> Result<Vec<Kept>, Problem> {
        let bytes = self.spell(manifest)?;
        run(&swap::seal(&self.folder, &manifest.outputs, &bytes))?;
        swap::refuse_held(&self.folder, manifest)?;
        self.unfinished = false;
        let (steps, kept) = swap::swap(&self.folder, manifest);
        run(&steps)?;
        Ok(mem::take(&mut self.kept).into_iter().chain(kept).collect())
    }
}

impl Drop for Outputs {
    fn drop(&mut self) {
        if self.unfinished {
            // What cannot be removed now is removed by the next start.
            let _ = discard(&self.folder);
        }
    }
}

/// Puts single files into a folder. What stood there under the same name with other content is kept under a free name:
/// it may have been filled in.
pub(crate) fn add(folder: &Path, artifacts: &[Artifact]) -> Result<Vec<Kept>, Problem> {
    let mut kept = Vec::new();
    for Artifact { name, bytes, .. } in artifacts {
        let (target, staged) = (folder.join(name), folder.join(STAGED).join(name));
        let existing = fs::read(&target).ok();
        if existing.as_ref() == Some(bytes) {
            continue;
        }
        run(&[steps::Step::Folder(folder.join(STAGED)), steps::Step::Write(staged.clone(), bytes)])?;
        if existing.is_some() {
            let free = swap::free_name(folder, name);
            run(&[steps::Step::Rename(target.clone(), folder.join(&free))])?;
            kept.push(Kept { was: name.clone(), is: free });
        }
        run(&[steps::Step::Rename(staged, target), steps::Step::RemoveFolder(folder.join(STAGED))])?;
    }
    Ok(kept)
}

/// What a sheet of hashes says of these outputs, in order of name.
pub(crate) fn sealed(written: &[Hashed]) -> Vec<Sealed> {
    let named = written.iter().filter_map(|output| Some((&output.path, output.sha256.as_ref()?)));
    let mut sealed: Vec<Sealed> =
        named.map(|(name, sha256)| Sealed { name: name.clone(), sha256: sha256.clone() }).collect();
    sealed.sort_by(|one, other| one.name.cmp(&other.name));
    sealed
}

/// The bytes of every manifest in the output folder, by the name of the period's folder.
pub(crate) fn manifests(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, Problem> {
    let unreadable = |cause| Problem::new("error-unreadable-folder").path(folder).cause(cause);
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        if let Ok(bytes) = fs::read(entry.path().join(MANIFEST)) {
            found.insert(entry.file_name().to_string_lossy().into_owned(), bytes);
        }
    }
    Ok(found)
}

/// Completes or undoes what a run that was cut short has left.
fn recover(folder: &Path) -> Result<Vec<Kept>, Problem> {
    let staged = folder.join(STAGED);
    if !staged.exists() {
        return Ok(Vec::new());
    }
    match Manifest::read(&staged).filter(|new| swap::is_whole(folder, new)) {
        Some(new) => {
            let (steps, kept) = swap::swap(folder, &new);
            run(&steps)?;
            Ok(kept)
        }
        None => discard(folder).map(|()| Vec::new()),
    }
}

fn discard(folder: &Path) -> Result<(), Problem> {
    let staged = folder.join(STAGED);
    if staged.exists() { steps::Step::RemoveFolder(staged).run() } else { Ok(()) }
}

fn run(steps: &[steps::Step<'_>]) -> Result<(), Problem> {
    steps.iter().try_for_each(steps::Step::run)
}

fn lock(folder: &Path, waiting: impl FnOnce()) -> Result<File, Problem> {
    let path = folder.join(LOCK);
    let (file, is_held) = try_lock(&path)?;
    if !is_held {
        waiting();
        file.lock().map_err(|cause| steps::refused(&path, cause))?;
    }
    Ok(file)
}

/// A file that one process holds at a time, until it is dropped; and whether that is this process.
pub(crate) fn try_lock(path: &Path) -> Result<(File, bool), Problem> {
    let refused = |cause| steps::refused(path, cause);
    let file = fs::OpenOptions::new().create(true).truncate(false).write(true).open(path).map_err(refused)?;
    match file.try_lock() {
        Ok(()) => Ok((file, true)),
        Err(TryLockError::WouldBlock) => Ok((file, false)),
        // Some network shares know no locks; the swap itself stays safe there.
        Err(TryLockError::Error(cause)) if cause.kind() == io::ErrorKind::Unsupported => Ok((file, true)),
        Err(TryLockError::Error(cause)) => Err(refused(cause)),
    }
}
