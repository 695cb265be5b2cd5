//! What every page must hold.

#![expect(clippy::unwrap_used, reason = "a failing test says enough")]

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::{Templates, render};
use crate::model::Number;
use crate::render::RenderError;
use crate::render::sample::{document, table};
use crate::report::document::{Bar, Cell, Content, Document, Row, Tone};

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
