//! Random exports, counted by the engine in any division of the work and by a slow reader: the `csv` library and chrono.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use csv::{ReaderBuilder, Terminator};
use proptest::prelude::*;
use proptest::sample::select;

use super::super::rows::{Rows, last_row_end_exactly};
use super::super::scan::Division;
use super::super::sum;
use super::*;
use crate::model::{DossierFault as F, DossierMeasure as M};

const HEADS: [&str; 13] = [
    "STT",
    "Mã hồ sơ",
    "Ngày tiếp nhận",
    "Ngày hẹn trả",
    "Ngày có kết quả",
    "Ngày kết thúc",
    "Trạng thái",
    "Hình thức",
    "Số hóa",
    "Phí",
    "Thanh toán",
    "Đồng bộ",
    "Quá hạn",
];

const DAYS: [&str; 14] = [
    "",
    "",
    "",
    "14/09/2025",
    "15/09/2025",
    "16/09/2025",
    "13/12/2025",
    "14/12/2025",
    "15/12/2025",
    "2025-10-01",
    "01/10/2025 08:30",
    "31/02/2025",
    "1/10/25",
    "chưa rõ",
];

/// A text of the column at this place; a code from few, so that some stand twice.
fn cell(column: usize) -> BoxedStrategy<String> {
    let of = |texts: &'static [&'static str]| select(texts).prop_map(str::to_owned).boxed();
    match column {
        0 => of(&["", "1", "a\nb", "say \"no\"", "x;y,z\tw", "  "]),
        1 => prop_oneof![
            8 => (select(&["A-250915", "B.1-251001", "C-250230"][..]), 0..12).prop_map(|(head, n)| format!("{head}-{n:04}")),
            1 => of(&["", "1,2E+11", "Tổng cộng", "012345678901", "a-250915-0001"]),
        ]
        .boxed(),
        2..=5 => of(&DAYS),
        6 => of(&["", "Đang xử lý", "Trả lại", "RÚT HỒ SƠ", "Chờ bổ sung"]),
        7 => of(&["Trực tuyến", "trực tiếp", "Bưu chính", "", "lạ"]),
        9 => of(&["0", "15.000", "50000 đ", "Có", "", "lạ"]),
        _ => of(&["Có", "Không", "", "x", "lạ"]),
    }
}

/// A row as written: fields in quotes or not, some missing at its end, CRLF or LF; or a blank line.
fn row(delimiter: char) -> BoxedStrategy<String> {
    let cells: Vec<BoxedStrategy<String>> = (0..HEADS.len()).map(cell).collect();
    let written = (cells, any::<u16>(), 0_usize..40, any::<bool>(), 0..12).prop_map(
        move |(cells, quotes, length, crlf, kind)| {
            let end = if crlf { "\r\n" } else { "\n" };
            if kind == 0 {
                return end.to_owned();
            }
            let fields = cells.iter().enumerate().take(length.max(3)).map(|(at, text)| {
                let needed = text.contains(['"', '\n', delimiter]);
                if needed || (quotes >> at).trailing_zeros() >= 2 {
                    format!("\"{}\"", text.replace('"', "\"\""))
                } else {
                    text.clone()
                }
            });
            fields.collect::<Vec<_>>().join(&delimiter.to_string()) + end
        },
    );
    written.boxed()
}

fn export_text() -> impl Strategy<Value = (String, char)> {
    select(&[';', ',', '\t'][..]).prop_flat_map(|delimiter| {
        (any::<bool>(), any::<bool>(), prop::collection::vec(row(delimiter), 0..30)).prop_map(
            move |(mark, open_end, rows)| {
                let head = HEADS.join(&delimiter.to_string());
                let mut text = format!("{}{head}\n{}", if mark { "\u{feff}" } else { "" }, rows.concat());
                if open_end {
                    text.truncate(text.trim_end_matches(['\r', '\n']).len());
                }
                (text, delimiter)
            },
        )
    })
}

