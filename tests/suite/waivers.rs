//! Accepted findings: listed with their reason, counted nowhere, and figures stay what they are.

use std::collections::BTreeMap;

use cchc::model::{FindingState, OfficeState, Results, Verdict};

use crate::round::{Round, plan};

const RULE: &str = "\n[[rule]]\ncode = \"R402\"\nname = \"Không vượt\"\nleft = \"da_giai_quyet\"\nop = \"<=\"\nright = \"tiep_nhan\"\n";

fn waiver(rule: &str, scope: &str) -> String {
    format!(
        "\n[[waiver]]\nrule = \"{rule}\"\n{scope}\nreason = \"Hồ sơ kỳ trước\"\nby = \"Chủ tịch\"\nuntil = \"2025-12-31\"\n"
    )
}

/// More resolved than received at `vp`, which the rule does not allow.
fn run(rules: &str, waivers: &str) -> Results {
    let changes = BTreeMap::from([("rules".to_owned(), rules.to_owned()), ("waivers".to_owned(), waivers.to_owned())]);
    Round::new().file("vp.csv", "Mã đơn vị;vp\nMã;Kỳ này\ntiep_nhan;50\nda_giai_quyet;60\n").run(&plan(&changes))
}

fn state(results: &Results) -> FindingState {
    results.findings.iter().find(|worded| worded.finding.code.as_str() == "R402").unwrap().finding.state
}

fn office(results: &Results) -> OfficeState {
    results.offices.iter().find(|office| office.id.as_str() == "vp").unwrap().state
}

#[test]
fn a_waived_error_is_listed_with_its_reason_and_counts_nowhere() {
    let (before, after) = (run(RULE, ""), run(RULE, &waiver("R402", "office = \"vp\"")));
    assert_eq!((before.verdict, office(&before)), (Verdict::Errors, OfficeState::AcceptedWithFindings));
    assert_eq!((after.verdict, office(&after)), (Verdict::Clean, OfficeState::Accepted));
    assert_eq!(state(&after), FindingState::Waived);
    let said = &after.findings.iter().find(|worded| worded.finding.code.as_str() == "R402").unwrap().fix;
    assert!(["Hồ sơ kỳ trước", "Chủ tịch", "31/12/2025"].iter().all(|part| said.contains(part)), "{said}");
}

#[test]
fn a_waiver_changes_no_figure_indicator_or_task() {
    let (before, after) = (run(RULE, ""), run(RULE, &waiver("R402", "office = \"vp\"")));
    assert_eq!(before.figures, after.figures);
    assert_eq!(before.totals, after.totals);
    assert_eq!(before.indicators, after.indicators);
    assert_eq!(before.tasks, after.tasks);
    assert_eq!(before.findings.len(), after.findings.len());
}

#[test]
fn every_part_that_is_named_narrows_a_waiver() {
    let waived = |scope: &str| state(&run(RULE, &waiver("R402", scope))) == FindingState::Waived;
    assert!(waived("element = \"da_giai_quyet\"") && waived("element = \"tiep_nhan\""), "both are in the rule");
    assert!(!waived("element = \"ton\"") && !waived("office = \"kt\""));
    assert!(waived("office = \"vp\"\ncell = \"B4\"") && !waived("office = \"vp\"\ncell = \"C4\""));
    assert!(!waived("office = \"vp\"\nelement = \"ton\"\ncell = \"B4\""), "cell and element must both fit");
    assert!(waived("office = \"vp\"\nperiod = \"2025-Q4\"") && !waived("office = \"vp\"\nperiod = \"2025-Q3\""));
}

#[test]
fn a_rule_on_trial_may_be_waived_as_well() {
    let trial = RULE.replace("name =", "state = \"trial\"\nname =");
    assert_eq!(state(&run(&trial, "")), FindingState::Trial);
    assert_eq!(state(&run(&trial, &waiver("R402", "office = \"vp\""))), FindingState::Waived);
}
