//! Messages against a real mail server, which the tests start: what arrives, what does not, and what is known of it.

#![cfg(unix)]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod house;

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::time::Instant;

use serde_json::Value;

use super::*;
use crate::digest::sha256;
use crate::ledger::MailStep;
use crate::mail::{Attachment, Kind, Mailbox};
use crate::model::{OfficeId, PeriodId};
use house::House;

fn period() -> Period {
    crate::shell::workspace::tests::shipped_plan().period(&PeriodId::new("2025-Q4")).unwrap().clone()
}

/// A message to `name@tuky.example` with a file of so many bytes.
fn message(name: &str, bytes: usize) -> Message {
    Message {
        kind: Kind::Return,
        period: PeriodId::new("2025-Q4"),
        office: Some(OfficeId::new(name)),
        to: Mailbox {
            name: format!("Phòng Kinh tế, Hạ tầng và Đô thị «{name}»"),
            address: format!("{name}@tuky.example"),
        },
        subject: "Về kết quả kiểm tra số liệu cải cách hành chính quý IV năm 2025 của đơn vị".to_owned(),
        text: "Kính gửi quý đơn vị\n.\n..\nTrân trọng.\n".to_owned(),
        html: "<p>Kính gửi quý đơn vị</p>\n.\n".to_owned(),
        attachments: vec![Attachment::new(
            "Phiếu trả – đã kiểm tra.xlsx",
            (0..bytes).map(|at| u8::try_from(at * 7 % 256).unwrap()).collect(),
        )],
        note: None,
        key: "1".to_owned(),
    }
}

fn messages(names: &[&str]) -> Vec<Message> {
    names.iter().map(|name| message(name, 5_000)).collect()
}

