//! The semantics of the plan's rules: operators, missing policies, presence, trial, scope.

use std::collections::BTreeMap;

use cchc::model::Results;

use crate::round::{Round, plan};

/// The small plan with one rule over `vp`'s counts, and `vp`'s figures.
fn with_rule(rule: &str, figures: &[(&str, &str)]) -> Results {
    let changes =
        BTreeMap::from([("rules".to_owned(), format!("\n[[rule]]\ncode = \"R499-mau\"\nname = \"Mẫu\"\n{rule}\n"))]);
    let rows: Vec<String> = figures.iter().map(|(id, figure)| format!("{id};{figure}")).collect();
    let text = format!("Mã đơn vị;vp\nMã;Kỳ này\n{}\n", rows.join("\n"));
    Round::new().file("vp.csv", &text).run(&plan(&changes))
}

fn fails(results: &Results) -> bool {
    results.findings.iter().any(|worded| worded.finding.code.as_str() == "R499-mau")
}

fn skipped(results: &Results) -> bool {
    results.not_checked.iter().any(|skipped| skipped.rule.as_str() == "R499-mau")
}

#[test]
fn operators_compare_exactly_within_the_tolerance() {
    let cases = [
        ("==", "0", "5", "5", true),
        ("==", "1", "5", "6", true),
        ("==", "1", "5", "7", false),
        ("<=", "0", "5", "5", true),
        ("<=", "0", "6", "5", false),
        ("<=", "1", "6", "5", true),
        ("<", "0", "5", "5", false),
        (">=", "0", "5", "5", true),
        (">=", "0", "4", "5", false),
        (">", "0", "5", "5", false),
        (">", "0", "6", "5", true),
    ];
    for (op, tolerance, left, right, holds) in cases {
        let rule =
            format!("left = \"tiep_nhan\"\nop = \"{op}\"\nright = \"da_giai_quyet\"\ntolerance = \"{tolerance}\"");
        let results = with_rule(&rule, &[("tiep_nhan", left), ("da_giai_quyet", right)]);
        assert_eq!(!fails(&results), holds, "{left} {op} {right} ± {tolerance}");
    }
}

#[test]
fn missing_policies_differ_only_in_what_they_skip() {
    let cases = [
        ("skip_any", "7", "", (false, true)),
        ("skip_any", "", "", (false, true)),
        ("skip_all", "7", "", (true, false)),
        ("never_skip", "7", "", (true, false)),
        ("never_skip", "0", "", (false, false)),
    ];
    for (policy, left, right, expected) in cases {
        let rule = format!("left = \"tiep_nhan\"\nop = \"==\"\nright = \"da_giai_quyet\"\nmissing = \"{policy}\"");
        let results = with_rule(&rule, &[("tiep_nhan", left), ("da_giai_quyet", right), ("ton", "1")]);
        assert_eq!((fails(&results), skipped(&results)), expected, "{policy}: {left:?} == {right:?}");
    }
}

#[test]
fn what_stood_for_zero_is_named_in_the_message() {
    let rule = "left = \"tiep_nhan\"\nop = \"==\"\nright = \"da_giai_quyet\"\nmissing = \"never_skip\"";
    let results = with_rule(rule, &[("tiep_nhan", "7"), ("da_giai_quyet", "")]);
    let found = results.findings.iter().find(|worded| worded.finding.code.as_str() == "R499-mau").unwrap();
    assert!(found.message.contains("coi là 0") && found.message.contains("Hồ sơ đã giải quyết"), "{}", found.message);
}

#[test]
fn presence_counts_zero_and_tells_nil_apart() {
    let cases = [
        ("both_or_none", "5", "", true),
        ("both_or_none", "0", "0", false),
        ("both_or_none", "Không phát sinh", "5", false),
        ("not_both", "5", "5", true),
        ("not_both", "0", "0", true),
        ("not_both", "Không phát sinh", "5", false),
    ];
    for (op, left, right, expected) in cases {
        let rule = format!("left = \"tiep_nhan\"\nop = \"{op}\"\nright = \"da_giai_quyet\"");
        let results = with_rule(&rule, &[("tiep_nhan", left), ("da_giai_quyet", right)]);
        assert_eq!(fails(&results), expected, "{op}: {left} and {right}");
    }
}

#[test]
fn a_rule_on_trial_reports_and_changes_no_verdict() {
    let figures = [("tiep_nhan", "7"), ("da_giai_quyet", "5")];
    let rule = "left = \"tiep_nhan\"\nop = \"==\"\nright = \"da_giai_quyet\"";
    let (active, trial) = (with_rule(rule, &figures), with_rule(&format!("{rule}\nstate = \"trial\""), &figures));
    assert!(fails(&active) && fails(&trial));
    assert_eq!(serde_json::to_value(active.verdict).unwrap(), "errors");
    assert_eq!(serde_json::to_value(trial.verdict).unwrap(), "clean");
}

#[test]
fn elements_of_different_offices_are_held_against_each_other_on_the_sums() {
    let changes = BTreeMap::from([(
        "rules".to_owned(),
        "\n[[rule]]\ncode = \"R499-mau\"\nname = \"Mẫu\"\nleft = \"van_ban\"\nop = \"==\"\nright = \"tiep_nhan\"\n"
            .to_owned(),
    )]);
    let results = Round::new()
        .file("vp.csv", "Mã đơn vị;vp\nMã;Kỳ này\ntiep_nhan;5\nda_giai_quyet;5\n")
        .file("vhxh.csv", "Mã đơn vị;vhxh\nMã;Kỳ này\nvan_ban;3\n")
        .run(&plan(&changes));
    let found = &results.findings.iter().find(|worded| worded.finding.code.as_str() == "R499-mau").unwrap().finding;
    assert_eq!((&found.office, &found.location), (&None, &None));
    let cells: Vec<String> = found.related.iter().map(ToString::to_string).collect();
    assert_eq!(cells, ["2025-Q4/vhxh.csv › B3", "2025-Q4/vp.csv › B3"]);
    assert_eq!(found.difference.as_deref(), Some("-2"));
}
