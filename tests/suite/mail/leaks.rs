//! No byte of one office's figures, findings, files or name in another's message or form, over all pairs of offices.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{Cursor, Read};
use std::sync::Arc;

use cchc::mail::{Attachment, Message, reminders};
use cchc::model::{ElementKind, Office, OfficeId, Plan, Results};
use cchc::pipeline::return_of;
use cchc::report::form::{Fill, form};
use cchc::text::Lang;

use super::{addressed, collected, day, embedded, results, returns, shipped_files};
use crate::shipped_rules::shipped;

/// What an office alone knows or is: its secrets, by office.
type Secrets = BTreeMap<OfficeId, BTreeSet<String>>;

/// All that can be read in a workbook: every part of it, markup's own spellings undone.
fn parts(workbook: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut all = String::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        all.push_str(&part.name().unwrap());
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        all.push_str(&String::from_utf8_lossy(&bytes));
    }
    undone(&all)
}

fn undone(text: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'"), ("&amp;", "&")];
    pairs.into_iter().fold(text.to_owned(), |text, (spelled, is)| text.replace(spelled, is))
}

/// A text that is asked for many secrets: which five bytes stand anywhere in it is noted, so that few are looked for.
struct Readable {
    text: String,
    noted: Vec<bool>,
}

/// Secrets are at least so long: what is shorter stands anywhere by chance.
const SHORTEST: usize = 5;

impl Readable {
    fn new(text: String) -> Self {
        let mut noted = vec![false; 1 << 22];
        for window in text.as_bytes().windows(SHORTEST) {
            noted[Self::place(window)] = true;
        }
        Self { text, noted }
    }

    fn place(window: &[u8]) -> usize {
        window.iter().fold(0, |hash: usize, byte| (hash.wrapping_mul(263) ^ usize::from(*byte)) & ((1 << 22) - 1))
    }

    fn has(&self, secret: &str) -> bool {
        let mut windows = secret.as_bytes().windows(SHORTEST);
        windows.all(|window| self.noted[Self::place(window)]) && self.text.contains(secret)
    }
}

/// All that can be read in a message.
fn read(message: &Message) -> Readable {
    let Message { to, subject, text, html, attachments, key, .. } = message;
    let mut all = [&to.name, &to.address, subject, text, &undone(html), key].map(String::as_str).join("\n");
    for file in attachments {
        all += &file.name;
        all += &parts(&file.bytes);
    }
    Readable::new(all)
}

/// Everything that an office sent or was told of it: figures as typed and as printed, texts, file names, findings; its name
/// and address.
fn secrets(results: &Results) -> Secrets {
    let of = |office: &Office| {
        let mut found = BTreeSet::from([office.name.clone(), office.email.clone().unwrap()]);
        for figure in results.figures.iter().chain(&results.figures_before).filter(|of| of.office == office.id) {
            found.extend(figure.raw.iter().chain(&figure.text).chain(&figure.note).map(ToString::to_string));
            found.extend(figure.value.iter().flat_map(|value| [value.to_string(), value.vietnamese(6)]));
        }
        if let Some(submission) = results.submissions.get(&office.id) {
            found.extend(submission.narrative.iter().map(|text| text.text.clone()));
            let tasks = submission.tasks.values();
            found.extend(tasks.filter_map(|task| task.document.as_ref()).map(ToString::to_string));
        }
        for file in results.files.iter().filter(|file| file.office.as_ref() == Some(&office.id)) {
            found.extend(file.path.split('/').skip(1).map(str::to_owned));
        }
        for worded in results.findings.iter().filter(|worded| worded.finding.office.as_ref() == Some(&office.id)) {
            found.insert(worded.message.clone());
            found.extend(worded.finding.provided.clone());
        }
        found.retain(|secret| secret.chars().count() >= SHORTEST);
        (office.id.clone(), found)
    };
    results.plan.offices.iter().map(of).collect()
}

/// What each office may read whatever anybody sent: its blank form.
fn open_to(plan: &Plan, results: &Results) -> BTreeMap<OfficeId, String> {
    let of = |office: &Office| {
        let blank = form(plan, &results.period, office, "", &Fill::default());
        (office.id.clone(), parts(&cchc::render::form::xlsx(&blank).unwrap()))
    };
    plan.offices.iter().map(of).collect()
}

