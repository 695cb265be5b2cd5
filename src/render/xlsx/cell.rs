//! One cell of a table: text stays text, numbers are numbers, rates are formulas with their result.

use std::borrow::Cow;

use rust_xlsxwriter::{
    ConditionalFormatDataBar, ConditionalFormatDataBarDirection, ConditionalFormatType, Formula, Note, Url, Worksheet,
    XlsxError,
};

use super::formula::Speller;
use super::layout::Layout;
use super::runs::Runs;
use super::style::{Look, Role, Styles, WHOLE_NUMBER, colours};
use crate::model::{Number, Source};
use crate::render::derivation;
use crate::report::document::Formula::{Cut, Outcome};
use crate::report::document::{Align, Bar, Cell, Content, Row, Tone};

/// Units of a text in Excel.
const LONGEST_TEXT: usize = 32_767;

/// What ends a text that is too long.
const CONTINUED: &str = "… (còn nữa: xem report.json)";

/// A cell computed from more cells than this has no note.
const MOST_SOURCES_IN_NOTE: usize = 3;

/// Decimals of the number behind a bar; spreadsheets keep 15 digits of it.
const BAR_PLACES: u32 = 6;

/// The format of a percentage with as many decimals as there are.
const ANY_PERCENTAGE: &str = "General\"%\"";

/// Most decimals that a shown rate may have.
const MOST_PLACES: u32 = 12;

/// Where a cell is written, and what of the workbook it may need.
pub(super) struct Pen<'a> {
    pub(super) layout: &'a Layout<'a>,
    /// Position of the sheet.
    pub(super) sheet: usize,
    pub(super) role: Role,
    pub(super) align: Align,
    pub(super) notes: bool,
    /// Whether the sheet has room for another link.
    pub(super) links: bool,
    /// Whether conditions on its words give this cell its colour.
    pub(super) by_words: bool,
}

