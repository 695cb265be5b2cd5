//! What a form is spelled as.
#![expect(clippy::unwrap_used, reason = "a failing test says enough")]

use super::*;
use crate::report::fixture;
use crate::report::form::{Fill, RowFill, Value, form};

fn fill(id: &str, period: Value, note: &str) -> Fill {
    let row = RowFill { period, note: note.to_owned(), ..RowFill::default() };
    Fill { figures: [(crate::model::ElementId::new(id), row)].into(), ..Fill::default() }
}

fn figures_csv(fill: &Fill) -> String {
    let results = fixture::results();
    let form = form(&results.plan, &results.period, results.plan.offices.first().unwrap(), "0a1b2c3d", fill);
    let (key, bytes) = csv(&form).unwrap().into_iter().next().unwrap();
    assert_eq!(key, "so-lieu");
    String::from_utf8(bytes).unwrap()
}

#[test]
fn equal_forms_give_equal_bytes() {
    let results = fixture::results();
    let make = || {
        let fill = fill("hs", Value::Number(7.into()), "ghi chú");
        xlsx(&form(&results.plan, &results.period, results.plan.offices.first().unwrap(), "0a1b2c3d", &fill)).unwrap()
    };
    assert_eq!(make(), make());
    let mut parts = zip::ZipArchive::new(std::io::Cursor::new(make())).unwrap();
    let properties = std::io::read_to_string(parts.by_name("docProps/core.xml").unwrap()).unwrap();
    assert_eq!(properties.matches("2025-09-06T00:00:00Z").count(), 2, "made on the period's first day: {properties}");
}

#[test]
fn csv_is_what_a_vietnamese_excel_reads() {
    let text = figures_csv(&fill("hs", Value::Number("34512.6".parse().unwrap()), ""));
    assert!(text.starts_with('\u{feff}'));
    assert!(text.contains("\r\nPhiên bản biểu;0a1b2c3d\r\n"), "{text}");
    assert!(text.contains("\r\nhs;1;Số liệu 1;Hồ sơ;;34512,6;;;;\r\n"), "{text}");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
}

#[test]
fn no_text_becomes_a_formula() {
    for (note, written) in [
        ("=1+1", ";'=1+1;"),
        ("+84 123", ";'+84 123;"),
        ("- Còn 57 hồ sơ", ";'- Còn 57 hồ sơ;"),
        ("@SUM(A1)", ";'@SUM(A1);"),
        ("-", ";-;"),
        ("1.234", ";1.234;"),
    ] {
        let text = figures_csv(&fill("hs", Value::Blank, note));
        assert!(text.contains(written), "{note}: {text}");
    }
}

#[test]
fn a_form_refuses_and_checks_while_it_is_filled_in() {
    let mut results = fixture::results();
    let plan = std::sync::Arc::make_mut(&mut results.plan);
    let office = plan.offices.first().unwrap().clone();
    let own: Vec<_> = plan.elements_of(&office.id).map(|element| element.id.clone()).collect();
    plan.rules = vec![fixture::equality(own.first().unwrap(), own.last().unwrap())];
    let made = xlsx(&form(plan, &results.period, &office, "", &Fill::default())).unwrap();
    let mut parts = zip::ZipArchive::new(std::io::Cursor::new(made)).unwrap();
    let figures = std::io::read_to_string(parts.by_name("xl/worksheets/sheet2.xml").unwrap()).unwrap();
    for expected in [
        "<sheetProtection ",
        "OR(AND(ISNUMBER(F7),F7&gt;=0,F7=INT(F7)),LOWER(TRIM(F7))=\"không phát sinh\")",
        "sqref=\"F8\"><formula1>\"Trực tuyến\"</formula1>",
        "<formula>AND(ISNUMBER($F$7),ISNUMBER($F$8),ABS(ROUND(($F$7)-($F$8),6))&gt;0)</formula>",
    ] {
        assert!(figures.contains(expected), "{expected}\n{figures}");
    }
    let guide = std::io::read_to_string(parts.by_name("xl/sharedStrings.xml").unwrap()).unwrap();
    assert!(guide.contains("Phải khớp"), "the guide names what must hold");
}
