//! Versions of an office's submission out of the ledger: which there are, and what one says otherwise than another.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::cli::{cchc_over, input_copy, output_of};

const FIGURES: &str = "2025-Q4/ttvh-so-lieu.csv";

/// A workspace with the shipped input, and `ttvh`'s figures as text.
fn workspace() -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(input_copy(folder.path()).join(FIGURES)).unwrap();
    (folder, text)
}

/// The figures with this day, this count of posts, and a reason for that.
fn figures(text: &str, day: u32, posts: u32) -> String {
    let changed = text
        .replace("Ngày lập;11/12/2025", &format!("Ngày lập;{day}/12/2025"))
        .replace("Lý do điều chỉnh;\r", &format!("Lý do điều chỉnh;Sót {posts}\r"))
        .replace("Lý do điều chỉnh;\n", &format!("Lý do điều chỉnh;Sót {posts}\n"))
        .replace("Tin, bài;129;182;311;;;", &format!("Tin, bài;129;{posts};{};;;", posts + 129));
    assert_ne!(changed, text);
    changed
}

fn put(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join("input").join(name), text).unwrap();
}

fn report(folder: &Path) {
    let (status, stdout, stderr) = output_of(cchc_over(&folder.join("input"), folder).arg("report"));
    assert!(status < 2, "{stdout}\n{stderr}");
}

fn said(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    output_of(cchc_over(&folder.join("input"), folder).args(["audit", "diff"]).args(arguments))
}

fn diff(folder: &Path, arguments: &[&str]) -> Value {
    let (status, stdout, stderr) = said(folder, &[arguments, &["--format", "json"]].concat());
    assert_eq!(status, 0, "{stderr}");
    serde_json::from_str(&stdout).unwrap()
}

/// `period: 182 → 184 (Sót 184)`, of every cell that changed.
fn changes(said: &Value) -> Vec<String> {
    let change = |change: &Value| {
        let [before, after] = ["before", "after"].map(|side| change[side]["raw"].as_str().unwrap_or("–").to_owned());
        let reason = change["reason"].as_str().unwrap_or("–");
        format!("{}: {before} → {after} ({reason})", change["column"].as_str().unwrap())
    };
    said["revision"]["changes"].as_array().unwrap().iter().map(change).collect()
}

/// The files of every version, without folder.
fn versions(said: &Value) -> Vec<Vec<&str>> {
    said["versions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|version| {
            let files = version["files"].as_array().unwrap();
            files.iter().map(|file| file["path"].as_str().unwrap().trim_start_matches("2025-Q4/ttvh-")).collect()
        })
        .collect()
}

