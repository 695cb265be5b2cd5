//! The database: append-only, whole after every end, and any change of it is found.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use std::fs;
use std::sync::mpsc;
use std::thread;

use tempfile::TempDir;

use super::*;
use crate::digest::sha256;
use crate::ledger::{Chain, Event, FindingEvent, Head, Standing, SubmissionEntry, entries};
use crate::model::{Code, PeriodId, Receipt, Received, ReceivedKind, Severity};

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(FILE);
    (folder, path)
}

fn arrival(name: &str, bytes: &str, personal: bool) -> SubmissionEntry {
    let received = Received {
        kind: ReceivedKind::Submission,
        period: PeriodId::new("2025-Q4"),
        path: format!("2025-Q4/{name}.csv").into(),
        sha256: sha256(bytes),
        office: None,
        receipt: Receipt::default(),
        prepared_by: None,
        personal,
    };
    entries(&[received]).remove(0)
}

fn finding(about: &str) -> Event {
    Event::Finding(FindingEvent {
        at: "2025-12-09T08:15:00+07:00".to_owned(),
        period: PeriodId::new("2025-Q4"),
        standing: Standing::Seen,
        code: Code::new("V301"),
        severity: Severity::Error,
        office: None,
        about: about.to_owned(),
    })
}

/// A ledger with these files of as many offices, kept, and a finding each.
fn filled(path: &Path, files: &[&str]) -> Head {
    let ledger = Ledger::open(path).unwrap();
    let recording = ledger.record(|| ()).unwrap();
    let named = || (1..).zip(files).map(|(number, text): (usize, &&str)| (number.to_string(), *text));
    let arrivals: Vec<SubmissionEntry> = named().map(|(name, text)| arrival(&name, text, false)).collect();
    let head = recording.receive(&arrivals).unwrap();
    for (name, text) in named() {
        recording.keep(&sha256(text), text.as_bytes()).unwrap();
        recording.tell(&finding(&name)).unwrap();
    }
    recording.commit().unwrap();
    head
}

fn flaws(path: &Path, head: Option<&str>) -> Vec<Flaw> {
    let ledger = Ledger::read(path).unwrap();
    Proof::of(&ledger, path.parent().unwrap(), head).unwrap().flaws
}

fn said(problem: &Problem) -> String {
    problem.to_string().split(':').next().unwrap().to_owned()
}

#[test]
fn the_schema_can_be_made() {
    MIGRATIONS.validate().unwrap();
}

#[test]
fn what_came_before_changes_nothing() {
    let (_folder, path) = folder();
    let head = filled(&path, &["a", "b"]);
    let ledger = Ledger::open(&path).unwrap();
    let recording = ledger.record(|| ()).unwrap();
    assert_eq!(recording.receive(&[arrival("a", "a", false), arrival("b", "b", false)]).unwrap(), head);
    let more = recording.receive(&[arrival("a", "a", false), arrival("c", "c", false)]).unwrap();
    assert_eq!(more.position, 3);
}

