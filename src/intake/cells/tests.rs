//! What each format is read as, and what is refused.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail by panic")]

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::*;
use crate::model::{CellValue, SheetCells};

mod html;
mod spreadsheetml;

/// A cell as one line: address, value, format, `=` for a formula.
fn lines(sheet: &SheetCells) -> Vec<String> {
    let line = |cell: &crate::model::Cell| {
        let sign = if cell.formula { " =" } else { "" };
        format!("{} {:?} {:?}{sign}", cell.at, cell.value, cell.format)
    };
    sheet.cells.iter().map(line).collect()
}

fn cells(name: &str, bytes: &[u8]) -> FileCells {
    match read(name, bytes, &Limits::default()) {
        FileContent::Cells(cells) => cells,
        FileContent::Fault(fault) => panic!("{fault:?}"),
    }
}

fn fault_of(name: &str, bytes: &[u8]) -> (String, String) {
    match read(name, bytes, &Limits::default()) {
        FileContent::Cells(cells) => panic!("{cells:?}"),
        FileContent::Fault(fault) => (fault.code, fault.detail),
    }
}

fn csv_lines(bytes: &[u8]) -> Vec<String> {
    cells("a.csv", bytes).sheets.iter().flat_map(|sheet| &sheet.cells).map(text_line).collect()
}

