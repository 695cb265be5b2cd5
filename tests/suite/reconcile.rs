//! Figures held against dossiers, over whole runs.

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use serde_json::Value;

use crate::cli::{cchc, cchc_over, input_copy, output_of};

/// What an applicant has, planted in exports; no output may have any of it.
const PERSONAL: [&str; 5] = ["Phạm Thị Bí Mật", "030099001234", "0912345678", "Thôn Kín", "bi.mat@example.vn"];

/// A copy of the shipped input with these exports instead of the shipped ones.
fn input(folder: &Path, exports: &[(&str, &str)]) -> std::path::PathBuf {
    let input = input_copy(folder);
    let dossiers = input.join("2025-Q4/dossiers");
    if dossiers.exists() {
        fs::remove_dir_all(&dossiers).unwrap();
    }
    for (name, text) in exports {
        let path = dossiers.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    input
}

/// Runs a command over exports: exit status, standard output, standard error.
fn run(exports: &[(&str, &str)], arguments: &[&str]) -> (i32, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let input = input(folder.path(), exports);
    output_of(cchc_over(&input, folder.path()).args(arguments))
}

fn measure<'v>(json: &'v Value, key: &str) -> &'v Value {
    json["measures"].as_array().unwrap().iter().find(|measure| measure["measure"] == key).unwrap()
}

#[test]
fn the_shipped_dossiers_tie_out_but_for_what_is_planted() {
    let folder = tempfile::tempdir().unwrap();
    let (status, json, _) = output_of(cchc(folder.path()).args(["reconcile", "--format", "json"]));
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["measures"].as_array().unwrap().len(), 15);
    let differ: Vec<(&str, &str)> = json["measures"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|measure| measure["difference"] != "0")
        .map(|measure| (measure["measure"].as_str().unwrap(), measure["difference"].as_str().unwrap()))
        .collect();
    let planted = [("received.direct", "-10"), ("resolved.on_time", "1"), ("resolved.late", "-1"), ("synced", "3")];
    assert_eq!((status, differ), (1, planted.to_vec()));
    let faults = serde_json::json!({"broken_code": 1, "duplicate": 2, "late_by_dates_only": 1});
    assert_eq!(json["faults"], faults);
    assert_eq!(json["outside"]["synced"].as_array().unwrap().len(), 3);
    assert!(!folder.path().join("output").exists(), "reconcile writes nothing");
}

