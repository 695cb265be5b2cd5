//! Form II.06 as dossier systems export it, sent instead of typing the dossier figures.

mod bounds;

use super::*;
use crate::intake::cells;
use crate::plan::{PlanFile, load};

static SHIPPED: LazyLock<Plan> = LazyLock::new(|| {
    let texts = [
        ("plan.toml", include_str!("../../../input/plan/plan.toml")),
        ("elements.toml", include_str!("../../../input/plan/elements.toml")),
        ("indicators.toml", include_str!("../../../input/plan/indicators.toml")),
        ("statements.toml", include_str!("../../../input/plan/statements.toml")),
    ];
    let file = |(name, text): (&str, &str)| PlanFile { name: name.to_owned(), text: text.to_owned() };
    load(&texts.map(file), &[]).unwrap()
});
static NO_VERSIONS: BTreeMap<OfficeId, String> = BTreeMap::new();
static SHIPPED_READER: LazyLock<Reader<'static>> = LazyLock::new(|| Reader::new(&SHIPPED, &NO_VERSIONS));

/// The elements of columns (3) to (13).
const ELEMENTS: [&str; 11] = [
    "hs_tiep_nhan",
    "hs_tiep_nhan_truc_tuyen",
    "hs_tiep_nhan_truc_tiep",
    "hs_ky_truoc_chuyen_sang",
    "hs_da_gq",
    "hs_gq_truoc_han",
    "hs_gq_dung_han",
    "hs_gq_qua_han",
    "hs_dang_gq",
    "hs_dang_gq_trong_han",
    "hs_dang_gq_qua_han",
];

const ABOVE: &str = "\
Biểu số II.06a/VPCP/KSTT | | | TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC | | | | | | | Đơn vị báo cáo: Trung tâm Phục vụ hành chính công xã
 | | | Kỳ báo cáo: Quý IV/2025 | | | | | | | Đơn vị nhận báo cáo: UBND xã Tứ Kỳ
 | | | (Từ ngày 06/9/2025 đến ngày 05/12/2025) | | | | | | | Đơn vị tính: Số hồ sơ TTHC
";
const HEADS: &str = "\
STT | Lĩnh vực, công việc giải quyết theo cấp | Số hồ sơ nhận giải quyết | | | | Số hồ sơ đã giải quyết | | | | Số hồ sơ đang giải quyết
 | | Tổng số | Trong kỳ | | Từ kỳ trước | Tổng số | Trước hạn | Đúng hạn (Bao gồm cả hồ sơ chờ bổ sung và trả lại/xin rút) | Quá hạn | Tổng số | Trong hạn | Quá hạn
 | | | Trực tuyến | Trực tiếp, dịch vụ bưu chính
(1) | (2) | (3)=(4)+(5)+(6) | (4) | (5) | (6) | (7)=(8)+(9)+(10) | (8) | (9) | (10) | (11)=(12)+(13) | (12) | (13)
";
const ROWS: &str = "\
I | Trên Hệ thống các Bộ | 30 | 20 | 8 | 2 | 25 | 20 | 4 | 1 | 5 | 5 | 0
1 | Hộ tịch | 30 | 20 | 8 | 2 | 25 | 20 | 4 | 1 | 5 | 5 | 0
II | Trên Hệ thống thành phố
1 | Đất đai | 10 | 5 | 4 | 1 | 6 | 1 | 3 | 2 | 4 | 3 | 1
2 | Công thương | 100 | 90 | 10 | 0 | 100 | 100 | 0 | 0 | 0 | 0 | 0
";
const TOTAL: &str = "TỔNG CỘNG | | 140 | 115 | 22 | 3 | 131 | 121 | 7 | 3 | 9 | 8 | 1\n";
const BELOW: &str = "\
Ghi chú: (*) số liệu ước tính
 | | | | | | | | | | Tứ Kỳ, ngày 09 tháng 12 năm 2025
NGƯỜI LẬP BIỂU | | | | | | | | | | THỦ TRƯỞNG ĐƠN VỊ
";
const SUMS: [&str; 11] = ["140", "115", "22", "3", "131", "121", "7", "3", "9", "8", "1"];

fn whole() -> String {
    [ABOVE, HEADS, ROWS, TOTAL, BELOW].concat()
}

