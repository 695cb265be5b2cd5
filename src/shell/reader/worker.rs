//! The worker: reads the files it is told to, one after the other, under limits of memory.

use std::collections::BTreeMap;
use std::io::{self, BufReader, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use crate::digest::sha256;
use crate::dossier::ExportText;
use crate::intake::cells::{self, Limits};
use crate::model::{DossierColumn, FileContent, FileFault, InputFile};

use super::answer::ExportFile;
use super::disk;
use super::wire::{self, Request};

/// Answers requests on standard input until it closes; what `cchc __read` does.
pub fn worker_main() -> ExitCode {
    let mut input = BufReader::new(io::stdin().lock());
    let mut output = io::stdout().lock();
    loop {
        match wire::receive(&mut input) {
            Ok(None) => return ExitCode::SUCCESS,
            Ok(Some(body)) => {
                let Ok(request) = wire::decode::<Request>(&body) else { return ExitCode::FAILURE };
                if limit_resources(&request.limits).is_err() {
                    return ExitCode::FAILURE;
                }
                if answer(&mut output, &request).is_err() {
                    return ExitCode::FAILURE;
                }
            }
            Err(_) => return ExitCode::FAILURE,
        }
    }
}

fn answer(output: &mut impl Write, request: &Request) -> io::Result<()> {
    match &request.heads {
        None => wire::send(output, &read(request)),
        Some(heads) => wire::send(output, &read_export(request, heads)),
    }
}

fn read_export(request: &Request, heads: &BTreeMap<DossierColumn, Vec<String>>) -> ExportFile {
    match disk::load(request.root.as_ref(), request.disk.as_ref(), &request.limits) {
        Err(fault) => ExportFile { sha256: None, rows: Err(fault) },
        Ok(bytes) => {
            let read = || ExportText::read(&request.relative, &bytes, heads, &request.limits);
            let rows = catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(FileFault::new("F004", "panic")));
            ExportFile { sha256: Some(sha256(&bytes)), rows }
        }
    }
}

fn read(request: &Request) -> InputFile {
    let path = request.relative.as_str().into();
    match disk::load(request.root.as_ref(), request.disk.as_ref(), &request.limits) {
        Err(fault) => InputFile { path, sha256: None, content: FileContent::Fault(fault) },
        Ok(bytes) => {
            let content = catch_unwind(AssertUnwindSafe(|| cells::read(&request.relative, &bytes, &request.limits)))
                .unwrap_or_else(|_| FileContent::Fault(FileFault::new("F004", "panic")));
            InputFile { path, sha256: Some(sha256(&bytes)), content }
        }
    }
}

/// A library that asks for more memory than this gets none, and the worker ends; no core file is left behind. All files
/// of a run have the same limits, so that setting them again changes nothing.
#[cfg(unix)]
fn limit_resources(limits: &Limits) -> rustix::io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let limit = |size| Rlimit { current: Some(size), maximum: Some(size) };
    setrlimit(Resource::As, limit(limits.memory_bytes))?;
    setrlimit(Resource::Core, limit(0))
}

/// Elsewhere the wall clock and the limits on the file are all there is.
#[cfg(not(unix))]
fn limit_resources(_: &Limits) -> io::Result<()> {
    Ok(())
}
