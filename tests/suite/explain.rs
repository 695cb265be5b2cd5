//! `explain` through the ledger: versions of a figure, periods that are gone, originals, dossiers.

use std::fs;
use std::path::Path;

use cchc::digest::sha256;
use serde_json::Value;

use crate::cli::{cchc_over, input_copy, output_of};

const FILE: &str = "2025-Q4/ttvh-so-lieu.csv";

fn report(input: &Path, folder: &Path) -> Value {
    let (status, stdout, stderr) = output_of(cchc_over(input, folder).args(["report", "--period", "2025-Q4"]));
    assert!(status < 2, "{stdout}\n{stderr}");
    serde_json::from_slice(&fs::read(folder.join("output/2025-Q4/report.json")).unwrap()).unwrap()
}

fn explain(input: &Path, folder: &Path, arguments: &[&str]) -> Value {
    let (status, stdout, stderr) =
        output_of(cchc_over(input, folder).arg("explain").args(arguments).args(["--format", "json"]));
    assert_eq!(status, 0, "{stderr}");
    serde_json::from_str(&stdout).unwrap()
}

/// The form sent again under its old name, a day later, with another figure.
fn send_again(input: &Path) {
    let text = fs::read_to_string(input.join(FILE)).unwrap();
    assert!(text.contains(";129;182;311;") && text.contains("11/12/2025"));
    let text = text.replace(";129;182;311;", ";129;190;319;").replace("11/12/2025", "12/12/2025");
    fs::write(input.join(FILE), text).unwrap();
}

fn column<'v>(rows: &'v Value, key: &str) -> Vec<&'v Value> {
    rows.as_array().unwrap().iter().map(|row| &row[key]).collect()
}

/// What each version of `tin_bai` says: entry, column, value.
fn said(page: &Value) -> Vec<(Option<u64>, &str, &str)> {
    let rows = page["versions_said"].as_array().unwrap().iter();
    rows.map(|row| (row["entry"].as_u64(), row["measure"].as_str().unwrap(), row["value"].as_str().unwrap())).collect()
}

#[test]
fn a_figure_that_was_sent_again_has_both_versions_with_what_they_said() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let first = sha256(fs::read(input.join(FILE)).unwrap());
    report(&input, folder.path());
    send_again(&input);
    let page = explain(&input, folder.path(), &["tin_bai"]);
    // The text of the office's other file says nothing of this figure.
    let of_file = |page: &Value| {
        let rows = page["versions"].as_array().unwrap().iter().filter(|row| row["file"] == FILE);
        rows.map(|row| (row["standing"].clone(), row["stored"].clone(), row["received_at"].clone())).collect::<Vec<_>>()
    };
    let row = |standing: &str, stored: &str, at: &str| (standing.into(), stored.into(), at.into());
    assert_eq!(of_file(&page), [row("gone", "kept", "2025-12-11"), row("counts", "unrecorded", "2025-12-12")]);
    let versions = page["versions"].as_array().unwrap();
    let gone = versions.iter().find(|row| row["standing"] == "gone").unwrap();
    assert_eq!((&gone["sha256"], &gone["basis"]), (&Value::from(first), &Value::from("form")));
    let entry = gone["entry"].as_u64();
    let told: Vec<_> = said(&page).into_iter().filter(|(_, _, value)| value.parse::<u32>().is_ok()).collect();
    assert_eq!(
        told,
        [(entry, "period", "182"), (entry, "cumulative", "311"), (None, "period", "190"), (None, "cumulative", "319")]
    );
    let cell = page["versions_said"].as_array().unwrap().iter().find(|row| row["value"] == "182").unwrap();
    assert_eq!((&cell["cell"], &cell["said"]), (&Value::from("F16"), &Value::from("182")));
    report(&input, folder.path());
    let page = explain(&input, folder.path(), &["tin_bai/ttvh"]);
    assert_eq!(of_file(&page), [row("gone", "kept", "2025-12-11"), row("counts", "kept", "2025-12-12")]);
    let (_, text, _) = output_of(cchc_over(&input, folder.path()).args(["explain", "tin_bai"]));
    assert!(text.contains("không còn trong thư mục") && text.contains("ngày lập ghi trên biểu"), "{text}");
}