/// Who could read what of whom: addressee, owner and secret. A secret that is the addressee's own as well is none.
fn leaks(results: &Results, secrets: &Secrets, messages: &[Message]) -> Vec<(String, String, String)> {
    let open = open_to(&results.plan, results);
    let mut found = Vec::new();
    for message in messages {
        let (to, text) = (message.office.as_ref().unwrap(), read(message));
        let of_others = secrets.iter().filter(|(owner, _)| *owner != to);
        for (owner, secret) in of_others.flat_map(|(owner, all)| all.iter().map(move |secret| (owner, secret))) {
            let own =
                || secrets[to].iter().any(|own| own.contains(secret.as_str())) || open[to].contains(secret.as_str());
            if text.has(secret) && !own() {
                found.push((to.to_string(), owner.to_string(), secret.clone()));
            }
        }
    }
    found
}

/// Every message that the offices may get of these results.
fn all_messages(results: &Results) -> Vec<Message> {
    let mut messages = returns(results, day("2025-12-08"));
    for as_of in ["2025-12-04", "2025-12-11"] {
        let mut collection = collected(results, day(as_of));
        for standing in &mut collection.offices {
            standing.state = cchc::model::OfficeState::Rejected;
        }
        messages.extend(reminders(&results.plan, &collection, None, None, embedded()).unwrap().messages);
    }
    assert_eq!(messages.len(), 3 * results.plan.offices.len());
    messages
}

/// Files in which every cell that an office fills in says something that nobody else says: both periods, and the last one
/// sent twice.
fn marked_files(plan: &Plan) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for (office, number) in plan.offices.iter().zip(1_u64..) {
        for (period, round, month) in [("2025-Q3", 1_u64, 9), ("2025-Q4", 2, 11), ("2025-Q4", 3, 12)] {
            let day = format!("0{number}/{month:02}/2025");
            let mark = |at: usize| 10_000_000 * number + 1_000_000 * round + 1_009 * (at as u64 + 1);
            let head = format!("Mã đơn vị;{}\nKỳ báo cáo;{period}\nNgày lập;{day}\n", office.id);
            let mut figures = format!("{head}Mã;Kỳ này;Lũy kế;Ghi chú;Lý do điều chỉnh\n");
            for (at, element) in plan.elements_of(&office.id).enumerate() {
                let (now, all) = (mark(at), mark(at) + 500);
                let said = if element.kind == ElementKind::Text { format!("lời {now}") } else { now.to_string() };
                writeln!(figures, "{};{said};{all};ghi chú {now};lý do {now}", element.id).unwrap();
            }
            let mut tasks = format!("{head}Mã;Trạng thái;Ngày hoàn thành;Số, ký hiệu;Ghi chú\n");
            for (at, task) in plan.tasks_of(&office.id).enumerate() {
                writeln!(tasks, "{};Đã hoàn thành;{day};{}/BC;việc {}", task.id, mark(at + 500), mark(at + 600))
                    .unwrap();
            }
            let texts = format!(
                "{head}Mục;Nội dung\nTồn tại, hạn chế;hạn chế {0}\nKiến nghị, đề xuất;đề xuất {0}\n",
                mark(900)
            );
            for (name, text) in [("so-lieu", figures), ("nhiem-vu", tasks), ("thuyet-minh", texts)] {
                files.insert(format!("{period}/riêng {}/{name} {}.csv", office.id, mark(999)), text.into_bytes());
            }
        }
    }
    files
}

fn marked(plan: &Arc<Plan>) -> Results {
    results(plan, "2025-Q4", &marked_files(plan), day("2025-12-08"))
}

/// Each office has secrets that the search can find: it finds them in what is the office's own.
fn are_found_in_ones_own(secrets: &Secrets, messages: &[Message], at_least: usize) {
    for message in messages.iter().filter(|message| !message.attachments.is_empty()) {
        let (to, text) = (message.office.as_ref().unwrap(), read(message));
        let found = secrets[to].iter().filter(|secret| text.has(secret)).count();
        assert!(found >= at_least, "only {found} of {} secrets of {to} are found in its own form", secrets[to].len());
    }
}

