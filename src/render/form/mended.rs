//! Marked cells of a form that is sent back turn green once they say something else: mended, and still to be checked.

use rust_xlsxwriter::{ConditionalFormatFormula, Formula, Worksheet, XlsxError, utility};

use super::style;
use crate::report::form::{Row, Value};

/// Excel takes no longer text in a formula.
const LONGEST_TEXT: usize = 255;

/// Adds the condition for every marked cell of the rows, the first of which stands at `first`. Conditions added before
/// go before it, so that a figure that still breaks a rule stays red.
pub(super) fn add(sheet: &mut Worksheet, first: u32, rows: &[Row<'_>]) -> Result<(), XlsxError> {
    let green = style::mended();
    for (at, row) in (first..).zip(rows) {
        for (col, cell) in (0..).zip(&row.cells).filter(|(_, cell)| cell.mark.is_some()) {
            let Some(was) = spelled(&cell.value) else { continue };
            let place = utility::row_col_to_cell(at, col);
            let condition = ConditionalFormatFormula::new().set_rule(Formula::new(format!("={place}<>{was}")));
            sheet.add_conditional_format(at, col, at, col, &condition.set_format(&green))?;
        }
    }
    Ok(())
}

/// What stood there, in a formula.
fn spelled(value: &Value) -> Option<String> {
    match value {
        Value::Blank => Some("\"\"".to_owned()),
        Value::Number(number) => Some(number.to_f64().to_string()),
        Value::Text(text) if text.chars().count() < LONGEST_TEXT => Some(format!("\"{}\"", text.replace('"', "\"\""))),
        Value::Text(_) | Value::Date(_) | Value::Computed(..) => None,
    }
}
