//! Runs the literate specs in `tests/suite/specs/*.md`: prose, files, and exactly the findings they give.
//!
//! A spec file is named after the code it is about. Each `## fails` or `## passes` section is one round: a line with
//! a file's name in backticks, then its content in a fence; a fence `toml elements` (or rules, indicators, tasks, plan, statements, waivers, holidays)
//! adds to the small plan; a fence `findings` lists the expected findings, one a line: `CODE severity office place`.
//! A section whose heading ends in `(whole round)` counts absent offices as missing. `` `x.xlsx` is hostile::name ``
//! takes the bytes of a hostile file. A file below `dossiers/` is an export of dossiers.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use cchc::model::{Results, Worded};

use crate::hostile;
use crate::round::{Round, plan};

/// Where mail is tried against a server.
const MAIL: &str = "../../src/shell/mail/tests.rs";

/// Codes that a spec cannot show, because they need more than a plan and files; where they are shown instead.
const SHOWN_ELSEWHERE: [(&str, &str, &str); 17] = [
    ("F004", "reading.rs", "a_worker_that_dies_is_an_error_of_its_file_and_of_no_other"),
    ("S219", "../../src/intake/tests/statement/bounds.rs", "totals_without_end_are_compared_up_to_a_bound_and_told"),
    ("A920", MAIL, "a_wrong_password_is_tried_once_and_leaves_everything_in_the_outbox"),
    ("A921", MAIL, "a_certificate_that_is_expired_of_an_unknown_authority_or_of_another_host_is_not_trusted"),
    ("A922", MAIL, "a_server_that_never_takes_it_is_told_of_after_the_last_attempt"),
    ("A923", MAIL, "a_bad_recipient_stops_nobody_else"),
    ("A924", MAIL, "a_bad_recipient_stops_nobody_else"),
    ("A925", MAIL, "a_message_beyond_the_servers_size_is_not_handed_over"),
    ("A926", MAIL, "a_server_that_is_not_there_is_told_of_in_time"),
    ("A929", MAIL, "an_edited_file_in_the_outbox_is_not_sent"),
    ("D855", "mail/commands.rs", "who_has_no_address_is_named_and_everybody_else_is_written_to"),
    ("D859", "mail/mistakes.rs", "what_is_no_address_is_named_before_any_server_is_asked"),
    ("D860", "mail/mistakes.rs", "an_extension_that_cannot_be_understood_holds_back_who_may_be_meant"),
    ("D861", "mail/mistakes.rs", "a_day_without_reminders_says_so_and_can_be_made_one"),
    ("A930", "mail/commands.rs", "errors_are_accepted_for_a_reason_or_the_report_stays"),
    ("A927", "mail/commands.rs", "a_form_of_another_office_is_refused_even_where_manifest_and_ledger_have_it"),
    ("A928", "mail/commands.rs", "a_file_that_is_not_what_the_report_made_is_refused"),
];

/// One section of a spec.
pub(crate) struct Case {
    pub(crate) heading: String,
    pub(crate) round: Round,
    pub(crate) plan: BTreeMap<String, String>,
    expected: Option<Vec<String>>,
}

pub(crate) fn files() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/specs");
    let mut found: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    found.sort();
    found
}

pub(crate) fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut name = None;
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(heading) = line.strip_prefix("## ") {
            let round = if heading.ends_with("(whole round)") { Round::new().whole() } else { Round::new() };
            cases.push(Case { heading: heading.to_owned(), round, plan: BTreeMap::new(), expected: None });
        } else if let Some(rest) = line.strip_prefix('`').filter(|_| !line.starts_with("```")) {
            let (file, after) = rest.split_once('`').unwrap();
            match after.trim().strip_prefix("is hostile::") {
                Some(hostile_name) => {
                    let case = cases.last_mut().unwrap();
                    case.round = std::mem::take(&mut case.round).bytes(file, &hostile::by_name(hostile_name));
                }
                None if after.trim().is_empty() => name = Some(file.to_owned()),
                None => {}
            }
        } else if let Some(info) = line.strip_prefix("```") {
            let body: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
            let case = cases.last_mut().unwrap();
            match info.split_whitespace().collect::<Vec<_>>().as_slice() {
                ["findings"] => case.expected = Some(body.iter().map(|line| (*line).to_owned()).collect()),
                ["toml", file] => {
                    let added = case.plan.entry((*file).to_owned()).or_default();
                    writeln!(added, "\n{}", body.join("\n")).unwrap();
                }
                _ => {
                    let file = name.take().unwrap_or_else(|| panic!("a fence without a file name in {}", case.heading));
                    case.round = std::mem::take(&mut case.round).file(&file, &format!("{}\n", body.join("\n")));
                }
            }
        }
    }
    cases
}