/// The form with one piece replaced.
fn with(old: &str, new: &str) -> String {
    let whole = whole();
    assert!(whole.contains(old), "{old:?} is not in the form");
    whole.replacen(old, new, 1)
}

fn read_text(text: &str) -> FileReading {
    read_sheets(vec![sheet("Sheet1", text)])
}

fn read_sheets(sheets: Vec<SheetCells>) -> FileReading {
    SHIPPED_READER.read(Some(&SHIPPED.periods[1]), &file("2025-Q4/II06.xlsx", sheets))
}

fn reading(file: &FileReading, id: &str) -> Reading {
    file.statements.as_ref().and_then(|entries| entries.get(id)).cloned().unwrap_or_default().period
}

/// What each column came to: a number, or the state in which there is none.
fn sums(file: &FileReading) -> Vec<String> {
    let said = |id: &str| {
        let reading = reading(file, id);
        let state = || format!("{:?}", reading.state);
        reading.value.as_ref().filter(|_| reading.state == State::Value).map_or_else(state, ToString::to_string)
    };
    ELEMENTS.map(said).to_vec()
}

fn found(file: &FileReading) -> Vec<String> {
    let of_tables = file.table_findings.iter().flatten();
    let line = |finding: &Finding| {
        assert_worded(finding);
        let cell = finding.location.as_ref().and_then(|source| source.cell).map(|cell| format!(" {cell}"));
        let values = [&finding.provided, &finding.expected, &finding.difference].map(|v| v.clone().unwrap_or_default());
        let values = if finding.code.family() == Family::R { format!(" {}", values.join(" ")) } else { String::new() };
        format!("{}{}{values}", finding.code, cell.unwrap_or_default())
    };
    file.findings.iter().chain(of_tables).map(line).collect()
}

#[test]
fn the_fields_of_both_systems_are_added_up_and_every_cell_is_named() {
    let file = read_text(&whole());
    assert_eq!(found(&file), Vec::<String>::new());
    assert_eq!(file.office.as_ref().unwrap().as_str(), "ttpvhcc");
    assert_eq!(sums(&file), SUMS);
    let on_time = reading(&file, "hs_gq_dung_han");
    assert_eq!(on_time.raw.as_deref(), Some("I9: 4 + I11: 3 + I12: 0"));
    let cells: Vec<String> = on_time.source.iter().chain(&on_time.summed_with).map(ToString::to_string).collect();
    let sheet = "2025-Q4/II06.xlsx › Sheet1";
    assert_eq!(cells, ["I9", "I11", "I12"].map(|cell| format!("{sheet}!{cell}")));
    let note = file.statements.as_ref().unwrap()["hs_da_gq"].note.clone();
    assert_eq!(note.as_deref(), Some("Ghi chú: (*) số liệu ước tính"));
    assert!(file.narrative.is_none() && file.tasks.is_none() && file.figures.is_none());
    assert_eq!(file.used_by_table, [0, 0, 0, 3 * 11 + 1]);
}

