//! `audit`: what the ledger holds, whether it is whole, and what is removed from it.

mod diff;
mod export;
mod forget;
mod log;
mod rebuild;
mod verify;

use std::process::ExitCode;

use clap::Subcommand;

use crate::shell::session::Session;

/// Arguments of `audit`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// What to do with the ledger.
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// List what came and what was done.
    Log(log::Args),
    /// Prove the ledger and the outputs.
    Verify(verify::Args),
    /// Hold two versions of a submission against each other.
    Diff(diff::Args),
    /// Make outputs again from what was kept.
    Rebuild(rebuild::Args),
    /// Everything of a period in one zip.
    Export(export::Args),
    /// Remove stored bytes.
    Forget(forget::Args),
}

impl Args {
    /// Whether delimited text may be asked for.
    pub(crate) fn has_csv(&self) -> bool {
        matches!(self.action, Action::Log(_))
    }
}

/// Does it.
pub(crate) fn execute(session: &Session<'_>, args: &Args) -> anyhow::Result<ExitCode> {
    match &args.action {
        Action::Log(args) => log::execute(session, args),
        Action::Verify(args) => verify::execute(session, args),
        Action::Diff(args) => diff::execute(session, args),
        Action::Rebuild(args) => rebuild::execute(session, args),
        Action::Export(args) => export::execute(session, args),
        Action::Forget(args) => forget::execute(session, args),
    }
}
