//! The compiler's own text (`tong-hop`) replaces the offices' text of a section, and of no other.

use std::collections::BTreeMap;

use cchc::model::{OfficeId, Results};

use crate::round::{Round, plan};

fn run(compiled: &str) -> Results {
    let form = "Mã đơn vị;vhxh\nMã;Kỳ này\nvan_ban;3\n";
    let text = "Mã đơn vị;vhxh\nMục;Nội dung\nN1;Đơn vị viết N1.\nNguyên nhân;Đơn vị viết nguyên nhân.\n";
    let round = Round::new().file("vhxh.csv", form).file("vhxh-thuyet-minh.csv", text);
    round.file("tong-hop.csv", compiled).run(&plan(&BTreeMap::new()))
}

/// Author and text of every entry, in order.
fn narrative(results: &Results) -> Vec<(Option<&str>, &str)> {
    let entries = results.narrative.iter();
    entries.map(|entry| (entry.office.as_ref().map(OfficeId::as_str), entry.narrative.text.as_str())).collect()
}

fn codes(results: &Results) -> Vec<(&str, Option<&str>)> {
    let findings = results.findings.iter().map(|worded| &worded.finding);
    findings.map(|finding| (finding.code.as_str(), finding.office.as_ref().map(OfficeId::as_str))).collect()
}

#[test]
fn a_section_that_the_compiler_wrote_is_the_compilers_alone() {
    let results = run("Mục;Nội dung\nN1;Toàn xã: đã hoàn thành.\n;Đoạn hai.\n");
    assert_eq!(
        narrative(&results),
        [(None, "Toàn xã: đã hoàn thành.\nĐoạn hai."), (Some("vhxh"), "Đơn vị viết nguyên nhân.")]
    );
    assert_eq!(codes(&results), []);
    let file = results.files.iter().find(|file| file.path.ends_with("tong-hop.csv")).unwrap();
    assert_eq!((file.used, file.office.is_none(), file.cells.used), (true, true, 3));
    assert_eq!(file.cells.read, file.cells.used + file.cells.ignored_total());
}

#[test]
fn a_section_that_the_report_does_not_have_is_told_to_nobody_in_particular() {
    let results = run("Mục;Nội dung\nLời cảm ơn;Trân trọng.\n");
    assert_eq!(codes(&results), [("S208", None)]);
    assert_eq!(narrative(&results).len(), 2);
}

#[test]
fn a_file_without_texts_leaves_the_offices_texts_as_they_are() {
    for compiled in ["Ghi chép\n", "Mã;Kỳ này\nvan_ban;3\n"] {
        let results = run(compiled);
        assert_eq!(codes(&results), [("S201", None)], "{compiled}");
        assert_eq!(narrative(&results).len(), 2, "{compiled}");
    }
}
