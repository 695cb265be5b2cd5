//! The versions of an office's submission for a period: what the office had sent by each moment that the ledger knows of.

use std::collections::BTreeSet;

use serde::Serialize;

/// A submission's file as a run read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SentFile {
    /// Its path in that run.
    pub path: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// When it was received, as that run knew; as in [`super::SubmissionEntry::received_at`].
    pub received_at: Option<String>,
}

/// All that counts as sent by a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The position of the run that first read these files.
    pub run: usize,
    /// Its files in order of path; none where the office's files were taken away.
    pub files: Vec<SentFile>,
}

impl Version {
    /// What tells versions apart: files may be renamed or copied.
    fn hashes(&self) -> BTreeSet<&str> {
        self.files.iter().map(|file| &*file.sha256).collect()
    }
}

/// The versions in order of time; `runs` are the office's files in each run that read the period, in order of time. Where
/// files that are new to a run came at several times, there is a version for each time.
pub fn versions(runs: Vec<Vec<SentFile>>) -> Vec<Version> {
    let mut versions: Vec<Version> = Vec::new();
    let mut known: BTreeSet<String> = BTreeSet::new();
    for (run, files) in runs.into_iter().enumerate() {
        let steps: Vec<_> = by_receipt(&files, &known).collect();
        known.extend(files.iter().map(|file| file.sha256.clone()));
        for files in steps.into_iter().chain([files]) {
            let version = Version { run, files };
            if version.hashes() != versions.last().map(Version::hashes).unwrap_or_default() {
                versions.push(version);
            }
        }
    }
    versions
}

/// What had come by each receipt of a new file but the last. Files whose receipt nobody knows are in each.
fn by_receipt(files: &[SentFile], known: &BTreeSet<String>) -> impl Iterator<Item = Vec<SentFile>> {
    let is_new = |file: &&SentFile| !known.contains(&file.sha256);
    let moments: BTreeSet<&String> = files.iter().filter(is_new).filter_map(|file| file.received_at.as_ref()).collect();
    let earlier = moments.len().saturating_sub(1);
    moments.into_iter().take(earlier).map(move |moment| {
        let came = |file: &&SentFile| !is_new(file) || file.received_at.as_ref().is_none_or(|at| at <= moment);
        files.iter().filter(came).cloned().collect()
    })
}
