//! Writes what the fuzz targets begin with, a folder a target: `cargo run --example seeds -- FOLDER`.
//!
//! Made of the test suite's hostile files, of small sound files in every format and of the shipped plan.

#[allow(dead_code, reason = "the suite uses more of it than all files")]
#[path = "../../tests/suite/hostile.rs"]
mod hostile;
mod sound;

use std::fs;
use std::io::{Cursor, Read};
use std::path::PathBuf;

use cchc_fuzz::{container, shipped};
use zip::ZipArchive;

/// Longer ones are slow, and what makes them long is hardly what the reader branches on.
const LONGEST: usize = 16_000;

fn main() {
    let folder = PathBuf::from(std::env::args_os().nth(1).expect("a folder"));
    let write = |target: &str, name: &str, bytes: &[u8]| {
        if bytes.len() <= LONGEST {
            fs::create_dir_all(folder.join(target)).unwrap();
            fs::write(folder.join(target).join(name), bytes).unwrap();
        }
    };
    for (name, bytes) in hostile::all().into_iter().chain(sound::files()) {
        let extension = name.rsplit('.').next().unwrap().to_owned();
        let target = if extension == "xml" { "spreadsheetml" } else { &extension };
        write(target, &name, &bytes);
        write("intake", &name, &bytes);
        if let Some(records) = records(&bytes) {
            write(target, &format!("{name}.records"), &records);
        }
        if let Some(parts) = parts(&bytes) {
            write(target, &format!("{name}.parts"), &parts);
            write("intake", &format!("{name}.parts"), &parts);
        }
    }
    for file in shipped::plan_files() {
        let head: String = file.text.chars().take(6_000).collect();
        write("plan", &file.name, format!("{}\n{head}", file.name).as_bytes());
    }
    for (at, text) in exports().iter().enumerate() {
        write("dossiers", &at.to_string(), text.as_bytes());
    }
    for (at, text) in sound::EXPRESSIONS.iter().enumerate() {
        write("expression", &at.to_string(), text.as_bytes());
    }
}

/// The first dossiers of the shipped export, and its fields in quotes.
fn exports() -> [String; 2] {
    let first: Vec<&str> = include_str!("../../input/2025-Q4/dossiers/mot-cua.csv").lines().take(30).collect();
    let quoted = |line: &&str| format!("\"{}\"", line.replace('"', "\"\"").replace(';', "\";\""));
    [first.join("\n"), first.iter().map(quoted).collect::<Vec<_>>().join("\r\n")]
}

/// A package as the targets mutate it.
fn parts(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).ok()?;
        let mut part = Vec::new();
        let name = entry.name().ok()?.into_owned();
        entry.by_ref().take(LONGEST as u64).read_to_end(&mut part).ok()?;
        parts.push((name, part));
    }
    Some(container::unpacked(&parts))
}

/// The workbook of an .xls as its target mutates it, without the padding.
fn records(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut stream = Vec::new();
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    container.open_stream("/Workbook").ok()?.read_to_end(&mut stream).ok()?;
    stream.truncate(stream.iter().rposition(|&byte| byte != 0)? + 8);
    Some(stream)
}
