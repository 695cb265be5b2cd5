//! Readings and findings of single cells.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::model::{Address, Aggregate, Choice, ElementId, Flow, FormId, OfficeList, Severity};
use crate::text::{Catalog, Lang};

/// A cell at G12 with no format.
pub(in crate::intake) fn cell(value: CellValue) -> Cell {
    Cell { at: Address::new(11, 6), value, format: NumberFormat::General, formula: false }
}

/// A cell that holds this text.
pub(in crate::intake) fn text_cell(text: &str) -> Cell {
    cell(CellValue::Text(text.to_owned()))
}

fn element(kind: ElementKind) -> Element {
    Element {
        id: ElementId::new("hs_da_gq"),
        form: FormId::new("B3"),
        no: "3.1".to_owned(),
        name: "Hồ sơ đã giải quyết".to_owned(),
        unit: "Hồ sơ".to_owned(),
        kind,
        offices: OfficeList::default(),
        flow: Flow::Flow,
        aggregate: Aggregate::Sum,
        required: true,
        choices: vec![
            Choice { code: "1".to_owned(), name: "Có".to_owned() },
            Choice { code: "0".to_owned(), name: "Không".to_owned() },
        ],
        dossier: None,
        jump: None,
        formula: None,
    }
}

fn source() -> Source {
    Source { file: "2025-Q4/vhxh.xlsx".into(), sheet: Some("Số liệu".into()), cell: Some(Address::new(11, 6)) }
}

fn read_text(kind: ElementKind, text: &str) -> (Reading, Vec<Finding>) {
    read(&element(kind), Some(&text_cell(text)), source())
}

#[test]
fn blank_zero_nil_and_unreadable_stay_four_things() {
    let cases = [
        ("", State::Blank, None),
        ("0", State::Value, Some(Number::zero())),
        ("Không phát sinh", State::Nil, Some(Number::zero())),
        ("không", State::Unreadable, None),
    ];
    for (text, state, value) in cases {
        let (reading, findings) = read_text(ElementKind::Count, text);
        assert_eq!((reading.state, reading.value), (state, value), "{text}");
        assert_eq!(findings.is_empty(), state != State::Unreadable);
        assert_eq!(reading.raw.as_deref(), Some(text));
        assert_eq!(reading.source, Some(source()));
    }
    let (reading, findings) = read(&element(ElementKind::Count), None, source());
    assert_eq!((reading.state, reading.raw, findings), (State::Blank, None, Vec::new()));
}

#[test]
fn a_finding_names_cell_element_and_what_was_entered() {
    let (_, findings) = read_text(ElementKind::Count, " 12,5 ");
    let expected = Finding::new("V303", Severity::Error)
        .at(source())
        .provided(" 12,5 ")
        .arg("element", "Hồ sơ đã giải quyết")
        .arg("unit", "Hồ sơ")
        .arg("detail", "");
    assert_eq!(findings, [expected]);
}

#[test]
fn raw_is_what_the_officer_sees() {
    let formatted = |value, format| Cell { format, ..cell(value) };
    let cases = [
        (formatted(CellValue::Number(0.975), NumberFormat::Percent), "97,5%"),
        (formatted(CellValue::Number(1234.0), NumberFormat::Number), "1234"),
        (cell(CellValue::Number(1234.5)), "1234,5"),
        (cell(CellValue::Date(46000.7)), "09/12/2025"),
        (formatted(CellValue::Number(46000.0), NumberFormat::Date), "09/12/2025"),
        (cell(CellValue::Bool(true)), "TRUE"),
        (cell(CellValue::Error("#REF!".to_owned())), "#REF!"),
        (cell(CellValue::Uncomputed("SUM(F1:F3)".to_owned())), "=SUM(F1:F3)"),
        (text_cell("  35 hồ sơ"), "  35 hồ sơ"),
    ];
    for (cell, expected) in cases {
        assert_eq!(raw(&cell), expected);
    }
}

#[test]
fn a_choice_has_its_code_as_text_and_as_number() {
    let (reading, findings) = read_text(ElementKind::Choice, "có");
    assert_eq!((reading.value, reading.text.as_deref()), (Some(Number::from(1)), Some("1")));
    assert_eq!(findings, []);
}

#[test]
fn a_text_keeps_its_lines() {
    let (reading, _) = read_text(ElementKind::Text, "\u{a0} - Mở lớp\r\n- Tuyên truyền \n");
    assert_eq!((reading.value, reading.text.as_deref()), (None, Some("- Mở lớp\n- Tuyên truyền")));
    assert_eq!(read_text(ElementKind::Text, " - ").0.state, State::Blank);
}

#[test]
fn a_day_is_kept_with_its_reading() {
    let (reading, day, findings) = read_date("N3a", Some(&text_cell("30/9")), source(), 2025);
    assert_eq!((reading.state, reading.text.as_deref()), (State::Value, Some("2025-09-30")));
    assert_eq!(day, NaiveDate::from_ymd_opt(2025, 9, 30));
    assert_eq!(findings.first().unwrap().code.as_str(), "V318");
    let (reading, day, findings) = read_date("N3a", Some(&text_cell("31/9/2025")), source(), 2025);
    assert_eq!((reading.state, day, findings.len()), (State::Unreadable, None, 1));
    assert_eq!(read_date("N3a", None, source(), 2025).0.state, State::Blank);
}

#[test]
fn every_code_is_worded_in_both_languages() {
    for catalog in [Catalog::new(Lang::Vi), Catalog::new(Lang::En)] {
        let args =
            ["element", "provided", "where", "expected", "unit", "detail"].map(|name| (name, format!("<{name}>")));
        for code in 301..=327 {
            let message = catalog.find(&format!("V{code}"), &args.clone().into()).unwrap();
            assert!(
                message.contains("<element>") && message.contains("<where>") && !message.contains('{'),
                "{message}"
            );
            for attribute in ["title", "fix", "why"] {
                let text = catalog.find(&format!("V{code}.{attribute}"), &args.clone().into()).unwrap();
                assert!(!text.contains(['{', '\n']), "{text}");
            }
        }
    }
}

#[test]
fn the_wording_says_why_by_its_keyword() {
    let cases = [
        (ElementKind::Count, "35%", "tỷ lệ phần trăm"),
        (ElementKind::Count, "9/12/2025", "ghi ngày tháng"),
        (ElementKind::Percent, "1.234", "dấu chấm tách hàng nghìn"),
        (ElementKind::Percent, "0,975", "phần trăm hay tỷ số"),
        (ElementKind::Choice, "có thể", "1 (Có); 0 (Không)"),
    ];
    for (kind, text, part) in cases {
        let (_, findings) = read_text(kind, text);
        let worded = Catalog::new(Lang::Vi).word(findings.first().unwrap().clone());
        assert!(worded.message.contains(part) && worded.message.contains("Số liệu!G12"), "{}", worded.message);
        assert!(!worded.fix.is_empty());
    }
}
