//! Web pages under a workbook's name.

use super::*;

/// The page's cells, a line each.
fn page(html: &str) -> Vec<String> {
    let file = cells("a.html", html.as_bytes());
    let [sheet] = file.sheets.as_slice() else { panic!("{:?}", file.sheets) };
    assert_eq!((file.format, &sheet.name), (FileFormat::Html, &None));
    sheet.cells.iter().map(text_line).collect()
}

fn assert_pages(cases: &[(&str, &[&str])]) {
    for (html, expected) in cases {
        assert_eq!(page(html), *expected, "{html}");
    }
}

#[test]
fn a_page_under_a_workbooks_name_is_remarked_and_read() {
    let pages = [
        "<table><tr><td>1",
        "\u{FEFF}\n <!DOCTYPE html><HTML><body><TABLE><TR><TD>1</TD></TR></TABLE>",
        "<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\"><table><tr><td>1</td></tr></table></html>",
        "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><table><tr><td>1",
        "<style>td{}</style><div><table><td>1",
        "<b></b><table><td>1",
        "&nbsp;<table><tr><td>1",
    ];
    for html in pages {
        let file = cells("a.xls", html.as_bytes());
        assert_eq!(file.remarks, [Remark::new("F008", "html")], "{html}");
        assert_eq!(file.sheets.iter().flat_map(|sheet| &sheet.cells).map(text_line).collect::<Vec<_>>(), ["A1 1"]);
    }
    for name in ["a.html", "A.HTM", "a"] {
        assert_eq!(cells(name, pages[0].as_bytes()).remarks, [], "{name}");
    }
}

#[test]
fn a_page_without_a_table_is_no_spreadsheet() {
    for html in ["<html><body>Phiên làm việc đã hết hạn</body></html>", "<!-- a --><p>b</p>", "<html><script><table>"]
    {
        assert_eq!(fault_of("a.xls", html.as_bytes()), ("F005".to_owned(), "html".to_owned()), "{html}");
    }
}

#[test]
fn tables_stand_below_each_other_and_lines_around_them_are_rows() {
    assert_pages(&[
        ("<table><tr><td>a<td>b<tr><td>c</table>", &["A1 a", "B1 b", "A2 c"]),
        ("<table><tr><th>a</table><table><tr><td>b</table><table><tr><td>c</table>", &["A1 a", "A3 b", "A5 c"]),
        (
            "<html><h3>BIỂU SỐ LIỆU</h3><p>Đơn vị: <b>vhxh</b></p>\n<table><tr><td>a</table>Người lập<br>An",
            &["A1 BIỂU SỐ LIỆU", "A2 Đơn vị: vhxh", "A3 a", "A5 Người lập", "A6 An"],
        ),
        ("<table><caption>Biểu 1</caption><tbody><tr><td>a</table>", &["A1 Biểu 1", "A2 a"]),
        ("<table></table><table><tr><td>a<tr></tr><tr><td>b</table>", &["A1 a", "A3 b"]),
    ]);
}

#[test]
fn a_table_inside_a_cell_is_a_table_of_its_own() {
    assert_pages(&[
        ("<table><tr><td><table><tr><td>a<td>b</table></table>", &["A3 a", "B3 b"]),
        ("<table><tr><td>a<table><tr><td>b</table>c<td>d<tr><td>e</table>", &["A1 ac", "B1 d", "A3 b", "A5 e"]),
        ("<table><tr><td><table><tr><td>a</table><td><table><tr><td>b</table></table>", &["A3 a", "A5 b"]),
        ("<table><tr><td rowspan=2>a<table><tr><td>b</table><td>c<tr><td>d</table>", &["A1 a", "B1 c", "A3 b", "B5 d"]),
    ]);
}

#[test]
fn a_merged_cell_stands_in_its_first_and_the_next_beside_it() {
    assert_pages(&[
        ("<table><tr><td colspan=2>a<td>b", &["A1 a", "C1 b"]),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d", &["A1 a", "B1 b", "B2 c", "A3 d"]),
        (
            "<table><tr><td>a<td rowspan='2' colspan=\"2\">b<td>c<tr><td>d<td>e",
            &["A1 a", "B1 b", "D1 c", "A2 d", "D2 e"],
        ),
        ("<table><tr><td rowspan=3>a<td rowspan=2>b<td>c<tr><td>d<tr><td>e", &["A1 a", "B1 b", "C1 c", "C2 d", "B3 e"]),
        ("<table><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d", &["A1 a", "B1 b", "B2 c", "B3 d"]),
        ("<table><tr><td colspan=x>a<td colspan=-1>b<td colspan=0>c<td>d", &["A1 a", "B1 b", "C1 c", "D1 d"]),
        ("<table><tr><td rowspan=9>a</table><table><tr><td>b", &["A1 a", "A3 b"]),
        ("<table><tr><td colspan=100000>a<td>b", &["A1 a", "ALM1 b"]),
        ("<table><tr><td colspan=99999999999>a<td rowspan=99999999999>b<tr><td>c", &["A1 a", "ALM1 b", "A2 c"]),
    ]);
}

