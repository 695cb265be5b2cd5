//! The plan's files: any of them replaced, all others sound.
#![no_main]

use cchc::plan;
use cchc::text::{Catalog, Lang};
use cchc_fuzz::{guard, shipped};

libfuzzer_sys::fuzz_target!(init: guard::install(), |data: &str| {
    // The first line names the file.
    let (name, text) = data.split_once('\n').unwrap_or_default();
    let mut files = shipped::plan_files();
    let Some(file) = files.iter_mut().find(|file| file.name == name) else { return };
    text.clone_into(&mut file.text);
    if let Err(problems) = plan::load(&files, &cchc::rules::codes()) {
        plan::show(&problems, &files, Catalog::of(Lang::Vi), false);
    }
});
