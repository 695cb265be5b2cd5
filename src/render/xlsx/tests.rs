//! What every workbook must hold, read back with the library that reads submissions.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a failing test says enough")]

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};

use super::cell::number_format;
use super::formula::Speller;
use super::layout::Layout;
use super::{MOST_ROWS_IN_MEMORY, render};
use crate::model::{BinaryOp, Number, TargetOp};
use crate::render::sample::{document, table};
use crate::render::{RenderError, Way};
use crate::report::document::{Cell, Content, Document, Formula, Outcome, Quotient, Row, Tone};

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
    let document = document(table(vec![]));
    let layout = Layout::of(&document).unwrap();
    match &row.cells[3].content {
        Content::Rate(quotient) => Speller { layout: &layout, sheet: 0, row: 4 }.rate(quotient, row),
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
    let side = "SIGN(ROUND(100*B5-100*C5,6))";
    let fine = "SIGN(ROUND(100*B5-97.3*C5,7))";
    for (row, cut) in [
        (percent("2305", "2348", &[]), quotient.to_owned()),
        (percent("2305", "2348", &["100"]), format!("IF(SIGN({quotient}-10000)<>{side},{quotient}+{side},{quotient})")),
        (percent("97.35", "100", &["97.3"]), format!("IF(SIGN({quotient}-9730)<>{fine},{quotient}+{fine},{quotient})")),
    ] {
        assert_eq!(formula(&row), Some(format!("=IFERROR(IF(C5=0,\"–\",{cut}/100),\"–\")")));
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
        assert_eq!(number_format(&Cell::of(content), false), format, "{value}");
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
    let layout = Layout::of(&document).unwrap();
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

#[test]
fn what_excel_cannot_hold_is_an_error_that_says_how_much_there_is() {
    let empty = |rows| vec![Row::body(vec![]); rows];
    let mut wide = table(vec![]);
    wide.columns = vec![wide.columns[0].clone(); 16_385];
    for (table, expected, much) in [(table(empty(1_048_576)), Way::Rows, 1_048_579), (wide, Way::Columns, 16_385)] {
        let RenderError::BeyondExcel { sheet, way, needs, .. } = Layout::of(&document(table)).err().unwrap() else {
            panic!("another error")
        };
        assert_eq!((sheet.as_str(), way, needs), ("Phần", expected, much));
    }
}

#[test]
fn text_beyond_excel_says_that_it_goes_on() {
    let long = "🙂".repeat(20_000);
    let document = document(table(vec![Row::body(vec![Cell::text(&long)])]));
    let values = values(&document);
    let Some(Data::String(text)) = values.get((2, 0)) else { panic!("a text") };
    assert!(text.encode_utf16().count() <= 32_767 && text.ends_with("🙂… (còn nữa: xem report.json)"));
}

#[test]
fn links_beyond_excel_are_plain_texts() {
    let rows = (0..65_540).map(|_| Row::body(vec![Cell::text("đi").to_anchor("phan")])).collect();
    let bytes = render(&document(table(rows))).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut sheet = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("xl/worksheets/sheet1.xml").unwrap(), &mut sheet).unwrap();
    assert_eq!(sheet.matches("<hyperlink ").count(), 65_530);
}

#[test]
fn formula_beyond_excel_or_over_a_missing_cell_is_its_value() {
    let nested = |depth| (0..depth).fold(Formula::Number(Number::zero()), |inner, _| Formula::Negate(Box::new(inner)));
    let column = |at| Formula::beside(at).join(BinaryOp::Add, Formula::beside(at));
    let wide = (0..9).fold(column(1), |sum, _| sum.clone().join(BinaryOp::Add, sum));
    for formula in [nested(100), wide.clone().join(BinaryOp::Add, wide), Formula::named("nơi khác")] {
        let document = document(table(vec![Row::body(vec![Cell::number(Some(&number("7")), 0).computed(formula)])]));
        assert_eq!(values(&document).get((2, 0)), Some(&Data::Float(7.0)));
        assert!(open(&document).worksheet_formula("Phần").unwrap().is_empty());
    }
}

#[test]
fn words_of_a_formula_cannot_end_it() {
    let outcome = Outcome {
        numerator: Formula::beside(1),
        denominator: None,
        factor: Number::from(1),
        op: TargetOp::AtMost,
        target: Number::zero(),
        reached: [("Đạt", Tone::Good), ("Chưa đạt", Tone::Bad)],
        undefined: ["", ""],
        unknown: "\"&HYPERLINK(\"x\")&\"".to_owned(),
    };
    let formula = Formula::Outcome(Box::new(outcome));
    let document = document(table(vec![Row::body(vec![Cell::text("Đạt").computed(formula), Cell::default()])]));
    let formulas = open(&document).worksheet_formula("Phần").unwrap();
    let spelled = formulas.used_cells().next().unwrap().2;
    assert!(spelled.contains("\"\"\"&HYPERLINK(\"\"x\"\")&\"\"\""), "{spelled}");
}

#[test]
fn colours_of_states_follow_their_words() {
    let word = |text: &str, tone| Row::body(vec![Cell::text(text).tone(tone)]);
    let document = document(table(vec![word("Đạt", Tone::Good), word("Chưa đạt", Tone::Bad), word("Đạt", Tone::Good)]));
    let mut archive = zip::ZipArchive::new(Cursor::new(render(&document).unwrap())).unwrap();
    let mut sheet = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("xl/worksheets/sheet1.xml").unwrap(), &mut sheet).unwrap();
    for word in ["\"Đạt\"", "\"Chưa đạt\""] {
        assert!(sheet.contains(&format!("<formula>{word}</formula>")), "{word}");
    }
}
