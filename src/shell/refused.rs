//! Messages that cannot be, or must not go: said as findings are, and in the exit status.

use std::process::ExitCode;

use super::session::Session;
use super::terminal::{self, finding};
use crate::model::{Finding, Office, Severity};
use crate::pipeline::Inputs;

/// D855: somebody should get a message, and the plan knows no address.
pub(crate) fn no_address(name: &str, place: &str) -> Finding {
    Finding::new("D855", Severity::Warning).arg("name", name).arg("place", place)
}

/// The same of an office.
pub(crate) fn office_without_address(office: &Office) -> Finding {
    no_address(&office.name, &format!("[[office]] id = \"{}\"", office.id)).office(&office.id)
}

/// Says what was refused; the exit status is that of the others, or 1 where something was.
pub(crate) fn tell(session: &Session<'_>, inputs: &Inputs, refused: Vec<Finding>, others: ExitCode) -> ExitCode {
    let any = !refused.is_empty();
    for finding in refused {
        let worded = session.catalog.word(finding);
        terminal::tell(&format!("\n{}", finding::render(&worded, inputs, session.catalog)));
    }
    if any && others == ExitCode::SUCCESS { ExitCode::from(1) } else { others }
}
