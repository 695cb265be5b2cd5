//! What ARCHITECTURE.md promises: which change touches which file, and no other.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

use serde_json::Value;

use crate::cli::{cchc_over, input_copy, output_of};

fn append(path: &Path, text: &str) {
    OpenOptions::new().append(true).open(path).unwrap().write_all(text.as_bytes()).unwrap();
}

fn by<'a>(report: &'a Value, list: &str, key: &str, value: &str) -> Option<&'a Value> {
    report[list].as_array().unwrap().iter().find(|entry| entry[key] == value)
}

#[test]
fn an_element_indicator_task_rule_office_or_period_touches_the_plan_files_only() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let plan = |name: &str| input.join(format!("plan/{name}.toml"));
    append(
        &plan("elements"),
        "\n[[element]]\nid = \"ban_tin_moi\"\nform = \"B7\"\nno = \"99\"\nname = \"Bản tin mới\"\nunit = \"Bản tin\"\n\
         kind = \"count\"\noffices = [\"ttvh\"]\n",
    );
    append(
        &plan("indicators"),
        "\n[[indicator]]\nid = \"I9_BANTIN\"\nclause = \"II.9\"\nname = \"Số bản tin mới trong kỳ\"\nnumerator = \"ban_tin_moi\"\n\
         unit = \"bản tin\"\ntarget = { op = \">=\", value = \"7\" }\n",
    );
    append(
        &plan("tasks"),
        "\n[[task]]\nid = \"N7z\"\narea = \"N7\"\nname = \"Phát bản tin mới\"\nlead = \"ttvh\"\ndue = \"2025-12-05\"\n",
    );
    append(
        &plan("rules"),
        "\n[[rule]]\ncode = \"R499-ban-tin\"\nname = \"Không quá năm bản tin\"\nleft = \"ban_tin_moi\"\nop = \"<=\"\nright = \"5\"\n",
    );
    append(
        &plan("plan"),
        "\n[[office]]\nid = \"tram_y_te\"\nname = \"Trạm Y tế\"\n\n[[period]]\nid = \"2026-Q1\"\ntitle = \"Quý I năm 2026\"\n\
         kind = \"quarter\"\nfrom = \"2025-12-06\"\nto = \"2026-03-05\"\noffice_due = \"2026-03-09\"\nreport_due = \"2026-03-15\"\n",
    );
    append(&input.join("2025-Q4/ttvh-so-lieu.csv"), "ban_tin_moi;99;Bản tin mới;Bản tin;;7;;;\n");

    let (_, stdout, stderr) = output_of(cchc_over(&input, folder.path()).args(["report", "--period", "2025-Q4"]));
    let report = fs::read_to_string(folder.path().join("output/2025-Q4/report.json"));
    let report: Value = serde_json::from_str(&report.unwrap_or_else(|_| panic!("{stdout}\n{stderr}"))).unwrap();

    let value = by(&report, "values", "element", "ban_tin_moi").unwrap();
    assert_eq!((&value["value"], &value["source"]["file"]), (&"7".into(), &"2025-Q4/ttvh-so-lieu.csv".into()));
    let indicator = by(&report, "indicators", "id", "I9_BANTIN").unwrap();
    assert_eq!((&indicator["status"], &indicator["printed"]), (&"met".into(), &"7 bản tin".into()));
    assert_eq!(by(&report, "tasks", "id", "N7z").unwrap()["status"], "not_reported");
    let finding = by(&report, "findings", "code", "R499-ban-tin").unwrap();
    assert_eq!((&finding["provided"], &finding["expected"]), (&"7".into(), &"5".into()));
    assert_eq!(by(&report, "offices", "id", "tram_y_te").unwrap()["state"], "missing");
    let page = fs::read_to_string(folder.path().join("output/2025-Q4/bao-cao-cchc-2025-Q4.html")).unwrap();
    for name in ["Số bản tin mới trong kỳ", "Bản tin mới", "Phát bản tin mới"] {
        assert!(page.contains(name), "{name} is not in the report");
    }

    let (status, stdout, stderr) = output_of(cchc_over(&input, folder.path()).args(["report", "--period", "2026-Q1"]));
    assert_eq!(status, 1, "nobody has reported yet\n{stdout}\n{stderr}");
    assert!(folder.path().join("output/2026-Q1/report.json").is_file());
}