/// What a cell turned out to be.
pub(super) struct Wrote {
    /// A computed number.
    pub(super) computed: bool,
    /// A number shown without decimals or unit.
    pub(super) whole: bool,
    /// A link.
    pub(super) link: bool,
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
    ) -> Result<Wrote, XlsxError> {
        let formula = self.formula(row, cell, at);
        let target =
            cell.link().filter(|_| self.links && formula.is_none()).and_then(|anchor| self.layout.target(anchor));
        let number = number_format(cell, formula.is_some());
        let whole = number == WHOLE_NUMBER;
        let computed = formula.is_some() && number.starts_with(WHOLE_NUMBER) && !number.ends_with('"');
        if target.is_none() && self.is_dressed(cell) {
            plain(sheet, (at, column), &cell.content, formula)?;
            return Ok(Wrote { computed, whole, link: false });
        }
        let look = self.look(cell, target.is_some(), formula.is_some(), number);
        match (&cell.content, target, runs) {
            (Content::Text(text), Some(target), _) => {
                let format = styles.of(look);
                sheet.write_url_with_options(at, column, Url::new(target), fitting(text), "", Some(format))?;
            }
            (content, None, Some(runs)) if is_plain(content) => {
                plain(sheet, (at, column), content, formula)?;
                runs.add(sheet, styles, (at, column), look)?;
            }
            (content, _, _) => {
                if let Content::Bar(bar) = content {
                    sheet.add_conditional_format(
                        at,
                        column,
                        at,
                        column,
                        &data_bar(bar, cell.tone, formula.is_some()),
                    )?;
                }
                plain(sheet, (at, column), content, formula)?;
                sheet.set_cell_format(at, column, styles.of(look))?;
            }
        }
        self.note(sheet, (at, column), derivation(cell))?;
        Ok(Wrote { computed, whole, link: target.is_some() })
    }

    fn formula(&self, row: &Row, cell: &Cell, at: u32) -> Option<Formula> {
        let speller = Speller { layout: self.layout, sheet: self.sheet, row: at };
        let text = match (&cell.content, cell.formula()) {
            (_, Some(formula)) => speller.formula(formula)?,
            (Content::Rate(quotient), None) => speller.rate(quotient, row)?,
            _ => return None,
        };
        Some(Formula::new(text).set_result(result(&cell.content)))
    }

    /// Whether a long list's column has the format of this cell already.
    fn is_dressed(&self, cell: &Cell) -> bool {
        let as_column = match &cell.content {
            Content::Empty | Content::Text(_) => true,
            Content::Number { value, percent, .. } => self.align == Align::Right && !percent && value.is_integer(),
            Content::Rate(_) | Content::Bar(_) => false,
        };
        let toneless = cell.tone == Tone::Plain || self.by_words;
        self.role == Role::List && toneless && cell.indent == 0 && as_column
    }

    /// A computed cell has no colour but by its words: it may come to say something else.
    fn look(&self, cell: &Cell, link: bool, computed: bool, number: Cow<'static, str>) -> Look {
        let toneless = self.by_words || computed || matches!(cell.content, Content::Bar(_));
        Look {
            tone: if toneless { Tone::Plain } else { cell.tone },
            indent: cell.indent,
            link,
            number,
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

/// Whether a cell is all value: no rate, no bar.
fn is_plain(content: &Content) -> bool {
    matches!(content, Content::Empty | Content::Text(_) | Content::Number { .. })
}

/// A cell that something else dresses: its run, or in a long list, which has a million of them, its column.
fn plain(
    sheet: &mut Worksheet,
    (at, column): (u32, u16),
    content: &Content,
    formula: Option<Formula>,
) -> Result<(), XlsxError> {
    if let Some(formula) = formula {
        sheet.write_formula(at, column, formula)?;
        return Ok(());
    }
    match content {
        Content::Empty => return Ok(()),
        Content::Text(text) => sheet.write_string(at, column, fitting(text))?,
        Content::Number { value, .. } => sheet.write_number(at, column, value.to_f64())?,
        Content::Rate(quotient) => sheet.write_number(at, column, quotient.shown.to_f64())?,
        Content::Bar(bar) => sheet.write_number(at, column, bar_length(bar))?,
    };
    Ok(())
}

/// What a formula's cell shows until it is computed again; spreadsheets take numbers and texts from the same words.
fn result(content: &Content) -> String {
    match content {
        Content::Empty => String::new(),
        Content::Text(text) => fitting(text).into_owned(),
        Content::Number { value, .. } => value.to_f64().to_string(),
        Content::Rate(quotient) => quotient.shown.to_f64().to_string(),
        Content::Bar(bar) => bar_length(bar).to_string(),
    }
}

fn bar_length(bar: &Bar) -> f64 {
    bar.value.round(BAR_PLACES).to_f64()
}

/// Excel refuses longer texts, counted in units of UTF-16; report.json has all of it, and the cell says so.
pub(super) fn fitting(text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST_TEXT || text.encode_utf16().count() <= LONGEST_TEXT {
        return Cow::Borrowed(text);
    }
    let mut room = LONGEST_TEXT - CONTINUED.chars().count();
    let fits = |letter: &char| {
        let taken = room.checked_sub(letter.len_utf16());
        room = taken.unwrap_or_default();
        taken.is_some()
    };
    Cow::Owned(text.chars().take_while(fits).chain(CONTINUED.chars()).collect())
}

/// As many decimals as the value needs: `#,##0.##` would leave a comma behind whole numbers. A computed percentage may
/// come to need others, and `General` shows what there are; other computed numbers have a condition for that.
pub(super) fn number_format(cell: &Cell, computed: bool) -> Cow<'static, str> {
    match (&cell.content, cell.formula()) {
        (Content::Empty | Content::Text(_), Some(Outcome(_))) => Cow::Borrowed(""),
        (Content::Empty | Content::Text(_), Some(Cut(cut))) if computed && cut.factor == Number::hundred() => {
            Cow::Borrowed(ANY_PERCENTAGE)
        }
        (Content::Empty | Content::Text(_), _) => Cow::Borrowed(if computed { WHOLE_NUMBER } else { "" }),
        (Content::Number { percent: true, .. }, _) if computed => Cow::Borrowed(ANY_PERCENTAGE),
        (Content::Number { value, places, percent }, _) => {
            let number = decimals(&value.round(u32::from(*places)), u32::from(*places));
            if *percent { format!("{number}\"%\"").into() } else { number }
        }
        (Content::Rate(quotient), _) => {
            let number = if computed { Cow::Borrowed("General") } else { decimals(&quotient.shown, MOST_PLACES) };
            match quotient.unit.replace('"', "").as_str() {
                "" => number,
                "%" => format!("{number}\"%\"").into(),
                unit => format!("{number}\" {unit}\"").into(),
            }
        }
        (Content::Bar(_), _) => Cow::Borrowed("#,##0.00"),
    }
}

fn decimals(value: &Number, most: u32) -> Cow<'static, str> {
    match value.places(most).unwrap_or(most) as usize {
        0 => Cow::Borrowed(WHOLE_NUMBER),
        places => format!("{WHOLE_NUMBER}.{:0<places$}", "").into(),
    }
}

/// A bar that may come to mean something else has no colour with a meaning.
fn data_bar(bar: &Bar, tone: Tone, computed: bool) -> ConditionalFormatDataBar {
    let bars = ConditionalFormatDataBar::new()
        .set_minimum(ConditionalFormatType::Number, 0)
        .set_maximum(ConditionalFormatType::Number, bar.full.to_f64())
        .set_direction(ConditionalFormatDataBarDirection::LeftToRight)
        .set_solid_fill(true)
        .set_border_off(true)
        .set_bar_only(true);
    match colours(if computed { Tone::Muted } else { tone }) {
        Some(colours) => bars.set_fill_color(colours.bar),
        None => bars,
    }
}
