//! A submission sent again: what changed, matched by what it is about; what follows for indicators and findings; and why.

use std::collections::BTreeMap;
use std::fs;

use cchc::intake::cells::{self, Limits};
use cchc::model::{
    Address, Cell, CellValue, Change, ChangeKind, Difference, FileContent, IndicatorResult, InputFile, MOST_REVISIONS,
    NumberFormat, OfficeId, Results, Since, Spot,
};
use cchc::pipeline::compare;
use cchc::report::Sentences;
use cchc::report::document::{self, Block, Content};
use cchc::text::{Catalog, Lang};
use proptest::prelude::*;
use serde_json::Value;

use crate::round::{Round, plan};
use crate::shipped_rules::shipped;

/// A form of `vp`, with the day it was made, further lines above its table, heads and rows.
fn form(day: u32, above: &str, heads: &str, rows: &[String]) -> String {
    let rows = rows.join("\n");
    format!("Mã đơn vị;vp\nNgày lập;{day:02}/12/2025\nNgười lập;Nguyễn Văn {day}\n{above}{heads}\n{rows}\n")
}

/// Rows of `Mã;Kỳ này;Lũy kế`.
fn rows(figures: &[(&str, u32)]) -> Vec<String> {
    figures.iter().map(|(id, figure)| format!("{id};{figure};{}", figure + 100)).collect()
}

const HEADS: &str = "Mã;Kỳ này;Lũy kế";

/// What the other offices sent, with these files of `vp`.
fn round(files: &[(&str, &str)]) -> Results {
    let others = Round::new()
        .file("vhxh.csv", "Mã đơn vị;vhxh\nNgày lập;05/12/2025\nMã;Kỳ này\nvan_ban;3\n")
        .file("kt.csv", "Mã đơn vị;kt\nNgày lập;05/12/2025\nMã;Nhiệm vụ;Trạng thái\nN1a;;Đang thực hiện\n");
    files.iter().fold(others, |round, (name, text)| round.file(name, text)).run(&plan(&BTreeMap::new()))
}

fn steps<'a>(results: &'a Results, office: &str) -> &'a [Difference] {
    results.revisions.get(&OfficeId::new(office)).map(Vec::as_slice).unwrap_or_default()
}

/// `tiep_nhan Kỳ này: 10 → 12`
fn told(change: &Change) -> String {
    let subject = match &change.spot {
        Spot::Figure(id, head) => format!("{id} {head}"),
        Spot::Task(id, head) => format!("{id} {head}"),
        Spot::Section(section) => section.key().to_owned(),
        Spot::Info(label) => (*label).to_owned(),
    };
    let [before, after] = [&change.before, &change.after].map(|reading| reading.raw.as_deref().unwrap_or("–"));
    format!("{subject}: {before} → {after}")
}

fn changes(step: &Difference) -> Vec<String> {
    step.changes.iter().map(told).collect()
}

fn paths(files: &[cchc::model::Sent]) -> Vec<&str> {
    files.iter().map(|file| &*file.path).collect()
}

#[test]
fn every_step_from_one_version_to_the_next_is_told_the_latest_first() {
    let version = |day, resolved| form(day, "", HEADS, &rows(&[("tiep_nhan", 100), ("da_giai_quyet", resolved)]));
    let results = round(&[("vp-1.csv", &version(5, 80)), ("vp-2.csv", &version(7, 85)), ("vp-3.csv", &version(8, 95))]);
    let said: Vec<_> = steps(&results, "vp")
        .iter()
        .map(|step| (paths(&step.before), paths(&step.after), changes(step), step.effects[0].verdict_changed))
        .collect();
    let expected = [
        ("2", "3", ["da_giai_quyet Kỳ này: 85 → 95", "da_giai_quyet Lũy kế: 185 → 195"], true),
        ("1", "2", ["da_giai_quyet Kỳ này: 80 → 85", "da_giai_quyet Lũy kế: 180 → 185"], false),
    ];
    assert_eq!(said.len(), expected.len());
    for ((before, after, changes, turned), (old, new, cells, verdict)) in said.into_iter().zip(expected) {
        assert_eq!((before, after), (vec![&*format!("2025-Q4/vp-{old}.csv")], vec![&*format!("2025-Q4/vp-{new}.csv")]));
        assert_eq!((changes, turned), (cells.map(str::to_owned).to_vec(), verdict));
    }
    let unexplained = results.findings.iter().filter(|worded| worded.finding.code.as_str() == "T708");
    let cells: Vec<String> = unexplained
        .flat_map(|worded| worded.finding.location.iter().chain(&worded.finding.related))
        .map(ToString::to_string)
        .collect();
    assert_eq!(cells, ["2025-Q4/vp-3.csv › B6", "2025-Q4/vp-3.csv › C6"], "of the version that counts alone");
}

