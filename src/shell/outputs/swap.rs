//! Plans the replacement of one set of outputs by another: staged in `.new`, then swapped file by file, manifest last.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};

use super::manifest::{Hashed, Manifest, hash_in};
use super::steps::{Step, refused};
use super::{Kept, MANIFEST, STAGED};
use crate::pipeline::Artifact;
use crate::shell::problem::Problem;

/// The steps that stage one file in `.new`.
pub(super) fn stage<'a>(folder: &Path, artifact: &'a Artifact) -> Vec<Step<'a>> {
    let path = folder.join(STAGED).join(&artifact.name);
    let parent = path.parent().map(|parent| Step::Folder(parent.to_owned()));
    parent.into_iter().chain([Step::Write(path, &artifact.bytes)]).collect()
}

/// The steps that complete a staged set. Its manifest is written last; whether the set is whole is told by its hashes.
pub(super) fn seal<'a>(folder: &Path, outputs: &[Hashed], manifest: &'a [u8]) -> Vec<Step<'a>> {
    let staged = folder.join(STAGED);
    let folder_of = |output: &Hashed| staged.join(&output.path).parent().map(Path::to_owned);
    let folders: BTreeSet<PathBuf> =
        outputs.iter().filter_map(folder_of).chain([staged.clone(), folder.to_owned()]).collect();
    let mut steps = vec![Step::Folder(staged.clone()), Step::Write(staged.join(MANIFEST), manifest)];
    steps.extend(folders.into_iter().rev().map(Step::Sync));
    steps
}

/// The steps that put a staged set in place of the old one, and what they keep of it. They may start over after any
/// step: what has been swapped is told by its hash.
pub(super) fn swap(folder: &Path, new: &Manifest) -> (Vec<Step<'static>>, Vec<Kept>) {
    let old = Manifest::read(folder);
    let staged = folder.join(STAGED);
    let (mut steps, mut kept) = (Vec::new(), Vec::new());
    let mut keep = |steps: &mut Vec<Step<'_>>, path: &str| {
        let name = free_name(folder, path);
        steps.push(Step::Rename(folder.join(path), folder.join(&name)));
        kept.push(Kept { was: path.to_owned(), is: name });
    };
    for (path, known) in targets(old.as_ref(), new).into_iter().filter(|(path, _)| folder.join(path).exists()) {
        if known.is_edited(folder, path) {
            keep(&mut steps, path);
        } else if !known.staged {
            steps.push(Step::Remove(folder.join(path)));
        }
    }
    if old.is_none() && folder.join(MANIFEST).exists() {
        keep(&mut steps, MANIFEST);
    }
    let waiting = new.outputs.iter().filter(|output| staged.join(&output.path).exists());
    for (from, to) in waiting.map(|output| (staged.join(&output.path), folder.join(&output.path))) {
        steps.extend(to.parent().map(|parent| Step::Folder(parent.to_owned())));
        steps.push(Step::Rename(from, to));
    }
    steps.push(Step::Sync(folder.to_owned()));
    steps.push(Step::Rename(staged.join(MANIFEST), folder.join(MANIFEST)));
    steps.extend([Step::Sync(folder.to_owned()), Step::RemoveFolder(staged)]);
    (steps, kept)
}

/// Whether every file of a staged set is there, in `.new` or already in its place.
pub(super) fn is_whole(folder: &Path, new: &Manifest) -> bool {
    let staged = folder.join(STAGED);
    new.outputs.iter().all(|output| output.is_in(&staged) || output.is_in(folder))
}

/// Refuses before anything is swapped if another program holds a file that would have to go.
pub(super) fn refuse_held(folder: &Path, new: &Manifest) -> Result<(), Problem> {
    let old = Manifest::read(folder);
    let paths = targets(old.as_ref(), new).into_keys().chain([MANIFEST]).map(|path| folder.join(path));
    for path in paths.filter(|path| path.is_file()) {
        OpenOptions::new().write(true).open(&path).map_err(|cause| refused(&path, cause))?;
    }
    Ok(())
}

/// What is known of a file that the swap replaces or removes.
#[derive(Default)]
struct Known {
    hashes: Vec<String>,
    staged: bool,
}

impl Known {
    /// Whether what lies there is of neither set: somebody has worked on it.
    fn is_edited(&self, folder: &Path, path: &str) -> bool {
        hash_in(folder, path).is_none_or(|hash| !self.hashes.contains(&hash))
    }
}

fn targets<'a>(old: Option<&'a Manifest>, new: &'a Manifest) -> BTreeMap<&'a str, Known> {
    let mut targets: BTreeMap<&str, Known> = BTreeMap::new();
    for (manifest, staged) in old.map(|old| (old, false)).into_iter().chain([(new, true)]) {
        for output in &manifest.outputs {
            let known = targets.entry(&output.path).or_default();
            known.hashes.extend(output.sha256.clone());
            known.staged |= staged;
        }
    }
    targets
}

/// `kiem-tra.xlsx` -> `kiem-tra.sua-tay-1.xlsx`, with the first number that is free.
pub(super) fn free_name(folder: &Path, path: &str) -> String {
    let (stem, extension) = path.rsplit_once('.').unwrap_or((path, ""));
    let dot = if extension.is_empty() { "" } else { "." };
    (1..=u64::MAX)
        .map(|number| format!("{stem}.sua-tay-{number}{dot}{extension}"))
        .find(|name| fs::symlink_metadata(folder.join(name)).is_err())
        .unwrap_or_default()
}
