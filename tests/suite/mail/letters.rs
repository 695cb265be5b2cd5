//! The words of all letters, for the shipped rounds and for what these do not show.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use cchc::mail::{
    Attachment, Kind, Letters, Mailbox, Message, NoMailbox, Reminders, guide, mailbox, recipient, reminders, report,
    report_letter,
};
use cchc::model::OfficeState::{Empty, Missing, Nil, Rejected};
use cchc::model::{DayOff, Deadline, Extension, OfficeId, Plan, Results, Source};
use cchc::templates::TemplateProblem;

use super::{addressed, collected, day, embedded, results, returns, shipped_files};
use crate::round::plan;
use crate::shipped_rules::shipped;

/// As it stands in the ledger of nobody.
const HEAD: &str = "f1681b919990992936c6ba7926cd6bfa4519ccdbffe06b66f92c5a47a3590bb1";

/// Messages as people read them.
fn spelled(messages: &[Message]) -> String {
    messages.iter().fold(String::new(), |mut all, message| {
        let Message { kind, to, subject, text, attachments, .. } = message;
        let files: Vec<&str> = attachments.iter().map(|file| file.name.as_str()).collect();
        let files = files.join(", ");
        writeln!(all, "=== {kind:?}: {} <{}> [{files}]\n{subject}\n\n{text}", to.name, to.address).unwrap();
        all
    })
}

fn of_period(period: &str, as_of: &str) -> Results {
    let results = results(&addressed(&shipped()), period, &shipped_files(), day(as_of));
    Results { chain_head: Some(HEAD.to_owned()), ..results }
}

fn reminded(period: &str, as_of: &str, files: &BTreeMap<String, Vec<u8>>) -> Vec<Message> {
    let plan = addressed(&shipped());
    let collection = collected(&results(&plan, period, files, day(as_of)), day(as_of));
    let Reminders { messages, unreachable, .. } = reminders(&plan, &collection, None, Some(HEAD), embedded()).unwrap();
    assert!(unreachable.is_empty());
    messages
}

#[test]
fn returns_and_report_of_the_shipped_rounds_read_as_recorded() {
    for (period, as_of) in [("2025-Q3", "2025-09-10"), ("2025-Q4", "2025-12-08")] {
        let results = of_period(period, as_of);
        let files: Vec<Attachment> = ["xlsx", "html", "docx"]
            .iter()
            .map(|extension| Attachment::new(format!("bao-cao-cchc-{period}.{extension}"), Vec::new()))
            .chain([Attachment::new(format!("cong-van-cchc-{period}.docx"), Vec::new())])
            .collect();
        let letter = report_letter(&results, &files, embedded()).unwrap();
        let to = recipient(&results.plan.recipient).unwrap();
        let guide = guide(&results, &files, embedded()).unwrap();
        let mut messages = returns(&results, day(as_of));
        messages.push(report(&results, to, letter, files, None));
        let said = spelled(&messages) + "=== HUONG-DAN.txt\n" + &guide;
        insta::assert_snapshot!(format!("letters_{}", period.to_lowercase().replace('-', "_")), said);
    }
}

#[test]
fn reminders_of_the_shipped_rounds_read_as_recorded() {
    let nothing = BTreeMap::new();
    let days = ["2025-12-04", "2025-12-09", "2025-12-12"];
    let of_a_day = |as_of: &&str| reminded("2025-Q4", as_of, &nothing).into_iter().next();
    let messages: Vec<Message> = days.iter().filter_map(of_a_day).collect();
    insta::assert_snapshot!("reminders", spelled(&messages));
}

#[test]
fn nobody_is_reminded_of_what_has_come() {
    assert_eq!(reminded("2025-Q4", "2025-12-04", &shipped_files()), []);
    let mut files = shipped_files();
    files.retain(|path, _| !path.contains("Phong Kinh te"));
    let messages = reminded("2025-Q4", "2025-12-12", &files);
    let of = |message: &Message| (message.kind, message.office.clone(), message.key.clone());
    assert_eq!(
        messages.iter().map(of).collect::<Vec<_>>(),
        [(Kind::Overdue, Some(OfficeId::new("kt")), "2025-12-12".to_owned())]
    );
}

