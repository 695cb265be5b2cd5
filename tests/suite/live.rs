//! The report's workbook after an officer changes a figure in it: once LibreOffice has computed it again, it says what a
//! fresh report on the changed figures says.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Range, Reader, Xlsx, open_workbook};

use crate::cli::{cchc_over, input_copy};
use crate::workbooks::{recalculated, same};

const REPORT: &str = "bao-cao-cchc-2025-Q4.xlsx";
const FIGURES: &str = "Số liệu theo đơn vị";

/// Its rows depend on which outcomes occur.
const OVERVIEW: &str = "Tổng hợp";

fn report(input: &Path, folder: &Path) -> PathBuf {
    fs::create_dir_all(folder).unwrap();
    cchc_over(input, folder).args(["report", "--period", "2025-Q4"]).output().unwrap();
    folder.join("output/2025-Q4").join(REPORT)
}

fn sheet(workbook: &Path, name: &str) -> Range<Data> {
    let mut workbook: Xlsx<_> = open_workbook(workbook).unwrap();
    workbook.worksheet_range(name).unwrap()
}

/// The cell below a head in the row that says these words, as `(row, column)`.
fn find(range: &Range<Data>, words: &[&str], head: &str) -> (u32, u32) {
    let says = |row: &[Data], text: &str| row.iter().any(|cell| cell.to_string().starts_with(text));
    let column = range.rows().find_map(|row| row.iter().position(|cell| *cell == *head)).unwrap();
    let row = range.rows().position(|row| words.iter().all(|word| says(row, word))).unwrap();
    (u32::try_from(row).unwrap(), u32::try_from(column).unwrap())
}

fn said(workbook: &Path, name: &str, words: &[&str], head: &str) -> String {
    let range = sheet(workbook, name);
    range.get_value(find(&range, words, head)).unwrap().to_string()
}

/// Types into cells of a sheet through openpyxl, and computes again.
fn retyped(workbook: &Path, folder: &Path, cells: &[((u32, u32), Data)]) -> PathBuf {
    fs::create_dir_all(folder).unwrap();
    let typed = folder.join(REPORT);
    let values: Vec<String> =
        cells.iter().map(|((row, column), value)| format!("{},{},{value}", row + 1, column + 1)).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut python = Command::new(root.join("target/tools/venv/bin/python"));
    python.arg(root.join("tests/tools/workbook.py")).arg("retype").args([workbook, &typed]).arg(FIGURES).args(values);
    assert!(python.status().unwrap().success(), "scripts/test installs openpyxl");
    recalculated(folder, &[typed]).join(REPORT)
}

/// Compares every cell that a formula of the first workbook computes.
fn assert_follows(written: &Path, retyped: &Path, fresh: &Path, except: &[&str]) {
    let mut workbook: Xlsx<_> = open_workbook(written).unwrap();
    let mut compared = 0;
    for name in workbook.sheet_names().iter().filter(|name| !except.contains(&name.as_str())) {
        let formulas = workbook.worksheet_formula(name).unwrap();
        let (ours, theirs) = (sheet(retyped, name), sheet(fresh, name));
        let (top, left) = formulas.start().unwrap_or_default();
        for (row, column, _) in formulas.used_cells() {
            let at = (top + u32::try_from(row).unwrap(), left + u32::try_from(column).unwrap());
            let value = |range: &Range<Data>| range.get_value(at).cloned().unwrap_or_default();
            assert!(same(&value(&ours), &value(&theirs)), "{name} {at:?}: {} ≠ {}", value(&ours), value(&theirs));
            compared += 1;
        }
    }
    assert!(compared > 500, "{compared} formulas");
}

#[test]
fn a_changed_figure_reaches_annex_rate_and_outcome_as_in_a_fresh_report() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let written = report(&input, &folder.path().join("before"));
    let office = "Trung tâm Phục vụ hành chính công";
    for (digitised, rate, outcome) in
        [("99996", "99.99", "Chưa đạt"), ("100000", "100", "Đạt"), ("4", "0.01", "Chưa đạt")]
    {
        let figures = sheet(&written, FIGURES);
        let typed: Vec<_> = [("kq_da_so_hoa", digitised), ("kq_phai_so_hoa", "100000")]
            .map(|(element, value)| (find(&figures, &[element, office], "Lũy kế"), Data::String(value.to_owned())))
            .to_vec();
        let retyped = retyped(&written, &folder.path().join(digitised), &typed);
        let corrections = format!(
            "office,element,measure,value,reason,by,date\n\
             ttpvhcc,kq_da_so_hoa,cumulative,{digitised},đếm lại,Nguyễn Văn A,09/12/2025\n\
             ttpvhcc,kq_phai_so_hoa,cumulative,100000,đếm lại,Nguyễn Văn A,09/12/2025\n"
        );
        fs::write(input.join("2025-Q4/dieu-chinh.csv"), corrections).unwrap();
        let fresh = report(&input, &folder.path().join(format!("after-{digitised}")));
        assert_follows(&written, &retyped, &fresh, &[OVERVIEW]);
        for (head, expected) in [("Tử số", digitised), ("Kết quả", rate), ("Đánh giá", outcome)] {
            assert_eq!(said(&retyped, "Chỉ tiêu", &["II.6d"], head), expected, "{digitised}: {head}");
        }
    }
}

#[test]
fn missing_figures_that_are_typed_in_bring_everything_to_life() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let full = report(&input, &folder.path().join("full"));
    let office = "Trung tâm Văn hóa";
    fs::remove_file(input.join("2025-Q4/ttvh-so-lieu.csv")).unwrap();
    let written = report(&input, &folder.path().join("without"));
    let figures = sheet(&full, FIGURES);
    let heads = ["Kỳ này", "Lũy kế"].map(|head| find(&figures, &["hs_da_gq"], head).1);
    let mut typed = Vec::new();
    for (row, cells) in (0..).zip(figures.rows()).filter(|(_, cells)| cells[4].to_string().starts_with(office)) {
        for column in heads {
            typed.push(((row, column), cells[column as usize].clone()));
        }
    }
    assert!(typed.len() > 10, "{office} gives figures");
    assert_eq!(sheet(&written, FIGURES).get_value(typed[0].0).unwrap().to_string(), "–");
    let retyped = retyped(&written, folder.path(), &typed);
    assert_follows(&written, &retyped, &full, &[OVERVIEW]);
}
