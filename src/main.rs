//! The command `cchc`.

use std::process::ExitCode;

use cchc::shell::reader::{WORKER_ARGUMENT, worker_main};

#[expect(clippy::disallowed_methods, reason = "main reads the arguments")]
fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() == Some(WORKER_ARGUMENT) { worker_main() } else { ExitCode::SUCCESS }
}
