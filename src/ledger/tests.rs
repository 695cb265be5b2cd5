//! What is chained can be recomputed by anybody, and no change of it stays unseen.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use super::*;
use crate::model::{Code, PeriodId, Receipt, Received, ReceivedKind, Severity};

fn event(number: usize) -> Event {
    Event::Finding(FindingEvent {
        at: "2025-12-09T08:15:00+07:00".to_owned(),
        period: PeriodId::new("2025-Q4"),
        standing: Standing::Seen,
        code: Code::new("V301"),
        severity: Severity::Error,
        office: None,
        about: format!("Hồ sơ số {number}"),
    })
}

fn chained(count: usize) -> Vec<Link> {
    let mut head = Head::default();
    let link = |number| {
        let link = Chain::Events.link(&head, serde_json::to_string(&event(number)).unwrap());
        head = Head::from(&link);
        link
    };
    (1..=count).map(link).collect()
}

fn broken(links: &[Link]) -> Option<(u64, &'static str)> {
    verify::<Event>(Chain::Events, links).err().map(|broken| (broken.position, broken.fault.key()))
}

#[test]
fn hashes_are_those_of_the_documentation() {
    let links = chained(2);
    let body = concat!(
        r#"{"kind":"finding","at":"2025-12-09T08:15:00+07:00","period":"2025-Q4","standing":"seen","#,
        r#""code":"V301","severity":"error","office":null,"about":"Hồ sơ số 1"}"#
    );
    assert_eq!(links[0].body, body);
    assert_eq!(links[0].prev, "0".repeat(64));
    // printf 'cchc-ledger/1\nevents\n1\n%064d\n%s' 0 "$body" | sha256sum
    assert_eq!(links[0].hash, "42c766012776e2f5e0cdf1a84470fd7014a6aaebd410cfe49b601740dc822430");
    assert_eq!(links[1].prev, links[0].hash);
}

#[test]
fn a_whole_chain_is_proved() {
    let links = chained(5);
    let (entries, head) = verify::<Event>(Chain::Events, &links).unwrap();
    assert_eq!((entries[4].clone(), head), (event(5), Head::from(&links[4])));
    assert!(broken(&[]).is_none());
}

