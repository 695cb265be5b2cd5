//! Every limit on one file bites, is documented, and is what `input/limits.toml` says.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::num::NonZeroUsize;

use cchc::model::{FileContent, LIMITS, Limit, Limits};
use cchc::shell::reader::{FileToRead, Pool};
use cchc::text::{Catalog, Lang};

use crate::cli::{cchc_over, input_copy, output_of};
use crate::hostile;

/// What a worker under these limits says of a file.
fn read(bytes: &[u8], limits: Limits) -> FileContent {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a"), bytes).unwrap();
    let pool = Pool::new(NonZeroUsize::new(1), limits).unwrap();
    let pool = Pool { program: env!("CARGO_BIN_EXE_cchc").into(), ..pool };
    let mut read = pool.read_all(&[FileToRead::new(folder.path(), "a")], &|_| ());
    read.pop().unwrap().content
}

fn two_sheets() -> Vec<u8> {
    let book = String::from_utf8(hostile::form_as_xml()).unwrap();
    let (start, end) = (book.find("<Worksheet").unwrap(), book.find("</Workbook>").unwrap());
    let second = book[start..end].replace("ss:Name=\"S\"", "ss:Name=\"T\"");
    format!("{}{second}{}", &book[..end], &book[end..]).into_bytes()
}

/// A file for each limit, and a value of the limit that it is over. By default it is over none.
fn cases() -> Vec<(&'static str, u64, Vec<u8>)> {
    vec![
        ("file_bytes", 1_000, "Mã;1\n".repeat(500).into()),
        ("entries", 10, hostile::package_of_many(11)),
        ("unpacked_bytes", 10_000, hostile::xlsx(&(" ".repeat(20_000) + hostile::FORM))),
        ("unpack_ratio", 2, hostile::xlsx(&(" ".repeat(11_000_000) + hostile::FORM))),
        ("sheets", 1, two_sheets()),
        ("rows", 1, "a\nb\n".into()),
        ("columns", 1, "a;b\n".into()),
        ("cells", 100, "a\n".repeat(101).into()),
        ("text_length", 10, "Mười một chữ\n".into()),
    ]
}

#[test]
fn every_limit_bites_and_the_finding_names_it() {
    for (key, most, bytes) in cases() {
        let mut limits = Limits::default();
        assert!(Limit::of(key).unwrap().set(&mut limits, most), "{key}");
        let FileContent::Fault(fault) = read(&bytes, limits) else { panic!("{key} does not bite") };
        assert_eq!(
            (fault.code.as_str(), fault.limit.map(|over| (over.key, over.most))),
            ("F003", Some((key.into(), most)))
        );
    }
    // Those of the worker have their own tests below and in reading.rs: a_worker_that_stalls_is_replaced.
    let tested: BTreeSet<&str> = cases().iter().map(|(key, ..)| *key).chain(["seconds", "memory_bytes"]).collect();
    assert_eq!(LIMITS.iter().map(|limit| limit.key).collect::<BTreeSet<_>>(), tested);
}

#[cfg(target_os = "linux")]
#[test]
fn the_worker_gets_no_more_memory_than_the_limit() {
    let with = |memory_bytes| read(&hostile::repeated_ods(), Limits { memory_bytes, ..Limits::default() });
    let over = |content| if let FileContent::Fault(fault) = content { fault.limit.unwrap().key } else { String::new() };
    assert_eq!(over(with(1 << 30)), "cells");
    assert_eq!(over(with(1 << 28)), "memory_bytes");
}

#[test]
fn a_file_over_a_limit_is_read_once_the_file_of_limits_raises_it() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    let set = |text: &str| fs::write(input.join("limits.toml"), text).unwrap();
    let check = || output_of(cchc_over(&input, folder.path()).args(["check", "--period", "2025-Q4"]));

    set("text_length = 10\n");
    let (status, stdout, _) = check();
    assert_eq!(status, 1);
    for part in ["vượt giới hạn về độ dài chữ trong một ô: nhiều nhất 10 ký tự", "text_length trong input/limits.toml"]
    {
        assert!(stdout.contains(part), "{part} not in\n{stdout}");
    }
    set("text_length = 1_000\n");
    assert!(!check().1.contains("vượt giới hạn"));

    set("text_lenght = 1_000\nrows = 0\n");
    let (status, stdout, stderr) = check();
    assert_eq!((status, stdout.as_str()), (2, ""));
    for part in ["P812", "«text_length»?", "limits.toml:1:1", "P841", "rows phải là số nguyên từ 1 đến 1048576"]
    {
        assert!(stderr.contains(part), "{part} not in\n{stderr}");
    }
}

