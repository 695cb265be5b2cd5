//! What every Word document must hold.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test says enough")]

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use super::{FILES, Templates, render};
use crate::model::Number;
use crate::render::sample::{document, table};
use crate::report::document::{
    AnnexHead, Block, Cell, Chart, ChartKind, Content, Document, DocumentKind, Letterhead, ParagraphStyle, Part, Place,
    Row, RowKind, Signature, Table,
};

/// A letter with a text part and these parts after it.
fn letter(blocks: Vec<Block>, others: Vec<Part>) -> Document {
    let mut document = document(table(vec![]));
    document.kind = DocumentKind::Report;
    document.letterhead = Some(Letterhead {
        authority: vec!["ỦY BAN NHÂN DÂN".to_owned(), "XÃ TỨ KỲ".to_owned()],
        number: "Số:      /BC-UBND".to_owned(),
        place_date: "Tứ Kỳ, ngày     tháng     năm".to_owned(),
        genre: Some("BÁO CÁO".to_owned()),
        subject: "Kết quả <công tác>".to_owned(),
        addressee: "Kính gửi: Sở Nội vụ.".to_owned(),
        bases: vec!["Căn cứ Luật.".to_owned()],
    });
    document.signature = Some(Signature {
        titles: vec!["TM. ỦY BAN NHÂN DÂN".to_owned(), "CHỦ TỊCH".to_owned()],
        name: "Nguyễn Văn A".to_owned(),
        copies: vec!["- Như trên;".to_owned(), "- Lưu: VT.".to_owned()],
    });
    document.parts = vec![part(Place::Text, "I. PHẦN", blocks)];
    document.parts.extend(others);
    document
}

/// A letter without a name of its kind.
fn plain() -> Document {
    let mut document = letter(vec![Block::body("./.")], vec![]);
    document.letterhead.as_mut().unwrap().genre = None;
    document
}

fn part(place: Place, title: &str, blocks: Vec<Block>) -> Part {
    Part { id: "phan".to_owned(), title: title.to_owned(), sheet: None, place, blocks }
}

fn annex(label: &str, title: &str, table: Table) -> Part {
    let text = |text: &str| text.to_owned();
    let head =
        AnnexHead {
            label: text(label), title: text("Số liệu"), attached: text("(Kèm theo Báo cáo số      /BC)")
        };
    part(Place::Annex(Box::new(head)), title, vec![Block::Table(table)])
}

fn rows(cells: &[&str]) -> Table {
    table(cells.iter().map(|text| Row::body(vec![Cell::text(text), Cell::text("1")])).collect())
}

fn bytes(document: &Document) -> Vec<u8> {
    render(document, &Templates::new(&BTreeMap::new()).unwrap()).unwrap()
}

/// The files of the package by name, each well-formed XML.
fn package(document: &Document) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes(document))).unwrap();
    let mut files = BTreeMap::new();
    for position in 0..archive.len() {
        let mut file = archive.by_index(position).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        let mut reader = quick_xml::Reader::from_str(&text);
        while reader.read_event().unwrap() != quick_xml::events::Event::Eof {}
        files.insert(file.name().unwrap().into_owned(), text);
    }
    files
}

fn body(document: &Document) -> String {
    package(document).remove("word/document.xml").unwrap()
}

fn style(id: &str) -> String {
    let styles = package(&letter(vec![], vec![])).remove("word/styles.xml").unwrap();
    let (_, rest) = styles.split_once(&format!("w:styleId=\"{id}\"")).unwrap();
    rest.split_once("</w:style>").unwrap().0.to_owned()
}

/// The text of the one paragraph in this style.
fn only(xml: &str, style: &str) -> String {
    let begin = format!("<w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t xml:space=\"preserve\">");
    let found: Vec<_> = xml.split(&begin).skip(1).map(|rest| rest.split_once("</w:t>").unwrap().0).collect();
    assert_eq!(found.len(), 1, "{style}: {found:?}");
    found[0].to_owned()
}