fn line(worded: &Worded) -> String {
    let finding = &worded.finding;
    let severity = serde_json::to_value(finding.severity).unwrap();
    let state = serde_json::to_value(finding.state).unwrap();
    let office = finding.office.as_ref().map_or("-", |office| office.as_str());
    let place = finding.location.as_ref().map_or_else(
        || "-".to_owned(),
        |source| {
            let file = source.file.rsplit('/').next().unwrap();
            let parts = [
                Some(file.to_owned()),
                source.sheet.as_deref().map(str::to_owned),
                source.cell.map(|cell| cell.to_string()),
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join("!")
        },
    );
    let state = if state == "active" { String::new() } else { format!(" {}", state.as_str().unwrap()) };
    format!("{} {} {office} {place}{state}", finding.code, severity.as_str().unwrap())
}

fn lines(results: &Results) -> Vec<String> {
    results.findings.iter().map(line).collect()
}

#[test]
fn every_spec_gives_exactly_its_findings() {
    let mut wrong = Vec::new();
    for path in files() {
        for case in cases(&fs::read_to_string(&path).unwrap()) {
            let results = case.round.run(&plan(&case.plan));
            let mut found = lines(&results);
            let mut expected =
                case.expected.unwrap_or_else(|| panic!("{}: {}: no findings fence", path.display(), case.heading));
            found.sort();
            expected.sort();
            if found != expected {
                let messages: Vec<&str> = results.findings.iter().map(|worded| worded.message.as_str()).collect();
                wrong.push(format!(
                    "{} § {}\nexpected:\n  {}\nfound:\n  {}\n  {}",
                    path.file_name().unwrap().to_string_lossy(),
                    case.heading,
                    expected.join("\n  "),
                    found.join("\n  "),
                    messages.join("\n  ")
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_built_in_code_has_a_failing_and_a_passing_spec() {
    let mut lacking = Vec::new();
    let known: BTreeMap<String, PathBuf> =
        files().into_iter().map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), path)).collect();
    let elsewhere = |code: &str| SHOWN_ELSEWHERE.iter().find(|(shown, ..)| *shown == code);
    for (code, _) in cchc::rules::BUILT_IN {
        if let Some((_, file, test)) = elsewhere(code) {
            let source = fs::read_to_string(format!("{}/tests/suite/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
            if !source.contains(&format!("#[test]\nfn {test}()")) {
                lacking.push(format!("{code}: {file} has no test {test}"));
            }
            continue;
        }
        let Some(path) = known.get(*code) else {
            lacking.push(format!("{code}: no spec"));
            continue;
        };
        let cases = cases(&fs::read_to_string(path).unwrap());
        let gives = |case: &Case| {
            case.expected.as_ref().is_some_and(|lines| lines.iter().any(|line| line.split(' ').next() == Some(code)))
        };
        if !cases.iter().any(|case| case.heading.starts_with("fails") && gives(case)) {
            lacking.push(format!("{code}: no failing case"));
        }
        if !cases.iter().any(|case| case.heading.starts_with("passes") && !gives(case)) {
            lacking.push(format!("{code}: no passing case"));
        }
    }
    let codes: BTreeSet<&str> = cchc::rules::BUILT_IN.iter().map(|(code, _)| *code).collect();
    lacking
        .extend(known.keys().filter(|name| !codes.contains(name.as_str())).map(|name| format!("{name}: no such code")));
    assert!(lacking.is_empty(), "{}", lacking.join("\n"));
}
