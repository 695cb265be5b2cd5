//! "Tệp": every file of the period, what became of it and of each of its cells.

use crate::model::FileResult;
use crate::report::context::Context;
use crate::report::document::{Cell, Part, Tone};
use crate::report::table::{self, Field, Line};
use crate::report::vietnamese::whole;
use crate::report::words;
use crate::text::Catalog;

const FIELDS: &[Field<FileResult>] = &[
    Field::left("Tệp", 40, |line| Cell::shared(&line.record.path)),
    Field::left("Đơn vị", 30, |line| line.context.office(line.record.office.as_ref())),
    Field::center("Kỳ", 12, |line| {
        line.record.period.as_ref().map(|period| Cell::text(period.as_str())).unwrap_or_default()
    }),
    Field::center("Sử dụng", 16, fate),
    Field::left("Lý do", 40, |line| Cell::text(line.record.reason.as_deref().unwrap_or_default())),
    Field::right("Ô đã đọc", 10, |line| count(line.record.cells.read)),
    Field::right("Ô sử dụng", 10, |line| count(line.record.cells.used)),
    Field::right("Ô không dùng", 12, |line| count(line.record.cells.ignored_total())),
    Field::left("Vì sao không dùng", 50, |line| {
        let reasons = line.record.cells.ignored.iter();
        let counted = reasons.map(|(reason, count)| format!("{count} ô: {}", words::ignored(*reason)));
        Cell::text(counted.collect::<Vec<_>>().join("\n"))
    }),
    Field::left("SHA-256", 66, |line| Cell::text(line.record.sha256.as_deref().unwrap_or_default())),
];

/// One sheet, also on the page.
pub(super) fn parts(context: &Context<'_>, _catalog: &Catalog) -> Vec<Part> {
    let mut table = table::table("bang-tep", FIELDS);
    table.filter = true;
    table.rows = context.results.files.iter().map(|file| table::row(FIELDS, context, 0, file)).collect();
    vec![super::sheet("tep", "Tệp", table, "Chưa nhận được tệp nào.")]
}

fn fate(line: &Line<'_, FileResult>) -> Cell {
    line.context.word(match (line.record.used, line.record.superseded) {
        (true, _) => ("Có", Tone::Good),
        (false, true) => ("Đã được thay thế", Tone::Muted),
        (false, false) => ("Không", Tone::Warn),
    })
}

fn count(cells: usize) -> Cell {
    Cell::number(Some(&whole(cells)), 0)
}
