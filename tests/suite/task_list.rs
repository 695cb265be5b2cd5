//! The plan's tasks as a sheet (`plan/nhiem-vu.csv`) instead of `tasks.toml`.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::cli::{cchc_over, input_copy, output_of};

/// The shipped input with this sheet in the place of its `tasks.toml`.
fn input_with(sheet: &str, folder: &Path) -> std::path::PathBuf {
    let input = input_copy(folder);
    fs::remove_file(input.join("plan/tasks.toml")).unwrap();
    fs::write(input.join("plan/nhiem-vu.csv"), sheet).unwrap();
    input
}

/// The shipped tasks as the commune would list them: a title, areas as section rows, offices by name, dates d/m/y.
fn shipped_as_sheet() -> String {
    let read = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("input/plan").join(name);
        fs::read_to_string(path).unwrap().parse::<toml::Table>().unwrap()
    };
    let (plan, tasks) = (read("plan.toml"), read("tasks.toml"));
    let offices = plan["office"].as_array().unwrap();
    let name = |id: &str| offices.iter().find(|o| o["id"].as_str() == Some(id)).unwrap()["name"].as_str().unwrap();
    let mut sheet = String::from("DANH MỤC NHIỆM VỤ\n\nSTT;Mã;Nhiệm vụ;Lĩnh vực;Đơn vị chủ trì;Thời hạn;Sản phẩm\n");
    let mut area = "";
    for (at, task) in tasks["task"].as_array().unwrap().iter().enumerate() {
        let text = |key: &str| task.get(key).and_then(toml::Value::as_str).unwrap_or_default();
        if area != text("area") {
            area = text("area");
            writeln!(sheet, "I;;Nhóm nhiệm vụ {area};;;;").unwrap();
        }
        let due: Vec<&str> = text("due").split('-').rev().collect();
        let row = [text("id"), text("name"), area, name(text("lead")), &due.join("/"), text("product")];
        writeln!(sheet, "{};{}", at + 1, row.map(|cell| format!("\"{cell}\"")).join(";")).unwrap();
    }
    sheet
}

fn report(input: &Path, folder: &TempDir) -> (i32, String, String) {
    output_of(cchc_over(input, folder.path()).args(["report", "--format", "json"]))
}

#[test]
fn a_sheet_of_tasks_says_the_same_as_tasks_toml() {
    let folders = [TempDir::new().unwrap(), TempDir::new().unwrap()];
    let inputs = [input_copy(folders[0].path()), input_with(&shipped_as_sheet(), folders[1].path())];
    let reports = [0, 1].map(|at| report(&inputs[at], &folders[at]));
    let tasks = reports.map(|(status, stdout, stderr)| {
        assert_eq!(status, 1, "{stderr}");
        serde_json::from_str::<serde_json::Value>(&stdout).unwrap()["tasks"].clone()
    });
    assert_eq!(tasks[0].as_array().unwrap().len(), 33);
    assert_eq!(tasks[0], tasks[1]);
    let manifest = fs::read_to_string(folders[1].path().join("output/2025-Q4/manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    let inputs = manifest["inputs"].as_array().unwrap();
    let sheet = inputs.iter().find(|file| file["path"] == "plan/nhiem-vu.csv").unwrap();
    let expected = cchc::digest::sha256(shipped_as_sheet());
    assert_eq!(sheet["sha256"], serde_json::Value::String(expected));
}

#[test]
fn what_is_wrong_in_the_sheet_is_told_with_its_row() {
    let head = "Mã;Nhiệm vụ;Lĩnh vực;Đơn vị chủ trì;Thời hạn\n";
    let cases = [
        ("N1a;Việc;N1;Phòng Tư pháp;\n", "nhiem-vu.csv:3"),
        ("N1a;Việc;N11;Phòng Kinh tế;\n", "nhiem-vu.csv:3"),
        ("N1a;Việc;N1;Phòng Kinh tế;31/9/2025\n", "nhiem-vu.csv:3"),
        (";Việc;N1;Phòng Kinh tế;\n", "nhiem-vu.csv:3"),
        ("N1b;Việc;N1;Phòng Kinh tế;hằng quý\n", ""),
    ];
    for (row, place) in cases {
        let folder = TempDir::new().unwrap();
        let input = input_with(&format!("Danh mục\n{head}{row}"), folder.path());
        let (status, _, stderr) = report(&input, &folder);
        assert_eq!(status == 2, !place.is_empty(), "{row}{stderr}");
        assert!(stderr.contains(place), "{row}{stderr}");
    }
}

#[test]
fn a_sheet_without_tasks_or_beside_tasks_toml_stops_the_run() {
    let folder = TempDir::new().unwrap();
    let input = input_with("Ghi chép\n", folder.path());
    let (status, _, stderr) = report(&input, &folder);
    assert!(status == 2 && stderr.contains("nhiem-vu.csv"), "{stderr}");
    fs::write(input.join("plan/tasks.toml"), "").unwrap();
    let (status, _, stderr) = report(&input, &folder);
    assert!(status == 2 && stderr.contains("plan/tasks.toml"), "{stderr}");
}