#[test]
fn who_sent_it_when_and_why_stands_beside_each_change() {
    let old = form(5, "", HEADS, &rows(&[("tiep_nhan", 100), ("da_giai_quyet", 80), ("ton", 20)]));
    let new = "Mã;Kỳ này;Lũy kế;Lý do điều chỉnh";
    let lines = ["tiep_nhan;101;201;Sót một hồ sơ", "da_giai_quyet;81;180;", "ton;20;120;"].map(str::to_owned);
    let results = round(&[("vp-1.csv", &old), ("vp-2.csv", &form(8, "Lý do điều chỉnh;Rà soát lại\n", new, &lines))]);
    let [step] = steps(&results, "vp") else { panic!("{:?}", results.revisions) };
    let sent: Vec<_> = step.before.iter().chain(&step.after).collect();
    let by: Vec<_> = sent.iter().map(|file| file.prepared_by.as_deref().unwrap_or_default()).collect();
    let days: Vec<_> = sent.iter().map(|file| file.receipt.at.unwrap().format("%d/%m").to_string()).collect();
    assert_eq!((by, days), (vec!["Nguyễn Văn 5", "Nguyễn Văn 8"], vec!["05/12".to_owned(), "08/12".to_owned()]));
    let reasons: Vec<_> = step
        .changes
        .iter()
        .map(|change| format!("{} ({})", told(change), change.reason.as_deref().unwrap_or_default()))
        .collect();
    let expected = [
        "tiep_nhan Kỳ này: 100 → 101 (Sót một hồ sơ)",
        "tiep_nhan Lũy kế: 200 → 201 (Sót một hồ sơ)",
        "da_giai_quyet Kỳ này: 80 → 81 (Rà soát lại)",
    ];
    assert_eq!(reasons, expected);
    assert_eq!(step.changes[0].difference.as_ref().map(ToString::to_string).as_deref(), Some("1"));
    let cells = [&step.changes[0].before, &step.changes[0].after].map(|side| side.source.clone().unwrap().to_string());
    assert_eq!(cells, ["2025-Q4/vp-1.csv › B5", "2025-Q4/vp-2.csv › B6"]);
}

#[test]
fn every_cell_of_a_form_with_reasons_is_used() {
    let heads = "Mã;Kỳ này;Lũy kế;Lý do điều chỉnh";
    let lines = ["tiep_nhan;101;201;Sót một hồ sơ", "da_giai_quyet;81;181;"].map(str::to_owned);
    let results = round(&[("vp.csv", &form(8, "Lý do điều chỉnh;Rà soát lại\n", heads, &lines))]);
    let file = results.files.iter().find(|file| &*file.path == "2025-Q4/vp.csv").unwrap();
    let ignored: Vec<_> = file.cells.ignored.iter().map(|(reason, count)| format!("{reason:?} {count}")).collect();
    assert_eq!((file.cells.used, ignored), (4 + 4 + 3, vec!["Header 4".to_owned(), "Label 4".to_owned()]));
    assert_eq!(steps(&results, "vp"), []);
}

