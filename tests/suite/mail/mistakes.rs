//! Mistakes around mail: in the plan, in extensions, in what is to be sent, in what was lost.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;

use serde_json::Value;

use super::commands::{input, reported, run};

/// What a command says as JSON, with its exit status.
fn json(input: &Path, folder: &Path, line: &[&str]) -> (i32, Value) {
    let (status, said) = run(input, folder, &[line, &["--format", "json"]].concat());
    let end = said.rfind("\n}").map_or(said.len(), |at| at + 2);
    (status, serde_json::from_str(said.get(said.find('{').unwrap_or_default()..end).unwrap()).unwrap())
}

/// Ids of a command's messages, by office.
fn ids(input: &Path, folder: &Path, command: &str) -> BTreeMap<String, String> {
    let (_, said) = json(input, folder, &[command]);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let messages = said["messages"].as_array().unwrap().clone();
    messages.iter().map(|message| (text(&message["office"]), text(&message["message_id"]))).collect()
}

/// Changes the plan's main file.
fn change(input: &Path, from: &str, to: &str) {
    let path = input.join("plan/plan.toml");
    let plan = fs::read_to_string(&path).unwrap();
    assert!(plan.contains(from));
    fs::write(path, plan.replace(from, to)).unwrap();
}

fn codes(said: &Value) -> Vec<&str> {
    said["findings"].as_array().unwrap().iter().map(|finding| finding["code"].as_str().unwrap()).collect()
}

#[test]
fn a_return_goes_again_only_to_whom_it_says_something_new() {
    let folder = tempfile::tempdir().unwrap();
    let input = input(folder.path(), &["vp"]);
    reported(&input, folder.path());
    let before = ids(&input, folder.path(), "return");
    assert_eq!(before.len(), 4);
    change(&input, "id = \"vp\"\nname", "email = \"vp@tuky.example\"\nid = \"vp\"\nname");
    reported(&input, folder.path());
    let mut after = ids(&input, folder.path(), "return");
    assert!(after.remove("vp").is_some());
    assert_eq!(after, before, "the plan has another hash, and the forms say what they said");
}

#[test]
fn an_extension_that_cannot_be_understood_holds_back_who_may_be_meant() {
    let folder = tempfile::tempdir().unwrap();
    let input = input(folder.path(), &[]);
    fs::remove_file(input.join("2025-Q4/Phong Kinh te.ods")).unwrap();
    let on = ["--as-of", "2025-12-10"];
    let remind = |rows: &str| {
        let head = "Đơn vị;Gia hạn đến;Người quyết định;Lý do;Ngày\n";
        fs::write(input.join("2025-Q4/gia-han.csv"), format!("{head}{rows}")).unwrap();
        json(&input, folder.path(), &[&["remind", "--period", "2025-Q4"][..], &on].concat())
    };
    for (rows, code) in
        [("Phòng Kinh te xa;12/12/2025;Chủ tịch;bão;\n", "D853"), ("kt;15/12/2025;;hỏng máy;\n", "D854")]
    {
        let (status, said) = remind(rows);
        assert_eq!((status, codes(&said)), (1, vec![code, "D860"]));
        assert_eq!(said["messages"], Value::Array(Vec::new()));
        let (status, said) = run(&input, folder.path(), &["status", "--period", "2025-Q4"]);
        assert!(status == 1 && said.contains(code) && said.contains("gia-han.csv"), "{said}");
        let (_, said) = json(&input, folder.path(), &["status", "--period", "2025-Q4"]);
        assert_eq!(codes(&said["periods"][0]), [code]);
    }
    let (status, said) = remind("vp;15/12/2025;;hỏng máy;\n");
    assert_eq!((status, codes(&said)), (0, vec!["D854"]), "of another office nothing is in doubt");
    assert_eq!(said["messages"][0]["office"], "kt");
    let (status, said) = remind("kt;12/12/2024;Chủ tịch;bão;\n");
    assert_eq!((status, codes(&said)), (1, vec!["D856", "D860"]), "such a day is a slip of the year");
    let (status, said) = remind("kt;15/1;Chủ tịch;bão;\n");
    assert_eq!((status, codes(&said)), (0, vec!["V318", "D861"]), "the next such day");
    fs::write(input.join("2025-Q4/received.csv"), [0_u8; 64]).unwrap();
    let (status, said) = remind("vp;15/12/2025;Chủ tịch;hỏng máy;\n");
    assert_eq!(said["messages"][0]["office"], "kt", "a broken register says nothing of extensions\n{said}");
    assert_eq!(status, 1, "{said}");
}

