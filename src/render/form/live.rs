//! The plan's rules as conditional formats: a figure turns red, or yellow for what only asks for an explanation, while
//! what must hold does not.

use std::collections::{BTreeMap, BTreeSet};

use rust_xlsxwriter::{Color, ConditionalFormatFormula, Format, Formula, Worksheet, XlsxError};

use crate::model::{BinaryOp, ElementId, Expr, RuleOp, Severity};
use crate::report::form::Check;

/// Where an element's figures stand: its row, and the columns of "Kỳ trước" and "Kỳ này".
pub(super) struct Figures {
    pub(super) rows: BTreeMap<ElementId, u32>,
    pub(super) previous: u16,
    pub(super) period: u16,
}

/// Adds every check that the sheet has all cells for.
pub(super) fn add(sheet: &mut Worksheet, checks: &[Check<'_>], figures: &Figures) -> Result<(), XlsxError> {
    let coloured = |ground, ink| Format::new().set_background_color(Color::RGB(ground)).set_font_color(Color::RGB(ink));
    let (wrong, doubtful) = (coloured(0x00FD_E4E1, 0x009B_1C1C), coloured(0x00FF_F1D6, 0x007A_4B00));
    // Of several conditions on a cell the first counts, in Excel as in LibreOffice.
    let is_error = |check: &&Check<'_>| check.severity == Severity::Error;
    let errors_first = checks.iter().filter(is_error).chain(checks.iter().filter(|check| !is_error(check)));
    for check in errors_first {
        let format = if is_error(&check) { &wrong } else { &doubtful };
        let Some((at, formula)) = figures.formula(check) else { continue };
        let condition = ConditionalFormatFormula::new().set_rule(Formula::new(formula)).set_format(format);
        sheet.add_conditional_format(at, figures.period, at, figures.period, &condition)?;
    }
    Ok(())
}

impl Figures {
    /// The row to colour, that of the left side's first figure, and the formula that is true while the rule is broken.
    fn formula(&self, check: &Check<'_>) -> Option<(u32, String)> {
        let mut cells = BTreeSet::new();
        let mut first = None;
        let left = self.spell(&check.left, &mut cells, &mut first)?;
        let right = self.spell(&check.right, &mut cells, &mut first)?;
        // Rounded where floats would see a difference that the exact check does not.
        let difference = format!("ROUND(({left})-({right}),6)");
        let tolerance = check.tolerance;
        let broken = match check.op {
            RuleOp::Equal => format!("ABS({difference})>{tolerance}"),
            RuleOp::AtMost => format!("{difference}>{tolerance}"),
            RuleOp::Below => format!("{difference}>={tolerance}"),
            RuleOp::AtLeast => format!("{difference}<-{tolerance}"),
            RuleOp::Above => format!("{difference}<=-{tolerance}"),
            RuleOp::BothOrNone | RuleOp::NotBoth => return None,
        };
        let known: Vec<String> = cells.iter().map(|cell| format!("ISNUMBER({cell})")).collect();
        Some((first?, format!("=AND({},{broken})", known.join(","))))
    }

    fn spell(&self, expr: &Expr, cells: &mut BTreeSet<String>, first: &mut Option<u32>) -> Option<String> {
        let mut cell = |id: &ElementId, column: u16| {
            let row = *self.rows.get(id)?;
            let cell = rust_xlsxwriter::utility::row_col_to_cell_absolute(row, column);
            cells.insert(cell.clone());
            Some((row, cell))
        };
        Some(match expr {
            Expr::Number(number) => number.to_string(),
            Expr::Element(id) => {
                let (row, cell) = cell(id, self.period)?;
                first.get_or_insert(row);
                cell
            }
            Expr::Previous(id) => cell(id, self.previous)?.1,
            Expr::Tasks(_) => return None,
            Expr::Negate(inner) => format!("-({})", self.spell(inner, cells, first)?),
            Expr::Binary(left, op, right) => {
                let sign = match op {
                    BinaryOp::Add => '+',
                    BinaryOp::Subtract => '-',
                    BinaryOp::Multiply => '*',
                    BinaryOp::Divide => '/',
                };
                format!("({}){sign}({})", self.spell(left, cells, first)?, self.spell(right, cells, first)?)
            }
        })
    }
}