#[test]
fn tasks_and_texts_are_compared_too() {
    let form = |day: &str, status: &str, text: &str| {
        format!(
            "[Thông tin]\nMã đơn vị;kt\nNgày lập;{day}/12/2025\n[Số liệu]\nMã;Kỳ này\nthu_ngan_sach;5\n\
             [Nhiệm vụ]\nMã;Nhiệm vụ;Trạng thái;Ngày hoàn thành;Số, ký hiệu;Lý do điều chỉnh\nN1a;;{status}\n\
             [Thuyết minh]\nMục;Nội dung\nNguyên nhân;{text}\n"
        )
    };
    let run = |new: &str| {
        let old = form("05", "Đã hoàn thành;04/12/2025;1/KH;", "Thiếu người");
        let round = Round::new().file("kt-1.xlsx", &old).file("kt-2.xlsx", new);
        round.run(&plan(&BTreeMap::new()))
    };
    let results = run(&form("07", "Đang thực hiện;;2/KH;", "Thiếu người và máy"));
    let [step] = steps(&results, "kt") else { panic!("{:?}", results.revisions) };
    let expected = [
        "N1a Trạng thái: Đã hoàn thành → Đang thực hiện",
        "N1a Ngày hoàn thành: 04/12/2025 → –",
        "N1a Số, ký hiệu: 1/KH → 2/KH",
        "causes: Thiếu người → Thiếu người và máy",
    ];
    assert_eq!(changes(step), expected);
    assert_eq!(step.changes.iter().map(|change| change.unexplained).collect::<Vec<_>>(), [true, true, true, false]);
    let results = run(&form("07", "Đang thực hiện;;2/KH;Kế hoạch bị trả lại", "Thiếu người"));
    assert!(steps(&results, "kt")[0].changes.iter().all(|change| !change.unexplained));
}

#[test]
fn what_was_sent_again_after_others_had_replaced_it_is_the_latest_step() {
    let version = |day, resolved| form(day, "", HEADS, &rows(&[("tiep_nhan", 100), ("da_giai_quyet", resolved)]));
    let results = round(&[("a.csv", &version(5, 80)), ("b.csv", &version(6, 85)), ("c.csv", &version(7, 80))]);
    let said: Vec<_> = steps(&results, "vp").iter().map(|step| (paths(&step.before), paths(&step.after))).collect();
    assert_eq!(said, [(vec!["2025-Q4/b.csv"], vec!["2025-Q4/c.csv"]), (vec!["2025-Q4/a.csv"], vec!["2025-Q4/b.csv"])]);
}

#[test]
fn so_many_versions_are_followed_back_and_the_papers_say_how_many() {
    let version = |day| form(day, "", HEADS, &rows(&[("tiep_nhan", 100), ("da_giai_quyet", day)]));
    let files: Vec<(String, String)> = (1..=24).map(|day| (format!("vp-{day}.csv"), version(day))).collect();
    let results = round(&files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>());
    let steps = steps(&results, "vp");
    assert_eq!((steps.len(), paths(&steps[19].after)), (MOST_REVISIONS, vec!["2025-Q4/vp-5.csv"]));
    let papers = cchc::report::working_papers(&results, Catalog::of(Lang::Vi));
    let part = papers.parts.iter().find(|part| part.id == "so-lieu-dieu-chinh").unwrap();
    let told = Block::body("Mỗi đơn vị chỉ so sánh 20 lần gửi lại gần nhất.");
    assert!(part.blocks.contains(&told), "{part:?}");
}

#[test]
fn versions_without_order_that_a_later_one_settles_are_what_it_replaced() {
    let version = |day, resolved| form(day, "", HEADS, &rows(&[("tiep_nhan", 100), ("da_giai_quyet", resolved)]));
    let results = round(&[("a.csv", &version(5, 80)), ("b.csv", &version(5, 81)), ("c.csv", &version(7, 82))]);
    let [step] = steps(&results, "vp") else { panic!("{:?}", results.revisions) };
    assert_eq!(paths(&step.before), ["2025-Q4/a.csv", "2025-Q4/b.csv"]);
    assert!(step.changes.iter().all(|change| change.kind == ChangeKind::Added && !change.unexplained));
}