#[test]
fn what_is_not_committed_leaves_nothing() {
    let (_folder, path) = folder();
    filled(&path, &["a"]);
    let before = fs::read(&path).unwrap();
    let ledger = Ledger::open(&path).unwrap();
    let recording = ledger.record(|| ()).unwrap();
    recording.tell(&finding("x")).unwrap();
    drop(recording);
    drop(ledger);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn entries_and_bytes_can_only_be_added() {
    let (_folder, path) = folder();
    filled(&path, &["a", "b"]);
    let ledger = Ledger::open(&path).unwrap();
    for sql in [
        "UPDATE submissions SET body = '{}'",
        "DELETE FROM submissions WHERE position = 2",
        "UPDATE events SET hash = prev",
        "DELETE FROM events",
        "UPDATE bytes SET content = x''",
        "DELETE FROM bytes",
        "INSERT OR REPLACE INTO bytes SELECT sha256, x'' FROM bytes",
        "INSERT OR REPLACE INTO submissions (position, prev, hash, body) SELECT position, prev, hash, '{}' FROM submissions",
        "INSERT INTO events (position, prev, hash, body) SELECT position + 7, prev, prev, body FROM events",
    ] {
        assert!(ledger.db.execute(sql, []).is_err(), "{sql}");
    }
    assert_eq!(flaws(&path, None), []);
}

#[test]
fn forgotten_bytes_are_nowhere_in_the_file_and_do_not_come_back() {
    let (_folder, path) = folder();
    let secret = "số định danh 030012345678 ".repeat(500);
    filled(&path, &["a", &secret]);
    let holds = || fs::read(&path).unwrap().windows(12).any(|window| window == b"030012345678");
    let ledger = Ledger::open(&path).unwrap();
    assert!(holds());
    assert_eq!(said(&ledger.forget(&sha256(&secret), " ", || ()).unwrap_err()), "error-no-reason");
    assert_eq!(said(&ledger.forget("0123456789", "gửi nhầm", || ()).unwrap_err()), "error-unknown-hash");
    ledger.forget(&sha256(&secret)[..12], "gửi nhầm", || ()).unwrap();
    assert!(!holds());
    assert_eq!(said(&ledger.forget(&sha256(&secret), "lần nữa", || ()).unwrap_err()), "error-not-kept");
    assert_eq!(ledger.bytes(&sha256(&secret)).unwrap(), None);
    let recording = ledger.record(|| ()).unwrap();
    assert!(!recording.needs(&sha256(&secret)).unwrap());
    assert!(recording.keep(&sha256(&secret), secret.as_bytes()).is_err());
    drop(recording);
    let proof = Proof::of(&ledger, path.parent().unwrap(), None).unwrap();
    assert_eq!(proof.flaws, []);
    assert!(proof.forgotten.contains(&sha256(&secret)));
}

#[test]
fn what_is_no_ledger_is_left_alone() {
    let (_folder, path) = folder();
    fs::write(&path, "ghi chú của tôi, dài hơn một trang của cơ sở dữ liệu".repeat(200)).unwrap();
    let before = fs::read(&path).unwrap();
    assert_eq!(said(&Ledger::open(&path).unwrap_err()), "error-ledger-foreign");
    assert_eq!(fs::read(&path).unwrap(), before);
    fs::remove_file(&path).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE khac (a); INSERT INTO khac VALUES (1);").unwrap();
    drop(other);
    let before = fs::read(&path).unwrap();
    assert_eq!(said(&Ledger::open(&path).unwrap_err()), "error-ledger-foreign");
    assert_eq!(fs::read(&path).unwrap(), before);
    fs::remove_file(&path).unwrap();
    assert_eq!(said(&Ledger::read(&path).unwrap_err()), "error-no-ledger");
    assert!(!path.exists());
}

#[test]
fn a_newer_programs_ledger_is_refused() {
    let (_folder, path) = folder();
    filled(&path, &["a"]);
    let ledger = Ledger::open(&path).unwrap();
    ledger.db.execute_batch("PRAGMA user_version = 99").unwrap();
    drop(ledger);
    assert_eq!(said(&Ledger::open(&path).unwrap_err()), "error-ledger-newer");
    assert_eq!(said(&Ledger::read(&path).unwrap_err()), "error-ledger-newer");
}

#[test]
fn a_second_run_waits_and_both_are_recorded() {
    let (_folder, path) = folder();
    let ledger = Ledger::open(&path).unwrap();
    let recording = ledger.record(|| ()).unwrap();
    let (sender, waits) = mpsc::channel();
    thread::scope(|scope| {
        let second = scope.spawn(|| {
            let ledger = Ledger::open(&path).unwrap();
            let recording = ledger.record(move || sender.send(()).unwrap()).unwrap();
            recording.receive(&[arrival("b", "b", false)]).unwrap();
            recording.commit().unwrap();
        });
        waits.recv().unwrap();
        recording.receive(&[arrival("a", "a", false)]).unwrap();
        recording.commit().unwrap();
        second.join().unwrap();
    });
    let paths: Vec<String> =
        Ledger::read(&path).unwrap().links(Chain::Submissions).unwrap().into_iter().map(|l| l.body).collect();
    assert!(paths[0].contains("a.csv") && paths[1].contains("b.csv"), "{paths:?}");
}

/// What a process leaves that is killed within a transaction whose pages are on the disk already.
#[test]
fn a_ledger_left_with_a_journal_opens_as_it_was() {
    let (folder, path) = folder();
    let head = filled(&path, &["a"]);
    let ledger = Ledger::open(&path).unwrap();
    ledger.db.execute_batch("PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE").unwrap();
    let long = "x".repeat(200_000);
    for number in 0..2_000 {
        let text = format!("{number}{long}").into_bytes();
        ledger.db.execute("INSERT INTO bytes VALUES (?, ?)", rusqlite::params![sha256(&text), text]).unwrap();
        if folder.path().join("ledger.sqlite-journal").exists() && number > 3 {
            break;
        }
    }
    let copy = tempfile::tempdir().unwrap();
    for name in [FILE, "ledger.sqlite-journal"] {
        fs::copy(folder.path().join(name), copy.path().join(name)).unwrap();
    }
    let path = copy.path().join(FILE);
    assert_eq!(flaws(&path, Some(&head.hash)), []);
    assert!(!copy.path().join("ledger.sqlite-journal").exists());
}

#[test]
fn a_chain_cut_short_is_found_by_a_head_printed_elsewhere() {
    let (_folder, path) = folder();
    let head = filled(&path, &["a", "b", "c"]);
    assert_eq!(flaws(&path, Some(&head.hash)), []);
    let db = Connection::open(&path).unwrap();
    db.execute_batch("DROP TRIGGER submissions_remain; DELETE FROM submissions WHERE position = 3;").unwrap();
    let found = flaws(&path, Some(&head.hash));
    assert!(found.contains(&Flaw::Head(head.hash, "--head".to_owned())), "{found:?}");
    assert!(found.contains(&Flaw::Schema("trigger submissions_remain submissions".to_owned())), "{found:?}");
    assert!(found.contains(&Flaw::Bytes(sha256("c"), "unnamed")), "{found:?}");
}

/// Everything stored, in one text.
fn content(path: &Path) -> String {
    let ledger = Ledger::read(path).unwrap();
    let chains = Chain::ALL.map(|chain| format!("{:?}", ledger.links(chain).unwrap()));
    let mut all = ledger.db.prepare("SELECT sha256, content FROM bytes ORDER BY 1").unwrap();
    let bytes = all.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?))).unwrap();
    format!("{chains:?}{:?}", bytes.map(Result::unwrap).collect::<Vec<_>>())
}

