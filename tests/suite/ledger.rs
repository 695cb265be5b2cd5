//! The ledger around whole runs: what a report leaves in it, and what `audit` says.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::cli::{cchc_over, input_copy, output_of};

/// A report of a period; gives back its manifest.
fn report(input: &Path, folder: &Path, period: &str) -> Value {
    let (status, stdout, stderr) = output_of(cchc_over(input, folder).args(["report", "--period", period]));
    assert!(status < 2, "{stdout}\n{stderr}");
    json_of(&folder.join(format!("output/{period}/manifest.json")))
}

fn json_of(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// `audit …` with JSON.
fn audit(input: &Path, folder: &Path, arguments: &[&str]) -> (i32, Value) {
    let (status, stdout, stderr) =
        output_of(cchc_over(input, folder).arg("audit").args(arguments).args(["--format", "json"]));
    (status, serde_json::from_str(&stdout).unwrap_or_else(|_| panic!("{stdout}\n{stderr}")))
}

fn flaws(verified: &Value) -> Vec<String> {
    verified["flaws"].as_array().unwrap().iter().map(|flaw| format!("{} {}", flaw["flaw"], flaw["how"])).collect()
}

#[test]
fn a_second_run_adds_a_run_and_nothing_that_came() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let first = report(&input, folder.path(), "2025-Q4");
    let second = report(&input, folder.path(), "2025-Q4");
    assert_eq!(first, second);
    let (_, log) = audit(&input, folder.path(), &["log"]);
    let submissions = log["submissions"].as_array().unwrap();
    assert_eq!(submissions.last().unwrap()["hash"], first["chain_head"]);
    let events = log["events"].as_array().unwrap();
    let runs: Vec<&Value> = events.iter().filter(|event| event["entry"]["kind"] == "run").collect();
    assert_eq!(runs.len(), 2);
    assert_eq!(events.iter().filter(|event| event["entry"]["standing"] == "fixed").count(), 0);
    let (status, verified) = audit(&input, folder.path(), &["verify", "--head", first["chain_head"].as_str().unwrap()]);
    assert_eq!((status, &verified["whole"]), (0, &Value::Bool(true)), "{verified}");
}

#[test]
fn equal_input_gives_an_equal_head_in_every_output_that_bears_it() {
    let [one, other] = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let heads = [one.path(), other.path()].map(|folder| {
        let input = input_copy(folder);
        report(&input, folder, "2025-Q4")["chain_head"].as_str().unwrap().to_owned()
    });
    assert_eq!(heads[0], heads[1]);
    let outputs = one.path().join("output/2025-Q4");
    assert_eq!(json_of(&outputs.join("report.json"))["chain_head"], heads[0].as_str());
    let page = |name: &str| fs::read_to_string(outputs.join(name)).unwrap();
    assert!(page("kiem-tra-cchc-2025-Q4.html").contains(&heads[0]));
    assert!(!page("bao-cao-cchc-2025-Q4.html").contains(&heads[0]));
    let document = fs::File::open(outputs.join("bao-cao-cchc-2025-Q4.docx")).unwrap();
    let mut package = zip::ZipArchive::new(document).unwrap();
    let mut holding = Vec::new();
    for at in 0..package.len() {
        let file = package.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        if std::io::read_to_string(file).unwrap().contains(&heads[0]) {
            holding.push(name);
        }
    }
    assert_eq!(holding, ["docProps/custom.xml"]);
}

#[test]
fn what_came_for_earlier_periods_is_in_the_chain_whichever_is_reported_first() {
    let [one, other] = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let inputs = [one.path(), other.path()].map(input_copy);
    let third = report(&inputs[0], one.path(), "2025-Q3");
    let fourth = report(&inputs[0], one.path(), "2025-Q4");
    assert_ne!(third["chain_head"], fourth["chain_head"]);
    assert_eq!(report(&inputs[1], other.path(), "2025-Q4")["chain_head"], fourth["chain_head"]);
    // A head that was printed earlier stays in the ledger.
    let (status, verified) =
        audit(&inputs[0], one.path(), &["verify", "--head", third["chain_head"].as_str().unwrap()]);
    assert_eq!(status, 0, "{verified}");
}

