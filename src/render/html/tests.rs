//! What every page must hold.

#![expect(clippy::unwrap_used, reason = "a failing test says enough")]

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::{Templates, render};
use crate::model::{Address, Number, Source};
use crate::render::RenderError;
use crate::render::sample::{document, table};
use crate::report::document::{AnnexHead, Bar, Block, Card, Cell, Content, Document, Part, Place, Row, Tone};

fn with(file: &str, text: &str) -> Result<Templates, RenderError> {
    Templates::new(&BTreeMap::from([(file.to_owned(), text.to_owned())]))
}

fn page(document: &Document) -> String {
    String::from_utf8(render(document, &Templates::new(&BTreeMap::new()).unwrap()).unwrap()).unwrap()
}

fn page_of(rows: Vec<Row>) -> String {
    page(&document(table(rows)))
}

#[test]
fn text_is_never_markup() {
    let page = page_of(vec![Row::body(vec![Cell::text("<script>&\"'"), Cell::text("=1+1")]).anchor("a\"b")]);
    assert!(page.contains("<th scope=\"row\">&lt;script&gt;&amp;&quot;&#39;</th>"));
    assert!(page.contains("<tr id=\"a&quot;b\">"));
    assert!(!page.contains("<script"));
}

#[test]
fn equal_documents_give_equal_bytes() {
    let one = document(table(vec![Row::body(vec![Cell::text("một")])]));
    assert_eq!(page(&one), page(&one.clone()));
}

#[test]
fn only_the_style_of_the_page_itself_is_allowed() {
    let page = page_of(vec![]);
    let style = page.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    let policy = format!("default-src 'none'; style-src 'sha256-{}'", STANDARD.encode(Sha256::digest(style)));
    assert!(page.contains(&format!("content=\"{policy}\"")));
    assert!(!page.contains("style=\"") && !page.contains("http://") && !page.contains("https://"));
}

#[test]
fn numbers_words_and_bars_are_written_for_readers() {
    let value = "1234.5".parse::<Number>().unwrap();
    let bar = Bar { value: Number::from(50), target: None, full: Number::from(200), label: "Một <nửa>".to_owned() };
    let page = page_of(vec![Row::body(vec![
        Cell::number(Some(&value), 2),
        Cell::number(None, 2),
        Cell::text("Đạt").tone(Tone::Good),
        Cell::of(Content::Bar(Box::new(bar))),
    ])]);
    assert!(page.contains(">1.234,5<"));
    assert!(page.contains("<span class=\"figure muted\">–</span>"));
    assert!(page.contains("<span class=\"badge good\">Đạt</span>"));
    assert!(page.contains("aria-label=\"Một &lt;nửa&gt;\"") && page.contains("width=\"25%\""));
}

#[test]
fn links_lead_only_to_what_is_on_the_page() {
    let page = page_of(vec![
        Row::body(vec![Cell::text("có").to_anchor("day"), Cell::text("không").to_anchor("noi-khac")]).anchor("day"),
    ]);
    assert!(page.contains("<a href=\"#day\">có</a>"));
    assert!(page.contains("<td class=\"number\">không</td>"));
}

#[test]
fn file_on_disk_replaces_the_embedded_one() {
    let templates = with("html/page.hbs", "{{title}}!").unwrap();
    assert_eq!(render(&document(table(vec![])), &templates).unwrap(), "Tài liệu!".as_bytes());
}

#[test]
fn broken_template_is_named_with_file_and_line() {
    for (text, problem) in
        [("\n{{titel}}", "no such variable: titel"), ("\n{{#if title}}", "invalid handlebars syntax")]
    {
        let result = with("html/page.hbs", text).and_then(|templates| render(&document(table(vec![])), &templates));
        let said = result.unwrap_err().to_string();
        assert!(said.starts_with("templates/html/page.hbs:2:") && said.contains(problem), "{said}");
    }
}

#[test]
fn a_figure_opens_its_derivation_and_then_its_cells() {
    let source = Source { file: "a.xlsx".into(), sheet: None, cell: Some(Address::new(0, 0)) };
    let derived = Cell::number(Some(&Number::from(12)), 0).derived(vec!["Cộng: <12>".to_owned()]);
    let page = page_of(vec![Row::body(vec![Cell::text("một"), derived.from_sources(vec![source.clone()])])]);
    let opened = format!(
        "<details><summary>12<span class=\"aside\"> – diễn giải</span></summary>\
         <ul><li>Cộng: &lt;12&gt;</li><li>{source}</li></ul></details>"
    );
    assert!(page.contains(&opened), "{page}");
}

