//! What every workbook must hold, read back with the library that reads submissions.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test says enough")]

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};

use super::cell::number_format;
use super::{MOST_ROWS_IN_MEMORY, rate, render};
use crate::model::Number;
use crate::render::sample::{document, table};
use crate::report::document::{Cell, Content, Document, Quotient, Row};

fn number(text: &str) -> Number {
    text.parse().unwrap()
}

fn open(document: &Document) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(render(document).unwrap())).unwrap()
}

fn values(document: &Document) -> Range<Data> {
    open(document).worksheet_range_at(0).unwrap().unwrap()
}

fn percent(numerator: &str, denominator: &str, anchors: &[&str]) -> Row {
    let (numerator, denominator) = (number(numerator), number(denominator));
    let anchors: Vec<Number> = anchors.iter().map(|anchor| number(anchor)).collect();
    let value = (&numerator * &Number::hundred()).checked_div(&denominator).unwrap();
    let quotient = Quotient {
        shown: value.shown(&anchors),
        numerator: 1,
        denominator: 2,
        factor: Number::hundred(),
        anchors,
        unit: "%".to_owned(),
    };
    Row::body(vec![
        Cell::text("tỷ lệ"),
        Cell::number(Some(&numerator), 6),
        Cell::number(Some(&denominator), 6),
        Cell::of(Content::Rate(Box::new(quotient))),
    ])
}

fn long_list() -> Vec<Row> {
    (0..=MOST_ROWS_IN_MEMORY).map(|at| Row::body(vec![Cell::text(format!("dòng {at}"))])).collect()
}

fn formula(row: &Row) -> Option<String> {
    match &row.cells[3].content {
        Content::Rate(quotient) => rate::formula(quotient, &row.cells, 4),
        _ => None,
    }
}

#[test]
fn text_is_never_a_formula() {
    let document = document(table(vec![Row::body(vec![Cell::text("=1+1"), Cell::text("@SUM(A1)")])]));
    let values = values(&document);
    assert_eq!(values.get((2, 0)), Some(&Data::String("=1+1".to_owned())));
    assert_eq!(values.get((2, 1)), Some(&Data::String("@SUM(A1)".to_owned())));
    assert!(open(&document).worksheet_formula("Phần").unwrap().is_empty());
}

#[test]
fn equal_documents_give_equal_bytes() {
    let short = vec![percent("2305", "2348", &["0", "100"])];
    for rows in [short, long_list()] {
        let document = document(table(rows));
        assert!(render(&document).unwrap() == render(&document).unwrap());
    }
}

#[test]
fn rate_is_the_quotient_cut_to_its_own_side() {
    let quotient = "ROUND(10000*B5/C5,0)";
    for (row, expected) in [
        (percent("2305", "2348", &[]), format!("=IF(C5=0,\"–\",{quotient}/100)")),
        (
            percent("2305", "2348", &["100"]),
            format!(
                "=IF(C5=0,\"–\",IF(SIGN({quotient}-10000)<>SIGN(100*B5-100*C5),{quotient}+SIGN(100*B5-100*C5),{quotient})/100)"
            ),
        ),
        (
            percent("97.35", "100", &["97.3"]),
            format!(
                "=IF(C5=0,\"–\",IF(SIGN({quotient}-9730)<>SIGN(ROUND(100*B5-97.3*C5,3)),{quotient}+SIGN(ROUND(100*B5-97.3*C5,3)),{quotient})/100)"
            ),
        ),
    ] {
        assert_eq!(formula(&row), Some(expected));
    }
}

#[test]
fn rate_without_its_pair_is_a_plain_number() {
    let mut row = percent("2305", "2348", &["100"]);
    row.cells[2] = Cell::number(None, 0);
    assert_eq!(formula(&row), None);
    assert_eq!(values(&document(table(vec![row]))).get((2, 3)), Some(&Data::Float(98.17)));
}

#[test]
fn formula_carries_the_result_as_printed() {
    for (numerator, denominator, printed) in [("99996", "100000", 99.99), ("4", "100000", 0.01), ("1", "1", 100.0)] {
        let document = document(table(vec![percent(numerator, denominator, &["0", "100"])]));
        assert_eq!(values(&document).get((2, 3)), Some(&Data::Float(printed)), "{numerator}/{denominator}");
    }
}

#[test]
fn number_shows_the_decimals_it_needs() {
    for (value, places, format) in
        [("1234", 2, "#,##0"), ("1234.5", 2, "#,##0.0"), ("0.125", 2, "#,##0.00"), ("1.999", 2, "#,##0")]
    {
        let content = Content::Number { value: number(value), places, percent: false };
        assert_eq!(number_format(&content), format, "{value}");
    }
}

#[test]
fn long_list_holds_every_row() {
    let values = values(&document(table(long_list())));
    let last = MOST_ROWS_IN_MEMORY as usize;
    assert_eq!(values.get((last + 2, 0)), Some(&Data::String(format!("dòng {last}"))));
}

#[test]
fn link_leads_to_the_row_of_its_anchor() {
    let rows =
        vec![Row::body(vec![Cell::text("đi").to_anchor("dich")]), Row::body(vec![Cell::text("đến")]).anchor("dich")];
    let document = document(table(rows));
    let layout = super::Layout::of(&document).unwrap();
    assert_eq!(layout.target("dich"), Some("internal:'Phần'!A4"));
}

#[test]
fn sheet_names_are_what_excel_allows() {
    let mut document = document(table(vec![]));
    let part = document.parts[0].clone();
    document.parts.push(part);
    document.parts[0].sheet = Some("B1/B2: [tên rất dài, dài hơn ba mươi mốt ký tự]".to_owned());
    document.parts[1].sheet = Some("B1/B2: [tên rất dài, dài hơn ba mươi mốt ký TỰ]".to_owned());
    assert_eq!(open(&document).sheet_names(), ["B1 B2   tên rất dài, dài hơn ba", "B1 B2   tên rất dài, dài hơ (2)"]);
}