#[test]
fn no_office_reads_anything_of_another() {
    let plan = addressed(&shipped());
    for (results, at_least) in [
        (results(&plan, "2025-Q4", &shipped_files(), day("2025-12-08")), 5),
        (results(&plan, "2025-Q3", &shipped_files(), day("2025-12-08")), 5),
        (marked(&plan), 50),
    ] {
        let (secrets, messages) = (secrets(&results), all_messages(&results));
        are_found_in_ones_own(&secrets, &messages, at_least);
        assert_eq!(leaks(&results, &secrets, &messages), []);
    }
}

/// Files that bear the id of one office and the name of another lie in the folder of a third: what they say belongs to
/// nobody, so that nobody is told of it.
#[test]
fn what_nobody_knows_the_owner_of_is_told_to_nobody() {
    let plan = addressed(&shipped());
    let mut files = marked_files(&plan);
    let mut marks = BTreeSet::new();
    for (at, id) in plan.offices.iter().enumerate() {
        for (beside, named) in plan.offices.iter().enumerate().filter(|(beside, _)| *beside != at) {
            let folder =
                plan.offices.iter().map(|office| &office.id).find(|of| ![&id.id, &named.id].contains(of)).unwrap();
            let mut text = format!("Mã đơn vị;{}\nTên đơn vị;{}\nMã;Kỳ này;Ghi chú\n", id.id, named.name);
            for (line, element) in plan.elements_of(&id.id).enumerate() {
                let mark = (90_000_000 + 100_000 * at + 10_000 * beside + 7 * line).to_string();
                writeln!(text, "{};{mark};ghi chú {mark}", element.id).unwrap();
                marks.insert(mark);
            }
            files.insert(format!("2025-Q4/riêng {folder}/{at}{beside}.csv"), text.into_bytes());
        }
    }
    let results = results(&plan, "2025-Q4", &files, day("2025-12-08"));
    let disputed = results.findings.iter().filter(|worded| worded.finding.code.as_str() == "I102").count();
    assert_eq!(disputed, plan.offices.len() * (plan.offices.len() - 1));
    let (secrets, messages) = (secrets(&results), all_messages(&results));
    assert_eq!(leaks(&results, &secrets, &messages), []);
    for text in messages.iter().map(read) {
        assert_eq!(marks.iter().find(|mark| text.has(mark)), None);
    }
}

/// A figure, a finding, a file's name, an office's name, a whole form: whatever slips into another's message is found.
#[test]
fn a_planted_leak_is_found() {
    let plan = addressed(&shipped());
    let mut results = marked(&plan);
    let (secrets, messages) = (secrets(&results), all_messages(&results));
    let of = |office: &str| messages.iter().find(|message| message.office == Some(OfficeId::new(office))).unwrap();
    let (to, from) = (of("kt"), of("vp"));
    let figure =
        results.figures.iter().find(|figure| figure.office.as_str() == "vp" && figure.value.is_some()).unwrap();
    let file = results.files.iter().find(|file| file.office == Some(OfficeId::new("vp"))).unwrap();
    let file = file.path.rsplit('/').next().unwrap().to_owned();
    let value = figure.value.clone().unwrap();
    let mut planted = Vec::new();
    for text in [value.to_string(), value.vietnamese(0), file, "Văn phòng HĐND và UBND".to_owned()] {
        planted.push(Message { text: format!("{} {text}", to.text), ..to.clone() });
        planted.push(Message { html: to.html.replace("</body>", &text), ..to.clone() });
        planted.push(Message { subject: text, ..to.clone() });
    }
    let swapped = Attachment { bytes: from.attachments[0].bytes.clone(), ..to.attachments[0].clone() };
    planted.push(Message { attachments: vec![swapped], ..to.clone() });
    let steps = |office: &str| results.revisions[&OfficeId::new(office)][0].findings.clone();
    let mixed = [steps("kt"), steps("vp")].concat();
    results.revisions.get_mut(&OfficeId::new("kt")).unwrap()[0].findings = mixed;
    let form = return_of(&results, plan.office(&OfficeId::new("kt")).unwrap(), Lang::Vi).unwrap();
    planted.push(Message { attachments: vec![Attachment::new("kt.xlsx", form)], ..to.clone() });
    for (number, message) in planted.iter().enumerate() {
        let found = leaks(&results, &secrets, std::slice::from_ref(message));
        assert!(found.iter().any(|(to, from, _)| (&**to, &**from) == ("kt", "vp")), "leak {number} is not found");
    }
}
