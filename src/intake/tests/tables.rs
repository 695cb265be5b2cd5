//! Tables are found by their heads and rows by their ids or names, wherever they stand.

use super::*;

#[test]
fn order_of_columns_and_rows_and_what_surrounds_the_table_do_not_matter() {
    let plain = read(&form(
        "Mã | STT | Chỉ tiêu | Kỳ này | Lũy kế
         hs_da_gq | 3.1 | Hồ sơ đã giải quyết | 1.234 | 2.000
         hs_ton | 3.2 | Hồ sơ tồn | 5",
    ));
    let turned = read(&form(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
         BIỂU SỐ LIỆU | | | (Từ ngày 06/9/2025)
         Lũy  kế | KỲ NÀY | Chỉ tiêu | Ghi chú | Mã
         (1) | (2) | (3) | (4) | (5)
          | | A. Thủ tục hành chính
          | 5 | Hồ sơ tồn | | HS_TON
         2.000 | 1.234 | gì đó | đủ | hs_da_gq
         100 | 1.239 | Tổng cộng
         NGƯỜI LẬP BIỂU | | THỦ TRƯỞNG ĐƠN VỊ",
    ));
    for reading in [&plain, &turned] {
        assert_eq!(codes(reading), Vec::<String>::new());
        assert_eq!(figure(reading, "hs_da_gq"), value("1234"));
        assert_eq!(figure(reading, "hs_ton"), value("5"));
    }
}

#[test]
fn without_an_id_a_row_is_found_by_its_name() {
    let reading = read(&form(
        "STT | Chỉ tiêu | Kỳ này
         3.1 | HỒ SƠ ĐÃ GIẢI QUYẾT | 7
          | 3.2 Hồ sơ  tồn: | 8
          | Hồ sơ lạ | 9",
    ));
    assert_eq!(figure(&reading, "hs_da_gq"), value("7"));
    assert_eq!(figure(&reading, "hs_ton"), value("8"));
    assert_eq!(codes(&reading), ["S203"]);
}

#[test]
fn rows_and_columns_that_the_form_does_not_have_are_reported() {
    let cases: &[(&str, &[&str])] = &[
        ("Mã | Kỳ này\nhs_da_gq | 1\nhs_la | 2", &["S203"]),
        ("Mã | Kỳ này\nhs_da_gq | 1\nkt_thu | 2", &["S206"]),
        ("Mã | Kỳ này\nhs_da_gq | 1\nkt_thu |", &[]),
        ("Mã | Kỳ này\nhs_da_gq | 1\nhs_tong | 1", &[]),
        ("Mã | Kỳ này\nhs_da_gq | 1\nhs_tong | 2", &["R492"]),
        ("Mã | Kỳ này | Đánh giá\nhs_da_gq | 1 | tốt\nhs_ton | 2 | tốt", &["S209"]),
        ("Mã | Kỳ này | Đánh giá\nhs_da_gq | 1", &[]),
        ("Mã | Lũy kế\nhs_da_gq | 1", &["S202"]),
        ("Mã | Chỉ tiêu | Đơn vị tính | Thực hiện\nhs_da_gq | Hồ sơ | hs | 1", &["S202", "S209"]),
        ("Mã | Kỳ này\nhs_da_gq | 1\nhs_da_gq | 2", &["S204"]),
        ("Mã | Kỳ này\nhs_da_gq | 1\nhs_da_gq | 1", &["S205"]),
        ("Mã | Kỳ này\nhs_da_gq | 1\nhs_da_gq |", &[]),
        ("Ghi chép | Số\nmột | 1", &["S201"]),
        ("Mã | Trạng thái\nN3a | Đã hoàn thành", &[]),
        ("Mã | Trạng thái\nN3a | sắp xong", &["V320"]),
        ("Mã | Trạng thái | Ghi chú\nN3a | | chưa", &["V320"]),
        ("Mã | Trạng thái\nN3b | Đã hoàn thành", &["S212"]),
        ("Nhiệm vụ | Trạng thái | Ngày hoàn thành\nRà soát thủ tục | Đã hoàn thành | 31/9/2025", &["V317"]),
        ("Mục | Nội dung\nN3. Cải cách TTHC | Tốt\nNguyên nhân | Thiếu người", &[]),
        ("Mục | Nội dung\nThơ | Tốt", &["S208"]),
    ];
    for (text, expected) in cases {
        assert_eq!(codes(&read(&form(text))), *expected, "{text}");
    }
}

#[test]
fn of_different_rows_for_one_element_none_counts() {
    let reading = read(&form("Mã | Kỳ này\nhs_da_gq | 1\nhs_da_gq | 2"));
    assert_eq!(figure(&reading, "hs_da_gq"), (State::Unreadable, None));
    assert_eq!(reading.cells.used, 0);
}

#[test]
fn several_tables_stand_in_one_file_and_hidden_ones_are_reported() {
    let mut hidden = sheet("Ẩn", "Mã | Kỳ này\nhs_ton | 4");
    hidden.hidden = true;
    let both = sheet("Gộp", "Mã | Kỳ này\nhs_da_gq | 3\n\nMã | Trạng thái\nN3a | Đang thực hiện");
    let reading = read(&file("2025-Q4/vhxh.xlsx", vec![both, hidden]));
    assert_eq!(codes(&reading), ["S207"]);
    assert_eq!((figure(&reading, "hs_da_gq"), figure(&reading, "hs_ton")), (value("3"), value("4")));
    assert_eq!(reading.tasks.unwrap()["N3a"].status.text.as_deref(), Some("in_progress"));
}

#[test]
fn a_blank_figure_knows_the_cell_where_it_should_stand() {
    let reading = read(&form("Mã | Chỉ tiêu | Kỳ này\nhs_da_gq | Hồ sơ | "));
    let blank = &reading.figures.as_ref().unwrap()["hs_da_gq"].period;
    assert_eq!(blank.state, State::Blank);
    assert_eq!(blank.source.as_ref().unwrap().cell.unwrap().to_string(), "C2");
}

#[test]
fn sections_are_known_by_id_or_title() {
    let cases = [
        ("N3", "N3"),
        ("n3. Cải cách TTHC", "N3"),
        ("Cải cách thủ tục hành chính", "N3"),
        ("limitations", "limitations"),
        ("1. Tồn tại, hạn chế", "limitations"),
        ("b) Nguyên nhân của hạn chế", "causes"),
        ("Phương hướng, nhiệm vụ quý I năm 2026", "next_steps"),
        ("Kiến nghị, đề xuất:", "proposals"),
        ("Đề nghị điều chỉnh kế hoạch (nếu có)", "plan_changes"),
    ];
    for (text, key) in cases {
        let reading = read(&form(&format!("Mục | Nội dung\n{text} | Chữ")));
        let sections: Vec<String> =
            reading.narrative.unwrap().iter().map(|narrative| narrative.section.key().to_owned()).collect();
        assert_eq!(sections, [key], "{text}");
    }
}

#[test]
fn narrative_keeps_its_paragraphs() {
    let mut texts = sheet("Thuyết minh", "Mục | Nội dung\nlimitations | x\n | Đoạn ba");
    texts.cells[3].value = CellValue::Text("Đoạn một\r\n\n- Đoạn hai ".to_owned());
    let reading = read(&file("2025-Q4/vhxh.xlsx", vec![texts]));
    let narrative = reading.narrative.unwrap();
    assert_eq!(narrative.len(), 1);
    assert_eq!(narrative[0].section, Section::Limitations);
    assert_eq!(narrative[0].text, "Đoạn một\n- Đoạn hai\nĐoạn ba");
}
