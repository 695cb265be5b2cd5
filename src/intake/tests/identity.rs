//! Office, period and version: the content first, then the path.

use super::*;

const TABLE: &str = "Mã | Kỳ này\nhs_da_gq | 1";

/// Office and codes of a file of this path whose sheet "Thông tin" says this.
fn identified(path: &str, info: &str) -> (Option<String>, Vec<String>) {
    let reading = read(&file(path, vec![sheet("Thông tin", info), sheet("Số liệu", TABLE)]));
    (reading.office.as_ref().map(ToString::to_string), codes(&reading))
}

#[test]
fn names_of_nobody_here_are_rejected_whatever_the_file_is_called() {
    for text in ["Phòng Kinh tế, Hạ tầng và Đô thị", "UBND xã Vĩnh Bảo", "Phòng Kinh tế xã Vĩnh Bảo"]
    {
        assert_eq!(identified("2025-Q4/vhxh.xlsx", &format!("Tên đơn vị | {text}")).1, ["I101"], "{text}");
    }
    let hint = "Mã đơn vị | vhxh\nTên đơn vị | theo danh sách của xã cấp";
    assert_eq!(identified("2025-Q4/vhxh.xlsx", hint).1, Vec::<String>::new());
    let foreign = "Mã đơn vị | vhxh\nTên đơn vị | Phòng Văn hóa - Xã hội xã Vĩnh Bảo";
    assert_eq!(identified("2025-Q4/vhxh.xlsx", foreign).1, ["I101"]);
}

#[test]
fn the_commune_as_a_whole_is_no_office_and_leaves_the_path_to_say_it() {
    for text in ["UBND xã Tứ Kỳ", "ỦY BAN NHÂN DÂN XÃ TỨ KỲ", "Ủy ban nhân dân xã", "UBND"] {
        let said = format!("Đơn vị báo cáo: {text}");
        assert_eq!(identified("2025-Q4/vhxh.xlsx", &said), (Some("vhxh".to_owned()), vec![]), "{text}");
        assert_eq!(identified("2025-Q4/bieu.xlsx", &said), (None, vec!["I101".to_owned()]), "{text}");
    }
}

#[test]
fn content_goes_before_the_path() {
    let cases: &[(&str, &str, Option<&str>, &[&str])] = &[
        ("2025-Q4/vhxh.xlsx", "", Some("vhxh"), &[]),
        ("2025-Q4/bieu_phong-van-hoa-xa-hoi_q4.xlsx", "", Some("vhxh"), &[]),
        ("2025-Q4/VHXH/bieu 1.xlsx", "", Some("vhxh"), &[]),
        ("2025-Q4/kt/vhxh.xlsx", "", Some("vhxh"), &[]),
        ("2025-Q4/kt.xlsx", "Mã đơn vị | vhxh", Some("vhxh"), &["I103"]),
        ("2025-Q4/kt-vhxh.xlsx", "Mã đơn vị | vhxh", Some("vhxh"), &[]),
        ("2025-Q4/kt-vhxh.xlsx", "", None, &["I101"]),
        ("2025-Q4/kth.xlsx", "", None, &["I101"]),
        ("2025-Q4/kt.xlsx", "Mã đơn vị | vhxh\nTên đơn vị | Văn phòng HĐND và UBND", None, &["I102"]),
    ];
    for (path, info, office, expected) in cases {
        let (found, codes) = identified(path, info);
        assert_eq!(
            (found.as_deref(), codes.as_slice()),
            (*office, &expected.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>()[..]),
            "{path} {info}"
        );
    }
}

#[test]
fn labels_above_a_csv_table_name_the_office() {
    let reading = read(&file("2025-Q4/bieu.csv", vec![sheet("", "Mã đơn vị | vhxh\nMã | Kỳ này\nhs_da_gq | 1")]));
    assert_eq!(reading.office.unwrap().as_str(), "vhxh");
}

