//! A minimal plan loads; every problem is found, all at once, at its place.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail loudly")]

use super::*;
use crate::model::{Aggregate, Due, Flow, Measure, OfficeId, Severity, TaskDue};
use crate::text::{Catalog, Lang};

const PLAN: &str = r#"[plan]
id = "p"
title = "Kế hoạch"
decision = "1/QĐ-UBND"
issued = 2025-07-31

[authority]
name = "Ủy ban nhân dân xã Tứ Kỳ"
place = "Tứ Kỳ"
signer_title = "CHỦ TỊCH"
signer_name = ""

[recipient]
name = "Sở Nội vụ"

[[office]]
id = "vhxh"
name = "Phòng Văn hóa - Xã hội"

[[office]]
id = "vp"
name = "Văn phòng"

[[period]]
id = "2025-Q4"
title = "Năm 2025"
kind = "year"
from = "2025-09-06"
to = "2025-12-05"
office_due = "2025-12-09"
report_due = "2025-12-15"

[[period]]
id = "2025-Q3"
title = "Quý III năm 2025"
kind = "quarter"
from = 2025-07-01
to = 2025-09-05
office_due = 2025-09-09
report_due = 2025-09-15
"#;

const ELEMENTS: &str = r#"[[element]]
id = "hs_da_gq"
form = "B3"
no = 3.2
name = "Hồ sơ đã giải quyết"
unit = "Hồ sơ"
kind = "count"
offices = ["vp", "vhxh"]

[[element]]
id = "hai_long"
form = "B3"
no = "4"
name = "Mức độ hài lòng"
unit = "%"
kind = "percent"
offices = ["*"]

[[element]]
id = "co_trang"
form = "B7"
no = "1"
name = "Có trang thông tin"
unit = ""
kind = "choice"
choices = [{ code = "co", name = "Có" }, { code = "khong", name = "Không" }]
offices = ["vp"]

[[element]]
id = "ghi_chu"
form = "B7"
no = "2"
name = "Tên văn bản"
unit = ""
kind = "text"
offices = ["vp"]

[[element]]
id = "hai_lan"
form = "B3"
no = "5"
name = "Hai lần"
unit = "Hồ sơ"
kind = "count"
formula = "hs_da_gq * 2"
"#;

const INDICATORS: &str = r#"[[indicator]]
id = "I1"
clause = "II.1"
name = "Hồ sơ"
numerator = "hs_da_gq"
denominator = "hai_lan + prev(hs_da_gq)"
target = { op = ">=", value = 97.50 }
"#;

const TASKS: &str = r#"[[task]]
id = "N1a"
area = "N1"
name = "Việc"
lead = "vhxh"
"#;

const RULES: &str = r#"[[rule]]
code = "R402-x"
name = "Khớp"
left = "hs_da_gq"
op = "=="
right = "hai_lan"
"#;

fn files() -> Vec<PlanFile> {
    let texts = [
        ("plan.toml", PLAN),
        ("elements.toml", ELEMENTS),
        ("indicators.toml", INDICATORS),
        ("tasks.toml", TASKS),
        ("rules.toml", RULES),
    ];
    texts.map(|(name, text)| PlanFile { name: name.into(), text: text.into() }).into()
}

/// The valid plan with one piece of one file replaced.
fn files_with(name: &str, old: &str, new: &str) -> Vec<PlanFile> {
    let mut files = files();
    let file = files.iter_mut().find(|file| file.name == name).unwrap();
    assert!(file.text.contains(old), "{old:?} is not in {name}");
    file.text = file.text.replacen(old, new, 1);
    files
}

fn problems(files: &[PlanFile]) -> Vec<PlanProblem> {
    load(files, &["V301"]).expect_err("the plan is broken")
}

