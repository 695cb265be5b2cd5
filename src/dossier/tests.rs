//! Exports of a few rows, counted.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod oracle;

use chrono::NaiveDate;

use super::*;
use crate::model::{DossierColumn, DossierFault, DossierIgnored, DossierMeasure};

/// The format that exports of these tests are in.
pub(super) fn format() -> DossierFormat {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let heads = [
        (DossierColumn::Code, "Mã hồ sơ"),
        (DossierColumn::ReceivedOn, "Ngày tiếp nhận"),
        (DossierColumn::DueOn, "Ngày hẹn trả"),
        (DossierColumn::ResultOn, "Ngày có kết quả"),
        (DossierColumn::EndedOn, "Ngày kết thúc"),
        (DossierColumn::State, "Trạng thái"),
        (DossierColumn::Channel, "Hình thức"),
        (DossierColumn::Digitised, "Số hóa"),
        (DossierColumn::Fee, "Phí"),
        (DossierColumn::PaidOnline, "Thanh toán"),
        (DossierColumn::Synced, "Đồng bộ"),
        (DossierColumn::Late, "Quá hạn"),
    ];
    DossierFormat {
        heads: heads.into_iter().map(|(column, head)| (column, words(&[head]))).collect(),
        online: words(&["Trực tuyến"]),
        direct: words(&["Trực tiếp", "Bưu chính"]),
        ended: words(&["Trả lại", "Rút hồ sơ", "Từ chối"]),
        waiting: words(&["Chờ bổ sung"]),
        yes: words(&["Có", "x"]),
        no: words(&["Không"]),
    }
}

/// The fourth quarter of a plan: 15 September to 14 December 2025.
pub(super) fn period() -> RangeInclusive<NaiveDate> {
    let day = |month, day| NaiveDate::from_ymd_opt(2025, month, day).unwrap_or_default();
    day(9, 15)..=day(12, 14)
}

fn counted(text: &str) -> DossierCounts {
    let input = DossierInput {
        path: "a.csv".into(),
        sha256: None,
        source: Ok(DossierSource::Bytes(Box::new(text.to_string()))),
    };
    count(&[input], &format(), &period())
}

#[test]
fn a_list_with_titles_groups_and_totals_is_counted() {
    let counts = counted(
        "DANH SÁCH HỒ SƠ;;;;\n\nSTT;Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả;Hình thức\n\
        Văn phòng;;;;;\n\
        1;H25.1-251001-0001;01/10/2025;10/10/2025;10/10/2025;Trực tuyến\n\
        2;H25.1-251001-0002;01/10/2025 08:30;10/10/2025;;Trực tiếp\n\
        3;H25.1-250801-0003;01/08/2025;10/10/2025;12/10/2025;Trực tiếp\n\
        ;;;;;\n\
        Tổng cộng;3;;;;\n",
    );
    let expected = [
        (DossierMeasure::Received, 3),
        (DossierMeasure::ReceivedOnline, 1),
        (DossierMeasure::ReceivedDirect, 1),
        (DossierMeasure::ReceivedCarriedOver, 1),
        (DossierMeasure::Resolved, 2),
        (DossierMeasure::ResolvedEarly, 0),
        (DossierMeasure::ResolvedOnTime, 1),
        (DossierMeasure::ResolvedLate, 1),
        (DossierMeasure::Pending, 1),
        (DossierMeasure::PendingInTime, 0),
        (DossierMeasure::PendingLate, 1),
    ];
    assert_eq!(counts.counts, expected.into());
    let file = &counts.files[0];
    assert_eq!((file.lines, file.rows), (9, 3));
    let ignored =
        [(DossierIgnored::Title, 1), (DossierIgnored::Head, 1), (DossierIgnored::Blank, 2), (DossierIgnored::Group, 2)];
    assert_eq!(file.ignored, ignored.into());
    assert!(counts.faults.is_empty(), "{:?}", counts.exceptions);
}

#[test]
fn a_code_on_two_rows_counts_once() {
    let counts = counted(
        "Mã hồ sơ,Ngày tiếp nhận,Ngày có kết quả\n\
        A-251001-0001,01/10/2025,\nA-251001-0002,01/10/2025,\nA-251001-0001,2025-10-01,\nA-251001-0002,01/10/2025,02/10/2025\n",
    );
    assert_eq!(counts.counts[&DossierMeasure::Received], 2);
    assert_eq!(counts.counts[&DossierMeasure::Pending], 2);
    let told: Vec<_> = counts.exceptions.iter().map(|one| (one.fault, &*one.code, one.row, &*one.detail)).collect();
    assert_eq!(
        told,
        [
            (DossierFault::Duplicate, "A-251001-0001", 4, "a.csv:2"),
            (DossierFault::Contradiction, "A-251001-0002", 5, "a.csv:3"),
        ]
    );
}