#[test]
fn both_files_in_the_folder_are_one_that_counts_and_one_superseded() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    fs::copy(input.join(FILE), input.join("2025-Q4/ban-dau.csv")).unwrap();
    send_again(&input);
    let page = explain(&input, folder.path(), &["tin_bai"]);
    let rows = page["versions"].as_array().unwrap();
    let of = |name: &str| rows.iter().find(|row| row["file"] == name).unwrap();
    assert_eq!(
        (&of("2025-Q4/ban-dau.csv")["standing"], &of(FILE)["standing"]),
        (&"superseded".into(), &"counts".into())
    );
    assert!(column(&page["versions"], "stored").iter().all(|stored| *stored == "unrecorded"), "{page}");
    assert!(column(&page["versions"], "entry").iter().all(|entry| entry.is_null()));
    let values: Vec<&str> = said(&page).into_iter().filter(|said| said.1 == "period").map(|said| said.2).collect();
    assert!(values.contains(&"182") && values.contains(&"190"), "{values:?}");
    assert!(page.get("according_to").is_none());
}

#[test]
fn a_period_whose_folder_is_gone_is_explained_by_its_last_report() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    report(&input, folder.path());
    let before = explain(&input, folder.path(), &["hs_da_gq"]);
    assert_eq!(before["dossiers"][0]["difference"], "0");
    assert_eq!(before["dossiers"][0]["counted"], before["totals"][0]["total"]);
    fs::remove_dir_all(input.join("2025-Q4")).unwrap();
    let mut after = explain(&input, folder.path(), &["hs_da_gq", "--period", "2025-Q4"]);
    assert!(after["according_to"].as_str().unwrap().starts_with("20"), "{after}");
    assert_eq!(after["absent"], Value::Array(Vec::new()));
    for key in ["according_to", "absent"] {
        after.as_object_mut().unwrap().remove(key);
    }
    assert_eq!(before, after);
    let arguments = ["explain", "hs_da_gq", "--period", "2025-Q4"];
    let (_, text, _) = output_of(cchc_over(&input, folder.path()).args(arguments));
    assert!(text.contains("theo sổ cái, lần lập báo cáo"), "{text}");
    // The default is the newest folder, as ever.
    assert_eq!(explain(&input, folder.path(), &["hs_da_gq"])["period"], "2025-Q3");
}

#[test]
fn a_plan_that_has_changed_since_does_not_matter_to_a_recorded_period() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    report(&input, folder.path());
    let before = explain(&input, folder.path(), &["tin_bai"]);
    for file in fs::read_dir(input.join("plan")).unwrap().map(|entry| entry.unwrap().path()) {
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, text.replace("\"2025-Q4\"", "\"2025-cuoi-nam\"")).unwrap();
    }
    let after = explain(&input, folder.path(), &["tin_bai", "--period", "2025-Q4"]);
    assert_eq!((&before["figures"], &before["versions"]), (&after["figures"], &after["versions"]));
    fs::remove_dir_all(&input).unwrap();
    let after = explain(&input, folder.path(), &["tin_bai", "--period", "2025-Q4"]);
    assert_eq!(before["figures"], after["figures"]);
    let unknown = ["explain", "tin_bai", "--period", "2031-Q1"];
    assert_eq!(output_of(cchc_over(&input, folder.path()).args(unknown)).0, 2);
}

