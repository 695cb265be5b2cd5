//! "Đơn vị": who sent what, when, and how many findings each has.

use super::findings::anchor;
use crate::model::{FindingState, OfficeResult, Severity};
use crate::report::context::Context;
use crate::report::document::{Block, Cell, Part};
use crate::report::table::{self, Field, Line};
use crate::report::vietnamese::whole;
use crate::report::words;
use crate::text::{Catalog, Lang};

const FIELDS: &[Field<OfficeResult>] = &[
    Field::center("TT", 5, |line| Cell::number(Some(&whole(line.number)), 0)),
    Field::left("Đơn vị", 44, |line| line.context.office(Some(&line.record.id))),
    Field::left("Tình trạng", 30, |line| line.context.word(words::office(line.record.state))),
    Field::center("Thời hạn", 12, |line| line.context.word(words::on_time(line.record.on_time))),
    Field::center("Thời điểm nhận", 18, |line| Cell::text(line.record.receipt.shown().unwrap_or_default())),
    Field::left("Căn cứ", 24, |line| Cell::text(words::basis(line.record.receipt.basis))),
    Field::right("Lỗi", 8, |line| findings(line, Severity::Error)),
    Field::right("Cảnh báo", 10, |line| findings(line, Severity::Warning)),
    Field::right("Lưu ý", 8, |line| findings(line, Severity::Notice)),
];

/// One sheet, also on the page.
pub(super) fn parts(context: &Context<'_>, _catalog: &Catalog) -> Vec<Part> {
    let mut table = table::table("bang-don-vi", FIELDS);
    table.filter = true;
    let numbered = context.results.offices.iter().zip(1..);
    table.rows = numbered.map(|(office, number)| table::row(FIELDS, context, number, office)).collect();
    let mut part = super::sheet("don-vi", "Đơn vị", table, "Kế hoạch không có đơn vị báo cáo.");
    part.blocks.splice(0..0, moved(context).map(Block::body));
    vec![part]
}

/// Last days that days without work moved, each with the rule that does.
fn moved(context: &Context<'_>) -> impl Iterator<Item = String> {
    let results = context.results;
    let dues = [("Các đơn vị gửi báo cáo", &results.office_due), ("Xã gửi báo cáo", &results.report_due)];
    let said = |(what, due)| Some(format!("{what}: {}.", Catalog::of(Lang::Vi).moved(due)?));
    dues.into_iter().filter_map(said)
}

/// How many active findings of this severity the office has; leads to the first of them.
fn findings(line: &Line<'_, OfficeResult>, severity: Severity) -> Cell {
    let of_office = line.context.findings_of(Some(&line.record.id)).iter();
    let counted = of_office.filter(|(_, worded)| worded.finding.state == FindingState::Active);
    let numbers: Vec<usize> =
        counted.filter(|(_, worded)| worded.finding.severity == severity).map(|(number, _)| *number).collect();
    let cell = Cell::number(Some(&whole(numbers.len())), 0);
    match numbers.first() {
        Some(&first) => cell.tone(words::severity(severity).1).to_anchor(anchor(first)),
        None => cell,
    }
}
