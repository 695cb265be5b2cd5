//! A form as delimited text, one table a file, the way a Vietnamese Excel reads it: UTF-8 with a mark, `;`, decimal commas.

use ::csv::{Terminator, Writer, WriterBuilder};

use super::FormError;
use crate::report::form::{Form, Subject, Table, Value};
use crate::report::vietnamese;

/// Without it Excel takes the text for the machine's own code page.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The form's tables, each with its part of a file name, such as `so-lieu`. A table without rows is left out.
pub fn csv(form: &Form<'_>) -> Result<Vec<(&'static str, Vec<u8>)>, FormError> {
    let asked = form.tables.iter().filter(|table| !table.rows.is_empty());
    asked.map(|table| Ok((table.key, write(form, table)?))).collect()
}

fn write(form: &Form<'_>, table: &Table<'_>) -> Result<Vec<u8>, ::csv::Error> {
    let mut bytes = BYTE_ORDER_MARK.to_vec();
    let mut writer =
        WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).flexible(true).from_writer(&mut bytes);
    write_lines(&mut writer, form, table)?;
    writer.flush()?;
    drop(writer);
    Ok(bytes)
}

fn write_lines(writer: &mut Writer<&mut Vec<u8>>, form: &Form<'_>, table: &Table<'_>) -> Result<(), ::csv::Error> {
    for line in table.head(form) {
        writer.write_record([guarded(line)])?;
    }
    for (label, cell) in &form.info {
        writer.write_record([(*label).to_owned(), spelled(&cell.value)])?;
    }
    writer.write_record(table.columns.iter().map(|column| column.head))?;
    // Text cannot compute anything.
    for row in table.rows.iter().filter(|row| !matches!(row.subject, Subject::Computed(_))) {
        let cells = row.cells.iter().map(|cell| spelled(&cell.value));
        let beyond = table.columns.iter().skip(row.cells.len()).map(|_| String::new());
        writer.write_record(cells.chain(beyond))?;
    }
    Ok(())
}

fn spelled(value: &Value) -> String {
    match value {
        Value::Blank | Value::Computed(..) => String::new(),
        Value::Number(number) => number.to_string().replace('.', ","),
        Value::Date(day) => vietnamese::date(*day),
        Value::Text(text) => guarded(text.clone()),
    }
}

/// A spreadsheet would take such a text for a formula; a lone sign it leaves alone.
fn guarded(text: String) -> String {
    let formula = text.len() > 1 && text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula { format!("'{text}") } else { text }
}
