//! What both documents must hold, over the small round of the fixture.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a failing test says enough")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::document::{Block, Cell, Content, Document, ParagraphStyle, Part, Place, RowKind, Table, Tone};
use super::fixture::{FILE, LETTER, results};
use super::vietnamese::lower_first;
use super::{Sentences, report, words, working_papers};
use crate::model::{ElementId, ElementKind, FormId, IndicatorStatus, Number, PeriodKind, Results, Section, Verdict};
use crate::text::{Catalog, Lang};

fn report_of(results: &Results) -> Document {
    report(results, &Sentences::new(&BTreeMap::new()).unwrap(), false).unwrap()
}

fn papers_of(results: &Results) -> Document {
    working_papers(results, &Catalog::new(Lang::Vi))
}

fn part<'a>(document: &'a Document, id: &str) -> &'a Part {
    document.parts.iter().find(|part| part.id == id).unwrap()
}

fn tables(document: &Document) -> impl Iterator<Item = &Table> {
    document.parts.iter().flat_map(|part| &part.blocks).filter_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Heading(..) | Block::Paragraph(_) | Block::Chart(_) | Block::Cards(_) => None,
    })
}

fn table<'a>(document: &'a Document, id: &str) -> &'a Table {
    tables(document).find(|table| table.id == id).unwrap()
}

/// The cell under this head in the row whose first cells say `row`.
fn cell<'a>(table: &'a Table, row: &str, head: &str) -> &'a Cell {
    let column = table.columns.iter().position(|column| column.title == head).unwrap();
    let row = table.rows.iter().find(|found| found.cells.iter().any(|cell| says(cell) == row)).unwrap();
    row.cells.get(column).unwrap()
}

fn says(cell: &Cell) -> String {
    match &cell.content {
        Content::Empty | Content::Bar(_) => String::new(),
        Content::Text(text) => text.to_string(),
        Content::Number { value, .. } => value.to_string(),
        Content::Rate(rate) => rate.shown.to_string(),
    }
}

fn paragraphs(part: &Part) -> Vec<(&str, ParagraphStyle)> {
    let paragraphs = part.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some((paragraph.text.as_str(), paragraph.style)),
        Block::Heading(..) | Block::Table(_) | Block::Chart(_) | Block::Cards(_) => None,
    });
    paragraphs.collect()
}

#[test]
fn every_row_has_a_cell_for_each_column() {
    for document in [report_of(&results()), papers_of(&results())] {
        for table in tables(&document) {
            assert!(!table.rows.is_empty(), "{} has rows", table.id);
            for row in &table.rows {
                let expected = if row.kind == RowKind::Section { 1 } else { table.columns.len() };
                assert_eq!(row.cells.len(), expected, "{}", table.id);
            }
        }
    }
}

#[test]
fn ids_are_unique_and_sheets_are_named_as_promised() {
    for (document, sheets) in [
        (report_of(&results()), vec!["Tổng hợp", "Chỉ tiêu", "B3", "Nhiệm vụ", "Số liệu theo đơn vị"]),
        (
            papers_of(&results()),
            vec![
                "Kết luận",
                "Đơn vị",
                "Phát hiện",
                "Chấp nhận",
                "Chưa kiểm tra",
                "Diễn giải chỉ tiêu",
                "Chỉ tiêu theo đơn vị",
                "Nguồn số liệu",
                "Điều chỉnh",
                "Số liệu điều chỉnh",
                "Tệp",
            ],
        ),
    ] {
        let found: Vec<_> = document.parts.iter().filter_map(|part| part.sheet.as_deref()).collect();
        assert_eq!(found, sheets);
        let parts: BTreeSet<_> = document.parts.iter().map(|part| &part.id).collect();
        assert_eq!(parts.len(), document.parts.len());
        let ids: BTreeSet<_> = tables(&document).map(|table| &table.id).collect();
        assert_eq!(ids.len(), tables(&document).count());
    }
}

#[test]
fn report_names_no_file_no_finding_and_no_state_of_an_office() {
    let text = format!("{:?}", report_of(&results()));
    for secret in [FILE, "xlsx", "V301", "D851", "Nội dung V", "Cách sửa", "Chưa gửi", &"ab".repeat(32)] {
        assert!(!text.contains(secret), "{secret}");
    }
}

#[test]
fn report_is_a_draft_while_there_are_errors() {
    for (verdict, draft) in [(Verdict::Errors, true), (Verdict::Warnings, false), (Verdict::Clean, false)] {
        assert_eq!(report_of(&Results { verdict, ..results() }).draft, draft);
    }
}

#[test]
fn place_and_date_are_the_signers_unless_dated() {
    let sentences = Sentences::new(&BTreeMap::new()).unwrap();
    for (dated, line) in [(false, "Tứ Kỳ, ngày     tháng     năm"), (true, "Tứ Kỳ, ngày 09 tháng 12 năm 2025")]
    {
        let letterhead = report(&results(), &sentences, dated).unwrap().letterhead.unwrap();
        assert_eq!(letterhead.place_date, line);
        assert_eq!(letterhead.bases, ["Căn cứ một;", "Căn cứ hai."]);
    }
}

