//! "Gia hạn": offices that were granted more time, until when, by whom and why.

use crate::model::Extension;
use crate::report::context::Context;
use crate::report::document::{Cell, Part};
use crate::report::table::{self, Field};
use crate::report::vietnamese::{date, whole};
use crate::text::Catalog;

const FIELDS: &[Field<Extension>] = &[
    Field::center("TT", 5, |line| Cell::number(Some(&whole(line.number)), 0)),
    Field::left("Đơn vị", 44, |line| line.context.office(Some(&line.record.office))),
    Field::center("Hạn chung", 14, |line| Cell::text(date(line.context.results.office_due.until))),
    Field::center("Gia hạn đến", 14, |line| Cell::text(date(line.record.until))),
    Field::left("Lý do", 50, |line| Cell::text(&*line.record.reason)),
    Field::left("Người cho gia hạn", 30, |line| Cell::text(&*line.record.by)),
    Field::center("Ngày quyết định", 16, |line| Cell::text(line.record.on.map(date).unwrap_or_default())),
    Field::left("Dòng gia hạn", 30, |line| {
        let source = &line.record.source;
        Cell::text(source.to_string()).from_sources(vec![source.clone()])
    }),
];

/// One sheet, also on the page; none where nobody was granted more time.
pub(super) fn parts(context: &Context<'_>, _catalog: &Catalog) -> Vec<Part> {
    let granted: Vec<&Extension> =
        context.results.offices.iter().filter_map(|office| office.extension.as_ref()).collect();
    if granted.is_empty() {
        return Vec::new();
    }
    let mut table = table::table("bang-gia-han", FIELDS);
    table.rows = granted
        .into_iter()
        .zip(1..)
        .map(|(extension, number)| table::row(FIELDS, context, number, extension))
        .collect();
    vec![super::sheet("gia-han", "Gia hạn", table, "")]
}
