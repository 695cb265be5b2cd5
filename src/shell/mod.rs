//! The only input and output: disk, clock, processes and the terminal.
#![expect(clippy::disallowed_methods, reason = "this is where the core's bans on I/O end")]

pub mod reader;
