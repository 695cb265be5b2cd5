//! What people see: text with colours where there is a terminal, plain where there is none.

pub(crate) mod blocks;
pub(crate) mod finding;
mod moment;
pub(crate) mod reconciliation;
pub(crate) mod row;
pub(crate) mod status;
pub(crate) mod summary;
pub(crate) mod table;
pub(crate) mod words;

use std::io::{self, ErrorKind, Write};

pub(crate) use clap::builder::styling::{AnsiColor, Style};

use crate::shell::problem::Problem;
pub(crate) use moment::moment;

/// Wrong.
pub(crate) const BAD: Style = AnsiColor::Red.on_default().bold();
/// Needs a look.
pub(crate) const WARN: Style = AnsiColor::Yellow.on_default();
/// Good.
pub(crate) const GOOD: Style = AnsiColor::Green.on_default();
/// Beside the point, or unknown.
pub(crate) const MUTED: Style = AnsiColor::BrightBlack.on_default();
/// A heading.
pub(crate) const HEADING: Style = Style::new().bold();
/// Nothing special.
pub(crate) const PLAIN: Style = Style::new();

/// Gives a text a colour, to be dropped where there is no terminal.
pub(crate) fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// Writes to standard output. A reader that has gone away (`cchc … | head`) is no error.
pub(crate) fn print(text: &str) -> Result<(), Problem> {
    let mut out = anstream::stdout().lock();
    unless_gone(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// Writes bytes as they are to standard output.
pub(crate) fn print_bytes(bytes: &[u8]) -> Result<(), Problem> {
    let mut out = io::stdout().lock();
    unless_gone(out.write_all(bytes).and_then(|()| out.flush()))
}

/// Writes to standard error; there is nobody left to tell if that fails.
pub(crate) fn tell(text: &str) {
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}

fn unless_gone(result: io::Result<()>) -> Result<(), Problem> {
    match result {
        Err(cause) if cause.kind() != ErrorKind::BrokenPipe => Err(Problem::new("error-standard-output").cause(cause)),
        _ => Ok(()),
    }
}