#[test]
fn a_measure_is_the_element_its_key_both_counts_and_their_difference() {
    let export = "Mã hồ sơ,Ngày tiếp nhận,Ngày có kết quả,Hình thức tiếp nhận\n\
                  000.12.34.H24-250908-0001,08/09/2025,10/09/2025,Trực tuyến\n";
    let (status, json, _) = run(&[("a.csv", export)], &["doi-chieu", "--format", "json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(status, 1);
    assert_eq!(
        *measure(&json, "received.online"),
        serde_json::json!({"element": "hs_tiep_nhan_truc_tuyen", "measure": "received.online", "claimed": "1922",
                           "counted": "1", "difference": "1921"})
    );
    // No day due: neither early nor late can be told.
    let late = measure(&json, "resolved.late");
    assert_eq!((&late["claimed"], &late["counted"], &late["difference"]), (&"22".into(), &Value::Null, &Value::Null));
}

#[test]
fn several_systems_in_several_spellings_are_one_count() {
    let csv = "\u{feff}DANH SÁCH HỒ SƠ;;\r\nSTT;Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả\r\n\
               1;000.12.34.H24-250908-0001;08/09/2025;15/09/2025;15/09/2025\r\n";
    let other = "Hạn xử lý|Số biên nhận|Thời điểm tiếp nhận|Ngày hoàn thành\n\
                 2025-09-20 17:00:00|000.12.34.H24-250909-0007|2025-09-09 08:12:13|2025-09-22 09:00:00\n";
    let exports = [("mot-cua.csv", csv), ("he thong khac/dat dai.csv", other)];
    let (_, json, _) = run(&exports, &["reconcile", "--format", "json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    let counted = |key: &str| measure(&json, key)["counted"].as_str().map(str::to_owned);
    assert_eq!(counted("received").as_deref(), Some("2"));
    assert_eq!(counted("resolved.on_time").as_deref(), Some("1"));
    assert_eq!(counted("resolved.late").as_deref(), Some("1"));
    assert_eq!(counted("fee"), None);
    let paths: Vec<&str> =
        json["files"].as_array().unwrap().iter().map(|file| file["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["2025-Q4/dossiers/he thong khac/dat dai.csv", "2025-Q4/dossiers/mot-cua.csv"]);
}

#[test]
fn without_dossiers_there_is_nothing_to_run_and_the_report_says_so() {
    let (status, out, said) = run(&[], &["doi-chieu"]);
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(said.contains("chưa có dữ liệu hồ sơ") && said.contains("2025-Q4/dossiers"), "{said}");
    let folder = tempfile::tempdir().unwrap();
    let input = input(folder.path(), &[]);
    cchc_over(&input, folder.path()).arg("report").output().unwrap();
    let output = folder.path().join("output/2025-Q4");
    let report: Value = serde_json::from_slice(&fs::read(output.join("report.json")).unwrap()).unwrap();
    assert_eq!(report["reconciliation"], Value::Null);
    let silent = report["not_checked"].as_array().unwrap().iter().filter(|skipped| skipped["rule"] == "X504");
    assert_eq!(
        silent.map(|skipped| skipped["reason"].as_str().unwrap()).collect::<Vec<_>>(),
        ["chưa có dữ liệu hồ sơ để đối chiếu"]
    );
    let page = fs::read_to_string(output.join("kiem-tra-cchc-2025-Q4.html")).unwrap();
    assert!(page.contains("Chưa có dữ liệu hồ sơ để đối chiếu"));
}

#[test]
fn figures_that_all_tie_out_end_well() {
    let folder = tempfile::tempdir().unwrap();
    let export = "Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả\n\
                  000.12.34.H24-250908-0001;08/09/2025;15/09/2025;16/09/2025\n";
    let input = input(folder.path(), &[("a.csv", export)]);
    let plan = input.join("plan/elements.toml");
    let kept: Vec<String> = fs::read_to_string(&plan)
        .unwrap()
        .lines()
        .filter(|line| !line.starts_with("dossier = ") || *line == "dossier = \"resolved.late\"")
        .map(str::to_owned)
        .collect();
    fs::write(&plan, kept.join("\n")).unwrap();
    fs::remove_file(input.join("plan/statements.toml")).unwrap();
    fs::write(
        input.join("2025-Q4/dieu-chinh.csv"),
        "office,element,measure,value,reason,by,date\nttpvhcc,hs_gq_qua_han,period,1,đếm lại,A,09/12/2025\n",
    )
    .unwrap();
    let (status, screen, told) = output_of(cchc_over(&input, folder.path()).args(["reconcile"]));
    assert_eq!(status, 0, "{screen}{told}");
    assert!(screen.contains("1/1 hồ sơ") && screen.contains("1 số liệu khớp"), "{screen}");
}

#[test]
fn an_export_that_cannot_be_read_is_told_and_nothing_is_counted() {
    let good = "Mã hồ sơ;Ngày tiếp nhận;Ngày có kết quả\n000.12.34.H24-250908-0001;08/09/2025;\n";
    let (status, screen, _) = run(&[("a.csv", good), ("b.csv", "Họ tên;Ghi chú\nA;B\n")], &["doi-chieu"]);
    assert_eq!(status, 0, "nothing differs, for nothing could be counted: {screen}");
    assert!(
        screen.contains("0 số liệu khớp") && screen.contains("tệp 2025-Q4/dossiers/b.csv không đọc được"),
        "{screen}"
    );
}

#[test]
fn a_plan_that_counts_no_dossiers_leaves_nothing_to_reconcile() {
    let folder = tempfile::tempdir().unwrap();
    let input = input(folder.path(), &[("a.csv", "Mã hồ sơ;Ngày tiếp nhận\n")]);
    let plan = input.join("plan/elements.toml");
    let without: Vec<String> = fs::read_to_string(&plan)
        .unwrap()
        .lines()
        .filter(|line| !line.starts_with("dossier = "))
        .map(str::to_owned)
        .collect();
    fs::write(&plan, without.join("\n")).unwrap();
    fs::remove_file(input.join("plan/statements.toml")).unwrap();
    let (status, _, told) = output_of(cchc_over(&input, folder.path()).args(["reconcile"]));
    assert_eq!(status, 2);
    assert!(told.contains("elements.toml"), "{told}");
}

/// An export full of what no output may have: in columns of its own, and in place of codes, words and dates.
fn personal() -> String {
    let [name, number, phone, address, mail] = PERSONAL;
    let head = "Mã hồ sơ;Họ tên;CCCD;Điện thoại;Địa chỉ;Email;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả;\
                Hình thức tiếp nhận;Trạng thái;Số hóa kết quả;Phí, lệ phí;Quá hạn";
    let row = |code: &str, received: &str, word: &str| {
        format!(
            "{code};{name};{number};{phone};{address};{mail};{received};15/09/2025;16/09/2025;{word};{word};{word};{word};{word}"
        )
    };
    let code = "000.12.34.H24-250908-0001";
    let rows = [
        row(code, "08/09/2025", "Trực tuyến"),
        row(code, "09/09/2025", name),
        row(name, "08/09/2025", phone),
        row(number, "08/09/2025", mail),
        row(&format!("{number}-250908-0002"), "08/09/2025", address),
        row("", name, ""),
        row("000.12.34.H24-250908-0003", phone, number),
        format!("{name};{number};{phone};{address};{mail}"),
    ];
    format!("{name} – {number}\n{head}\n{}\n", rows.join("\n"))
}

/// Every text in a file, those of the parts of a package among them.
fn texts(path: &Path) -> Vec<String> {
    let bytes = fs::read(path).unwrap();
    let mut texts = vec![String::from_utf8_lossy(&bytes).into_owned()];
    if let Ok(mut package) = zip::ZipArchive::new(Cursor::new(bytes)) {
        for at in 0..package.len() {
            let mut part = Vec::new();
            package.by_index(at).unwrap().read_to_end(&mut part).unwrap();
            texts.push(String::from_utf8_lossy(&part).into_owned());
        }
    }
    texts
}

fn files_below(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

#[test]
fn no_output_and_no_screen_has_personal_data_of_an_export() {
    let folder = tempfile::tempdir().unwrap();
    let input =
        input(folder.path(), &[("a.csv", &personal()), ("b.csv", &format!("{}\n{}", PERSONAL[0], PERSONAL[1]))]);
    let mut all = Vec::new();
    for arguments in [
        &["report"][..],
        &["report", "--format", "json"],
        &["report", "--lang", "en"],
        &["check"],
        &["check", "--format", "json"],
        &["reconcile"],
        &["reconcile", "--lang", "en"],
        &["reconcile", "--format", "json"],
        &["explain", "hs_gq_qua_han"],
    ] {
        let (_, out, told) = output_of(cchc_over(&input, folder.path()).args(arguments));
        assert!(!out.is_empty(), "{arguments:?}: {told}");
        all.extend([out, told]);
    }
    let written = files_below(&folder.path().join("output"));
    assert!(written.len() > 10, "{written:?}");
    all.extend(written.iter().flat_map(|path| texts(path)));
    for secret in PERSONAL {
        assert!(all.iter().all(|text| !text.contains(secret)), "{secret} stands in an output");
    }
    // And yet the dossiers were looked at.
    assert!(all.iter().any(|text| text.contains("000.12.34.H24-250908-0001")));
}

#[test]
fn equal_exports_give_equal_bytes_whatever_the_order_of_the_disk() {
    let one = "Mã hồ sơ;Ngày tiếp nhận;Ngày có kết quả\n000.12.34.H24-250908-0001;08/09/2025;10/09/2025\n";
    let two = "Mã hồ sơ;Ngày tiếp nhận;Ngày có kết quả\n000.12.34.H24-250908-0001;08/09/2025;11/09/2025\n";
    let bytes = |exports: &[(&str, &str)]| {
        let folder = tempfile::tempdir().unwrap();
        let input = input(folder.path(), exports);
        cchc_over(&input, folder.path()).arg("report").output().unwrap();
        let output = folder.path().join("output/2025-Q4");
        let mut files: Vec<_> = files_below(&output)
            .into_iter()
            .map(|path| (path.strip_prefix(&output).unwrap().to_owned(), fs::read(&path).unwrap()))
            .collect();
        files.sort();
        files
    };
    assert!(bytes(&[("a.csv", one), ("b.csv", two)]) == bytes(&[("b.csv", two), ("a.csv", one)]));
}