#[test]
fn a_card_says_value_outcome_pair_target_and_change() {
    let card = |pair: &str, change: &str| Card {
        title: "II.6d Số hóa".to_owned(),
        value: "98,17%".to_owned(),
        pair: pair.to_owned(),
        target: "≥ 100%".to_owned(),
        outcome: "Chưa đạt".to_owned(),
        tone: Tone::Bad,
        change: change.to_owned(),
        bar: None,
        derivation: vec!["Kết quả".to_owned()],
    };
    let mut document = document(table(vec![]));
    let blocks = &mut document.parts.first_mut().unwrap().blocks;
    blocks.insert(0, Block::Cards(vec![card("2.305/2.348", "Tăng 1 điểm %"), card("", "")]));
    let page = page(&document);
    for said in [
        "<h3>II.6d Số hóa</h3>",
        "<strong>98,17%</strong> <span class=\"badge bad\">Chưa đạt</span>",
        "<dd>2.305/2.348</dd>",
        "<dd>≥ 100%</dd>",
        "<p class=\"change\">Tăng 1 điểm %</p>",
        "<li>Kết quả</li>",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert_eq!(page.matches("<dt>Tử số/mẫu số</dt>").count(), 1, "no pair, no line");
    assert_eq!(page.matches("class=\"change\"").count(), 1, "nothing to compare with, no line");
}

/// A table of these first cells, by whose values the page can be filtered.
fn filtered(values: &[&str]) -> String {
    let mut table = table(values.iter().map(|value| Row::body(vec![Cell::text(value)])).collect());
    table.columns.first_mut().unwrap().facet = Some("Không rõ");
    table.rows.insert(0, Row::section("Nhóm"));
    page(&document(table))
}

#[test]
fn a_facet_counts_its_values_and_hides_what_was_not_chosen() {
    let page = filtered(&["Lỗi", "", "Lỗi"]);
    assert!(page.contains("checked> Tất cả <span class=\"count\">3</span>"));
    assert!(page.contains("id=\"t1f0v1\"> Lỗi <span class=\"count\">2</span>"));
    assert!(page.contains("id=\"t1f0v2\"> Không rõ <span class=\"count\">1</span>"));
    assert!(page.contains(".t1:has(#t1f0v1:checked) tr[data-f0]:not([data-f0=\"1\"])"));
    assert_eq!(page.matches("<tr data-f0=\"1\">").count(), 2);
    assert!(page.contains("<tr class=\"section\">"), "groups are no data");
}

#[test]
fn one_value_or_too_many_make_no_filter() {
    let many: Vec<String> = (0..21).map(|value| value.to_string()).collect();
    for values in [vec!["Lỗi", "Lỗi"], many.iter().map(String::as_str).collect()] {
        assert!(!filtered(&values).contains("<fieldset>"));
    }
}

#[test]
fn neighbours_of_one_annex_stand_under_one_head_and_number_their_own_pages() {
    let mut document = document(table(vec![]));
    let first = document.parts.remove(0);
    for (id, label) in [("b1", "Phụ lục I"), ("b2", "Phụ lục I"), ("nv", "Phụ lục II")] {
        let head =
            AnnexHead { label: label.to_owned(), title: "Thống kê".to_owned(), attached: "(Kèm theo)".to_owned() };
        let place = Place::Annex(Box::new(head));
        let mut part = first.clone();
        part.id = id.to_owned();
        document.parts.push(Part { place, ..part });
    }
    let page = page(&document);
    let count = |text: &str| page.matches(text).count();
    assert_eq!((count("class=\"annex a1\""), count("class=\"annex a2\""), count("(Kèm theo)")), (1, 1, 2));
    assert_eq!((count(">THỐNG KÊ</span>"), count("<h3>Phần</h3>")), (2, 3));
    assert!(page.contains("@page a2 { size: A4 landscape; counter-increment: a2;"));
    assert!(
        page.contains("<a href=\"#phu-luc-1\">Phụ lục I. Thống kê</a>") && page.contains("<a href=\"#b2\">Phần</a>")
    );
}
