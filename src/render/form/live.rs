//! Expressions of the plan over a form's own cells: computed rows as formulas, and the plan's rules as conditional
//! formats, by which a figure turns red, or yellow for what only asks for an explanation.

use std::collections::{BTreeMap, BTreeSet};

use rust_xlsxwriter::{ConditionalFormatFormula, Formula, Worksheet, XlsxError};

use super::style;
use crate::model::{ElementId, Expr, Flow, RuleOp, Severity};
use crate::report::form::Check;

/// Where an element's figures stand: its row, and the columns of "Kỳ trước", "Kỳ này" and "Lũy kế".
pub(super) struct Figures {
    pub(super) rows: BTreeMap<ElementId, (u32, Flow)>,
    pub(super) previous: u16,
    pub(super) period: u16,
    pub(super) cumulative: u16,
}

/// An expression in the spreadsheet's language.
struct Spelled {
    formula: String,
    /// The cells it names.
    cells: BTreeSet<String>,
    /// The row of the first element it names.
    first: Option<u32>,
}

/// Adds every check that the sheet has all cells for.
pub(super) fn add(sheet: &mut Worksheet, checks: &[Check<'_>], figures: &Figures) -> Result<(), XlsxError> {
    let (wrong, doubtful) = (style::wrong(Severity::Error), style::wrong(Severity::Warning));
    // Of several conditions on a cell the first counts, in Excel as in LibreOffice.
    let is_error = |check: &&Check<'_>| check.severity == Severity::Error;
    let errors_first = checks.iter().filter(is_error).chain(checks.iter().filter(|check| !is_error(check)));
    for check in errors_first {
        let format = if is_error(&check) { &wrong } else { &doubtful };
        let Some((at, formula)) = figures.broken(check) else { continue };
        let condition = ConditionalFormatFormula::new().set_rule(Formula::new(formula)).set_format(format);
        sheet.add_conditional_format(at, figures.period, at, figures.period, &condition)?;
    }
    Ok(())
}

impl Figures {
    /// The formula of a computed row in this column: nothing where a figure is missing, or nothing can be divided by.
    pub(super) fn computed(&self, expr: &Expr, column: u16) -> Option<String> {
        let Spelled { formula, cells, .. } = self.spelled(expr, column)?;
        let known: Vec<&str> = cells.iter().map(String::as_str).collect();
        Some(format!("=IFERROR(IF(COUNT({})={},{formula},\"\"),\"\")", known.join(","), known.len()))
    }

    /// The row to colour, that of the left side's first figure, and the formula that is true while the rule is broken.
    fn broken(&self, check: &Check<'_>) -> Option<(u32, String)> {
        let left = self.spelled(&check.left, self.period)?;
        let right = self.spelled(&check.right, self.period)?;
        // Rounded where floats would see a difference that the exact check does not.
        let difference = format!("ROUND(({})-({}),6)", left.formula, right.formula);
        let tolerance = check.tolerance;
        let broken = match check.op {
            RuleOp::Equal => format!("ABS({difference})>{tolerance}"),
            RuleOp::AtMost => format!("{difference}>{tolerance}"),
            RuleOp::Below => format!("{difference}>={tolerance}"),
            RuleOp::AtLeast => format!("{difference}<-{tolerance}"),
            RuleOp::Above => format!("{difference}<=-{tolerance}"),
            RuleOp::BothOrNone | RuleOp::NotBoth => return None,
        };
        let known: Vec<String> = left.cells.union(&right.cells).map(|cell| format!("ISNUMBER({cell})")).collect();
        Some((left.first.or(right.first)?, format!("=AND({},{broken})", known.join(","))))
    }

    /// The expression over the figures of this column; `None` where the form does not have them all.
    fn spelled(&self, expr: &Expr, column: u16) -> Option<Spelled> {
        let (mut cells, mut first) = (BTreeSet::new(), None);
        let formula = self.spell(expr, column, &mut cells, &mut first)?;
        Some(Spelled { formula, cells, first })
    }

    fn spell(&self, expr: &Expr, column: u16, cells: &mut BTreeSet<String>, first: &mut Option<u32>) -> Option<String> {
        let mut cell = |id: &ElementId, column: u16| {
            let (row, flow) = *self.rows.get(id)?;
            // A state at the period's end has no sum: it stands in "Kỳ này" alone.
            let column = if column == self.cumulative && flow == Flow::Stock { self.period } else { column };
            let cell = rust_xlsxwriter::utility::row_col_to_cell_absolute(row, column);
            cells.insert(cell.clone());
            Some((row, cell))
        };
        Some(match expr {
            Expr::Number(number) => number.to_string(),
            Expr::Element(id) => {
                let (row, cell) = cell(id, column)?;
                first.get_or_insert(row);
                cell
            }
            Expr::Previous(id) => cell(id, self.previous)?.1,
            Expr::Tasks(_) => return None,
            Expr::Negate(inner) => format!("-({})", self.spell(inner, column, cells, first)?),
            Expr::Binary(left, op, right) => {
                let left = self.spell(left, column, cells, first)?;
                format!("({left}){op}({})", self.spell(right, column, cells, first)?)
            }
        })
    }
}
