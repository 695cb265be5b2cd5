//! Everything of a period in one zip, which can be proved with this program or without it.

use std::collections::BTreeMap;
use std::io::{Seek, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use super::{Ledger, RecordedRun, read};
use crate::ledger::{Chain, Head, lines};
use crate::model::PeriodId;
use crate::shell::outputs::Hashed;
use crate::shell::problem::Problem;
use crate::text::{Catalog, Lang};

/// The program that proves an export without this one.
const SCRIPT: &str = include_str!("kiem-tra.py");

/// What an export says of itself.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Contents {
    /// The period.
    pub(super) period: PeriodId,
    /// Entries of the submissions' chain and its head.
    pub(super) submissions: (u64, String),
    /// Entries of the events' chain and its head.
    pub(super) events: (u64, String),
}

/// The zip being written: equal ledgers and outputs give equal bytes.
struct Package<W: Write + Seek> {
    zip: ZipWriter<W>,
}

impl<W: Write + Seek> Package<W> {
    fn add(&mut self, name: &str, bytes: &[u8]) -> zip::result::ZipResult<()> {
        let options = SimpleFileOptions::default().last_modified_time(DateTime::default()).large_file(false);
        self.zip.start_file(name, options)?;
        Ok(self.zip.write_all(bytes)?)
    }
}

impl Ledger {
    /// Writes the export of a period; `outputs` are those on disk that are as the manifest says. Gives back how many files'
    /// bytes it holds.
    pub(crate) fn export(
        &self,
        recorded: &RecordedRun,
        outputs: &BTreeMap<String, Vec<u8>>,
        to: impl Write + Seek,
    ) -> anyhow::Result<usize> {
        let period = &recorded.run.period;
        let links = [self.links(Chain::Submissions)?, self.links(Chain::Events)?];
        let [submissions, events] = links.each_ref().map(|links| links.last().map(Head::from).unwrap_or_default());
        let bytes = self.of_period(period)?;
        let mut package = Package { zip: ZipWriter::new(to) };
        package.add("README.txt", readme(period, [&submissions, &events], bytes.len(), outputs.len()).as_bytes())?;
        package.add("kiem-tra.py", SCRIPT.as_bytes())?;
        let [submissions, events] = [submissions, events].map(|head| (head.position, head.hash));
        let contents = Contents { period: period.clone(), submissions, events };
        package.add("contents.json", &serde_json::to_vec_pretty(&contents)?)?;
        for (chain, links) in Chain::ALL.iter().zip(&links) {
            package.add(&format!("{}.jsonl", chain.key()), lines(links)?.as_bytes())?;
        }
        if let Some(manifest) = self.bytes(&recorded.run.manifest)? {
            package.add("manifest.json", &manifest)?;
        }
        for (hash, extension) in &bytes {
            let content = self.bytes(hash)?.unwrap_or_default();
            package.add(&format!("bytes/{hash}{extension}"), &content)?;
        }
        for (name, content) in outputs {
            package.add(&format!("outputs/{name}"), content)?;
        }
        package.zip.finish()?;
        Ok(bytes.len())
    }

    /// The hash of everything kept that came for a period or that a run of it read, with the extension of its name.
    fn of_period(&self, period: &PeriodId) -> Result<BTreeMap<String, String>, Problem> {
        let mut named: Vec<(String, String)> = Vec::new();
        named.extend(self.came_for(period)?.into_iter().map(|came| (came.entry.sha256, came.entry.path)));
        for RecordedRun { run, manifest } in self.runs(period)? {
            named.push((run.manifest, "manifest.json".to_owned()));
            named.extend(run.dossiers.map(|hash| (hash, "dossiers.json".to_owned())));
            let inputs = manifest.inputs.into_iter();
            named.extend(inputs.filter_map(|Hashed { path, sha256 }| Some((sha256?, path))));
        }
        let mut kept = BTreeMap::new();
        for (hash, path) in named {
            if !kept.contains_key(&hash) && read::has(&self.db, &hash).map_err(|error| self.refused(&error))? {
                let extension = Path::new(&path).extension().map(|text| format!(".{}", text.to_string_lossy()));
                kept.insert(hash, extension.unwrap_or_default());
            }
        }
        Ok(kept)
    }
}

/// Vietnamese always, like what else leaves the house.
fn readme(period: &PeriodId, [submissions, events]: [&Head; 2], files: usize, outputs: usize) -> String {
    let [entries, happened] = [submissions, events].map(|head| head.position.to_string());
    let [files, outputs] = [files, outputs].map(|count| count.to_string());
    let args = [
        ("period", period.as_str()),
        ("entries", &entries),
        ("head", &submissions.hash),
        ("happened", &happened),
        ("events", &events.hash),
        ("files", &files),
        ("outputs", &outputs),
        ("version", env!("CARGO_PKG_VERSION")),
    ];
    Catalog::of(Lang::Vi).with("export-readme", &args) + "\n"
}