#[test]
fn the_text_of_a_cell_is_what_a_browser_shows() {
    assert_pages(&[
        ("<table><td> a \n\t b<br>c <p> d</p></td>", &["A1 a b\nc\nd"]),
        ("<table><td>&lt;1 &amp; &#7879; &ocirc;&nbsp;x&nbsp;</td>", &["A1 <1 & ệ ô\u{A0}x"]),
        ("<table><td>Ty&#777; l<i>ê&#803;</i></td>", &["A1 Tỷ lệ"]),
        ("<table><td>a<!-- b --><script>if (a<b) '<td>'</script><style>td</style>c</td>", &["A1 ac"]),
        ("<head><title>a</title><xml><x:Name>b</x:Name></xml></head><table><td>c", &["A1 c"]),
        ("<table><tr><td><div>a</div><div>b</div><td>&nbsp;<td><br><td>c", &["A1 a\nb", "D1 c"]),
    ]);
}

#[test]
fn what_excel_puts_around_its_tables_is_left_out() {
    let export = concat!(
        "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\" xmlns=\"http://www.w3.org/TR/REC-html40\">\n",
        "<head><meta http-equiv=Content-Type content=\"text/html; charset=utf-8\"><meta name=ProgId content=Excel.Sheet>\n",
        "<!--[if gte mso 9]><xml><x:Name>Sheet1</x:Name></xml><![endif]-->\n",
        "<style><!--table {mso-displayed-decimal-separator:\"\\,\";} .xl65{mso-number-format:\"0\\.0%\";}--></style></head>\n",
        "<body link=blue><table border=0 style='border-collapse:\n collapse'>\n <col width=64 span=4>\n",
        " <tr height=20>\n  <td height=20 class=xl64 colspan=2>Mã\n  đơn vị</td>\n  <td>vhxh</td>\n </tr>\n",
        " <![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64></td></tr><![endif]>\n",
        "</table></body></html>"
    );
    assert_eq!(page(export), ["A1 Mã đơn vị", "C1 vhxh"]);
}

#[test]
fn numbers_are_text_unless_the_program_that_exported_them_left_them() {
    let file = cells(
        "a.xls",
        concat!(
            "<table><tr><td>1.234<td x:num>1.234<td x:num=\"1234\">1.234<td x:num='0.975'>97,5%<td x:num=46000>9/12/2025",
            "<td sdval=\"0.5\" sdnum=\"1066;\">0,5<td x:num=abc>x<td x:str>5"
        )
        .as_bytes(),
    );
    assert_eq!(
        lines(&file.sheets[0]),
        [
            "A1 Text(\"1.234\") General",
            "B1 Text(\"1.234\") General",
            "C1 Number(1234.0) General",
            "D1 Number(0.975) Percent",
            "E1 Date(46000.0) Date",
            "F1 Number(0.5) General",
            "G1 Text(\"x\") General",
            "H1 Text(\"5\") General",
        ]
    );
}

#[test]
fn a_page_is_in_the_encoding_it_names_unless_it_is_in_another() {
    let table = |head: &str, text: &[u8]| [head.as_bytes(), b"<table><td>", text].concat();
    let utf16: Vec<u8> = "\u{FEFF}<table><td>lệ".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases = [
        (table("<meta charset=windows-1258>", b"l\xEA\xF2"), "A1 lệ"),
        (table("<meta content='text/html; charset=windows-1252'>", b"\xE0 c\xE1"), "A1 à cá"),
        (table("<meta charset=\"utf-8\">", "lệ".as_bytes()), "A1 lệ"),
        (table("<meta charset='windows-1252'>", "lệ".as_bytes()), "A1 lệ"),
        (table("<meta charset=utf-16>", "lệ".as_bytes()), "A1 lệ"),
        (table("\u{FEFF}<meta charset=windows-1252>", "lệ".as_bytes()), "A1 lệ"),
        (utf16, "A1 lệ"),
    ];
    for (bytes, expected) in cases {
        let file = cells("a.html", &bytes);
        let texts: Vec<_> = file.sheets[0].cells.iter().map(text_line).collect();
        assert_eq!((texts, file.remarks), (vec![expected.to_owned()], vec![]), "{}", String::from_utf8_lossy(&bytes));
    }
    let unnamed = table("<meta charset=utf-8>", b"Chi\xD2 ti\xEAu Ty\xD2 l\xEA\xF2 h\xF4\xCC s\xF5 \xF0\xFAng ha\xF2n");
    assert_eq!(cells("a.html", &unnamed).remarks, [Remark::new("F009", "windows-1258")]);
}

