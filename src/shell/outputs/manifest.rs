//! `manifest.json`: the SHA-256 of every input read and every output written.

use std::fs;
use std::path::{Component, Path};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::digest::sha256;
use crate::pipeline::Artifact;

/// The schema's name and version.
pub(crate) const SCHEMA: &str = "cchc-manifest/1";

/// What a set of outputs was made from, and what it consists of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// Always [`SCHEMA`].
    pub(crate) schema: String,
    /// The program's version.
    pub(crate) version: String,
    /// The period.
    pub(crate) period: String,
    /// Language of findings.
    pub(crate) lang: String,
    /// The day the run was told it is.
    pub(crate) as_of: NaiveDate,
    /// Every file read, by path below the input folder (templates: `templates/…`).
    pub(crate) inputs: Vec<Hashed>,
    /// Every file written but this one, by path below `output/<period>/`.
    pub(crate) outputs: Vec<Hashed>,
    /// Head of the submissions' chain, once there is a ledger.
    pub(crate) chain_head: Option<String>,
}

/// A file and its hash.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Hashed {
    /// Relative path with `/`.
    pub(crate) path: String,
    /// SHA-256, lower-case hexadecimal; `None` for an input that could not be read at all.
    pub(crate) sha256: Option<String>,
}

impl Hashed {
    /// An output.
    pub(crate) fn output(artifact: &Artifact) -> Self {
        Self { path: artifact.name.clone(), sha256: Some(artifact.sha256.clone()) }
    }

    /// Whether the file of this name in this folder has this hash.
    pub(crate) fn is_in(&self, folder: &Path) -> bool {
        self.sha256.is_some() && hash_in(folder, &self.path) == self.sha256
    }
}

impl Manifest {
    /// The manifest in a folder; `None` where it is missing, cut short or not ours.
    pub(crate) fn read(folder: &Path) -> Option<Self> {
        Self::parse(&fs::read(folder.join(super::MANIFEST)).ok()?)
    }

    /// Whether these inputs would give the same outputs again.
    pub(crate) fn is_of(&self, inputs: &[Hashed]) -> bool {
        self.version == env!("CARGO_PKG_VERSION") && self.inputs == inputs
    }

    /// The manifest that these bytes spell.
    pub(crate) fn parse(bytes: &[u8]) -> Option<Self> {
        let plain = |output: &Hashed| Path::new(&output.path).components().all(|c| matches!(c, Component::Normal(_)));
        serde_json::from_slice(bytes)
            .ok()
            .filter(|manifest: &Self| manifest.schema == SCHEMA && manifest.outputs.iter().all(plain))
    }

    /// The manifest as text, the same for equal content.
    pub(crate) fn to_bytes(&self) -> serde_json::Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

/// The hash of a file, if it can be read.
pub(crate) fn hash_in(folder: &Path, path: &str) -> Option<String> {
    fs::read(folder.join(path)).ok().map(|bytes| sha256(&bytes))
}
