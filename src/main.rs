//! The command `cchc`: arguments in, exit status out.

use std::process::ExitCode;

fn main() -> ExitCode {
    cchc::shell::main(std::env::args_os().collect())
}