/// Other ways to draw the same table; each gives the same figures.
#[test]
fn the_form_is_known_by_its_columns_whatever_is_printed_over_it() {
    let unnumbered = HEADS.lines().take(3).collect::<Vec<_>>().join("\n") + "\n";
    let plain_numbers = format!("{unnumbered}1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13\n");
    let flat = "TT | Lĩnh vực | Tiếp nhận - Tổng số | Tiếp nhận - Trực tuyến | Tiếp nhận - Trực tiếp | Tiếp nhận - Từ kỳ trước | \
                Đã giải quyết - Tổng số | Đã giải quyết - Trước hạn | Đã giải quyết - Đúng hạn | Đã giải quyết - Quá hạn | \
                Đang giải quyết - Tổng số | Đang giải quyết - Trong hạn | Đang giải quyết - Quá hạn\n";
    let repeated = HEADS
        .replace(
            "nhận giải quyết | | | |",
            "nhận giải quyết | Số hồ sơ nhận giải quyết | Số hồ sơ nhận giải quyết | Số hồ sơ nhận giải quyết |",
        )
        .replace("Trong kỳ | |", "Trong kỳ | Trong kỳ |");
    let official = HEADS
        .replace("Số hồ sơ nhận giải quyết", "SỐ LƯỢNG HỒ SƠ TIẾP NHẬN")
        .replace("Số hồ sơ đã", "Số lượng hồ sơ đã")
        .replace("Số hồ sơ đang", "Số lượng hồ sơ đang");
    let cases: Vec<(&str, String)> = vec![
        ("another label", with("Biểu số II.06a/VPCP/KSTT", "II.07b")),
        ("no label at all", [HEADS, ROWS, TOTAL].concat()),
        ("no column numbers", [ABOVE, &unnumbered, ROWS, TOTAL, BELOW].concat()),
        ("plain column numbers", [ABOVE, &plain_numbers, ROWS, TOTAL, BELOW].concat()),
        ("one row of heads", [ABOVE, flat, ROWS, TOTAL, BELOW].concat()),
        ("texts repeated in merged cells", [ABOVE, &repeated, ROWS, TOTAL, BELOW].concat()),
        ("the circular's words", [ABOVE, &official, ROWS, TOTAL, BELOW].concat()),
        ("total above", [ABOVE, HEADS, TOTAL, ROWS, BELOW].concat()),
        ("no total", [ABOVE, HEADS, ROWS, BELOW].concat()),
        ("another name of the total", with("TỔNG CỘNG", "Tổng số")),
        ("total in the second column", with("TỔNG CỘNG | |", " | Cộng |")),
        ("a row of headings", with("II | Trên", "- | \nII | Trên")),
        ("a field without any figure", with("2 | Công thương", "3 | Dân tộc\n2 | Công thương")),
        (
            "a field of dashes",
            with("2 | Công thương", "3 | Dân tộc | - | - | - | - | - | - | - | - | - | - | -\n2 | Công thương"),
        ),
        ("sub-fields", with("1 | Đất đai", "1 | Đất đai | 10 | 5 | 4 | 1 | 6 | 1 | 3 | 2 | 4 | 3 | 1\n1.1 | Cấp giấy")),
        ("sections without numbers", with("I | Trên Hệ", " | Trên Hệ").replace("II | Trên", " | Trên")),
    ];
    for (case, text) in cases {
        let text = if case.starts_with("no label") { format!("Mã đơn vị: ttpvhcc\n{text}") } else { text };
        let file = read_text(&text);
        assert_eq!(found(&file), Vec::<String>::new(), "{case}");
        assert_eq!(sums(&file), SUMS, "{case}");
    }
}

#[test]
fn columns_may_be_moved_added_and_grouped() {
    let moved = "Mã đơn vị: ttpvhcc
        Hệ thống | TT | Lĩnh vực | Đang giải quyết | | | Tiếp nhận | | | | Đã giải quyết | | | | Tỷ lệ
         | | | Tổng số | Quá hạn | Trong hạn | Tổng số | Trực tuyến | Trực tiếp | Từ kỳ trước | Tổng số | Trước hạn | Đúng hạn | Quá hạn
        Trên Hệ thống các Bộ | 1 | Hộ tịch | 5 | 0 | 5 | 30 | 20 | 8 | 2 | 25 | 20 | 4 | 1 | 96%
         | 2 | Chứng thực | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0
        Trên Hệ thống thành phố | 1 | Đất đai | 4 | 1 | 3 | 10 | 5 | 4 | 1 | 6 | 1 | 3 | 2 | 66%
         | 2 | Công thương | 0 | 1 | 0 | 100 | 90 | 10 | 0 | 100 | 100 | 0 | 0 | 100%";
    let file = read_text(moved);
    assert_eq!(found(&file), ["R490 D7 0 1 -1", "S209 O2"]);
    let mismatch = file.table_findings[3].iter().find(|finding| finding.code.as_str() == "R490").unwrap();
    assert_eq!(mismatch.args["row"], "Trên Hệ thống thành phố – 2 – Công thương");
    assert_eq!(mismatch.args["parts"], "(12) + (13)");
}

#[test]
fn a_total_alone_counts() {
    let cases = [
        [ABOVE, HEADS, TOTAL, BELOW].concat(),
        [ABOVE, HEADS, TOTAL.replace("TỔNG CỘNG", "1 | UBND xã Tứ Kỳ").replace(" | | 140", " | 140").as_str(), TOTAL]
            .concat(),
        [ABOVE, HEADS, TOTAL.replace("TỔNG CỘNG |", "I | Trên Hệ thống thành phố").as_str(), TOTAL, BELOW].concat(),
    ];
    for text in cases {
        let file = read_text(&text);
        assert_eq!(found(&file), Vec::<String>::new(), "{text}");
        assert_eq!(sums(&file), SUMS, "{text}");
    }
}

