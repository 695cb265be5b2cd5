//! What the fuzz targets share: containers around mutated parts, and whose fault a panic is.
#![feature(alloc_error_hook)]

pub mod container;
pub mod guard;
mod memory;
pub mod shipped;

use std::panic::{AssertUnwindSafe, catch_unwind};

use cchc::intake::cells::{self, Limits};
use cchc::model::FileContent;

/// Reads a file as a worker does. `None`: a library panicked or asked for more memory than a worker has, which the worker
/// turns into a finding; the same in our own code ends the fuzzer.
pub fn read(name: &str, bytes: &[u8]) -> Option<FileContent> {
    // Fewer cells than the program's default, so that an input of a few bytes costs no seconds.
    let limits = Limits { cells: 100_000, unpacked_bytes: 20_000_000, ..Limits::default() };
    let _in_worker = guard::libraries_may_fail();
    memory::begin();
    catch_unwind(AssertUnwindSafe(|| cells::read(name, bytes, &limits))).ok()
}

/// A target that only reads cells.
pub fn read_cells(name: &str, bytes: &[u8]) {
    let _ = read(name, bytes);
}