fn export(name: &str, bytes: &[u8]) -> DossierCounts {
    let text = ExportText::read(name, bytes, &format().heads, &crate::model::Limits::default());
    let input = DossierInput { path: name.into(), sha256: Some("x".to_owned()), source: text.map(DossierSource::Text) };
    count(&[input], &format(), &period())
}

/// A workbook as Excel makes it: shared strings, days as numbers that are shown as days, a second sheet.
fn workbook() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let shown = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "DANH SÁCH \"HỒ SƠ\"").unwrap();
    sheet
        .write_row(2, 0, ["STT", "Mã hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày có kết quả", "Hình thức"])
        .unwrap();
    // Days from 1899-12-30 to October 2025.
    let day = |day: f64| 45_930.0 + day;
    sheet.write_row(3, 1, ["A-251001-0001"]).unwrap();
    sheet.write_row_with_format(3, 2, [day(1.0), day(10.0), day(10.0)], &shown).unwrap();
    sheet.write(3, 5, "Trực tuyến").unwrap();
    sheet.write_row(5, 1, ["A-251002-0002", "02/10/2025", "10/10/2025", "", "\"Trực tiếp\" & <hộp>\n1"]).unwrap();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["Ngày tiếp nhận", "Mã hồ sơ", "Ngày có kết quả", "Ngày hẹn trả"]).unwrap();
    sheet.write_row(1, 0, ["03/10/2025", "A-251003-0003", "04/10/2025", "05/10/2025"]).unwrap();
    book.add_worksheet().write(0, 0, "ghi chú").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_is_counted_with_all_its_sheets() {
    let counts = export("a.xlsx", &workbook());
    let file = &counts.files[0];
    assert_eq!(file.rejected, None);
    // The second sheet has no channel.
    assert!(
        file.missing.contains(&DossierColumn::Channel) && !counts.counts.contains_key(&DossierMeasure::ReceivedOnline)
    );
    assert_eq!(counts.counts[&DossierMeasure::Received], 3);
    assert_eq!(counts.counts[&DossierMeasure::ResolvedOnTime], 1);
    assert_eq!(counts.counts[&DossierMeasure::ResolvedEarly], 1);
    assert_eq!(counts.counts[&DossierMeasure::PendingLate], 1);
    assert!(counts.faults.is_empty(), "{:?}", counts.exceptions);
    let ignored = [(DossierIgnored::Title, 2), (DossierIgnored::Head, 2), (DossierIgnored::Blank, 2)];
    assert_eq!((file.rows, &file.ignored), (3, &ignored.into()));
}

#[test]
fn a_web_page_under_the_name_of_a_workbook_is_counted() {
    let page = "<html><table><tr><td>Mã hồ sơ<td>Ngày tiếp nhận<td>Ngày có kết quả</tr>\
        <tr><td>A-251001-0001<td>01/10/2025<td></tr></table></html>";
    assert_eq!(export("a.xls", page.as_bytes()).counts[&DossierMeasure::Pending], 1);
}

/// What a dossier counts as, by the keys of measures; fields as in the head.
fn measures(fields: &str) -> String {
    let head = "Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả;Ngày kết thúc;Trạng thái;Hình thức;Số hóa;Phí;Thanh toán;Đồng bộ";
    let counted = counted(&format!("{head}\n{fields}\n"));
    let found = counted.counts.into_iter().filter(|(_, count)| *count > 0).map(|(measure, _)| measure.key());
    found.collect::<Vec<_>>().join(" ")
}

