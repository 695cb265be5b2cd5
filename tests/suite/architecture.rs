//! Who may import whom, and how large a file may grow.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Module → modules of the crate it may name. A change here is a change of architecture: give it its own commit.
const ALLOWED: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("expr", &["model"]),
    ("text", &["model"]),
    ("plan", &["model", "expr", "text"]),
    ("intake", &["model", "expr", "text"]),
    ("assess", &["model", "expr", "text"]),
    ("rules", &["model", "expr", "text", "assess"]),
    ("report", &["model", "expr", "text"]),
    ("render", &["model", "report"]),
    ("pipeline", &["model", "expr", "text", "plan", "intake", "assess", "rules", "report", "render"]),
    ("shell", &["model", "expr", "text", "plan", "intake", "rules", "report", "render", "pipeline"]),
    ("main", &["shell"]),
    ("lib", &[]),
];

fn sources() -> Vec<PathBuf> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found.sort();
    found
}

fn module_of(path: &Path) -> String {
    let below = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    let first = below.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

fn named_modules(code: &str, prefix: &str) -> Vec<String> {
    let without_tests = code.split("#[cfg(test)]").next().unwrap_or(code);
    let code_lines = without_tests.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut found = Vec::new();
    for line in code_lines {
        for rest in line.split(prefix).skip(1) {
            found.push(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    found
}

#[test]
fn imports_only_point_downward() {
    let allowed: BTreeMap<&str, &[&str]> = ALLOWED.iter().copied().collect();
    let mut wrong = Vec::new();
    for path in sources() {
        let module = module_of(&path);
        let prefix = if module == "main" { "cchc::" } else { "crate::" };
        let permitted = allowed.get(module.as_str()).unwrap_or_else(|| panic!("no row for module {module}"));
        for named in named_modules(&fs::read_to_string(&path).unwrap(), prefix) {
            if named != module && !permitted.contains(&named.as_str()) {
                wrong.push(format!("{}: {module} may not import {named}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_file_is_longer_than_400_lines_and_main_stays_under_40() {
    let long = sources().into_iter().filter_map(|path| {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        let most = if path.ends_with("src/main.rs") { 40 } else { 400 };
        (lines > most).then(|| format!("{}: {lines} lines", path.display()))
    });
    assert_eq!(long.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn every_module_begins_with_one_sentence() {
    let silent = sources().into_iter().filter(|path| !fs::read_to_string(path).unwrap().starts_with("//!"));
    assert_eq!(silent.collect::<Vec<_>>(), Vec::<PathBuf>::new());
}
