//! Workbooks in the XML of Excel 2003.

use super::*;

const HEAD: &str = r##"<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:html="http://www.w3.org/TR/REC-html40"><Styles><Style ss:ID="Default"><NumberFormat/></Style><Style ss:ID="p" ss:Name="Percent"><NumberFormat ss:Format="0%"/></Style><Style ss:ID="q" ss:Parent="p"><Font/></Style><Style ss:ID="r"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="n"><NumberFormat ss:Format="#,##0"/></Style><Style ss:ID="g"/></Styles>"##;

fn book(table: &str) -> String {
    format!(r#"{HEAD}<Worksheet ss:Name="S"><Table>{table}</Table></Worksheet></Workbook>"#)
}

/// The cells of a book of one sheet with this table, a line each.
fn table(table: &str) -> Vec<String> {
    let file = cells("a.xml", book(table).as_bytes());
    assert_eq!((file.format, file.remarks), (FileFormat::SpreadsheetMl, vec![]));
    lines(&file.sheets[0])
}

fn assert_tables(cases: &[(&str, &[&str])]) {
    for (xml, expected) in cases {
        assert_eq!(table(xml), *expected, "{xml}");
    }
}

fn number(attributes: &str, number: &str) -> String {
    format!(r#"<Cell {attributes}><Data ss:Type="Number">{number}</Data></Cell>"#)
}

#[test]
fn the_xml_of_excel_2003_under_a_workbooks_name_is_remarked_and_read() {
    let book = book(&format!("<Row>{}</Row>", number("", "1")));
    let utf16: Vec<u8> = format!("\u{FEFF}{book}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let prefixed = r#"<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><ss:Worksheet ss:Name="S"><ss:Table><ss:Row><ss:Cell><ss:Data ss:Type="Number">1</ss:Data></ss:Cell></ss:Row></ss:Table></ss:Worksheet></ss:Workbook>"#;
    let prefixed = format!("<?xml version=\"1.0\"?>\n{prefixed}").into_bytes();
    for bytes in [book.into_bytes(), utf16, prefixed] {
        let file = cells("a.xls", &bytes);
        assert_eq!(file.remarks, [Remark::new("F008", "xml")]);
        assert_eq!(
            (file.sheets[0].name.as_deref(), lines(&file.sheets[0])),
            (Some("S"), vec!["A1 Number(1.0) General".to_owned()])
        );
    }
}

#[test]
fn a_value_is_read_by_its_type() {
    let cases = [
        ("Number", "1.5e3", "Number(1500.0) General"),
        ("Number", "-7", "Number(-7.0) General"),
        ("String", "a &amp;&#10;b", "Text(\"a &\\nb\") General"),
        ("String", "<html:B>a</html:B><html:Font> b</html:Font>", "Text(\"a b\") General"),
        ("String", "<![CDATA[<a>]]>", "Text(\"<a>\") General"),
        ("String", "007", "Text(\"007\") General"),
        ("Boolean", "1", "Bool(true) General"),
        ("Boolean", "0", "Bool(false) General"),
        ("DateTime", "2025-12-09T00:00:00.000", "Date(46000.0) Date"),
        ("DateTime", "2025-12-09T12:00:00.000", "Date(46000.5) Date"),
        ("DateTime", "2025-12-09", "Date(46000.0) Date"),
        ("Error", "#DIV/0!", "Error(\"#DIV/0!\") General"),
        ("Error", "#N/A", "Error(\"#N/A\") General"),
    ];
    for (kind, text, expected) in cases {
        let xml = format!(r#"<Row><Cell><Data ss:Type="{kind}">{text}</Data></Cell></Row>"#);
        assert_eq!(table(&xml), [format!("A1 {expected}")], "{kind} {text}");
    }
}

#[test]
fn a_formula_is_told_from_a_value() {
    assert_tables(&[
        (&format!("<Row>{}</Row>", number(r#"ss:Formula="=RC[1]""#, "3")), &["A1 Number(3.0) General ="]),
        (
            r#"<Row><Cell ss:Formula="=1/0"><Data ss:Type="Error">#DIV/0!</Data></Cell></Row>"#,
            &["A1 Error(\"#DIV/0!\") General ="],
        ),
        (r#"<Row><Cell ss:Formula="=SUM(R1C1)"/></Row>"#, &["A1 Uncomputed(\"SUM(R1C1)\") General ="]),
    ]);
}

#[test]
fn rows_and_cells_stand_where_their_index_says() {
    let n = |attributes: &str| number(attributes, "1");
    let places = |xml: String| -> Vec<String> {
        table(&xml).iter().map(|line| line.split(' ').next().unwrap().to_owned()).collect()
    };
    let cases: [(String, &[&str]); 6] = [
        (format!("<Row/><Row><Cell/>{}</Row>", n("")), &["B2"]),
        (
            format!(r#"<Row ss:Index="3">{}</Row><Row>{}</Row>"#, n(r#"ss:Index="2""#) + &n(""), n("")),
            &["B3", "C3", "A4"],
        ),
        (format!(r#"<Row ss:Span="2"/><Row>{}</Row>"#, n("")), &["A4"]),
        (format!("<Row>{}{}</Row>", n(r#"ss:MergeAcross="2""#), n("")), &["A1", "D1"]),
        (
            format!("<Row>{}{}</Row><Row>{}</Row><Row>{}</Row>", n(r#"ss:MergeDown="1""#), n(""), n(""), n("")),
            &["A1", "B1", "B2", "A3"],
        ),
        (
            format!(
                "<Row>{}{}</Row><Row>{}</Row>",
                n(r#"ss:MergeDown="1" ss:MergeAcross="1""#),
                n(""),
                n(r#"ss:Index="3""#)
            ),
            &["A1", "C1", "C2"],
        ),
    ];
    for (xml, expected) in cases {
        assert_eq!(places(xml.clone()), *expected, "{xml}");
    }
}

#[test]
fn a_format_comes_from_the_cell_its_row_or_its_column() {
    let columns = r#"<Column ss:Index="2" ss:StyleID="p" ss:Span="1"/><Column ss:StyleID="n"/>"#;
    let cases = [
        (number(r#"ss:StyleID="p""#, "0.5"), "", "A1 Number(0.5) Percent"),
        (number(r#"ss:StyleID="q""#, "0.5"), "", "A1 Number(0.5) Percent"),
        (number(r#"ss:StyleID="r""#, "0.5"), "", "A1 Number(0.5) Percent"),
        (number(r#"ss:StyleID="d""#, "46000"), "", "A1 Date(46000.0) Date"),
        (number(r#"ss:StyleID="n""#, "5"), "", "A1 Number(5.0) Number"),
        (number(r#"ss:StyleID="unknown""#, "5"), "", "A1 Number(5.0) General"),
        (number("", "0.5"), r#"ss:StyleID="p""#, "A1 Number(0.5) Percent"),
        (number(r#"ss:StyleID="g""#, "5"), r#"ss:StyleID="p""#, "A1 Number(5.0) General"),
        (number(r#"ss:Index="3""#, "0.5"), "", "C1 Number(0.5) Percent"),
        (number(r#"ss:Index="4""#, "5"), "", "D1 Number(5.0) Number"),
        (number(r#"ss:Index="5""#, "5"), "", "E1 Number(5.0) General"),
    ];
    for (cell, row, expected) in cases {
        assert_eq!(table(&format!("{columns}<Row {row}>{cell}</Row>")), [expected], "{cell}");
    }
}

#[test]
fn sheets_keep_names_and_what_hides_them_and_comments_are_left_out() {
    let cell = r#"<Cell><Data ss:Type="String">a</Data><Comment ss:Author="An"><ss:Data>đã sửa</ss:Data></Comment><NamedCell ss:Name="x"/></Cell>"#;
    let sheet = |name: &str, visible: &str| {
        format!(
            r#"<Worksheet ss:Name="{name}"><Table><Row>{cell}</Row></Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">{visible}</WorksheetOptions></Worksheet>"#
        )
    };
    let sheets = [
        sheet("Số liệu &amp; x", ""),
        sheet("b", "<Visible>SheetHidden</Visible>"),
        sheet("c", "<Visible>SheetVeryHidden</Visible>"),
        sheet("d", "<Visible>SheetVisible</Visible>"),
    ];
    let file = cells("a.xml", format!("{HEAD}{}</Workbook>", sheets.concat()).as_bytes());
    let found: Vec<_> = file.sheets.iter().map(|sheet| (sheet.name.as_deref().unwrap(), sheet.hidden)).collect();
    assert_eq!(found, [("Số liệu & x", false), ("b", true), ("c", true), ("d", false)]);
    assert!(file.sheets.iter().all(|sheet| lines(sheet) == ["A1 Text(\"a\") General"]));
}

#[test]
fn hidden_rows_and_columns_with_cells_are_remarked() {
    let row = |attributes: &str| format!("<Row {attributes}>{}</Row>", number("", "1"));
    for (table, expected) in [
        (format!("{}{}", row(""), row(r#"ss:Hidden="1""#)), "S!2:2"),
        (format!("{}{}", row(r#"ss:Hidden="0""#), row(r#"ss:Index="5""#)), ""),
        (format!(r#"<Column ss:Index="1" ss:Span="2" ss:Hidden="1"/>{}"#, row("")), "S!A:C"),
        (format!(r#"<Column ss:Index="2" ss:Hidden="1"/>{}"#, row("")), ""),
    ] {
        let remarks = cells("a.xml", book(&table).as_bytes()).remarks;
        let told = remarks.iter().find(|remark| remark.code == "S210").map_or("", |remark| remark.detail.as_str());
        assert_eq!(told, expected, "{table}");
    }
}

#[test]
fn hostile_xml_is_refused() {
    let one = number("", "1");
    let whole = book(&format!("<Row>{one}</Row>"));
    let truncated = |at: &str| whole.split(at).next().unwrap().to_owned();
    let cases = [
        (whole.replacen("<Workbook", "<!DOCTYPE x [<!ENTITY e \"1\">]><Workbook", 1), "F001"),
        (truncated("</Workbook>"), "F001"),
        (truncated("</Data>"), "F001"),
        (truncated("Type=\"Number\""), "F001"),
        (truncated("</Cell>"), "F001"),
        (whole.replace("</Row>", "</Cell>"), "F001"),
        (book(&format!("<Row>{}</Row>", number("", "1,5"))), "F001"),
        (book(&format!("<Row>{}</Row>", number("", "&e;"))), "F001"),
        (book(&format!(r#"<Row ss:Index="0">{one}</Row>"#)), "F001"),
        (book(&format!("<Row>{one}{}</Row>", number(r#"ss:Index="1""#, "2"))), "F001"),
        (book(&format!(r#"<Row ss:Index="1048577">{one}</Row>"#)), "F003"),
        (book(&format!("<Row>{}</Row>", number(r#"ss:Index="16385""#, "1"))), "F003"),
        (book(&format!("<Row>{}{one}</Row>", number(r#"ss:MergeAcross="4294967295""#, "1"))), "F003"),
        (book(&format!("<Row ss:Span=\"4294967295\"/><Row>{one}</Row>")), "F003"),
        (book(&format!(r#"<Row><Cell><Data ss:Type="String">{}</Data></Cell></Row>"#, "a".repeat(40_000))), "F003"),
        (book("<Row/>"), "F011"),
    ];
    for (xml, code) in cases {
        assert_eq!(
            fault_of("a.xls", xml.as_bytes()).0,
            code,
            "{}",
            xml.chars().skip(HEAD.len()).take(200).collect::<String>()
        );
    }
    let attribute = book(&format!(r#"<Row ss:x="{}">{one}</Row>"#, "a".repeat(1_000_000)));
    assert_eq!(cells("a.xml", attribute.as_bytes()).sheets[0].cells.len(), 1);
    let deep = format!("<Row>{one}</Row>{}", "<Table>".repeat(100_000));
    assert_eq!(fault_of("a.xml", book(&deep).as_bytes()).0, "F001");
}