/// A dossier by the slow reader: every cell as it is understood.
#[derive(Clone, Debug, PartialEq)]
struct Slow {
    days: [Result<Option<NaiveDate>, ()>; 4],
    words: [&'static str; 7],
}

fn slow_day(text: &str) -> Result<Option<NaiveDate>, ()> {
    let day = text.split(' ').next().unwrap_or_default();
    if text.is_empty() {
        return Ok(None);
    }
    let four_digits = day.split(['/', '-']).any(|part| part.len() == 4);
    let read = NaiveDate::parse_from_str(day, "%d/%m/%Y").or_else(|_| NaiveDate::parse_from_str(day, "%Y-%m-%d"));
    read.ok().filter(|_| four_digits).map(Some).ok_or(())
}

fn slow_word(column: usize, text: &str) -> &'static str {
    match (column, text.to_lowercase().as_str()) {
        (6, "trả lại" | "rút hồ sơ") => "ended",
        (6, "chờ bổ sung") => "waiting",
        (6, _) => "other",
        (7, "trực tuyến") => "online",
        (7, "trực tiếp" | "bưu chính") => "direct",
        (9, "15.000" | "50000 đ") | (8.., "có" | "x") => "yes",
        (9, "0") | (8.., "không" | "") => "no",
        _ => "unknown",
    }
}

fn is_code(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    matches!(parts.as_slice(), [head, day, serial] if head.starts_with(['A', 'B', 'C']) && day.len() == 6 && serial.len() == 4)
}

/// Measures and the faults that are simple to tell, of an export in one text.
fn slow(text: &str, delimiter: char) -> (BTreeMap<M, u64>, BTreeMap<F, u64>) {
    let (from, to) = (*period().start(), *period().end());
    let mut measures: BTreeMap<M, u64> = M::ALL.into_iter().map(|(measure, _)| (measure, 0)).collect();
    let mut faults: BTreeMap<F, u64> = BTreeMap::new();
    let mut first: BTreeMap<String, Slow> = BTreeMap::new();
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter as u8)
        .terminator(Terminator::Any(b'\n'))
        .flexible(true)
        .from_reader(text.as_bytes());
    for record in reader.records() {
        let record = record.unwrap();
        let cell = |at: usize| record.get(at).unwrap_or_default().trim();
        let days = [2, 3, 4, 5].map(|at| slow_day(cell(at)));
        let words = [6, 7, 8, 9, 10, 11, 12].map(|at| slow_word(at, cell(at)));
        let code = cell(1);
        if !is_code(code) && !days.iter().any(|day| matches!(day, Ok(Some(_)))) {
            continue;
        }
        let mut fault = |fault: F, holds: bool| {
            if holds {
                *faults.entry(fault).or_default() += 1;
            }
        };
        fault(F::NoCode, code.is_empty());
        fault(F::BrokenCode, !code.is_empty() && !is_code(code));
        fault(F::UnreadableDate, days.contains(&Err(())));
        fault(F::NoReceipt, !matches!(days[0], Ok(Some(_))));
        let dossier = Slow { days, words };
        if is_code(code) {
            if let Some(known) = first.get(code) {
                fault(if *known == dossier { F::Duplicate } else { F::Contradiction }, true);
                continue;
            }
            first.insert(code.to_owned(), dossier.clone());
        }
        let [received, due, result, ended] = days;
        let [state, channel, digitised, fee, paid, synced, _] = words;
        let Ok(Some(received)) = received else { continue };
        let closed = match (state, ended, result) {
            ("ended", Ok(Some(day)), _) | ("ended", Ok(None), Ok(Some(day))) => Ok(Some(day)),
            ("ended", ..) => Err(()),
            (_, _, result) => result,
        };
        let due = due.unwrap_or(None);
        let within = received >= from && received <= to;
        let carried = received < from && closed.is_ok_and(|day| day.is_none_or(|day| day >= from));
        let resolved = closed.unwrap_or(None).filter(|day| (from..=to).contains(day));
        let pending = received <= to && closed.is_ok_and(|day| day.is_none_or(|day| day > to));
        for (measure, holds) in [
            (M::Received, within || carried),
            (M::ReceivedOnline, within && channel == "online"),
            (M::ReceivedDirect, within && channel == "direct"),
            (M::ReceivedCarriedOver, carried),
            (M::Resolved, resolved.is_some()),
            (M::ResolvedEarly, due.is_some_and(|due| resolved.is_some_and(|day| day < due))),
            (M::ResolvedOnTime, due.is_some() && resolved == due),
            (M::ResolvedLate, due.is_some_and(|due| resolved.is_some_and(|day| day > due))),
            (M::Pending, pending),
            (M::PendingInTime, pending && (state == "waiting" || due.is_some_and(|due| due >= to))),
            (M::PendingLate, pending && state != "waiting" && due.is_some_and(|due| due < to)),
            (M::Digitised, resolved.is_some() && digitised == "yes"),
            (M::Fee, within && fee == "yes"),
            (M::FeePaidOnline, within && fee == "yes" && paid == "yes"),
            (M::Synced, within && synced == "yes"),
        ] {
            *measures.entry(measure).or_default() += u64::from(holds);
        }
    }
    (measures, faults)
}

