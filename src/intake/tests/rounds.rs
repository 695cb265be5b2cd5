//! The files of one period together.

use super::*;

/// Second file, register, figure that counts, codes, fates.
type VersionCase<'a> = (&'a str, String, &'a str, &'a [&'a str], [&'a str; 2]);
/// "Ngày lập", register, basis, whether on time, codes.
type ReceiptCase<'a> = (&'a str, &'a str, ReceiptBasis, Option<bool>, &'a [&'a str]);

const FULL: &str = "Mã | Kỳ này\nhs_da_gq | 1\nhs_ton | 2\nhs_tra | 3";

fn named(name: &str, text: &str) -> InputFile {
    file(&format!("2025-Q4/{name}.xlsx"), vec![sheet("Số liệu", text)])
}

fn submission(round: &Round) -> &Submission {
    &round.submissions["vhxh"]
}

/// The `hs_da_gq` that counts.
fn counted(round: &Round) -> String {
    let entry = submission(round).figures.get("hs_da_gq").cloned().unwrap_or_default();
    entry.period.value.map_or("-".to_owned(), |value| value.to_string())
}

fn fates(round: &Round) -> Vec<&str> {
    round.files.iter().map(|(_, fate)| fate.reason.as_deref().unwrap_or("used")).collect()
}

#[test]
fn different_tables_of_one_office_are_one_submission() {
    let tasks = named("vhxh-nv", "Mã | Trạng thái\nN3a | Đã hoàn thành");
    let (one, other) = (named("vhxh-1", "Mã | Kỳ này\nhs_da_gq | 1"), named("vhxh-2", "Mã | Kỳ này\nhs_ton | 2"));
    let round = round(&[tasks, one, other], "", "");
    assert_eq!(round_codes(&round), Vec::<&str>::new());
    assert_eq!((submission(&round).figures.len(), submission(&round).tasks.len()), (2, 1));
    assert_eq!(fates(&round), ["used", "used", "used"]);
}

#[test]
fn versions_of_one_table() {
    let newer = FULL.replace("| 1", "| 9");
    let times = |first: &str, second: &str| {
        let row = |name: &str, at: &str| if at.is_empty() { String::new() } else { format!("\n{name}.xlsx | {at}") };
        format!("file | received_at{}{}", row("vhxh-a", first), row("2025-Q4/vhxh-b", second))
    };
    let cases: &[VersionCase<'_>] = &[
        (FULL, times("", ""), "1", &["I109"], ["used", "file-duplicate"]),
        (&newer, times("01/12/2025", "02/12/2025"), "9", &["I108"], ["file-superseded", "used"]),
        (&newer, times("02/12/2025", "01/12/2025"), "1", &["I108"], ["used", "file-superseded"]),
        (&newer, times("", ""), "-", &["I107"], ["file-unordered", "file-unordered"]),
        (&newer, times("02/12/2025", "02/12/2025"), "-", &["I107"], ["file-unordered", "file-unordered"]),
    ];
    for (second, register, expected, codes, fate) in cases {
        let round = round(&[named("vhxh-a", FULL), named("vhxh-b", second)], register, "");
        assert_eq!(
            (counted(&round).as_str(), &round_codes(&round)[..], &fates(&round)[..]),
            (*expected, *codes, &fate[..]),
            "{register}"
        );
    }
}

#[test]
fn without_order_both_files_are_named_and_the_return_is_rejected() {
    let tasks = "\nMã | Trạng thái\nN3a | Đã hoàn thành";
    let (one, other) = (format!("{FULL}{tasks}"), format!("{}{tasks}", FULL.replace("| 1", "| 9")));
    let round = round(&[named("vhxh-a", &one), named("vhxh-b", &other)], "", "");
    assert_eq!(round_codes(&round), ["I107"]);
    let finding = round.findings.iter().find(|finding| finding.code.as_str() == "I107").unwrap();
    let files: Vec<&str> = finding.related.iter().map(|source| &*source.file).collect();
    assert_eq!(files, ["2025-Q4/vhxh-a.xlsx", "2025-Q4/vhxh-b.xlsx"]);
    assert!(submission(&round).rejected && !submission(&round).accepted);
}

#[test]
fn flaws_of_a_superseded_file_are_not_reported() {
    let flawed = FULL.replace("| 1", "| khoảng 1");
    let register = "Tệp | Ngày nhận\nvhxh-a.xlsx | 01/12/2025 08:00\nvhxh-b.xlsx | 01/12/2025 09:00";
    let round = round(&[named("vhxh-a", &flawed), named("vhxh-b", FULL)], register, "");
    assert_eq!(round_codes(&round), ["I108"]);
    assert_eq!(round.files[0].0.cells.ignored[&IgnoredReason::Superseded], 8);
}

#[test]
fn what_is_left_out_is_reported_once() {
    let cases: &[(&str, &[&str])] = &[
        (FULL, &[]),
        ("Mã | Kỳ này\nhs_da_gq |\nhs_ton | 2\nhs_tra |", &["V301"]),
        ("Mã | Kỳ này\nhs_ton | 2", &["V324"]),
        ("Mã | Kỳ này\nhs_da_gq | 12/15\nhs_ton | 2", &["V308"]),
        ("Mã | Kỳ này\nhs_da_gq | Không phát sinh\nhs_ton | 0", &[]),
        ("Mã | Kỳ này\nhs_da_gq |\nhs_ton |", &["S214"]),
        ("Mã | Trạng thái\nN3a | Đã hoàn thành", &["S214"]),
        ("Mã | Kỳ này\nhs_da_gq |\nMã | Trạng thái\nN3a |", &["S214"]),
        ("Mã | Kỳ này\nhs_da_gq |\nMã | Trạng thái\nN3a | Đang thực hiện", &["S214"]),
        ("Mã | Lũy kế\nhs_da_gq | 1\nhs_ton | 2", &["S202"]),
        ("Ghi chép", &["S201"]),
    ];
    for (text, expected) in cases {
        assert_eq!(round_codes(&round(&[form(text)], "", "")), *expected, "{text}");
    }
    assert_eq!(round_codes(&round(&[], "", "")), ["D851"]);
}

#[test]
fn a_nil_return_says_nil_for_flows_and_still_owes_stocks() {
    let nil = |rows: &str| {
        let info = sheet("Thông tin", "Mã đơn vị | vhxh\nKhông phát sinh | x");
        round(&[file("2025-Q4/a.xlsx", vec![info, sheet("Số liệu", rows)])], "", "")
    };
    let round = nil("Mã | Kỳ này\nhs_da_gq |\nhs_ton | 4\nhs_tra |");
    let figures = &submission(&round).figures;
    let state = |id: &str| figures[id].period.state;
    assert_eq!((state("hs_da_gq"), state("hs_ton"), state("hs_tra")), (State::Nil, State::Value, State::Nil));
    assert_eq!((submission(&round).nil, round_codes(&round)), (true, vec![]));
    assert_eq!(round_codes(&nil("Mã | Kỳ này\nhs_da_gq |\nhs_ton |")), ["V301"]);
    let contradicted = nil("Mã | Kỳ này\nhs_da_gq | 5\nhs_ton | 1");
    assert_eq!((counted(&contradicted).as_str(), round_codes(&contradicted)), ("5", vec!["I112"]));
    assert!(!submission(&contradicted).nil);
}

#[test]
fn receipt_is_the_registers_then_the_forms_then_unknown() {
    let dated = |day: &str| {
        let info = sheet("Thông tin", &format!("Mã đơn vị | vhxh\nNgày lập | {day}"));
        file("2025-Q4/a.xlsx", vec![info, sheet("Số liệu", FULL)])
    };
    let cases: &[ReceiptCase<'_>] = &[
        ("", "", ReceiptBasis::Unknown, None, &[]),
        ("09/12/2025", "", ReceiptBasis::Form, Some(true), &[]),
        ("10/12/2025", "", ReceiptBasis::Form, Some(false), &["D852"]),
        ("01/12/2025", "file | received_at\na.xlsx | 09/12/2025 23:59:59", ReceiptBasis::Register, Some(true), &[]),
        ("01/12/2025", "file | received_at\na.xlsx | 10/12/2025 00:00", ReceiptBasis::Register, Some(false), &["D852"]),
        ("01/12/2025", "file | received_at\nb.xlsx | 10/12/2025", ReceiptBasis::Form, Some(true), &["I113"]),
        ("01/12/2025", "file | received_at\na.xlsx | hôm qua", ReceiptBasis::Form, Some(true), &["I114"]),
        ("01/12/2025", "không có bảng", ReceiptBasis::Form, Some(true), &["I114"]),
    ];
    for (prepared, register, basis, on_time, codes) in cases {
        let round = round(&[dated(prepared)], register, "");
        let receipt = &submission(&round).receipt;
        let found = (receipt.basis, receipt.on_time(q4().office_due), round_codes(&round));
        assert_eq!(found, (*basis, *on_time, codes.to_vec()), "{prepared} {register}");
    }
}

#[test]
fn a_later_correction_of_a_timely_return_stays_timely() {
    let register = "file | received_at\nvhxh-a.xlsx | 08/12/2025\nvhxh-b.xlsx | 12/12/2025";
    let newer = FULL.replace("| 1", "| 9");
    let round = round(&[named("vhxh-a", FULL), named("vhxh-b", &newer)], register, "");
    assert_eq!((counted(&round).as_str(), round_codes(&round)), ("9", vec!["I108"]));
}

#[test]
fn corrections_count_over_the_forms_cell() {
    let head = "office | element | measure | value | reason | by | date";
    let flawed = FULL.replace("| 1", "| khoảng 1");
    let cases: &[(&str, &str, &[&str])] = &[
        ("vhxh | hs_da_gq | Kỳ này | 1.500 | nhầm | A | 10/12/2025", "1500", &[]),
        ("Phòng Văn hóa - Xã hội | HS_DA_GQ | period | 7 | nhầm", "7", &[]),
        ("vhxh | hs_da_gq | period | 7 |", "-", &["A902", "V307"]),
        ("vhxh | hs_da_gq | tháng | 7 | nhầm", "-", &["A901", "V307"]),
        ("vhxh | hs_da_gq | period | bảy | nhầm", "-", &["A901", "V307"]),
        ("vhxh | kt_thu | period | 7 | nhầm", "-", &["A901", "V307"]),
        ("ubnd | hs_da_gq | period | 7 | nhầm", "-", &["A901", "V307"]),
    ];
    for (row, expected, codes) in cases {
        let round = round(&[named("vhxh", &flawed)], "", &format!("{head}\n{row}"));
        assert_eq!((counted(&round).as_str(), &round_codes(&round)[..]), (*expected, *codes), "{row}");
    }
    let round = round(&[named("vhxh", &flawed)], "", &format!("{head}\n{}", cases[0].0));
    let period = &submission(&round).figures["hs_da_gq"].period;
    assert_eq!(
        (period.raw.as_deref(), period.source.as_ref().unwrap().cell),
        (Some("khoảng 1"), Some(Address::new(1, 1)))
    );
    assert_eq!(submission(&round).corrections.len(), 1);
}

#[test]
fn an_office_whose_only_file_is_rejected_is_neither_missing_nor_late() {
    let round = round(&[named("vhxh", "Ghi chép")], "file | received_at\nvhxh.xlsx | 20/12/2025", "");
    assert_eq!((round_codes(&round), fates(&round)), (vec!["S201"], vec!["rejected-S201"]));
    assert!(submission(&round).rejected);
}
