//! Small sound files, with what the readers branch on: types, formats, formulas, merged and hidden cells.

use cchc_fuzz::container;
use rust_xlsxwriter::{Format, Formula, Workbook, XlsxError};

/// What the plan's expressions are made of.
pub(crate) const EXPRESSIONS: [&str; 6] = [
    "hs_da_gq",
    "(a + b) / (c - 2.5) * -1",
    "prev(x) / x",
    "tasks.done / tasks.total",
    "((((1))))",
    "tasks.done_on_time - tasks.overdue",
];

/// All of them by name.
pub(crate) fn files() -> Vec<(String, Vec<u8>)> {
    let named = |(name, bytes): (&str, Vec<u8>)| (name.to_owned(), bytes);
    [
        ("sound.xlsx", xlsx().unwrap()),
        ("sound.xlsb", xlsb()),
        ("sound.ods", ods()),
        ("sound.html", HTML.into()),
        ("sound.xml", XML.into()),
        ("sound.csv", CSV.into()),
        ("submission.csv", include_bytes!("../../../input/2025-Q4/ttvh-so-lieu.csv").to_vec()),
        ("narrative.csv", include_bytes!("../../../input/2025-Q4/ttvh-thuyet-minh.csv").to_vec()),
    ]
    .map(named)
    .into()
}

const CSV: &str = "sep=;\n\u{FEFF}Mã đơn vị;vhxh\nMã;Chỉ tiêu;Kỳ trước;Kỳ này;Lũy kế\nhs_da_gq;\"Hồ sơ \"\"đã\"\"\ngiải quyết\";1.234;12,5%;không phát sinh\n";

const HTML: &str = "<html xmlns:x=\"x\"><head><meta charset=utf-8><style>td{}</style></head><body><h1>Biểu</h1><p>Mã đơn vị: vhxh<br>\
    <table><caption>A</caption><tr><th rowspan=2 colspan=2>Mã<th>Kỳ này<tr><td x:num=\"1.5\">1,5<tr><td>van_ban<td><table><tr><td>3 &amp; 4</table>\
    <td rowspan=0>5%</table><script>x</script></body></html>";

const XML: &str = r#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="p"><NumberFormat ss:Format="0%"/></Style><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style></Styles>
<Worksheet ss:Name="S"><Table><Column ss:Index="2" ss:Hidden="1" ss:Span="1" ss:StyleID="p"/><Row ss:Index="2" ss:Hidden="1"><Cell ss:MergeDown="1" ss:MergeAcross="1"><Data ss:Type="String">Mã</Data><Comment><Data>x</Data></Comment></Cell>
<Cell ss:StyleID="p"><Data ss:Type="Number">0.5</Data></Cell><Cell ss:Formula="=A1"/><Cell ss:StyleID="d"><Data ss:Type="DateTime">2025-12-09T00:00:00.000</Data></Cell></Row><Row ss:Span="2"><Cell ss:Index="9"><Data ss:Type="Boolean">1</Data></Cell>
<Cell><Data ss:Type="Error">#REF!</Data></Cell></Row></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>"#;

fn xlsx() -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Số liệu")?;
    sheet.write(0, 0, "Mã đơn vị")?.write(0, 1, "vhxh")?.write(1, 0, "Mã")?.write(1, 1, "Kỳ này")?;
    sheet.write_with_format(2, 1, 0.5, &Format::new().set_num_format("0.0%"))?;
    sheet.write_with_format(3, 1, 46_000, &Format::new().set_num_format("dd/mm/yyyy"))?;
    sheet.write_formula(4, 1, Formula::new("=SUM(B3:B4)").set_result("7"))?.write_boolean(4, 2, true)?;
    sheet.merge_range(5, 0, 6, 2, "gộp", &Format::new())?.set_row_hidden(3)?.set_column_hidden(2)?;
    book.add_worksheet().set_hidden(true).write(0, 0, "ẩn")?;
    book.save_to_buffer()
}

