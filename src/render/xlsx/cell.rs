//! One cell of a table: text stays text, numbers are numbers, rates are formulas with their result.

use std::borrow::Cow;

use rust_xlsxwriter::{
    ConditionalFormatDataBar, ConditionalFormatDataBarDirection, ConditionalFormatType, Formula, Note, Url, Worksheet,
    XlsxError,
};

use super::layout::Layout;
use super::rate;
use super::runs::Runs;
use super::style::{Look, Role, Styles, WHOLE_NUMBER, colours};
use crate::model::{Number, Source};
use crate::render::derivation;
use crate::report::document::{Align, Bar, Cell, Content, Quotient, Row, Tone};

/// Characters of a text in Excel.
const LONGEST_TEXT: usize = 32_767;

/// A cell computed from more cells than this has no note.
const MOST_SOURCES_IN_NOTE: usize = 3;

/// Decimals of the number behind a bar; spreadsheets keep 15 digits of it.
const BAR_PLACES: u32 = 6;

/// Most decimals that a shown rate may have.
const MOST_PLACES: u32 = 12;

/// Where a cell is written, and what of the workbook it may need.
pub(super) struct Pen<'a> {
    pub(super) layout: &'a Layout<'a>,
    pub(super) role: Role,
    pub(super) align: Align,
    pub(super) notes: bool,
}

impl Pen<'_> {
    /// Writes the cell in this column of a row (both from zero).
    pub(super) fn write(
        &self,
        sheet: &mut Worksheet,
        styles: &mut Styles,
        (at, column): (u32, u16),
        row: &Row,
        cell: &Cell,
        runs: Option<&mut Runs>,
    ) -> Result<(), XlsxError> {
        let target = cell.link().and_then(|anchor| self.layout.target(anchor));
        if target.is_none() && self.is_dressed(cell) {
            return plain(sheet, (at, column), &cell.content);
        }
        let look = self.look(cell, target.is_some());
        if let (None, true, Some(runs)) = (target, is_plain(&cell.content), runs) {
            plain(sheet, (at, column), &cell.content)?;
            runs.add(sheet, styles, (at, column), look)?;
            return self.note(sheet, (at, column), derivation(cell));
        }
        let format = styles.of(look);
        match &cell.content {
            Content::Empty => sheet.write_blank(at, column, format)?,
            Content::Text(text) => match target {
                Some(target) => {
                    sheet.write_url_with_options(at, column, Url::new(target), fitting(text), "", Some(format))?
                }
                None => sheet.write_string_with_format(at, column, fitting(text), format)?,
            },
            Content::Number { value, .. } => sheet.write_number_with_format(at, column, value.to_f64(), format)?,
            Content::Rate(quotient) => match formula(quotient, row, at) {
                Some(formula) => sheet.write_formula_with_format(at, column, formula, format)?,
                None => sheet.write_number_with_format(at, column, quotient.shown.to_f64(), format)?,
            },
            Content::Bar(bar) => {
                sheet.add_conditional_format(at, column, at, column, &data_bar(bar, cell.tone))?;
                sheet.write_number_with_format(at, column, bar.value.round(BAR_PLACES).to_f64(), format)?
            }
        };
        self.note(sheet, (at, column), derivation(cell))
    }

    /// Whether a long list's column has the format of this cell already.
    fn is_dressed(&self, cell: &Cell) -> bool {
        let as_column = match &cell.content {
            Content::Empty | Content::Text(_) => true,
            Content::Number { value, percent, .. } => self.align == Align::Right && !percent && value.is_integer(),
            Content::Rate(_) | Content::Bar(_) => false,
        };
        self.role == Role::List && cell.tone == Tone::Plain && cell.indent == 0 && as_column
    }

    fn look(&self, cell: &Cell, link: bool) -> Look {
        let tone = if matches!(cell.content, Content::Bar(_)) { Tone::Plain } else { cell.tone };
        Look {
            tone,
            indent: cell.indent,
            link,
            number: number_format(&cell.content),
            ..Look::plain(self.role, self.align)
        }
    }

    fn note(&self, sheet: &mut Worksheet, (at, column): (u32, u16), sources: &[Source]) -> Result<(), XlsxError> {
        if self.notes && (1..=MOST_SOURCES_IN_NOTE).contains(&sources.len()) {
            let lines: Vec<String> = sources.iter().map(ToString::to_string).collect();
            let note = Note::new(format!("Nguồn:\n{}", lines.join("\n"))).add_author_prefix(false).set_width(320);
            sheet.insert_note(at, column, &note)?;
        }
        Ok(())
    }
}

/// Whether a cell is all value: no formula, no bar.
fn is_plain(content: &Content) -> bool {
    matches!(content, Content::Empty | Content::Text(_) | Content::Number { .. })
}

/// A cell that something else dresses: its run, or in a long list, which has a million of them, its column.
fn plain(sheet: &mut Worksheet, (at, column): (u32, u16), content: &Content) -> Result<(), XlsxError> {
    match content {
        Content::Text(text) => sheet.write_string(at, column, fitting(text))?,
        Content::Number { value, .. } => sheet.write_number(at, column, value.to_f64())?,
        Content::Empty | Content::Rate(_) | Content::Bar(_) => return Ok(()),
    };
    Ok(())
}

/// Excel refuses longer texts; report.json has all of it.
fn fitting(text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST_TEXT || text.chars().count() <= LONGEST_TEXT {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().take(LONGEST_TEXT - 1).chain(['…']).collect())
}

fn formula(quotient: &Quotient, row: &Row, at: u32) -> Option<Formula> {
    Some(Formula::new(rate::formula(quotient, &row.cells, at)?).set_result(quotient.shown.to_string()))
}

/// As many decimals as the value needs: `#,##0.##` would leave a comma behind whole numbers.
pub(super) fn number_format(content: &Content) -> Cow<'static, str> {
    match content {
        Content::Empty | Content::Text(_) => Cow::Borrowed(""),
        Content::Number { value, places, percent } => {
            let number = decimals(&value.round(u32::from(*places)), u32::from(*places));
            if *percent { format!("{number}\"%\"").into() } else { number }
        }
        Content::Rate(quotient) => {
            let unit = quotient.unit.replace('"', "");
            let number = decimals(&quotient.shown, MOST_PLACES);
            match unit.as_str() {
                "" => number,
                "%" => format!("{number}\"%\"").into(),
                unit => format!("{number}\" {unit}\"").into(),
            }
        }
        Content::Bar(_) => Cow::Borrowed("#,##0.00"),
    }
}

fn decimals(value: &Number, most: u32) -> Cow<'static, str> {
    match value.places(most).unwrap_or(most) as usize {
        0 => Cow::Borrowed(WHOLE_NUMBER),
        places => format!("{WHOLE_NUMBER}.{:0<places$}", "").into(),
    }
}

fn data_bar(bar: &Bar, tone: Tone) -> ConditionalFormatDataBar {
    let bars = ConditionalFormatDataBar::new()
        .set_minimum(ConditionalFormatType::Number, 0)
        .set_maximum(ConditionalFormatType::Number, bar.full.to_f64())
        .set_direction(ConditionalFormatDataBarDirection::LeftToRight)
        .set_solid_fill(true)
        .set_border_off(true)
        .set_bar_only(true);
    match colours(tone) {
        Some(colours) => bars.set_fill_color(colours.bar),
        None => bars,
    }
}