#[test]
fn a_file_replaced_in_place_between_two_runs_is_a_version_whose_changes_are_told() {
    let (folder, text) = workspace();
    report(folder.path());
    put(folder.path(), FIGURES, &figures(&text, 12, 184));
    report(folder.path());
    let told = diff(folder.path(), &["ttvh"]);
    let count = versions(&told).len();
    assert_eq!((&told["from"], &told["to"]), (&Value::from(count - 1), &Value::from(count)));
    assert_eq!(changes(&told), ["period: 182 → 184 (Sót 184)", "cumulative: 311 → 313 (Sót 184)"]);
    let sides = ["before", "after"].map(|side| &told["revision"][side][0]);
    assert!(sides.iter().all(|sent| sent["path"] == FIGURES), "{sides:?}");
    assert_eq!(
        (sides[0]["received_at"].as_str(), sides[1]["received_at"].as_str()),
        (Some("2025-12-11"), Some("2025-12-12"))
    );
    assert_eq!(told["revision"]["changes"][0]["before"]["source"]["file"], FIGURES);
    assert!(!told["revision"]["findings"].as_array().unwrap().is_empty());
    let (status, text, _) = said(folder.path(), &["ttvh"]);
    assert_eq!(status, 0);
    for part in ["Ô ghi khác bản trước", "Sót 184", "311", "313", "Chênh lệch"] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn a_file_sent_again_beside_the_first_shows_what_the_working_papers_show() {
    let (folder, text) = workspace();
    put(folder.path(), "2025-Q4/ttvh-so-lieu-2.csv", &figures(&text, 12, 184));
    report(folder.path());
    let told = diff(folder.path(), &["ttvh"]);
    let report: Value =
        serde_json::from_slice(&fs::read(folder.path().join("output/2025-Q4/report.json")).unwrap()).unwrap();
    let papers = report["revisions"].as_array().unwrap().iter().find(|step| step["office"] == "ttvh").unwrap();
    for part in ["before", "after", "changes", "effects"] {
        assert_eq!(told["revision"][part], papers[part], "{part}");
    }
}

#[test]
fn of_three_versions_any_two_are_compared_by_number_or_by_hash() {
    let (folder, text) = workspace();
    report(folder.path());
    put(folder.path(), FIGURES, &figures(&text, 12, 184));
    report(folder.path());
    put(folder.path(), "2025-Q4/ttvh-so-lieu-3.csv", &figures(&text, 13, 190));
    report(folder.path());
    report(folder.path());
    let listed = diff(folder.path(), &["ttvh", "--list"]);
    let count = versions(&listed).len();
    assert!(listed["revision"].is_null());
    assert_eq!(
        versions(&listed)[count - 3..],
        [
            vec!["so-lieu.csv", "thuyet-minh.csv"],
            vec!["so-lieu.csv", "thuyet-minh.csv"],
            vec!["so-lieu-3.csv", "so-lieu.csv", "thuyet-minh.csv"],
        ]
    );
    let first = (count - 2).to_string();
    assert_eq!(changes(&diff(folder.path(), &["ttvh", "--from", &first]))[0], "period: 182 → 190 (Sót 190)");
    assert_eq!(changes(&diff(folder.path(), &["ttvh"]))[0], "period: 184 → 190 (Sót 190)");
    let hash = listed["versions"][count - 2]["files"][0]["sha256"].as_str().unwrap();
    let told = diff(folder.path(), &["ttvh", "--to", &hash[..12]]);
    assert_eq!((&told["to"], changes(&told)[0].as_str()), (&Value::from(count - 1), "period: 182 → 184 (Sót 184)"));
    let back = diff(folder.path(), &["ttvh", "--from", &count.to_string(), "--to", &first]);
    assert!(changes(&back)[0].starts_with("period: 190 → 182"));
    let (status, _, told) = said(folder.path(), &["ttvh", "--from", "9"]);
    assert!(status == 2 && told.contains("«9»") && told.contains("--list"), "{told}");
}

#[test]
fn rows_in_another_order_change_nothing() {
    let (folder, text) = workspace();
    report(folder.path());
    let mut lines: Vec<&str> = text.lines().collect();
    let rows: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].starts_with("tin_bai_")).collect();
    lines.swap(rows[0], rows[2]);
    put(folder.path(), FIGURES, &(lines.join("\n") + "\n"));
    report(folder.path());
    let told = diff(folder.path(), &["ttvh"]);
    assert_eq!(changes(&told), Vec::<String>::new());
    assert_eq!(told["revision"]["effects"], Value::Array(Vec::new()));
    let (_, text, _) = said(folder.path(), &["ttvh"]);
    assert!(text.contains("Không có ô nào ghi khác"), "{text}");
}

#[test]
fn a_version_whose_bytes_are_forgotten_is_named_and_not_guessed() {
    let (folder, text) = workspace();
    report(folder.path());
    put(folder.path(), FIGURES, &figures(&text, 12, 184));
    report(folder.path());
    let listed = diff(folder.path(), &["ttvh", "--list"]);
    let count = versions(&listed).len();
    let hash = listed["versions"][count - 2]["files"][0]["sha256"].as_str().unwrap();
    let forget = ["audit", "forget", hash, "--reason", "gửi nhầm"];
    assert_eq!(output_of(cchc_over(&folder.path().join("input"), folder.path()).args(forget)).0, 0);
    let (status, text, _) = said(folder.path(), &["ttvh"]);
    assert!(status == 1 && text.contains("đã xóa khỏi sổ cái") && text.contains("Không so sánh được"), "{text}");
    let (status, json, _) = said(folder.path(), &["ttvh", "--format", "json"]);
    let told: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((status, &told["absent"][0]["why"], &told["revision"]), (1, &Value::from("forgotten"), &Value::Null));
}

#[test]
fn one_version_alone_and_none_at_all_are_said() {
    let (folder, _) = workspace();
    report(folder.path());
    let (status, text, _) = said(folder.path(), &["kt"]);
    assert!(status == 0 && text.contains("Chưa có bản nào trước đó"), "{text}");
    let (status, _, told) = said(folder.path(), &["ttpvhc"]);
    assert!(status == 2 && told.contains("«ttpvhc»") && told.contains("«ttpvhcc»"), "{told}");
}

#[test]
fn what_is_compared_is_the_ledgers_whatever_lies_in_the_input_folder() {
    let (folder, text) = workspace();
    report(folder.path());
    put(folder.path(), FIGURES, &figures(&text, 12, 184));
    report(folder.path());
    let told = diff(folder.path(), &["ttvh", "--period", "2025-Q4"]);
    fs::remove_dir_all(folder.path().join("input")).unwrap();
    assert_eq!(diff(folder.path(), &["ttvh"]), told);
}