#[test]
fn the_original_is_written_aside_as_it_came() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let bytes = fs::read(input.join(FILE)).unwrap();
    let open = || explain(&input, folder.path(), &["tin_bai", "--open", "--period", "2025-Q4"])["opened"].clone();
    let path = format!("output/ban-goc/2025-Q4/{}-ttvh-so-lieu.csv", &sha256(&bytes)[..12]);
    // From the folder while no report has read it, then from the ledger.
    let opened = open();
    assert_eq!((&opened[0]["original"], &opened[0]["stored"]), (&Value::from(path.as_str()), &"unrecorded".into()));
    fs::remove_dir_all(folder.path().join("output/ban-goc")).unwrap();
    report(&input, folder.path());
    fs::remove_dir_all(input.join("2025-Q4")).unwrap();
    let opened = open();
    assert_eq!((&opened[0]["original"], &opened[0]["stored"]), (&Value::from(path.as_str()), &"kept".into()));
    assert_eq!(fs::read(folder.path().join(&path)).unwrap(), bytes);
    assert_eq!(open(), opened);
    fs::write(folder.path().join(&path), "sửa").unwrap();
    let again = ["explain", "tin_bai", "--open", "--period", "2025-Q4"];
    let (status, _, told) = output_of(cchc_over(&input, folder.path()).args(again));
    assert!(status == 2 && told.contains("không bị ghi đè"), "{told}");
    assert_eq!(fs::read_to_string(folder.path().join(&path)).unwrap(), "sửa");
    let (status, _, told) = output_of(cchc_over(&input, folder.path()).args(["explain", "V301", "--open"]));
    assert!(status == 2 && told.contains("V301"), "{told}");
}

#[test]
fn a_version_that_was_forgotten_is_named_and_says_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let first = sha256(fs::read(input.join(FILE)).unwrap());
    report(&input, folder.path());
    send_again(&input);
    report(&input, folder.path());
    let forget = ["audit", "forget", &first, "--reason", "gửi nhầm"];
    assert_eq!(output_of(cchc_over(&input, folder.path()).args(forget)).0, 0);
    let page = explain(&input, folder.path(), &["tin_bai", "--open"]);
    let rows = page["versions"].as_array().unwrap();
    let gone = rows.iter().find(|row| row["sha256"] == first.as_str()).unwrap();
    assert_eq!((&gone["standing"], &gone["stored"]), (&"gone".into(), &"forgotten".into()));
    assert!(said(&page).iter().all(|(_, _, value)| *value != "182"), "{page}");
    let opened = page["opened"].as_array().unwrap();
    let named = opened.iter().find(|row| row["sha256"] == first.as_str()).unwrap();
    assert_eq!((&named["original"], &named["stored"]), (&Value::Null, &"forgotten".into()));
    assert!(opened.iter().any(|row| row["original"].is_string()), "{page}");
}

#[test]
fn figures_explained_are_those_of_the_report_where_cumulative_columns_are_blank() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let text = fs::read_to_string(input.join(FILE)).unwrap().replace(";129;182;311;", ";129;182;;");
    fs::write(input.join(FILE), text).unwrap();
    let report = report(&input, folder.path());
    for id in ["tin_bai", "hs_da_gq", "gio_chuyen_muc", "kq_da_so_hoa"] {
        let page = explain(&input, folder.path(), &[id]);
        let of = |key: &str| {
            let rows = report[key].as_array().unwrap().iter().filter(|row| row["element"] == id);
            rows.map(|row| (row["measure"].clone(), row["value"].clone())).collect::<Vec<_>>()
        };
        let shown = |key: &str, value: &str| {
            let rows = page[key].as_array().unwrap().iter();
            rows.map(|row| (row["measure"].clone(), row[value].clone())).collect::<Vec<_>>()
        };
        assert_eq!(of("totals"), shown("totals", "total"), "{id}");
        assert_eq!(of("values"), shown("figures", "value"), "{id}");
        let earlier: Vec<&Value> = column(&page["earlier"], "earlier_period");
        let history = report["history"]["periods"].as_array().unwrap();
        assert!(history.iter().all(|past| earlier.contains(&&past["id"])), "{id}: {page}");
    }
    let page = explain(&input, folder.path(), &["tin_bai"]);
    let summed = page["totals"].as_array().unwrap().iter().find(|row| row["measure"] == "cumulative").unwrap();
    assert_eq!(summed["total"], "311");
    for indicator in report["indicators"].as_array().unwrap() {
        let page = explain(&input, folder.path(), &[indicator["id"].as_str().unwrap()]);
        assert_eq!((&page["printed"], &page["status"]), (&indicator["printed"], &indicator["status"]));
    }
}