/// Blank, zero, nil and unreadable stay four things in a sum.
#[test]
fn a_sum_is_known_only_if_every_row_is() {
    let row = "1 | Đất đai | 10 | 5 | 4 | 1 |";
    let cases = [
        ("10", "140", vec![]),
        ("0", "130", vec!["R490 C11 0 10 -10", "R491 C13 140 130 10"]),
        ("", "Blank", vec![]),
        ("-", "Blank", vec![]),
        ("đang cập nhật", "Unreadable", vec!["V316 C11"]),
        ("khoảng 10", "Unreadable", vec!["V307 C11"]),
        ("10 hồ sơ", "140", vec!["V313 C11"]),
    ];
    for (said, expected, findings) in cases {
        let file = read_text(&with(row, &row.replacen("10", said, 1)));
        let codes: Vec<String> =
            found(&file).into_iter().filter(|line| !line.starts_with("R490 C11 0 10") || said == "0").collect();
        assert_eq!(sums(&file)[0], expected, "{said:?}");
        let got: Vec<&str> = codes.iter().map(String::as_str).collect();
        for finding in &findings {
            assert!(got.contains(finding), "{said:?}: {finding} is not in {got:?}");
        }
        if expected == "Blank" || expected == "Unreadable" {
            let source = reading(&file, ELEMENTS[0]).source.unwrap();
            assert_eq!(source.cell.unwrap().to_string(), "C11", "the cell to blame, {said:?}");
            assert_eq!(sums(&file)[1..], SUMS[1..], "other columns are not concerned, {said:?}");
        }
    }
    let nil = ROWS.lines().map(|line| line.split(" | ").take(2).collect::<Vec<_>>().join(" | "));
    let nil: String = nil.map(|line| line + &" | không phát sinh".repeat(11) + "\n").collect();
    assert_eq!(sums(&read_text(&[ABOVE, HEADS, &nil].concat())), ["Nil"; 11]);
}

#[test]
fn each_identity_is_checked_in_every_row_and_over_the_rows() {
    let cases = [
        (
            "1 | Đất đai | 10 |",
            "1 | Đất đai | 11 |",
            vec!["R490 C11 11 10 1", "R490 C11 11 10 1", "R491 C13 140 141 -1"],
        ),
        ("6 | 1 | 3 | 2 | 4", "6 | 1 | 3 | 3 | 4", vec!["R490 G11 6 7 -1", "R491 J13 3 4 -1"]),
        ("4 | 3 | 1\n", "4 | 3 | 2\n", vec!["R490 K11 4 5 -1", "R491 M13 1 2 -1"]),
        ("TỔNG CỘNG | | 140 | 115", "TỔNG CỘNG | | 140 | 116", vec!["R490 C13 140 141 -1", "R491 D13 116 115 1"]),
        ("Bộ | 30 | 20 | 8", "Bộ | 30 | 19 | 9", vec!["R491 D8 19 20 -1", "R491 E8 9 8 1"]),
        ("7 | 3 | 9 | 8 | 1", "7 | 3 | 9 | 7 | 2", vec!["R491 L13 7 8 -1", "R491 M13 2 1 1"]),
    ];
    for (old, new, expected) in cases {
        assert_eq!(found(&read_text(&with(old, new))), expected, "{new}");
    }
}

#[test]
fn a_section_closed_by_its_own_total_is_checked_by_itself() {
    let closed = ROWS.replace("II | Trên", "Cộng | | 30 | 20 | 8 | 2 | 25 | 20 | 4 | 1 | 5 | 5 | 0\nII | Trên")
        + "Cộng II | | 110 | 95 | 14 | 1 | 106 | 101 | 3 | 2 | 4 | 3 | 1\n";
    let text = [ABOVE, HEADS, &closed, TOTAL].concat();
    let file = read_text(&text);
    assert_eq!((found(&file), sums(&file)), (Vec::new(), SUMS.map(str::to_owned).to_vec()));
    let wrong = read_text(&text.replace("Cộng II | | 110", "Cộng II | | 111"));
    assert_eq!(found(&wrong), ["R490 C14 111 110 1", "R490 C14 111 110 1", "R491 C14 111 110 1"]);
}

