//! Files read in worker processes, so that no file can harm the run: one that kills or stalls its worker is a finding.

mod answer;
mod child;
mod disk;
mod pool;
mod wire;
mod worker;

pub use disk::FileToRead;
pub(crate) use disk::open;
pub use pool::Pool;
pub use worker::worker_main;

/// The argument that makes this program a reading worker.
pub const WORKER_ARGUMENT: &str = "__read";
