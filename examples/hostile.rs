//! Writes the hostile files of the test suite to a folder: `cargo run --example hostile -- FOLDER`.

#![expect(clippy::disallowed_methods, reason = "a tool for developers, all I/O")]

#[expect(dead_code, reason = "the suite uses more of it than all files")]
#[path = "../tests/suite/hostile.rs"]
mod hostile;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let folder = PathBuf::from(std::env::args_os().nth(1).context("a folder")?);
    fs::create_dir_all(&folder)?;
    for (name, bytes) in hostile::all() {
        fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}
