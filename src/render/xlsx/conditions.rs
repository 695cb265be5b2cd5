//! Conditional formats of a table: colours that follow the words of a cell, and decimals that follow a computed number.

use std::collections::BTreeMap;

use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, ConditionalFormatFormula, Format, Worksheet, XlsxError,
};

use super::style::colours;
use crate::report::document::{Cell, Content, RowKind, Table, Tone};

/// A column with more words is no column of states; its cells are coloured one by one.
const MOST_WORDS: usize = 12;

/// Characters of a text that a condition compares with.
const LONGEST_WORD: usize = 255;

/// Rows of a column that are told apart.
const MOST_ROWS_APART: usize = 500;

/// Numbers that need decimals show them, without a comma behind whole ones.
const WITH_DECIMALS: &str = "#,##0.######";

/// The words of each column with their tones; `None` where they are too many, or one has two tones.
pub(super) struct Conditions(Vec<Option<BTreeMap<String, Tone>>>);

impl Conditions {
    /// The words of a table's columns.
    pub(super) fn of(table: &Table) -> Self {
        let mut columns = vec![Some(BTreeMap::new()); table.columns.len()];
        for row in table.rows.iter().filter(|row| row.kind != RowKind::Section) {
            for (words, cell) in columns.iter_mut().zip(&row.cells) {
                note(words, cell);
            }
        }
        Self(columns)
    }

    /// Whether a condition gives this cell its colour.
    pub(super) fn cover(&self, column: usize, cell: &Cell) -> bool {
        let words = self.0.get(column).and_then(Option::as_ref);
        matches!(&cell.content, Content::Text(text) if words.is_some_and(|words| words.contains_key(&**text)))
    }

    /// Adds the conditions to the rows of the table below this head, all counted from zero.
    pub(super) fn add(self, sheet: &mut Worksheet, header: u32, last: u32) -> Result<(), XlsxError> {
        for (column, words) in (0..).zip(self.0) {
            for (word, tone) in words.unwrap_or_default() {
                let Some(format) = toned(tone) else { continue };
                let condition =
                    ConditionalFormatCell::new().set_rule(ConditionalFormatCellRule::EqualTo(word)).set_format(format);
                sheet.add_conditional_format(header + 1, column, last, column, &condition)?;
            }
        }
        Ok(())
    }
}

fn note(words: &mut Option<BTreeMap<String, Tone>>, cell: &Cell) {
    let text = match &cell.content {
        Content::Text(text) if cell.tone != Tone::Plain => Some((&**text, cell.tone)),
        _ => None,
    };
    let computed = cell.formula().map_or(&[][..], |formula| formula.words());
    for (word, tone) in text.into_iter().chain(computed.iter().copied()) {
        let Some(known) = words else { return };
        if known.get(word) == Some(&tone) {
            continue;
        }
        let fits = known.len() < MOST_WORDS && word.chars().count() <= LONGEST_WORD;
        if known.insert(word.to_owned(), tone).is_some() || !fits {
            *words = None;
        }
    }
}

fn toned(tone: Tone) -> Option<Format> {
    let colours = colours(tone)?;
    let format = Format::new().set_font_color(colours.ink);
    Some(match colours.ground {
        Some(ground) => format.set_background_color(ground),
        None => format,
    })
}

/// Lets computed numbers in these rows of a column show the decimals that they come to have.
pub(super) fn decimals(sheet: &mut Worksheet, column: u16, rows: &[u32]) -> Result<(), XlsxError> {
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Ok(()) };
    let name = column_number_to_name(column);
    let cell = format!("{name}{}", first + 1);
    let condition = ConditionalFormatFormula::new()
        .set_rule(format!("=IF(ISNUMBER({cell}),{cell}<>INT({cell}),FALSE)").as_str())
        .set_format(Format::new().set_num_format(WITH_DECIMALS))
        .set_multi_range(ranges(&name, rows).unwrap_or_default());
    sheet.add_conditional_format(*first, column, *last, column, &condition)?;
    Ok(())
}

/// `E5:E9 E12`; `None` where they are many, as in a long list, all of which is one column of figures.
fn ranges(column: &str, rows: &[u32]) -> Option<String> {
    if rows.len() > MOST_ROWS_APART {
        return None;
    }
    let runs = rows.chunk_by(|one, next| one + 1 == *next);
    let spelled = runs.filter_map(|run| match (run.first()?, run.last()?) {
        (first, last) if first == last => Some(format!("{column}{}", first + 1)),
        (first, last) => Some(format!("{column}{}:{column}{}", first + 1, last + 1)),
    });
    Some(spelled.collect::<Vec<_>>().join(" "))
}
