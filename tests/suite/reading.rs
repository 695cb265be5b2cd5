//! Reading in worker processes: a hostile file costs itself only.
#![expect(clippy::unwrap_used, clippy::panic, clippy::disallowed_methods, reason = "tests set up files and may panic")]

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::num::NonZeroUsize;

use cchc::intake::cells::Limits;
use cchc::model::{CellValue, FileContent, InputFile, Remark, Severity};
use cchc::shell::reader::{FileToRead, Pool};
use tempfile::TempDir;

use crate::hostile;
use crate::round::{Round, plan};

const GOOD: &str = "Mã;Kỳ này\nhs_da_gq;12\n";

fn pool() -> Pool {
    let limits = Limits { cells: 100_000, ..Limits::default() };
    Pool { program: env!("CARGO_BIN_EXE_cchc").into(), ..Pool::new(NonZeroUsize::new(2), limits).unwrap() }
}

fn code(file: &InputFile) -> &str {
    match &file.content {
        FileContent::Cells(_) => "read",
        FileContent::Fault(fault) => &fault.code,
    }
}

/// Workers that believe in any box of cells: the reading library then spells out that of `sparse_xls`, and runs out of
/// memory.
fn reckless_pool() -> Pool {
    let limits = Limits { cells: 100_000_000, ..Limits::default() };
    Pool { program: env!("CARGO_BIN_EXE_cchc").into(), ..Pool::new(NonZeroUsize::new(2), limits).unwrap() }
}

/// Reads these files out of one folder, a good one after each; gives the codes of the former.
fn codes_between_good_files(pool: &Pool, files: &[(&str, Vec<u8>)]) -> Vec<(String, String)> {
    let folder = TempDir::new().unwrap();
    let mut to_read = Vec::new();
    for (name, bytes) in files {
        let good = format!("{name}.good.csv");
        fs::write(folder.path().join(name), bytes).unwrap();
        fs::write(folder.path().join(&good), GOOD).unwrap();
        to_read.extend([FileToRead::new(folder.path(), name), FileToRead::new(folder.path(), &good)]);
    }
    let results = pool.read_all(&to_read, &|_| ());
    assert_eq!(results.len(), to_read.len());
    let (good, others): (Vec<_>, Vec<_>) = results.into_iter().partition(|file| file.path.ends_with(".good.csv"));
    assert!(good.iter().all(|file| code(file) == "read"), "{good:?}");
    // A file that is too long is not read to its end.
    assert!(others.iter().all(|file| file.sha256.is_some() || code(file) == "F003"), "{others:?}");
    others.iter().map(|file| (file.path.to_string(), code(file).to_owned())).collect()
}

#[test]
fn a_hostile_file_is_a_fault_and_the_good_file_beside_it_is_read() {
    let cases = [
        ("truncated.xlsx", hostile::truncated_xlsx(), "F001"),
        ("bomb.xlsx", hostile::zip_bomb(), "F003"),
        ("entries.xlsx", hostile::many_entries(), "F003"),
        ("repeated-entry.xlsx", hostile::repeated_entry(), "F001"),
        ("strings.xlsx", hostile::huge_string_count(), "F001"),
        ("grid.xlsx", hostile::cell_beyond_grid(), "F003"),
        ("twice.xlsx", hostile::cell_twice(), "F001"),
        ("text.xlsx", hostile::endless_text(), "F003"),
        ("entities.xlsx", hostile::entities(), "F001"),
        ("word.xlsx", hostile::word_document(), "F005"),
        ("password.xlsx", hostile::encrypted(), "F002"),
        ("word97.xls", hostile::word_97(), "F005"),
        ("cycle.xls", hostile::cyclic_chain(), "F001"),
        ("dimensions.xls", hostile::huge_dimensions(), "F001"),
        ("past-the-end.xls", hostile::sheet_past_the_end(), "F001"),
        ("cut.ods", hostile::cut_ods(), "F001"),
        ("repeated.ods", hostile::repeated_ods(), "F003"),
        ("quote.csv", hostile::unclosed_quote(), "F010"),
        ("letters.csv", hostile::lost_letters(), "F006"),
        ("noise.csv", hostile::noise(), "F005"),
        ("page.xls", hostile::web_page_without_table(), "F005"),
        ("nested.xls", hostile::nested_tables(), "F003"),
        ("merged.xls", hostile::merged_beyond_grid(), "F003"),
        ("cut-xml.xls", hostile::cut_xml(), "F001"),
        ("xml-entities.xls", hostile::xml_entities(), "F001"),
        ("empty.csv", Vec::new(), "F011"),
    ];
    let expected: Vec<_> = cases.iter().map(|(name, _, code)| ((*name).to_owned(), (*code).to_owned())).collect();
    let files: Vec<_> = cases.into_iter().map(|(name, bytes, _)| (name, bytes)).collect();
    assert_eq!(codes_between_good_files(&pool(), &files), expected);
}

