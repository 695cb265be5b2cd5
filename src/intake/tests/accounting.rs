//! Every cell read is used, or ignored for one reason; nothing an office sends can break the reading.

use proptest::prelude::*;

use super::*;

fn adds_up(cells: &CellCount) -> bool {
    cells.read == cells.used + cells.ignored_total()
}

#[test]
fn each_cell_has_one_reason() {
    let reading = read(&file(
        "2025-Q4/a.xlsx",
        vec![
            sheet("Thông tin", "BÁO CÁO\nMã đơn vị | vhxh\nNgười lập | Nguyễn Văn A"),
            sheet(
                "Số liệu",
                "Biểu 3
                 Mã | STT | Chỉ tiêu | Kỳ này | Màu
                 hs_da_gq | 3.1 | Hồ sơ | 1 | đỏ
                  | B3 | Biểu 3
                 la_lam | 9 | Lạ | 5
                 Ký tên",
            ),
        ],
    ));
    let ignored: Vec<(IgnoredReason, usize)> = reading.cells.ignored.clone().into_iter().collect();
    assert_eq!(reading.cells.read, 23);
    assert_eq!((reading.cells.used, reading.used_by_table), (4, [2, 0, 0, 0]));
    assert_eq!(
        ignored,
        [
            (IgnoredReason::Surrounding, 2),
            (IgnoredReason::Header, 5),
            (IgnoredReason::Label, 4),
            (IgnoredReason::SectionRow, 2),
            (IgnoredReason::UnknownRow, 4),
            (IgnoredReason::UnknownColumn, 1),
            (IgnoredReason::OtherSheet, 1),
        ]
    );
}

#[test]
fn a_rejected_file_ignores_every_cell() {
    let reading = read(&form("Kỳ báo cáo | Quý I/2025\nMã | Kỳ này\nhs_da_gq | 1"));
    assert_eq!(reading.cells.ignored, BTreeMap::from([(IgnoredReason::Rejected, 6)]));
}

/// Words that forms are made of, so that random sheets come close to real ones.
fn word() -> impl Strategy<Value = CellValue> {
    let words = [
        "Mã",
        "Chỉ tiêu",
        "Kỳ này",
        "Lũy kế",
        "Kỳ trước",
        "STT",
        "Ghi chú",
        "Trạng thái",
        "Nhiệm vụ",
        "Mục",
        "Nội dung",
        "Mã đơn vị",
        "vhxh",
        "kt",
        "Kỳ báo cáo",
        "Quý IV/2025",
        "Không phát sinh",
        "x",
        "hs_da_gq",
        "hs_ton",
        "hs_tra",
        "kt_thu",
        "hs_tong",
        "N3a",
        "N3b",
        "Đã hoàn thành",
        "Hồ sơ tồn",
        "Nguyên nhân",
        "1.234",
        "-",
        "Tổng cộng",
        "I",
        "Phiên bản biểu: abc",
        "Mã đơn vị: vhxh",
        "la_lam",
    ];
    prop_oneof![
        8 => prop::sample::select(words.to_vec()).prop_map(|word| CellValue::Text(word.to_owned())),
        1 => "\\PC{0,12}".prop_map(CellValue::Text),
        1 => any::<f64>().prop_map(CellValue::Number),
        1 => any::<f64>().prop_map(CellValue::Date),
        1 => Just(CellValue::Error("#REF!".to_owned())),
    ]
}

fn random_sheet() -> impl Strategy<Value = SheetCells> {
    let cells = prop::collection::btree_map((0u32..10, 0u32..7), word(), 0..60);
    (cells, any::<bool>()).prop_map(|(cells, hidden)| {
        let cell = |((row, col), value)| Cell {
            at: Address::new(row, col),
            value,
            format: NumberFormat::General,
            formula: false,
        };
        SheetCells { name: Some("Sheet1".into()), hidden, cells: cells.into_iter().map(cell).collect() }
    })
}

proptest! {
    #[test]
    fn counts_add_up_whatever_comes(
        one in prop::collection::vec(random_sheet(), 0..3),
        other in prop::collection::vec(random_sheet(), 0..3),
        register in random_sheet(),
    ) {
        let files = [file("2025-Q4/vhxh.xlsx", one), file("2025-Q4/vhxh-2.xlsx", other)];
        let readings: Vec<FileReading> = files.iter().map(read).collect();
        for reading in &readings {
            prop_assert!(adds_up(&reading.cells), "{:?}", reading.cells);
        }
        let beside = file("2025-Q4/received.xlsx", vec![register]);
        let all = Beside { register: Some(&beside), corrections: Some(&beside), extensions: Some(&beside) };
        let round = combine(&PLAN, q4(), readings, all, true);
        for (reading, fate) in &round.files {
            prop_assert!(adds_up(&reading.cells), "{:?}", reading.cells);
            prop_assert!(fate.used || reading.cells.used == 0);
        }
    }
}
