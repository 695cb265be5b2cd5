//! Old encodings are read, and nothing else is touched.
use proptest::prelude::*;

use super::*;
use crate::model::{Address, Cell, NumberFormat};

fn cells(texts: &[&str]) -> Vec<SheetCells> {
    let cell = |(row, text): (u32, &&str)| Cell {
        at: Address::new(row, 2),
        value: CellValue::Text((*text).to_owned()),
        format: NumberFormat::General,
        formula: false,
    };
    vec![SheetCells { name: Some("Số liệu".into()), hidden: false, cells: (0..).zip(texts).map(cell).collect() }]
}

/// A remark whose first cell is in this row.
fn at(code: &str, detail: &str, first: u32) -> Remark {
    Remark::new(code, detail).at(vec![(Some("Số liệu".into()), Address::new(first, 2))])
}

fn repaired(before: &[&str]) -> (Vec<String>, Remarks) {
    let mut sheets = cells(before);
    let remarks = repair(&mut sheets, None, &Fonts::new());
    (texts(&sheets).map(str::to_owned).collect(), remarks)
}

fn read(text: &str) -> String {
    repaired(&[text]).0.concat()
}

#[test]
fn old_fonts_and_wrong_decodings_are_read() {
    let cases = [
        ("Tû lÖ hå s¬ ®óng h¹n", "Tỷ lệ hồ sơ đúng hạn"),
        ("Phßng V¨n hãa - X· héi", "Phòng Văn hóa - Xã hội"),
        ("H§ND vµ UBND", "HĐND và UBND"),
        ("Uû ban nh©n d©n x· Tø Kú", "Uỷ ban nhân dân xã Tứ Kỳ"),
        ("tæng céng", "tổng cộng"),
        ("Tieáng Vieät raát hay", "Tiếng Việt rất hay"),
        // Siblings that no list of cases names.
        ("Sè hå s¬ ®· gi¶i quyÕt tr\u{AD}íc h¹n (97,5%)", "Số hồ sơ đã giải quyết trước hạn (97,5%)"),
        ("QuyÕt ®Þnh sè 12/Q§-UBND", "Quyết định số 12/QĐ-UBND"),
        ("Kh«ng ph¸t sinh", "Không phát sinh"),
        ("« t« c«ng", "ô tô công"),
        ("TæNG CéNG", "TỔNG CỘNG"),
        ("NhiÖt ®é 25°C ë nhµ v¨n ho¸", "Nhiệt độ 25°C ở nhà văn hoá"),
        ("UÛy ban nhaân daân xaõ", "Ủy ban nhân dân xã"),
        ("Tyû leä hoà sô ñuùng haïn", "Tỷ lệ hồ sơ đúng hạn"),
        ("TOÅNG COÄNG", "TỔNG CỘNG"),
        ("Phoøng Vaên hoùa – Xaõ hoäi", "Phòng Văn hóa – Xã hội"),
        ("Tá»· lá»‡ há»“ sÆ¡", "Tỷ lệ hồ sơ"),
        ("PhÃ²ng VÄƒn hÃ³a â€“ XÃ£ há»™i", "Phòng Văn hóa – Xã hội"),
        ("SÃ³ng (dÃ i=5, rá»™ng=x) .Ä‘á»‹achá»‰", "Sóng (dài=5, rộng=x) .địachỉ"),
        ("Ä\u{90}Æ°á»\u{9D}ng vÃ  cáº§u", "Đường và cầu"),
        ("KhÃ´ng", "Không"),
        ("KhĂ´ng phĂ¡t sinh", "Không phát sinh"),
    ];
    for (before, after) in cases {
        assert_eq!(read(before), after, "{before}");
    }
}

#[test]
fn what_is_no_old_encoding_stays_as_it_is() {
    let cases = [
        "Tỷ lệ hồ sơ đúng hạn",
        "Có · Không · Chưa",
        "Thôn · xã",
        "Cã",
        "Hòa Bình © 2025 ®",
        "Điều 5 § 3",
        "hs_dung_han",
        "1.234,5 m² · 25 °C · ±5 µm",
        "½ ngày × 3",
        "«Tôn»",
        "Excel®",
        "😀 → … “trích”",
        "Où est né le garçon français à l'hôtel ? Voilà l'été, déjà",
        "laïc",
        "Ça coûte très cher, Noël à l'île Maurice",
        "Größe über München, schöne Grüße für Müller",
        "Öffnungszeiten täglich geöffnet",
        "Sidst logget på: mandag på kontoret, så længe",
        "Typen »a« er ukendt på linje »b«",
        "São Paulo, El Niño, AÑO",
        "Bắc Kạn, Krông Pắc, Ea H'leo",
        "Xã Ðông Hưng",
    ];
    for text in cases {
        assert_eq!(read(text), text);
    }
    assert_eq!(repaired(&cases).1, Remarks::new());
}

#[test]
fn the_programs_own_vietnamese_is_correct_and_read_back_from_old_fonts() {
    let own =
        concat!(include_str!("../../../text/vi/findings.ftl"), include_str!("../../../../input/plan/elements.toml"));
    for line in own.lines() {
        assert_eq!(detect(line), None, "{line}");
    }
    let named = own.lines().filter_map(|line| line.strip_prefix("name = \"")?.split('"').next());
    for name in named.map(str::to_lowercase) {
        for written in [encode(&name, letters::tcvn3, &tcvn3_codes()), encode(&name, letters::vni, &vni_codes())] {
            assert_eq!(read(&written), name);
        }
    }
}