fn text_line(cell: &crate::model::Cell) -> String {
    match &cell.value {
        CellValue::Text(text) => format!("{} {text}", cell.at),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_workbook_is_read_with_formats_formulas_and_hidden_sheets() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Số liệu").unwrap();
    sheet.write(0, 0, "Ty\u{309} lê\u{323}").unwrap();
    sheet.write_with_format(0, 1, 0.975, &Format::new().set_num_format("0.0%")).unwrap();
    let day = ExcelDateTime::from_ymd(2025, 12, 9).unwrap();
    sheet.write_with_format(0, 2, day, &Format::new().set_num_format("dd/mm/yyyy")).unwrap();
    sheet.write_with_format(1, 0, 1234, &Format::new().set_num_format("#,##0")).unwrap();
    sheet.write(1, 1, Formula::new("=A2*2").set_result("2468")).unwrap();
    sheet.write(1, 2, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write(2, 1, "\u{A0} \u{200B}").unwrap();
    sheet.write(2, 2, true).unwrap();
    book.add_worksheet().set_name("Ẩn").unwrap().set_hidden(true).write(6, 1, 5).unwrap();
    let read = cells("a.xlsx", &book.save_to_buffer().unwrap());

    assert_eq!((read.format, read.remarks), (FileFormat::Xlsx, vec![]));
    let [first, second] = read.sheets.as_slice() else { panic!("{:?}", read.sheets) };
    assert_eq!(
        lines(first),
        [
            "A1 Text(\"Tỷ lệ\") General",
            "B1 Number(0.975) Percent",
            "C1 Date(46000.0) Date",
            "A2 Number(1234.0) Number",
            "B2 Number(2468.0) General =",
            "C2 Error(\"#DIV/0!\") General =",
            "C3 Bool(true) General",
        ]
    );
    assert_eq!((first.hidden, second.hidden, lines(second)), (false, true, vec!["B7 Number(5.0) General".to_owned()]));
}

#[test]
fn an_extension_that_misleads_is_remarked_and_not_followed() {
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, 1).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(cells("a.xls", &bytes).remarks, [Remark::new("F008", "xlsx")]);
    assert_eq!(cells("a.xlsx", b"a;b\n").format, FileFormat::Csv);
}

#[test]
fn a_text_file_has_the_addresses_that_excel_gives_it() {
    let cases: [(&[u8], &[&str]); 9] = [
        ("\u{FEFF}Mã;Kỳ này\r\nhs;97,5\r\n".as_bytes(), &["A1 Mã", "B1 Kỳ này", "A2 hs", "B2 97,5"]),
        (b"ma,ky nay\nhs,\"97,5\"\n", &["A1 ma", "B1 ky nay", "A2 hs", "B2 97,5"]),
        (b"sep=|\na|b;c;d\ne|f;g;h\n", &["A1 a", "B1 b;c;d", "A2 e", "B2 f;g;h"]),
        (b"a;\"hai\r\ndong\"\nb;c\n", &["A1 a", "B1 hai\ndong", "A2 b", "B2 c"]),
        (b"\r\na;b\r\n\r\n\r\nc;d\r\n", &["A2 a", "B2 b", "A5 c", "B5 d"]),
        (b"a\tb\rc\td\r", &["A1 a", "B1 b", "A2 c", "B2 d"]),
        (b"tieu de\n\na;b;c\nd;;\n;; ;e\n", &["A1 tieu de", "A3 a", "B3 b", "C3 c", "A4 d", "D5 e"]),
        (b"\xFF\xFEa\0\t\0b\0\n\0", &["A1 a", "B1 b"]),
        (b"a\0b\0;\0c\0\n\0", &["A1 ab", "B1 c"]),
    ];
    for (bytes, expected) in cases {
        assert_eq!(csv_lines(bytes), expected, "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn a_text_file_in_decomposed_letters_is_composed() {
    let file = cells("a.csv", b"Chi\xD2 ti\xEAu;Ty\xD2 l\xEA\xF2 h\xF4\xCC s\xF5 \xF0\xFAng ha\xF2n\n");
    assert_eq!(file.remarks, [Remark::new("F009", "windows-1258")]);
    let texts: Vec<String> = file.sheets.iter().flat_map(|sheet| &sheet.cells).map(text_line).collect();
    assert_eq!(texts, ["A1 Chỉ tiêu", "B1 Tỷ lệ hồ sơ đúng hạn"]);
}

#[test]
fn a_spreadsheet_in_open_document_format_keeps_percent_dates_and_repeats() {
    let file = cells(
        "a.ods",
        &ods(concat!(
            r#"<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#,
            r#"<table:table-row><table:table-cell/><table:table-cell office:value-type="percentage" office:value="0.975"/>"#,
            r#"<table:table-cell office:value-type="date" office:date-value="2025-12-09"/>"#,
            r#"<table:table-cell table:number-columns-repeated="2" table:formula="of:=1" office:value-type="float" office:value="7"/>"#,
            r#"<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>"#,
            r#"<table:table-cell office:value-type="string"><office:annotation><text:p>x</text:p></office:annotation><text:p>a &amp;<text:s text:c="2"/>b</text:p><text:p>c</text:p></table:table-cell>"#,
            r#"<table:table-cell table:formula="of:=[.A1]"/></table:table-row>"#,
            r#"<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#,
        )),
    );
    let [sheet] = file.sheets.as_slice() else { panic!("{:?}", file.sheets) };
    assert!(sheet.hidden);
    assert_eq!(
        lines(sheet),
        [
            "B3 Number(0.975) Percent",
            "C3 Date(46000.0) Date",
            "D3 Number(7.0) General =",
            "E3 Number(7.0) General =",
            "F3 Error(\"#DIV/0!\") General =",
            "G3 Text(\"a &  b\\nc\") General",
            "H3 Uncomputed(\"[.A1]\") General =",
        ]
    );
}

#[test]
fn what_is_no_readable_spreadsheet_is_a_fault_with_its_reason() {
    let cases: [(&[u8], &str, &str); 10] = [
        (b"", "F011", "0 B"),
        (b" ; ;\n", "F011", ""),
        (b"%PDF-1.7", "F005", "pdf"),
        (b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n", "F005", "mhtml"),
        (b"\xEF\xBB\xBF<html><p>1</p></html>", "F005", "html"),
        (b"<?xml version=\"1.0\"?><feed><entry>1</entry></feed>", "F005", "xml"),
        (b"a;b\n\"c;d\n", "F010", "2"),
        (b"a\x01\0\x02;b", "F005", "binary"),
        (b"Ch? ti?u;S? li?u;T? l? h? s? ?ung h?n\n", "F006", "?"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", "F002", ""),
    ];
    for (bytes, code, detail) in cases {
        assert_eq!(
            fault_of("a.csv", bytes),
            (code.to_owned(), detail.to_owned()),
            "{}",
            String::from_utf8_lossy(bytes)
        );
    }
}

#[test]
fn old_fonts_are_read_in_every_format_and_said_once() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Số liệu").unwrap();
    sheet.write(0, 0, "Chỉ tiêu").unwrap();
    sheet.write(3, 2, "Tû lÖ hå s¬ ®óng h¹n").unwrap();
    sheet.write(4, 2, "Tæng").unwrap();
    let rows = r#"<table:table-row><table:table-cell office:value-type="string"><text:p>Tieáng Vieät raát hay</text:p></table:table-cell></table:table-row>"#;
    let cases = [
        (book.save_to_buffer().unwrap(), "TCVN3 · 2 Số liệu!C4", &["Chỉ tiêu", "Tỷ lệ hồ sơ đúng hạn", "Tổng"][..]),
        (ods(rows), "VNI · 1 S!A1", &["Tiếng Việt rất hay"]),
        ("a;Tû lÖ hå s¬".into(), "TCVN3 · 1 !B1", &["a", "Tỷ lệ hồ sơ"]),
        (b"C\xE3;T\xFB l\xD6 h\xE5 s\xAC".to_vec(), "TCVN3 · 2 !A1", &["Có", "Tỷ lệ hồ sơ"]),
    ];
    for (bytes, detail, expected) in cases {
        let file = cells("", &bytes);
        let texts: Vec<CellValue> = file.sheets.into_iter().flat_map(|s| s.cells).map(|cell| cell.value).collect();
        assert_eq!(texts, expected.iter().map(|text| CellValue::Text((*text).to_owned())).collect::<Vec<_>>());
        let told = file.remarks.iter().map(|remark| {
            let (sheet, cell) = remark.places.first().unwrap();
            format!("{} {} {}!{cell}", remark.code, remark.detail, sheet.as_deref().unwrap_or_default())
        });
        assert_eq!(told.collect::<Vec<_>>(), [format!("F012 {detail}")]);
    }
}

/// A package with one hidden table of these rows.
fn ods(rows: &str) -> Vec<u8> {
    use std::io::{Cursor, Write};
    let content = format!(
        r#"<office:document-content><style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style><office:body><office:spreadsheet><table:table table:name="S" table:style-name="ta1">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in
        [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_str())]
    {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
