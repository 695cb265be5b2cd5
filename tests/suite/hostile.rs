//! Files that break reading libraries, made byte by byte.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a fixture that cannot be made fails its test")]

#[path = "hostile/biff.rs"]
mod biff;

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const WORKBOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const PACKAGE_RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK_RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
/// The cells of [`form`].
pub(crate) const FORM: &str = r#"<row r="1"><c r="A1" t="str"><v>Mã đơn vị</v></c><c r="B1" t="str"><v>vhxh</v></c></row><row r="2"><c r="A2" t="str"><v>Mã</v></c><c r="B2" t="str"><v>Kỳ này</v></c></row><row r="3"><c r="A3" t="str"><v>van_ban</v></c><c r="B3"><v>3</v></c></row>"#;
const SHEET: &str = "xl/worksheets/sheet1.xml";

/// Makes the bytes of a file.
type Make = fn() -> Vec<u8>;

/// The files by the name of the function that makes them.
const ALL: [(&str, Make); 50] = [
    ("form", form),
    ("form_with_a_hidden_row", form_with_a_hidden_row),
    ("form_with_an_empty_hidden_row", form_with_an_empty_hidden_row),
    ("form_with_macros", form_with_macros),
    ("form_in_an_old_encoding", form_in_an_old_encoding),
    ("form_in_an_old_font", form_in_an_old_font),
    ("no_cell", no_cell),
    ("macros", macros),
    ("truncated_xlsx", truncated_xlsx),
    ("zip_bomb", zip_bomb),
    ("many_entries", many_entries),
    ("repeated_entry", repeated_entry),
    ("huge_string_count", huge_string_count),
    ("cell_beyond_grid", cell_beyond_grid),
    ("cell_twice", cell_twice),
    ("endless_text", endless_text),
    ("entities", entities),
    ("word_document", word_document),
    ("encrypted", encrypted),
    ("word_97", word_97),
    ("cyclic_chain", cyclic_chain),
    ("huge_dimensions", huge_dimensions),
    ("sheet_past_the_end", sheet_past_the_end),
    ("sparse_xls", sparse_xls),
    ("cut_ods", cut_ods),
    ("repeated_ods", repeated_ods),
    ("unclosed_quote", unclosed_quote),
    ("lost_letters", lost_letters),
    ("noise", noise),
    ("web_page_without_table", web_page_without_table),
    ("form_as_web_page", form_as_web_page),
    ("form_as_xml", form_as_xml),
    ("cut_xml", cut_xml),
    ("xml_entities", xml_entities),
    ("nested_tables", nested_tables),
    ("merged_beyond_grid", merged_beyond_grid),
    ("form_as_xls", biff::form_as_xls),
    ("form_as_xls_with_a_hidden_row", biff::form_as_xls_with_a_hidden_row),
    ("form_as_xls_with_a_hidden_column", biff::form_as_xls_with_a_hidden_column),
    ("form_as_xlsb", biff::form_as_xlsb),
    ("form_as_xlsb_with_a_hidden_row", biff::form_as_xlsb_with_a_hidden_row),
    ("encrypted_xls", biff::encrypted_xls),
    ("numbers", numbers),
    ("encrypted_ods", encrypted_ods),
    ("encrypted_zip", encrypted_zip),
    ("nothing", nothing),
    ("too_big", too_big),
    ("form_with_a_comment", form_with_a_comment),
    ("form_as_ods_with_a_comment", form_as_ods_with_a_comment),
    ("form_in_red", form_in_red),
];

/// The file of this name in the table.
pub(crate) fn by_name(name: &str) -> Vec<u8> {
    let (_, make) = ALL.iter().find(|(known, _)| *known == name).unwrap();
    make()
}

/// A workbook of one sheet with these cells.
pub(crate) fn xlsx(cells: &str) -> Vec<u8> {
    package(&workbook_parts(&sheet(cells)))
}

