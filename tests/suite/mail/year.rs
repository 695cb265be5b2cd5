//! A simulated year: for each day what `remind` and `return` would send, with offices that are on time, late, nil, empty,
//! rejected, extended, sending again, or without an address.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::sync::Arc;

use assert_cmd::Command;

use cchc::mail::{Kind, Message, Reminders, reminders};
use cchc::model::{Plan, Results};
use cchc::plan::PlanFile;
use chrono::{Days, NaiveDate};
use serde_json::Value;

use super::{addressed, collected, day, embedded, results, returns};
use crate::cli::output_of;
use crate::round::{plan, plan_files};

/// Days before (+) and after (−) an office's last day on which it is reminded; others than the program's own.
const RHYTHM: [i64; 6] = [6, 3, 1, 0, -1, -4];

/// A fourth office, without an address, and the periods of the year; the deadlines of 2026 fall into Tết and on a Sunday.
const PLAN: &str = r#"
[[office]]
id = "ttvh"
name = "Trung tâm Văn hóa"

[[period]]
id = "2026-Q1"
title = "Quý I năm 2026"
kind = "quarter"
from = "2025-12-06"
to = "2026-02-10"
office_due = "2026-02-17"
report_due = "2026-02-27"

[[period]]
id = "2026-H1"
title = "6 tháng đầu năm 2026"
kind = "half"
from = "2026-02-11"
to = "2026-06-04"
office_due = "2026-06-07"
report_due = "2026-06-15"
"#;

/// Tết 2026 with the day before it, and one day off in December that moves nothing.
const HOLIDAYS: &str = r#"
roll_forward = true

[[holiday]]
from = "2026-02-16"
to = "2026-02-20"
name = "Tết Nguyên đán"

[[holiday]]
date = "2026-01-01"
name = "Tết Dương lịch"
"#;

const ELEMENTS: &str = r#"
[[element]]
id = "tin_bai"
form = "B1"
no = "9"
name = "Tin, bài"
unit = "Tin"
kind = "count"
offices = ["ttvh"]
"#;

/// What comes: day, file, content. `nil`, `figures` and `empty` stand for whole forms of the office that the file's name
/// begins with.
const COMES: &[(&str, &str, &str)] = &[
    // Q3: one early, one nil, one late, one that is never heard of.
    ("2025-08-28", "2025-Q3/vhxh.csv", "figures 3"),
    ("2025-09-08", "2025-Q3/vp.csv", "nil"),
    ("2025-09-12", "2025-Q3/kt.csv", "figures 4"),
    // Q4: one for the wrong period, sent again; one empty, sent again late, and mended; one that has more time.
    ("2025-12-01", "2025-Q4/vhxh.csv", "wrong period"),
    ("2025-12-06", "2025-Q4/vhxh-2.csv", "figures 5"),
    ("2025-12-02", "2025-Q4/vp.csv", "empty"),
    ("2025-12-11", "2025-Q4/vp-2.csv", "figures ba"),
    ("2025-12-13", "2025-Q4/vp-3.csv", "figures 6"),
    ("2025-12-05", "2025-Q4/gia-han.csv", "office,until,by,reason\nkt,2025-12-16,Chủ tịch,Thay nhân sự\n"),
    ("2025-12-15", "2025-Q4/kt.csv", "figures 7"),
    ("2025-12-09", "2025-Q4/ttvh.csv", "figures 2"),
    // Q1: in the middle of Tết; everybody on time but one, and that one overdue.
    ("2026-02-12", "2026-Q1/vhxh.csv", "figures 8"),
    ("2026-02-20", "2026-Q1/vp.csv", "nil"),
    ("2026-02-23", "2026-Q1/ttvh.csv", "nil"),
    // H1: due on a Sunday; two offices on the working day after it.
    ("2026-06-08", "2026-H1/vhxh.csv", "figures 9"),
    ("2026-06-08", "2026-H1/vp.csv", "figures 9"),
    ("2026-06-01", "2026-H1/kt.csv", "figures 9"),
];

