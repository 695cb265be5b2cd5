//! "Chấp nhận": findings that the commune accepted, with the reason and who answers for it.

use super::findings::anchor;
use crate::model::{FindingState, Waiver, Worded};
use crate::report::context::Context;
use crate::report::document::{Cell, Part};
use crate::report::table::{self, Field, Line};
use crate::report::vietnamese::date;
use crate::report::words;
use crate::text::Catalog;

const FIELDS: &[Field<Worded>] = &[
    Field::center("Mã", 16, |line| Cell::text(line.record.finding.code.as_str()).to_anchor(anchor(line.number))),
    Field::center("Mức", 12, |line| line.context.word(words::severity(line.record.finding.severity))),
    Field::left("Đơn vị", 30, |line| line.context.office(line.record.finding.office.as_ref())),
    Field::left("Chỉ tiêu, ô", 40, place),
    Field::left("Nội dung phát hiện", 60, |line| Cell::text(&line.record.message)),
    Field::left("Lý do chấp nhận", 50, |line| of(line, |waiver| waiver.reason.clone())),
    Field::left("Người chấp nhận", 26, |line| of(line, |waiver| waiver.by.clone())),
    Field::center("Đến ngày", 12, |line| of(line, |waiver| date(waiver.until))),
];

/// One sheet, also on the page.
pub(super) fn parts(context: &Context<'_>, _catalog: &Catalog) -> Vec<Part> {
    let numbered = (1..).zip(&context.results.findings);
    let waived = numbered.filter(|(_, worded)| worded.finding.state == FindingState::Waived);
    let mut table = table::table("bang-chap-nhan", FIELDS);
    table.rows = waived.map(|(number, worded)| table::row(FIELDS, context, number, worded)).collect();
    vec![super::sheet("chap-nhan", "Chấp nhận", table, "Không có phát hiện nào được chấp nhận.")]
}

/// The element that the waiver names, then the finding's cell.
fn place(line: &Line<'_, Worded>) -> Cell {
    let finding = &line.record.finding;
    let named = finding.waiver.as_ref().and_then(|waiver| waiver.element.as_ref());
    let element = named.and_then(|id| line.context.plan.element(id.as_str())).map(|element| element.name.clone());
    let cell = finding.location.as_ref().map(ToString::to_string);
    let text = element.into_iter().chain(cell).collect::<Vec<_>>().join("\n");
    Cell::text(text).from_sources(finding.location.iter().cloned().collect())
}

fn of(line: &Line<'_, Worded>, text: fn(&Waiver) -> String) -> Cell {
    line.record.finding.waiver.as_deref().map(|waiver| Cell::text(text(waiver))).unwrap_or_default()
}