#[test]
fn a_plan_of_required_keys_alone_is_valid_and_has_its_defaults() {
    let plan = load(&files(), &[]).unwrap();
    let ids: Vec<&str> = plan.periods.iter().map(|period| period.id.as_str()).collect();
    assert_eq!(ids, ["2025-Q3", "2025-Q4"]);
    assert_eq!(plan.cumulative_from.to_string(), "2025-07-01");
    assert_eq!(plan.authority.lines, ["ỦY BAN NHÂN DÂN", "XÃ TỨ KỲ"]);
    assert_eq!(plan.forms.iter().map(|form| form.title.as_str()).collect::<Vec<_>>(), ["B3", "B7"]);
    assert_eq!(plan.areas.iter().map(|area| area.id.as_str()).collect::<Vec<_>>(), ["N1"]);
    let count = plan.element("hs_da_gq").unwrap();
    assert_eq!((count.flow, count.aggregate, count.required), (Flow::Flow, Aggregate::Sum, true));
    assert_eq!(count.offices, [OfficeId::new("vhxh"), OfficeId::new("vp")]);
    let percent = plan.element("hai_long").unwrap();
    assert_eq!((percent.flow, percent.aggregate), (Flow::Stock, Aggregate::None));
    assert_eq!(percent.offices.len(), 2);
    let indicator = plan.indicators.first().unwrap();
    assert_eq!((indicator.measure, indicator.due, indicator.unit.as_str()), (Measure::Period, Due::Period, ""));
    assert_eq!(plan.tasks.first().unwrap().due, TaskDue::Period);
    let rule = plan.rules.first().unwrap();
    assert_eq!((rule.severity, rule.trial, rule.tolerance.is_zero()), (Severity::Error, false, true));
}

#[test]
fn tasks_and_rules_may_be_absent_and_lists_empty() {
    let mut files = files();
    files.retain(|file| !["tasks.toml", "rules.toml"].contains(&file.name.as_str()));
    for file in files.iter_mut().filter(|file| file.name != "plan.toml") {
        file.text.clear();
    }
    assert!(load(&files, &[]).unwrap().tasks.is_empty());
}

#[test]
fn a_broken_plan_gives_all_its_errors_at_once() {
    let mut files = files_with("plan.toml", "place = ", "plase = ");
    let mut mend = |name: &str, old: &str, new: &str| {
        let file = files.iter_mut().find(|file| file.name == name).unwrap();
        file.text = file.text.replacen(old, new, 1);
    };
    mend("plan.toml", "issued = 2025-07-31", "issued = \"31/7/2025\"");
    mend("elements.toml", "kind = \"percent\"", "kind = \"percnt\"");
    mend("elements.toml", "hs_da_gq * 2", "hs_da_gp * 2");
    mend("indicators.toml", "hai_lan + prev(hs_da_gq)", "(hai_lan + 1");
    mend("tasks.toml", "lead = \"vhxh\"", "lead = \"vhx\"\nextra = 1");
    mend("rules.toml", "name = \"Khớp\"\n", "");
    let found = problems(&files);
    let places: Vec<_> = found.iter().map(|problem| (problem.code, problem.file.as_str(), problem.line)).collect();
    assert_eq!(
        places,
        [
            (codes::INVALID_DATE, "plan.toml", 5),
            (codes::UNKNOWN_KEY, "plan.toml", 9),
            (codes::UNKNOWN_WORD, "elements.toml", 16),
            (codes::UNKNOWN_ELEMENT, "elements.toml", 45),
            (codes::INVALID_EXPRESSION, "indicators.toml", 6),
            (codes::UNKNOWN_NAME, "tasks.toml", 5),
            (codes::UNKNOWN_KEY, "tasks.toml", 6),
            (codes::MISSING_KEY, "rules.toml", 1),
        ]
    );
    let meant: Vec<_> = found.iter().filter_map(|problem| problem.suggestion.as_deref()).collect();
    assert_eq!(meant, ["place", "\"percent\"", "hs_da_gq", "\"vhxh\""]);
}

