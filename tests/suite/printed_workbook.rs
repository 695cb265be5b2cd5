//! The report's workbook on paper, as LibreOffice prints it: A4, one font, heads on every page, drawings of the right cells.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader, Xlsx, open_workbook};

use crate::cli::cchc;
use crate::word;

fn report(folder: &Path) -> PathBuf {
    cchc(folder).args(["report", "--period", "2025-Q4"]).output().unwrap();
    folder.join("output/2025-Q4/bao-cao-cchc-2025-Q4.xlsx")
}

fn told(program: &str, args: &[&Path]) -> String {
    let output = Command::new(program).args(args).output().unwrap();
    assert!(output.status.success(), "{program}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The XML parts of the workbook in this folder, with their names.
fn parts(workbook: &Path, folder: &str) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(fs::File::open(workbook).unwrap()).unwrap();
    let mut found = Vec::new();
    for position in 0..archive.len() {
        let mut part = archive.by_index(position).unwrap();
        let name = part.name().unwrap().into_owned();
        if name.starts_with(folder) && !name.contains("_rels/") {
            let mut text = String::new();
            std::io::Read::read_to_string(&mut part, &mut text).unwrap();
            found.push((name, text));
        }
    }
    found
}

#[test]
fn every_page_is_a4_in_times_with_the_heads_of_its_table() {
    let folder = tempfile::tempdir().unwrap();
    let workbook = report(folder.path());
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let mut office = Command::new("soffice");
    office.args([&profile, "--headless", "--convert-to", "pdf", "--outdir"]).arg(folder.path()).arg(&workbook);
    assert!(office.output().unwrap().status.success(), "scripts/test installs LibreOffice");
    let pdf = folder.path().join("bao-cao-cchc-2025-Q4.pdf");
    let info = told("pdfinfo", &[&pdf]);
    let pages: usize =
        info.lines().find_map(|line| line.strip_prefix("Pages:")).map(|count| count.trim().parse().unwrap()).unwrap();
    assert!((15..40).contains(&pages), "{pages} pages");
    for page in 1..=pages {
        let [page, pdf] = [page.to_string(), pdf.display().to_string()];
        let size = Command::new("pdfinfo").args(["-f", &page, "-l", &page, &pdf]).output().unwrap();
        assert!(String::from_utf8(size.stdout).unwrap().contains("(A4)"), "page {page}");
    }
    for font in told("pdffonts", &[&pdf]).lines().skip(2) {
        let is_times = ["LiberationSerif", "TimesNewRoman", "Tinos"].iter().any(|name| font.contains(name));
        assert!(is_times, "{font}");
    }
    let text = told("pdftotext", &[Path::new("-layout"), &pdf, Path::new("-")]);
    let with_annex = text.split('\u{c}').filter(|page| page.contains("Chỉ tiêu thống kê")).count();
    let heads = text.matches("THỐNG KÊ SỐ LIỆU KẾT QUẢ").count();
    assert!(with_annex > heads && heads >= 8, "{with_annex} pages with heads of tables, {heads} with the annex's");
}

#[test]
fn open_xml_sdk_finds_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let report = report(folder.path());
    for name in ["bao-cao-cchc-2025-Q4.xlsx", "kiem-tra-cchc-2025-Q4.xlsx"] {
        assert_eq!(word::verdict(&report.with_file_name(name)), "", "{name}");
    }
}

#[test]
fn every_sheet_is_set_up_for_print() {
    let folder = tempfile::tempdir().unwrap();
    for (name, sheet) in parts(&report(folder.path()), "xl/worksheets/") {
        for wanted in [
            "paperSize=\"9\"",
            "fitToPage=\"1\"",
            "fitToHeight=\"0\"",
            "useFirstPageNumber=\"1\"",
            "left=\"1.1811",
            "&amp;C&amp;\"Times New Roman,Regular\"&amp;13&amp;P",
        ] {
            let quoted = wanted.replace("&amp;C&amp;\"", "&amp;C&amp;&quot;").replace("Regular\"", "Regular&quot;");
            assert!(sheet.contains(wanted) || sheet.contains(&quoted), "{name} lacks {wanted}");
        }
    }
}

#[test]
fn drawings_read_the_cells_of_their_tables() {
    let folder = tempfile::tempdir().unwrap();
    let path = report(folder.path());
    let mut workbook: Xlsx<_> = open_workbook(&path).unwrap();
    let overview = workbook.worksheet_range("Tổng hợp").unwrap();
    let charts = parts(&path, "xl/charts/");
    assert_eq!(charts.len(), 3);
    for (name, chart) in charts {
        assert!(chart.contains("<c:title>") && !chart.contains("Calibri"), "{name}");
        for series in chart.split("<c:ser>").skip(1) {
            let references: Vec<&str> =
                series.split("<c:f>").skip(1).map(|rest| rest.split("</c:f>").next().unwrap()).collect();
            let [head, labels, values] = references[..] else { panic!("{name}: {references:?}") };
            let text = |cell: &Data| matches!(cell, Data::String(_));
            assert!(cells(&overview, head).iter().all(text), "{name}: {head}");
            let (labels, values) = (cells(&overview, labels), cells(&overview, values));
            assert!(labels.len() == values.len() && labels.iter().all(text), "{name}");
            assert!(!values.iter().any(text), "{name}: {values:?}");
        }
    }
}

/// The cells of `'Tổng hợp'!$B$32:$B$43`.
fn cells(range: &calamine::Range<Data>, reference: &str) -> Vec<Data> {
    let (_, cells) = reference.split_once("'!").unwrap();
    let place = |cell: &str| {
        let (column, row) = cell.trim_start_matches('$').split_once('$').unwrap();
        (row.parse::<u32>().unwrap() - 1, u32::from(column.as_bytes()[0] - b'A'))
    };
    let (first, last) = cells.split_once(':').unwrap_or((cells, cells));
    let ((top, column), (bottom, _)) = (place(first), place(last));
    (top..=bottom).map(|row| range.get_value((row, column)).cloned().unwrap_or_default()).collect()
}
