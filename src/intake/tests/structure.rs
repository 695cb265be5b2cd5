//! How tables lie in the sheets that offices send: rows 91 to 103 of what is known of them (`row` below), each with cases
//! of its kind that nobody has listed (`0`). Every case is a whole file of `vhxh`.

use super::*;

/// A row of the list, the sheets (`[name]` begins one, `[name hidden]` a hidden one), the figures of `hs_da_gq` and
/// `hs_ton` as understood, and the codes of what was found.
type Case = (u32, &'static str, [&'static str; 2], &'static [&'static str]);

const CASES: &[Case] = &[
    // Titles above the table.
    (
        91,
        "QUỐC HIỆU | | BIỂU SỐ LIỆU\nTÊN CƠ QUAN\nBIỂU SỐ LIỆU CẢI CÁCH HÀNH CHÍNH\n(Từ ngày 06/9/2025 đến ngày 05/12/2025)\nMã | Kỳ này\nhs_da_gq | 7\nhs_ton | 2",
        ["7", "2"],
        &[],
    ),
    (0, "Mẫu số 02\nMã | Kỳ này\nhs_da_gq | 7\nhs_ton | 2", ["7", "2"], &[]),
    (
        0,
        "Đơn vị báo cáo: Phòng Văn hóa - Xã hội | Kỳ báo cáo: Quý IV/2025\nMã | Kỳ này\nhs_da_gq | 7\nhs_ton | 2",
        ["7", "2"],
        &[],
    ),
    (
        0,
        "(Từ ngày 15/6/2025 đến ngày 14/8/2025)\nMã | Kỳ này\nhs_da_gq | 7\nhs_ton | 2",
        ["Missing", "Missing"],
        &["I104"],
    ),
    // Heads of several rows with merged cells, flattened.
    (92, "Mã | Chỉ tiêu | Kết quả\n | | Kỳ này | Lũy kế\nhs_da_gq | Hồ sơ | 7 | 9\nhs_ton | Tồn | 2", ["7", "2"], &[]),
    (
        0,
        "Mã | Chỉ tiêu | Kết quả thống kê\n | | Số liệu | | Chú giải\n | | Kỳ trước | Kỳ này | Ghi chú\nhs_da_gq | Hồ sơ | 1 | 7 | a\nhs_ton | Tồn | 1 | 2",
        ["7", "2"],
        &[],
    ),
    (
        0,
        "Mã số | Nội dung chỉ tiêu | Năm 2025\n | | Kỳ trước | Kỳ này\nhs_da_gq | Hồ sơ | 1 | 7\nhs_ton | Tồn | 1 | 2",
        ["7", "2"],
        &[],
    ),
    (0, "Mã | Chỉ tiêu | Kỳ này\n | | Số lượng\nhs_da_gq | Hồ sơ | 7\nhs_ton | Tồn | 2", ["7", "2"], &[]),
    // A row of column numbers.
    (93, "Mã | Chỉ tiêu | Kỳ này\n(1) | (2) | (3)=(1)+(2)\nhs_da_gq | Hồ sơ | 7\nhs_ton | Tồn | 2", ["7", "2"], &[]),
    (0, "Mã | Chỉ tiêu | Kỳ này\n1 | 2 | 3\nhs_da_gq | Hồ sơ | 7\nhs_ton | Tồn | 2", ["7", "2"], &[]),
    (0, "Mã | Chỉ tiêu | Kỳ này\nA | B | 1 | 2\nhs_da_gq | Hồ sơ | 7\nhs_ton | Tồn | 2", ["7", "2"], &[]),
    (0, "Mã | Chỉ tiêu | Kỳ này\n(A) | (B) | (1) | (2=1+3)\nhs_da_gq | Hồ sơ | 7\nhs_ton | Tồn | 2", ["7", "2"], &[]),
    // Columns moved, renamed, added, left out.
    (94, "Ghi chú | Kỳ này | Mã\n | 7 | hs_da_gq\n | 2 | hs_ton", ["7", "2"], &[]),
    (0, "Mã | Tên chỉ tiêu | Số liệu kỳ này\nhs_da_gq | Hồ sơ | 7\nhs_ton | Tồn | 2", ["7", "2"], &[]),
    (0, "Mã | Chỉ tiêu | Kỳ nay | Ghi chú\nhs_da_gq | Hồ sơ | 7\nhs_ton | Tồn | 2", ["7", "2"], &["S215"]),
    (0, "Mã | Chỉ tiêu | Kỳ này | Nhận xét\nhs_da_gq | Hồ sơ | 7 | tốt\nhs_ton | Tồn | 2", ["7", "2"], &["S209"]),
    (0, "Mã | Chỉ tiêu | Lũy kế\nhs_da_gq | Hồ sơ | 7\nhs_ton | Tồn | 2", ["Missing", "Missing"], &["S202"]),
    // Sections.
    (
        95,
        "Mã | Chỉ tiêu | Kỳ này\nI | Thủ tục hành chính\nhs_da_gq | Hồ sơ | 7\nII | Hồ sơ tồn\nhs_ton | Tồn | 2",
        ["7", "2"],
        &[],
    ),
    (0, "Mã | Chỉ tiêu | Kỳ này\n | A. Thủ tục\nhs_da_gq | Hồ sơ | 7\n | B. Tồn\nhs_ton | Tồn | 2", ["7", "2"], &[]),
    (
        0,
        "Mã | STT | Chỉ tiêu | Kỳ này\n | B3 | Biểu 3\nhs_da_gq | 1 | Hồ sơ | 7\nhs_ton | 2 | Tồn | 2",
        ["7", "2"],
        &[],
    ),
    (
        0,
        "STT | Chỉ tiêu | Kỳ này\nIV. | Phần bốn | \n3.1 | Hồ sơ đã giải quyết | 7\n3.2 | Hồ sơ tồn | 2",
        ["7", "2"],
        &[],
    ),
    // Totals are not imported.
    (96, "Mã | Chỉ tiêu | Kỳ này\nhs_da_gq | Hồ sơ | 7\nhs_ton | Tồn | 2\n | TỔNG CỘNG | 9", ["7", "2"], &[]),
    (0, "Mã | Chỉ tiêu | Kỳ này\n | Cộng | 9\nhs_da_gq | Hồ sơ | 7\nhs_ton | Tồn | 2", ["7", "2"], &[]),
    (0, "STT | Chỉ tiêu | Kỳ này\n3.1 | Hồ sơ đã giải quyết | 7\n3.2 | Hồ sơ tồn | 2\n | Tổng số | 9", ["7", "2"], &[]),
    (0, "Mã | Chỉ tiêu | Kỳ này\nhs_da_gq | Hồ sơ | 7\nhs_ton | Tồn | 2\nTổng | | 9", ["7", "2"], &[]),
    // A merged group beside the rows.
    (97, "Nhóm | Mã | Chỉ tiêu | Kỳ này\nTTHC | hs_da_gq | Hồ sơ | 7\n | hs_ton | Tồn | 2", ["7", "2"], &["S209"]),
    (
        0,
        "STT | Nhóm | Chỉ tiêu | Kỳ này\n1 | TTHC | Hồ sơ đã giải quyết | 7\n | | Hồ sơ tồn | 2",
        ["7", "2"],
        &["S209"],
    ),
    (
        0,
        "Mã | Chỉ tiêu | Kỳ này | Lĩnh vực phụ trách\nhs_da_gq | Hồ sơ | 7 | Tư pháp\nhs_ton | Tồn | 2",
        ["7", "2"],
        &["S209"],
    ),
    (0, "Biểu | Mã | Kỳ này\nBiểu 3 | hs_da_gq | 7\n | hs_ton | 2", ["7", "2"], &["S209"]),
    // Notes and signatures below.
    (
        99,
        "Mã | Chỉ tiêu | Kỳ này\nhs_da_gq | Hồ sơ | 7\nhs_ton | Tồn | 2\nGhi chú: (*) số liệu ước tính\n | NGƯỜI LẬP BIỂU | THỦ TRƯỞNG ĐƠN VỊ",
        ["7", "2"],
        &[],
    ),
    (
        0,
        "Mã | Chỉ tiêu | Kỳ này\nhs_da_gq | Hồ sơ | 7\nhs_ton | Tồn | 2\n | | Tứ Kỳ, ngày 09 tháng 12 năm 2025\n | | TRƯỞNG PHÒNG\n | | Nguyễn Văn A",
        ["7", "2"],
        &[],
    ),
    (
        0,
        "Mã | Chỉ tiêu | Kỳ này\nhs_da_gq | Hồ sơ | 7\nhs_ton | Tồn | 2\n(1) Số liệu lấy từ hệ thống\n(2) Gồm cả hồ sơ liên thông",
        ["7", "2"],
        &[],
    ),
    (
        0,
        "Mã | Chỉ tiêu | Kỳ này\nhs_da_gq | Hồ sơ | 7\nhs_ton | Tồn | 2\nNơi nhận:\n- Như trên;\n- Lưu: VT.",
        ["7", "2"],
        &[],
    ),
    // Rows the office has added.
    (
        102,
        "Mã | Chỉ tiêu | Kỳ này\nhs_da_gq | Hồ sơ | 7\nhs_ton | Tồn | 2\n | Hồ sơ bưu chính | 5",
        ["7", "2"],
        &["S203"],
    ),
    (0, "Mã | Chỉ tiêu | Kỳ này\nhs_da_gq | Hồ sơ | 7\nhs_moi | Mới | 5\nhs_ton | Tồn | 2", ["7", "2"], &["S203"]),
    (
        0,
        "STT | Chỉ tiêu | Kỳ này\n3.1 | Hồ sơ đã giải quyết | 7\n3.1a | Trong đó: đất đai | 5\n3.2 | Hồ sơ tồn | 2",
        ["7", "2"],
        &["S203"],
    ),
    (
        0,
        "Mã | Chỉ tiêu | Kỳ này\nhs_da_gq | Hồ sơ | 7\nkt_thu | Thu ngân sách | 5\nhs_ton | Tồn | 2",
        ["7", "2"],
        &["S206"],
    ),
    // Sheets: whatever their names, wherever the table is.
    (
        103,
        "[Sheet1]\nBìa\n[Biểu 3 ]\nMã | Kỳ này\nhs_da_gq | 7\nhs_ton | 2\n[Sheet3]\nDanh sách | Số điện thoại\nA | B",
        ["7", "2"],
        &[],
    ),
    (0, "[Sheet1]\nMã | Kỳ này\nhs_da_gq | 7\n[Sheet2]\nMã | Kỳ này\nhs_ton | 2", ["7", "2"], &[]),
    (
        0,
        "[a]\nMã | Kỳ này\nhs_da_gq | 7\nhs_ton | 2\n[b hidden]\nMã | Kỳ này\nhs_da_gq | 7\nhs_ton | 2",
        ["7", "2"],
        &["S205", "S205", "S207"],
    ),
    (
        0,
        "[a]\nMã | Kỳ này\nhs_da_gq | 7\nhs_ton | 2\n[b]\nMã | Kỳ này\nhs_da_gq | 8\nhs_ton | 2",
        ["Unreadable", "2"],
        &["S204", "S205"],
    ),
    (0, "[a]\nMã | Kỳ này | | Mã | Kỳ này\nhs_da_gq | 7 | | hs_ton | 2", ["7", "2"], &[]),
];