fn divided(texts: &[&str], division: Division) -> DossierCounts {
    let input = |(number, text): (usize, &&str)| DossierInput {
        path: format!("{number}.csv").into(),
        sha256: None,
        source: Ok(DossierSource::Bytes(Box::new(text.to_string()))),
    };
    let inputs: Vec<DossierInput> = texts.iter().enumerate().map(input).collect();
    sum::count(&inputs, &format(), &period(), division)
}

const WHOLE: Division = Division { threads: 1, step: None, codes: usize::MAX };

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_engine_counts_what_a_slow_reader_counts(
        (text, delimiter) in export_text(), threads in 1_usize..4, step in 1_usize..400, codes in 1_usize..40,
    ) {
        let counts = divided(&[&text], Division { threads, step: Some(step), codes });
        let (measures, faults) = slow(&text, delimiter);
        prop_assert_eq!(&counts.counts, &measures, "{}", text);
        let told = |fault: &F| faults.contains_key(fault) || counts.faults.contains_key(fault);
        for fault in [F::NoCode, F::BrokenCode, F::UnreadableDate, F::NoReceipt, F::Duplicate, F::Contradiction].iter().filter(|fault| told(fault)) {
            prop_assert_eq!(counts.faults.get(fault), faults.get(fault), "{:?} {}", fault, text);
        }
        let file = &counts.files[0];
        prop_assert_eq!(file.lines, file.rows + file.ignored.values().sum::<u64>());
        prop_assert_eq!(file.sha256.as_deref(), Some(&*crate::digest::sha256(&text)));
        prop_assert!(counts == divided(&[&text], WHOLE), "{}", text);
    }

    #[test]
    fn two_exports_count_as_one_after_the_other((one, delimiter) in export_text(), (other, _) in export_text(), threads in 1_usize..4, codes in 1_usize..40) {
        let _ = delimiter;
        let counts = divided(&[&one, &other], Division { threads, step: Some(64), codes });
        prop_assert!(counts == divided(&[&one, &other], WHOLE), "{one}\n{other}");
    }

    #[test]
    fn rows_are_those_of_the_csv_library(text in "([ab;\"\n\r]{0,60}|(a|b|;|\n|\"a;b\"|\";\n\"\"\"){0,150})", from_step in 1_usize..200) {
        let text = text.as_bytes();
        let mut reader = ReaderBuilder::new().delimiter(b';').terminator(Terminator::Any(b'\n')).flexible(true).has_headers(false).from_reader(text);
        let expected: Vec<Vec<Vec<u8>>> = reader.byte_records().map(|record| record.unwrap().iter().map(|field| field.trim_ascii().to_vec()).collect()).collect();
        let mut rows = Rows::new(text, 0, b';');
        let mut read = Vec::new();
        loop {
            let begin = rows.at();
            if !rows.next() {
                break;
            }
            let fields: Vec<Vec<u8>> = rows.fields().map(|field| field.bytes().into_owned()).collect();
            // The library skips empty lines.
            if text.get(begin) != Some(&b'\n') {
                read.push(fields);
            }
        }
        prop_assert_eq!(&read, &expected);
        // However the text is cut, a row ends where it ends.
        let cut = text.get(..from_step).unwrap_or(text);
        if let Some(end) = last_row_end_exactly(cut, b';') {
            let mut rows = Rows::new(text, 0, b';');
            while rows.at() < end {
                rows.next();
            }
            prop_assert_eq!(rows.at(), end);
        }
    }
}