#[test]
fn an_output_that_was_changed_or_is_gone_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    report(&input, folder.path(), "2025-Q4");
    let outputs = folder.path().join("output/2025-Q4");
    fs::write(outputs.join("bao-cao-cchc-2025-Q4.html"), "x").unwrap();
    fs::remove_file(outputs.join("report.json")).unwrap();
    let (status, verified) = audit(&input, folder.path(), &["verify"]);
    assert_eq!(status, 1);
    assert_eq!(flaws(&verified), [r#""output" "changed""#, r#""output" "missing""#]);
    let manifest = fs::read_to_string(outputs.join("manifest.json")).unwrap();
    fs::write(outputs.join("manifest.json"), manifest.replace("2025-12-10", "2025-12-11") + " ").unwrap();
    let (status, verified) = audit(&input, folder.path(), &["verify", "--head", &"0".repeat(64)]);
    assert_eq!(status, 1);
    assert_eq!(flaws(&verified), [r#""output" "unrecorded""#, r#""head" null"#]);
}

#[test]
fn a_file_with_personal_data_is_kept_by_its_hash_alone() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let file = input.join("2025-Q4/ttvh-so-lieu.csv");
    let text = fs::read_to_string(&file).unwrap() + "\n\nSTT;Họ và tên;Số CCCD\n1;Nguyễn Văn A;030012345678\n";
    fs::write(&file, text).unwrap();
    report(&input, folder.path(), "2025-Q4");
    let report = json_of(&folder.path().join("output/2025-Q4/report.json"));
    assert!(report["findings"].as_array().unwrap().iter().any(|finding| finding["code"] == "S221"));
    let (status, verified) = audit(&input, folder.path(), &["verify"]);
    // Exports of dossiers are never kept.
    let exports = fs::read_dir(input.join("2025-Q4/dossiers")).unwrap().map(|entry| entry.unwrap().path());
    let exports: Vec<Vec<u8>> = exports.map(|path| fs::read(path).unwrap()).collect();
    let by_hash = Value::from(1 + exports.len());
    assert_eq!((status, &verified["bytes"]["by_hash_alone"]), (0, &by_hash), "{verified}");
    let ledger = fs::read(folder.path().join("output/ledger.sqlite")).unwrap();
    let holds = |bytes: &[u8]| ledger.windows(bytes.len()).any(|window| window == bytes);
    assert!(!holds(b"030012345678"));
    assert!(exports.iter().all(|export| !holds(&export[..100])));
}

#[test]
fn forgotten_bytes_verify_as_removed() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    report(&input, folder.path(), "2025-Q4");
    let (_, log) = audit(&input, folder.path(), &["log", "--period", "2025-Q4"]);
    let hash = log["submissions"][0]["entry"]["sha256"].as_str().unwrap().to_owned();
    let forget =
        |reason: &str| output_of(cchc_over(&input, folder.path()).args(["audit", "forget", &hash, "--reason", reason]));
    assert_eq!(forget(" ").0, 2);
    let (status, stdout, stderr) = forget("gửi nhầm");
    assert_eq!(status, 0, "{stderr}");
    assert!(stdout.contains(&hash), "{stdout}");
    report(&input, folder.path(), "2025-Q4");
    let (status, stdout, _) = output_of(cchc_over(&input, folder.path()).args(["audit", "verify"]));
    assert_eq!(status, 0, "{stdout}");
    assert!(stdout.contains(&format!("{hash}: đã xóa")), "{stdout}");
}

#[test]
fn an_entry_says_who_handed_the_file_in_and_who_prepared_it() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let register = "file,received_at,from\nttvh-so-lieu.csv,2025-12-09 08:00,Chị Hoa (văn thư)\n";
    fs::write(input.join("2025-Q4/received.csv"), register).unwrap();
    report(&input, folder.path(), "2025-Q4");
    let (_, log) = audit(&input, folder.path(), &["log", "--office", "ttvh", "--period", "2025-Q4"]);
    let of = |path: &str, key: &str| {
        let entries = log["submissions"].as_array().unwrap().iter();
        entries.map(|entry| &entry["entry"]).find(|entry| entry["path"] == path).unwrap()[key].clone()
    };
    let figures = ["from", "by", "received_at", "basis"].map(|key| of("2025-Q4/ttvh-so-lieu.csv", key));
    assert_eq!(figures, ["Chị Hoa (văn thư)", "Phạm Thị D", "2025-12-09T08:00:00+07:00", "register"]);
    assert_eq!(of("2025-Q4/ttvh-thuyet-minh.csv", "from"), Value::Null);
}

