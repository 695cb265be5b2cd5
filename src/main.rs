//! The command `cchc`: arguments in, exit status out.

use std::process::ExitCode;

/// A round is read, understood and rendered in different threads; this allocator hands memory from one to the next.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cchc::shell::main(std::env::args_os().collect())
}