#[test]
fn the_first_entry_that_breaks_is_named_and_how() {
    let links = chained(5);
    let without =
        |at: usize| links.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, l)| l.clone()).collect::<Vec<_>>();
    assert_eq!(broken(&without(2)), Some((3, "position")));
    let mut swapped = links.clone();
    swapped.swap(1, 2);
    assert_eq!(broken(&swapped), Some((2, "position")));
    let mut changed = links.clone();
    changed[3].body = changed[3].body.replace("error", "notice");
    assert_eq!(broken(&changed), Some((4, "changed")));
    let mut replaced = links.clone();
    replaced[2] = Chain::Events.link(&Head::from(&links[1]), serde_json::to_string(&event(9)).unwrap());
    assert_eq!(broken(&replaced), Some((4, "unlinked")));
    let moved: Vec<Link> = links.iter().map(|link| Link { position: link.position, ..link.clone() }).collect();
    assert_eq!(verify::<Event>(Chain::Submissions, &moved).unwrap_err().fault, Fault::Changed);
    let unknown = [Chain::Events.link(&Head::default(), r#"{"kind":"party"}"#.to_owned())];
    assert_eq!(broken(&unknown), Some((1, "unreadable")));
}

#[test]
fn any_change_of_one_bit_is_found() {
    let links = chained(4);
    for at in 0..links.len() {
        let flip = |field: fn(&mut Link) -> &mut String| {
            let mut changed = links.clone();
            let text = field(&mut changed[at]).clone().into_bytes();
            for bit in 0..text.len() * 8 {
                let mut flipped = text.clone();
                flipped[bit / 8] ^= 1 << (bit % 8);
                let Ok(flipped) = String::from_utf8(flipped) else { continue };
                *field(&mut changed[at]) = flipped;
                assert!(broken(&changed).is_some(), "entry {at}, bit {bit}");
            }
        };
        flip(|link| &mut link.prev);
        flip(|link| &mut link.hash);
        flip(|link| &mut link.body);
    }
}

fn received(period: &str, path: &str, sha256: &str) -> Received {
    Received {
        kind: ReceivedKind::Submission,
        period: PeriodId::new(period),
        path: path.into(),
        sha256: sha256.to_owned(),
        office: None,
        receipt: Receipt::default(),
        prepared_by: None,
        personal: false,
    }
}

#[test]
fn arrivals_are_in_order_of_period_kind_and_path_and_copies_are_one() {
    let mut register = received("2025-Q3", "2025-Q3/received.csv", "r");
    register.kind = ReceivedKind::Register;
    let came = [
        register,
        received("2025-Q3", "2025-Q3/b.csv", "b"),
        received("2025-Q3", "2025-Q3/a.csv", "b"),
        received("2025-Q4", "2025-Q4/a.csv", "b"),
    ];
    let paths: Vec<String> = entries(&came).into_iter().map(|entry| entry.path).collect();
    assert_eq!(paths, ["2025-Q3/a.csv", "2025-Q3/received.csv", "2025-Q4/a.csv"]);
}

/// The versions that runs with these files (`name@receipt`) leave, as `run: files`.
fn versions_of(runs: &[&[&str]]) -> Vec<String> {
    let file = |text: &&str| {
        let (name, at) = text.split_once('@').map_or((*text, None), |(name, at)| (name, Some(at.to_owned())));
        SentFile { path: format!("2025-Q4/{name}"), sha256: name.to_owned(), received_at: at }
    };
    let told = |version: Version| {
        let files: Vec<String> = version.files.into_iter().map(|file| file.sha256).collect();
        format!("{}: {}", version.run, files.join(" "))
    };
    let runs = runs.iter().map(|files| files.iter().map(file).collect()).collect();
    versions(runs).into_iter().map(told).collect()
}

#[test]
fn a_version_is_what_had_come_by_a_run_or_a_receipt() {
    assert_eq!(versions_of(&[&[], &["a"], &["a"], &["b"], &["a"], &[]]), ["1: a", "3: b", "4: a", "5: "]);
    assert_eq!(versions_of(&[&["b@06", "a@05", "x"]]), ["0: a x", "0: b a x"]);
    assert_eq!(versions_of(&[&["a@05", "b@05"], &["a@05", "b@05", "c@07T08"]]), ["0: a b", "1: a b c"]);
    let late = ["0: a", "0: a c", "1: a b c"];
    assert_eq!(versions_of(&[&["a@05", "c@07"], &["a@05", "b@06", "c@07"], &["a@05", "b@06", "c@07"]]), late);
    assert_eq!(versions_of(&[&["a@06", "text@05"], &["b@08", "text@05"]]), ["0: text", "0: a text", "1: b text"]);
}

/// The measure: an export of 100 entries. What stands before a byte that is changed has been proved, and what stands behind
/// the next entry is never looked at.
#[test]
fn any_byte_changed_and_any_entry_lost_or_swapped_in_an_export_is_found() {
    let text = lines(&chained(100)).unwrap();
    let head = prove::<Event>(Chain::Events, &text).unwrap().1;
    let rows: Vec<&str> = text.split_inclusive('\n').collect();
    let mut reader = Reader::new(Chain::Events);
    for (at, row) in rows.iter().enumerate() {
        let rest = rows.get(at + 1).copied().unwrap_or_default();
        // All bits of every tenth entry, one of each byte of the others.
        for bit in (0..row.len() * 8).filter(|bit| at % 10 == 0 || bit % 8 == bit / 8 % 8) {
            let mut flipped = row.as_bytes().to_vec();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let Ok(flipped) = String::from_utf8(flipped) else { continue };
            let found = export::prove_after::<Event>(reader.clone(), &(flipped + rest));
            assert!(found.is_err(), "entry {}, bit {bit}", at + 1);
        }
        reader.next::<Event>(&serde_json::from_str(row).unwrap()).unwrap();
    }
    for at in 0..rows.len() {
        let without: String = rows.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, row)| *row).collect();
        let found = prove::<Event>(Chain::Events, &without);
        // That the last one is lost is told by the head, which is written down elsewhere.
        assert!(found.is_err() || found.unwrap().1 != head, "entry {} lost", at + 1);
        for other in at + 1..rows.len() {
            let mut swapped = rows.clone();
            swapped.swap(at, other);
            let first = prove::<Event>(Chain::Events, &swapped.concat()).unwrap_err();
            assert_eq!(first.position, at as u64 + 1, "{} and {} swapped", at + 1, other + 1);
        }
    }
}
