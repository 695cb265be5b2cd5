//! `remind`, `return` and `send` as people run them, up to what is shown.

use std::fs;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};

use cchc::digest::{sha256, short};
use serde_json::Value;

use crate::cli::{cchc_over, input_copy, output_of};

/// A copy of the shipped input in whose plan everybody has an address but those named.
pub(super) fn input(folder: &Path, without: &[&str]) -> PathBuf {
    let input = input_copy(folder);
    let path = input.join("plan/plan.toml");
    let mut plan = fs::read_to_string(&path).unwrap();
    for office in ["vhxh", "vp", "kt", "ttvh", "ttpvhcc"].iter().filter(|office| !without.contains(office)) {
        let id = format!("id = \"{office}\"\nname");
        assert!(plan.contains(&id));
        plan = plan.replace(&id, &format!("email = \"{office}@tuky.example\"\n{id}"));
    }
    if !without.contains(&"recipient") {
        plan = plan.replace("[recipient]\n", "[recipient]\nemail = \"vanthu.snv@haiphong.example\"\n");
    }
    fs::write(path, plan).unwrap();
    input
}

/// Runs a command over this input; its exit status and all that it says.
pub(super) fn run(input: &Path, folder: &Path, line: &[&str]) -> (i32, String) {
    let (status, stdout, stderr) = output_of(cchc_over(input, folder).args(line));
    (status, stdout + &stderr)
}

/// The folder of the fourth quarter's outputs, after a report.
pub(super) fn reported(input: &Path, folder: &Path) -> PathBuf {
    let (status, said) = run(input, folder, &["report", "--period", "2025-Q4"]);
    assert_eq!(status, 1, "{said}");
    folder.join("output/2025-Q4")
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    names
}

#[test]
fn who_has_no_address_is_named_and_everybody_else_is_written_to() {
    let folder = tempfile::tempdir().unwrap();
    let input = input(folder.path(), &["vp", "recipient"]);
    fs::rename(input.join("2025-Q4"), folder.path().join("later")).unwrap();
    let (status, said) = run(&input, folder.path(), &["nhac", "--period", "2025-Q4"]);
    assert_eq!(status, 1, "{said}");
    assert!(said.contains("D855") && said.contains("Văn phòng HĐND và UBND"), "{said}");
    for office in ["vhxh", "kt", "ttvh", "ttpvhcc"] {
        assert!(said.contains(&format!("<{office}@tuky.example>")), "{office}\n{said}");
    }
    fs::rename(folder.path().join("later"), input.join("2025-Q4")).unwrap();
    let (status, said) = run(&input, folder.path(), &["nhac", "--period", "2025-Q4"]);
    assert_eq!(status, 0, "everybody has reported\n{said}");
    let outputs = reported(&input, folder.path());
    let (status, said) = run(&input, folder.path(), &["return"]);
    assert_eq!(status, 1, "{said}");
    assert!(said.contains("D855") && said.contains("<kt@tuky.example>"), "{said}");
    let (status, said) = run(&input, folder.path(), &["send", "--accept-errors", "chờ bổ sung"]);
    assert_eq!(status, 1, "{said}");
    assert!(said.contains("D855") && said.contains("Sở Nội vụ"), "{said}");
    assert!(outputs.join("gui/HUONG-DAN.txt").is_file(), "all lies ready for the document system");
}