/// For each code: the file, what to replace in it, and by what.
const FAILING: &[(&str, &str, &str, &str)] = &[
    (codes::SYNTAX, "rules.toml", "name = \"Khớp\"", "name = Khớp"),
    (codes::UNKNOWN_KEY, "rules.toml", "name = ", "fixx = \"\"\nname = "),
    (codes::MISSING_KEY, "elements.toml", "unit = \"Hồ sơ\"\n", ""),
    (codes::MISSING_KEY, "elements.toml", "offices = [\"*\"]\n", ""),
    (codes::WRONG_TYPE, "elements.toml", "offices = [\"*\"]", "offices = \"*\""),
    (codes::WRONG_TYPE, "tasks.toml", "[[task]]", "[task]"),
    (codes::UNKNOWN_WORD, "rules.toml", "\"==\"", "\"=>\""),
    (codes::INVALID_DATE, "tasks.toml", "lead =", "due = \"2025-02-30\"\nlead ="),
    (codes::INVALID_DATE, "tasks.toml", "lead =", "due = 2025-02-30\nlead ="),
    (codes::INVALID_NUMBER, "indicators.toml", "97.50", "\"97,5\""),
    (codes::INVALID_NUMBER, "indicators.toml", "97.50", "1e2"),
    (codes::INVALID_ID, "elements.toml", "\"ghi_chu\"", "\"ghi-chú\""),
    (codes::INVALID_ID, "elements.toml", "\"B7\"", "\"B/7\""),
    (codes::ID_LIKE_CODE, "indicators.toml", "\"I1\"", "\"I101\""),
    (codes::DUPLICATE, "elements.toml", "\"ghi_chu\"", "\"co_trang\""),
    (codes::UNKNOWN_NAME, "indicators.toml", "target", "lead = \"x\"\ntarget"),
    (codes::UNKNOWN_NAME, "elements.toml", "[\"*\"]", "[\"*\", \"x\"]"),
    (codes::INVALID_EXPRESSION, "elements.toml", "hs_da_gq * 2", "hs_da_gq ** 2"),
    (codes::UNKNOWN_ELEMENT, "rules.toml", "\"hai_lan\"", "\"la\""),
    (codes::FORMULA_CYCLE, "elements.toml", "hs_da_gq * 2", "prev(hai_lan) + hs_da_gq"),
    (codes::PERIOD_REVERSED, "plan.toml", "to = 2025-09-05", "to = 2025-06-05"),
    (codes::PERIOD_GAP, "plan.toml", "to = 2025-09-05", "to = 2025-09-04"),
    (codes::PERIOD_OVERLAP, "plan.toml", "to = 2025-09-05", "to = 2025-09-06"),
    (codes::DUE_BEFORE_PERIOD, "plan.toml", "office_due = 2025-09-09", "office_due = 2025-06-09"),
    (codes::NO_COMMON_FIGURE, "indicators.toml", "\"hs_da_gq\"", "\"hai_long\""),
    (codes::NO_COMMON_FIGURE, "rules.toml", "\"hai_lan\"", "\"hai_long - co_mot\""),
    (codes::TEXT_IN_ARITHMETIC, "elements.toml", "hs_da_gq * 2", "hs_da_gq * ghi_chu"),
    (codes::CHOICES, "elements.toml", "\"khong\"", "\"co\""),
    (codes::CHOICES, "elements.toml", "kind = \"text\"", "kind = \"choice\""),
    (codes::CHOICES, "elements.toml", "kind = \"choice\"", "kind = \"text\""),
    (codes::CHOICE_NOT_NUMERIC, "rules.toml", "\"hai_lan\"", "\"co_trang\""),
    (
        codes::TREND_OVER_FLOW,
        "indicators.toml",
        "denominator = \"hai_lan + prev(hs_da_gq)\"\ntarget = { op = \">=\", value = 97.50 }",
        "target = { trend = \"up\" }",
    ),
    (codes::TARGET, "indicators.toml", "value = 97.50", "trend = \"up\""),
    (codes::RULE_CODE, "rules.toml", "R402-x", "R42"),
    (codes::RULE_CODE_TAKEN, "rules.toml", "R402-x", "V301"),
    (codes::NEGATIVE_TOLERANCE, "rules.toml", "name =", "tolerance = -1\nname ="),
    (codes::FOLDER_NAME, "plan.toml", "\"2025-Q3\"", "\"Q3/2025\""),
    (codes::NOBODY_SUBMITS, "elements.toml", "[\"*\"]", "[]"),
];

