//! Whole-round goldens: the shipped input of both periods, and the problems planted in it.

use std::fs;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::cli::{cchc, cchc_over, input_copy};

/// `report.json` of a period as written: one record a line, so that a changed golden reads well.
fn written(period: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    cchc(folder.path()).args(["report", "--period", period]).output().unwrap();
    fs::read_to_string(folder.path().join(format!("output/{period}/report.json"))).unwrap()
}

fn report(period: &str) -> Value {
    serde_json::from_str(&written(period)).unwrap()
}

/// A golden must not change with every new version of a file's bytes: hashes are left to the manifest's own tests.
fn without_hashes(report: &str) -> String {
    ["\"sha256\":\"", "\"chain_head\":\""].into_iter().fold(report.to_owned(), |text, hash| {
        let mut parts = text.split(hash);
        let first = parts.next().unwrap().to_owned();
        parts.fold(first, |text, part| text + hash + "…" + &part[64..])
    })
}

#[test]
fn the_third_quarter_is_as_recorded() {
    insta::assert_snapshot!("round_2025_q3", without_hashes(&written("2025-Q3")));
}

#[test]
fn the_fourth_quarter_is_as_recorded() {
    insta::assert_snapshot!("round_2025_q4", without_hashes(&written("2025-Q4")));
}

#[test]
fn the_fourth_quarter_shows_the_planted_problems_and_no_others() {
    let report = report("2025-Q4");
    let above_notice = |finding: &&Value| finding["severity"] != "notice" && finding["state"] == "active";
    let found: Vec<(&str, &str)> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(above_notice)
        .map(|finding| (finding["code"].as_str().unwrap(), finding["office"].as_str().unwrap_or("")))
        .collect();
    let of_dossiers = |code: &str| code.starts_with('X');
    let submitted: Vec<_> = found.iter().filter(|(code, _)| !of_dossiers(code)).copied().collect();
    let planted = [("V301", "kt"), ("D852", "ttvh"), ("R401-ho-so-tiep-nhan", "ttpvhcc")];
    let grown = ("T707", "vhxh");
    assert_eq!(submitted, [grown, planted[0], planted[1], planted[2]]);
    let reconciled: Vec<&str> = found.iter().map(|(code, _)| *code).filter(|code| of_dossiers(code)).collect();
    assert_eq!(reconciled, ["X504", "X504", "X504", "X504", "X508", "X510", "X519"]);
    let waived = report["findings"].as_array().unwrap().iter().filter(|finding| finding["state"] == "waived");
    let why = |finding: &Value| (finding["code"].clone(), finding["waiver"]["until"].clone());
    assert_eq!(waived.map(why).collect::<Vec<_>>(), [("T707".into(), "2025-12-31".into())]);
    let status = |id: &str| {
        let indicators = report["indicators"].as_array().unwrap();
        indicators.iter().find(|indicator| indicator["id"] == id).unwrap()["status"].as_str().unwrap().to_owned()
    };
    let missed = report["indicators"].as_array().unwrap().iter().filter(|i| i["status"] == "not_met");
    assert_eq!(missed.map(|i| i["id"].as_str().unwrap()).collect::<Vec<_>>(), ["I6_SOHOA"]);
    assert_eq!(status("I6_TTTT"), "improved");
}

#[test]
fn the_third_quarter_has_no_findings_above_a_notice() {
    let report = report("2025-Q3");
    let grave = report["findings"].as_array().unwrap().iter().filter(|finding| finding["severity"] != "notice");
    assert_eq!(grave.collect::<Vec<_>>(), Vec::<&Value>::new());
}

#[test]
fn every_cell_of_every_file_is_used_or_ignored_for_a_reason() {
    for period in ["2025-Q3", "2025-Q4"] {
        for file in report(period)["files"].as_array().unwrap() {
            let count = |key: &str| file["cells"][key].as_u64().unwrap();
            assert!(count("used") > 0, "{file}");
            assert_eq!(count("read"), count("used") + count("ignored"), "{file}");
        }
    }
}

#[test]
fn the_manifest_names_every_file_with_its_hash() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    cchc_over(&input, folder.path()).arg("report").output().unwrap();
    let target = folder.path().join("output/2025-Q4");
    let manifest: Value = serde_json::from_slice(&fs::read(target.join("manifest.json")).unwrap()).unwrap();
    for (list, root, most) in [("inputs", input.as_path(), 24), ("outputs", target.as_path(), 11)] {
        let entries = manifest[list].as_array().unwrap();
        for entry in entries {
            let path = root.join(entry["path"].as_str().unwrap());
            let digest = Sha256::digest(fs::read(&path).unwrap());
            let named = entry["sha256"].as_str().unwrap();
            let named = (0..named.len()).step_by(2).map(|at| u8::from_str_radix(&named[at..at + 2], 16).unwrap());
            assert!(named.eq(digest.iter().copied()), "{}", path.display());
        }
        assert_eq!(
            entries.len(),
            most,
            "{list}: twelve submissions, two exports of dossiers and ten plan files in, report, its Word form, papers and five returns out"
        );
    }
}