/// The forms of this plan, a CSV each.
fn content(path: &str, came: NaiveDate, what: &str, plan: &Plan) -> Vec<u8> {
    let (period, name) = path.split_once('/').unwrap();
    if name == "gia-han.csv" {
        return what.as_bytes().to_vec();
    }
    let office = plan
        .offices
        .iter()
        .find(|office| name.starts_with(&format!("{}.", office.id)) || name.starts_with(&format!("{}-", office.id)))
        .unwrap();
    let states = if what == "wrong period" { "2025-Q3" } else { period };
    let mut text = format!("Mã đơn vị;{}\nKỳ báo cáo;{states}\nNgày lập;{}\n", office.id, came.format("%d/%m/%Y"));
    if what == "nil" {
        text += "Không phát sinh;x\n";
    }
    text += "Mã;Kỳ này;Lũy kế\n";
    let figure = what.strip_prefix("figures ").unwrap_or_default();
    for element in plan.elements_of(&office.id).filter(|element| element.required) {
        writeln!(text, "{};{figure};", element.id).unwrap();
    }
    text.into_bytes()
}

/// What came by the end of a day.
fn came(plan: &Plan, by: NaiveDate) -> BTreeMap<String, Vec<u8>> {
    let all = COMES.iter().map(|(at, path, what)| (day(at), path, what));
    let there = all.filter(|(at, ..)| *at <= by);
    there.map(|(at, path, what)| ((*path).to_owned(), content(path, at, what, plan))).collect()
}

/// A year as it goes by.
struct Year {
    plan: Arc<Plan>,
    /// Results by period and number of files, which only grows.
    results: BTreeMap<(String, usize), Results>,
    /// Messages that went out, by their ids.
    sent: BTreeSet<String>,
}

impl Year {
    fn results(&mut self, period: &str, files: &BTreeMap<String, Vec<u8>>, today: NaiveDate) -> &Results {
        let plan = &self.plan;
        let known = self.results.entry((period.to_owned(), files.len()));
        known.or_insert_with(|| results(plan, period, files, today))
    }

    /// What one day brings, a line a message: a message that went out before does not go again.
    fn day(&mut self, today: NaiveDate) -> Vec<String> {
        let (plan, files) = (Arc::clone(&self.plan), came(&self.plan, today));
        let of = |message: &Message| message.office.clone().unwrap();
        let collection = collected(self.results(plan.period_due(today).unwrap().id.as_str(), &files, today), today);
        let Reminders { messages: reminded, unreachable, .. } =
            reminders(&plan, &collection, Some(&RHYTHM), None, embedded()).unwrap();
        let mut lines = Vec::new();
        for message in reminded.iter().filter(|message| self.sent.insert(message.id("tuky.example"))) {
            let what = if message.kind == Kind::Overdue { "quá hạn" } else { "nhắc" };
            let until = collection.offices.iter().find(|standing| standing.id == of(message)).unwrap().until;
            lines.push(format!("{what} (hạn {}) · {}", until.format("%d/%m"), of(message)));
        }
        lines.extend(unreachable.iter().map(|(office, _)| format!("không có địa chỉ · {}", office.id)));
        let yesterday = came(&plan, today.pred_opt().unwrap());
        let is_new = yesterday.len() < files.len() || came(&plan, today - Days::new(2)).len() < yesterday.len();
        let newest = plan.periods.iter().rev().find(|of| files.keys().any(|path| path.starts_with(of.id.as_str())));
        // Between arrivals nothing changes; the day after shows that nothing goes twice.
        let Some(period) = newest.filter(|_| is_new) else { return lines };
        let returned = returns(self.results(period.id.as_str(), &files, today), today);
        for message in returned.iter().filter(|message| self.sent.insert(message.id("tuky.example"))) {
            let verdict = message.subject.rsplit_once(": ").unwrap().1;
            lines.push(format!("trả phiếu ({verdict}) · {}", of(message)));
        }
        lines
    }
}

fn changes() -> BTreeMap<String, String> {
    [("plan", PLAN), ("holidays", HOLIDAYS), ("elements", ELEMENTS)]
        .map(|(name, text)| (name.into(), text.into()))
        .into()
}

impl Year {
    fn new() -> Self {
        let mut plan = (*addressed(&plan(&changes()))).clone();
        plan.offices.last_mut().unwrap().email = None;
        Self { plan: Arc::new(plan), results: BTreeMap::new(), sent: BTreeSet::new() }
    }
}

fn days() -> impl Iterator<Item = NaiveDate> {
    day("2025-07-01").iter_days().take_while(|today| *today <= day("2026-06-30"))
}