fn ods() -> Vec<u8> {
    let content = r#"<office:document-content><style:style style:name="h"><style:table-properties table:display="false"/></style:style><office:body><office:spreadsheet><table:table table:name="S" table:style-name="h">
<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/><table:table-row table:number-rows-repeated="2" table:visibility="filter"><table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>Mã<text:s text:c="2"/></text:p><office:annotation><text:p>x</text:p></office:annotation></table:table-cell>
<table:table-cell office:value-type="percentage" office:value="0.5" table:formula="of:=[.A1]"/><table:covered-table-cell/><table:table-cell office:value-type="date" office:date-value="2025-12-09T08:00:00"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;
    let parts = [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)];
    container::package(&container::unpacked(&parts.map(|(name, text)| (name.to_owned(), text.into()))))
}

/// An .xlsb by hand: no library writes it.
fn xlsb() -> Vec<u8> {
    let text = |text: &str| {
        [&(text.len() as u32).to_le_bytes()[..], &text.bytes().flat_map(|b| [b, 0]).collect::<Vec<_>>()].concat()
    };
    let cell = |col: u32| [&col.to_le_bytes()[..], &[0; 4]].concat();
    let sheet_head = [&[0; 4][..], &1_u32.to_le_bytes(), &text("rId1"), &text("S")].concat();
    let book = [
        record(131, &[]),
        record(153, &[0; 12]),
        record(143, &[]),
        record(156, &sheet_head),
        record(144, &[]),
        record(132, &[]),
    ]
    .concat();
    let row = |at: u32| record(0, &[&at.to_le_bytes()[..], &[0; 13]].concat());
    let formula =
        [&cell(2)[..], &1.5_f64.to_le_bytes(), &[0, 0], &3_u32.to_le_bytes(), &[0x1E, 7, 0], &[0; 4]].concat();
    let sheet = [
        record(129, &[]),
        record(148, &[&[0; 4][..], &2_u32.to_le_bytes(), &[0; 4], &3_u32.to_le_bytes()].concat()),
        record(145, &[]),
        row(0),
        record(6, &[cell(0), text("Ma")].concat()),
        record(7, &[&cell(1)[..], &0_u32.to_le_bytes()].concat()),
        row(1),
        record(5, &[&cell(0)[..], &2.5_f64.to_le_bytes()].concat()),
        record(2, &[&cell(1)[..], &[0x0B, 0, 0, 0x40]].concat()),
        record(9, &formula),
        record(4, &[&cell(3)[..], &[1]].concat()),
        record(3, &[&cell(4)[..], &[0x17]].concat()),
        record(146, &[]),
        record(130, &[]),
    ];
    let shared = [
        record(159, &[&1_u32.to_le_bytes()[..], &1_u32.to_le_bytes()].concat()),
        record(19, &[&[0][..], &text("chung")].concat()),
        record(160, &[]),
    ];
    let rels = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.bin"/></Relationships>"#;
    let parts = [
        ("xl/workbook.bin", book),
        ("xl/_rels/workbook.bin.rels", rels.into()),
        ("xl/worksheets/sheet1.bin", sheet.concat()),
        ("xl/sharedStrings.bin", shared.concat()),
    ];
    container::package(&container::unpacked(&parts.map(|(name, bytes)| (name.to_owned(), bytes))))
}

/// A record: its kind and length in groups of seven bits, then its bytes.
fn record(kind: u16, bytes: &[u8]) -> Vec<u8> {
    let mut head = if kind < 128 { vec![kind as u8] } else { vec![(kind & 0x7F) as u8 | 0x80, (kind >> 7) as u8] };
    let mut length = bytes.len();
    while length >= 128 {
        head.push((length & 0x7F) as u8 | 0x80);
        length >>= 7;
    }
    head.push(length as u8);
    [head, bytes.to_vec()].concat()
}