#[test]
fn a_column_that_is_missing_is_named_with_what_was_found() {
    let file = read_text(&with("Trực tuyến | Trực tiếp, dịch vụ bưu chính", "Trực tuyến"));
    assert_eq!(found(&file), ["S202 A4", "S209 E9"]);
    let finding = &file.table_findings[3][0];
    assert_eq!(finding.expected.as_deref(), Some("(5) nhận / Trực tiếp"));
    assert!(finding.provided.as_deref().unwrap().contains("Số hồ sơ nhận giải quyết / Trong kỳ / Trực tuyến"));
    assert_eq!(sums(&file)[2], "Missing");
    assert_eq!(sums(&file)[3], "3");
}

/// Period and days stand in the heading block.
#[test]
fn the_heading_block_says_office_and_period() {
    let days = "(Từ ngày 06/9/2025 đến ngày 05/12/2025)";
    let cases = [
        ("Kỳ báo cáo: Quý IV/2025", "Kỳ báo cáo: Năm 2025", vec![]),
        ("Kỳ báo cáo: Quý IV/2025", "Kỳ báo cáo: Quý III/2025", vec!["I104 D2"]),
        ("Kỳ báo cáo: Quý IV/2025", "", vec![]),
        ("Kỳ báo cáo: Quý IV/2025", "Kỳ báo cáo: Từ ngày 06/9/2025 đến ngày 05/12/2025", vec![]),
        (days, "(Từ ngày 15/6/2025 đến ngày 14/9/2025)", vec!["I104 D3"]),
        (days, "(Từ ngày 01/10/2025 đến ngày 31/12/2025)", vec!["I115 D3"]),
        (days, "(Từ ngày 6 tháng 9 năm 2025 đến ngày 5 tháng 12 năm 2025)", vec![]),
        (days, "(Từ ngày 01/01/2024 đến ngày 31/12/2024)", vec!["I104 D3"]),
        (days, "", vec![]),
        ("Trung tâm Phục vụ hành chính công xã", "Phòng Kinh tế", vec!["S206 A4"]),
        ("Trung tâm Phục vụ hành chính công xã", "UBND xã Vĩnh Bảo", vec!["I101 K1"]),
    ];
    for (old, new, expected) in cases {
        assert_eq!(found(&read_text(&with(old, new))), expected, "{new}");
    }
}

#[test]
fn a_block_of_lines_in_one_cell_says_the_same() {
    let mut sheet = sheet("Sheet1", &whole());
    sheet.cells.retain(|cell| cell.at.row > 2 || cell.at == Address::new(0, 10));
    let said = "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC\nKỳ báo cáo: Quý IV/2025\n(Từ ngày 15/6/2025 đến ngày 14/9/2025)";
    sheet
        .cells
        .insert(0, Cell { at: Address::new(0, 3), value: CellValue::Text(said.to_owned()), ..sheet.cells[0].clone() });
    assert_eq!(found(&read_sheets(vec![sheet])), ["I104 D1"]);
}

#[test]
fn two_statements_in_one_file_count_once_or_not_at_all() {
    let by_unit = [HEADS, TOTAL.replace("TỔNG CỘNG", "1 | UBND xã").replace(" | | 140", " | 140").as_str()].concat();
    let equal = read_sheets(vec![sheet("06", &whole()), sheet("06a", &by_unit)]);
    assert_eq!(found(&equal), ["S217 C5"]);
    assert_eq!(equal.table_findings[3][0].related.len(), 11);
    assert_eq!(sums(&equal), SUMS);
    let different = read_sheets(vec![sheet("06", &whole()), sheet("06a", &by_unit.replace("| 140", "| 141"))]);
    assert!(found(&different).contains(&"S218 C5".to_owned()));
    assert_eq!((sums(&different)[0].as_str(), sums(&different)[1].as_str()), ("Unreadable", "115"));
}

