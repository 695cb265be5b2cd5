//! The command as users run it: exit statuses, help in both languages, outputs as a set.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

/// The commands with their Vietnamese names.
const COMMANDS: [(&str, &str); 10] = [
    ("report", "bao-cao"),
    ("form", "bieu-mau"),
    ("check", "kiem-tra"),
    ("explain", "giai-trinh"),
    ("status", "tinh-hinh"),
    ("audit", "so-cai"),
    ("reconcile", "doi-chieu"),
    ("remind", "nhac"),
    ("return", "tra-phieu"),
    ("send", "gui"),
];

/// The command in a folder of its own, with the shipped input beside it.
pub(crate) fn cchc(folder: &Path) -> Command {
    cchc_over(&shipped_input(), folder)
}

/// The command in a folder of its own, over this input.
pub(crate) fn cchc_over(input: &Path, folder: &Path) -> Command {
    let mut command = Command::cargo_bin("cchc").unwrap();
    command.current_dir(folder).env_remove("CCHC_LANG").arg("--input").arg(input).args(["--as-of", "2025-12-10"]);
    command
}

fn shipped_input() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("input")
}

/// A copy of the shipped input to change.
pub(crate) fn input_copy(folder: &Path) -> PathBuf {
    fn copy(from: &Path, to: &Path) {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let (path, target) = (entry.as_ref().unwrap().path(), to.join(entry.unwrap().file_name()));
            if path.is_dir() { copy(&path, &target) } else { fs::write(&target, fs::read(&path).unwrap()).unwrap() }
        }
    }
    let target = folder.join("input");
    copy(&shipped_input(), &target);
    target
}

/// Exit status, standard output and standard error.
pub(crate) fn output_of(command: &mut Command) -> (i32, String, String) {
    let output = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn the_shipped_rounds_exit_as_promised() {
    for (period, expected) in [("2025-Q3", 0), ("2025-Q4", 1)] {
        let folder = tempfile::tempdir().unwrap();
        let (status, stdout, stderr) = output_of(cchc(folder.path()).args(["report", "--period", period]));
        assert_eq!(status, expected, "{period}\n{stdout}\n{stderr}");
    }
}

#[test]
fn the_newest_period_is_reported_by_default() {
    let folder = tempfile::tempdir().unwrap();
    output_of(cchc(folder.path()).arg("report"));
    assert!(folder.path().join("output/2025-Q4/report.json").is_file());
    assert!(!folder.path().join("output/2025-Q3").exists());
}

#[test]
fn a_second_run_in_another_time_zone_and_locale_writes_the_same_bytes() {
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    for (folder, (zone, locale)) in
        folders.iter().zip([("Asia/Ho_Chi_Minh", "vi_VN.UTF-8"), ("America/Los_Angeles", "C")])
    {
        output_of(cchc(folder.path()).env("TZ", zone).env("LC_ALL", locale).arg("report"));
    }
    let files = |folder: &Path| {
        let mut found: Vec<_> =
            fs::read_dir(folder.join("output/2025-Q4")).unwrap().map(|entry| entry.unwrap().path()).collect();
        found.retain(|path| path.is_file() && !path.file_name().unwrap().to_string_lossy().starts_with('.'));
        found.sort();
        found
            .into_iter()
            .map(|path| (path.file_name().unwrap().to_owned(), fs::read(&path).unwrap()))
            .collect::<Vec<_>>()
    };
    let (first, second) = (files(folders[0].path()), files(folders[1].path()));
    assert_eq!(first.len(), 7, "two documents in two formats, the report in Word, report.json, manifest.json");
    for (one, two) in first.iter().zip(&second) {
        assert!(one == two, "{} differs", one.0.to_string_lossy());
    }
}

#[test]
fn a_file_edited_by_hand_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    output_of(cchc(folder.path()).arg("report"));
    let report = folder.path().join("output/2025-Q4/bao-cao-cchc-2025-Q4.html");
    fs::write(&report, "sửa tay").unwrap();
    output_of(cchc(folder.path()).arg("report"));
    let kept = folder.path().join("output/2025-Q4/bao-cao-cchc-2025-Q4.sua-tay-1.html");
    assert_eq!(fs::read_to_string(kept).unwrap(), "sửa tay");
    assert_ne!(fs::read_to_string(report).unwrap(), "sửa tay");
}

