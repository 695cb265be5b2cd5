//! `audit verify`: whether the ledger is whole and the outputs on disk are those it recorded.

use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::{Value, json};

use crate::ledger::{Broken, Chain, Fault};
use crate::shell::ledger::{Flaw, Ledger, Proof};
use crate::shell::problem::Problem;
use crate::shell::session::Session;
use crate::shell::terminal::{self, BAD, GOOD, paint};
use crate::text::Catalog;

/// Arguments of `audit verify`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// An export to prove in place of the ledger.
    exported: Option<PathBuf>,
    /// A head of the submissions' chain, as a report bears it.
    #[arg(long)]
    head: Option<String>,
}

/// Proves everything; exit status 1 if something is not as it should be.
pub(super) fn execute(session: &Session<'_>, args: &Args) -> anyhow::Result<ExitCode> {
    let head = args.head.as_deref().map(|head| head.trim().to_ascii_lowercase());
    let proof = match &args.exported {
        Some(zip) => Proof::of_export(zip, head.as_deref())?,
        None => prove(session, head.as_deref())?,
    };
    if session.json() {
        terminal::print_bytes(format!("{:#}\n", json(&proof, head.as_deref())).as_bytes())?;
    } else {
        terminal::print(&text(&proof, head.as_deref(), session.catalog))?;
    }
    Ok(ExitCode::from(u8::from(!proof.flaws.is_empty())))
}

/// A database that cannot even be read is broken, not a reason to stop.
fn prove(session: &Session<'_>, head: Option<&str>) -> Result<Proof, Problem> {
    let proof = Ledger::read(&session.ledger()).and_then(|ledger| Proof::of(&ledger, &session.options.output, head));
    match proof {
        Err(problem) if problem.is("error-ledger-broken") || problem.is("error-ledger-foreign") => {
            Ok(Proof::unreadable(problem.word(session.catalog)))
        }
        other => other,
    }
}

fn text(proof: &Proof, head: Option<&str>, catalog: &Catalog) -> String {
    let chain = |chain: &Chain| {
        let head = proof.heads.get(chain)?;
        let entries = head.position.to_string();
        let args = [("chain", chain.key()), ("entries", &*entries), ("head", &*head.hash)];
        Some(catalog.with("proof-chain", &args))
    };
    let [kept, forgotten, by_hash, outputs] =
        [proof.kept, proof.forgotten.len(), proof.by_hash, proof.outputs].map(|count| count.to_string());
    let mut lines: Vec<String> = Chain::ALL.iter().filter_map(chain).collect();
    lines.push(catalog.with("proof-bytes", &[("kept", &kept), ("forgotten", &forgotten), ("hashed", &by_hash)]));
    lines.extend(proof.forgotten.iter().map(|hash| catalog.with("proof-forgotten", &[("sha256", hash)])));
    lines.push(catalog.with("proof-outputs", &[("count", &outputs)]));
    if let Some((head, position)) = head.and_then(|head| Some((head, proof.position(head)?))) {
        lines.push(catalog.with("proof-head", &[("head", head), ("position", &position.to_string())]));
    }
    lines.extend(proof.flaws.iter().map(|flaw| paint(BAD, &format!("✗ {}", worded(flaw, catalog)))));
    let verdict = if proof.flaws.is_empty() {
        paint(GOOD, &catalog.get("proof-whole"))
    } else {
        paint(BAD, &catalog.get("proof-broken"))
    };
    format!("{verdict}\n{}\n", lines.iter().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n"))
}

/// What is wrong, in words.
fn worded(flaw: &Flaw, catalog: &Catalog) -> String {
    match flaw {
        Flaw::Database(said) => catalog.with("flaw-database", &[("detail", said)]),
        Flaw::Schema(name) => catalog.with("flaw-schema", &[("name", name)]),
        Flaw::Entry(Broken { chain, position, fault }) => {
            let found = if let Fault::Position { found } = fault { found.to_string() } else { String::new() };
            let position = position.to_string();
            let args = [("chain", chain.key()), ("position", &*position), ("found", &*found)];
            catalog.with(&format!("flaw-entry-{}", fault.key()), &args)
        }
        Flaw::Bytes(sha256, how) => catalog.with(&format!("flaw-bytes-{how}"), &[("sha256", sha256)]),
        Flaw::Head(head, place) => catalog.with("flaw-head", &[("head", head), ("place", place)]),
        Flaw::Output(path, how) => catalog.with(&format!("flaw-output-{how}"), &[("path", path)]),
    }
}

fn json(proof: &Proof, head: Option<&str>) -> Value {
    let chain = |(chain, head): (&Chain, &crate::ledger::Head)| json!({ "chain": chain.key(), "entries": head.position, "head": head.hash });
    let flaw = |flaw: &Flaw| match flaw {
        Flaw::Database(said) => json!({ "flaw": "database", "detail": said }),
        Flaw::Schema(name) => json!({ "flaw": "schema", "detail": name }),
        Flaw::Entry(Broken { chain, position, fault }) => {
            json!({ "flaw": "entry", "chain": chain.key(), "position": position, "how": fault.key() })
        }
        Flaw::Bytes(sha256, how) => json!({ "flaw": "bytes", "sha256": sha256, "how": how }),
        Flaw::Head(head, place) => json!({ "flaw": "head", "head": head, "place": place }),
        Flaw::Output(path, how) => json!({ "flaw": "output", "path": path, "how": how }),
    };
    json!({
        "whole": proof.flaws.is_empty(),
        "chains": proof.heads.iter().map(chain).collect::<Vec<Value>>(),
        "bytes": { "kept": proof.kept, "forgotten": proof.forgotten, "by_hash_alone": proof.by_hash },
        "outputs": proof.outputs,
        "head_position": head.and_then(|head| proof.position(head)),
        "flaws": proof.flaws.iter().map(flaw).collect::<Vec<Value>>(),
    })
}
