//! "Điều chỉnh": figures that a correction replaced, with what the form said and who changed it why.

use super::figures;
use crate::model::{Correction, Figure};
use crate::report::context::{Context, PLACES};
use crate::report::document::{Cell, Part};
use crate::report::table::{self, Field, Line};
use crate::report::words;
use crate::text::Catalog;

const FIELDS: &[Field<Figure>] = &[
    Field::left("Đơn vị", 30, |line| line.context.office(Some(&line.record.office))),
    Field::left("Mã", 22, |line| {
        let cell = line.context.element(&line.record.element, |element| element.id.as_str());
        cell.to_anchor(figures::anchor(&line.record.office, &line.record.element))
    }),
    Field::left("Chỉ tiêu thống kê", 50, |line| {
        line.context.element(&line.record.element, |element| &element.name)
    }),
    Field::center("Cột", 10, |line| line.context.repeated(words::measure(line.record.measure))),
    Field::right("Phiếu ghi", 16, |line| line.record.raw.as_ref().map(Cell::shared).unwrap_or_default()),
    Field::left("Ô của phiếu", 40, |line| {
        let source = line.record.source.clone();
        source.map(|source| Cell::text(source.to_string()).from_sources(vec![source])).unwrap_or_default()
    }),
    Field::right("Nay tính là", 16, |line| of(line, |correction| Cell::number(Some(&correction.value), PLACES))),
    Field::left("Lý do", 40, |line| of(line, |correction| Cell::text(&correction.reason))),
    Field::left("Người điều chỉnh", 24, |line| of(line, |correction| Cell::text(&correction.by))),
    Field::center("Ngày", 12, |line| of(line, |correction| Cell::text(&correction.date))),
    Field::left("Dòng điều chỉnh", 40, |line| {
        of(line, |correction| Cell::text(correction.source.to_string()).from_sources(vec![correction.source.clone()]))
    }),
];

/// One sheet, also on the page.
pub(super) fn parts(context: &Context<'_>, _catalog: &Catalog) -> Vec<Part> {
    let corrected = context.results.figures.iter().filter(|figure| figure.corrected.is_some());
    let mut table = table::table("bang-dieu-chinh", FIELDS);
    table.rows = corrected.map(|figure| table::row(FIELDS, context, 0, figure)).collect();
    vec![super::sheet("dieu-chinh", "Điều chỉnh", table, "Không có điều chỉnh số liệu.")]
}

fn of(line: &Line<'_, Figure>, cell: fn(&Correction) -> Cell) -> Cell {
    line.record.corrected.as_deref().map(cell).unwrap_or_default()
}