#[test]
fn every_day_of_a_year_brings_exactly_the_messages_recorded() {
    let mut year = Year::new();
    let days: Vec<(NaiveDate, Vec<String>)> = days().map(|today| (today, year.day(today))).collect();
    assert_eq!(days.len(), 365);
    let mut said = String::new();
    for run in days.chunk_by(|(_, one), (_, other)| one.is_empty() && other.is_empty()) {
        let (from, to) = (run.first().unwrap(), run.last().unwrap());
        let range = if from.0 == to.0 { from.0.to_string() } else { format!("{} … {}", from.0, to.0) };
        match from.1.as_slice() {
            [] => writeln!(said, "{range}: –").unwrap(),
            lines => lines.iter().for_each(|line| writeln!(said, "{range}: {line}").unwrap()),
        }
    }
    insta::assert_snapshot!("year", said);
}

/// The same year on a disk.
struct Desk {
    folder: tempfile::TempDir,
    sent: BTreeSet<String>,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap(), sent: BTreeSet::new() };
        for PlanFile { name, mut text } in plan_files(&changes()) {
            for office in ["vhxh", "vp", "kt"] {
                let id = format!("id = \"{office}\"\nname");
                text = text.replace(&id, &format!("email = \"{office}@tuky.example\"\n{id}"));
            }
            desk.write(&format!("plan/{name}"), text.as_bytes());
        }
        let settings = format!("[from]\naddress = \"cchc@tuky.example\"\n[remind]\ndays = {RHYTHM:?}\n");
        desk.write("mail.toml", settings.as_bytes());
        desk
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.folder.path().join("input").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// What a command prints on a day.
    fn run(&self, command: &str, today: NaiveDate) -> String {
        let mut program = Command::cargo_bin("cchc").unwrap();
        program.current_dir(self.folder.path()).env_remove("CCHC_LANG");
        let (status, said, complained) =
            output_of(program.args([command, "--format", "json", "--as-of", &today.to_string()]));
        assert!(status < 2, "{command} on {today}\n{said}\n{complained}");
        said
    }

    /// Messages of a command that were in none of its earlier answers.
    fn new_messages(&mut self, said: &str) -> Vec<Value> {
        let said: Value = serde_json::from_str(said).unwrap();
        let mut messages = said["messages"].as_array().unwrap().clone();
        messages.retain(|message| self.sent.insert(message["message_id"].to_string()));
        messages
    }

    /// What the program brings on a day, as [`Year::day`] says it.
    fn day(&mut self, plan: &Plan, today: NaiveDate) -> Vec<String> {
        let text = |message: &Value, key: &str| message[key].as_str().unwrap().to_owned();
        let said = self.run("remind", today);
        let mut lines = Vec::new();
        for message in self.new_messages(&said) {
            let what = if message["purpose"] == "overdue" { "quá hạn" } else { "nhắc" };
            let until = day_of(text(&message, "subject").rsplit_once(' ').unwrap().1);
            lines.push(format!("{what} (hạn {}) · {}", until.format("%d/%m"), text(&message, "office")));
        }
        let said: Value = serde_json::from_str(&said).unwrap();
        let unknown = said["findings"].as_array().unwrap().iter().filter(|finding| finding["code"] == "D855");
        lines.extend(unknown.map(|finding| format!("không có địa chỉ · {}", text(finding, "office"))));
        let yesterday = came(plan, today.pred_opt().unwrap());
        if came(plan, today).len() > yesterday.len() {
            self.run("report", today);
            let returned = self.run("return", today);
            for message in self.new_messages(&returned) {
                let subject = text(&message, "subject");
                let verdict = subject.rsplit_once(": ").unwrap().1;
                lines.push(format!("trả phiếu ({verdict}) · {}", text(&message, "office")));
            }
        }
        lines
    }
}

fn day_of(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%d/%m/%Y").unwrap()
}

/// Days on which nothing happens are all alike: the first of several stands for them.
#[test]
fn the_program_brings_the_same_on_its_own() {
    let (mut year, mut desk) = (Year::new(), Desk::new());
    let plan = Arc::clone(&year.plan);
    let mut is_quiet = false;
    for today in days() {
        for (path, bytes) in came(&plan, today) {
            desk.write(&path, &bytes);
        }
        let expected = year.day(today);
        if !(is_quiet && expected.is_empty()) {
            assert_eq!(desk.day(&plan, today), expected, "{today}");
        }
        is_quiet = expected.is_empty();
    }
}