#[test]
fn every_measure_begins_and_ends_on_its_days() {
    const NEW: &str = "received received.online";
    const OLD: &str = "received received.carried_over";
    let cases = [
        // The day before the period, its first and last days, the day after.
        ("A-1;14/09/2025;31/12/2025;;;;Trực tuyến", format!("{OLD} pending pending.in_time")),
        ("A-1;15/09/2025;31/12/2025;;;;Trực tuyến", format!("{NEW} pending pending.in_time")),
        ("A-1;14/12/2025;31/12/2025;;;;Trực tuyến", format!("{NEW} pending pending.in_time")),
        ("A-1;15/12/2025;31/12/2025;;;;Trực tuyến", String::new()),
        ("A-1;20/09/2025;31/12/2025;;;;Bưu chính", "received received.direct pending pending.in_time".to_owned()),
        // Results before the period, on its first and last days, after it.
        ("A-1;01/09/2025;20/09/2025;14/09/2025;;;", String::new()),
        ("A-1;01/09/2025;20/09/2025;15/09/2025;;;", format!("{OLD} resolved resolved.early")),
        ("A-1;01/09/2025;20/12/2025;14/12/2025;;;", format!("{OLD} resolved resolved.early")),
        ("A-1;01/09/2025;20/12/2025;15/12/2025;;;", format!("{OLD} pending pending.in_time")),
        // Before, on and after the day due; without one.
        ("A-1;15/09/2025;02/10/2025;01/10/2025;;;Trực tuyến", format!("{NEW} resolved resolved.early")),
        ("A-1;15/09/2025;01/10/2025;01/10/2025 23:59;;;Trực tuyến", format!("{NEW} resolved resolved.on_time")),
        ("A-1;15/09/2025;30/09/2025;01/10/2025;;;Trực tuyến", format!("{NEW} resolved resolved.late")),
        ("A-1;15/09/2025;;01/10/2025;;;Trực tuyến", format!("{NEW} resolved")),
        // Pending and due on the last day, or the day before.
        ("A-1;15/09/2025;14/12/2025;;;;Trực tuyến", format!("{NEW} pending pending.in_time")),
        ("A-1;15/09/2025;13/12/2025;;;;Trực tuyến", format!("{NEW} pending pending.late")),
        ("A-1;15/09/2025;13/12/2025;;;chờ bổ sung;Trực tuyến", format!("{NEW} pending pending.in_time")),
        ("A-1;15/09/2025;;;;Chờ bổ sung;Trực tuyến", format!("{NEW} pending pending.in_time")),
        // Ended on its end date, else on that of its result, else nobody knows when; an end date alone ends nothing.
        ("A-1;15/09/2025;13/12/2025;;14/12/2025;Trả lại;Trực tuyến", format!("{NEW} resolved resolved.late")),
        ("A-1;15/09/2025;13/12/2025;;15/12/2025;Trả lại;Trực tuyến", format!("{NEW} pending pending.late")),
        ("A-1;15/09/2025;13/12/2025;13/12/2025;;Từ chối;Trực tuyến", format!("{NEW} resolved resolved.on_time")),
        ("A-1;15/09/2025;13/12/2025;;;Rút hồ sơ;Trực tuyến", NEW.to_owned()),
        ("A-1;01/09/2025;13/12/2025;;;Rút hồ sơ;Trực tuyến", String::new()),
        ("A-1;15/09/2025;14/12/2025;;14/12/2025;Đang xử lý;Trực tuyến", format!("{NEW} pending pending.in_time")),
        // Of those resolved, and of those received within the period.
        ("A-1;01/09/2025;20/12/2025;14/12/2025;;;;Có;50.000;Có;Có", format!("{OLD} resolved resolved.early digitised")),
        (
            "A-1;15/09/2025;20/12/2025;;;;Trực tuyến;Có;50.000;Có;Có",
            format!("{NEW} pending pending.in_time fee fee.paid_online synced"),
        ),
        ("A-1;15/09/2025;20/12/2025;;;;Trực tuyến;;0 đ;Có;Không", format!("{NEW} pending pending.in_time")),
        // Counted nowhere.
        ("A-250915-0001;;20/12/2025;14/12/2025;;;;Có;1;Có;Có", String::new()),
        ("A-250915-0001;31/09/2025;20/12/2025;14/12/2025;;;;Có;1;Có;Có", String::new()),
    ];
    for (fields, expected) in cases {
        assert_eq!(measures(fields), expected, "{fields}");
    }
}

#[test]
fn nothing_personal_leaves_an_export() {
    let names = ["Nguyễn Văn An", "NGUYEN.VAN.AN", "0912345678", "030099001234", "030099001234-250915-0001", "1,2E+11"];
    let rows = names.map(|name| {
        format!("{name};15/09/2025;{name};{name};{name};{name};{name};{name};{name};{name};{name};{name}\n")
    });
    let head = "Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả;Ngày kết thúc;Trạng thái;Hình thức;Số hóa;Phí;Thanh toán;Đồng bộ;Quá hạn\n";
    let counts = counted(&(head.to_owned() + &rows.concat()));
    assert_eq!(counts.faults[&DossierFault::BrokenCode], 6);
    assert_eq!(counts.faults[&DossierFault::UnreadableDate], 6);
    assert_eq!(counts.faults[&DossierFault::UnknownWord], 6);
    let said = serde_json::to_string(&counts).unwrap();
    for name in names {
        assert!(!said.contains(name), "{name} in {said}");
    }
}

#[test]
fn what_cannot_be_counted_is_unknown() {
    let reason =
        |text: &str| counted(text).files[0].rejected.as_ref().map(|fault| (fault.code.clone(), fault.detail.clone()));
    assert_eq!(reason("a;b\n1;2\n").unwrap().0, "X502");
    let open = "Mã hồ sơ;Ngày tiếp nhận;Ngày có kết quả\nA-251001-0001;01/10/2025;\nA-251001-0002;\"01/10/2025;\n;;\n";
    assert_eq!(reason(open).unwrap(), ("F010".to_owned(), "3".to_owned()));
    assert!(counted(open).counts.is_empty());
    // A list of late dossiers says nothing of results.
    let counts = counted("STT;Mã hồ sơ;Ngày tiếp nhận;Ngày hẹn trả\n1;A-251001-0001;01/10/2025;02/10/2025\n");
    assert!(counts.counts.is_empty() && counts.files[0].missing.contains(&DossierColumn::ResultOn));
}