/// The same with styles: 0 general, 1 a percentage, 2 a date, 3 text, 4 a number with thousands; 5 to 7 in the fonts
/// `.VnTime`, `.VnTimeH` and `VNI-Times`.
pub(crate) fn styled_xlsx(cells: &str) -> Vec<u8> {
    const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="4"><font><name val="Calibri"/></font><font><name val=".VnTime"/></font><font><name val=".VnTimeH"/></font><font><name val="VNI-Times"/></font></fonts><cellXfs count="8"><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="49"/><xf numFmtId="3"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/><xf numFmtId="0" fontId="3"/></cellXfs></styleSheet>"#;
    let sheet = sheet(cells);
    let mut parts = workbook_parts(&sheet);
    parts.push(("xl/styles.xml", STYLES));
    package(&parts)
}

/// A sound form of office `vhxh` of the specs' plan, the file that all others are held against.
pub(crate) fn form() -> Vec<u8> {
    xlsx(FORM)
}

/// The same form with the row of its figure hidden.
pub(crate) fn form_with_a_hidden_row() -> Vec<u8> {
    xlsx(&FORM.replace(r#"<row r="3">"#, r#"<row r="3" hidden="1">"#))
}

/// The same form with a hidden row in which nothing stands.
pub(crate) fn form_with_an_empty_hidden_row() -> Vec<u8> {
    xlsx(&format!(r#"{FORM}<row r="4" hidden="1"/>"#))
}

/// The same form with macros beside it.
pub(crate) fn form_with_macros() -> Vec<u8> {
    let sheet = sheet(FORM);
    let mut parts = workbook_parts(&sheet);
    parts.push(("xl/vbaProject.bin", "Sub Auto_Open"));
    package(&parts)
}

/// The same form as text in the Windows encoding of Vietnamese, which nothing in the file names.
pub(crate) fn form_in_an_old_encoding() -> Vec<u8> {
    let rows = [
        "Ma\u{303} đơn vi\u{323};vhxh",
        "Ma\u{303};Chi\u{309} tiêu;Ky\u{300} na\u{300}y",
        "van_ban;Văn ba\u{309}n chi\u{309} đa\u{323}o;3",
    ];
    encoding_rs::WINDOWS_1258.encode(&(rows.join("\n") + "\n")).0.into_owned()
}

/// A text file typed for the font `.VnTime` and saved by an Excel that knew no Unicode.
pub(crate) fn form_in_an_old_font() -> Vec<u8> {
    let text = "M· ®¬n vÞ;vhxh\nM·;ChØ tiªu;Kú nµy\nvan_ban;V¨n b¶n chØ ®¹o;3\n";
    encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
}

/// A workbook in which nobody has written anything.
pub(crate) fn no_cell() -> Vec<u8> {
    xlsx("")
}

/// A sound workbook with macros.
pub(crate) fn macros() -> Vec<u8> {
    let sheet = sheet(r#"<row r="1"><c r="A1"><v>1</v></c></row>"#);
    let mut parts = workbook_parts(&sheet);
    parts.push(("xl/vbaProject.bin", "Sub Auto_Open"));
    package(&parts)
}

/// Half of a workbook, as a broken transfer leaves it.
pub(crate) fn truncated_xlsx() -> Vec<u8> {
    let whole = xlsx(r#"<row r="1"><c r="A1"><v>1</v></c></row>"#);
    whole[..whole.len() / 2].to_vec()
}

/// 20 MB of blanks in 20 KB.
pub(crate) fn zip_bomb() -> Vec<u8> {
    xlsx(&" ".repeat(20_000_000))
}

/// A package with more entries than any workbook has.
pub(crate) fn many_entries() -> Vec<u8> {
    package_of_many(3_000)
}

/// A package with so many entries.
pub(crate) fn package_of_many(entries: u32) -> Vec<u8> {
    let names: Vec<String> = (0..entries).map(|n| format!("xl/media/{n}.png")).collect();
    package(&names.iter().map(|name| (name.as_str(), "")).collect::<Vec<_>>())
}

/// A package in which two entries have one name.
pub(crate) fn repeated_entry() -> Vec<u8> {
    let sheet = sheet(r#"<row r="1"><c r="A1"><v>1</v></c></row>"#);
    let mut parts = workbook_parts(&sheet);
    parts.push(("xl/worksheets/sheetX.xml", &sheet));
    replace(package(&parts), b"sheetX.xml", b"sheet1.xml")
}

/// A shared string table that promises four thousand million strings.
pub(crate) fn huge_string_count() -> Vec<u8> {
    let sheet = sheet(r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#);
    let mut parts = workbook_parts(&sheet);
    parts.push((
        "xl/sharedStrings.xml",
        r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="4294967295"><si><t>a</t></si></sst>"#,
    ));
    package(&parts)
}

/// A cell below and right of Excel's grid.
pub(crate) fn cell_beyond_grid() -> Vec<u8> {
    xlsx(r#"<row r="1048577"><c r="XFE1048577"><v>1</v></c></row>"#)
}

/// One cell twice.
pub(crate) fn cell_twice() -> Vec<u8> {
    xlsx(r#"<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>"#)
}

/// A cell with more text than Excel holds.
pub(crate) fn endless_text() -> Vec<u8> {
    xlsx(&format!(r#"<row r="1"><c r="A1" t="str"><v>{}</v></c></row>"#, "a".repeat(40_000)))
}

/// A sheet that declares entities.
pub(crate) fn entities() -> Vec<u8> {
    let sheet = format!("<!DOCTYPE x [<!ENTITY e \"1\">]>{}", sheet(r#"<row r="1"><c r="A1"><v>&e;</v></c></row>"#));
    package(&workbook_parts(&sheet))
}

/// A text document under a workbook's name.
pub(crate) fn word_document() -> Vec<u8> {
    package(&[("_rels/.rels", PACKAGE_RELS), ("word/document.xml", "<w:document/>")])
}

/// A workbook with a password: an OLE container with an encrypted package.
pub(crate) fn encrypted() -> Vec<u8> {
    compound("/EncryptedPackage", &[0; 64])
}

/// An OLE container without a workbook, such as a .doc.
pub(crate) fn word_97() -> Vec<u8> {
    compound("/WordDocument", &[0; 64])
}

/// An .xls whose directory chain leads back to itself.
pub(crate) fn cyclic_chain() -> Vec<u8> {
    const SECTOR: usize = 512;
    let mut bytes = xls(&[number(0, 0)]);
    let at = |bytes: &[u8], offset: usize| u32::from_le_bytes(bytes[offset..offset + 4].try_into().unwrap());
    let directory = at(&bytes, 0x30);
    let table = (at(&bytes, 0x4C) as usize + 1) * SECTOR;
    let entry = table + directory as usize * 4;
    bytes[entry..entry + 4].copy_from_slice(&directory.to_le_bytes());
    bytes
}

/// An .xls that claims to use four thousand million rows.
pub(crate) fn huge_dimensions() -> Vec<u8> {
    let mut claim = vec![0; 14];
    claim[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
    claim[10..12].copy_from_slice(&256_u16.to_le_bytes());
    xls(&[record(0x0200, &claim), number(0, 0)])
}

/// An .xls whose only sheet begins past the end of the file.
pub(crate) fn sheet_past_the_end() -> Vec<u8> {
    compound("/Workbook", &[bof(), bound_sheet(u32::MAX - 4), record(0x000A, &[])].concat())
}

/// An .xls with a cell in each of two corners of the grid, which its reading library spells out: no memory holds it.
pub(crate) fn sparse_xls() -> Vec<u8> {
    xls(&[number(0, 0), number(65_535, 255)])
}

/// A spreadsheet that ends between two rows.
pub(crate) fn cut_ods() -> Vec<u8> {
    ods("<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>", "")
}

/// One cell repeated over the whole grid.
pub(crate) fn repeated_ods() -> Vec<u8> {
    let rows = r#"<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>"#;
    ods(rows, "</table:table></office:spreadsheet></office:body></office:document-content>")
}

/// A quote that swallows the rest of the file.
pub(crate) fn unclosed_quote() -> Vec<u8> {
    "Mã;Kỳ này\nhs_a;\"1\nhs_b;2\nhs_c;3\n".into()
}

/// Text saved in an encoding without its letters.
pub(crate) fn lost_letters() -> Vec<u8> {
    b"Ch? ti?u;S? li?u\nT? l? h? s? ?ung h?n;1\n".to_vec()
}

/// Bytes that mean nothing.
pub(crate) fn noise() -> Vec<u8> {
    (0..4_096_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect()
}

/// What a web server sends in place of a file when nobody is signed in.
pub(crate) fn web_page_without_table() -> Vec<u8> {
    "<!DOCTYPE html><html><body><p>Phiên làm việc đã hết hạn.</p></body></html>".into()
}

/// The form as a web page, which other programs save under the name .xls.
pub(crate) fn form_as_web_page() -> Vec<u8> {
    "<html><head><meta charset=utf-8></head><body><p>Mã đơn vị: vhxh</p><table><tr><th>Mã<th>Kỳ này<tr><td>van_ban<td>3</table>"
        .into()
}

/// The form in the XML of Excel 2003.
pub(crate) fn form_as_xml() -> Vec<u8> {
    let cell = |text: &str| format!(r#"<Cell><Data ss:Type="String">{text}</Data></Cell>"#);
    let rows = [["Mã đơn vị", "vhxh"], ["Mã", "Kỳ này"], ["van_ban", "3"]];
    let rows = rows.map(|row| format!("<Row>{}</Row>", row.map(cell).concat())).concat();
    format!(
        r#"<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table>{rows}</Table></Worksheet></Workbook>"#
    )
    .into_bytes()
}

/// The same without its end.
pub(crate) fn cut_xml() -> Vec<u8> {
    let whole = form_as_xml();
    whole[..whole.len() - 80].to_vec()
}

/// XML of Excel 2003 that declares entities.
pub(crate) fn xml_entities() -> Vec<u8> {
    replace(form_as_xml(), b"<?mso-application", b"<!DOCTYPE W []><!")
}

/// Tables inside each other without end.
pub(crate) fn nested_tables() -> Vec<u8> {
    "<table><tr><td>".repeat(1_000_000).into_bytes()
}

/// Merged cells beyond the grid.
pub(crate) fn merged_beyond_grid() -> Vec<u8> {
    ("<table><tr>".to_owned() + &"<td colspan=100000 rowspan=100000>1".repeat(20)).into_bytes()
}

/// A workbook of Apple's Numbers.
pub(crate) fn numbers() -> Vec<u8> {
    package(&[("Index/Document.iwa", "x"), ("Metadata/Properties.plist", "x")])
}

/// An OpenDocument spreadsheet with a password.
pub(crate) fn encrypted_ods() -> Vec<u8> {
    let manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    package(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", "x"),
        ("META-INF/manifest.xml", manifest),
    ])
}

/// A workbook whose entries are said to have a password.
pub(crate) fn encrypted_zip() -> Vec<u8> {
    let mut bytes = form();
    for (signature, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let found: Vec<usize> =
            bytes.windows(4).enumerate().filter(|(_, w)| w == signature).map(|(at, _)| at).collect();
        for at in found {
            bytes[at + flags] |= 1;
        }
    }
    bytes
}

/// No byte at all.
pub(crate) fn nothing() -> Vec<u8> {
    Vec::new()
}

/// More bytes than a file may have.
pub(crate) fn too_big() -> Vec<u8> {
    vec![b';'; 50_000_001]
}

/// The form with a comment on its figure.
pub(crate) fn form_with_a_comment() -> Vec<u8> {
    let sheet = sheet(FORM);
    let mut parts = workbook_parts(&sheet);
    parts.extend([
        (
            "xl/worksheets/_rels/sheet1.xml.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>"#,
        ),
        (
            "xl/comments1.xml",
            r#"<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>a</author></authors><commentList><comment ref="B3" authorId="0"><text><r><t>đã sửa theo KL họp</t></r></text></comment></commentList></comments>"#,
        ),
    ]);
    package(&parts)
}

/// The form as an OpenDocument spreadsheet with a comment on its figure.
pub(crate) fn form_as_ods_with_a_comment() -> Vec<u8> {
    let cell = |text: &str| {
        format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
    };
    let rows = format!(
        r#"<table:table-row>{}{}</table:table-row><table:table-row>{}{}</table:table-row><table:table-row>{}<table:table-cell office:value-type="float" office:value="3"><office:annotation><text:p>đã sửa</text:p></office:annotation><text:p>3</text:p></table:table-cell></table:table-row>"#,
        cell("Mã đơn vị"),
        cell("vhxh"),
        cell("Mã"),
        cell("Kỳ này"),
        cell("van_ban"),
    );
    ods(&rows, "</table:table></office:spreadsheet></office:body></office:document-content>")
}

/// The form with its figure in red.
pub(crate) fn form_in_red() -> Vec<u8> {
    const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font/><font><color rgb="FFFF0000"/></font></fonts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>"#;
    let sheet = sheet(&FORM.replace(r#"<c r="B3">"#, r#"<c r="B3" s="1">"#));
    let mut parts = workbook_parts(&sheet);
    parts.push(("xl/styles.xml", STYLES));
    package(&parts)
}

fn sheet(cells: &str) -> String {
    format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>"#
    )
}

fn workbook_parts(sheet: &str) -> Vec<(&str, &str)> {
    vec![
        ("_rels/.rels", PACKAGE_RELS),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", WORKBOOK_RELS),
        (SHEET, sheet),
    ]
}

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    package_of_bytes(&parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect::<Vec<_>>())
}

fn package_of_bytes(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn ods(rows: &str, end: &str) -> Vec<u8> {
    let content =
        format!(r#"<office:document-content><office:body><office:spreadsheet><table:table table:name="S">{rows}{end}"#);
    package(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

fn compound(stream: &str, bytes: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new())).unwrap();
    file.create_stream(stream).unwrap().write_all(bytes).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

/// An .xls of one sheet with these records.
pub(crate) fn xls(records: &[Vec<u8>]) -> Vec<u8> {
    let end = record(0x000A, &[]);
    let start = u32::try_from(bof().len() + bound_sheet(0).len() + end.len()).unwrap();
    let sheet = [bof(), records.concat(), end.clone()].concat();
    // The stream is padded past 4 KiB, below which it would live in the container's small sectors.
    compound("/Workbook", &[bof(), bound_sheet(start), end, sheet, vec![0; 8_192]].concat())
}

/// A Number record holding 1.
pub(crate) fn number(row: u16, col: u16) -> Vec<u8> {
    record(0x0203, &[&row.to_le_bytes()[..], &col.to_le_bytes(), &[0, 0], &1.0_f64.to_le_bytes()].concat())
}

fn bof() -> Vec<u8> {
    record(0x0809, &[0x00, 0x06, 0x05, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
}

fn bound_sheet(offset: u32) -> Vec<u8> {
    record(0x0085, &[&offset.to_le_bytes()[..], &[0, 0, 1, 0, b'S']].concat())
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &u16::try_from(data.len()).unwrap().to_le_bytes(), data].concat()
}

fn replace(mut bytes: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    let places: Vec<usize> =
        bytes.windows(from.len()).enumerate().filter(|(_, w)| *w == from).map(|(at, _)| at).collect();
    for at in places {
        bytes[at..at + to.len()].copy_from_slice(to);
    }
    bytes
}

/// All files, each with a name that says what its bytes are.
pub(crate) fn all() -> Vec<(String, Vec<u8>)> {
    let named = |(name, make): &(&str, Make)| {
        let bytes = make();
        let is_ods = bytes.windows(8).take(64).any(|window| window == b"mimetype");
        let extension = match bytes.get(..4) {
            Some(b"PK\x03\x04") => {
                if is_ods {
                    "ods"
                } else {
                    "xlsx"
                }
            }
            Some(b"\xD0\xCF\x11\xE0") => "xls",
            _ if bytes.starts_with(b"<") => {
                if bytes.starts_with(b"<?xml") {
                    "xml"
                } else {
                    "html"
                }
            }
            _ => "csv",
        };
        (format!("{name}.{extension}"), bytes)
    };
    ALL.iter().map(named).collect()
}
