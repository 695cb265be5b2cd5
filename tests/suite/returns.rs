//! What an office gets back: its form as understood, every mistake in its place, ready to be sent again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::Arc;

use cchc::intake::cells::{self, Limits};
use cchc::model::{Cell, CellValue, Figure, FileContent, InputFile, OfficeId, Plan, Results, State};
use cchc::pipeline::return_of;
use cchc::text::Lang;

use crate::round::{Round, plan};
use crate::specs;

/// The return of an office, as a worker reads it.
fn returned(plan: &Plan, results: &Results, office: &OfficeId) -> InputFile {
    let of = plan.office(office).unwrap();
    let bytes = return_of(results, of, Lang::Vi).unwrap();
    let path = format!("2025-Q4/{office}.xlsx");
    InputFile { content: cells::read(&path, &bytes, &Limits::default()), path: Arc::from(path), sha256: None }
}

fn cells_of(file: &InputFile) -> &[cchc::model::SheetCells] {
    let FileContent::Cells(cells) = &file.content else { panic!("{:?}", file.content) };
    &cells.sheets
}

fn texts(cells: &[Cell]) -> BTreeSet<String> {
    let text = |cell: &Cell| match &cell.value {
        CellValue::Text(text) => Some(text.clone()),
        _ => None,
    };
    cells.iter().filter_map(text).collect()
}

/// What a figure says. The form has every row, so that one that was missing comes back blank.
fn says(figure: &Figure) -> (State, Option<String>, Option<String>) {
    let value = figure.value.as_ref().map(ToString::to_string);
    let state = if figure.state == State::Missing { State::Blank } else { figure.state };
    (state, value, figure.text.as_deref().map(str::to_owned))
}

/// Where the form has a row that the submission lacked, the finding is about a blank cell instead.
const AS_BLANK: [(&str, &str); 3] = [("V324", "V301"), ("S202", "V301"), ("S211", "V320")];

/// What cannot be read comes back as the text it was: a formula without a result, two rows for one task.
const AS_TEXT: [(&str, &str); 4] = [("V311", "V302"), ("S204", "V308"), ("S204", "V320"), ("S218", "V308")];