#[test]
fn forms_are_written_for_every_office_and_a_blank_one_is_an_empty_return() {
    let folder = tempfile::tempdir().unwrap();
    let (status, stdout, stderr) = output_of(cchc(folder.path()).args(["form", "--period", "2025-Q4"]));
    assert_eq!(status, 0, "{stdout}\n{stderr}");
    for office in ["vhxh", "vp", "kt", "ttvh", "ttpvhcc"] {
        let form = format!("output/bieu-mau/2025-Q4/{office}.xlsx");
        let (_, json, _) = output_of(cchc(folder.path()).args(["check", &form, "--format", "json"]));
        let report: serde_json::Value = serde_json::from_str(&json).unwrap();
        let codes: Vec<_> = report["findings"].as_array().unwrap().iter().map(|finding| &finding["code"]).collect();
        assert_eq!((codes, &report["files"][0]["office"]), (vec![&"S214".into()], &office.into()));
    }
}

#[test]
fn forms_as_text_are_one_file_a_table_and_read_as_blank() {
    let folder = tempfile::tempdir().unwrap();
    let (status, stdout, _) =
        output_of(cchc(folder.path()).args(["form", "--period", "2025-Q4", "--office", "vp", "--csv"]));
    assert_eq!(status, 0, "{stdout}");
    let forms = folder.path().join("output/bieu-mau/2025-Q4");
    let mut names: Vec<String> =
        fs::read_dir(&forms).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["vp-nhiem-vu.csv", "vp-so-lieu.csv", "vp-thuyet-minh.csv"]);
    let (_, json, _) = output_of(cchc(folder.path()).args(["check", "output/bieu-mau/2025-Q4", "--format", "json"]));
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    let codes: Vec<_> = report["findings"].as_array().unwrap().iter().map(|finding| &finding["code"]).collect();
    assert_eq!(codes, ["S214"]);
}

#[test]
fn check_writes_the_return_of_one_office_and_of_no_several() {
    let folder = tempfile::tempdir().unwrap();
    let of = |paths: &[&str]| {
        let input = shipped_input();
        let paths = paths.iter().map(|path| input.join("2025-Q4").join(path));
        output_of(cchc(folder.path()).arg("check").args(paths).args(["--return", "tra/kt.xlsx"]))
    };
    let (status, _, stderr) = of(&["Phong Kinh te.ods"]);
    assert_eq!((status, stderr.as_str()), (1, ""), "its missing figure is an error");
    let written = fs::read(folder.path().join("tra/kt.xlsx")).unwrap();
    assert!(written.starts_with(b"PK"));
    fs::write(folder.path().join("tra/kt.xlsx"), "sửa tay").unwrap();
    let (_, _, stderr) = of(&["Phong Kinh te.ods"]);
    assert!(stderr.contains("kt.sua-tay-1.xlsx"), "what stood there is kept: {stderr}");
    let (status, _, stderr) = of(&["Phong Kinh te.ods", "Trung tâm PVHCC.xlsx"]);
    assert_eq!(status, 2, "{stderr}");
    assert!(stderr.contains("Phòng Kinh tế; Trung tâm Phục vụ hành chính công"), "{stderr}");
}

#[test]
fn a_template_beside_the_input_wins() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let write = |path: &str, text: &str| {
        let path = folder.path().join("templates").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("text/opening.hbs", "Câu mở đầu của xã.");
    write("html/style.css", "body { color: #123456 }");
    output_of(cchc_over(&input, folder.path()).arg("report"));
    let page = fs::read_to_string(folder.path().join("output/2025-Q4/bao-cao-cchc-2025-Q4.html")).unwrap();
    assert!(page.contains("Câu mở đầu của xã.") && page.contains("#123456"), "neither sentence nor style is ours");
}

#[test]
fn a_broken_template_stops_the_run_and_is_named_with_file_line_and_variable() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let cases = [
        ("text/opening.hbs", "Kính gửi\n{{recipint}}", "templates/text/opening.hbs, dòng 2", "«recipint»"),
        ("text/plan.hbs", "{{#if tasks.an}}x{{/if}}", "templates/text/plan.hbs, dòng 1", "«tasks.an»"),
        (
            "text/outline.toml",
            "[[part]]\nid = \"I\"\ntitle = \"{{period.nxt}}\"",
            "outline.toml, dòng 3",
            "«period.nxt»",
        ),
        ("html/page.hbs", "<p>\n{{titel}}", "templates/html/page.hbs, dòng 2", "«titel»"),
        ("text/closing.hbs", "{{#if tasks", "templates/text/closing.hbs, dòng 1", "sai cú pháp"),
    ];
    for (file, text, place, named) in cases {
        let path = folder.path().join("templates").join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        let (status, _, stderr) = output_of(cchc_over(&input, folder.path()).arg("report"));
        assert!(status == 2 && stderr.contains(place) && stderr.contains(named), "{file}: {status} {stderr}");
        let written: Vec<_> = fs::read_dir(folder.path().join("output/2025-Q4")).unwrap().flatten().collect();
        assert!(written.iter().all(|entry| entry.file_name() == ".lock"), "{file}: {written:?}");
        fs::remove_file(&path).unwrap();
    }
}

