//! "Nguồn số liệu": every expected figure, what its cell said and where it stands.

use crate::model::{Figure, Source, State};
use crate::report::context::Context;
use crate::report::document::{Cell, Part};
use crate::report::table::{self, Field, Line};
use crate::report::words;
use crate::text::Catalog;

const FIELDS: &[Field<Figure>] = &[
    Field::left("Đơn vị", 30, |line| line.context.office(Some(&line.record.office))),
    Field::left("Mã", 22, |line| line.context.element(&line.record.element, |element| element.id.as_str())),
    Field::left("Chỉ tiêu thống kê", 50, |line| {
        line.context.element(&line.record.element, |element| &element.name)
    }),
    Field::center("Cột", 10, |line| line.context.repeated(words::measure(line.record.measure))),
    Field::left("Trạng thái", 16, |line| line.context.word(words::state(line.record.state))),
    Field::right("Giá trị", 16, value),
    Field::left("Ô ghi gì", 20, |line| line.record.raw.as_ref().map(Cell::shared).unwrap_or_default()),
    Field::left("Tệp", 36, |line| of_source(line, |source| Some(Cell::shared(&source.file)))),
    Field::left("Trang tính", 16, |line| of_source(line, |source| source.sheet.as_ref().map(Cell::shared))),
    Field::center("Ô", 8, |line| {
        let cell = line.record.source.as_ref().and_then(|source| source.cell);
        cell.map(|cell| line.context.repeated(&cell.to_string())).unwrap_or_default()
    }),
];

/// One sheet; on the page too while the offices are few.
pub(super) fn parts(context: &Context<'_>, _catalog: &Catalog) -> Vec<Part> {
    let mut table = table::table("bang-nguon-so-lieu", FIELDS);
    table.filter = true;
    table.rows = context.results.figures.iter().map(|figure| table::row(FIELDS, context, 0, figure)).collect();
    let part = super::sheet("nguon-so-lieu", "Nguồn số liệu", table, "Kế hoạch không có số liệu phải báo cáo.");
    vec![Part { sheet_only: !context.fits_page(), ..part }]
}

/// The value that counts; empty where the state says that there is none.
fn value(line: &Line<'_, Figure>) -> Cell {
    match line.record.state {
        State::Value => line.context.figure(Some(line.record)).from_sources(line.record.summed_from.to_vec()),
        State::Nil | State::Blank | State::Unreadable | State::Missing => Cell::default(),
    }
}

fn of_source(line: &Line<'_, Figure>, part: fn(&Source) -> Option<Cell>) -> Cell {
    line.record.source.as_ref().and_then(part).unwrap_or_default()
}
