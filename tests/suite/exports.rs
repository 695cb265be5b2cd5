//! Exports of dossiers that are broken, made to break readers, or no files at all: every one is counted or named.

use std::fs;
use std::path::Path;
#[cfg(unix)]
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::cli::{cchc_over, input_copy, output_of};
use crate::hostile;

/// Longest that a run over all hostile files may take, in a debug build on a busy machine.
const LONGEST: Duration = Duration::from_mins(2);

const HEADS: &str = "Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả\n";

/// What `reconcile` says of the files that `put` puts into an empty folder of exports.
fn reconciled(put: impl FnOnce(&Path)) -> (i32, Value) {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let dossiers = input.join("2025-Q4/dossiers");
    fs::remove_dir_all(&dossiers).unwrap();
    fs::create_dir(&dossiers).unwrap();
    put(&dossiers);
    let (status, json, said) = output_of(cchc_over(&input, folder.path()).args(["reconcile", "--format", "json"]));
    assert!(status == 0 || status == 1, "{said}");
    (status, serde_json::from_str(&json).unwrap())
}

/// The code for which an export is not counted, by the end of its path.
fn rejected<'v>(json: &'v Value, name: &str) -> &'v Value {
    let files = json["files"].as_array().unwrap();
    let file = files.iter().find(|file| file["path"].as_str().unwrap().ends_with(name)).unwrap();
    &file["rejected"]["code"]
}

#[test]
fn hostile_files_are_counted_or_rejected() {
    let begin = Instant::now();
    // What a file is stands in its bytes: none is trusted for its name.
    let (status, json) = reconciled(|folder| {
        for (name, bytes) in hostile::all() {
            fs::write(folder.join(format!("{name}.xlsx")), bytes).unwrap();
        }
    });
    let files = json["files"].as_array().unwrap();
    assert_eq!((status, files.len()), (1, hostile::all().len()));
    for file in files {
        let counted = file["lines"].as_u64().unwrap() > 0;
        assert!(counted || file["rejected"]["code"].is_string(), "{file}");
    }
    assert!(begin.elapsed() < LONGEST, "{:?}", begin.elapsed());
}

#[test]
fn files_without_rows_or_without_end_are_told_apart() {
    let (_, json) = reconciled(|folder| {
        let line = "x".repeat(40 << 20);
        fs::write(folder.join("empty.csv"), "").unwrap();
        fs::write(folder.join("heads.csv"), HEADS).unwrap();
        fs::write(folder.join("line.csv"), &line).unwrap();
        fs::write(folder.join("row.csv"), format!("{HEADS}{line}\n")).unwrap();
        fs::write(folder.join("cell.csv"), format!("{HEADS}\"{line}\";;;\n")).unwrap();
    });
    let codes = ["empty", "heads", "line", "row", "cell"].map(|name| rejected(&json, &format!("{name}.csv")).clone());
    assert_eq!(codes, ["F011".into(), Value::Null, "X502".into(), "F010".into(), "F010".into()]);
}

#[cfg(unix)]
#[test]
fn pipes_devices_and_links_out_of_the_folder_are_not_opened() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("a.csv"), HEADS).unwrap();
    let (status, json) = reconciled(|folder| {
        fs::write(folder.join("good.csv"), HEADS).unwrap();
        symlink(folder.join("good.csv"), folder.join("link-inside.csv")).unwrap();
        symlink(outside.path().join("a.csv"), folder.join("link-out.csv")).unwrap();
        symlink("/dev/zero", folder.join("device.csv")).unwrap();
        symlink(outside.path(), folder.join("linked-folder")).unwrap();
        assert!(std::process::Command::new("mkfifo").arg(folder.join("pipe.csv")).status().unwrap().success());
    });
    assert_eq!((status, json["files"].as_array().unwrap().len()), (1, 5));
    for name in ["link-out.csv", "device.csv", "pipe.csv"] {
        assert_eq!(*rejected(&json, name), "F001", "{name}");
    }
    for name in ["good.csv", "link-inside.csv"] {
        assert_eq!(*rejected(&json, name), Value::Null, "{name}");
    }
}

#[test]
fn odd_dossiers_beyond_those_that_are_named_are_counted() {
    const ODD: usize = 10_003;
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let rows = "hồ sơ;01/10/2025;31/12/2025;\n".repeat(ODD);
    fs::remove_dir_all(input.join("2025-Q4/dossiers")).unwrap();
    fs::create_dir(input.join("2025-Q4/dossiers")).unwrap();
    fs::write(input.join("2025-Q4/dossiers/a.csv"), format!("{HEADS}{rows}")).unwrap();
    let run = |arguments: &[&str]| output_of(cchc_over(&input, folder.path()).args(arguments)).1;
    let json: Value = serde_json::from_str(&run(&["reconcile", "--format", "json"])).unwrap();
    assert_eq!(json["faults"], serde_json::json!({ "broken_code": ODD }));
    let exceptions = json["exceptions"].as_array().unwrap();
    assert_eq!((exceptions.len(), &exceptions[9_999]["row"]), (10_000, &10_001.into()));
    assert!(run(&["reconcile"]).contains("9.983 hồ sơ khác"));
    run(&["report", "--output", "out"]);
    let page = fs::read_to_string(folder.path().join("out/2025-Q4/kiem-tra-cchc-2025-Q4.html")).unwrap();
    assert!(page.contains("còn 3 lượt hồ sơ không nêu mã"));
}

/// The command that docs give is run as it stands there.
#[cfg(unix)]
#[test]
fn the_hash_of_a_large_export_is_what_the_documented_command_says() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("large.csv");
    // No dossiers: groups, which are ignored. More than 32 MiB, and no whole number of parts.
    fs::write(&file, format!("{HEADS}{}", "Văn phòng Hội đồng nhân dân;;;\n".repeat(1_050_000))).unwrap();
    let (_, json) = reconciled(|dossiers| {
        fs::copy(&file, dossiers.join("large.csv")).unwrap();
    });
    let said = Command::new("sh")
        .args(["-c", "split -b 512K --filter=sha256sum \"$0\" | sha256sum"])
        .arg(&file)
        .output()
        .unwrap();
    let hash = String::from_utf8(said.stdout).unwrap();
    let expected = format!("split-512K:{}", hash.split(' ').next().unwrap());
    assert_eq!(json["files"][0]["sha256"], expected.as_str());
}