/// `scripts/corpus` runs over the same files with the release build.
#[cfg(unix)]
#[test]
fn no_hostile_file_ends_a_worker() {
    let files = hostile::all();
    let files: Vec<_> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    let ended = codes_between_good_files(&pool(), &files).into_iter().filter(|(_, code)| code == "F004");
    assert_eq!(ended.map(|(name, _)| name).collect::<Vec<_>>(), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn a_worker_that_runs_out_of_memory_costs_the_file_in_hand_only() {
    let codes = codes_between_good_files(&reckless_pool(), &[("sparse.xls", hostile::sparse_xls())]);
    assert_eq!(codes, [("sparse.xls".to_owned(), "F004".to_owned())]);
}

#[cfg(unix)]
#[test]
fn a_worker_that_dies_is_an_error_of_its_file_and_of_no_other() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("2025-Q4")).unwrap();
    fs::write(folder.path().join("2025-Q4/vhxh.xls"), hostile::sparse_xls()).unwrap();
    fs::write(folder.path().join("2025-Q4/vp.csv"), "Mã đơn vị;vp\nMã;Kỳ này\ntiep_nhan;5\nda_giai_quyet;5\n").unwrap();
    let names = ["2025-Q4/vhxh.xls", "2025-Q4/vp.csv"];
    let read = reckless_pool().read_all(&names.map(|name| FileToRead::new(folder.path(), name)), &|_| ());
    let results = read.into_iter().fold(Round::new(), Round::read).run(&plan(&BTreeMap::new()));
    let found: Vec<_> = results.findings.iter().map(|worded| worded.finding.clone()).collect();
    let [finding] = found.as_slice() else { panic!("{found:?}") };
    let place = finding.location.as_ref().map(|source| source.file.to_string());
    assert_eq!((finding.code.as_str(), finding.severity, place.as_deref()), ("F004", Severity::Error, Some(names[0])));
    let of_vp = results.figures.iter().filter(|figure| figure.office.as_str() == "vp" && figure.value.is_some());
    assert!(of_vp.count() >= 2);
}