/// State, until, day → kind, subject, and what the letter must say.
#[test]
fn an_office_is_told_what_is_known_of_it_and_its_own_last_day() {
    let plan = addressed(&plan(&BTreeMap::new()));
    let of = |state, until: &str, granted: bool, as_of: &str| {
        let mut collection = collected(&results(&plan, "2025-Q4", &BTreeMap::new(), day(as_of)), day(as_of));
        collection.office_due =
            Deadline { set: day("2025-12-07"), until: day("2025-12-08"), because: vec![DayOff::Sunday] };
        collection.offices.truncate(1);
        let standing = &mut collection.offices[0];
        (standing.state, standing.until) = (state, day(until));
        standing.extension = granted.then(|| Extension {
            office: standing.id.clone(),
            until: day(until),
            by: "Chủ tịch".into(),
            reason: "bão".into(),
            on: None,
            source: Source::file(&"gia-han.csv".into()),
        });
        reminders(&plan, &collection, None, None, embedded()).unwrap().messages
    };
    for (state, until, granted, as_of, kind, says) in [
        (
            Missing,
            "2025-12-08",
            false,
            "2025-12-05",
            Kind::Reminder,
            "Đến ngày 05/12/2025, Ủy ban nhân dân xã Mẫu chưa nhận được",
        ),
        (Missing, "2025-12-08", false, "2025-12-05", Kind::Reminder, "trước khi hết ngày 08/12/2025 (còn 3 ngày)"),
        (
            Missing,
            "2025-12-08",
            false,
            "2025-12-05",
            Kind::Reminder,
            "Lưu ý: hạn 07/12/2025 là Chủ nhật nên chuyển sang hết ngày 08/12/2025",
        ),
        (Missing, "2025-12-08", false, "2025-12-08", Kind::Reminder, "(hôm nay là hạn cuối)"),
        (Empty, "2025-12-08", false, "2025-12-05", Kind::Reminder, "trong biểu chưa có số liệu"),
        (Rejected, "2025-12-08", false, "2025-12-09", Kind::Overdue, "chưa tiếp nhận được số liệu nào"),
        (Missing, "2025-12-08", false, "2025-12-11", Kind::Overdue, "đã quá hạn 3 ngày"),
        (
            Missing,
            "2025-12-20",
            true,
            "2025-12-11",
            Kind::Reminder,
            "được gia hạn đến ngày này; hạn chung là hết ngày 08/12/2025",
        ),
        (Missing, "2025-12-20", true, "2025-12-21", Kind::Overdue, "đã quá hạn 1 ngày"),
    ] {
        let messages = of(state, until, granted, as_of);
        let [message] = messages.as_slice() else { panic!("{messages:?}") };
        assert_eq!(message.kind, kind, "{state:?} on {as_of}");
        assert!(message.text.contains(says), "{says} is not in\n{}", message.text);
        assert_eq!(message.text.contains("Lưu ý: hạn 07/12/2025"), !granted, "{}", message.text);
    }
    assert_eq!(of(Nil, "2025-12-08", false, "2025-12-11"), []);
}

#[test]
fn a_rhythm_leaves_days_out_and_counts_from_each_offices_own_last_day() {
    let plan = addressed(&plan(&BTreeMap::new()));
    let mut sent = BTreeSet::new();
    let mut of = |as_of: &str| {
        let mut collection = collected(&results(&plan, "2025-Q4", &BTreeMap::new(), day(as_of)), day(as_of));
        collection.offices[1].until = day("2025-12-14");
        let Reminders { messages, .. } = reminders(&plan, &collection, Some(&[5, 0, -2]), None, embedded()).unwrap();
        let new = messages.iter().filter(|message| sent.insert(message.id("tuky.example")));
        new.map(|message| message.office.as_ref().unwrap().to_string()).collect::<Vec<_>>().join(" ")
    };
    let said: Vec<String> = (1..=17).map(|at| of(&format!("2025-12-{at:02}"))).collect();
    let expected = [(4, "vhxh kt"), (9, "vhxh vp kt"), (11, "vhxh kt"), (14, "vp"), (16, "vp")];
    for (at, said) in (1..).zip(said) {
        let wanted = expected.iter().find(|(day, _)| *day == at).map_or("", |(_, offices)| offices);
        assert_eq!(said, wanted, "{at}/12");
    }
}

