//! Whose fault a panic is. In a worker a library's panic costs the file alone; ours is a bug wherever it happens.

use std::alloc;
use std::backtrace::Backtrace;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::fs::OpenOptions;
use std::io::Write;
use std::panic::{self, PanicHookInfo};
use std::process;
use std::sync::Mutex;

/// Where the frames are that say nothing about whose fault it is: the standard library and this harness.
const RUNTIME: [&str; 3] = ["/rustc/", "/fuzz/src/", "/library/"];

/// The same by name, for frames without a line.
const RUNTIME_NAMES: [&str; 6] = ["std::", "core::", "alloc::", "__rust", "rust_", "hashbrown::"];

/// Where the sources of libraries are.
const REGISTRY: &str = "/registry/src/";

thread_local! {
    static LIBRARIES_MAY_FAIL: Cell<bool> = const { Cell::new(false) };
}

/// While this lives, a library's panic in this thread is what the worker turns into a finding.
#[derive(Debug)]
pub struct Tolerance(());

/// See [`Tolerance`].
pub fn libraries_may_fail() -> Tolerance {
    LIBRARIES_MAY_FAIL.set(true);
    Tolerance(())
}

impl Drop for Tolerance {
    fn drop(&mut self) {
        LIBRARIES_MAY_FAIL.set(false);
    }
}

/// Replaces the fuzzer's own hook, which aborts on every panic.
pub fn install() {
    alloc::set_alloc_error_hook(|layout| panic!("out of memory: {} bytes", layout.size()));
    panic::set_hook(Box::new(judge));
}

fn judge(info: &PanicHookInfo<'_>) {
    let backtrace = Backtrace::force_capture().to_string();
    let site = site(&backtrace);
    if LIBRARIES_MAY_FAIL.get() && is_of_library(&site) {
        return note(&site, &info.to_string());
    }
    eprintln!("{info}\n{backtrace}");
    process::abort();
}

/// The source line of the innermost frame that is not the runtime's. Generic functions of a library that are compiled
/// into our crate have a name only, and our own frames always a line.
fn site(backtrace: &str) -> String {
    let mut lines = backtrace.lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        let Some((_, name)) = line.split_once(": ") else { continue };
        let Some(place) = lines.next_if(|next| next.starts_with("at ")) else {
            if RUNTIME_NAMES.iter().any(|runtime| name.starts_with(runtime)) {
                continue;
            }
            return format!("{REGISTRY}{name}");
        };
        if !RUNTIME.iter().any(|runtime| place.contains(runtime)) {
            return place.trim_start_matches("at ").to_owned();
        }
    }
    "unknown".to_owned()
}

/// Whether a site is a library's; one that is not known counts as ours.
fn is_of_library(site: &str) -> bool {
    site.contains(REGISTRY)
}

/// Writes each place where a library failed once, for the table of `scripts/fuzz`.
fn note(site: &str, message: &str) {
    static SEEN: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let is_new = SEEN.lock().is_ok_and(|mut seen| seen.insert(site.to_owned()));
    let Some(path) = std::env::var_os("CCHC_FUZZ_LIBRARY_FAULTS").filter(|_| is_new) else { return };
    if let Ok(mut file) = OpenOptions::new().create(true).append(true).open(path) {
        let site =
            site.rsplit_once(REGISTRY).map_or(site, |(_, file)| file.split_once('/').map_or(file, |(_, file)| file));
        let _ = writeln!(file, "{site}\t{}", message.lines().last().unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A frame without a line.
    const GENERIC: &str = "";

    fn frame(place: &&str) -> String {
        if *place == GENERIC {
            "  1: worksheet_range<Cursor>\n".to_owned()
        } else {
            format!("  1: f\n     at {place}\n")
        }
    }

    #[test]
    fn a_panic_is_of_the_innermost_frame_outside_the_runtime() {
        let frames = |places: &[&str]| places.iter().map(frame).collect::<String>();
        let (runtime, harness) = ("/rustc/1/library/core/src/panicking.rs:80:14", "/work/fuzz/src/guard.rs:44:21");
        let library = "/root/.cargo/registry/src/index-1/calamine-0.38.0/src/xls.rs:667:9";
        let ours = "/work/src/intake/cells/xls.rs:20:5";
        for (places, expected) in [
            ([harness, runtime, library, ours], true),
            ([harness, runtime, ours, library], false),
            ([harness, runtime, "./src/intake/cells/xls.rs:20:5", library], false),
            ([harness, runtime, runtime, runtime], false),
            ([harness, runtime, GENERIC, ours], true),
        ] {
            assert_eq!(is_of_library(&site(&frames(&places))), expected, "{places:?}");
        }
    }
}
