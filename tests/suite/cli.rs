//! The command as users run it: exit statuses, help in both languages, outputs as a set.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

/// The command in a folder of its own, with the shipped input beside it.
pub(crate) fn cchc(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("cchc").unwrap();
    let input = concat!(env!("CARGO_MANIFEST_DIR"), "/input");
    command.current_dir(folder).env_remove("CCHC_LANG").args(["--input", input, "--as-of", "2025-12-10"]);
    command
}

fn output_of(command: &mut Command) -> (i32, String, String) {
    let output = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn the_shipped_rounds_exit_as_promised() {
    for (period, expected) in [("2025-Q3", 0), ("2025-Q4", 1)] {
        let folder = tempfile::tempdir().unwrap();
        let (status, stdout, stderr) = output_of(cchc(folder.path()).args(["report", "--period", period]));
        assert_eq!(status, expected, "{period}\n{stdout}\n{stderr}");
    }
}

#[test]
fn the_newest_period_is_reported_by_default() {
    let folder = tempfile::tempdir().unwrap();
    output_of(cchc(folder.path()).arg("report"));
    assert!(folder.path().join("output/2025-Q4/report.json").is_file());
    assert!(!folder.path().join("output/2025-Q3").exists());
}

#[test]
fn a_second_run_in_another_time_zone_writes_the_same_bytes() {
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    for (folder, zone) in folders.iter().zip(["Asia/Ho_Chi_Minh", "America/Los_Angeles"]) {
        output_of(cchc(folder.path()).env("TZ", zone).arg("report"));
    }
    let files = |folder: &Path| {
        let mut found: Vec<_> =
            fs::read_dir(folder.join("output/2025-Q4")).unwrap().map(|entry| entry.unwrap().path()).collect();
        found.retain(|path| path.is_file() && !path.file_name().unwrap().to_string_lossy().starts_with('.'));
        found.sort();
        found
            .into_iter()
            .map(|path| (path.file_name().unwrap().to_owned(), fs::read(&path).unwrap()))
            .collect::<Vec<_>>()
    };
    let (first, second) = (files(folders[0].path()), files(folders[1].path()));
    assert_eq!(first.len(), 6, "two documents in two formats, report.json, manifest.json");
    for (one, two) in first.iter().zip(&second) {
        assert!(one == two, "{} differs", one.0.to_string_lossy());
    }
}

#[test]
fn a_file_edited_by_hand_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    output_of(cchc(folder.path()).arg("report"));
    let report = folder.path().join("output/2025-Q4/bao-cao-cchc-2025-Q4.html");
    fs::write(&report, "sửa tay").unwrap();
    output_of(cchc(folder.path()).arg("report"));
    let kept = folder.path().join("output/2025-Q4/bao-cao-cchc-2025-Q4.sua-tay-1.html");
    assert_eq!(fs::read_to_string(kept).unwrap(), "sửa tay");
    assert_ne!(fs::read_to_string(report).unwrap(), "sửa tay");
}

#[test]
fn check_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (status, stdout, _) = output_of(cchc(folder.path()).args(["check", "--period", "2025-Q4"]));
    assert_eq!(status, 1, "{stdout}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn what_cannot_run_exits_2_and_says_why() {
    let cases: [(&[&str], &str); 5] = [
        (&["report", "--period", "2031-Q1"], "2031-Q1"),
        (&["explain", "I6_SOHAO"], "I6_SOHOA"),
        (&["baocao"], "baocao"),
        (&["report", "--as-of", "hôm nay"], "hôm nay"),
        (&["check", "khong-co.xlsx"], "khong-co.xlsx"),
    ];
    for (args, named) in cases {
        let folder = tempfile::tempdir().unwrap();
        let (status, stdout, stderr) = output_of(cchc(folder.path()).args(args));
        assert_eq!(status, 2, "{args:?}\n{stdout}\n{stderr}");
        assert!(stderr.contains(named), "{args:?}: {stderr}");
    }
}

#[test]
fn vietnamese_aliases_run_the_same_commands() {
    for (alias, name) in [("bao-cao", "report"), ("kiem-tra", "check"), ("bieu-mau", "form"), ("giai-trinh", "explain")]
    {
        let folder = tempfile::tempdir().unwrap();
        let help = |word: &str| output_of(cchc(folder.path()).args([word, "--help"])).1;
        assert_eq!(help(alias), help(name));
    }
}

#[test]
fn help_speaks_vietnamese_unless_asked_for_english() {
    let folder = tempfile::tempdir().unwrap();
    let (_, vietnamese, _) = output_of(cchc(folder.path()).arg("--help"));
    let (_, english, _) = output_of(cchc(folder.path()).args(["--lang", "en", "--help"]));
    assert!(vietnamese.contains("Cách dùng") && !vietnamese.contains("Usage"), "{vietnamese}");
    assert!(english.contains("Usage") && !english.contains("Cách dùng"), "{english}");
}

#[test]
fn explain_leads_from_an_indicator_to_its_cells() {
    let folder = tempfile::tempdir().unwrap();
    let (status, stdout, _) = output_of(cchc(folder.path()).args(["explain", "I6_SOHOA"]));
    assert_eq!(status, 0);
    for part in ["98,66% (4.189/4.246)", "2025-Q3/", "2025-Q4/", "Số liệu"] {
        assert!(stdout.contains(part), "{part} not in\n{stdout}");
    }
}

#[test]
fn json_on_standard_output_is_the_report() {
    let folder = tempfile::tempdir().unwrap();
    let (_, stdout, _) = output_of(cchc(folder.path()).args(["check", "--period", "2025-Q4", "--format", "json"]));
    let report: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!(report["schema"], "cchc-report/1");
    assert_eq!(report["verdict"], "errors");
}
