//! `completions`: a shell's completion script, aliases included.

use std::process::ExitCode;

use clap::CommandFactory;
use clap_complete::Shell;

use crate::shell::args::Arguments;
use crate::shell::session::Session;
use crate::shell::{help, terminal};

/// Arguments of `completions`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The shell.
    #[arg(value_enum, hide_possible_values = true)]
    shell: Shell,
}

/// Prints the script.
pub(crate) fn execute(session: &Session<'_>, args: &Args) -> anyhow::Result<ExitCode> {
    let mut script = Vec::new();
    clap_complete::generate(
        args.shell,
        &mut help::localise(Arguments::command(), session.catalog),
        "cchc",
        &mut script,
    );
    terminal::print_bytes(&script)?;
    Ok(ExitCode::SUCCESS)
}