#[test]
fn the_log_is_filtered_and_spelled_as_text_json_or_csv() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    report(&input, folder.path(), "2025-Q4");
    let (_, all) = audit(&input, folder.path(), &["log"]);
    let (_, some) = audit(&input, folder.path(), &["log", "--office", "kt", "--period", "2025-Q4"]);
    let entries = some["submissions"].as_array().unwrap();
    assert!(!entries.is_empty() && entries.len() < all["submissions"].as_array().unwrap().len());
    assert!(entries.iter().all(|entry| entry["entry"]["office"] == "kt" && entry["entry"]["period"] == "2025-Q4"));
    let log = |arguments: &[&str]| output_of(cchc_over(&input, folder.path()).args(["audit", "log"]).args(arguments));
    let (status, text, _) = log(&["--element", "hs_da_gq"]);
    assert!(status == 0 && text.contains("Chuỗi tệp đã nhận") && text.contains("ttpvhcc"), "{text}");
    let (status, csv, _) = log(&["--format", "csv"]);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    assert_eq!(status, 0);
    let rows = reader.records().map(Result::unwrap).filter(|row| &row[0] == "submissions").count();
    assert_eq!(rows, all["submissions"].as_array().unwrap().len());
    let (status, _, said) = output_of(cchc_over(&input, folder.path()).args(["check", "--format", "csv"]));
    assert!(status == 2 && said.contains("audit log"), "{said}");
}

/// What `docs/ledger.md` tells inspectors to run proves a ledger without this program.
#[test]
fn the_documented_script_recomputes_the_head() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let manifest = report(&input, folder.path(), "2025-Q4");
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/ledger.md")).unwrap();
    let script = page.split("```python\n").nth(1).unwrap().split("```").next().unwrap();
    assert!(script.lines().count() <= 20);
    let run = || {
        let ledger = folder.path().join("output/ledger.sqlite");
        Command::new("python3").args(["-c", script]).arg(ledger).output().unwrap()
    };
    let output = run();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains(manifest["chain_head"].as_str().unwrap()), "{said}");
}

#[test]
fn a_period_is_made_again_from_what_was_kept_to_the_byte() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    fs::write(input.join("2025-Q4/ban-quet.pdf"), "%PDF").unwrap();
    fs::write(input.join("limits.toml"), "seconds = 20\n").unwrap();
    fs::create_dir_all(folder.path().join("templates/text")).unwrap();
    fs::write(folder.path().join("templates/text/closing.hbs"), "Trên đây là báo cáo.\n").unwrap();
    let (status, _, said) =
        output_of(cchc_over(&input, folder.path()).args(["report", "--lang", "en", "--dated", "--phieu-doi-chieu"]));
    assert!(status < 2, "{said}");
    // What came later, and what lies there now, has no part in it.
    let again = |folder: &Path| audit(&input, folder, &["rebuild", "2025-Q4"]);
    fs::remove_dir_all(input.join("2025-Q4")).unwrap();
    fs::remove_dir_all(input.join("plan")).unwrap();
    let (status, rebuilt) = again(folder.path());
    assert_eq!((status, &rebuilt["identical"]), (0, &Value::Bool(true)), "{rebuilt}");
    let outputs = json_of(&folder.path().join("output/2025-Q4/manifest.json"))["outputs"].as_array().unwrap().len();
    assert_eq!(rebuilt["same"], outputs);
    let (_, log) = audit(&input, folder.path(), &["log", "--period", "2025-Q4", "--office", "kt"]);
    let came = &log["submissions"][0]["entry"];
    let forget = ["audit", "forget", came["sha256"].as_str().unwrap(), "--reason", "gửi nhầm"];
    assert_eq!(output_of(cchc_over(&input, folder.path()).args(forget)).0, 0);
    let (status, rebuilt) = again(folder.path());
    assert_eq!((status, &rebuilt["absent"][0]["why"]), (1, &Value::from("forgotten")), "{rebuilt}");
    assert_eq!(rebuilt["absent"][0]["path"], came["path"]);
}

