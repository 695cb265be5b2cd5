//! What must hold in a statement: the sums within each row, and each total over its rows.

use super::{Figures, Lines, Part, Tables};
use crate::intake::layout::StatementTable;
use crate::model::{Finding, Number, Reading, Severity, Source, StatementSum};

impl<'a> Tables<'a, '_> {
    /// R490 for each sum within a row that does not hold, R491 for each total that is not the sum of its rows.
    pub(super) fn check_statement(&mut self, lines: &Lines<Figures<'a>>, table: &StatementTable<'a>) {
        let mut found = Vec::new();
        for (line, parts) in lines.with_parts() {
            found.extend(table.statement.sums.iter().filter_map(|sum| within(line, sum, table)));
            for position in (0..line.readings.len()).filter(|_| !parts.is_empty()) {
                found.extend(over(line, &parts, position, table));
            }
        }
        for finding in found {
            self.report(Part::Statement, finding);
        }
    }
}

/// A sum within a row.
fn within(line: &Figures<'_>, sum: &StatementSum, table: &StatementTable<'_>) -> Option<Finding> {
    let total = line.readings.get(sum.total)?;
    let parts: Vec<&Reading> = sum.parts.iter().filter_map(|part| line.readings.get(*part)).collect();
    let number = |position: &usize| table.statement.columns.get(*position).map(|column| format!("({})", column.no));
    let names: Vec<String> = sum.parts.iter().filter_map(number).collect();
    let finding = differs("R490", total, &parts)?;
    let finding = finding.arg("row", line.line.label.as_str()).arg("parts", names.join(" + "));
    Some(finding.arg("column", number(&sum.total).unwrap_or_default()))
}

/// A total over rows.
fn over(line: &Figures<'_>, rows: &[&Figures<'_>], position: usize, table: &StatementTable<'_>) -> Option<Finding> {
    let parts: Vec<&Reading> = rows.iter().filter_map(|row| row.readings.get(position)).collect();
    let finding = differs("R491", line.readings.get(position)?, &parts)?;
    let column = table.statement.columns.get(position)?.name();
    let finding = finding.arg("row", line.line.label.as_str()).arg("column", column);
    Some(finding.arg("count", parts.len().to_string()))
}

/// The finding that a figure is not the sum of others; `None` where it is, or where one of them is not known.
fn differs(code: &str, total: &Reading, parts: &[&Reading]) -> Option<Finding> {
    let provided = total.number()?;
    let numbers: Option<Vec<Number>> = parts.iter().map(|part| part.number()).collect();
    let expected = numbers?.iter().fold(Number::zero(), |sum, number| &sum + number);
    let difference = &provided - &expected;
    let related: Vec<Source> = parts.iter().filter_map(|part| part.source.clone()).collect();
    (!difference.is_zero()).then(|| {
        let finding = Finding::new(code, Severity::Error).at_opt(total.source.clone()).related(related);
        let finding = finding.provided(provided.to_string()).expected(expected.to_string());
        Finding { difference: Some(difference.to_string()), ..finding }
    })
}
