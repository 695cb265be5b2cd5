//! Formulas of the document in the spreadsheet's language, the same in Excel since 2010 and in LibreOffice.

use rust_xlsxwriter::utility::{column_number_to_name, row_col_to_cell};

use super::layout::Layout;
use super::rate::{PLACES, Rate, places};
use crate::model::{Number, TargetOp};
use crate::report::document::{Cells, Content, Cut, Formula, Outcome, Quotient, Row};
use crate::report::words;

/// Characters of a formula in Excel.
const LONGEST: usize = 8_192;

/// Nested levels of a formula in Excel are 64; what surrounds an expression takes some.
const DEEPEST: usize = 40;

/// Where a formula stands.
#[derive(Clone, Copy)]
pub(super) struct Speller<'a> {
    pub(super) layout: &'a Layout<'a>,
    /// Position of the sheet.
    pub(super) sheet: usize,
    /// Row from zero.
    pub(super) row: u32,
}

impl Speller<'_> {
    /// The formula; `None` where the workbook lacks a cell that it names, or it is beyond what Excel takes: the value
    /// stands alone then.
    pub(super) fn formula(&self, formula: &Formula) -> Option<String> {
        let text = self.spell(formula, 0)?;
        let guarded = match formula {
            Formula::Negate(_) | Formula::Binary(..) | Formula::Cut(_) => format!("=IFERROR({text},{})", unknown()),
            _ => format!("={text}"),
        };
        (guarded.chars().count() <= LONGEST).then_some(guarded)
    }

    /// The formula of a rate over two cells of its row, which must hold its pair or compute it.
    pub(super) fn rate(&self, quotient: &Quotient, row: &Row) -> Option<String> {
        let divisible = |value: &Number| *value > Number::zero();
        let known = |column: usize, fits: &dyn Fn(&Number) -> bool| {
            let cell = row.cells.get(column)?;
            let fits = match &cell.content {
                Content::Number { value, .. } => fits(value) && places(value).is_some(),
                _ => cell.formula().is_some(),
            };
            fits.then(|| self.beside(column)).flatten()
        };
        let numerator = known(quotient.numerator, &|_| true)?;
        let denominator = known(quotient.denominator, &divisible)?;
        let exact = quotient.anchors.contains(&quotient.shown);
        let digits = if exact { PLACES } else { places(&quotient.shown)?.max(PLACES) };
        let rate = Rate { numerator: &numerator, denominator: &denominator, factor: &quotient.factor };
        Some(format!("=IFERROR({},{})", rate.cut(&quotient.anchors, digits)?, unknown()))
    }

    fn spell(&self, formula: &Formula, depth: usize) -> Option<String> {
        if depth > DEEPEST {
            return None;
        }
        let inner = |formula: &Formula| self.spell(formula, depth + 1);
        Some(match formula {
            Formula::Number(number) if number.is_negative() => format!("({})", decimal(number)?),
            Formula::Number(number) => decimal(number)?,
            Formula::Cell(cells) => self.cells(cells)?,
            Formula::Sum(cells) => self.known(cells, |cells| format!("SUM({cells})"))?,
            Formula::Largest(cells) => self.known(cells, largest)?,
            Formula::Count(cells, words) => {
                let cells = self.cells(cells)?;
                let counts: Vec<_> = words.iter().map(|word| format!("COUNTIF({cells},{})", quoted(word))).collect();
                counts.join("+")
            }
            Formula::Negate(operand) => format!("(-{})", inner(operand)?),
            Formula::Binary(left, op, right) => format!("({}{op}{})", inner(left)?, inner(right)?),
            Formula::Cut(cut) => self.cut(cut, depth)?,
            Formula::Outcome(outcome) => self.outcome(outcome, depth)?,
        })
    }

    fn cut(&self, cut: &Cut, depth: usize) -> Option<String> {
        let numerator = self.spell(&cut.numerator, depth + 1)?;
        let denominator = self.spell(&cut.denominator, depth + 1)?;
        Rate { numerator: &numerator, denominator: &denominator, factor: &cut.factor }.cut(&cut.anchors, PLACES)
    }

    fn outcome(&self, outcome: &Outcome, depth: usize) -> Option<String> {
        let numerator = self.spell(&outcome.numerator, depth + 1)?;
        let denominator = match &outcome.denominator {
            Some(denominator) => self.spell(denominator, depth + 1)?,
            None => "1".to_owned(),
        };
        let rate = Rate { numerator: &numerator, denominator: &denominator, factor: &outcome.factor };
        let [(reached, _), (missed, _)] = outcome.reached;
        let holds = format!("{}{}0", rate.beyond(&outcome.target)?, comparison(outcome.op));
        let judged = format!("IF({holds},{},{})", quoted(reached), quoted(missed));
        let [nothing, by_zero] = outcome.undefined.map(quoted);
        let judged = if outcome.denominator.is_some() {
            format!("IF({denominator}=0,IF({numerator}=0,{nothing},{by_zero}),{judged})")
        } else {
            judged
        };
        Some(format!("IF(COUNT({numerator},{denominator})<2,{},{judged})", quoted(&outcome.unknown)))
    }

    /// What is computed of cells while each of them is known and one says anything.
    fn known(&self, cells: &Cells, computed: impl Fn(&str) -> String) -> Option<String> {
        let cells = self.cells(cells)?;
        let (dash, value) = (unknown(), computed(&cells));
        Some(format!("IF(OR(COUNTIF({cells},{dash})>0,COUNTA({cells})=0),{dash},{value})"))
    }

    fn cells(&self, cells: &Cells) -> Option<String> {
        let name = match cells {
            Cells::Beside(column) => return self.beside(*column),
            Cells::Named(name) => name,
        };
        let range = self.layout.area(name)?;
        let column = column_number_to_name(range.column);
        let first = format!("${column}${}", range.first + 1);
        let sheet = if range.sheet == self.sheet { "" } else { self.layout.sheets.get(range.sheet)?.quoted.as_str() };
        let last = if range.first == range.last { String::new() } else { format!(":${column}${}", range.last + 1) };
        Some(format!("{sheet}{first}{last}"))
    }

    fn beside(&self, column: usize) -> Option<String> {
        Some(row_col_to_cell(self.row, u16::try_from(column).ok()?))
    }
}

/// `MAX` passes over texts, but "không phát sinh" is 0.
fn largest(cells: &str) -> String {
    format!("IF(COUNTIF({cells},{})>0,MAX(0,{cells}),MAX({cells}))", quoted(words::NIL))
}

fn unknown() -> String {
    quoted(words::UNKNOWN)
}

/// A text that a formula cannot mistake for anything else.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A number that decimals spell exactly.
fn decimal(number: &Number) -> Option<String> {
    places(number).map(|_| number.to_string())
}

fn comparison(op: TargetOp) -> &'static str {
    match op {
        TargetOp::AtLeast => ">=",
        TargetOp::AtMost => "<=",
        TargetOp::Equal => "=",
        TargetOp::Above => ">",
        TargetOp::Below => "<",
    }
}