#[test]
fn text_of_an_office_stands_in_its_section_with_its_author() {
    let report = report_of(&results());
    let texts = paragraphs(part(&report, "II"));
    let author = format!("({LETTER})");
    let expected = [
        ("Đoạn một.", ParagraphStyle::Body),
        ("Đoạn hai.", ParagraphStyle::Body),
        (author.as_str(), ParagraphStyle::Attribution),
    ];
    assert!(texts.windows(3).any(|window| window == expected), "{texts:?}");
}

#[test]
fn section_without_a_text_says_so() {
    let report = report_of(&results());
    assert_eq!(paragraphs(part(&report, "IV")), [(words::NO_TEXT, ParagraphStyle::Missing)]);
}

#[test]
fn optional_section_without_a_text_is_left_out() {
    let mut results = results();
    let heading =
        |results: &Results| part(&report_of(results), "V").blocks.iter().any(|b| matches!(b, Block::Heading(..)));
    assert!(!heading(&results));
    results.narrative[0].narrative.section = Section::PlanChanges;
    assert!(heading(&results));
}

#[test]
fn tasks_are_counted_in_the_text() {
    let report = report_of(&results());
    let texts = paragraphs(part(&report, "I"));
    assert!(texts.iter().any(|(text, _)| text.contains("đã hoàn thành 01/02 nhiệm vụ (đạt 50%)")), "{texts:?}");
}

#[test]
fn missed_target_is_bad_and_a_rate_of_its_pair() {
    let report = report_of(&results());
    let indicators = table(&report, "bang-chi-tieu");
    let judged = cell(indicators, "II.6d 100% kết quả được số hóa", "Đánh giá");
    assert_eq!((says(judged).as_str(), judged.tone), ("Chưa đạt", Tone::Bad));
    let Content::Rate(rate) = &cell(indicators, "II.6d 100% kết quả được số hóa", "Kết quả").content
    else {
        panic!("a rate")
    };
    let pair = [rate.numerator, rate.denominator].map(|column| indicators.columns[column].title.as_str());
    assert_eq!(pair, ["Tử số", "Mẫu số"]);
    assert_eq!(rate.anchors, [Number::zero(), Number::hundred()]);
}

#[test]
fn missing_figures_are_counted_not_zero() {
    let mut results = results();
    results.indicators[0].status = IndicatorStatus::NoData;
    results.indicators[0].partial =
        Some(crate::model::Partial { rate: crate::model::Rate::default(), reported: 4, expected: 5 });
    let report = report_of(&results);
    let judged = cell(table(&report, "bang-chi-tieu"), "II.6d 100% kết quả được số hóa", "Đánh giá");
    assert_eq!(says(judged), "Chưa đủ số liệu: 4/5 đơn vị");
    let annex = table(&report, "bang-B3");
    assert_eq!(says(cell(annex, "Số liệu 1", "Kết quả (lũy kế)")), words::UNKNOWN);
    assert_eq!(says(cell(annex, "Số liệu 1", "Ghi chú")), "Chưa đủ số liệu: 1/2 đơn vị");
}

#[test]
fn optional_row_left_empty_is_not_called_incomplete() {
    let mut results = results();
    let mut plan = (*results.plan).clone();
    plan.elements[0].required = false;
    results.plan = plan.into();
    let report = report_of(&results);
    assert_eq!(says(cell(table(&report, "bang-B3"), "Số liệu 1", "Ghi chú")), "");
}

#[test]
fn annex_shows_choices_by_name_and_never_rounds_a_rate_up_to_100() {
    let report = report_of(&results());
    let annex = table(&report, "bang-B3");
    let remarks = says(cell(annex, "Số liệu 1.1", "Ghi chú"));
    assert!(remarks.lines().any(|line| line == format!("{LETTER}: Trực tuyến")), "{remarks}");
    assert_eq!(says(cell(annex, "Số liệu 2", "Kết quả (lũy kế)")), "99.99");
}

#[test]
fn an_answer_is_told_in_words_and_an_unanswered_question_not_at_all() {
    let mut results = results();
    let plan = Arc::make_mut(&mut results.plan);
    let choice = plan.elements.iter_mut().find(|element| element.kind == ElementKind::Choice).unwrap();
    (choice.form, choice.no) = (FormId::new("B1"), "6".to_owned());
    choice.name = "Hình thức (Trực tuyến = 1)".to_owned();
    let mut silent = choice.clone();
    (silent.id, silent.name) = (ElementId::new("im_lang"), "Không ai trả lời".to_owned());
    plan.elements.push(silent);
    let report = report_of(&results);
    let said = paragraphs(part(&report, "I"));
    let answer = format!("- Hình thức: {LETTER}: Trực tuyến.");
    assert!(said.iter().any(|(text, _)| **text == answer), "{said:?}");
    assert!(said.iter().all(|(text, _)| !text.contains("Không ai")), "{said:?}");
}