#[test]
fn styles_have_the_sizes_of_the_decree() {
    let all = package(&letter(vec![], vec![])).remove("word/styles.xml").unwrap();
    let defaults = all.split_once("</w:docDefaults>").unwrap().0;
    for said in ["w:ascii=\"Times New Roman\"", "<w:sz w:val=\"28\"/>", "<w:lang w:val=\"vi-VN\""] {
        assert!(defaults.contains(said), "{said}");
    }
    let table: &[(&str, &[&str])] = &[
        ("Body", &["w:before=\"120\"", "w:firstLine=\"720\"", "<w:jc w:val=\"both\"/>"]),
        ("Heading1", &["<w:b/>", "<w:keepNext/>", "<w:outlineLvl w:val=\"0\"/>"]),
        ("Heading2", &["<w:b/>", "<w:keepNext/>", "<w:outlineLvl w:val=\"1\"/>"]),
        ("Heading3", &["<w:b/>", "<w:keepNext/>", "<w:outlineLvl w:val=\"2\"/>"]),
        ("Authority", &["<w:b/>", "<w:sz w:val=\"24\"/>", "<w:jc w:val=\"center\"/>"]),
        ("Nation", &["<w:b/>", "<w:sz w:val=\"24\"/>"]),
        ("Motto", &["<w:b/>", "<w:sz w:val=\"26\"/>"]),
        ("Number", &["<w:sz w:val=\"26\"/>"]),
        ("About", &["<w:sz w:val=\"24\"/>", "<w:jc w:val=\"center\"/>"]),
        ("PlaceDate", &["<w:i/>", "<w:sz w:val=\"26\"/>"]),
        ("Genre", &["<w:b/>", "<w:jc w:val=\"center\"/>"]),
        ("Basis", &["<w:basedOn w:val=\"Body\"/>", "<w:i/>"]),
        ("SignerTitle", &["<w:b/>", "<w:jc w:val=\"center\"/>"]),
        ("CopiesHead", &["<w:b/>", "<w:i/>", "<w:sz w:val=\"24\"/>"]),
        ("Copies", &["<w:sz w:val=\"22\"/>"]),
        ("AnnexLabel", &["<w:b/>", "<w:jc w:val=\"center\"/>", "<w:outlineLvl w:val=\"0\"/>"]),
        ("Attached", &["<w:i/>", "<w:jc w:val=\"center\"/>"]),
    ];
    for (id, sayings) in table {
        let style = style(id);
        assert!(sayings.iter().all(|said| style.contains(said)), "{id}: {style}");
    }
    assert!(!style("Number").contains("<w:i/>") && !style("Addressee").contains("<w:i/>"));
}

#[test]
fn the_subject_of_a_plain_letter_stands_under_its_number() {
    let xml = body(&plain());
    assert_eq!(only(&xml, "About"), "Kết quả &lt;công tác&gt;");
    assert!(xml.find("Số: ").unwrap() < xml.find("Kết quả").unwrap());
    assert!(!xml.contains("\"Subject\"") && !xml.contains("\"Genre\""));
}

#[test]
fn every_style_that_is_used_is_defined() {
    let rows = vec![
        Row::section("Nhóm"),
        Row { kind: RowKind::Total, ..Row::body(vec![Cell::text("a"), Cell::number(Some(&Number::from(1)), 0)]) },
    ];
    let blocks = vec![
        Block::Heading(2, "1.".to_owned()),
        Block::Heading(3, "a)".to_owned()),
        Block::paragraph("n", ParagraphStyle::Caption),
        Block::paragraph("m", ParagraphStyle::Missing),
        Block::body("t"),
        Block::paragraph("(o)", ParagraphStyle::Attribution),
        Block::body("t"),
        Block::body("t"),
        Block::Table(self::rows(&["x"])),
        Block::body("./."),
    ];
    let mut document =
        letter(blocks, vec![annex("Phụ lục I", "Biểu 1", table(rows.clone())), annex("Phụ lục II", "", table(rows))]);
    document.draft = true;
    let package = package(&document);
    let used = ["word/document.xml", "word/header.xml"].map(|name| package[name].clone()).concat() + &body(&plain());
    let values = |key: &'static str, text: &str| -> Vec<String> {
        text.split(key).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    };
    let defined = values("w:styleId=\"", &package["word/styles.xml"]);
    let mut seen = std::collections::BTreeSet::new();
    for key in ["<w:pStyle w:val=\"", "<w:rStyle w:val=\"", "<w:tblStyle w:val=\""] {
        seen.extend(values(key, &used));
    }
    assert!(seen.iter().all(|id| defined.contains(id)), "{seen:?}");
    seen.extend(values("<w:basedOn w:val=\"", &package["word/styles.xml"]));
    let idle: Vec<_> = defined.iter().filter(|id| !seen.contains(*id)).collect();
    assert!(idle.is_empty(), "nothing uses {idle:?}");
}

