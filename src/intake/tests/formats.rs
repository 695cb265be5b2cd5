//! One form in several formats gives one reading.

use super::*;
use crate::intake::cells;

/// The form's rows; the first line stands above the table.
const FORM: [&[&str]; 5] = [
    &["Mã đơn vị", "vhxh"],
    &["Mã", "Chỉ tiêu", "Kỳ này", "Lũy kế"],
    &["hs_da_gq", "Hồ sơ đã giải quyết", "1.234", "2.000"],
    &["hs_ton", "Hồ sơ tồn", "5", ""],
    &["hs_tra", "Hồ sơ trả lại", "không phát sinh", "0"],
];

/// All rows, their cells and they themselves between what begins and ends them.
fn rows(row: (&str, &str), cell: (&str, &str)) -> String {
    let between = |cells: &&[&str]| cells.join(&[cell.1, cell.0].concat());
    let rows = FORM.iter().map(|cells| [row.0, cell.0, &between(cells), cell.1, row.1].concat());
    rows.collect()
}

fn csv() -> String {
    rows(("", "\n"), ("", ";"))
}

fn table() -> String {
    format!("<table>{}</table>", rows(("<tr>", "</tr>"), ("<td>", "</td>")))
}

fn spreadsheetml() -> String {
    let rows = rows(("<Row>", "</Row>"), (r#"<Cell><Data ss:Type="String">"#, "</Data></Cell>"));
    format!(
        r#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Biểu 3"><Table>{rows}</Table></Worksheet></Workbook>"#
    )
}

fn read_bytes(name: &str, text: &str) -> FileReading {
    let content = cells::read(name, text.as_bytes(), &cells::Limits::default());
    read(&InputFile { path: format!("2025-Q4/{name}").into(), sha256: None, content })
}

/// Office, states and numbers: what is understood, without the places.
fn understood(reading: &FileReading) -> String {
    let figures = ["hs_da_gq", "hs_ton", "hs_tra"].map(|id| {
        let entry = reading.figures.as_ref().and_then(|figures| figures.get(id)).cloned().unwrap_or_default();
        [&entry.period, &entry.cumulative].map(|cell| format!("{:?} {:?}", cell.state, cell.value))
    });
    format!("{:?} {figures:?}", reading.office)
}

#[test]
fn a_form_as_web_page_or_xml_is_understood_as_in_csv() {
    let expected = read_bytes("a.csv", &csv());
    assert_eq!(figure(&expected, "hs_da_gq"), value("1234"));
    assert_eq!(codes(&expected), Vec::<String>::new());
    let typed = spreadsheetml()
        .replace("String\">1.234", "Number\">1234")
        .replace("String\">2.000", "Number\">2000")
        .replace("String\">5<", "Number\">5<");
    let titled = table().replace("<tr><td>Mã đơn vị</td><td>vhxh</td></tr>", "");
    let cases = [
        ("a.html", table()),
        ("a.html", format!("<table><tr><td>{}", table())),
        ("a.html", format!("<p>Mã đơn vị: vhxh</p>{titled}<p>NGƯỜI LẬP BIỂU</p>")),
        ("a.html", table().replace("<td>1.234", "<td x:num=1234>1,234")),
        ("a.xml", spreadsheetml()),
        ("a.xml", typed),
    ];
    for (name, text) in cases {
        let reading = read_bytes(name, &text);
        assert_eq!(understood(&reading), understood(&expected), "{text}");
        assert_eq!(codes(&reading), Vec::<String>::new(), "{text}");
    }
    for (text, format) in [(table(), "html"), (spreadsheetml(), "xml")] {
        let reading = read_bytes("a.xls", &text);
        assert_eq!(understood(&reading), understood(&expected), "{format}");
        assert_eq!(codes(&reading), ["F008"], "{format}");
    }
}