#[test]
fn an_export_is_proved_with_and_without_this_program_and_is_the_same_each_time() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let manifest = report(&input, folder.path(), "2025-Q4");
    let head = manifest["chain_head"].as_str().unwrap();
    let export = |name: &str| {
        let arguments = ["audit", "export", "2025-Q4", "--to", name];
        let (status, stdout, stderr) = output_of(cchc_over(&input, folder.path()).args(arguments));
        assert_eq!(status, 0, "{stdout}{stderr}");
        fs::read(folder.path().join(name)).unwrap()
    };
    assert_eq!(export("mot.zip"), export("hai.zip"));
    let (status, verified) = audit(&input, folder.path(), &["verify", "mot.zip", "--head", head]);
    assert_eq!((status, &verified["whole"]), (0, &Value::Bool(true)), "{verified}");
    assert_eq!(verified["outputs"], manifest["outputs"].as_array().unwrap().len());

    let unpacked = folder.path().join("goi");
    zip::ZipArchive::new(fs::File::open(folder.path().join("mot.zip")).unwrap()).unwrap().extract(&unpacked).unwrap();
    let readme = fs::read_to_string(unpacked.join("README.txt")).unwrap();
    assert!(readme.contains(head) && readme.contains("python3 kiem-tra.py"), "{readme}");
    let prove = || Command::new("python3").arg(unpacked.join("kiem-tra.py")).arg(head).output().unwrap();
    let output = prove();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for name in ["submissions.jsonl", "events.jsonl", "outputs/report.json"] {
        let path = unpacked.join(name);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replacen("2025", "2024", 1)).unwrap();
        assert!(!prove().status.success(), "{name}");
        fs::write(&path, text).unwrap();
    }
    assert!(prove().status.success());
}