#[test]
fn a_second_round_says_what_became_of_the_first() {
    let plan = addressed(&plan(&BTreeMap::new()));
    let sheet =
        |day: &str, rows: &str| format!("Mã đơn vị;vhxh\nNgày lập;{day}/12/2025\nMã;Kỳ này\n{rows}").into_bytes();
    let files = BTreeMap::from([
        ("2025-Q4/vhxh-1.csv".to_owned(), sheet("05", "van_ban;ba\nhai_long;150\n")),
        ("2025-Q4/vhxh-2.csv".to_owned(), sheet("07", "hai_long;97,5\nvan_ban;bốn\nhinh_thuc;7\n")),
    ]);
    let messages = returns(&results(&plan, "2025-Q4", &files, day("2025-12-08")), day("2025-12-08"));
    let [message] = messages.as_slice() else { panic!("{messages:?}") };
    let says = "không kể cảnh báo về chính việc gửi lại: 1 điểm đã sửa, 1 điểm vẫn còn, 1 điểm mới.";
    assert!(message.text.contains(says), "{}", message.text);
}

#[test]
fn both_parts_say_the_same_and_markup_in_names_stays_text() {
    let mut plan = (*addressed(&plan(&BTreeMap::new()))).clone();
    plan.offices[0].name = "Phòng <b>A & B</b>\r\nBcc: x@y.example".to_owned();
    let collection =
        collected(&results(&Arc::new(plan.clone()), "2025-Q4", &BTreeMap::new(), day("2025-12-05")), day("2025-12-05"));
    let Reminders { messages, .. } = reminders(&plan, &collection, None, Some(HEAD), embedded()).unwrap();
    let message = &messages[0];
    assert!(
        message.html.contains("Phòng &lt;b&gt;A &amp; B&lt;/b&gt;") && !message.html.contains("<b>"),
        "{}",
        message.html
    );
    assert!(message.text.contains("Phòng <b>A & B</b>"), "{}", message.text);
    assert!(messages.iter().all(|message| !message.subject.contains(['\n', '\r'])));
    let bare = |html: &str| {
        let body = html.split_once("</h1>").unwrap().1;
        let without: String = body.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
        without
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    for message in &messages {
        assert_eq!(bare(&message.html), message.text.split_whitespace().collect::<Vec<_>>().join(" "));
    }
}

#[test]
fn a_template_on_disk_wins_and_a_broken_one_is_named_with_its_line() {
    let with = |text: &str| Letters::new(&BTreeMap::from([("mail/reminder.hbs".to_owned(), text.to_owned())]));
    let plan = addressed(&plan(&BTreeMap::new()));
    let collection = collected(&results(&plan, "2025-Q4", &BTreeMap::new(), day("2025-12-05")), day("2025-12-05"));
    let write = |text: &str| reminders(&plan, &collection, None, None, &with(text).unwrap());
    let Reminders { messages, .. } = write("Nhắc {{office}}\n\nMột.\nHai.\n\n- ba\n- bốn\n").unwrap();
    assert_eq!(
        (&*messages[1].subject, &*messages[1].text),
        ("Nhắc Văn phòng HĐND và UBND", "Một.\nHai.\n\n- ba\n- bốn\n")
    );
    let fault = write("Nhắc\n\n{{tên}} {{#if nobody}}x{{/if}}").unwrap_err();
    assert_eq!((&*fault.file, fault.line), ("mail/reminder.hbs", 3));
    assert!(matches!(fault.problem, TemplateProblem::UnknownVariable(_)), "{fault}");
    let fault = with("Nhắc\n{{#if office}}").unwrap_err();
    assert_eq!(fault.file, "mail/reminder.hbs");
}

#[test]
fn an_office_without_an_address_is_named_and_gets_nothing() {
    let mut plan = (*addressed(&plan(&BTreeMap::new()))).clone();
    plan.offices[1].email = Some("  ".to_owned());
    let collection =
        collected(&results(&Arc::new(plan.clone()), "2025-Q4", &BTreeMap::new(), day("2025-12-05")), day("2025-12-05"));
    let Reminders { messages, unreachable, .. } = reminders(&plan, &collection, None, None, embedded()).unwrap();
    assert_eq!(messages.iter().map(|m| &*m.to.address).collect::<Vec<_>>(), ["vhxh@tuky.example", "kt@tuky.example"]);
    assert_eq!(unreachable.iter().map(|(office, _)| office.id.as_str()).collect::<Vec<_>>(), ["vp"]);
    assert_eq!(mailbox(&plan.offices[1]), Err(NoMailbox::Unknown));
    for wrong in
        ["kt", "Phòng KT <kt@tuky.example>", "a@tuky.example, b@tuky.example", "kt@[127.0.0.1]", "kt@x\nBcc: y@z"]
    {
        plan.offices[1].email = Some(wrong.to_owned());
        assert_eq!(mailbox(&plan.offices[1]), Err(NoMailbox::Invalid(wrong.to_owned())));
    }
}

#[test]
fn the_letter_about_a_second_version_names_the_day_of_that_one() {
    let plan = addressed(&plan(&BTreeMap::new()));
    let form = |day: &str, figure: u32| {
        let mut text = format!("Mã đơn vị;kt\nKỳ báo cáo;2025-Q4\nNgày lập;{day}\nMã;Kỳ này\n");
        plan.elements_of(&OfficeId::new("kt")).for_each(|of| writeln!(text, "{};{figure}", of.id).unwrap());
        text.into_bytes()
    };
    let mut files = BTreeMap::from([("2025-Q4/kt.csv".to_owned(), form("05/12/2025", 3))]);
    let letter = |files: &_| {
        let results = results(&plan, "2025-Q4", files, day("2025-12-08"));
        returns(&results, day("2025-12-08")).remove(0).text
    };
    assert!(letter(&files).contains("(05/12/2025)"));
    files.insert("2025-Q4/kt-2.csv".to_owned(), form("07/12/2025", 4));
    let text = letter(&files);
    assert!(text.contains("(07/12/2025)") && text.contains("So với lần gửi trước"), "{text}");
}

/// What could not go on its day goes on the next, once; the last day ends what was due before it.
#[test]
fn a_reminder_is_due_until_the_next_one() {
    let plan = addressed(&plan(&BTreeMap::new()));
    let id = |as_of: &str, rhythm: Option<&[i64]>| {
        let collection = collected(&results(&plan, "2025-Q4", &BTreeMap::new(), day(as_of)), day(as_of));
        let day = reminders(&plan, &collection, rhythm, None, embedded()).unwrap();
        day.messages.first().map(|message| (message.kind, message.key.clone()))
    };
    let slot = |kind, day: &str| Some((kind, day.to_owned()));
    let rhythm = Some(&[5, 2, 0, -2][..]);
    for (as_of, expected) in [
        ("2025-12-03", None),
        ("2025-12-04", slot(Kind::Reminder, "2025-12-04")),
        ("2025-12-06", slot(Kind::Reminder, "2025-12-04")),
        ("2025-12-07", slot(Kind::Reminder, "2025-12-07")),
        ("2025-12-09", slot(Kind::Reminder, "2025-12-09")),
        ("2025-12-10", None),
        ("2025-12-11", slot(Kind::Overdue, "2025-12-11")),
        ("2025-12-30", slot(Kind::Overdue, "2025-12-11")),
    ] {
        assert_eq!(id(as_of, rhythm), expected, "{as_of}");
    }
    assert_eq!(id("2025-12-10", None), slot(Kind::Overdue, "2025-12-10"), "a day of one's own");
}

/// Equal input gives one id; another day, address, form or period another.
#[test]
fn a_message_is_known_again() {
    let id = |period: &str, as_of: &str| reminded(period, as_of, &BTreeMap::new())[0].id("tuky.example");
    assert_eq!(id("2025-Q4", "2025-12-04"), id("2025-Q4", "2025-12-04"));
    assert_ne!(id("2025-Q4", "2025-12-04"), id("2025-Q4", "2025-12-05"));
    assert_ne!(id("2025-Q3", "2025-09-04"), id("2025-Q4", "2025-09-04"));
    let one = &reminded("2025-Q4", "2025-12-04", &BTreeMap::new())[0];
    let elsewhere = Mailbox { address: "khac@tuky.example".to_owned(), ..one.to.clone() };
    assert_ne!(Message { to: elsewhere, ..one.clone() }.id("tuky.example"), one.id("tuky.example"));
    let of = |as_of: &str| returns(&of_period("2025-Q4", as_of), day(as_of))[0].id("tuky.example");
    assert_eq!(of("2025-12-08"), of("2025-12-20"), "a return is the same whatever the day");
    let results = of_period("2025-Q4", "2025-12-08");
    let mut other = results.clone();
    other.findings.clear();
    let id = |results: &Results| returns(results, day("2025-12-08"))[0].id("tuky.example");
    assert_ne!(id(&results), id(&other), "a form that says something else is another message");
    let plan = Arc::new(Plan { hash: "0".repeat(64), ..(*results.plan).clone() });
    assert_eq!(id(&results), id(&Results { plan, ..results.clone() }), "a comment in the plan changes no message");
}