#[test]
fn an_empty_table_makes_no_file_part_of_what_replaced_it() {
    let form = |day: &str, figure: u32| {
        format!(
            "[Thông tin]\nMã đơn vị;vhxh\nNgày lập;{day}/12/2025\n[Số liệu]\nMã;Kỳ này\nvan_ban;{figure}\n[Nhiệm vụ]\nMã;Nhiệm vụ;Trạng thái\n"
        )
    };
    let round = Round::new().file("vhxh-1.xlsx", &form("05", 3)).file("vhxh-2.xlsx", &form("07", 4));
    let results = round.run(&plan(&BTreeMap::new()));
    let [step] = steps(&results, "vhxh") else { panic!("{:?}", results.revisions) };
    assert_eq!((paths(&step.before), paths(&step.after)), (vec!["2025-Q4/vhxh-1.xlsx"], vec!["2025-Q4/vhxh-2.xlsx"]));
}

#[test]
fn a_table_sent_alone_replaces_its_like_and_no_other() {
    let old = "[Thông tin]\nMã đơn vị;kt\nNgày lập;05/12/2025\n[Số liệu]\nMã;Kỳ này\nthu_ngan_sach;5\n\
               [Nhiệm vụ]\nMã;Nhiệm vụ;Trạng thái\nN1a;;Đang thực hiện\n";
    let new = "Mã đơn vị;kt\nNgày lập;07/12/2025\nLý do điều chỉnh;Đối chiếu với Kho bạc\nMã;Kỳ này\nthu_ngan_sach;6\n";
    let results = Round::new().file("kt.xlsx", old).file("kt-so-lieu.csv", new).run(&plan(&BTreeMap::new()));
    let [step] = steps(&results, "kt") else { panic!("{:?}", results.revisions) };
    assert_eq!((paths(&step.before), paths(&step.after)), (vec!["2025-Q4/kt.xlsx"], vec!["2025-Q4/kt-so-lieu.csv"]));
    assert_eq!(changes(step), ["thu_ngan_sach Kỳ này: 5 → 6"]);
    assert_eq!(step.changes[0].reason.as_deref(), Some("Đối chiếu với Kho bạc"));
}

#[test]
fn another_office_sending_again_changes_nothing_of_this_ones_effects() {
    let vp = |day, resolved| form(day, "", HEADS, &rows(&[("tiep_nhan", 100), ("da_giai_quyet", resolved)]));
    let vhxh = "Mã đơn vị;vhxh\nNgày lập;07/12/2025\nMã;Kỳ này\nvan_ban;9\n";
    let alone = round(&[("vp-1.csv", &vp(5, 80)), ("vp-2.csv", &vp(7, 95))]);
    let both = round(&[("vp-1.csv", &vp(5, 80)), ("vp-2.csv", &vp(7, 95)), ("vhxh-2.csv", vhxh)]);
    assert_eq!(steps(&alone, "vp")[0].effects, steps(&both, "vp")[0].effects);
    assert_eq!(steps(&both, "vhxh")[0].effects, []);
    assert_eq!(changes(&steps(&both, "vhxh")[0]), ["van_ban Kỳ này: 3 → 9"]);
}

