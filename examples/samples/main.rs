//! Rewrites the sample submissions in `input/` from `samples/<period>.toml`, and the dossiers behind them:
//! `cargo run --example samples`.

#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a tool for developers, all I/O")]

mod dossiers;
mod forms;

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

fn main() -> Result<()> {
    for made in forms::all(Path::new("."))?.into_iter().chain(dossiers::all()) {
        let target = Path::new("input").join(&made.path);
        fs::create_dir_all(target.parent().unwrap_or(&target))?;
        let bytes = if made.to_ods { ods(&made.bytes)? } else { made.bytes };
        println!("{}", target.display());
        fs::write(&target, bytes).with_context(|| target.display().to_string())?;
    }
    Ok(())
}

/// A workbook as `LibreOffice` stores it.
fn ods(workbook: &[u8]) -> Result<Vec<u8>> {
    let scratch = tempfile::tempdir()?;
    let made = scratch.path().join("form.xlsx");
    fs::write(&made, workbook)?;
    let profile = format!("-env:UserInstallation=file://{}/profile", scratch.path().display());
    let converted = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "ods", "--outdir"])
        .args([scratch.path(), &made])
        .output()
        .context("LibreOffice (soffice) is needed for .ods; the file in input/ was left as it was")?;
    ensure!(converted.status.success(), "{}", String::from_utf8_lossy(&converted.stderr));
    fs::read(made.with_extension("ods")).context("LibreOffice wrote no .ods")
}