#[test]
fn cells_are_judged_one_by_one_but_a_lone_word_needs_company() {
    let (texts, remarks) = repaired(&["Tæng", "Tổng số hồ sơ", "Sè hå s¬ ®óng h¹n", "hs_dung_han", "Cã", "Caáp xã"]);
    assert_eq!(texts, ["Tổng", "Tổng số hồ sơ", "Số hồ sơ đúng hạn", "hs_dung_han", "Cã", "Caáp xã"]);
    assert_eq!(remarks, [at("F012", "TCVN3 · 2", 0)]);
    assert_eq!(repaired(&["Tæng", "Tổng"]), (vec!["Tæng".to_owned(), "Tổng".to_owned()], vec![]));
}

#[test]
fn several_encodings_in_a_file_are_said_once_a_code() {
    let (_, remarks) = repaired(&["KhÃ´ng", "Tieáng Vieät", "Kh«ng ph¸t sinh"]);
    assert_eq!(remarks, [at("F012", "TCVN3, VNI · 2", 1), at("F013", "UTF-8 · 1", 0)]);
}

#[test]
fn in_a_file_known_to_be_tcvn3_every_cell_is() {
    let mut sheets = cells(&["Cã", "5"]);
    assert_eq!(repair(&mut sheets, Some(Encoding::Tcvn3), &Fonts::new()), [at("F012", "TCVN3 · 1", 0)]);
    assert_eq!(texts(&sheets).collect::<Vec<_>>(), ["Có", "5"]);
}

const SYLLABLES: &str = "tỷ lệ hồ sơ đúng hạn phòng văn hóa xã hội uỷ ban nhân dân tứ kỳ không phát sinh giải quyết thủ tục \
    hành chính trước quý nghiệp khuyến nghĩa thuở hoặc luật huýt quyển gì giữ giếng khoẻ ngoằn ngoèo khuỷu rượu hươu \
    cưới yêu tiếng việt chuếch choáng huênh hoang quốc xoáy khuấy đêm ghế nghề kẽ thẳng lẵng lặng ẩm mẫu nặng nhỡ mỡ chữ \
    lữ vĩnh bảo mỹ kỵ thị ủy ý ở ô ăn ấy ỉ ở tịch chủ tổng cộng mục tiêu chuyển đổi số trực tuyến một phần toàn trình";

fn syllables() -> impl Strategy<Value = String> {
    let all: Vec<&str> = SYLLABLES.split_whitespace().collect();
    proptest::collection::vec(proptest::sample::select(all), 1..12).prop_map(|words| words.join(" "))
}

/// Writes a text with the codes that reading turns into its letters.
fn encode(text: &str, decode: fn(&str) -> Option<String>, codes: &[String]) -> String {
    let code = |c: char| codes.iter().find(|code| decode(code) == Some(c.to_string())).cloned();
    text.chars().map(|c| if c.is_ascii() { c.to_string() } else { code(c).unwrap_or_default() }).collect()
}

fn tcvn3_codes() -> Vec<String> {
    ('\u{A1}'..='\u{FE}').map(String::from).collect()
}

fn vni_codes() -> Vec<String> {
    let marks: Vec<char> = "ùøûõïâáàåãäêéèúüë".chars().collect();
    let pairs = "aeouyôö".chars().flat_map(|letter| marks.iter().map(move |mark| format!("{letter}{mark}")));
    "íìæóòîñôö".chars().map(String::from).chain(pairs).collect()
}

#[test]
fn a_syllable_is_told_from_a_foreign_or_old_word() {
    let cases = [
        ("nghiêng", true, true),
        ("hóa", true, true),
        ("hoá", true, true),
        ("hòan", true, false),
        ("xaõ", true, false),
        ("cêp", false, false),
        ("ngiêng", false, false),
        ("crème", false, false),
        ("éé", false, false),
        ("", false, false),
    ];
    for (word, spelt, correct) in cases {
        assert_eq!((syllable::is_syllable(word), syllable::is_correct_syllable(word)), (spelt, correct), "{word}");
    }
}

#[test]
fn every_syllable_of_the_properties_is_one() {
    for word in SYLLABLES.split_whitespace() {
        assert!(syllable::is_correct_syllable(word), "{word}");
    }
}

proptest! {
    #[test]
    fn correct_vietnamese_is_not_converted(text in syllables(), sign in "[-·§®©«»;%0-9 ]{0,3}") {
        let text = format!("{text} {sign} {text}");
        prop_assert_eq!(read(&text), text);
    }

    #[test]
    fn no_text_of_another_kind_is_converted(text in "[ -~😀→…“”°²³€]{0,40}") {
        prop_assert_eq!(read(&text), text);
    }

    #[test]
    fn what_was_written_in_an_old_encoding_is_read_back(text in syllables()) {
        let text = format!("tỷ lệ hồ sơ {text}");
        let written = [
            encode(&text, letters::tcvn3, &tcvn3_codes()),
            encode(&text, letters::vni, &vni_codes()),
            WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned(),
        ];
        for written in written {
            prop_assert_ne!(&written, &text);
            prop_assert_eq!(read(&written), text.as_str(), "{}", written);
        }
    }
}