/// The shipped fourth quarter with one office's form sent a second time: a row was inserted, figures changed.
fn sent_again() -> Results {
    let name = "Trung tâm PVHCC.xlsx";
    let input = |path: &str| fs::read(format!("{}/input/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (bytes, before) = (input(&format!("2025-Q4/{name}")), input("2025-Q3/Trung tâm PVHCC/Biểu số liệu quý 3.xlsx"));
    let mut content = cells::read(name, &bytes, &Limits::default());
    let FileContent::Cells(read) = &mut content else { panic!("{content:?}") };
    let mut write = |id: &str, column: u32, value: CellValue| {
        let sheet = read.sheets.iter_mut().find(|sheet| sheet.cells.iter().any(|cell| is(cell, id))).unwrap();
        let row = sheet.cells.iter().find(|cell| is(cell, id)).unwrap().at.row;
        let at = Address::new(row, column);
        sheet.cells.retain(|cell| cell.at != at);
        let place = sheet.cells.iter().position(|cell| cell.at > at).unwrap_or(sheet.cells.len());
        sheet.cells.insert(place, Cell { at, value, format: NumberFormat::General, formula: false });
    };
    let text = |text: &str| CellValue::Text(text.to_owned());
    write("Ngày lập", 1, text("09/12/2025"));
    write("Người lập", 1, text("Lê Văn C"));
    write("kq_da_so_hoa", 5, CellValue::Number(2261.0));
    write("kq_da_so_hoa", 9, text("Đã số hóa xong 57 kết quả về đất đai"));
    write("hs_tiep_nhan", 5, CellValue::Number(2441.0));
    for cell in read.sheets.iter_mut().flat_map(|sheet| &mut sheet.cells).filter(|cell| cell.at.row > 20) {
        cell.at.row += 1;
    }
    let again = InputFile { path: "2025-Q4/Trung tâm PVHCC (2).xlsx".into(), sha256: None, content };
    Round::new().bytes("2025-Q3/PVHCC.xlsx", &before).bytes(name, &bytes).read(again).run(&shipped())
}

fn is(cell: &Cell, text: &str) -> bool {
    cell.value == CellValue::Text(text.to_owned())
}

#[test]
fn a_form_sent_again_is_told_in_the_papers_and_in_report_json_and_not_in_the_report() {
    let results = sent_again();
    let json: Value = serde_json::from_slice(&cchc::render::json::render(&results).unwrap()).unwrap();
    insta::assert_snapshot!("sent_again", serde_json::to_string_pretty(&json["revisions"]).unwrap());
    let papers = cchc::report::working_papers(&results, Catalog::of(Lang::Vi));
    let part = papers.parts.iter().find(|part| part.id == "so-lieu-dieu-chinh").unwrap();
    let tables = part.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => {
            Some(table.rows.iter().map(|row| row.cells.iter().map(said).collect::<Vec<_>>().join(" | ")))
        }
        _ => None,
    });
    insta::assert_snapshot!("sent_again_papers", tables.flatten().collect::<Vec<_>>().join("\n"));
    let sentences = Sentences::new(&BTreeMap::new()).unwrap();
    let report = format!("{:?}", cchc::report::report(&results, &sentences, false).unwrap());
    for hidden in ["PVHCC (2)", "Lê Văn C", "57 kết quả về"] {
        assert!(!report.contains(hidden), "{hidden}");
    }
}

fn said(cell: &document::Cell) -> String {
    match &cell.content {
        Content::Text(text) => text.replace('\n', " "),
        Content::Number { value, .. } => value.to_string(),
        _ => String::new(),
    }
}

/// Figures of `vp`: blank, or a number, or nothing readable.
fn figures() -> impl Strategy<Value = Vec<String>> {
    let cell =
        prop_oneof![4 => (0_u32..200).prop_map(|n| n.to_string()), 1 => Just(String::new()), 1 => Just("x".to_owned())];
    prop::collection::vec(cell, 3)
}

const IDS: [&str; 3] = ["tiep_nhan", "da_giai_quyet", "ton"];

fn lines(figures: &[String]) -> Vec<String> {
    IDS.iter().zip(figures).map(|(id, figure)| format!("{id};{figure};")).collect()
}

/// What was replaced and what replaced it, as runs of their own.
fn alone(name: &str, text: &str) -> Results {
    round(&[(name, text)])
}

