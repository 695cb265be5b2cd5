//! The sample submissions in `input/` are what the form writer makes of `samples/*.toml`, so a changed form or plan shows.

use std::fs;
use std::path::Path;

use crate::{dossiers, forms};

#[test]
fn the_samples_are_what_the_form_writer_makes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut made = forms::all(root).unwrap();
    made.extend(dossiers::all());
    assert!(made.len() >= 10, "two periods, five offices each");
    let differs = |path: &Path, bytes: &[u8]| fs::read(root.join("input").join(path)).ok().as_deref() != Some(bytes);
    let stale = made.iter().filter(|file| !file.to_ods && differs(&file.path, &file.bytes));
    let stale: Vec<&Path> = stale.map(|file| file.path.as_path()).collect();
    assert!(stale.is_empty(), "cargo run --example samples: {stale:?}");
}

#[test]
fn nothing_else_lies_in_the_periods_folders() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut made: Vec<_> = forms::all(root).unwrap().into_iter().chain(dossiers::all()).map(|file| file.path).collect();
    let mut found = Vec::new();
    let mut folders = vec![root.join("input/2025-Q3"), root.join("input/2025-Q4")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let below = path.strip_prefix(root.join("input")).unwrap().to_owned();
            if path.is_dir() { folders.push(path) } else { found.push(below) }
        }
    }
    made.sort();
    found.sort();
    assert_eq!(found, made);
}
