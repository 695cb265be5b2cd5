//! Generated documentation is compared with what it is generated from, and both catalogues say everything.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use cchc::rules::BUILT_IN;
use cchc::text::{Catalog, Lang};

/// A text without a finding names nothing yet: what it would name becomes an ellipsis.
fn left_open(text: &str) -> String {
    let mut parts = text.split("{$");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |text, part| text + "…" + part.split_once('}').unwrap().1)
}

fn page() -> String {
    let vi = Catalog::new(Lang::Vi);
    let mut page = String::from(
        "# Mã phát hiện\n\nTrang này được sinh tự động từ chương trình (`UPDATE_DOCS=1 cargo nextest run docs`). \
         Xem một mã ngay trên máy: `cchc explain V301`.\n\nMức: **lỗi** phải sửa trước khi gửi báo cáo; **cảnh báo** cần xem và \
         giải thích; **lưu ý** để biết. Quy tắc của kế hoạch (`R4…`, `T7…` có hậu tố) nằm trong `input/plan/rules.toml`.\n\n\
         | Mã | Mức | Nội dung | Vì sao | Cách xử lý |\n|---|---|---|---|---|\n",
    );
    let plan_codes = cchc::plan::codes::ALL.iter().map(|code| (*code, "lỗi kế hoạch"));
    let built_in = BUILT_IN.iter().map(|(code, severity)| {
        let level = serde_json::to_value(severity).unwrap();
        (
            *code,
            match level.as_str().unwrap() {
                "error" => "lỗi",
                "warning" => "cảnh báo",
                _ => "lưu ý",
            },
        )
    });
    for (code, level) in built_in.chain(plan_codes) {
        let text = |attribute: &str| vi.find(&format!("{code}.{attribute}"), &BTreeMap::new()).unwrap_or_default();
        let line = |text: String| left_open(&text).replace('\n', " ").replace('|', "\\|");
        let cells = [text("title"), text("why"), text("fix")].map(line);
        writeln!(page, "| {code} | {level} | {} |", cells.join(" | ")).unwrap();
    }
    page
}

#[test]
fn the_page_of_findings_is_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/findings.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(path, page()).unwrap();
    }
    let written = fs::read_to_string(path).unwrap_or_default();
    assert!(written == page(), "docs/findings.md is stale: UPDATE_DOCS=1 cargo nextest run docs");
}

#[test]
fn every_code_is_worded_in_both_languages() {
    let mut lacking = Vec::new();
    for lang in [Lang::Vi, Lang::En] {
        let catalog = Catalog::new(lang);
        let codes = BUILT_IN.iter().map(|(code, _)| *code).chain(cchc::plan::codes::ALL);
        for code in codes {
            for attribute in ["", ".title", ".why", ".fix"] {
                if catalog.find(&format!("{code}{attribute}"), &BTreeMap::new()).is_none() {
                    lacking.push(format!("{lang:?} {code}{attribute}"));
                }
            }
        }
    }
    assert_eq!(lacking, Vec::<String>::new());
}

#[test]
fn both_catalogues_have_the_same_texts() {
    let keys = |lang: &str| {
        let folder = format!("{}/src/text/{lang}", env!("CARGO_MANIFEST_DIR"));
        let mut found: Vec<String> = Vec::new();
        for entry in fs::read_dir(folder).unwrap() {
            let text = fs::read_to_string(entry.unwrap().path()).unwrap();
            let ids = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
            found.extend(ids.filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned())));
        }
        // The words of the TOML parser are English; the Vietnamese catalogue alone translates them.
        found.retain(|key| !key.starts_with("toml-"));
        found
    };
    let (vi, en): (BTreeSet<String>, BTreeSet<String>) =
        (keys("vi").into_iter().collect(), keys("en").into_iter().collect());
    assert_eq!(vi.symmetric_difference(&en).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn a_text_names_the_same_things_in_both_languages() {
    let names = |lang: &str| {
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for entry in fs::read_dir(format!("{}/src/text/{lang}", env!("CARGO_MANIFEST_DIR"))).unwrap() {
            let mut key = String::new();
            for line in fs::read_to_string(entry.unwrap().path()).unwrap().lines().filter(|line| !line.starts_with('#'))
            {
                if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
                    line.split(' ').next().unwrap().clone_into(&mut key);
                }
                let placed = line.split("{ $").skip(1).filter_map(|rest| rest.split(' ').next());
                found.entry(key.clone()).or_default().extend(placed.map(str::to_owned));
            }
        }
        found
    };
    let (vi, en) = (names("vi"), names("en"));
    let differ = en.iter().filter(|(key, named)| vi.get(*key) != Some(named));
    let differ: Vec<_> = differ.map(|(key, named)| format!("{key}: en {named:?}, vi {:?}", vi.get(key))).collect();
    assert_eq!(differ, Vec::<String>::new());
}

#[test]
fn the_guide_names_only_codes_that_exist() {
    let guide = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/huong-dan.md")).unwrap();
    let words = guide.split(|c: char| !c.is_ascii_alphanumeric());
    let codes = words.filter(|word| cchc::model::Code::is_shaped(word));
    let unknown = codes.filter(|word| cchc::rules::severity(word).is_none());
    assert_eq!(unknown.collect::<Vec<_>>(), Vec::<&str>::new());
}