#[test]
fn a_form_of_another_office_is_refused_even_where_manifest_and_ledger_have_it() {
    let folder = tempfile::tempdir().unwrap();
    let input = input(folder.path(), &[]);
    let outputs = reported(&input, folder.path());
    let (own, other) = (outputs.join("returns/kt.xlsx"), outputs.join("returns/vp.xlsx"));
    let hashes = [&own, &other].map(|path| sha256(fs::read(path).unwrap()));
    fs::copy(&other, &own).unwrap();
    let manifest = outputs.join("manifest.json");
    let made = sha256(fs::read(&manifest).unwrap());
    fs::write(&manifest, fs::read_to_string(&manifest).unwrap().replace(&hashes[0], &hashes[1])).unwrap();
    let (status, said) = run(&input, folder.path(), &["return"]);
    assert!(status == 2 && said.contains("ledger.sqlite"), "no run made such a manifest\n{said}");
    let ledger = rusqlite::Connection::open(folder.path().join("output/ledger.sqlite")).unwrap();
    ledger.execute_batch("DROP TRIGGER events_stay").unwrap();
    let forged = [made, sha256(fs::read(&manifest).unwrap())];
    ledger.execute("UPDATE events SET body = replace(body, ?1, ?2) WHERE kind = 'run'", forged).unwrap();
    let (status, said) = run(&input, folder.path(), &["return"]);
    assert_eq!(status, 1, "{said}");
    assert!(said.contains("A927") && said.contains("«vp»"), "{said}");
    assert!(!said.contains("<kt@tuky.example>") && said.contains("<vp@tuky.example>"), "{said}");
}

#[test]
fn a_file_that_is_not_what_the_report_made_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let input = input(folder.path(), &[]);
    let outputs = reported(&input, folder.path());
    fs::copy(outputs.join("returns/vp.xlsx"), outputs.join("returns/kt.xlsx")).unwrap();
    fs::remove_file(outputs.join("returns/ttvh.xlsx")).unwrap();
    let (status, said) = run(&input, folder.path(), &["return"]);
    assert_eq!(status, 1, "{said}");
    assert!(said.contains("returns/kt.xlsx") && said.contains("returns/ttvh.xlsx"), "{said}");
    assert_eq!(said.matches("A928").count(), 2, "{said}");
    assert!(!said.contains("send --file"), "a return never goes to the report's recipient\n{said}");
    assert!(!said.contains("<kt@tuky.example>") && !said.contains("<ttvh@tuky.example>"), "{said}");
    let edited = outputs.join("bao-cao-cchc-2025-Q4.docx");
    fs::write(&edited, "sửa tay").unwrap();
    let accepted = ["send", "--accept-errors", "chờ bổ sung"];
    let (status, said) = run(&input, folder.path(), &accepted);
    assert_eq!(status, 1, "{said}");
    assert!(said.contains("A928") && !said.contains("<vanthu.snv@haiphong.example>"), "{said}");
    assert!(!outputs.join("gui").exists(), "nothing is laid ready");
    let name = edited.to_string_lossy().into_owned();
    let (status, said) = run(&input, folder.path(), &[&accepted[..], &["--file", &name]].concat());
    assert_eq!(status, 0, "{said}");
    assert_eq!(fs::read_to_string(outputs.join("gui/bao-cao-cchc-2025-Q4.docx")).unwrap(), "sửa tay");
}

#[test]
fn a_stale_report_or_none_stops_with_advice() {
    let folder = tempfile::tempdir().unwrap();
    let input = input(folder.path(), &[]);
    for command in ["return", "send"] {
        let (status, said) = run(&input, folder.path(), &[command]);
        assert_eq!(status, 2, "{said}");
        assert!(said.contains("cchc report --period 2025-Q4"), "{said}");
    }
    reported(&input, folder.path());
    let figures = input.join("2025-Q4/ttvh-so-lieu.csv");
    fs::write(&figures, fs::read_to_string(&figures).unwrap() + "\n").unwrap();
    for command in ["return", "send"] {
        let (status, said) = run(&input, folder.path(), &[command]);
        assert_eq!(status, 2, "{said}");
        assert!(said.contains("đã cũ") && said.contains("cchc report --period 2025-Q4"), "{said}");
    }
}

