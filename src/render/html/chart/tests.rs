//! What a drawing must say.

#![expect(clippy::unwrap_used, reason = "a failing test says enough")]

use super::view;
use crate::model::Number;
use crate::render::sample;
use crate::report::document::{Block, Cell, Chart, ChartKind, Document, Part, Row, RowKind, Series, Tone};

fn row(label: &str, numbers: [Option<&str>; 3]) -> Row {
    let number = |text: Option<&str>| Cell::number(text.map(|text| text.parse::<Number>().unwrap()).as_ref(), 2);
    Row::body(std::iter::once(Cell::text(label)).chain(numbers.map(number)).collect())
}

fn part(rows: Vec<Row>) -> Part {
    let Document { mut parts, .. } = sample::document(sample::table(rows));
    parts.remove(0)
}

fn chart(kind: ChartKind) -> Chart {
    Chart {
        id: "bieu-do".to_owned(),
        title: "Hồ sơ <theo kỳ>".to_owned(),
        kind,
        table: "bang".to_owned(),
        labels: 0,
        series: vec![Series { column: 1, tone: Tone::Good }, Series { column: 2, tone: Tone::Bad }],
        summary: "Một & hai.".to_owned(),
    }
}

/// The drawing and the names in its legend.
fn drawn(kind: ChartKind, rows: Vec<Row>) -> (String, Vec<String>) {
    let (chart, part) = (chart(kind), part(rows));
    let view = view(&chart, &part).unwrap();
    (view.drawing.clone(), view.legend.iter().map(|key| key.head.to_owned()).collect())
}

const KINDS: [ChartKind; 3] = [ChartKind::AgainstTarget, ChartKind::Columns, ChartKind::Bars];

#[test]
fn every_drawing_has_a_name_a_text_and_a_legend() {
    for kind in KINDS {
        let (drawing, legend) = drawn(kind, vec![row("một", [Some("1"), Some("2"), None])]);
        assert!(drawing.contains("role=\"img\" aria-labelledby=\"bieu-do-ten bieu-do-loi\""), "{drawing}");
        assert!(drawing.contains("<title id=\"bieu-do-ten\">Hồ sơ &lt;theo kỳ&gt;</title>"), "{drawing}");
        assert!(drawing.contains("<desc id=\"bieu-do-loi\">Một &amp; hai.</desc>"), "{drawing}");
        assert_eq!(legend, ["Tử số", "Mẫu số"]);
    }
}

#[test]
fn numbers_are_written_the_vietnamese_way_and_what_is_not_known_is_a_dash() {
    for kind in KINDS {
        let rows = vec![row("một", [Some("1234.5"), Some("2000"), None]), row("hai", [None, None, None])];
        let (drawing, _) = drawn(kind, rows);
        assert!(drawing.contains(">1.234,5<") && drawing.contains(">–<"), "{drawing}");
    }
}

#[test]
fn totals_are_not_drawn_and_an_empty_table_gives_no_drawing() {
    let total = Row { kind: RowKind::Total, ..row("Tổng số", [Some("9"), Some("9"), None]) };
    for kind in KINDS {
        let (drawing, _) = drawn(kind, vec![row("một", [Some("1"), Some("2"), None]), total.clone()]);
        assert!(!drawing.contains("Tổng số"), "{drawing}");
        assert!(view(&chart(kind), &part(vec![total.clone()])).is_none());
    }
}

#[test]
fn a_table_of_another_part_gives_no_drawing() {
    let elsewhere = Chart { table: "khac".to_owned(), ..chart(ChartKind::Bars) };
    assert!(view(&elsewhere, &part(vec![row("một", [Some("1"), None, None])])).is_none());
}

#[test]
fn a_bar_stands_on_one_scale_with_its_target() {
    let rows = vec![row("một", [Some("50"), Some("100"), None]), row("hai", [Some("25"), Some("100"), None])];
    let (drawing, _) = drawn(ChartKind::AgainstTarget, rows);
    assert!(drawing.contains("x1=\"72%\"") && drawing.contains(">mẫu số 100<"), "{drawing}");
    assert!(drawing.contains("width=\"30%\"") && drawing.contains("width=\"15%\""), "beside short labels: {drawing}");
}

#[test]
fn series_differ_by_pattern_and_not_by_colour_alone() {
    for kind in [ChartKind::Columns, ChartKind::Bars] {
        let (drawing, _) = drawn(kind, vec![row("một", [Some("1"), Some("2"), None])]);
        assert!(drawing.contains("class=\"piece solid good\""), "{drawing}");
        assert!(drawing.contains("<pattern id=\"bieu-do-nen-1\"") && drawing.contains("fill=\"url(#bieu-do-nen-1)\""));
    }
}

#[test]
fn a_number_without_room_on_its_piece_stands_beside_the_sum() {
    let (drawing, _) = drawn(ChartKind::Columns, vec![row("một", [Some("2036"), Some("31"), None])]);
    assert!(drawing.contains(">2.036<") && drawing.contains(">2.067 (mẫu số: 31)<"), "{drawing}");
}

#[test]
fn long_labels_are_broken_for_a_phone() {
    let long = "Xây dựng và phát triển chính quyền điện tử, chính quyền số";
    for kind in [ChartKind::AgainstTarget, ChartKind::Bars] {
        let (drawing, _) = drawn(kind, vec![row(long, [Some("1"), None, None])]);
        assert!(drawing.contains(">Xây dựng và phát triển chính quyền điện<"), "{drawing}");
        assert!(drawing.contains(">tử, chính quyền số<"), "{drawing}");
    }
}

#[test]
fn a_chart_is_drawn_on_the_page_with_no_style_of_its_own() {
    let table = sample::table(vec![row("một", [Some("1"), Some("2"), None])]);
    let mut document = sample::document(table);
    document.parts.first_mut().unwrap().blocks.insert(0, Block::Chart(chart(ChartKind::Columns)));
    let templates = super::super::Templates::new(&std::collections::BTreeMap::new()).unwrap();
    let page = String::from_utf8(super::super::render(&document, &templates).unwrap()).unwrap();
    assert!(page.contains("<figure class=\"chart\" id=\"bieu-do\">") && !page.contains("style=\""));
}