/// Sở Nội vụ sends its own template every year: order, numbers, titles, heads and sections change by `annex.toml` alone.
#[test]
fn another_template_of_annex_i_touches_annex_toml_only() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let annex = "title = \"Biểu mẫu thống kê năm 2026\"\n\
         column = [\n  { head = \"Nội dung\", shows = \"name\", width = 60 },\n  { head = \"Số TT\", shows = \"no\" },\n  \
         { head = \"Số liệu trong kỳ\", shows = \"period\" },\n]\n\
         [[table]]\nid = \"PL1\"\ntitle = \"Bảng 1. Giải quyết thủ tục hành chính\"\nrow = [\n  \
         { section = \"A. Đã giải quyết\" },\n  { element = \"hs_da_gq\", no = \"A.1\", name = \"Hồ sơ đã xong\" },\n  \
         { section = \"B. Đã tiếp nhận\" },\n  { element = \"hs_tiep_nhan\", no = \"B.1\" },\n]\n";
    fs::write(input.join("plan/annex.toml"), annex).unwrap();
    let (_, stdout, stderr) = output_of(cchc_over(&input, folder.path()).args(["report", "--period", "2025-Q3"]));
    let page = fs::read_to_string(folder.path().join("output/2025-Q3/bao-cao-cchc-2025-Q3.html"));
    let page = page.unwrap_or_else(|_| panic!("{stdout}\n{stderr}"));
    let annex = page.split("id=\"phu-luc-1\"").nth(1).and_then(|rest| rest.split("</table>").next()).unwrap();
    let mut rest = annex;
    for said in [
        "BIỂU MẪU THỐNG KÊ NĂM 2026",
        "Bảng 1. Giải quyết thủ tục hành chính",
        "Nội dung",
        "Số TT",
        "Số liệu trong kỳ",
        "A. Đã giải quyết",
        "Hồ sơ đã xong",
        "A.1",
        "B. Đã tiếp nhận",
        "B.1",
    ] {
        let at = rest.find(said).unwrap_or_else(|| panic!("{said} does not come next in the annex"));
        rest = &rest[at..];
    }
    assert!(!page.contains("id=\"B3\""), "the tables of forms are printed besides");

    // The shipped file says what the program does without one.
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("input/plan/annex.toml"), input.join("plan/annex.toml"))
        .unwrap();
    let report = |output: &str| {
        let output = folder.path().join(output);
        output_of(cchc_over(&input, folder.path()).args(["report", "--period", "2025-Q3", "--output"]).arg(&output));
        fs::read_to_string(output.join("2025-Q3/bao-cao-cchc-2025-Q3.html")).unwrap()
    };
    let shipped = report("shipped");
    fs::remove_file(input.join("plan/annex.toml")).unwrap();
    assert!(shipped == report("without"));
}

fn source(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(path)).unwrap()
}

#[test]
fn a_built_in_rule_is_a_file_and_a_line_of_the_table() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let mut files: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .filter(|name| !["mod", "codes", "common", "plan_rule"].contains(&name.as_str()))
        .collect();
    files.sort();
    let table = source("rules/mod.rs");
    let mut listed: Vec<&str> = table.lines().filter_map(|line| line.trim().strip_suffix("::check,")).collect();
    listed.sort_unstable();
    assert_eq!(listed, files);
}

#[test]
fn an_output_format_is_a_file_and_a_line_of_the_table() {
    for extension in cchc::render::FORMATS.iter().map(|format| format.extension) {
        let table = source("render/mod.rs");
        assert!(table.contains(&format!("pub mod {extension};")), "{extension} has no module of its name");
        for others in ["pipeline.rs", "shell/outputs/mod.rs", "shell/commands/report.rs", "report/mod.rs"] {
            let named = source(others).contains(&format!("render::{extension}"));
            assert!(!named, "{others} names {extension}: the table is passed by");
        }
    }
}
