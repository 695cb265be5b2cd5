//! The form in Excel's binary formats, record by record: .xls (MS-XLS) and .xlsb (MS-XLSB).

use super::{package_of_bytes, record, xls};

const ROWS: [[&str; 2]; 3] = [["Mã đơn vị", "vhxh"], ["Mã", "Kỳ này"], ["van_ban", "3"]];

/// The form as Excel 97 writes it.
pub(super) fn form_as_xls() -> Vec<u8> {
    xls(&labels())
}

/// The same with the row of its figure hidden.
pub(super) fn form_as_xls_with_a_hidden_row() -> Vec<u8> {
    const HIDDEN: u8 = 0x20;
    let row = record(0x0208, &[2, 0, 0, 0, 2, 0, 0xFF, 0, 0, 0, 0, 0, HIDDEN, 1, 0x0F, 0]);
    xls(&[vec![row], labels()].concat())
}

/// The same with the column of its figure hidden.
pub(super) fn form_as_xls_with_a_hidden_column() -> Vec<u8> {
    let column = record(0x007D, &[1, 0, 1, 0, 0, 9, 0x0F, 0, 1, 0, 0, 0]);
    xls(&[vec![column], labels()].concat())
}

/// The form with a record that says the rest is encrypted.
pub(super) fn encrypted_xls() -> Vec<u8> {
    let password = record(0x002F, &[0; 6]);
    let begin = record(0x0809, &[0x00, 0x06, 0x05, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    super::compound("/Workbook", &[begin, password, record(0x000A, &[]), vec![0; 8_192]].concat())
}

fn labels() -> Vec<Vec<u8>> {
    let label = |row: u16, col: u16, text: &str| {
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = u16::try_from(units.len() / 2).unwrap();
        let head = [row, col, 0, length].map(u16::to_le_bytes).concat();
        record(0x0204, &[&head[..], &[1], &units].concat())
    };
    let cells = (0..).zip(ROWS).flat_map(|(row, cells)| (0..).zip(cells).map(move |(col, text)| (row, col, text)));
    cells.map(|(row, col, text)| label(row, col, text)).collect()
}

/// The form as an Excel binary workbook.
pub(super) fn form_as_xlsb() -> Vec<u8> {
    xlsb(None)
}

/// The same with the row of its figure hidden.
pub(super) fn form_as_xlsb_with_a_hidden_row() -> Vec<u8> {
    xlsb(Some(2))
}

fn xlsb(hidden_row: Option<u32>) -> Vec<u8> {
    let bundle = [&[0; 8][..], &wide("rId1"), &wide("S")].concat();
    let workbook = [binary(0x009C, &bundle), binary(0x0090, &[]), binary(0x0084, &[])].concat();
    let mut sheet = [binary(0x0081, &[]), binary(0x0094, &[0; 16]), binary(0x0091, &[])].concat();
    for (number, cells) in (0_u32..).zip(ROWS) {
        let flags = if hidden_row == Some(number) { 0x10 } else { 0 };
        sheet.extend(binary(0x0000, &[&number.to_le_bytes()[..], &[0; 4], &[0, 1, 0, flags, 0, 0, 0, 0, 0]].concat()));
        for (col, text) in (0_u32..).zip(cells) {
            sheet.extend(binary(0x0006, &[&col.to_le_bytes()[..], &[0; 4], &wide(text)].concat()));
        }
    }
    sheet.extend([binary(0x0092, &[]), binary(0x0082, &[])].concat());
    let relations = r#"<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.bin"/></Relationships>"#;
    package_of_bytes(&[
        ("xl/workbook.bin", &workbook),
        ("xl/_rels/workbook.bin.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.bin", &sheet),
    ])
}

/// A text with its length before it.
fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [&u32::try_from(units.len() / 2).unwrap().to_le_bytes()[..], &units].concat()
}

/// A record: type and length in groups of seven bits.
fn binary(kind: u16, data: &[u8]) -> Vec<u8> {
    let low = |number: usize| u8::try_from(number & 0x7F).unwrap();
    let kind = usize::from(kind);
    let kind = if kind < 0x80 { vec![low(kind)] } else { vec![low(kind) | 0x80, u8::try_from(kind >> 7).unwrap()] };
    let length = data.len();
    let length = if length < 0x80 { vec![low(length)] } else { vec![low(length) | 0x80, low(length >> 7)] };
    [kind, length, data.to_vec()].concat()
}
