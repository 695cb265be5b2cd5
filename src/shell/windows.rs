//! How the program is used without a command line: double-clicked, or with a file dropped on it.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::Path;

use clap::CommandFactory;

use super::args::Arguments;
use super::terminal;
use crate::text::Catalog;

/// How the program was started.
#[derive(Debug)]
pub(crate) struct Launch {
    /// What it is to do, its own name first.
    pub(crate) arguments: Vec<OsString>,
    /// Whether its window will close when it ends.
    pub(crate) from_desktop: bool,
}

/// Understands the arguments: a file as the first one (dropped on the program) is to be checked. Started from the
/// Windows desktop, with no command prompt around it, the program works in its own folder, and alone it reports.
pub(crate) fn launch(mut arguments: Vec<OsString>) -> Launch {
    let alone = arguments.len() <= 1;
    let dropped = arguments.get(1).is_some_and(|argument| Path::new(argument).is_file() && !is_command(argument));
    let from_desktop = cfg!(windows) && env::var_os("PROMPT").is_none() && (alone || dropped);
    if from_desktop {
        work_beside_the_program();
    }
    if dropped {
        arguments.insert(1, "check".into());
    } else if from_desktop {
        arguments.push("report".into());
    }
    Launch { arguments, from_desktop }
}

/// A file that happens to be called like a command does not hide it.
fn is_command(argument: &OsStr) -> bool {
    Arguments::command().find_subcommand(argument).is_some()
}

/// Where that folder cannot be entered the run says later that there is no plan.
fn work_beside_the_program() {
    let program = env::current_exe().ok();
    if let Some(folder) = program.as_deref().and_then(Path::parent) {
        let _ = env::set_current_dir(folder);
    }
}

/// Keeps the window open until it has been read.
pub(crate) fn wait_for_enter(catalog: &Catalog) {
    terminal::tell(&format!("\n{}", catalog.get("press-enter")));
    let _ = io::stdin().read_line(&mut String::new());
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

    use super::*;

    #[test]
    fn a_file_dropped_on_the_program_is_checked() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let launch = launch(vec!["cchc".into(), file.path().into()]);
        assert_eq!(launch.arguments, ["cchc".into(), "check".into(), file.path().as_os_str().to_owned()]);
    }

    #[test]
    fn other_arguments_stay_as_they_are() {
        assert_eq!(launch(vec!["cchc".into(), "report".into()]).arguments, ["cchc", "report"]);
        assert!(is_command("report".as_ref()) && is_command("kiem-tra".as_ref()));
        assert!(!is_command("bieu.xlsx".as_ref()));
    }
}