#[test]
fn question_marks_of_links_are_no_lost_letters() {
    let links = "<tr><td><a href='hs.aspx?id=1&b?c=2?d'>1</a>".repeat(9);
    assert_eq!(page(&format!("<table>{links}")).len(), 9);
    assert_eq!(fault_of("a.xls", "<table><td>T? l? h? s? ?úng h?n".as_bytes()).0, "F006");
}

#[test]
fn a_hostile_page_is_clamped_or_refused() {
    let refused = [
        ("<table><tr>".to_owned() + &"<td colspan=1000>".repeat(18), "columns > 16384"),
        ("<table>".to_owned() + &"<tr>".repeat(1_048_577), "rows > 1048576"),
        ("<table><td>".to_owned() + &"a".repeat(40_000), "A1: text_length > 32767"),
        // Every row would pass all that the first one covers.
        ("<table><tr>".to_owned() + &"<td rowspan=65534>".repeat(16_383) + &"<tr><td>a".repeat(500), "cells > 5000000"),
        ("<table></table>".to_owned() + &"a".repeat(40_000), "A1: text_length > 32767"),
    ];
    for (html, detail) in refused {
        assert_eq!(fault_of("a.xls", html.as_bytes()), ("F003".to_owned(), detail.to_owned()));
    }
    let few = Limits { cells: 10, ..Limits::default() };
    let endless = "<table>".to_owned() + &"<tr><td>1".repeat(11);
    assert!(matches!(read("a.xls", endless.as_bytes(), &few), FileContent::Fault(fault) if fault.code == "F003"));
    let attribute = format!("<table><tr class=\"{}\"><td>a", "b".repeat(1_000_000));
    assert_eq!(page(&attribute), ["A1 a"]);
    assert_eq!(page(&("<table><tr><td>a".repeat(100_000))).len(), 100_000);
    assert_eq!(
        page("</td></tr></table><table><td>a</p></b><td>b</div></tr></tr><td>c</table></table><td>d"),
        ["A1 a", "B1 b", "A2 c", "A4 d"]
    );
    let tall = "<table><tr>".to_owned() + &"<td rowspan=65534>".repeat(16_000) + &"<tr><td>a".repeat(50);
    assert_eq!(page(&tall).len(), 50);
}

proptest::proptest! {
    #[test]
    fn whatever_the_tags_no_two_cells_meet_and_no_text_is_lost(tags in proptest::collection::vec(0_usize..16, 0..60)) {
        const TAGS: [&str; 16] = [
            "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td rowspan=2>", "<td colspan=2 rowspan=3>", "<td rowspan=0>",
            "<th colspan=3>", "<p>", "<br>", "z", "z", "z", "<caption>",
        ];
        let html = "<html><table>".to_owned() + &tags.iter().map(|&tag| TAGS[tag]).collect::<String>() + "z";
        let written = html.matches('z').count();
        let found: usize = page(&html).iter().map(|line| line.matches('z').count()).sum();
        proptest::prop_assert_eq!(found, written, "{}", html);
    }
}

#[test]
fn rows_that_the_page_does_not_show_are_read_and_told() {
    let row = |attributes: &str| format!("<table><tr><td>1</td></tr><tr {attributes}><td>2</td></tr></table>");
    let cases = [
        ("style='display:none'", Some("2:2")),
        ("style=\"height:15.0pt; display : none;mso-height-source:userset\"", Some("2:2")),
        ("hidden", Some("2:2")),
        ("style='height:15pt'", None),
        ("class=hidden", None),
    ];
    for (attributes, expected) in cases {
        let file = cells("a.html", row(attributes).as_bytes());
        let told: Vec<&str> = file.remarks.iter().map(|remark| remark.detail.as_str()).collect();
        assert_eq!(told, expected.into_iter().collect::<Vec<_>>(), "{attributes}");
        assert_eq!(file.sheets[0].cells.len(), 2, "{attributes}");
    }
}