/// What every message in the inbox must be, whichever way it came.
fn check(mail: &Value) {
    let name = mail["to"][0][1].as_str().unwrap().split('@').next().unwrap();
    let sent = message(name, 5_000);
    let header = |key: &str| mail["headers"][key].as_str().unwrap().to_owned();
    assert_eq!(mail["to"][0], serde_json::json!([sent.to.name, sent.to.address]));
    assert_eq!(mail["from"][0], serde_json::json!(["UBND xã Tứ Kỳ", "cchc@tuky.example"]));
    assert_eq!(header("subject"), sent.subject);
    assert_eq!(header("reply-to"), "vp@tuky.example");
    assert_eq!(header("message-id"), format!("<{}>", sent.id("tuky.example")));
    assert_eq!(header("auto-submitted"), "auto-generated");
    assert_eq!(mail["text"].as_str().unwrap().replace("\r\n", "\n"), sent.text);
    assert_eq!(mail["html"].as_str().unwrap().replace("\r\n", "\n"), sent.html);
    let attachment = &sent.attachments[0];
    assert_eq!(mail["attachments"][0]["name"], attachment.name);
    assert_eq!(mail["attachments"][0]["sha256"], attachment.sha256);
    assert_eq!(mail["attachments"][0]["type"], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    assert_eq!(mail["defects"], serde_json::json!([]));
}

#[test]
fn every_message_arrives_once_and_whole_with_either_way_of_tls() {
    for security in ["starttls", "tls"] {
        let house = House::with("server.pem", security, 1_000_000);
        let messages = messages(&["kt", "vp", "vhxh"]);
        assert_eq!(house.deliver(&messages, true), (0, [0, 3, 0, 0]));
        assert_eq!(house.deliver(&messages, true), (0, [0, 0, 3, 0]));
        let inbox = house.inbox();
        assert_eq!(inbox.len(), 3, "{security}");
        inbox.iter().for_each(check);
        let sent: Vec<String> = house.mails().into_iter().map(|mail| mail.eml).collect();
        assert!(inbox.iter().all(|mail| sent.contains(&mail["sha256"].as_str().unwrap().to_owned())), "byte for byte");
        assert_eq!(house.steps("kt"), [(MailStep::Sending, None), (MailStep::Sent, None)]);
        assert_eq!((house.outbox("").len(), house.outbox("da-gui").len()), (0, 3));
    }
}

#[test]
fn a_server_that_knows_login_alone_is_spoken_to_so() {
    let mut house = House::new();
    house.stop();
    house.start_without("PLAIN", "server.pem", "starttls", 1_000_000);
    assert_eq!(house.deliver(&messages(&["kt"]), true), (0, [0, 1, 0, 0]));
    check(&house.inbox()[0]);
}

#[test]
fn without_being_told_to_nothing_is_sent() {
    let house = House::new();
    let messages = messages(&["kt", "vp"]);
    assert_eq!(house.deliver(&messages, false), (0, [2, 0, 0, 0]));
    assert_eq!((house.outbox("").len(), house.inbox().len(), house.mails().len()), (2, 0, 0));
    house.settings("starttls", "[send]\nwithout_asking = true\n");
    assert_eq!(house.deliver(&messages, false), (0, [0, 2, 0, 0]));
    fs::remove_file(house.input().join("mail.toml")).unwrap();
    assert_eq!(house.deliver(&[message("hcc", 10)], false), (0, [1, 0, 0, 0]));
    let refused = house.refusal(&messages);
    assert!(refused.downcast_ref::<Problem>().unwrap().is("error-mail-no-settings"));
}

#[test]
fn a_bad_recipient_stops_nobody_else() {
    let house = House::new();
    let messages = messages(&["refused", "kt", "full", "spam", "vp"]);
    assert_eq!(house.deliver(&messages, true), (1, [0, 2, 0, 3]));
    let refused = |code: &str| [(MailStep::Sending, None), (MailStep::Refused, Some(code.to_owned()))];
    assert_eq!(house.steps("refused"), refused("A923"));
    assert_eq!(house.steps("full"), refused("A924"));
    assert_eq!(house.steps("spam"), refused("A923"));
    assert_eq!((house.outbox("").len(), house.inbox().len()), (3, 2));
}

#[test]
fn a_message_beyond_the_servers_size_is_not_handed_over() {
    let house = House::with("server.pem", "starttls", 20_000);
    assert_eq!(house.deliver(&[message("kt", 40_000), message("vp", 5_000)], true), (1, [0, 1, 0, 1]));
    assert_eq!(house.steps("kt").last().unwrap(), &(MailStep::Refused, Some("A925".to_owned())));
    assert_eq!((house.outbox("").len(), house.inbox().len()), (1, 1));
}

#[test]
fn greylisting_is_waited_for_and_what_stays_deferred_goes_later_unchanged() {
    let house = House::new();
    assert_eq!(house.deliver(&messages(&["grey", "kt"]), true), (0, [0, 2, 0, 0]));
    assert_eq!(house.steps("grey"), [(MailStep::Sending, None), (MailStep::Sent, None)]);
    let house = House::new();
    house.settings("starttls", "attempts = 1\n");
    for _ in 0..2 {
        assert_eq!(house.deliver(&messages(&["grey"]), true), (1, [0, 0, 0, 1]));
        assert_eq!(house.steps("grey").last().unwrap(), &(MailStep::Deferred, Some("A922".to_owned())));
        assert_eq!(house.outbox("").len(), 1);
    }
    assert_eq!(house.deliver(&messages(&["grey"]), true), (0, [0, 1, 0, 0]));
    let tried: BTreeSet<String> = house.mails().into_iter().map(|mail| mail.eml).collect();
    assert_eq!(tried.len(), 1, "the same bytes each time");
    check(&house.inbox()[0]);
}

#[test]
fn a_server_that_never_takes_it_is_told_of_after_the_last_attempt() {
    let house = House::new();
    assert_eq!(house.deliver(&messages(&["later", "kt"]), true), (1, [0, 1, 0, 1]));
    assert_eq!(house.steps("later"), [(MailStep::Sending, None), (MailStep::Deferred, Some("A922".to_owned()))]);
}

#[test]
fn a_wrong_password_is_tried_once_and_leaves_everything_in_the_outbox() {
    let house = House::new();
    house.password("sai");
    assert_eq!(troubles(&house.session(), &messages(&["kt"])), ["A920"]);
    assert_eq!(house.deliver(&messages(&["kt", "vp"]), true), (2, [0, 0, 0, 2]));
    assert_eq!((house.outbox("").len(), house.inbox().len(), house.mails().len()), (2, 0, 0));
    house.password("bí mật 123");
    assert_eq!(house.deliver(&messages(&["kt", "vp"]), true), (0, [0, 2, 0, 0]));
}

#[test]
fn a_password_that_others_can_read_is_refused() {
    let house = House::new();
    fs::set_permissions(house.input().join("mat-khau.txt"), fs::Permissions::from_mode(0o644)).unwrap();
    let refused = house.refusal(&messages(&["kt"]));
    assert!(refused.downcast_ref::<Problem>().unwrap().is("error-mail-password-open"));
    assert!(!format!("{refused:?}").contains("bí mật"));
}

#[test]
fn a_certificate_that_is_expired_of_an_unknown_authority_or_of_another_host_is_not_trusted() {
    for (certificate, security) in [
        ("expired.pem", "starttls"),
        ("expired.pem", "tls"),
        ("foreign.pem", "starttls"),
        ("elsewhere.pem", "starttls"),
        ("elsewhere.pem", "tls"),
    ] {
        let house = House::with(certificate, security, 1_000_000);
        let session = house.session();
        let messages = messages(&["kt"]);
        assert_eq!(house.deliver(&messages, true), (2, [0, 0, 0, 1]), "{certificate}");
        assert_eq!((house.outbox("").len(), house.inbox().len(), house.mails().len()), (1, 0, 0));
        assert_eq!(troubles(&session, &messages), ["A921"]);
    }
}

#[test]
fn a_server_that_is_not_there_is_told_of_in_time() {
    let mut house = House::new();
    house.stop();
    let begun = Instant::now();
    assert_eq!(house.deliver(&messages(&["kt", "vp"]), true), (2, [0, 0, 0, 2]));
    assert!(begun.elapsed().as_secs() < 5);
    assert_eq!(house.outbox("").len(), 2);
    assert_eq!(troubles(&house.session(), &messages(&["kt"])), ["A926"]);
    house.start("server.pem", "starttls", 1_000_000);
    assert_eq!(house.deliver(&messages(&["kt", "vp"]), true), (0, [0, 2, 0, 0]));
}

#[test]
fn a_server_that_hangs_costs_no_more_than_its_time() {
    let house = House::new();
    house.settings("starttls", "timeout_seconds = 1\nattempts = 2\nwait_seconds = 0\n");
    let begun = Instant::now();
    assert_eq!(house.deliver(&messages(&["hang", "kt"]), true), (2, [0, 1, 0, 1]));
    assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
    assert_eq!(house.steps("hang").last().unwrap(), &(MailStep::Deferred, Some("A926".to_owned())));
}

#[test]
fn an_edited_file_in_the_outbox_is_not_sent() {
    let house = House::new();
    house.deliver(&messages(&["kt", "vp"]), false);
    let path = house.folder.path().join("output/2025-Q4/outbox").join(&house.outbox("")[0]);
    let edited = fs::read_to_string(&path).unwrap().replace("auto-generated", "no");
    fs::write(&path, &edited).unwrap();
    assert_eq!(house.deliver(&messages(&["kt", "vp"]), true), (1, [0, 1, 0, 1]));
    assert_eq!(fs::read_to_string(&path).unwrap(), edited);
    fs::remove_file(&path).unwrap();
    assert_eq!(house.deliver(&messages(&["kt", "vp"]), true), (0, [0, 1, 1, 0]));
}

#[test]
fn a_run_that_died_is_taken_up_where_it_was() {
    let house = House::new();
    let messages = messages(&["kt"]);
    let settings = settings(&house.session()).unwrap().unwrap();
    let ledger = Ledger::open(&{
        fs::create_dir_all(house.folder.path().join("output")).unwrap();
        house.session().ledger()
    })
    .unwrap();
    let mut letter = Outgoing::of(&messages[0], &settings.sender, &[]);
    letter.entry.date = "2025-12-09T08:15:00+07:00".to_owned();
    ledger.tell_mail(&letter.step(MailStep::Sending, None, None), || ()).unwrap();
    drop(ledger);
    assert_eq!(house.deliver(&messages, true), (0, [0, 1, 0, 0]));
    assert_eq!(house.inbox()[0]["headers"]["date"], "Tue, 09 Dec 2025 01:15:00 +0000");
}

#[test]
fn what_may_be_with_its_recipient_goes_again_byte_for_byte_whatever_is_written_now() {
    let house = House::new();
    let first = message("kt", 5_000);
    house.deliver(std::slice::from_ref(&first), false);
    let laid = house.folder.path().join("output/2025-Q4/outbox").join(&house.outbox("")[0]);
    let before = fs::read(&laid).unwrap();
    let settings = settings(&house.session()).unwrap().unwrap();
    let mut letter = Outgoing::of(&first, &settings.sender, &[]);
    letter.become_earlier(before.clone());
    Ledger::open(&house.session().ledger())
        .unwrap()
        .tell_mail(&letter.step(MailStep::Sending, None, None), || ())
        .unwrap();
    let reworded = Message { text: "Lời khác.\n".to_owned(), ..first };
    assert_eq!(house.deliver(&[reworded], true), (0, [0, 1, 0, 0]));
    assert_eq!(house.inbox()[0]["sha256"], sha256(&before).as_str());
}

#[test]
fn letters_that_nobody_needs_any_more_leave_the_outbox_and_others_stay() {
    let house = House::new();
    house.deliver(&messages(&["kt", "vp"]), false);
    let folder = house.folder.path().join("output/2025-Q4/outbox");
    fs::write(folder.join("nhac-vp-0123456789ab.eml"), "của lệnh khác").unwrap();
    fs::write(folder.join("ghi chú.txt"), "của ai đó").unwrap();
    house.deliver(&messages(&["kt"]), false);
    let left = house.outbox("");
    assert_eq!(left.len(), 3, "{left:?}");
    assert!(left.iter().any(|name| name.starts_with("tra-phieu-kt-")), "{left:?}");
}

#[test]
fn what_lies_among_the_sent_ones_does_not_go_again_though_the_ledger_was_lost() {
    let house = House::new();
    assert_eq!(house.deliver(&messages(&["kt", "vp"]), true), (0, [0, 2, 0, 0]));
    fs::remove_file(house.session().ledger()).unwrap();
    assert_eq!(house.deliver(&messages(&["kt", "vp"]), true), (0, [0, 0, 2, 0]));
    let filed = house.folder.path().join("output/2025-Q4/outbox/da-gui").join(&house.outbox("da-gui")[0]);
    fs::remove_file(filed).unwrap();
    assert_eq!(house.deliver(&messages(&["kt", "vp"]), true), (0, [0, 1, 1, 0]));
    assert_eq!(house.inbox().len(), 3);
}

#[test]
fn a_second_run_does_not_wait_for_the_first() {
    let house = House::new();
    let _held = lock(&house.session()).unwrap();
    let refused = house.refusal(&messages(&["kt"]));
    assert!(refused.downcast_ref::<Problem>().unwrap().is("error-mail-busy"));
}

#[test]
fn a_newer_letter_takes_the_older_ones_place_and_a_second_round_answers_the_first() {
    let house = House::new();
    house.deliver(&messages(&["kt"]), false);
    let newer = Message { key: "2".to_owned(), ..message("kt", 5_000) };
    let others = Message { key: "2".to_owned(), ..message("kt-2", 5_000) };
    house.deliver(&[newer.clone(), others], false);
    assert_eq!(house.outbox("").len(), 2);
    house.deliver(std::slice::from_ref(&newer), true);
    house.deliver(&messages(&["kt"]), true);
    let answers = format!("<{}>", newer.id("tuky.example"));
    let inbox = house.inbox();
    assert_eq!(inbox[1]["headers"]["in-reply-to"], answers.as_str());
    assert!(inbox[0]["headers"].get("in-reply-to").is_none());
}

/// Codes of what the messages come to now.
fn troubles(session: &Session<'_>, messages: &[Message]) -> Vec<&'static str> {
    let settings = settings(session).unwrap().unwrap();
    let server = Server::of(session, settings.server.as_ref().unwrap()).unwrap();
    messages.iter().filter_map(|_| server.call().err()).map(|trouble| trouble.code).collect()
}

#[test]
fn hashes_in_the_ledger_are_those_of_the_files() {
    let house = House::new();
    house.deliver(&messages(&["kt"]), true);
    let sent =
        fs::read(house.folder.path().join("output/2025-Q4/outbox/da-gui").join(&house.outbox("da-gui")[0])).unwrap();
    let mails = house.mails();
    assert!(mails.iter().all(|mail| mail.eml == sha256(&sent)));
    assert_eq!(mails[0].attachments[0].sha256, message("kt", 5_000).attachments[0].sha256);
}
