//! "Số liệu theo đơn vị": what every office gave, row by row.

use crate::model::{Figure, Measure};
use crate::report::context::Context;
use crate::report::document::{Block, Cell, Part, Place, Row, Table};
use crate::report::sentences::Sentences;
use crate::report::table::{self, Field, Line};
use crate::templates::TemplateFault;

/// A record is the figures of one office for one element, one a measure.
const FIELDS: &[Field<[Figure]>] = &[
    Field::left("Mã", 22, |line| of_element(line, |element| element.id.as_str())),
    Field::center("STT", 8, |line| of_element(line, |element| &element.no)),
    Field::left("Chỉ tiêu thống kê", 60, |line| of_element(line, |element| &element.name)),
    Field::center("Đơn vị tính", 14, |line| of_element(line, |element| &element.unit)),
    Field::right("Kỳ này", 16, |line| figure(line, Measure::Period)),
    Field::right("Lũy kế", 16, |line| figure(line, Measure::Cumulative)),
    Field::left("Ghi chú", 30, note),
];

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
    let mut table = table::table("bang-so-lieu-don-vi", FIELDS);
    table.filter = true;
    for office in context.results.figures.chunk_by(|one, other| one.office == other.office) {
        if let Some(first) = office.first() {
            table.rows.push(Row::section(context.plan.office_name(&first.office)));
        }
        let elements = office.chunk_by(|one, other| one.element == other.element);
        table.rows.extend(elements.map(|figures| table::row(FIELDS, context, 0, figures)));
    }
    table
}

fn of_element(line: &Line<'_, [Figure]>, text: fn(&crate::model::Element) -> &str) -> Cell {
    line.record.first().map(|figure| line.context.element(&figure.element, text)).unwrap_or_default()
}

fn figure(line: &Line<'_, [Figure]>, measure: Measure) -> Cell {
    line.context.figure(line.record.iter().find(|figure| figure.measure == measure))
}

fn note(line: &Line<'_, [Figure]>) -> Cell {
    line.record.iter().find_map(|figure| figure.note.as_ref()).map(Cell::shared).unwrap_or_default()
}