/// Title, outlook and parts differ between the reports of the year.
#[test]
fn each_kind_of_report_has_its_own_title_and_parts() {
    for (kind, title, outlook, initiatives) in [
        (PeriodKind::Quarter, "Quý III năm 2025", "QUÝ I NĂM 2026", false),
        (PeriodKind::Half, "6 tháng cuối năm 2025", "6 THÁNG ĐẦU NĂM 2026", true),
        (PeriodKind::NineMonths, "9 tháng đầu năm 2025", "QUÝ I NĂM 2026", false),
        (PeriodKind::Year, "Năm 2025", "NĂM 2026", true),
    ] {
        let mut results = results();
        (results.period.kind, results.period.title) = (kind, title.to_owned());
        let mut element = results.plan.elements.first().unwrap().clone();
        (element.form, element.no) = (FormId::new("B1"), "7.1".to_owned());
        let plan = Arc::make_mut(&mut results.plan);
        plan.elements = vec![element];
        let report = report_of(&results);
        let subject = &report.letterhead.as_ref().unwrap().subject;
        let said = format!(
            "{}, phương hướng, nhiệm vụ {}",
            lower_first(title),
            outlook.to_lowercase().replace("iii", "III").replace("quý i ", "quý I ")
        );
        assert!(subject.ends_with(&said), "{subject}");
        assert_eq!(part(&report, "IV").title, format!("IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM {outlook}"));
        let headings: Vec<_> = part(&report, "I").blocks.iter().collect();
        let told = headings.iter().any(|block| matches!(block, Block::Heading(_, text) if text.contains("sáng kiến")));
        assert_eq!(told, initiatives, "{kind:?}");
    }
}

#[test]
fn a_column_stands_in_its_kinds_of_report_only() {
    let mut results = results();
    results.period.kind = PeriodKind::Quarter;
    let report = report_of(&results);
    let heads: Vec<_> = table(&report, "bang-B3").columns.iter().map(|column| column.title.as_str()).collect();
    assert_eq!(heads, ["STT", "Chỉ tiêu thống kê", "Kỳ này", "Ghi chú"]);
}

#[test]
fn verdict_comes_first_with_its_counts() {
    let papers = papers_of(&results());
    let [(verdict, style), (rates, _), ..] = paragraphs(&papers.parts[0])[..] else { panic!("two lines") };
    assert_eq!(verdict, "CÒN LỖI: 2 lỗi, 1 cảnh báo, 0 lưu ý; báo cáo còn là dự thảo cho đến khi sửa hết lỗi.");
    assert_eq!(style, ParagraphStyle::Verdict(Tone::Bad));
    assert_eq!(rates, "Tỷ lệ báo cáo: 1/2 đơn vị (50%); báo cáo đúng hạn: 1/2 đơn vị (50%).");
}

#[test]
fn links_of_the_working_papers_lead_to_a_row_of_the_workbook_and_of_the_page() {
    let papers = papers_of(&results());
    let links: BTreeSet<_> =
        tables(&papers).flat_map(|table| &table.rows).flat_map(|row| &row.cells).filter_map(Cell::link).collect();
    for link in ["phat-hien-1", "phat-hien-2", "phat-hien-3", "nguon-vp-hs", "don-vi-I6_SOHOA", "dien-giai-I6_SOHOA"] {
        assert!(links.contains(link), "{link}");
    }
    for on_page in [false, true] {
        let shown = papers
            .parts
            .iter()
            .filter(|part| if on_page { part.place != Place::SheetOnly } else { part.sheet.is_some() });
        let tables = shown.flat_map(|part| &part.blocks).filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let anchors: BTreeSet<_> =
            tables.flat_map(|table| &table.rows).filter_map(|row| row.anchor.as_deref()).collect();
        assert!(links.is_subset(&anchors), "{:?}", links.difference(&anchors));
    }
}

#[test]
fn every_figure_names_its_file_sheet_and_cell() {
    let papers = papers_of(&results());
    let sources = table(&papers, "bang-nguon-so-lieu");
    let pairs =
        results().figures.iter().map(|figure| (figure.office.clone(), figure.element.clone())).collect::<BTreeSet<_>>();
    assert_eq!(sources.rows.len(), pairs.len());
    let first: Vec<_> = sources.rows[0].cells.iter().map(says).collect();
    let expected = [LETTER, "hs", "Số liệu 1", "Có số liệu", "2348", "2.348", "F7"];
    assert_eq!(first[..7], expected);
    assert_eq!(first[10..], [FILE, "Số liệu"]);
}

#[test]
fn page_of_many_offices_lists_no_single_figures() {
    let mut results = results();
    let mut plan = (*results.plan).clone();
    plan.offices = plan.offices.iter().cycle().take(21).cloned().collect();
    results.plan = plan.into();
    for (document, id) in [
        (report_of(&results), "so-lieu-don-vi"),
        (papers_of(&results), "nguon-so-lieu"),
        (papers_of(&results), "chi-tieu-don-vi"),
    ] {
        assert_eq!(part(&document, id).place, Place::SheetOnly, "{id}");
    }
}