#[test]
fn a_ledger_that_was_only_begun_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let input = input(folder.path(), &[]);
    fs::create_dir_all(folder.path().join("output")).unwrap();
    fs::write(folder.path().join("output/ledger.sqlite"), "").unwrap();
    let line = ["remind", "--period", "2025-Q3", "--as-of", "2025-09-08"];
    let (status, said) = run(&input, folder.path(), &line);
    assert_eq!(status, 0, "{said}");
    let (status, said) = run(&input, folder.path(), &["audit", "log"]);
    assert!(status == 2 && said.contains("chưa có sổ cái"), "{said}");
}

#[test]
fn what_is_wrong_is_said_though_nothing_can_be_sent() {
    let folder = tempfile::tempdir().unwrap();
    let input = input(folder.path(), &["vp"]);
    reported(&input, folder.path());
    let (status, said) = run(&input, folder.path(), &["return", "--yes"]);
    assert!(status == 2 && said.contains("D855") && said.contains("mail.toml"), "{said}");
    let (status, said) = run(&input, folder.path(), &["send", "--yes"]);
    assert!(status == 2 && said.contains("A930") && said.contains("mail.toml"), "{said}");
}

#[test]
fn a_day_without_reminders_says_so_and_can_be_made_one() {
    let folder = tempfile::tempdir().unwrap();
    let input = input(folder.path(), &[]);
    fs::remove_file(input.join("2025-Q4/Phong Kinh te.ods")).unwrap();
    let line = ["remind", "--period", "2025-Q4", "--as-of"];
    let (status, said) = run(&input, folder.path(), &[&line[..], &["2025-12-03"]].concat());
    assert_eq!(status, 0, "{said}");
    assert!(said.contains("D861") && said.contains("Phòng Kinh tế") && said.contains("--now"), "{said}");
    let (status, said) = run(&input, folder.path(), &[&line[..], &["2025-12-03", "--now"]].concat());
    assert!(status == 0 && said.contains("<kt@tuky.example>") && !said.contains("D861"), "{said}");
    for day in ["2025-12-04", "2025-12-06"] {
        let (_, said) = run(&input, folder.path(), &[&line[..], &[day]].concat());
        assert!(said.contains("<kt@tuky.example>"), "{day}: {said}");
    }
}

#[test]
fn what_is_no_address_is_named_before_any_server_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let input = input(folder.path(), &[]);
    change(&input, "kt@tuky.example", "Phòng KT <kt@tuky.example>");
    let outputs = reported(&input, folder.path());
    let (status, said) = run(&input, folder.path(), &["return"]);
    assert_eq!(status, 1, "{said}");
    assert!(said.contains("D859") && said.contains("[[office]] id = \"kt\""), "{said}");
    assert_eq!(fs::read_dir(outputs.join("outbox")).unwrap().count(), 4, "nothing for it lies in the outbox");
}

#[test]
fn a_ledger_that_does_not_know_the_report_stops_the_mail() {
    let folder = tempfile::tempdir().unwrap();
    let input = input(folder.path(), &[]);
    reported(&input, folder.path());
    let ledger = folder.path().join("output/ledger.sqlite");
    fs::rename(&ledger, folder.path().join("away")).unwrap();
    for line in [&["return"][..], &["send", "--accept-errors", "chờ"]] {
        let (status, said) = run(&input, folder.path(), line);
        assert_eq!(status, 2, "{said}");
        assert!(said.contains("ledger.sqlite") && said.contains("cchc report"), "{said}");
    }
    fs::rename(folder.path().join("away"), &ledger).unwrap();
    assert_eq!(run(&input, folder.path(), &["return"]).0, 0);
}

