//! The only place with I/O: arguments, disk, clock, processes and the terminal around the pure core.

#![expect(clippy::disallowed_methods, reason = "the disk, the clock, the environment and processes belong here")]

mod args;
mod commands;
mod dossiers;
mod findings;
mod help;
mod inputs;
mod journal;
mod ledger;
mod listing;
mod made;
mod mail;
mod outputs;
mod problem;
pub mod reader;
mod session;
mod stopwatch;
mod terminal;
mod usage;
mod windows;
mod workspace;

use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};

use crate::text::Catalog;
use args::{Arguments, Command};
use journal::Journal;
use problem::Problem;
use session::Session;

/// Exit status of a run that could not go on.
const COULD_NOT_RUN: u8 = 2;

/// Runs the program: `arguments` begin with its own name. The exit status is 0 for data without an error, 1 with
/// errors, 2 where the run could not go on.
pub fn main(arguments: Vec<OsString>) -> ExitCode {
    if arguments.get(1).is_some_and(|argument| argument == reader::WORKER_ARGUMENT) {
        return reader::worker_main();
    }
    let launch = windows::launch(arguments);
    let texts: Vec<String> = launch.arguments.iter().map(|text| text.to_string_lossy().into_owned()).collect();
    let catalog = Catalog::of(args::language(&texts, env::var("CCHC_LANG").ok().as_deref()));
    let status = match parse(launch.arguments, catalog) {
        Ok((parsed, command)) => execute(parsed, &command, catalog),
        Err(status) => status,
    };
    if launch.from_desktop {
        windows::wait_for_enter(catalog);
    }
    status
}

/// The arguments, and the name of their command.
fn parse(arguments: Vec<OsString>, catalog: &Catalog) -> Result<(Arguments, String), ExitCode> {
    let command = help::hide_aliases(help::localise(Arguments::command(), catalog));
    let named = |matches: clap::ArgMatches| {
        let name = matches.subcommand_name().unwrap_or_default().to_owned();
        Ok((Arguments::from_arg_matches(&matches)?, name))
    };
    command.try_get_matches_from(arguments).and_then(named).map_err(|error| {
        if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
            let shown = terminal::print(&error.render().ansi().to_string());
            return shown.map_or(ExitCode::from(COULD_NOT_RUN), |()| ExitCode::SUCCESS);
        }
        terminal::tell(&usage::word(&error, catalog));
        ExitCode::from(COULD_NOT_RUN)
    })
}

fn execute(arguments: Arguments, command: &str, catalog: &Catalog) -> ExitCode {
    let session = Session::new(arguments.options, catalog);
    let told = |error: &anyhow::Error| {
        terminal::tell(&problem::word(error, catalog));
        ExitCode::from(COULD_NOT_RUN)
    };
    let journal = match session.options.log.as_deref().map(|path| Journal::open(path, command)).transpose() {
        Ok(journal) => journal,
        Err(problem) => return told(&problem.into()),
    };
    let status = run(&session, arguments.command).unwrap_or_else(|error| told(&error));
    if let Some(Err(cause)) = journal.map(|journal| journal.close(&session, status)) {
        // What was done stays done; its status is worth more than the log's.
        let path = session.options.log.as_deref().unwrap_or(Path::new(""));
        told(&Problem::new("error-log").path(path).cause(cause).into());
    }
    status
}

fn run(session: &Session<'_>, command: Option<Command>) -> anyhow::Result<ExitCode> {
    let has_csv = matches!(&command, Some(Command::Audit(args)) if args.has_csv());
    match command {
        _ if session.options.format == args::Format::Csv && !has_csv => Err(Problem::new("error-no-csv").into()),
        None => commands::overview::execute(session),
        Some(Command::Report(args)) => commands::report::execute(session, &args),
        Some(Command::Check(args)) => commands::check::execute(session, &args),
        Some(Command::Form(args)) => commands::form::execute(session, &args),
        Some(Command::Status(args)) => commands::status::execute(session, &args),
        Some(Command::Explain(args)) => commands::explain::execute(session, &args),
        Some(Command::Reconcile(args)) => commands::reconcile::execute(session, &args),
        Some(Command::Remind(args)) => commands::remind::execute(session, &args),
        Some(Command::Return(args)) => commands::returns::execute(session, &args),
        Some(Command::Send(args)) => commands::send::execute(session, &args),
        Some(Command::Audit(args)) => commands::audit::execute(session, &args),
        Some(Command::Completions(args)) => commands::completions::execute(session, &args),
    }
}
