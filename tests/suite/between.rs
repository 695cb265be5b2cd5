//! What is found between periods and between offices depends on what was sent, not on how it is named or listed.

use std::collections::{BTreeMap, BTreeSet};

use cchc::model::Results;

use crate::round::{Round, plan};

/// Four figures of every office, in any order of the plan's offices.
fn shared() -> BTreeMap<String, String> {
    let element = |n: usize| {
        format!(
            "\n[[element]]\nid = \"chung_{n}\"\nform = \"B8\"\nno = \"{n}\"\nname = \"Chung {n}\"\nunit = \"\"\nkind = \"count\"\noffices = [\"*\"]\n"
        )
    };
    BTreeMap::from([("elements".to_owned(), (1..=4).map(element).collect())])
}

fn form(office: &str, own: &str, shared: [u32; 4]) -> String {
    let rows = (1..).zip(shared).map(|(n, figure)| format!("chung_{n};{figure}")).collect::<Vec<_>>().join("\n");
    format!("Mã đơn vị;{office}\nMã;Kỳ này\n{own}{rows}\n")
}

const VP: &str = "tiep_nhan;1234\nda_giai_quyet;987\n";
const KT: &str = "thu_ngan_sach;4321\n";

/// Code, office and how many cells, without the names of files.
fn found(results: &Results) -> BTreeSet<(String, String, usize)> {
    let of = |worded: &cchc::model::Worded| {
        let finding = &worded.finding;
        let office = finding.office.as_ref().map_or("", |office| office.as_str());
        (finding.code.to_string(), office.to_owned(), finding.related.len())
    };
    results.findings.iter().map(of).filter(|(code, ..)| code.starts_with(['T', 'O'])).collect()
}

#[test]
fn names_and_order_of_files_change_nothing() {
    let plan = plan(&shared());
    let (same, other) = ([1234, 567, 89, 1011], [4321, 765, 98, 1101]);
    let run = |names: [&str; 4]| {
        let round = Round::new()
            .file(&format!("2025-Q3/{}", names[0]), &form("vp", VP, other))
            .file(&format!("2025-Q3/{}", names[1]), &form("kt", KT, same))
            .file(names[2], &form("vp", VP, same))
            .file(names[3], &form("kt", KT, same));
        found(&round.run(&plan))
    };
    let results = run(["a.csv", "b.csv", "c.csv", "d.csv"]);
    let codes: BTreeSet<&str> = results.iter().map(|(code, ..)| code.as_str()).collect();
    assert!(codes.contains("O601") && codes.contains("T706"), "{codes:?}");
    assert_eq!(results, run(["z.csv", "y.csv", "x.csv", "w.csv"]));
}

#[test]
fn offices_that_share_figures_stand_in_one_finding() {
    let plan = plan(&shared());
    let same = [1234, 567, 89, 1011];
    let round = Round::new()
        .file("vp.csv", &form("vp", VP, same))
        .file("kt.csv", &form("kt", KT, same))
        .file("vhxh.csv", &form("vhxh", "van_ban;7\n", same));
    let results = round.run(&plan);
    let copied = results.findings.iter().filter(|worded| worded.finding.code.as_str() == "O601");
    let cells: Vec<usize> = copied.map(|worded| worded.finding.related.len()).collect();
    assert_eq!(cells, [12], "three offices, four cells each");
}

#[test]
fn a_period_without_returns_is_said_to_have_kept_checks_from_running() {
    let results = Round::new()
        .file("vp.csv", "Mã đơn vị;vp\nMã;Kỳ này\ntiep_nhan;5\nda_giai_quyet;5\n")
        .run(&plan(&BTreeMap::new()));
    let skipped: Vec<&str> = results.not_checked.iter().map(|skipped| skipped.rule.as_str()).collect();
    assert_eq!(skipped, ["T701", "T704", "T705", "T706", "T707", "T709"]);
    assert!(results.not_checked.iter().all(|skipped| skipped.reason.contains("Quý III năm 2025")));
}

#[test]
fn the_forms_own_previous_column_lets_what_it_can_be_checked() {
    let sent = "Mã đơn vị;vp\nMã;Kỳ trước;Kỳ này\ntiep_nhan;5;5\nda_giai_quyet;5;5\n";
    let results = Round::new().file("vp.csv", sent).run(&plan(&BTreeMap::new()));
    let skipped: Vec<&str> = results.not_checked.iter().map(|skipped| skipped.rule.as_str()).collect();
    assert_eq!(skipped, ["T701", "T704", "T706"]);
}