#[test]
fn a_list_of_offices_below_a_header_names_nobody() {
    let (office, codes) = identified("2025-Q4/vhxh.xlsx", "Mã đơn vị | Tên đơn vị\nkt | Phòng Kinh tế");
    assert_eq!((office.as_deref(), codes), (Some("vhxh"), vec![]));
}

#[test]
fn without_a_label_a_title_may_name_another_period() {
    let title = |text: &str| codes(&read(&form(&format!("{text}\n{TABLE}"))));
    assert_eq!(title("BIỂU SỐ LIỆU QUÝ II/2025"), ["I104"]);
    assert_eq!(title("BIỂU SỐ LIỆU QUÝ IV/2025"), Vec::<String>::new());
    assert_eq!(title("Thực hiện Kế hoạch năm 2024"), Vec::<String>::new());
}

#[test]
fn a_lone_files_period_is_what_it_says() {
    let lone = |info: &str| {
        let given = file("vhxh.xlsx", vec![sheet("Thông tin", info), sheet("Số liệu", TABLE)]);
        let reading = READER.read(None, &given);
        (reading.period.as_ref().map(ToString::to_string), codes(&reading))
    };
    assert_eq!(lone("Kỳ báo cáo | Quý III năm 2025"), (Some("2025-Q3".to_owned()), vec![]));
    assert_eq!(lone("Kỳ báo cáo | Quý I năm 2024"), (None, vec!["I104".to_owned()]));
    assert_eq!(lone("Mã đơn vị | vhxh"), (None, vec![]));
}

#[test]
fn another_version_is_used_while_its_ids_are_known() {
    let versioned = |version: &str, rows: &str| {
        codes(&read(&file(
            "2025-Q4/vhxh.xlsx",
            vec![sheet("Thông tin", &format!("Phiên bản biểu | {version}")), sheet("Số liệu", rows)],
        )))
    };
    assert_eq!(versioned("0A1B2C3D", TABLE), Vec::<String>::new());
    assert_eq!(versioned("ffffffff", TABLE), ["I105"]);
    assert_eq!(versioned("ffffffff", "Mã | Kỳ này\nhs_cu | 1"), ["I106"]);
    assert_eq!(versioned("0a1b2c3d", "Mã | Kỳ này\nhs_cu | 1"), ["S203"]);
}

#[test]
fn a_file_that_cannot_be_read_still_has_the_office_its_name_says() {
    let fault = FileFault::new("F002", "");
    let broken = InputFile { path: "2025-Q4/vhxh.xlsx".into(), sha256: None, content: FileContent::Fault(fault) };
    let reading = read(&broken);
    assert_eq!(reading.office.as_ref().unwrap().as_str(), "vhxh");
    assert_eq!(reading.rejected.as_ref().unwrap().as_str(), "F002");
    assert_eq!(reading.findings[0].office, reading.office);
}

#[test]
fn every_way_to_be_left_out_has_its_words() {
    let codes = [
        "F001", "F002", "F003", "F004", "F005", "F006", "F010", "F011", "F014", "I101", "I102", "I104", "I106", "S201",
    ];
    let keys = codes.map(|code| format!("rejected-{code}"));
    let others = ["file-duplicate", "file-superseded", "file-unordered"].map(str::to_owned);
    for key in keys.iter().chain(&others) {
        for catalog in [&*VIETNAMESE, &*ENGLISH] {
            assert_ne!(&catalog.get(key), key);
        }
    }
    for code in ["F007", "F008", "F009", "F012", "F013"] {
        let remarks = vec![Remark::new(code, "xlsx")];
        let content =
            FileContent::Cells(FileCells { format: FileFormat::Xlsx, sheets: vec![sheet("", TABLE)], remarks });
        let reading = read(&InputFile { path: "2025-Q4/vhxh.xlsx".into(), sha256: None, content });
        assert_eq!(super::codes(&reading), [code]);
    }
}