#[test]
fn letters_of_ones_own_do_not_make_a_report_stale() {
    let folder = tempfile::tempdir().unwrap();
    let input = input(folder.path(), &[]);
    let outputs = reported(&input, folder.path());
    let template = folder.path().join("templates/mail/return.hbs");
    fs::create_dir_all(template.parent().unwrap()).unwrap();
    fs::write(&template, "Phiếu trả cho {{office}}\n\nXem tệp {{file}}.\n").unwrap();
    let (status, said) = run(&input, folder.path(), &["return"]);
    assert_eq!(status, 0, "{said}");
    assert!(said.contains("Phiếu trả cho Phòng Kinh tế"), "{said}");
    fs::write(&template, "Phiếu trả\n\n{{offfice}}\n").unwrap();
    let (status, said) = run(&input, folder.path(), &["return"]);
    assert_eq!(status, 2, "{said}");
    assert!(said.contains("templates/mail/return.hbs") && said.contains("offfice"), "{said}");
    let before = fs::read(outputs.join("manifest.json")).unwrap();
    reported(&input, folder.path());
    assert!(fs::read(outputs.join("manifest.json")).unwrap() == before, "a report knows nothing of letters");
}

#[test]
fn errors_are_accepted_for_a_reason_or_the_report_stays() {
    let folder = tempfile::tempdir().unwrap();
    let input = input(folder.path(), &[]);
    let outputs = reported(&input, folder.path());
    let (status, said) = run(&input, folder.path(), &["gui"]);
    assert_eq!(status, 1, "{said}");
    assert!(said.contains("A930") && said.contains("--accept-errors") && !outputs.join("gui").exists(), "{said}");
    let (status, said) = run(&input, folder.path(), &["gui", "--accept-errors", "  "]);
    assert_eq!(status, 2, "{said}");
    let (status, said) = run(&input, folder.path(), &["gui", "--accept-errors", "Phòng Kinh tế bổ sung sau"]);
    assert_eq!(status, 0, "{said}");
    assert!(said.contains("[Dự thảo]") && said.contains("output/2025-Q4/gui"), "{said}");
    let (status, said) = run(&input, folder.path(), &["report", "--period", "2025-Q3"]);
    assert_eq!(status, 0, "{said}");
    let (status, said) = run(&input, folder.path(), &["gui", "--period", "2025-Q3"]);
    assert_eq!(status, 0, "no errors, no questions\n{said}");
    assert!(!said.contains("[Dự thảo]"), "{said}");
}

#[test]
fn everything_for_the_document_system_lies_in_one_folder_that_reports_leave_alone() {
    let folder = tempfile::tempdir().unwrap();
    let input = input(folder.path(), &[]);
    let outputs = reported(&input, folder.path());
    let signed = folder.path().join("Báo cáo đã ký.docx");
    fs::write(&signed, "đã ký").unwrap();
    fs::write(folder.path().join("scan.PDF"), "%PDF-1.7").unwrap();
    let send = ["send", "--accept-errors", "chờ", "--file", "Báo cáo đã ký.docx", "--file", "scan.PDF"];
    let (status, said) = run(&input, folder.path(), &send);
    assert_eq!(status, 0, "{said}");
    let ready = [
        "Báo cáo đã ký.docx",
        "cong-van-cchc-2025-Q4.docx",
        "HUONG-DAN.txt",
        "bao-cao-cchc-2025-Q4.html",
        "bao-cao-cchc-2025-Q4.xlsx",
        "manifest.json",
        "scan.PDF",
    ];
    let gui = outputs.join("gui");
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names
    };
    let expected = sorted(ready.iter().map(|name| (*name).to_owned()).collect());
    assert_eq!(names(&gui), expected);
    for name in ["bao-cao-cchc-2025-Q4.html", "bao-cao-cchc-2025-Q4.xlsx"] {
        assert!(fs::read(gui.join(name)).unwrap() == fs::read(outputs.join(name)).unwrap(), "{name}");
    }
    assert_eq!(fs::read_to_string(gui.join("Báo cáo đã ký.docx")).unwrap(), "đã ký");
    let (status, said) = run(&input, folder.path(), &["audit", "verify"]);
    assert_eq!(status, 0, "{said}");

    fs::write(gui.join("HUONG-DAN.txt"), "sửa tay").unwrap();
    fs::write(gui.join("scan-2.pdf"), "của ai đó").unwrap();
    reported(&input, folder.path());
    assert_eq!(fs::read_to_string(gui.join("HUONG-DAN.txt")).unwrap(), "sửa tay", "a report leaves the folder alone");
    let (status, said) = run(&input, folder.path(), &["send", "--accept-errors", "chờ"]);
    assert_eq!(status, 0, "{said}");
    let now = names(&gui);
    assert!(now.contains(&"HUONG-DAN.sua-tay-1.txt".to_owned()) && now.contains(&"scan-2.pdf".to_owned()), "{now:?}");
    assert!(now.contains(&"bao-cao-cchc-2025-Q4.docx".to_owned()), "{now:?}");
    assert!(!now.contains(&"Báo cáo đã ký.docx".to_owned()), "what is no longer sent no longer lies there: {now:?}");
    for name in ["Báo cáo ký số.pdf", "Công văn ký số.pdf", "Công văn đã sửa.docx", "khác.docx"] {
        fs::write(folder.path().join(name), name).unwrap();
    }
    let with = |files: &[&str]| {
        let given = files.iter().flat_map(|file| ["--file", file]);
        run(&input, folder.path(), &["send", "--accept-errors", "a"].into_iter().chain(given).collect::<Vec<_>>())
    };
    let (status, said) = with(&["Báo cáo ký số.pdf", "Công văn ký số.pdf", "Công văn đã sửa.docx"]);
    assert_eq!(status, 0, "{said}");
    assert_eq!(said.matches("thay bản chương trình lập").count(), 1, "{said}");
    let now = names(&gui);
    for name in ["Báo cáo ký số.pdf", "Công văn ký số.pdf", "Công văn đã sửa.docx", "bao-cao-cchc-2025-Q4.docx"]
    {
        assert!(now.contains(&name.to_owned()), "{now:?}");
    }
    assert!(!now.contains(&"cong-van-cchc-2025-Q4.docx".to_owned()), "{now:?}");
    let (status, said) = with(&["Báo cáo đã ký.docx", "khác.docx"]);
    assert!(status == 2 && said.contains("cùng thay cho một tệp"), "{said}");
}