#[test]
fn what_mail_cannot_carry_is_refused_before_anything_is_laid_ready() {
    let folder = tempfile::tempdir().unwrap();
    let input = input(folder.path(), &[]);
    let outputs = reported(&input, folder.path());
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    for name in ["manifest.json", "HUONG-DAN.txt", "Manifest.JSON", "huong-dan.TXT", ".an"] {
        fs::write(at(name), "x").unwrap();
    }
    fs::write(at("trống.docx"), "").unwrap();
    fs::create_dir(at("thư mục")).unwrap();
    File::create(at("lớn.pdf")).unwrap().set_len(101 << 20).unwrap();
    for (name, says) in [
        ("manifest.json", "manifest.json"),
        ("HUONG-DAN.txt", "HUONG-DAN.txt"),
        ("Manifest.JSON", "Manifest.JSON"),
        ("huong-dan.TXT", "huong-dan.TXT"),
        (".an", ".an"),
        ("trống.docx", "không có gì bên trong"),
        ("thư mục", "không phải là một tệp"),
        ("không có.docx", "không phải là một tệp"),
        ("lớn.pdf", "100 MB"),
    ] {
        let (status, said) = run(&input, folder.path(), &["gui", "--accept-errors", "chờ", "--file", &at(name)]);
        assert!(status == 2 && said.contains(says), "{name}: {said}");
        assert!(!outputs.join("gui").exists(), "{name}");
    }
}

#[test]
fn a_letter_without_words_is_an_error_and_a_mark_of_byte_order_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let input = input(folder.path(), &[]);
    reported(&input, folder.path());
    let template = folder.path().join("templates/mail/return.hbs");
    fs::create_dir_all(template.parent().unwrap()).unwrap();
    for text in ["", "Chỉ có tiêu đề\n", "\n\n"] {
        fs::write(&template, text).unwrap();
        let (status, said) = run(&input, folder.path(), &["return"]);
        assert!(status == 2 && said.contains("templates/mail/return.hbs"), "{text:?} {said}");
    }
    fs::remove_file(&template).unwrap();
    let page = folder.path().join("templates/mail/page.hbs");
    for text in ["", "<h1>{{subject}}</h1>\n"] {
        fs::write(&page, text).unwrap();
        let (status, said) = run(&input, folder.path(), &["return"]);
        assert!(status == 2 && said.contains("templates/mail/page.hbs"), "{text:?} {said}");
    }
    fs::remove_file(&page).unwrap();
    fs::write(&template, "\u{feff}Phiếu trả\n\nXem tệp {{file}}.\n").unwrap();
    let (status, said) = json(&input, folder.path(), &["return"]);
    assert_eq!((status, said["messages"][0]["subject"].as_str()), (0, Some("Phiếu trả")));
    fs::write(&template, [b'T', 0xe3, b'\n']).unwrap();
    let (status, said) = run(&input, folder.path(), &["return"]);
    assert!(status == 2 && said.contains("UTF-8") && !said.contains("valid"), "{said}");
}

#[test]
fn programs_and_the_log_learn_what_was_refused() {
    let folder = tempfile::tempdir().unwrap();
    let input = input(folder.path(), &["vp"]);
    reported(&input, folder.path());
    let (status, said) = json(&input, folder.path(), &["send", "--log", "cchc.log"]);
    assert_eq!((status, codes(&said)), (1, vec!["A930"]));
    let (status, said) = json(&input, folder.path(), &["return"]);
    assert_eq!((status, codes(&said)), (1, vec!["D855"]));
    run(&input, folder.path(), &["check", "--log", "cchc.log"]);
    run(&input, folder.path(), &["explain", "hs_da_gq", "--log", "cchc.log"]);
    let log = fs::read_to_string(folder.path().join("cchc.log")).unwrap();
    assert_eq!(log.lines().count(), 3, "{log}");
    assert!(log.lines().all(|line| line.contains("\"period\":\"2025-Q4\"")), "{log}");
}
