//! What offices really write: tables of cells in `tests/suite/inputs/*.toml`, each with what is understood and found.
//!
//! A group names the rows of the list of observed inputs that it is about (numbers are not reused; gaps are other
//! suites' rows), the kind of place that is filled in, the cells of the list, and siblings: cells of the same kind that
//! the list does not have. A case is `[cell, outcome, finding…]`; findings are all of them, in order, each a code or a
//! code and its detail. A cell is a text, or typed as in [`crate::round::sheets`]: `n:1.5`, `p:0.975`, `d:46000`.

mod files;
mod places;

use std::collections::BTreeSet;
use std::fs;

use cchc::model::{FileReading, Finding};
use serde::Deserialize;

/// Every row of the list that these tables hold: numbers, dates and periods, texts and names, encodings, files.
const ROWS: [u32; 80] = [
    1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 15, 17, 18, 19, 20, 22, 23, 24, 25, 26, 27, 29, 30, 32, 33, 34, 35, 36, 37,
    39, 40, 41, 42, 43, 44, 46, 47, 48, 49, 50, 52, 53, 54, 55, 56, 57, 58, 60, 61, 62, 64, 65, 66, 67, 68, 70, 71, 72,
    74, 75, 77, 78, 80, 81, 82, 83, 84, 85, 87, 88, 89, 90, 104, 106, 109, 110, 114, 115, 116,
];

/// Rows about how tables lie; it asserts itself which it holds.
const STRUCTURE: &str = "../../src/intake/tests/structure.rs";

/// Rows that need more than one file or the whole round; the test or spec that shows each.
const SHOWN_ELSEWHERE: [(u32, &str, &str); 15] = [
    (41, "specs/V301.md", "## fails"),
    (111, "../../src/shell/listing.rs", "fn submissions_are_spreadsheets_at_any_depth_in_order"),
    (113, "specs/I107.md", "## fails"),
    (117, "specs/I105.md", "## fails"),
    (100, "specs/S210.md", "## fails"),
    (91, STRUCTURE, "[91, 92, 93, 94, 95, 96, 97, 99, 102, 103]"),
    (92, STRUCTURE, "[91, 92, 93, 94, 95, 96, 97, 99, 102, 103]"),
    (93, STRUCTURE, "[91, 92, 93, 94, 95, 96, 97, 99, 102, 103]"),
    (94, STRUCTURE, "[91, 92, 93, 94, 95, 96, 97, 99, 102, 103]"),
    (95, STRUCTURE, "[91, 92, 93, 94, 95, 96, 97, 99, 102, 103]"),
    (96, STRUCTURE, "[91, 92, 93, 94, 95, 96, 97, 99, 102, 103]"),
    (97, STRUCTURE, "[91, 92, 93, 94, 95, 96, 97, 99, 102, 103]"),
    (99, STRUCTURE, "[91, 92, 93, 94, 95, 96, 97, 99, 102, 103]"),
    (102, STRUCTURE, "[91, 92, 93, 94, 95, 96, 97, 99, 102, 103]"),
    (103, STRUCTURE, "[91, 92, 93, 94, 95, 96, 97, 99, 102, 103]"),
];

/// The fewest siblings that a group must have.
const SIBLINGS: usize = 3;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    group: Vec<Group>,
}

/// Cases of one kind.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    rows: Vec<u32>,
    about: String,
    /// What is filled in: see [`places::read`].
    place: String,
    listed: Vec<Vec<String>>,
    siblings: Vec<Vec<String>>,
}

/// The groups with the names of their files.
fn groups() -> Vec<(String, Group)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/inputs");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let is_table = |path: &std::path::PathBuf| path.extension().is_some_and(|extension| extension == "toml");
    let tables = paths.iter().filter(|path| is_table(path)).flat_map(|path| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let parsed = toml::from_str::<Table>(&fs::read_to_string(path).unwrap());
        let table = parsed.unwrap_or_else(|error| panic!("{name}: {error}"));
        table.group.into_iter().map(move |group| (name.clone(), group))
    });
    tables.collect()
}

/// Everything found in a file.
fn findings(reading: &FileReading) -> impl Iterator<Item = &Finding> {
    reading.findings.iter().chain(reading.table_findings.iter().flatten())
}

/// Whether these are the findings expected: codes, and details where one is asked for.
fn are(found: &[&Finding], expected: &[String]) -> bool {
    let is = |(finding, expected): (&&Finding, &String)| {
        let (code, detail) =
            expected.split_once(' ').map_or((expected.as_str(), None), |(code, rest)| (code, Some(rest)));
        let said = finding.args.get("detail").map_or("", String::as_str);
        finding.code.as_str() == code && detail.is_none_or(|detail| detail == said)
    };
    found.len() == expected.len() && found.iter().zip(expected).all(is)
}

#[test]
fn every_cell_is_understood_as_its_table_says() {
    let mut wrong = Vec::new();
    for (file, group) in groups() {
        for case in group.listed.iter().chain(&group.siblings) {
            let [cell, outcome, codes @ ..] = case.as_slice() else { panic!("{file}: {case:?}") };
            let (understood, reading) = places::read(&group.place, cell);
            let found: Vec<&Finding> = findings(&reading).collect();
            if understood != *outcome || !are(&found, codes) {
                let found: Vec<String> = found
                    .iter()
                    .map(|finding| {
                        format!("{} {}", finding.code, finding.args.get("detail").map_or("", String::as_str))
                    })
                    .collect();
                wrong.push(format!(
                    "{file} {:?} {}: {case:?}\n    is {understood:?} {found:?}",
                    group.rows, group.about
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_row_of_the_list_has_its_cases_and_siblings() {
    let groups = groups();
    let held: BTreeSet<u32> = groups.iter().flat_map(|(_, group)| group.rows.iter().copied()).collect();
    assert_eq!(held, BTreeSet::from(ROWS));
    for (file, group) in &groups {
        let at = format!("{file} {:?} {}", group.rows, group.about);
        assert!(!group.listed.is_empty() && group.siblings.len() >= SIBLINGS, "{at}: too few cases");
        let cells: BTreeSet<&String> =
            group.listed.iter().chain(&group.siblings).filter_map(|case| case.first()).collect();
        assert_eq!(cells.len(), group.listed.len() + group.siblings.len(), "{at}: a cell twice");
    }
    for (row, path, statement) in SHOWN_ELSEWHERE {
        let path = format!("{}/tests/suite/{path}", env!("CARGO_MANIFEST_DIR"));
        assert!(fs::read_to_string(&path).unwrap().contains(statement), "row {row}: {path} lacks {statement}");
    }
}