#[test]
fn letter_stands_and_annexes_lie_each_with_pages_of_its_own() {
    let parts = vec![
        annex("Phụ lục I", "Biểu 1", rows(&["một"])),
        annex("Phụ lục I", "Biểu 2", rows(&["hai"])),
        annex("Phụ lục II", "", rows(&["ba"])),
    ];
    let xml = body(&letter(vec![Block::body("Lời.")], parts));
    let sections: Vec<_> =
        xml.split("<w:sectPr>").skip(1).map(|rest| rest.split_once("</w:sectPr>").unwrap().0).collect();
    assert_eq!(sections.len(), 3);
    assert!(sections[0].contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
    for section in &sections[1..] {
        assert!(section.contains("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"));
    }
    for section in &sections {
        // 20, 15, 20 and 30 mm.
        assert!(section.contains("w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\""));
        assert!(section.contains("<w:pgNumType w:start=\"1\"/><w:titlePg/>"));
        assert!(section.contains("<w:headerReference w:type=\"default\""));
    }
    assert!(xml.find("SignerName") < xml.find("<w:sectPr>") && xml.find("<w:sectPr>") < xml.find("Phụ lục I<"));
    assert_eq!(xml.matches("AnnexLabel").count(), 2);
    assert!(xml.contains("SỐ LIỆU"));
}

#[test]
fn letter_without_annexes_is_one_section() {
    let xml = body(&letter(vec![Block::body("Lời.")], vec![]));
    assert_eq!(xml.matches("<w:sectPr>").count(), 1);
    assert!(xml.trim_end().ends_with("</w:sectPr>\n</w:body>\n</w:document>") && !xml.contains("landscape"));
}

#[test]
fn tables_repeat_their_head_and_rows_stay_whole_unless_they_fill_a_page() {
    let long = "dài ".repeat(1_000);
    let xml = body(&letter(vec![Block::Table(rows(&["ngắn", &long]))], vec![]));
    assert_eq!(xml.matches("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>").count(), 1);
    assert!(xml.contains("<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>"));
    let (before, _) = xml.split_once(&long).unwrap();
    assert!(before.rsplit("<w:tr>").next().unwrap().starts_with("<w:tc>"), "a row longer than a page may split");
    assert!(
        xml.contains("</w:tbl>\n<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/>"),
        "neighbours would become one table"
    );
}

#[test]
fn widths_fill_the_page_and_a_word_has_its_room() {
    let narrow = "31/CTr-UBND";
    let xml = body(&letter(vec![Block::Table(rows(&[narrow, &"từ ".repeat(500)]))], vec![]));
    let grid =
        xml.split("<w:gridCol w:w=\"").skip(3).map(|rest| rest.split('"').next().unwrap().parse::<u32>().unwrap());
    let widths: Vec<u32> = grid.take(4).collect();
    assert_eq!(widths.iter().sum::<u32>(), super::view::PORTRAIT);
    assert!(widths[0] > widths[1] + widths[2] + widths[3], "{widths:?}");
    for (width, title) in widths.iter().zip(["31/CTr-UBND", "Tử số", "Mẫu số", "Tỷ lệ"]) {
        assert!(*width > super::measure::length(title, 12), "{title}: {widths:?}");
    }
}

#[test]
fn text_is_never_markup_field_or_formula() {
    let hostile = "</w:t><w:fldSimple w:instr=\"DDE\"/>&\"'\u{0}\u{8}\u{b}\u{1f}\u{fffe}{ PAGE }";
    let cells = table(vec![Row::body(vec![Cell::text(hostile), Cell::text("=1+1")]), Row::section(hostile)]);
    let mut document =
        letter(vec![Block::body(hostile), Block::Table(cells)], vec![annex(hostile, hostile, rows(&[hostile]))]);
    document.title = hostile.to_owned();
    let package = package(&document);
    let spelled = "&lt;/w:t&gt;&lt;w:fldSimple w:instr=&quot;DDE&quot;/&gt;&amp;&quot;&#39;{ PAGE }";
    assert_eq!(package["word/document.xml"].matches(spelled).count(), 6);
    assert!(package["docProps/core.xml"].contains(&format!("<dc:title>{spelled}</dc:title>")));
    let all: String = package.values().map(String::as_str).collect();
    assert_eq!(all.matches("<w:fldSimple").count(), 1, "the page number");
    for forbidden in ["<w:instrText", "<w:hyperlink", "TargetMode", "<w:object", "altChunk", "\u{0}", "\u{b}"] {
        assert!(!all.contains(forbidden), "{forbidden:?}");
    }
}

#[test]
fn blanks_for_the_signer_stay() {
    let xml = body(&letter(vec![], vec![annex("Phụ lục", "", rows(&["x"]))]));
    assert_eq!(only(&xml, "Number"), "Số:      /BC-UBND");
    assert_eq!(only(&xml, "PlaceDate"), "Tứ Kỳ, ngày     tháng     năm");
    assert_eq!(only(&xml, "Attached"), "(Kèm theo Báo cáo số      /BC)");
}

#[test]
fn rules_are_as_long_as_the_decree_wants() {
    use super::measure::length;
    let xml = body(&letter(vec![], vec![]));
    let side = |rest: &str| rest.split('"').nth(1).unwrap().parse::<u32>().unwrap();
    let sides: Vec<u32> = xml.split("<w:pStyle w:val=\"Rule\"/><w:ind ").skip(1).map(side).collect();
    let blocks: Vec<u32> = xml
        .split("<w:gridCol w:w=\"")
        .skip(1)
        .take(2)
        .map(|rest| rest.split('"').next().unwrap().parse().unwrap())
        .collect();
    let [authority, motto, subject] = [blocks[0] - 2 * sides[0], blocks[1] - 2 * sides[1], 9354 - 2 * sides[2]];
    let share = |rule: u32, text: &str, size| rule * 100 / length(text, size);
    assert!((33..=50).contains(&share(authority, "XÃ TỨ KỲ", 12)), "{authority}");
    assert!((99..=101).contains(&share(motto, "Độc lập - Tự do - Hạnh phúc", 13)), "{motto}");
    assert!((33..=50).contains(&share(subject, "Kết quả <công tác>", 14)), "{subject}");
}

#[test]
fn long_subject_is_spread_over_lines_of_equal_length() {
    let subject = "Kết quả công tác cải cách hành chính năm 2025, phương hướng, nhiệm vụ năm 2026";
    let mut document = letter(vec![], vec![]);
    document.letterhead.as_mut().unwrap().subject = subject.to_owned();
    let xml = body(&document);
    let (_, rest) = xml.split_once("<w:pStyle w:val=\"Subject\"/><w:ind w:left=\"").unwrap();
    let width = super::view::PORTRAIT - 2 * rest.split('"').next().unwrap().parse::<u32>().unwrap();
    let text = super::measure::length(subject, 14);
    assert!(text > super::view::PORTRAIT && (text / 2..text * 2 / 3).contains(&width), "{width} of {text}");
}

#[test]
fn long_place_gets_its_line() {
    let mut document = letter(vec![], vec![]);
    document.letterhead.as_mut().unwrap().place_date = "Nguyễn Bỉnh Khiêm, ngày 09 tháng 12 năm 2025".to_owned();
    let xml = body(&document);
    let right: u32 = xml.split("<w:gridCol w:w=\"").nth(2).unwrap().split('"').next().unwrap().parse().unwrap();
    assert!(right > super::measure::length("Nguyễn Bỉnh Khiêm, ngày 09 tháng 12 năm 2025", 13), "{right}");
}

#[test]
fn what_belongs_together_stays_on_one_page() {
    let blocks = vec![
        Block::body("Lời một."),
        Block::body("Lời hai."),
        Block::paragraph("(Phòng Kinh tế)", ParagraphStyle::Attribution),
        Block::body("Như sau:"),
        Block::Table(rows(&["x"])),
        Block::body("Trên đây là báo cáo./."),
    ];
    let xml = body(&letter(blocks, vec![]));
    let kept = |text: &str| xml.contains(&format!("\"BodyKept\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{text}"));
    assert!(!kept("Lời một.") && kept("Lời hai.") && kept("Trên đây là báo cáo./."));
    assert!(xml.contains("\"BodyAbove\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Như sau:"));
    assert!(style("BodyAbove").contains("<w:keepNext/>"));
    assert!(style("BodyKept").contains("<w:keepNext/>") && style("BeforeSignature").contains("<w:keepNext/>"));
    assert_eq!(xml.matches("<w:cantSplit/>").count(), 3, "head, row and signature");
}

#[test]
fn only_text_and_annexes_go_on_paper() {
    let chart = Chart {
        id: "hinh".to_owned(),
        title: "Hình".to_owned(),
        kind: ChartKind::Columns,
        table: "bang".to_owned(),
        labels: 0,
        series: vec![],
        summary: "Tóm tắt".to_owned(),
    };
    let hidden = [Place::Screen, Place::Leaf, Place::SheetOnly].map(|place| part(place, "Ẩn", vec![Block::body("ẩn")]));
    let xml = body(&letter(vec![Block::Chart(chart), Block::Cards(vec![])], hidden.to_vec()));
    assert!(xml.contains("I. PHẦN"));
    for absent in ["Ẩn", "ẩn", "Hình", "Tóm tắt"] {
        assert!(!xml.contains(absent), "{absent}");
    }
}

#[test]
fn numbers_are_written_for_readers() {
    let value = "1234.5".parse::<Number>().unwrap();
    let cells = vec![
        Cell::text("dòng một\ndòng hai").indent(2),
        Cell::number(Some(&value), 2).in_unit("%"),
        Cell::number(None, 2),
        Cell::of(Content::Empty),
    ];
    let xml = body(&letter(vec![Block::Table(table(vec![Row::body(cells)]))], vec![]));
    assert!(xml.contains(">1.234,5%</w:t>") && xml.contains(">–</w:t>"));
    assert!(xml.contains(">dòng một</w:t><w:br/><w:t xml:space=\"preserve\">dòng hai</w:t>"));
    assert!(xml.contains("<w:pStyle w:val=\"Cell\"/><w:ind w:left=\"340\"/>"));
}

#[test]
fn draft_says_so_and_properties_name_title_and_authority() {
    let mut document = letter(vec![], vec![]);
    assert!(!body(&document).contains("DỰ THẢO"));
    document.draft = true;
    let package = package(&document);
    assert_eq!(only(&package["word/document.xml"], "Draft"), "DỰ THẢO");
    let core = &package["docProps/core.xml"];
    for said in ["<dc:title>Tài liệu<", "<dc:creator>ỦY BAN NHÂN DÂN XÃ TỨ KỲ<", ">2025-01-01T00:00:00Z<", "vi-VN"]
    {
        assert!(core.contains(said), "{said}");
    }
}

#[test]
fn equal_documents_give_equal_bytes() {
    let one = letter(vec![Block::body("Lời.")], vec![annex("Phụ lục", "", rows(&["x"]))]);
    assert_eq!(bytes(&one), bytes(&one.clone()));
}

#[test]
fn file_on_disk_replaces_the_embedded_one_and_a_broken_one_is_named() {
    let with =
        |text: &str| Templates::new(&BTreeMap::from([("docx/word/document.xml.hbs".to_owned(), text.to_owned())]));
    let own = render(&letter(vec![], vec![]), &with("<w>{{title}}</w>").unwrap()).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(own)).unwrap();
    assert_eq!(archive.len(), FILES.len());
    let mut text = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(text, "<w>Tài liệu</w>");
    let said = render(&letter(vec![], vec![]), &with("\n{{titel}}").unwrap()).unwrap_err().to_string();
    assert!(said.starts_with("templates/docx/word/document.xml.hbs:2:") && said.contains("titel"), "{said}");
}
