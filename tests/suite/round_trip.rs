//! Forms filled in by other programs: what was typed through openpyxl, and saved again by LibreOffice in every format,
//! is read back exactly.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use cchc::intake::cells::{self, Limits};
use cchc::model::{InputFile, Number, Plan, Reading, State, Submission};
use cchc::pipeline::{Inputs, RoundFiles, evaluate};
use cchc::report::form::{Fill, Form, Holds, Spot, form};
use cchc::text::Lang;
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::cli::{cchc, input_copy, output_of};
use crate::shipped_rules::shipped;

/// Fillings of each office's form.
const FILLINGS: usize = 2;

/// What is typed into one cell.
#[derive(Clone, Debug)]
enum Typed {
    Number(String),
    Text(String),
    Date(NaiveDate),
}

fn tool() -> Command {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = Command::new(root.join("target/tools/venv/bin/python"));
    command.arg(root.join("tests/tools/workbook.py"));
    command
}

fn run(command: &mut Command) -> String {
    let output =
        command.output().unwrap_or_else(|cause| panic!("{cause}: scripts/test installs openpyxl, LibreOffice"));
    assert!(output.status.success(), "{command:?}\n{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What an officer may type into a cell that holds this; `None` leaves it empty.
fn typed(holds: Holds, choices: &[String]) -> BoxedStrategy<Option<Typed>> {
    use cchc::model::ElementKind as Kind;
    let number = |strategy: BoxedStrategy<String>| {
        let nil = Just(Typed::Text("Không phát sinh".to_owned()));
        prop_oneof![8 => strategy.prop_map(Typed::Number), 1 => nil].boxed()
    };
    let decimal = |most: u32, places: u32| {
        (2 * 10_u32.pow(places)..most * 10_u32.pow(places))
            .prop_map(move |n| {
                format!("{}.{:0width$}", n / 10_u32.pow(places), n % 10_u32.pow(places), width = places as usize)
            })
            .boxed()
    };
    let text = prop::sample::select(vec![
        "Đã niêm yết, công khai",
        "=1+1",
        "+ Họp giao ban",
        "- Còn 3 hồ sơ",
        "@xã",
        "1.234",
        "0012",
        "12/2025",
        "“Một cửa” – “liên thông”",
        "Quyết định số 31/QĐ-UBND",
        "thuỷ lợi; hoá đơn",
    ]);
    let some = if choices.is_empty() {
        match holds {
            Holds::Figure(Kind::Count) => number((0_u32..10_000_000).prop_map(|n| n.to_string()).boxed()),
            Holds::Figure(Kind::Money | Kind::Decimal) => number(decimal(90_000, 2)),
            Holds::Figure(Kind::Percent) => number(decimal(100, 2)),
            Holds::Date => (0_i64..90).prop_map(|days| Typed::Date(day(days))).boxed(),
            Holds::Figure(_) | Holds::Prose | Holds::Word | Holds::Code => {
                text.prop_map(|text| Typed::Text(text.to_owned())).boxed()
            }
        }
    } else {
        prop::sample::select(choices.to_vec()).prop_map(Typed::Text).boxed()
    };
    prop::option::weighted(0.8, some).boxed()
}

fn day(days: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 9, 6).unwrap() + chrono::Duration::days(days)
}

/// What is typed into every open cell of a form.
fn filling(form: &Form<'_>, runner: &mut TestRunner) -> BTreeMap<Spot, Typed> {
    let mut draw = |holds, choices: &[String]| typed(holds, choices).new_tree(runner).unwrap().current();
    let mut filled = BTreeMap::new();
    for (label, cell) in form.info.iter().filter(|(label, cell)| cell.entry && *label != "Không phát sinh") {
        filled.extend(draw(cell.holds, &cell.choices).map(|typed| (Spot::Info(label), typed)));
    }
    for table in &form.tables {
        for row in &table.rows {
            for (cell, column) in row.cells.iter().zip(table.columns).filter(|(cell, _)| cell.entry) {
                let spot = Spot::of(&row.subject, column.head).unwrap();
                filled.extend(draw(cell.holds, &cell.choices).map(|typed| (spot, typed)));
            }
        }
    }
    filled
}

/// The cells to fill as the tool finds them: by sheet, the name of the row and the head of the column.
fn orders(form: &Form<'_>, filled: &BTreeMap<Spot, Typed>) -> Vec<Value> {
    let order = |(spot, typed): (&Spot, &Typed)| {
        let (sheet, row, head) = match spot {
            Spot::Info(label) => ("Thông tin", (*label).to_owned(), ""),
            Spot::Figure(id, head) => ("Số liệu", id.to_string(), *head),
            Spot::Task(id, head) => ("Nhiệm vụ", id.to_string(), *head),
            Spot::Section(_) => ("Thuyết minh", title(form, spot), "Nội dung"),
        };
        let (kind, value) = match typed {
            Typed::Number(number) => ("number", number.clone()),
            Typed::Text(text) => ("text", text.clone()),
            Typed::Date(day) => ("date", day.to_string()),
        };
        json!({"sheet": sheet, "row": row, "head": head, "kind": kind, "value": value})
    };
    filled.iter().map(order).collect()
}

/// What the form prints before a text.
fn title(form: &Form<'_>, spot: &Spot) -> String {
    let mut rows = form.tables.iter().flat_map(|table| &table.rows);
    let row = rows.find(|row| Spot::of(&row.subject, "Nội dung").as_ref() == Some(spot)).unwrap();
    let cchc::report::form::Value::Text(text) = &row.cells[0].value else { panic!("{row:?}") };
    text.clone()
}

/// What was understood of a workbook, cell by cell, as it was typed.
fn understood(plan: &Arc<Plan>, path: &Path) -> Submission {
    let bytes = fs::read(path).unwrap();
    let name = format!("2025-Q4/{}", path.file_name().unwrap().to_string_lossy());
    let content = cells::read(&name, &bytes, &Limits::default());
    let file = InputFile { path: name.into(), sha256: None, content };
    let period = plan.periods[1].id.clone();
    let inputs = Inputs {
        rounds: [(period.clone(), RoundFiles { files: vec![file], ..RoundFiles::default() })].into(),
        period,
        dossiers: None,
        templates: BTreeMap::new(),
        as_of: day(0),
        lang: Lang::Vi,
        dated: false,
        only_present: true,
        without: Vec::new(),
    };
    let mut results = evaluate(plan, &inputs).unwrap();
    let (_, submission) =
        results.submissions.pop_first().unwrap_or_else(|| panic!("{}: {:?}", path.display(), results.findings));
    submission
}

fn says(plan: &Plan, submission: &Submission, spot: &Spot) -> Option<String> {
    let text = |text: &Option<Arc<str>>| text.as_deref().map(str::to_owned);
    match spot {
        Spot::Info("Người lập") => text(&submission.info.prepared_by),
        Spot::Info("Ngày lập") => submission.info.prepared_on.map(|day| day.to_string()),
        Spot::Info("Lý do điều chỉnh") => text(&submission.info.reason),
        Spot::Info(label) => panic!("nobody reads {label}"),
        Spot::Figure(id, head) => {
            let entry = submission.figures.get(id)?;
            match *head {
                "Kỳ trước" => figure(plan, id.as_str(), &entry.previous),
                "Kỳ này" => figure(plan, id.as_str(), &entry.period),
                "Lũy kế" => figure(plan, id.as_str(), &entry.cumulative),
                "Ghi chú" => text(&entry.note),
                "Lý do điều chỉnh" => text(&entry.reason),
                _ => text(&entry.evidence),
            }
        }
        Spot::Task(id, head) => {
            let row = submission.tasks.get(id)?;
            match *head {
                "Trạng thái" => text(&row.status.raw),
                "Ngày hoàn thành" => row.done_on.map(|day| day.to_string()),
                "Số, ký hiệu" => text(&row.document),
                "Lý do điều chỉnh" => text(&row.reason),
                _ => text(&row.note),
            }
        }
        Spot::Section(section) => {
            let found = submission.narrative.iter().find(|narrative| narrative.section == *section)?;
            Some(found.text.clone())
        }
    }
}

fn figure(plan: &Plan, id: &str, reading: &Reading) -> Option<String> {
    let element = plan.element(id).unwrap();
    let named =
        |code: &str| element.choices.iter().find(|choice| choice.code == code).map(|choice| choice.name.clone());
    match reading.state {
        State::Nil => Some("Không phát sinh".to_owned()),
        State::Value => {
            let text = reading.text.as_deref().map(|text| named(text).unwrap_or_else(|| text.to_owned()));
            text.or_else(|| reading.value.as_ref().map(Number::to_string))
        }
        State::Unreadable => reading.raw.as_deref().map(|raw| format!("unreadable: {raw}")),
        State::Blank | State::Missing => None,
    }
}

fn expected(typed: &Typed) -> String {
    match typed {
        Typed::Number(number) => number.parse::<Number>().unwrap().to_string(),
        Typed::Text(text) => text.clone(),
        Typed::Date(day) => day.to_string(),
    }
}

/// The workbooks as LibreOffice stores them in a format.
fn converted(folder: &Path, format: &str, workbooks: &[PathBuf]) -> Vec<PathBuf> {
    let target = folder.join(format);
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let mut soffice = Command::new("soffice");
    run(soffice.args([&profile, "--headless", "--convert-to", format, "--outdir"]).arg(&target).args(workbooks));
    workbooks.iter().map(|path| target.join(path.file_name().unwrap()).with_extension(format)).collect()
}

#[test]
fn a_form_filled_in_with_openpyxl_and_saved_by_libreoffice_reads_as_typed() {
    let plan = shipped();
    let folder = tempfile::tempdir().unwrap();
    output_of(cchc(folder.path()).args(["form", "--period", "2025-Q4"]));
    let mut runner = TestRunner::deterministic();
    let (mut jobs, mut filled) = (Vec::new(), Vec::new());
    for office in &plan.offices {
        let blank = folder.path().join(format!("output/bieu-mau/2025-Q4/{}.xlsx", office.id));
        // Without last period's figures, whose cells the written forms lock.
        let form = form(&plan, &plan.periods[1], office, "", &Fill::default());
        for number in 0..FILLINGS {
            let mut filling = filling(&form, &mut runner);
            filling.retain(|spot, _| !matches!(spot, Spot::Figure(_, "Kỳ trước")));
            let path = folder.path().join(format!("{}-{number}.xlsx", office.id));
            jobs.push(json!({"form": blank, "filled": path, "cells": orders(&form, &filling)}));
            filled.push((path, filling));
        }
    }
    let orders = folder.path().join("jobs.json");
    fs::write(&orders, serde_json::to_vec(&jobs).unwrap()).unwrap();
    run(tool().arg("fill").arg(&orders));
    let typed: Vec<PathBuf> = filled.iter().map(|(path, _)| path.clone()).collect();
    let again = ["xlsx", "ods", "xls"].map(|format| converted(folder.path(), format, &typed));
    let mut wrong = Vec::new();
    let mut compared = 0;
    for workbooks in [typed].iter().chain(&again) {
        for (path, (_, filling)) in workbooks.iter().zip(&filled) {
            let submission = understood(&plan, path);
            for (spot, typed) in filling {
                let (read, expected) = (says(&plan, &submission, spot), expected(typed));
                compared += 1;
                if read.as_deref() != Some(&*expected) {
                    let name = path.strip_prefix(folder.path()).unwrap();
                    wrong.push(format!("{}: {spot:?}: typed {expected:?}, read {read:?}", name.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {compared}\n{}", wrong.len(), wrong.join("\n"));
    assert!(compared > 4 * FILLINGS * 400, "only {compared} cells were compared");
}

#[test]
fn a_return_mended_by_its_own_list_reads_clean() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    output_of(cchc(folder.path()).arg("report"));
    let returned = |office: &str| folder.path().join(format!("output/2025-Q4/returns/{office}.xlsx"));
    // The office knows which of the marked figures is wrong: not the total, but what came online.
    let offices = [("kt", "Phong Kinh te.ods", "F31=0"), ("ttpvhcc", "Trung tâm PVHCC.xlsx", "F12=1932")];
    for (office, replaced, fix) in offices {
        let mended = input.join(format!("2025-Q4/{office}.xlsx"));
        assert_eq!(run(tool().arg("mend").args([&returned(office), &mended]).arg(fix)).trim(), "1", "{office}");
        fs::remove_file(input.join("2025-Q4").join(replaced)).unwrap();
        let (status, stdout, stderr) =
            output_of(crate::cli::cchc_over(&input, folder.path()).arg("check").arg(&mended));
        assert_eq!(status, 0, "{stdout}{stderr}");
        assert!(stdout.starts_with("ĐẠT"), "{stdout}");
    }
    let (status, stdout, _) = output_of(crate::cli::cchc_over(&input, folder.path()).arg("check"));
    assert_eq!(status, 0, "the round is without errors once both are mended: {stdout}");
}