#[test]
fn the_file_of_limits_is_an_input_of_the_report() {
    let folder = tempfile::tempdir().unwrap();
    let input = input_copy(folder.path());
    fs::write(input.join("limits.toml"), "seconds = 60\n").unwrap();
    output_of(cchc_over(&input, folder.path()).args(["report", "--period", "2025-Q3"]));
    let manifest = fs::read_to_string(folder.path().join("output/2025-Q3/manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    let inputs = manifest["inputs"].as_array().unwrap();
    let of = inputs.iter().find(|input| input["path"] == "limits.toml").unwrap();
    assert_eq!(of["sha256"], cchc::digest::sha256("seconds = 60\n"));
}

fn page() -> String {
    let (vi, en) = (Catalog::of(Lang::Vi), Catalog::of(Lang::En));
    let mut page = String::from(
        "# Giới hạn với mỗi tệp · Limits on one file\n\nTrang này được sinh tự động từ chương trình \
         (`UPDATE_DOCS=1 cargo nextest run limits`).\n\nMột tệp vượt giới hạn không được đọc và thành phát hiện F003 hoặc F004; các tệp \
         khác không bị ảnh hưởng. Muốn đổi, đặt tệp `input/limits.toml`, mỗi dòng một khóa, ví dụ `rows = 20_000`. Khóa lạ hoặc \
         giá trị ngoài khoảng cho phép làm chương trình dừng với mã 2. Tệp này nằm ngoài kế hoạch nhưng có trong `manifest.json`.\n\n\
         A file over a limit is not read and becomes a finding, F003 or F004; no other file is affected. To change a limit, write \
         `input/limits.toml`, a key a line, such as `rows = 20_000`. An unknown key or a value out of its range stops the program \
         with exit status 2. The file is no part of the plan, but of `manifest.json`.\n\n\
         | Khóa · Key | Giới hạn | Limit | Mặc định · Default | Khoảng · Range |\n|---|---|---|---|---|\n",
    );
    for limit in LIMITS {
        let name = |catalog: &Catalog| catalog.with("limit-name", &[("limit", limit.key)]);
        let unit = |catalog: &Catalog| catalog.with("limit-unit", &[("unit", limit.unit)]);
        let (least, most) = (limit.range.start(), limit.range.end());
        writeln!(
            page,
            "| `{}` | {} ({}) | {} ({}) | {} | {least} – {most} |",
            limit.key,
            name(vi),
            unit(vi),
            name(en),
            unit(en),
            limit.default
        )
        .unwrap();
    }
    page + "\n`unpack_ratio` chỉ xét khi giải nén ra hơn 10 MB. `memory_bytes` chỉ có hiệu lực trên Linux và các hệ Unix khác; trên \
            Windows chỉ có các giới hạn còn lại.\n\n`unpack_ratio` is watched above 10 MB unpacked. `memory_bytes` works on Linux and \
            other Unix systems; on Windows there are the other limits only.\n"
}

#[test]
fn the_page_of_limits_is_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/limits.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(path, page()).unwrap();
    }
    let written = fs::read_to_string(path).unwrap_or_default();
    assert!(written == page(), "docs/limits.md is stale: UPDATE_DOCS=1 cargo nextest run limits");
}

#[test]
fn both_languages_name_every_limit_and_unit() {
    for catalog in [Catalog::of(Lang::Vi), Catalog::of(Lang::En)] {
        let word = |key: &str, arg: &'static str, value: &str| catalog.with(key, &[(arg, value)]);
        let names: BTreeSet<String> = LIMITS.iter().map(|limit| word("limit-name", "limit", limit.key)).collect();
        assert_eq!(names.len(), LIMITS.len());
        let units = LIMITS.iter().map(|limit| limit.unit).collect::<BTreeSet<_>>();
        let words: BTreeSet<String> = units.iter().map(|unit| word("limit-unit", "unit", unit)).collect();
        assert_eq!(words.len(), units.len());
    }
}