#[test]
fn an_export_that_was_changed_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    report(&input, folder.path(), "2025-Q4");
    let arguments = ["audit", "export", "2025-Q4", "--to", "goi.zip"];
    assert_eq!(output_of(cchc_over(&input, folder.path()).args(arguments)).0, 0);
    let mut package = zip::ZipArchive::new(fs::File::open(folder.path().join("goi.zip")).unwrap()).unwrap();
    for (name, from, to, expected) in [
        ("submissions.jsonl", "Phong Kinh te", "Phong Kinh tE", r#""entry" "changed""#),
        ("outputs/report.json", "cchc-report", "cchc-Report", r#""output" "changed""#),
        ("contents.json", "2025-Q4", "2025-Q3", r#""output" "changed""#),
        ("manifest.json", "cchc-manifest", "cchc-Manifest", r#""output" "unrecorded""#),
    ] {
        let mut writer = zip::ZipWriter::new(fs::File::create(folder.path().join("khac.zip")).unwrap());
        for at in 0..package.len() {
            let mut file = package.by_index(at).unwrap();
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut file, &mut bytes).unwrap();
            if file.name().unwrap() == name {
                let text = String::from_utf8(bytes).unwrap();
                assert!(text.contains(from), "{name}");
                bytes = text.replacen(from, to, 1).into_bytes();
            }
            writer.start_file(file.name().unwrap(), zip::write::SimpleFileOptions::default()).unwrap();
            std::io::Write::write_all(&mut writer, &bytes).unwrap();
        }
        writer.finish().unwrap();
        let (status, verified) = audit(&input, folder.path(), &["verify", "khac.zip"]);
        assert_eq!(status, 1, "{name}");
        assert!(flaws(&verified).contains(&expected.to_owned()), "{name}: {verified}");
    }
}

#[test]
fn the_proof_sheet_has_every_hash_and_changes_no_other_output() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let before = report(&input, folder.path(), "2025-Q4");
    let (status, _, said) = output_of(cchc_over(&input, folder.path()).args(["report", "--phieu-doi-chieu"]));
    assert!(status < 2, "{said}");
    let outputs = folder.path().join("output/2025-Q4");
    let after = json_of(&outputs.join("manifest.json"));
    let sheet = fs::read_to_string(outputs.join("phieu-doi-chieu-2025-Q4.html")).unwrap();
    let others = |manifest: &Value| {
        let all = manifest["outputs"].as_array().unwrap().clone();
        all.into_iter().filter(|output| output["path"] != "phieu-doi-chieu-2025-Q4.html").collect::<Vec<_>>()
    };
    assert_eq!(others(&before), others(&after));
    assert_eq!(others(&after).len() + 1, after["outputs"].as_array().unwrap().len());
    let (_, log) = audit(&input, folder.path(), &["log", "--period", "2025-Q4"]);
    let came = log["submissions"].as_array().unwrap().iter().map(|entry| entry["entry"]["sha256"].clone());
    let listed = others(&after).into_iter().filter(|output| !output["path"].as_str().unwrap().contains('/'));
    let made = listed.map(|output| output["sha256"].clone());
    for hash in came.chain(made).chain([after["chain_head"].clone()]) {
        assert!(sheet.contains(hash.as_str().unwrap()), "{hash}");
    }
}

/// What the ledger has of waivers: kind, what it names, finding, reason.
fn waivers(input: &Path, folder: &Path) -> Vec<[String; 4]> {
    let (_, log) = audit(input, folder, &["log"]);
    let entries = log["events"].as_array().unwrap().iter().map(|event| event["entry"].clone());
    let of_waivers = entries.filter(|entry| entry["kind"] == "waiver");
    let said =
        |entry: Value| ["standing", "about", "finding", "reason"].map(|key| entry[key].as_str().unwrap().to_owned());
    of_waivers.map(said).collect()
}

#[test]
fn a_waiver_is_told_once_again_when_it_changes_and_when_it_lapses() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let file = input.join("plan/waivers.toml");
    let text = fs::read_to_string(&file).unwrap();
    report(&input, folder.path(), "2025-Q4");
    report(&input, folder.path(), "2025-Q4");
    let told = waivers(&input, folder.path());
    let [first] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!((&*first[0], &*first[1], &*first[2]), ("applied", "tin_bai_mang_xahoi", "Trên mạng xã hội"));
    fs::write(&file, text.replace("Mở thêm", "Đã mở thêm")).unwrap();
    report(&input, folder.path(), "2025-Q4");
    fs::remove_file(&file).unwrap();
    report(&input, folder.path(), "2025-Q4");
    report(&input, folder.path(), "2025-Q4");
    let told = waivers(&input, folder.path());
    let standings: Vec<&str> = told.iter().map(|waiver| &*waiver[0]).collect();
    assert_eq!(standings, ["applied", "applied", "lapsed"]);
    assert!(told[1][3].starts_with("Đã mở thêm") && told[2][3] == told[1][3], "{told:?}");
    fs::write(&file, &text).unwrap();
    report(&input, folder.path(), "2025-Q4");
    assert_eq!(waivers(&input, folder.path()).len(), 4, "it applies again");
    let (status, log, _) = output_of(cchc_over(&input, folder.path()).args(["audit", "log", "--office", "ttvh"]));
    assert!(status == 0 && log.contains("chấp nhận") && log.contains("thôi chấp nhận"), "{log}");
    let (status, verified) = audit(&input, folder.path(), &["verify"]);
    assert_eq!(status, 0, "{verified}");
}