#[test]
fn a_strange_but_sound_workbook_is_read_cell_by_cell() {
    let two_corners = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#;
    let spill = r#"<row r="1"><c r="A1" t="e"><f>B1:B2</f><v>#SPILL!</v></c><c r="B1"><v>5</v></c></row>"#;
    let shared = r#"<row r="1"><c r="A1"><f t="shared" si="4000000000" ref="A1:A2">B1</f><v>3</v></c></row>"#;
    let uncomputed = r#"<row r="1"><c r="A1"><f>SUM(B1:B9)</f><v/></c></row>"#;
    let cases: [(&str, &[(&str, CellValue)]); 4] = [
        (two_corners, &[("A1", CellValue::Number(1.0)), ("XFD1048576", CellValue::Number(2.0))]),
        (spill, &[("A1", CellValue::Error("#SPILL!".into())), ("B1", CellValue::Number(5.0))]),
        (shared, &[("A1", CellValue::Number(3.0))]),
        (uncomputed, &[("A1", CellValue::Uncomputed("SUM(B1:B9)".into()))]),
    ];
    let folder = TempDir::new().unwrap();
    for (xml, expected) in cases {
        fs::write(folder.path().join("a.xlsx"), hostile::xlsx(xml)).unwrap();
        let files = pool().read_all(&[FileToRead::new(folder.path(), "a.xlsx")], &|_| ());
        let [InputFile { content: FileContent::Cells(cells), .. }] = files.as_slice() else { panic!("{files:?}") };
        let found: Vec<_> =
            cells.sheets.iter().flat_map(|s| &s.cells).map(|cell| (cell.at.to_string(), cell.value.clone())).collect();
        let expected: Vec<_> = expected.iter().map(|(at, value)| ((*at).to_owned(), value.clone())).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn macros_are_remarked_and_left_alone() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.xlsm"), hostile::macros()).unwrap();
    let files = pool().read_all(&[FileToRead::new(folder.path(), "a.xlsm")], &|_| ());
    let [InputFile { content: FileContent::Cells(cells), .. }] = files.as_slice() else { panic!("{files:?}") };
    assert_eq!(cells.remarks, [Remark::new("F007", "")]);
}

#[test]
fn results_come_in_the_order_of_the_files_and_progress_counts_them() {
    let folder = TempDir::new().unwrap();
    let names: Vec<String> = (0..40).map(|n| format!("{n}.csv")).collect();
    for name in &names {
        fs::write(folder.path().join(name), GOOD).unwrap();
    }
    let files: Vec<_> = names.iter().map(|name| FileToRead::new(folder.path(), name)).collect();
    let seen = Cell::new(0);
    let results = pool().read_all(&files, &|done| seen.set(done));
    assert_eq!(results.iter().map(|file| file.path.to_string()).collect::<Vec<_>>(), names);
    assert_eq!(seen.get(), 40);
}

#[cfg(unix)]
#[test]
fn what_is_no_file_of_the_folder_is_not_opened() {
    let (folder, outside) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let at = |name: &str| folder.path().join(name);
    fs::write(outside.path().join("a.csv"), GOOD).unwrap();
    std::os::unix::fs::symlink(outside.path().join("a.csv"), at("link.csv")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", at("zero.csv")).unwrap();
    std::os::unix::fs::symlink(at("loop2.csv"), at("loop1.csv")).unwrap();
    std::os::unix::fs::symlink(at("loop1.csv"), at("loop2.csv")).unwrap();
    std::os::unix::fs::symlink("/proc/self/mem", at("proc.csv")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(at("pipe.csv")).status().unwrap().success());
    fs::create_dir(at("folder.xlsx")).unwrap();
    for name in ["link.csv", "zero.csv", "pipe.csv", "folder.xlsx", "absent.csv", "loop1.csv", "proc.csv"] {
        let results = pool().read_all(&[FileToRead::new(folder.path(), name)], &|_| ());
        assert_eq!(results.iter().map(code).collect::<Vec<_>>(), ["F001"], "{name}");
    }
}

/// Its length is known before a byte is read, so that it costs neither time nor memory.
#[cfg(unix)]
#[test]
fn a_huge_sparse_file_is_over_the_limit() {
    let folder = TempDir::new().unwrap();
    fs::File::create(folder.path().join("a.csv")).unwrap().set_len(1 << 40).unwrap();
    let results = pool().read_all(&[FileToRead::new(folder.path(), "a.csv")], &|_| ());
    assert_eq!(results.iter().map(code).collect::<Vec<_>>(), ["F003"]);
}

/// The kernel's files say that they are empty: what is read is bounded whatever a file's length was said to be.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_is_longer_than_it_was_is_over_the_limit() {
    let limits = Limits { file_bytes: 1_000, ..Limits::default() };
    let pool = Pool { limits, ..pool() };
    let results = pool.read_all(&[FileToRead::new("/proc".as_ref(), "kallsyms")], &|_| ());
    assert_eq!(results.iter().map(code).collect::<Vec<_>>(), ["F003"]);
}

#[cfg(unix)]
#[test]
fn a_name_that_is_not_unicode_is_read() {
    use std::os::unix::ffi::OsStrExt;
    let folder = TempDir::new().unwrap();
    let disk = folder.path().join(std::ffi::OsStr::from_bytes(b"kt\xff\xfe.csv"));
    fs::write(&disk, GOOD).unwrap();
    let file = FileToRead { root: folder.path().to_owned(), disk, relative: "kt.csv".to_owned() };
    let results = pool().read_all(&[file], &|_| ());
    assert!(matches!(results.as_slice(), [InputFile { content: FileContent::Cells(_), .. }]), "{results:?}");
}

#[cfg(unix)]
#[test]
fn a_worker_that_stalls_is_replaced() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    let stalls = folder.path().join("stalls");
    fs::write(&stalls, "#!/bin/sh\nexec sleep 60\n").unwrap();
    fs::set_permissions(&stalls, fs::Permissions::from_mode(0o755)).unwrap();
    fs::write(folder.path().join("a.csv"), GOOD).unwrap();
    let limits = Limits { seconds: 1, ..Limits::default() };
    let pool = Pool { program: stalls, limits, ..pool() };
    let results = pool.read_all(&[FileToRead::new(folder.path(), "a.csv")], &|_| ());
    let [InputFile { content: FileContent::Fault(fault), sha256: Some(_), .. }] = results.as_slice() else {
        panic!("{results:?}")
    };
    assert_eq!((fault.code.as_str(), fault.detail.as_str()), ("F004", "seconds > 1"));
}