#[test]
fn the_return_of_every_spec_lists_its_findings_and_reads_as_what_was_sent() {
    let mut wrong = Vec::new();
    let mut compared = 0;
    for path in specs::files() {
        let text = fs::read_to_string(&path).unwrap();
        for (case, again) in specs::cases(&text).into_iter().zip(specs::cases(&text)) {
            let name = format!("{} § {}", path.file_name().unwrap().to_string_lossy(), case.heading);
            let plan = plan(&case.plan);
            let results = case.round.run(&plan);
            let mut round = again.round.without_submissions();
            for (office, submission) in &results.submissions {
                let file = returned(&plan, &results, office);
                let list = texts(&cells_of(&file)[0].cells);
                let own = results.findings.iter().filter(|worded| worded.finding.office.as_ref() == Some(office));
                let absent: Vec<&str> =
                    own.map(|worded| worded.message.as_str()).filter(|message| !list.contains(*message)).collect();
                if !absent.is_empty() {
                    wrong.push(format!("{name}: not listed for {office}: {absent:?}\n{list:?}"));
                }
                if submission.accepted {
                    round = round.read(file);
                }
            }
            let second = round.run(&plan);
            let mut known: BTreeSet<(Option<&str>, &str)> = findings(&results);
            let changed = AS_BLANK.iter().chain(&AS_TEXT).flat_map(|(was, is)| {
                known.iter().filter(|(_, code)| code == was).map(|(office, _)| (*office, *is)).collect::<Vec<_>>()
            });
            known.extend(changed.collect::<Vec<_>>());
            let new: Vec<_> = findings(&second).difference(&known).copied().collect::<Vec<_>>();
            if !new.is_empty() {
                let messages: Vec<&str> = second.findings.iter().map(|worded| worded.message.as_str()).collect();
                wrong.push(format!("{name}: new in what was sent back: {new:?}\n  {}", messages.join("\n  ")));
            }
            for (first, second) in results.figures.iter().zip(&second.figures) {
                let accepted = results.submissions.get(&first.office).is_some_and(|submission| submission.accepted);
                if accepted && says(first) != says(second) {
                    let (first_says, second_says) = (says(first), says(second));
                    wrong.push(format!("{name}: {} was {first_says:?}, came back as {second_says:?}", first.element));
                }
                compared += usize::from(accepted);
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(compared > 500, "only {compared} figures were compared");
}

fn findings(results: &Results) -> BTreeSet<(Option<&str>, &str)> {
    results
        .findings
        .iter()
        .map(|w| (w.finding.office.as_ref().map(OfficeId::as_str), w.finding.code.as_str()))
        .collect()
}

/// The rows of "Cần sửa" below its heads, as texts by head.
fn list(file: &InputFile) -> Vec<BTreeMap<String, String>> {
    let sheet = &cells_of(file)[0];
    assert_eq!(sheet.name.as_deref(), Some("Cần sửa"));
    let said = |cell: &Cell| match &cell.value {
        CellValue::Text(text) => text.clone(),
        CellValue::Number(number) => number.to_string(),
        other => panic!("{other:?}"),
    };
    let rows: Vec<&[Cell]> = sheet.cells.chunk_by(|one, other| one.at.row == other.at.row).collect();
    let heads = rows.iter().position(|row| said(&row[0]) == "TT").unwrap();
    let names: BTreeMap<u32, String> = rows[heads].iter().map(|cell| (cell.at.col, said(cell))).collect();
    let line = |row: &&[Cell]| row.iter().map(|cell| (names[&cell.at.col].clone(), said(cell))).collect();
    rows[heads + 1..].iter().map(line).collect()
}

fn verdict(file: &InputFile) -> String {
    match &cells_of(file)[0].cells[0].value {
        CellValue::Text(text) => text.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_second_round_says_what_was_fixed_what_stayed_and_what_is_new() {
    let plan = plan(&BTreeMap::new());
    let sheet = |day: &str, rows: &str| format!("Mã đơn vị;vhxh\nNgày lập;{day}/12/2025\nMã;Kỳ này\n{rows}");
    let results = Round::new()
        .file("vhxh-1.csv", &sheet("05", "van_ban;ba\nhai_long;150\n"))
        .file("vhxh-2.csv", &sheet("07", "hai_long;97,5\nvan_ban;bốn\nhinh_thuc;7\n"))
        .run(&plan);
    let file = returned(&plan, &results, &OfficeId::new("vhxh"));
    let column = |row: &BTreeMap<String, String>, head: &str| row.get(head).cloned().unwrap_or_default();
    let said: Vec<[String; 4]> = list(&file)
        .iter()
        .map(|row| ["Mức", "Mã lỗi", "Ô cần sửa", "So với lần trước"].map(|head| column(row, head)))
        .collect();
    let expected = [
        ["Lỗi", "V302", "Số liệu!F7", "Vẫn còn"],
        ["Lỗi", "V309", "Số liệu!F9", "Mới"],
        ["Cảnh báo", "I108", "–", ""],
        ["Đã sửa", "V305", "Số liệu!F8", "Đã sửa"],
    ];
    assert_eq!(said, expected.map(|row| row.map(str::to_owned)), "{}", verdict(&file));
    assert_eq!(verdict(&file), "CÒN LỖI: 2 lỗi phải sửa, 1 cảnh báo cần xem lại, 0 lưu ý.");
    let lines = texts(&cells_of(&file)[0].cells);
    let compared = "So với lần gửi trước (2025-Q4/vhxh-1.csv): đã sửa 1, còn 1, mới phát sinh 1.";
    assert!(lines.contains(compared), "{lines:?}");
}

#[test]
fn a_return_says_how_the_submission_stands_in_its_first_line() {
    let plan = plan(&BTreeMap::new());
    let full = "Mã đơn vị;vhxh\nNgày lập;05/12/2025\nMã;Kỳ này\nvan_ban;3\n";
    let cases = [
        (full, "ĐẠT: số liệu đã được tiếp nhận, không có điểm nào phải sửa."),
        (
            "Mã đơn vị;vhxh\nMã;Kỳ này\nvan_ban;\n",
            "BIỂU TRỐNG: đã nhận được tệp nhưng không có số liệu; 1 lỗi phải sửa.",
        ),
        (
            "Mã đơn vị;vhxh\nKỳ báo cáo;2025-Q3\nMã;Kỳ này\nvan_ban;3\n",
            "KHÔNG TIẾP NHẬN: chưa sử dụng được số liệu nào của đơn vị; 1 lỗi phải sửa.",
        ),
    ];
    let office = OfficeId::new("vhxh");
    for (text, expected) in cases {
        let results = Round::new().file("vhxh.csv", text).run(&plan);
        assert_eq!(verdict(&returned(&plan, &results, &office)), expected, "{text}");
    }
    let results = Round::new().whole().file("vp.csv", "Mã đơn vị;vp\nMã;Kỳ này\ntiep_nhan;3\n").run(&plan);
    let missing = returned(&plan, &results, &office);
    assert_eq!(verdict(&missing), "CHƯA NHẬN ĐƯỢC BÁO CÁO của đơn vị; hạn gửi là hết ngày 09/12/2025.");
}

#[test]
fn what_looks_like_a_formula_comes_back_as_the_text_it_was() {
    let plan = plan(&BTreeMap::new());
    let text = "Mã đơn vị;vhxh\nMã;Kỳ này;Ghi chú\nvan_ban;=1+1;@SUM(A1)\nsang_kien;+HYPERLINK(\"x\");-2+3\n";
    let results = Round::new().file("vhxh.csv", text).run(&plan);
    let file = returned(&plan, &results, &OfficeId::new("vhxh"));
    let cells: Vec<&Cell> = cells_of(&file).iter().flat_map(|sheet| &sheet.cells).collect();
    let is = |wanted: &str| cells.iter().any(|cell| cell.value == CellValue::Text(wanted.to_owned()) && !cell.formula);
    for wanted in ["=1+1", "@SUM(A1)", "+HYPERLINK(\"x\")", "-2+3"] {
        assert!(is(wanted), "{wanted}: {cells:?}");
    }
    assert!(cells.iter().all(|cell| !cell.formula), "nothing an office wrote is a formula");
}

#[test]
fn no_return_names_another_offices_file_or_figures() {
    let plan = plan(&BTreeMap::new());
    let results = Round::new()
        .whole()
        .file("bi-mat-vp.csv", "Mã đơn vị;vp\nMã;Kỳ này\ntiep_nhan;71717\nda_giai_quyet;nhiều\n")
        .file("rieng-kt.csv", "Mã đơn vị;kt\nMã;Kỳ này\nthu_ngan_sach;83838,5\n")
        .file("cua-vhxh.csv", "Mã đơn vị;vhxh\nMã;Kỳ này\nvan_ban;929292\nhai_long;150\n")
        .run(&plan);
    let own = [("vp", "bi-mat-vp", "71717"), ("kt", "rieng-kt", "83838"), ("vhxh", "cua-vhxh", "929292")];
    for (office, ..) in own {
        let file = returned(&plan, &results, &OfficeId::new(office));
        let all = format!("{:?}", cells_of(&file));
        for (other, path, figure) in own {
            assert_eq!(all.contains(figure), other == office, "{figure} of {other} in the return of {office}");
            assert!(other == office || !all.contains(path), "{path} in the return of {office}");
        }
    }
}