/// The sheets of a case; one without a name where none is named.
fn sheets(text: &str) -> Vec<SheetCells> {
    if !text.starts_with('[') {
        return vec![sheet("Trang 1", text)];
    }
    let parts = text.split_inclusive('\n').collect::<Vec<_>>();
    let named = parts.chunk_by(|_, next| !next.starts_with('['));
    let read = |part: &[&str]| {
        let name = part[0].trim().trim_matches(['[', ']']);
        let body = sheet(name.trim_end_matches(" hidden"), &part[1..].concat());
        SheetCells { hidden: name.ends_with(" hidden"), ..body }
    };
    named.map(read).collect()
}

#[test]
fn tables_are_found_however_they_lie() {
    let mut wrong = Vec::new();
    for (row, text, figures, expected) in CASES {
        let reading = read(&file("2025-Q4/vhxh.xlsx", sheets(text)));
        let said = |id: &str| match figure(&reading, id) {
            (State::Value, Some(number)) => number,
            (state, _) => format!("{state:?}"),
        };
        let (found, mut codes) = (["hs_da_gq", "hs_ton"].map(said), codes(&reading));
        codes.sort();
        if found != *figures || codes != *expected {
            wrong.push(format!("{row}: {text}\n  {found:?} {codes:?}"));
        }
        assert_eq!(reading.cells.read, reading.cells.used + reading.cells.ignored_total(), "{text}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Row 100, hidden rows and columns, is told by the readers of the bytes; see `tests/suite/reading.rs`.
#[test]
fn every_row_of_the_list_has_three_cases_beside_it() {
    let kinds: Vec<&[Case]> = CASES.chunk_by(|_, next| next.0 == 0).collect();
    let rows: Vec<u32> = kinds.iter().map(|kind| kind[0].0).collect();
    assert_eq!(rows, [91, 92, 93, 94, 95, 96, 97, 99, 102, 103]);
    assert!(kinds.iter().all(|kind| kind.len() > 3), "a kind has fewer than three siblings");
}

/// What takes long is done for so many rows of a sheet only; see `may_guess` in `layout`.
#[test]
fn a_table_of_other_heads_is_looked_for_in_the_first_rows_of_texts_only() {
    let misspelt = |above: usize| {
        let texts = "ghi chép | linh tinh | không phải bảng\n".repeat(above);
        let table = "Ma | Chi tieu | Ky nay\nhs_da_gq | Hồ sơ | 7";
        codes(&read(&form(&(texts + table))))
    };
    assert_eq!(misspelt(400), ["S215", "S215", "S215"]);
    assert_eq!(misspelt(600), ["S201"]);
}

/// Rows as wide as Excel's grid: what compares the heads of a row with each other must not be asked of them.
#[test]
fn rows_as_wide_as_the_grid_are_read_in_one_go() {
    const WIDE: usize = 16_000;
    let row = |cells: &[&str]| cells.iter().cycle().take(WIDE).copied().collect::<Vec<_>>().join(" | ") + "\n";
    let cases: [(String, &[&str]); 4] = [
        (row(&["chữ"]).repeat(20), &["S201"]),
        (row(&["Mã"]).repeat(20), &["S201"]),
        (row(&["Mã", "Kỳ này"]) + "hs_da_gq | 7\nhs_ton | 2\n", &[]),
        (row(&["Mã", "Kỳ nay", "gì"]) + "hs_da_gq | 7\nhs_ton | 2\n", &["S201"]),
    ];
    for (text, expected) in cases {
        assert_eq!(codes(&read(&form(&text))), *expected, "{}", &text[..40]);
    }
}
