//! Our workbooks in LibreOffice: recalculated, no error and no difference from the results they carry.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader, Xlsx, open_workbook};

use crate::cli::cchc;

type Cells = BTreeMap<(String, u32, u32), Data>;

fn cells(path: &Path) -> Cells {
    let mut workbook: Xlsx<_> = open_workbook(path).unwrap();
    let mut found = Cells::new();
    for sheet in workbook.sheet_names() {
        let range = workbook.worksheet_range(&sheet).unwrap();
        let (row0, col0) = range.start().unwrap_or_default();
        for (row, col, value) in range.used_cells() {
            let place = (sheet.clone(), row0 + u32::try_from(row).unwrap(), col0 + u32::try_from(col).unwrap());
            found.insert(place, value.clone());
        }
    }
    found
}

fn formulas(path: &Path) -> usize {
    let mut workbook: Xlsx<_> = open_workbook(path).unwrap();
    let sheets = workbook.sheet_names();
    sheets.iter().map(|sheet| workbook.worksheet_formula(sheet).unwrap().used_cells().count()).sum()
}

pub(crate) fn recalculated(folder: &Path, workbooks: &[PathBuf]) -> PathBuf {
    let target = folder.join("recalculated");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tools/recalculate.sh");
    let status = Command::new(script).arg(&target).args(workbooks).status().unwrap();
    assert!(status.success(), "LibreOffice did not recalculate; scripts/test installs it");
    target
}

pub(crate) fn same(one: &Data, two: &Data) -> bool {
    match (number(one), number(two)) {
        (Some(one), Some(two)) => (one - two).abs() <= 1e-9 * one.abs().max(1.0),
        _ => one.to_string() == two.to_string(),
    }
}

fn number(data: &Data) -> Option<f64> {
    match data {
        Data::Float(number) => Some(*number),
        Data::Int(number) => Some(f64::from(i32::try_from(*number).unwrap())),
        _ => None,
    }
}

#[test]
fn libreoffice_recalculates_our_workbooks_without_error_or_difference() {
    let folder = tempfile::tempdir().unwrap();
    let mut written = Vec::new();
    for period in ["2025-Q3", "2025-Q4"] {
        cchc(folder.path()).args(["report", "--period", period]).output().unwrap();
        let names = ["bao-cao", "kiem-tra"].map(|name| format!("output/{period}/{name}-cchc-{period}.xlsx"));
        written.extend(names.map(|name| folder.path().join(name)));
    }
    cchc(folder.path()).args(["form", "--period", "2025-Q4", "--office", "ttvh"]).output().unwrap();
    let form = folder.path().join("output/bieu-mau/2025-Q4/ttvh.xlsx");
    let returned = |office: &str| folder.path().join(format!("output/2025-Q4/returns/{office}.xlsx"));
    written.extend([form, returned("ttpvhcc"), returned("kt")]);
    let target = recalculated(folder.path(), &written);
    for report in [&written[0], &written[2]] {
        assert!(formulas(report) > 500, "figures of the commune, pairs, rates, outcomes and counts are formulas");
    }
    assert!(formulas(&returned("ttpvhcc")) >= 2, "the form's computed rows are formulas");
    for path in &written {
        let (ours, theirs) = (cells(path), cells(&target.join(path.file_name().unwrap())));
        assert!(ours.len() > 50, "{} has {} cells", path.display(), ours.len());
        for (place, value) in &ours {
            let again = theirs.get(place).unwrap_or(&Data::Empty);
            assert!(!matches!(again, Data::Error(_)), "{place:?}: {again:?}");
            assert!(same(value, again), "{place:?}: {value:?} recalculated as {again:?}");
        }
    }
}

/// Heads of what is text on purpose: numbers of rows, and what cells said.
const TEXTS: [&str; 7] = ["STT", "Mã", "Khoản", "Ô ghi gì", "Ô lũy kế ghi gì", "Phiếu ghi", "Kỳ này"];

#[test]
fn numbers_are_numbers() {
    let folder = tempfile::tempdir().unwrap();
    cchc(folder.path()).arg("report").output().unwrap();
    for name in ["bao-cao", "kiem-tra"] {
        let path = folder.path().join(format!("output/2025-Q4/{name}-cchc-2025-Q4.xlsx"));
        let cells = cells(&path);
        let text = |value: &Data| match value {
            Data::String(text) => text.replace('.', "").replace(',', ".").parse::<f64>().is_ok(),
            _ => false,
        };
        let heads: BTreeMap<(&str, u32), Vec<&str>> =
            cells.iter().fold(BTreeMap::new(), |mut heads, (place, value)| {
                if let Data::String(head) = value {
                    heads.entry((place.0.as_str(), place.2)).or_insert_with(Vec::new).push(head.as_str());
                }
                heads
            });
        for (place, value) in cells.iter().filter(|(_, value)| text(value)) {
            let heads = &heads[&(place.0.as_str(), place.2)];
            assert!(heads.iter().any(|head| TEXTS.contains(head)), "{name} {place:?}: {value:?} is a text");
        }
    }
}

#[test]
fn nothing_we_write_leads_outside_the_workbook() {
    let folder = tempfile::tempdir().unwrap();
    cchc(folder.path()).arg("report").output().unwrap();
    for name in ["bao-cao-cchc-2025-Q4.xlsx", "kiem-tra-cchc-2025-Q4.xlsx", "returns/kt.xlsx"] {
        let bytes = fs::read(folder.path().join("output/2025-Q4").join(name)).unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        for position in 0..archive.len() {
            let mut part = archive.by_index(position).unwrap();
            let mut text = String::new();
            std::io::Read::read_to_string(&mut part, &mut text).unwrap();
            assert!(!text.contains("TargetMode=\"External\""), "{name}: {:?}", part.name());
        }
    }
}
