//! Exports of a few rows, counted.

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
    let input = DossierInput { path: "a.csv".into(), sha256: None, source: Ok(Box::new(text.as_bytes().to_vec())) };
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