#[test]
fn a_flipped_bit_that_is_not_found_changed_nothing() {
    let (_folder, path) = folder();
    filled(&path, &["a", "b", "c", &"d".repeat(9_000)]);
    let (whole, before) = (fs::read(&path).unwrap(), content(&path));
    let (mut found, mut at) = (0, 0);
    while at < whole.len() {
        let mut flipped = whole.clone();
        flipped[at] ^= 1 << (at % 8);
        fs::write(&path, &flipped).unwrap();
        let seen = Ledger::read(&path)
            .and_then(|ledger| Proof::of(&ledger, path.parent().unwrap(), None))
            .map_or(true, |proof| !proof.flaws.is_empty());
        found += usize::from(seen);
        assert!(seen || content(&path) == before, "byte {at}");
        at += 61;
    }
    assert!(found > 100, "{found}");
}

#[test]
fn a_ledger_of_the_first_scheme_is_whole_and_gets_the_next_one_when_it_is_written_to() {
    let (_folder, path) = folder();
    let mut first = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE).unwrap();
    MIGRATIONS.to_version(&mut first, 1).unwrap();
    drop(first);
    let columns = || {
        let ledger = Ledger::read(&path).unwrap();
        let view = ledger.db.prepare("SELECT * FROM v_mails").unwrap();
        view.column_names().into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert!(!columns().contains(&"step".to_owned()));
    assert_eq!(flaws(&path, None), []);
    filled(&path, &["a"]);
    assert!(columns().contains(&"step".to_owned()));
    assert_eq!(flaws(&path, None), []);
}