#[test]
fn check_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (status, stdout, _) = output_of(cchc(folder.path()).args(["check", "--period", "2025-Q4"]));
    assert_eq!(status, 1, "{stdout}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn what_cannot_run_exits_2_and_says_why() {
    let cases: [(&[&str], &str); 5] = [
        (&["report", "--period", "2031-Q1"], "2031-Q1"),
        (&["explain", "I6_SOHAO"], "I6_SOHOA"),
        (&["baocao"], "baocao"),
        (&["report", "--as-of", "hôm nay"], "hôm nay"),
        (&["check", "khong-co.xlsx"], "khong-co.xlsx"),
    ];
    for (args, named) in cases {
        let folder = tempfile::tempdir().unwrap();
        let (status, stdout, stderr) = output_of(cchc(folder.path()).args(args));
        assert_eq!(status, 2, "{args:?}\n{stdout}\n{stderr}");
        assert!(stderr.contains(named), "{args:?}: {stderr}");
    }
}

#[test]
fn vietnamese_aliases_run_the_same_commands() {
    let folder = tempfile::tempdir().unwrap();
    for (name, alias) in COMMANDS {
        let help = |word: &str| output_of(cchc(folder.path()).args([word, "--help"])).1;
        assert!(help(name).contains(&format!("cchc {name}")), "{}", help(name));
        assert_eq!(help(alias), help(name));
    }
}

/// The help of the program and of every command, as an 80-column terminal would show it.
fn whole_help(lang: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let words = COMMANDS.map(|(name, _)| name).into_iter().chain(["completions"]).map(|name| vec![name, "--help"]);
    let page = |args: Vec<&str>| {
        let (status, stdout, stderr) = output_of(cchc(folder.path()).args(["--lang", lang]).args(&args));
        assert_eq!((status, stderr.as_str()), (0, ""), "{args:?}");
        format!("$ cchc {}\n{stdout}", args.join(" "))
    };
    std::iter::once(vec!["--help"]).chain(words).map(page).collect::<Vec<_>>().join("\n")
}

#[test]
fn help_in_vietnamese_is_as_recorded() {
    insta::assert_snapshot!("help_vi", whole_help("vi"));
}

#[test]
fn help_in_english_is_as_recorded() {
    insta::assert_snapshot!("help_en", whole_help("en"));
}

#[test]
fn help_speaks_vietnamese_unless_asked_for_english() {
    let folder = tempfile::tempdir().unwrap();
    let help = |args: &[&str]| output_of(cchc(folder.path()).args(args)).1;
    assert_eq!(help(&["--help"]), help(&["--lang", "vi", "--help"]));
    assert_ne!(help(&["--help"]), help(&["--lang", "en", "--help"]));
}

#[test]
fn completions_know_every_command_in_every_shell() {
    let folder = tempfile::tempdir().unwrap();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let (status, script, stderr) = output_of(cchc(folder.path()).args(["completions", shell]));
        assert_eq!((status, stderr.as_str()), (0, ""), "{shell}");
        for (name, _) in COMMANDS {
            assert!(script.contains(name), "{shell}: {name}");
        }
        assert!(script.contains("period"), "{shell}");
    }
}

#[test]
fn bash_accepts_its_completions() {
    let folder = tempfile::tempdir().unwrap();
    let (_, script, _) = output_of(cchc(folder.path()).args(["completions", "bash"]));
    let asked =
        format!("{script}\nCOMP_WORDS=(cchc rep); COMP_CWORD=1; _cchc cchc rep cchc; echo \"${{COMPREPLY[*]}}\"");
    let (status, stdout, stderr) = output_of(Command::new("bash").args(["-c", &asked]));
    assert_eq!((status, stdout.trim()), (0, "report"), "{stderr}");
}

