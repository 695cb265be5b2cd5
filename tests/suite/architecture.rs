//! Who may import whom, and how large a file may grow.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Module → modules of the crate it may name. A change here is a change of architecture: give it its own commit.
const ALLOWED: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("expr", &["model"]),
    ("text", &["model"]),
    ("templates", &[]),
    ("parallel", &[]),
    ("digest", &[]),
    ("plan", &["model", "expr", "text", "parallel", "digest"]),
    ("intake", &["model", "expr", "text", "parallel"]),
    // Exports are read with the folding and the dates of forms, but no cell of theirs enters a submission.
    ("dossier", &["model", "intake", "parallel", "digest"]),
    ("assess", &["model", "expr", "text", "parallel"]),
    ("rules", &["model", "expr", "text", "assess", "parallel"]),
    ("ledger", &["model", "digest"]),
    // Letters speak of verdicts, numbers and dates in the words of the forms they bring.
    ("mail", &["model", "text", "templates", "digest", "report"]),
    ("report", &["model", "expr", "text", "templates"]),
    ("render", &["model", "report", "templates"]),
    (
        "pipeline",
        &[
            "model",
            "expr",
            "text",
            "plan",
            "intake",
            "assess",
            "rules",
            "report",
            "render",
            "templates",
            "parallel",
            "digest",
        ],
    ),
    (
        "shell",
        &[
            "model",
            "expr",
            "text",
            "plan",
            "intake",
            "dossier",
            "rules",
            "ledger",
            "mail",
            "report",
            "render",
            "pipeline",
            "parallel",
            "digest",
            "templates",
        ],
    ),
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

/// The lines of a file that are no comment and no test.
fn code(text: &str) -> String {
    let mut kept = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        match line.trim() {
            "#[cfg(test)]" if lines.next().is_some_and(|item| item.ends_with(';')) => {}
            "#[cfg(test)]" => break,
            comment if comment.starts_with("//") => {}
            _ => {
                kept.push_str(line);
                kept.push('\n');
            }
        }
    }
    kept
}

/// Files of modules that exist in tests only; those may name what they like.
fn test_modules(sources: &[PathBuf]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in sources {
        let text = fs::read_to_string(path).unwrap();
        let folder = if ["mod.rs", "lib.rs"].iter().any(|name| path.ends_with(name)) {
            path.parent().unwrap().to_owned()
        } else {
            path.with_extension("")
        };
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            let item = if line == "#[cfg(test)]" { lines.next() } else { None };
            let name = item.and_then(|item| item.strip_suffix(';')?.rsplit_once("mod ")).map(|(_, name)| name);
            found.extend(name.map(|name| folder.join(name)));
        }
    }
    found
}

/// The first names after each `prefix`, of `crate::{one, two::Three}` too.
fn named_modules(code: &str, prefix: &str) -> Vec<String> {
    let mut found = Vec::new();
    for rest in code.split(prefix).skip(1) {
        let word = |text: &str| text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        match rest.strip_prefix('{') {
            None => found.push(word(rest)),
            Some(group) => {
                let mut depth = 0_usize;
                let top = group.chars().take_while(|c| {
                    depth += usize::from(*c == '{');
                    let closed = *c == '}' && depth == 0;
                    depth -= usize::from(*c == '}' && depth > 0);
                    !closed
                });
                let top: String = top.collect();
                found.extend(outermost(&top).iter().map(|name| word(name)));
            }
        }
    }
    found.retain(|name: &String| !name.is_empty());
    found
}

/// Splits `a, b::{c, d}` at the commas outside braces.
fn outermost(group: &str) -> Vec<&str> {
    let mut depth = 0_i32;
    group
        .split(move |c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            c == ',' && depth == 0
        })
        .collect()
}

#[test]
fn groups_of_imports_are_seen() {
    let code = "use crate::{intake, model::{Plan, Round}, render};\nuse crate::text::Lang;";
    assert_eq!(named_modules(code, "crate::"), ["intake", "model", "render", "text"]);
}

#[test]
fn imports_only_point_downward() {
    let allowed: BTreeMap<&str, &[&str]> = ALLOWED.iter().copied().collect();
    let mut wrong = Vec::new();
    let sources = sources();
    let tests = test_modules(&sources);
    for path in &sources {
        if tests.iter().any(|module| path.with_extension("").starts_with(module)) {
            continue;
        }
        let module = module_of(path);
        let prefix = if module == "main" { "cchc::" } else { "crate::" };
        let permitted = allowed.get(module.as_str()).unwrap_or_else(|| panic!("no row for module {module}"));
        for named in named_modules(&code(&fs::read_to_string(path).unwrap()), prefix) {
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
