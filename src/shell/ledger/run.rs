//! What one report leaves in the ledger: what came, the bytes of all it read, the run itself and what became of findings
//! and waivers.

use std::collections::BTreeSet;

use chrono::{FixedOffset, SecondsFormat, Utc};

use super::files::OnDisk;
use super::{Ledger, Recording};
use crate::digest::sha256;
use crate::ledger::{Event, Head, Run, changes, entries, waivers};
use crate::model::{ReceivedKind, Results};
use crate::pipeline::Inputs;
use crate::shell::inputs::Original;
use crate::shell::problem::Problem;
use crate::shell::session::Session;

/// A report that is being recorded; it holds the ledger until it is finished, and leaves nothing if it is not.
#[derive(Debug)]
pub(crate) struct RunRecord<'l> {
    recording: Recording<'l>,
    head: Head,
}

impl<'l> RunRecord<'l> {
    /// Records what came; from here on the head of the submissions' chain is known.
    pub(crate) fn begin(ledger: &'l Ledger, results: &Results, waiting: impl FnOnce()) -> Result<Self, Problem> {
        let recording = ledger.record(waiting)?;
        let head = recording.receive(&entries(&results.received))?;
        Ok(Self { recording, head })
    }

    /// The head of the submissions' chain; `None` where nothing has ever come.
    pub(crate) fn head(&self) -> Option<String> {
        (!self.head.is_empty()).then(|| self.head.hash.clone())
    }

    /// How many entries that chain has.
    pub(crate) fn entries(&self) -> u64 {
        self.head.position
    }

    /// Keeps the bytes of everything that was read, but for files with personal data. They must still be what was read.
    pub(crate) fn keep(
        &self,
        session: &Session<'_>,
        results: &Results,
        originals: &[Original<'_>],
    ) -> anyhow::Result<()> {
        let is_secret = |file: &&crate::model::Received| file.personal || file.kind == ReceivedKind::Dossiers;
        let mut done: BTreeSet<&str> = results.received.iter().filter(is_secret).map(|file| &*file.sha256).collect();
        let mut on_disk = OnDisk::new(session);
        for Original { path, sha256: hash, text } in originals {
            let Some(hash) = hash.as_deref().filter(|hash| done.insert(hash)) else { continue };
            if !self.recording.needs(hash)? {
                continue;
            }
            if let Some(text) = text {
                self.recording.keep(hash, text.as_bytes())?;
                continue;
            }
            let bytes = on_disk.load(path)?.filter(|bytes| sha256(bytes) == hash);
            let changed = || Problem::new("error-changed-while-read").arg("path", path);
            self.recording.keep(hash, &bytes.ok_or_else(changed)?)?;
        }
        Ok(())
    }

    /// Records the run and makes everything last. Outputs are put in place only after this, so that what they say of the
    /// ledger is always in it.
    pub(crate) fn finish(self, results: &Results, inputs: &Inputs, manifest: &[u8]) -> anyhow::Result<()> {
        let Self { recording, head } = self;
        let (at, period) = (now(), &results.period.id);
        let keep = |bytes: &[u8]| -> anyhow::Result<String> {
            let hash = sha256(bytes);
            if recording.needs(&hash)? {
                recording.keep(&hash, bytes)?;
            }
            Ok(hash)
        };
        let hash = keep(manifest)?;
        let counts = inputs.dossiers.as_ref();
        let dossiers = counts.map(|counts| keep(&serde_json::to_vec(counts)?)).transpose()?;
        recording.tell(&Event::Run(Run {
            at: at.clone(),
            period: period.clone(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            plan: results.plan.hash.clone(),
            verdict: results.verdict,
            dated: inputs.dated,
            unread: inputs.rounds.values().flat_map(|round| &round.unread).map(ToString::to_string).collect(),
            dossiers,
            findings: results.findings.len(),
            submissions: head.position,
            head: head.hash,
            manifest: hash,
        }))?;
        for change in changes(&recording.findings(period)?, &results.findings, period, &at) {
            recording.tell(&Event::Finding(change))?;
        }
        for waiver in waivers(&recording.waivers(period)?, &results.findings, period, &at) {
            recording.tell(&Event::Waiver(waiver))?;
        }
        Ok(recording.commit()?)
    }
}

/// The machine's clock, in Vietnam's time.
pub(crate) fn now() -> String {
    const SECONDS_EAST: i32 = 7 * 3600;
    let now = Utc::now();
    FixedOffset::east_opt(SECONDS_EAST).map_or_else(
        || now.to_rfc3339_opts(SecondsFormat::Secs, true),
        |zone| now.with_timezone(&zone).to_rfc3339_opts(SecondsFormat::Secs, false),
    )
}