#[test]
fn every_mistake_is_found_under_its_code_alone() {
    for &(code, name, old, new) in FAILING {
        let mut files = files_with(name, old, new);
        // One more element, of a single office, for rules that are checked on the sums.
        let extra = "\n[[element]]\nid = \"co_mot\"\nform = \"B3\"\nno = 9\nname = \"x\"\nunit = \"\"\nkind = \"count\"\n";
        files.iter_mut().filter(|file| file.name == "elements.toml").for_each(|file| {
            file.text.push_str(extra);
            file.text.push_str("offices = [\"vp\"]\n");
        });
        let found: Vec<&str> = problems(&files).iter().map(|problem| problem.code).collect();
        assert_eq!(found, [code], "after {old:?} became {new:?} in {name}");
    }
}

#[test]
fn every_code_has_a_failing_case_and_its_texts_in_both_languages() {
    for code in codes::ALL {
        let tried = code == codes::MISSING_FILE || FAILING.iter().any(|(failing, ..)| *failing == code);
        assert!(tried, "{code} has no failing case");
        for lang in [Lang::Vi, Lang::En] {
            let catalog = Catalog::new(lang);
            for key in ["", ".title", ".why", ".fix"].map(|part| format!("{code}{part}")) {
                assert!(catalog.find(&key, &crate::text::Args::new()).is_some(), "no text {key} in {lang:?}");
            }
        }
    }
}

#[test]
fn a_missing_file_is_the_only_thing_said_of_what_it_would_declare() {
    let mut files = files();
    files.retain(|file| file.name != "elements.toml");
    let found = problems(&files);
    assert_eq!(found.iter().map(|problem| (problem.code, problem.file.as_str())).collect::<Vec<_>>(), [
        (codes::MISSING_FILE, "elements.toml")
    ]);
}

#[test]
fn a_rule_at_each_office_may_use_what_has_no_common_figure() {
    assert!(load(&files_with("rules.toml", "\"hai_lan\"", "\"hai_long\""), &[]).is_ok());
}

#[test]
fn presence_of_a_text_may_be_tested() {
    let files = files_with("rules.toml", "op = \"==\"\nright = \"hai_lan\"", "op = \"both_or_none\"\nright = \"ghi_chu\"");
    assert!(load(&files, &[]).is_ok());
}

#[test]
fn problems_are_shown_with_file_line_caret_and_what_was_meant() {
    let files = files_with("rules.toml", "\"hai_lan\"", "\"hai_lam + 1\"");
    insta::assert_snapshot!(show(&problems(&files), &files, &Catalog::new(Lang::Vi), false), @"");
}

#[test]
fn a_caret_points_into_the_expression() {
    let files = files_with("elements.toml", "hs_da_gq * 2", "hs_da_gq * (2");
    insta::assert_snapshot!(show(&problems(&files), &files, &Catalog::new(Lang::Vi), false), @"");
}

#[test]
fn a_duplicate_shows_both_places() {
    let files = files_with("elements.toml", "\"ghi_chu\"", "\"co_trang\"");
    insta::assert_snapshot!(show(&problems(&files), &files, &Catalog::new(Lang::En), false), @"");
}

#[test]
fn a_form_version_changes_with_what_the_office_fills_in_only() {
    let version = |files: &[PlanFile], office| form_version(&load(files, &[]).unwrap(), &OfficeId::new(office));
    let plain = version(&files(), "vp");
    assert_eq!(plain.len(), 8);
    assert_ne!(plain, version(&files(), "vhxh"));
    let renamed = files_with("elements.toml", "Có trang thông tin", "Có trang");
    assert_ne!(plain, version(&renamed, "vp"));
    assert_eq!(version(&files(), "vhxh"), version(&renamed, "vhxh"));
    assert_eq!(plain, version(&files_with("plan.toml", "Kế hoạch", "Kế hoạch 2"), "vp"));
}

#[test]
fn zz_real() {
    let files: Vec<PlanFile> = ["plan", "elements", "indicators", "tasks", "rules"]
        .map(|n| PlanFile { name: format!("{n}.toml"), text: std::fs::read_to_string(format!("/work/wt/data/plan/{n}.toml")).unwrap() }).into();
    match load(&files, &[]) {
        Ok(p) => println!("OK {} {} {} {}", p.elements.len(), p.indicators.len(), p.tasks.len(), p.rules.len()),
        Err(e) => println!("{}", show(&e, &files, &Catalog::new(Lang::Vi), false)),
    }
}
