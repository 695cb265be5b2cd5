//! `audit rebuild`: makes a period's outputs again from what the ledger kept, and says whether they are the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;

use serde_json::json;

use crate::model::PeriodId;
use crate::pipeline::{self, Artifact, Wording};
use crate::report::Sealed;
use crate::shell::ledger::{self, Absent, Ledger, RecordedRun};
use crate::shell::session::Session;
use crate::shell::terminal::{self, BAD, GOOD, paint};
use crate::text::Catalog;

/// Arguments of `audit rebuild`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The period.
    of_period: String,
}

/// What making it again came to.
struct Outcome {
    /// The version that made it, if another.
    needs: Option<String>,
    absent: Vec<Absent>,
    same: usize,
    /// Outputs that differ, are not made again, or were not there.
    differing: Vec<String>,
}

impl Outcome {
    fn identical(&self) -> bool {
        self.needs.is_none() && self.absent.is_empty() && self.differing.is_empty()
    }
}

/// Makes the last recorded run's outputs again, in memory; exit status 1 if they are not the same.
pub(super) fn execute(session: &Session<'_>, args: &Args) -> anyhow::Result<ExitCode> {
    let ledger = Ledger::read(&session.ledger())?;
    let recorded = ledger.last_run(&PeriodId::new(&args.of_period))?;
    let outcome = outcome(session, &ledger, &recorded)?;
    if session.json() {
        let json = json!({
            "period": args.of_period,
            "run": recorded.run.at,
            "version": recorded.run.version,
            "identical": outcome.identical(),
            "same": outcome.same,
            "differing": outcome.differing,
            "absent": outcome.absent.iter().map(|absent| json!({ "path": absent.path, "why": absent.why })).collect::<Vec<_>>(),
        });
        terminal::print_bytes(format!("{json:#}\n").as_bytes())?;
    } else {
        terminal::print(&text(&recorded, &outcome, session.catalog))?;
    }
    Ok(ExitCode::from(u8::from(!outcome.identical())))
}

fn outcome(session: &Session<'_>, ledger: &Ledger, recorded: &RecordedRun) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome { needs: None, absent: ledger.absent(recorded)?, same: 0, differing: Vec::new() };
    if recorded.run.version != env!("CARGO_PKG_VERSION") {
        outcome.needs = Some(recorded.run.version.clone());
    } else if outcome.absent.is_empty() {
        let made = rebuild(session, ledger, recorded)?;
        let then: BTreeMap<&str, Option<&str>> =
            recorded.manifest.outputs.iter().map(|output| (&*output.path, output.sha256.as_deref())).collect();
        let names: BTreeSet<&str> = then.keys().copied().chain(made.keys().map(String::as_str)).collect();
        let is_same = |name: &&str| then.get(name).copied().flatten() == made.get(*name).map(String::as_str);
        let (same, differing): (Vec<&str>, Vec<&str>) = names.into_iter().partition(is_same);
        outcome.same = same.len();
        outcome.differing = differing.into_iter().map(str::to_owned).collect();
    }
    Ok(outcome)
}

/// Every output by name with its hash.
fn rebuild(session: &Session<'_>, ledger: &Ledger, recorded: &RecordedRun) -> anyhow::Result<BTreeMap<String, String>> {
    let (loaded, inputs) = ledger::load(session, ledger, recorded)?;
    let mut results = pipeline::evaluate(&loaded.plan, &inputs)?;
    results.chain_head.clone_from(&recorded.manifest.chain_head);
    let wording = Wording::new(&inputs.templates)?;
    let hashed = |artifact: &Artifact| -> anyhow::Result<(String, String)> {
        Ok((artifact.name.clone(), artifact.sha256.clone()))
    };
    let mut made: BTreeMap<String, String> =
        pipeline::write(&results, &inputs, &wording, hashed)?.into_iter().collect();
    let sheet = pipeline::proof_sheet_name(&results);
    if recorded.manifest.outputs.iter().any(|output| output.path == sheet) {
        let sealed: Vec<Sealed> =
            made.iter().map(|(name, sha256)| Sealed { name: name.clone(), sha256: sha256.clone() }).collect();
        made.extend([hashed(&pipeline::proof_sheet(&results, &wording, &sealed, recorded.run.submissions)?)?]);
    }
    Ok(made)
}

fn text(recorded: &RecordedRun, outcome: &Outcome, catalog: &Catalog) -> String {
    let run =
        [("period", recorded.run.period.as_str()), ("at", &*recorded.run.at), ("version", &*recorded.run.version)];
    let mut lines = vec![catalog.with("rebuild-run", &run)];
    lines.extend(outcome.needs.iter().map(|version| catalog.with("rebuild-needs", &[("version", version)])));
    let absent = |absent: &Absent| catalog.with(&format!("rebuild-{}", absent.why), &[("path", &absent.path)]);
    lines.extend(outcome.absent.iter().map(absent));
    lines.extend(outcome.differing.iter().map(|path| catalog.with("rebuild-differs", &[("path", path)])));
    let count = [("count", &*outcome.same.to_string())];
    let verdict = if outcome.identical() {
        paint(GOOD, &catalog.with("rebuild-identical", &count))
    } else {
        paint(BAD, &catalog.with("rebuild-not-identical", &count))
    };
    format!("{verdict}\n  {}\n", lines.join("\n  "))
}