/// A web page under the name of a workbook, merged cells and all.
fn web_page() -> String {
    let cells = |line: &str| line.split('|').map(str::trim).collect::<Vec<_>>().join("</td><td>");
    let row = |line: &str| format!("<tr><td>{}</td></tr>", cells(line));
    let rows = |text: &str| text.lines().map(row).collect::<Vec<_>>().concat();
    let heads = "<tr><th rowspan=3>STT</th><th rowspan=3>Lĩnh vực</th><th colspan=4>Số hồ sơ nhận giải quyết</th>\
        <th colspan=4>Số hồ sơ đã giải quyết</th><th colspan=3>Số hồ sơ đang giải quyết</th></tr>\
        <tr><th rowspan=2>Tổng số</th><th colspan=2>Trong kỳ</th><th rowspan=2>Từ kỳ trước</th><th rowspan=2>Tổng số</th>\
        <th rowspan=2>Trước hạn</th><th rowspan=2>Đúng hạn</th><th rowspan=2>Quá hạn</th><th rowspan=2>Tổng số</th>\
        <th rowspan=2>Trong hạn</th><th rowspan=2>Quá hạn</th></tr><tr><th>Trực tuyến</th><th>Trực tiếp</th></tr>";
    let above = "<p>Biểu số 06/VPCP/KSTT</p><p>Đơn vị báo cáo: Trung tâm PVHCC</p><p>Kỳ báo cáo: Quý IV/2025</p>";
    format!(
        "<html><body>{above}<table>{heads}{}</table><p>NGƯỜI LẬP BIỂU</p></body></html>",
        rows(&[ROWS, TOTAL].concat())
    )
}

#[test]
fn a_web_page_named_xls_is_read_the_same() {
    let content = cells::read("II06.xls", web_page().as_bytes(), &cells::Limits::default());
    let input = InputFile { path: "2025-Q4/II06.xls".into(), sha256: None, content };
    let file = SHIPPED_READER.read(Some(&SHIPPED.periods[1]), &input);
    assert_eq!(found(&file), ["F008"]);
    assert_eq!(sums(&file), SUMS);
}

/// The office's own form beside the statement: what the round counts for `hs_tiep_nhan` and `hs_da_gq`, and its findings
/// about them.
#[test]
fn the_form_and_the_statement_are_one_submission() {
    let cases = [
        ("", "", "140 131", vec![]),
        ("140", "131", "140 131", vec!["S217 hs.xlsx C5"]),
        ("140", "", "140 131", vec!["S217 hs.xlsx C5"]),
        ("141", "131", "Unreadable 131", vec!["S217 hs.xlsx G5", "S218 hs.xlsx C5"]),
        ("không phát sinh", "131", "Unreadable 131", vec!["S217 hs.xlsx G5", "S218 hs.xlsx C5"]),
    ];
    for (received, resolved, expected, findings) in cases {
        let form = format!(
            "Mã đơn vị | ttpvhcc\nMã | Kỳ này | Lũy kế\nhs_tiep_nhan | {received} | 200\nhs_da_gq | {resolved}\nhs_tra_lai_rut | 4"
        );
        let alone = [HEADS, TOTAL].concat();
        let named = |path: &str, sheet: SheetCells| file(path, vec![sheet]);
        let files = [
            named("2025-Q4/ttpvhcc/bieu.xlsx", sheet("Số liệu", &form)),
            named("2025-Q4/ttpvhcc/hs.xlsx", sheet("Sheet1", &alone.replace("TỔNG CỘNG | |", "1 | Xã |"))),
        ];
        let readings = files.iter().map(|file| SHIPPED_READER.read(Some(&SHIPPED.periods[1]), file)).collect();
        let round = combine(&SHIPPED, &SHIPPED.periods[1], readings, Beside::default(), true);
        let submission = &round.submissions["ttpvhcc"];
        let period = |id: &str| {
            let reading = &submission.figures[id].period;
            reading.number().map_or_else(|| format!("{:?}", reading.state), |number| number.to_string())
        };
        let said = format!("{} {}", period("hs_tiep_nhan"), period("hs_da_gq"));
        assert_eq!(said, expected, "{received} {resolved}");
        assert_eq!(submission.figures["hs_tiep_nhan"].cumulative.number(), Some(Number::from(200)));
        assert_eq!(submission.figures["hs_tra_lai_rut"].period.number(), Some(Number::from(4)));
        let about = round.findings.iter().filter(|finding| ["S217", "S218"].contains(&finding.code.as_str()));
        let mut told: Vec<String> = about
            .map(|finding| {
                let place = finding.location.as_ref().unwrap();
                format!("{} {} {}", finding.code, place.file.rsplit('/').next().unwrap(), place.cell.unwrap())
            })
            .collect();
        told.sort();
        assert_eq!(told, findings, "{received} {resolved}");
        for (reading, _) in &round.files {
            assert_eq!(reading.cells.read, reading.cells.used + reading.cells.ignored_total());
        }
    }
}
