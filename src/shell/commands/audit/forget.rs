//! `audit forget`: removes the stored bytes of a file; that they are gone, when and why stays in the ledger.

use std::process::ExitCode;

use crate::shell::ledger::Ledger;
use crate::shell::session::Session;
use crate::shell::terminal;

/// Arguments of `audit forget`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// SHA-256 of the file, or its beginning.
    sha256: String,
    /// Why.
    #[arg(long)]
    reason: String,
}

/// Removes the bytes.
pub(super) fn execute(session: &Session<'_>, args: &Args) -> anyhow::Result<ExitCode> {
    let waiting = || terminal::tell(&(session.catalog.get("waiting-for-ledger") + "\n"));
    let ledger = Ledger::open_existing(&session.ledger())?;
    let forgotten = ledger.forget(&args.sha256, &args.reason, waiting)?;
    let said = [("path", &*forgotten.path), ("sha256", &*forgotten.sha256)];
    terminal::print(&(session.catalog.with("forgotten", &said) + "\n"))?;
    Ok(ExitCode::SUCCESS)
}
