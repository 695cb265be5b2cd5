//! Proves an exported period: its chains, its bytes, and its outputs against the manifest of the last run.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde::de::DeserializeOwned;
use zip::ZipArchive;

use super::export::Contents;
use super::proof::{Flaw, Proof};
use crate::digest::sha256;
use crate::ledger::{Chain, Event, Head, Link, SubmissionEntry, prove};
use crate::shell::outputs::Manifest;
use crate::shell::problem::Problem;

impl Proof {
    /// Proves a zip that `audit export` wrote; `asked` is a head printed elsewhere.
    pub(crate) fn of_export(path: &Path, asked: Option<&str>) -> Result<Self, Problem> {
        let unreadable = |cause| Problem::new("error-unreadable-export").path(path).cause(cause);
        let file = File::open(path).map_err(unreadable)?;
        let mut proof = Self::default();
        match files(file) {
            Err(error) => proof.flaws.push(Flaw::Database(error.to_string())),
            Ok(files) => proof.exported(&files, asked),
        }
        Ok(proof)
    }

    fn exported(&mut self, files: &BTreeMap<String, Vec<u8>>, asked: Option<&str>) {
        let submissions: Vec<SubmissionEntry> = self.exported_chain(files, Chain::Submissions);
        let events: Vec<Event> = self.exported_chain(files, Chain::Events);
        let manifest = self.manifest(files, &events);
        let contents = files.get("contents.json").and_then(|bytes| serde_json::from_slice::<Contents>(bytes).ok());
        let [submissions_head, events_head] =
            Chain::ALL.map(|chain| self.heads.get(&chain).cloned().unwrap_or_default());
        let is_right = |contents: &Contents| {
            let of = |head: &Head| (head.position, head.hash.clone());
            contents.submissions == of(&submissions_head)
                && contents.events == of(&events_head)
                && manifest.as_ref().is_none_or(|manifest| manifest.period == contents.period.as_str())
        };
        if !contents.as_ref().is_some_and(is_right) {
            self.flaws.push(Flaw::Output("contents.json".to_owned(), "changed"));
        }
        self.hold_bytes(files, &events);
        self.by_hash = submissions.iter().filter(|entry| !entry.kept).count();
        self.heads_of_runs(&events);
        self.exported_outputs(files, manifest);
        if let Some(head) = asked {
            self.head(head, "--head");
        }
    }

    fn exported_chain<E: DeserializeOwned>(&mut self, files: &BTreeMap<String, Vec<u8>>, chain: Chain) -> Vec<E> {
        let name = format!("{}.jsonl", chain.key());
        let Some(text) = files.get(&name).and_then(|bytes| str::from_utf8(bytes).ok()) else {
            self.flaws.push(Flaw::Output(name, "missing"));
            return Vec::new();
        };
        if chain == Chain::Submissions {
            let links = text.lines().filter_map(|line| serde_json::from_str::<Link>(line).ok());
            self.know(links);
        }
        match prove(chain, text) {
            Ok((entries, head)) => {
                self.heads.insert(chain, head);
                entries
            }
            Err(broken) => {
                self.heads.insert(chain, Head::default());
                self.flaws.push(Flaw::Entry(broken));
                Vec::new()
            }
        }
    }

    /// Every file in `bytes/` has the hash that it is named by.
    fn hold_bytes(&mut self, files: &BTreeMap<String, Vec<u8>>, events: &[Event]) {
        let gone = |event: &Event| if let Event::Forgotten(gone) = event { Some(gone.sha256.clone()) } else { None };
        self.forgotten = events.iter().filter_map(gone).collect();
        for (name, bytes) in files {
            let Some(name) = name.strip_prefix("bytes/") else { continue };
            let hash = name.split('.').next().unwrap_or_default();
            self.kept += 1;
            if sha256(bytes) != hash {
                self.flaws.push(Flaw::Bytes(hash.to_owned(), "changed"));
            }
        }
    }

    /// The manifest, if it is that of a run.
    fn manifest(&mut self, files: &BTreeMap<String, Vec<u8>>, events: &[Event]) -> Option<Manifest> {
        let recorded = |hash: &str| events.iter().any(|event| matches!(event, Event::Run(run) if run.manifest == hash));
        let bytes = files.get("manifest.json").filter(|bytes| recorded(&sha256(bytes)));
        let manifest = bytes.and_then(|bytes| Manifest::parse(bytes));
        if manifest.is_none() {
            self.flaws.push(Flaw::Output("manifest.json".to_owned(), "unrecorded"));
        }
        manifest
    }

    fn exported_outputs(&mut self, files: &BTreeMap<String, Vec<u8>>, manifest: Option<Manifest>) {
        for output in manifest.into_iter().flat_map(|manifest| manifest.outputs) {
            let there = files.get(&format!("outputs/{}", output.path)).map(sha256);
            if there == output.sha256 {
                self.outputs += 1;
            } else {
                let how = if there.is_some() { "changed" } else { "missing" };
                self.flaws.push(Flaw::Output(output.path, how));
            }
        }
    }
}

/// Every file of the zip by name; the zip's own checks are made while it is read.
fn files(file: File) -> zip::result::ZipResult<BTreeMap<String, Vec<u8>>> {
    let mut archive = ZipArchive::new(file)?;
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at)?;
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes)?;
        files.insert(entry.name()?.into_owned(), bytes);
    }
    Ok(files)
}
