//! "Số liệu theo đơn vị": what every office gave, element by element; the annex's formulas read it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{BinaryOp, Element, Figure, Flow, Measure, OfficeId, OfficeState, State};
use crate::report::context::Context;
use crate::report::document::{Area, Block, Cell, Cells, Formula, Part, Place, Table};
use crate::report::live;
use crate::report::sentences::Sentences;
use crate::report::table::{self, Field};
use crate::templates::TemplateFault;

/// What one office gave for one element.
struct Given<'a> {
    element: &'a Element,
    period: &'a Figure,
    /// Texts and choices have none.
    cumulative: Option<&'a Figure>,
    /// Something of the office's return was accepted.
    accepted: bool,
    /// "Kỳ này" of the same row; a city's list has it 68 000 times.
    same: &'a Arc<Formula>,
}

const PERIOD: &str = "Kỳ này";
const CUMULATIVE: &str = "Lũy kế";

fn fields<'a>() -> [Field<Given<'a>>; 8] {
    [
        Field::left("Mã", 22, |line| line.context.repeated(line.record.element.id.as_str())),
        Field::center("STT", 8, |line| line.context.repeated(&line.record.element.no)),
        Field::left("Chỉ tiêu thống kê", 56, |line| line.context.repeated(&line.record.element.name)),
        Field::center("Đơn vị tính", 14, |line| line.context.repeated(&line.record.element.unit)),
        Field::left("Đơn vị", 34, |line| line.context.office(Some(&line.record.period.office))),
        Field::right(PERIOD, 16, |line| line.record.cell(line.context, line.record.period)),
        Field::right(CUMULATIVE, 16, |line| line.record.cumulative(line.context)),
        Field::left("Ghi chú", 30, |line| line.record.note()),
    ]
}

/// A sheet only: nobody signs lists of codes.
pub(super) fn parts(context: &Context<'_>, sentences: &Sentences) -> Result<Vec<Part>, TemplateFault> {
    Ok(vec![Part {
        id: "so-lieu-don-vi".to_owned(),
        title: "Số liệu theo đơn vị".to_owned(),
        sheet: Some("Số liệu theo đơn vị".to_owned()),
        place: Place::SheetOnly,
        blocks: vec![super::period_line(context, sentences)?, Block::Table(figures(context))],
    }])
}

fn figures(context: &Context<'_>) -> Table {
    let fields = fields();
    let mut table = table::table("bang-so-lieu-don-vi", &fields);
    table.filter = true;
    let accepted = accepted(context);
    let same = &Arc::new(Formula::beside(table::position(&fields, PERIOD)));
    for element in context.plan.elements.iter().filter(|element| element.is_submitted()) {
        let first = table.rows.len();
        let cumulative: BTreeMap<_, _> =
            context.figures(&element.id, Measure::Cumulative).iter().map(|figure| (&figure.office, *figure)).collect();
        for &period in context.figures(&element.id, Measure::Period) {
            let cumulative = cumulative.get(&period.office).copied();
            let given = Given { element, period, cumulative, accepted: accepted.contains(&period.office), same };
            table.rows.push(table::row(&fields, context, 0, &given));
        }
        if let Some(last) = table.rows.len().checked_sub(1).filter(|last| *last >= first) {
            table.areas.extend(areas(element, &fields, first, last));
        }
    }
    table
}

/// A state at the period's end has no sum: both columns of it are "Kỳ này".
fn areas(element: &Element, fields: &[Field<Given<'_>>], first: usize, last: usize) -> [(String, Area); 2] {
    [Measure::Period, Measure::Cumulative].map(|measure| {
        let summed = measure == Measure::Cumulative && element.flow == Flow::Flow;
        let column = table::position(fields, if summed { CUMULATIVE } else { PERIOD });
        (live::offices(&element.id, measure), Area { first, last, column })
    })
}

/// The offices of whose returns something was accepted.
fn accepted<'a>(context: &'a Context<'_>) -> BTreeSet<&'a OfficeId> {
    let accepted = |state| match state {
        OfficeState::Accepted | OfficeState::AcceptedWithFindings | OfficeState::Nil => true,
        OfficeState::Rejected | OfficeState::Empty | OfficeState::Missing => false,
    };
    context.results.offices.iter().filter(|office| accepted(office.state)).map(|office| &office.id).collect()
}

impl Given<'_> {
    /// What came. Where nothing came and nothing was required the cell is empty, which adds nothing; a dash is unknown.
    fn cell(&self, context: &Context<'_>, figure: &Figure) -> Cell {
        let silent = matches!(figure.state, State::Blank | State::Missing) && figure.value.is_none();
        if silent && !self.element.required && self.accepted {
            return Cell::default();
        }
        context.figure(Some(figure))
    }

    /// "Lũy kế" follows "Kỳ này" unless the office wrote it.
    fn cumulative(&self, context: &Context<'_>) -> Cell {
        let Some(figure) = self.cumulative else { return Cell::default() };
        let cell = self.cell(context, figure);
        let written = figure.raw.is_some() || figure.corrected.is_some();
        match (self.element.flow, &figure.value, &self.period.value) {
            (Flow::Stock, ..) if cell == Cell::default() => cell,
            (Flow::Stock, ..) => cell.computed(Arc::clone(self.same)),
            (Flow::Flow, Some(sum), Some(this)) if !written => {
                if sum == this && self.period.state == State::Value {
                    return cell.computed(Arc::clone(self.same));
                }
                let now = Formula::Sum(Cells::Beside(table::position(&fields(), PERIOD)));
                cell.computed(Formula::Number(sum - this).join(BinaryOp::Add, now))
            }
            _ => cell,
        }
    }

    fn note(&self) -> Cell {
        let mut figures = [Some(self.period), self.cumulative].into_iter().flatten();
        figures.find_map(|figure| figure.note.as_ref()).map(Cell::shared).unwrap_or_default()
    }
}
