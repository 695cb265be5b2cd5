//! "Diễn giải chỉ tiêu": how each indicator is computed and what came out.

use super::shares;
use crate::model::{IndicatorId, IndicatorResult};
use crate::report::context::{Context, PLACES};
use crate::report::document::{Cell, Part};
use crate::report::judgement;
use crate::report::table::{self, Field, Line};
use crate::report::words;
use crate::text::Catalog;

const FIELDS: &[Field<IndicatorResult>] = &[
    Field::left("Mã", 16, |line| Cell::text(line.record.indicator.id.as_str())),
    Field::center("Khoản", 10, clause),
    Field::left("Chỉ tiêu", 50, |line| Cell::text(&line.record.indicator.name)),
    Field::left("Công thức tử số", 30, |line| Cell::text(&line.record.indicator.numerator.text)),
    Field::left("Công thức mẫu số", 30, |line| {
        line.record.indicator.denominator.as_ref().map(|formula| Cell::text(&formula.text)).unwrap_or_default()
    }),
    Field::center("Cột", 10, |line| line.context.repeated(words::measure(line.record.indicator.measure))),
    Field::right("Tử số", 12, |line| Cell::number(line.record.rate.numerator.as_ref(), PLACES)),
    Field::right("Mẫu số", 12, |line| Cell::number(line.record.rate.denominator.as_ref(), PLACES)),
    Field::right("Kết quả in trong báo cáo", 22, result),
    Field::center("Mục tiêu", 14, |line| Cell::text(judgement::target(&line.record.indicator))),
    Field::left("Đánh giá", 26, |line| {
        let (text, tone) = judgement::outcome(line.record);
        Cell::text(text).tone(tone)
    }),
    Field::left("Lý do", 40, |line| Cell::text(line.record.reason.as_deref().unwrap_or_default())),
];

/// One sheet, also on the page.
pub(super) fn parts(context: &Context<'_>, _catalog: &Catalog) -> Vec<Part> {
    let mut table = table::table("bang-dien-giai", FIELDS);
    let results = &context.results.indicators;
    let row = |result| table::row(FIELDS, context, 0, result);
    table.rows = results.iter().map(|result| row(result).anchor(anchor(&result.indicator.id))).collect();
    vec![super::sheet("dien-giai", "Diễn giải chỉ tiêu", table, "Kế hoạch không có chỉ tiêu.")]
}

/// The row of an indicator, which links lead to.
pub(super) fn anchor(indicator: &IndicatorId) -> String {
    format!("dien-giai-{indicator}")
}

/// The clause, with a link to what each office gave.
fn clause(line: &Line<'_, IndicatorResult>) -> Cell {
    let cell = Cell::text(&line.record.indicator.clause);
    if line.record.by_office.is_empty() { cell } else { cell.to_anchor(shares::anchor(&line.record.indicator.id)) }
}

fn result(line: &Line<'_, IndicatorResult>) -> Cell {
    Cell::text(&line.record.printed)
        .from_sources(line.record.sources.iter().map(|(_, _, source)| source.clone()).collect())
}