fn outcomes(indicators: &[IndicatorResult]) -> Vec<(String, String, String)> {
    let outcome = |result: &IndicatorResult| {
        (result.indicator.id.to_string(), result.printed.clone(), format!("{:?} {:?}", result.rate, result.status))
    };
    indicators.iter().map(outcome).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_version_compared_with_itself_has_not_changed(cells in figures()) {
        let results = alone("vp.csv", &form(5, "", HEADS, &lines(&cells)));
        let step = compare(&results, &results, &OfficeId::new("vp"));
        prop_assert!(step.changes.is_empty() && step.effects.is_empty(), "{step:?}");
        prop_assert!(step.findings.iter().all(|followed| followed.since == Some(Since::Still)), "{step:?}");
    }

    #[test]
    fn compared_the_other_way_round_added_is_removed_and_new_is_fixed(old in figures(), new in figures()) {
        let [old, new] = [(5, old), (7, new)].map(|(day, cells)| alone("vp.csv", &form(day, "", HEADS, &lines(&cells))));
        let office = OfficeId::new("vp");
        let (there, back) = (compare(&old, &new, &office), compare(&new, &old, &office));
        prop_assert_eq!(there.changes.len(), back.changes.len());
        for (one, other) in there.changes.iter().zip(&back.changes) {
            prop_assert_eq!((&one.spot, &one.before, &one.after), (&other.spot, &other.after, &other.before));
            let mirrored = match one.kind {
                ChangeKind::Added => ChangeKind::Removed,
                ChangeKind::Removed => ChangeKind::Added,
                ChangeKind::Changed => ChangeKind::Changed,
            };
            prop_assert_eq!(mirrored, other.kind);
        }
        let turned = |step: &Difference| {
            step.effects.iter().map(|effect| (effect.after.clone(), effect.before.clone())).collect::<Vec<_>>()
        };
        prop_assert_eq!(turned(&there), back.effects.iter().map(|e| (e.before.clone(), e.after.clone())).collect::<Vec<_>>());
        prop_assert_eq!(there.count(Since::New), back.count(Since::Fixed));
        prop_assert_eq!(there.count(Since::Still), back.count(Since::Still));
    }

    /// Trap 8: what an inserted row pushes down has not changed.
    #[test]
    fn where_rows_and_columns_stand_is_no_change(
        cells in figures(), shift in 0_usize..3, column in 0_usize..3, blanks in 0_usize..4
    ) {
        let before = alone("vp.csv", &form(5, "", HEADS, &lines(&cells)));
        let mut heads: Vec<&str> = HEADS.split(';').collect();
        heads.rotate_left(column);
        let turned = |line: &String| {
            let mut cells: Vec<&str> = line.split(';').collect();
            cells.rotate_left(column);
            cells.join(";")
        };
        let mut moved: Vec<String> = lines(&cells).iter().map(turned).collect();
        moved.rotate_left(shift);
        let above = ";\n".repeat(blanks);
        let after = alone("khac.csv", &form(5, &above, &heads.join(";"), &moved));
        let step = compare(&before, &after, &OfficeId::new("vp"));
        prop_assert!(step.changes.is_empty() && step.effects.is_empty(), "{step:?}");
        prop_assert!(step.findings.iter().all(|followed| followed.since == Some(Since::Still)), "{step:?}");
    }

    #[test]
    fn effects_are_the_difference_of_two_independent_runs(old in figures(), new in figures()) {
        let [old, new] = [(5, old), (7, new)].map(|(day, cells)| form(day, "", HEADS, &lines(&cells)));
        let both = round(&[("vp-1.csv", &old), ("vp-2.csv", &new)]);
        let (before, after) = (alone("vp-1.csv", &old), alone("vp-2.csv", &new));
        let expected = compare(&before, &after, &OfficeId::new("vp"));
        // Tables that say the same, or share no row, replace nothing.
        let Some(step) = steps(&both, "vp").first() else {
            prop_assert!(both.findings.iter().all(|worded| worded.finding.code.as_str() != "I108"));
            return Ok(());
        };
        prop_assert_eq!(outcomes(&both.indicators), outcomes(&after.indicators), "the later version counts");
        prop_assert_eq!(&step.changes, &expected.changes);
        prop_assert_eq!(&step.effects, &expected.effects);
        let differ = outcomes(&before.indicators).into_iter().zip(outcomes(&after.indicators)).filter(|(a, b)| a != b);
        prop_assert_eq!(step.effects.len(), differ.count());
    }
}