#[test]
fn the_covering_letter_goes_along_and_can_be_replaced_by_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let input = input(folder.path(), &[]);
    let gui = reported(&input, folder.path()).join("gui");
    let send = ["send", "--accept-errors", "chờ"];
    let (status, said) = run(&input, folder.path(), &send);
    assert_eq!(status, 0, "{said}");
    let name = "cong-van-cchc-2025-Q4.docx";
    let generated = fs::read(gui.join(name)).unwrap();
    assert!(said.contains(name) && said.contains(short(&sha256(&generated))), "{said}");
    let mut package = zip::ZipArchive::new(Cursor::new(generated)).unwrap();
    let mut text = String::new();
    package.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    for part in ["Số:      /UBND<", "V/v gửi Báo cáo", "năm 2025", "Kính gửi: Sở Nội vụ", "TM. ỦY BAN NHÂN DÂN"]
    {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(!text.contains("BÁO CÁO<") && !text.contains("Căn cứ"), "{text}");
    fs::write(folder.path().join(name), "đã ký").unwrap();
    let (status, said) = run(&input, folder.path(), &[&send[..], &["--file", name]].concat());
    assert_eq!(status, 0, "{said}");
    assert_eq!(fs::read_to_string(gui.join(name)).unwrap(), "đã ký");
    let generated = gui.join("bao-cao-cchc-2025-Q4.docx");
    assert!(fs::read(generated).unwrap().starts_with(b"PK"), "the report is what it was");
}

#[test]
fn json_stays_json() {
    let folder = tempfile::tempdir().unwrap();
    let input = input(folder.path(), &["vp"]);
    reported(&input, folder.path());
    for line in [&["return"][..], &["remind"], &["send", "--accept-errors", "chờ"]] {
        let (_, stdout, stderr) = output_of(cchc_over(&input, folder.path()).args(line).args(["--format", "json"]));
        let parsed: Result<Value, _> = serde_json::from_str(&stdout);
        assert!(parsed.is_ok(), "{line:?}\n{stdout}\n{stderr}");
    }
}