#[test]
fn a_broken_plan_shows_all_its_errors_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let change = |name: &str, from: &str, to: &str| {
        let path = input.join(format!("plan/{name}.toml"));
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{name}: {from}");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    };
    change("plan", "signer_title", "signer_titel");
    change("elements", "offices = [\"vp\"]", "offices = [\"vpp\"]");
    change("indicators", "op = \">=\"", "op = \"=>\"");
    change("rules", "right = \"hs_gq_truoc_han + ", "right = \"hs_gq_truoc_han + + ");
    change("tasks", "due = \"2025-09-05\"", "due = \"2025-09-31\"");
    let (status, stdout, stderr) = output_of(cchc_over(&input, folder.path()).arg("report"));
    assert_eq!((status, stdout.as_str()), (2, ""));
    for (code, file) in
        [("P812", "plan"), ("P821", "elements"), ("P815", "indicators"), ("P822", "rules"), ("P816", "tasks")]
    {
        assert!(stderr.contains(code) && stderr.contains(&format!("{file}.toml:")), "{code} in {file}.toml:\n{stderr}");
    }
    assert!(stderr.contains("«signer_title»?") && stderr.contains("^^^^"), "a suggestion and a mark:\n{stderr}");
    assert!(!folder.path().join("output").exists());
}

#[test]
fn explain_leads_from_an_indicator_to_its_cells() {
    let folder = tempfile::tempdir().unwrap();
    let (status, stdout, _) = output_of(cchc(folder.path()).args(["explain", "I6_SOHOA"]));
    assert_eq!(status, 0);
    for part in ["98,66% (4.189/4.246)", "2025-Q3/", "2025-Q4/", "Số liệu"] {
        assert!(stdout.contains(part), "{part} not in\n{stdout}");
    }
}

#[test]
fn json_on_standard_output_is_the_report() {
    let folder = tempfile::tempdir().unwrap();
    let (_, stdout, _) = output_of(cchc(folder.path()).args(["check", "--period", "2025-Q4", "--format", "json"]));
    let report: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!(report["schema"], "cchc-report/1");
    assert_eq!(report["verdict"], "errors");
}

#[test]
fn a_file_that_nobody_reads_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("input");
    fs::create_dir_all(input.join("plan")).unwrap();
    fs::create_dir_all(input.join("2025-Q4")).unwrap();
    for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/input/plan")).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), input.join("plan").join(entry.file_name())).unwrap();
    }
    for name in ["báo cáo.pdf", "Thumbs.db", ".ẩn"] {
        fs::write(input.join("2025-Q4").join(name), "x").unwrap();
    }
    let mut command = Command::cargo_bin("cchc").unwrap();
    let (_, stdout, _) = output_of(command.current_dir(folder.path()).env_remove("CCHC_LANG").arg("check"));
    assert!(stdout.contains("F015") && stdout.contains("2025-Q4/báo cáo.pdf"), "{stdout}");
    assert!(!stdout.contains("Thumbs.db") && !stdout.contains(".ẩn"), "{stdout}");
}

#[cfg(unix)]
#[test]
fn what_only_looks_like_a_file_of_the_folder_is_a_finding_and_stalls_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let at = |name: &str| input.join("2025-Q4").join(name);
    fs::write(folder.path().join("outside.csv"), "Mã;1\n").unwrap();
    std::os::unix::fs::symlink(folder.path().join("outside.csv"), at("link.csv")).unwrap();
    std::os::unix::fs::symlink(at("loop.csv"), at("loop.csv")).unwrap();
    std::os::unix::fs::symlink(&input, at("self")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(at("pipe.csv")).status().unwrap().success());
    fs::create_dir(at("folder.xlsx")).unwrap();
    let (_, stdout, _) = output_of(cchc_over(&input, folder.path()).args(["check", "--format", "json"]));
    let report: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    let of = |name: &str| {
        let path = format!("2025-Q4/{name}");
        let found = report["findings"].as_array().unwrap().iter().find(|f| f["location"]["file"] == path.as_str());
        found.map_or("", |finding| finding["message"].as_str().unwrap()).to_owned()
    };
    assert!(of("link.csv").contains("liên kết ra ngoài thư mục"), "{}", of("link.csv"));
    assert!(of("loop.csv").contains("liên kết vòng"), "{}", of("loop.csv"));
    assert!(of("pipe.csv").contains("không phải tệp thường"), "{}", of("pipe.csv"));
}
