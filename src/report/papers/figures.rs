//! "Nguồn số liệu": every expected figure, what its cells said and where they stand.

use std::collections::BTreeSet;

use crate::model::{ElementId, Figure, Measure, OfficeId, Source, State};
use crate::report::context::Context;
use crate::report::document::{Cell, Part, Place};
use crate::report::table::{self, Field, Line};
use crate::report::words;
use crate::text::Catalog;

/// A record is the figures of one office for one element, one a measure.
const FIELDS: &[Field<[Figure]>] = &[
    Field::facet(
        "",
        &Field::left("Đơn vị", 30, |line| line.context.office(line.record.first().map(|figure| &figure.office))),
    ),
    Field::left("Mã", 22, |line| of_element(line, |element| element.id.as_str())),
    Field::left("Chỉ tiêu thống kê", 50, |line| of_element(line, |element| &element.name)),
    Field::facet("", &Field::left("Trạng thái", 16, state)),
    Field::right("Kỳ này", 16, |line| value(line, Measure::Period)),
    Field::left("Ô ghi gì", 20, |line| raw(of(line, Measure::Period))),
    Field::center("Ô", 8, |line| address(line, of(line, Measure::Period))),
    Field::right("Lũy kế", 16, |line| value(line, Measure::Cumulative)),
    Field::left("Ô lũy kế ghi gì", 20, |line| raw(written_apart(line))),
    Field::center("Ô lũy kế", 9, |line| address(line, written_apart(line))),
    Field::left("Tệp", 36, |line| of_source(line, |source| Some(Cell::shared(&source.file)))),
    Field::left("Trang tính", 16, |line| of_source(line, |source| source.sheet.as_ref().map(Cell::shared))),
];

/// The row of an office's figure, which links lead to.
pub(super) fn anchor(office: &OfficeId, element: &ElementId) -> String {
    format!("nguon-{office}-{element}")
}

/// One sheet; on the page too while the offices are few.
pub(super) fn parts(context: &Context<'_>, _catalog: &Catalog) -> Vec<Part> {
    let mut table = table::table("bang-nguon-so-lieu", FIELDS);
    table.filter = true;
    let same_row = |one: &Figure, other: &Figure| one.office == other.office && one.element == other.element;
    let records = context.results.figures.chunk_by(same_row);
    let linked = linked(context);
    let row = |figures: &'_ [Figure]| {
        let row = table::row(FIELDS, context, 0, figures);
        let first = figures.first().filter(|figure| linked.contains(&(&figure.office, &figure.element)));
        match first {
            Some(figure) => row.anchor(anchor(&figure.office, &figure.element)),
            None => row,
        }
    };
    table.rows = records.map(row).collect();
    let part = super::sheet("nguon-so-lieu", "Nguồn số liệu", table, "Kế hoạch không có số liệu phải báo cáo.");
    let place = if context.fits_page() { Place::Leaf } else { Place::SheetOnly };
    vec![Part { place, ..part }]
}

/// The figures that an indicator or a correction leads to.
fn linked<'a>(context: &'a Context<'_>) -> BTreeSet<(&'a OfficeId, &'a ElementId)> {
    let shares = context.results.indicators.iter().flat_map(|result| &result.sources);
    let corrected = context.results.figures.iter().filter(|figure| figure.corrected.is_some());
    let shares = shares.map(|(office, element, _)| (office, element));
    shares.chain(corrected.map(|figure| (&figure.office, &figure.element))).collect()
}

fn of<'a>(line: &Line<'a, [Figure]>, measure: Measure) -> Option<&'a Figure> {
    line.record.iter().find(|figure| figure.measure == measure)
}

fn of_element(line: &Line<'_, [Figure]>, text: fn(&crate::model::Element) -> &str) -> Cell {
    line.record.first().map(|figure| line.context.element(&figure.element, text)).unwrap_or_default()
}

fn state(line: &Line<'_, [Figure]>) -> Cell {
    of(line, Measure::Period).map(|figure| line.context.word(words::state(figure.state))).unwrap_or_default()
}

/// The value that counts, with the cells of all periods where several were summed; else the word for why there is none.
fn value(line: &Line<'_, [Figure]>, measure: Measure) -> Cell {
    match of(line, measure) {
        Some(figure) if figure.state == State::Value => {
            line.context.figure(Some(figure)).from_sources(figure.summed_from.to_vec())
        }
        Some(figure) if measure == Measure::Cumulative && figure.state != State::Blank => {
            line.context.word(words::state(figure.state))
        }
        _ => Cell::default(),
    }
}

/// "Lũy kế" where it stands in a cell of its own; a stock's is that of "Kỳ này".
fn written_apart<'a>(line: &Line<'a, [Figure]>) -> Option<&'a Figure> {
    let period = of(line, Measure::Period).and_then(|figure| figure.source.as_ref());
    of(line, Measure::Cumulative).filter(|figure| figure.source.as_ref() != period)
}

fn raw(figure: Option<&Figure>) -> Cell {
    figure.and_then(|figure| figure.raw.as_ref()).map(Cell::shared).unwrap_or_default()
}

fn address(line: &Line<'_, [Figure]>, figure: Option<&Figure>) -> Cell {
    let cell = figure.and_then(|figure| figure.source.as_ref()?.cell);
    cell.map(|cell| line.context.repeated(&cell.to_string())).unwrap_or_default()
}

fn of_source(line: &Line<'_, [Figure]>, part: fn(&Source) -> Option<Cell>) -> Cell {
    line.record.iter().find_map(|figure| figure.source.as_ref()).and_then(part).unwrap_or_default()
}
