//! Messages: who gets what in which words, that nobody gets what is another's, and the commands that make them.

mod commands;
mod leaks;
mod letters;
mod mistakes;
mod year;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use cchc::digest::sha256;
use cchc::intake::cells::{self, Limits};
use cchc::mail::{Attachment, Letters, Message, ReturnLetters, mailbox, said_by, that_sent};
use cchc::model::{Collection, FileContent, InputFile, Office, PeriodId, Plan, Results};
use cchc::pipeline::{Inputs, RoundFiles, evaluate, return_of};
use cchc::text::Lang;
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The plan with an address for everybody: `kt@tuky.example`.
fn addressed(plan: &Plan) -> Arc<Plan> {
    let mut plan = plan.clone();
    for office in &mut plan.offices {
        office.email = Some(format!("{}@tuky.example", office.id));
    }
    plan.recipient.email = Some("vanthu.snv@haiphong.example".to_owned());
    Arc::new(plan)
}

/// Results of a period of which these files came, each below a period's folder.
fn results(plan: &Arc<Plan>, period: &str, files: &BTreeMap<String, Vec<u8>>, as_of: NaiveDate) -> Results {
    let mut rounds: BTreeMap<PeriodId, RoundFiles> = BTreeMap::new();
    for (path, bytes) in files {
        let (folder, name) = path.split_once('/').unwrap();
        let content = cells::read(path, bytes, &Limits::default());
        let file = InputFile { path: path.as_str().into(), sha256: Some(sha256(bytes)), content };
        let round = rounds.entry(PeriodId::new(folder)).or_default();
        match name {
            "received.csv" => round.register = Some(file),
            "gia-han.csv" => round.extensions = Some(file),
            _ => round.files.push(file),
        }
    }
    let inputs = Inputs {
        period: PeriodId::new(period),
        rounds,
        dossiers: None,
        templates: BTreeMap::new(),
        as_of,
        lang: Lang::Vi,
        dated: false,
        only_present: false,
        without: Vec::new(),
    };
    evaluate(plan, &inputs).unwrap()
}

/// The submissions of this repository, by path.
fn shipped_files() -> BTreeMap<String, Vec<u8>> {
    fn walk(root: &Path, folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, found);
            } else {
                let below = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
                found.insert(below, fs::read(&path).unwrap());
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("input");
    let mut found = BTreeMap::new();
    for period in ["2025-Q3", "2025-Q4"] {
        walk(&root, &root.join(period), &mut found);
    }
    found.retain(|path, _| !path.contains("/dossiers/"));
    found
}

fn embedded() -> &'static Letters {
    static LETTERS: LazyLock<Letters> = LazyLock::new(|| Letters::new(&BTreeMap::new()).unwrap());
    &LETTERS
}

/// How the collection stands on a day.
fn collected(results: &Results, as_of: NaiveDate) -> Collection {
    Collection::of(results, as_of)
}

/// The returns of a day, as `cchc return` makes them.
fn returns(results: &Results, as_of: NaiveDate) -> Vec<Message> {
    let (letters, collection) = (embedded(), collected(results, as_of));
    let letters = ReturnLetters::new(results, &collection, letters);
    let message = |office: &Office| {
        let form = Attachment::new(format!("{}.xlsx", office.id), return_of(results, office, Lang::Vi).unwrap());
        let FileContent::Cells(cells) = cells::read(&form.name, &form.bytes, &Limits::default()) else { panic!() };
        Some(letters.message(office, mailbox(office).ok()?, form, said_by(&cells)).unwrap())
    };
    that_sent(results).filter_map(message).collect()
}
