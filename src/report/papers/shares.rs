//! "Chỉ tiêu theo đơn vị": each office's share of every indicator, with the cells it stands in.

use std::collections::BTreeMap;

use super::{derivations, figures};
use crate::model::{ElementId, IndicatorId, IndicatorResult, OfficeId, OfficeShare, Source};
use crate::report::context::{Context, PLACES};
use crate::report::document::{Cell, Part, Place, Table};
use crate::report::table::{self, Field};
use crate::text::Catalog;

/// One office's share of an indicator and where it stands.
struct Share {
    indicator: IndicatorId,
    clause: String,
    of: OfficeShare,
    cells: Vec<(ElementId, Source)>,
}

const FIELDS: &[Field<Share>] = &[
    Field::center("Khoản", 10, |line| {
        let cell = line.context.repeated(&line.record.clause);
        // In a list of a whole city one way back is enough.
        if line.number == 1 || line.context.fits_page() {
            cell.to_anchor(derivations::anchor(&line.record.indicator))
        } else {
            cell
        }
    }),
    Field::left("Đơn vị", 44, |line| {
        let Share { of, cells, .. } = line.record;
        let cell = line.context.office(Some(&of.office));
        match cells.first() {
            Some((element, _)) => cell.to_anchor(figures::anchor(&of.office, element)),
            None => cell,
        }
    }),
    Field::right("Tử số", 14, |line| Cell::number(line.record.of.numerator.as_ref(), PLACES)),
    Field::right("Mẫu số", 14, |line| Cell::number(line.record.of.denominator.as_ref(), PLACES)),
    Field::left("Nguồn (số liệu: tệp, trang tính, ô)", 80, |line| {
        let cells = &line.record.cells;
        let named = cells.iter().map(|(element, source)| format!("{element}: {source}"));
        let sources = cells.iter().map(|(_, source)| source.clone()).collect();
        Cell::text(named.collect::<Vec<_>>().join("\n")).from_sources(sources)
    }),
];

/// The first row of an indicator, which links lead to.
pub(super) fn anchor(indicator: &IndicatorId) -> String {
    format!("don-vi-{indicator}")
}

/// One sheet; on the page too while the offices are few.
pub(super) fn parts(context: &Context<'_>, _catalog: &Catalog) -> Vec<Part> {
    let table = shares(context);
    let part = super::sheet("chi-tieu-don-vi", "Chỉ tiêu theo đơn vị", table, "Không có số liệu của đơn vị.");
    let place = if context.fits_page() { Place::Leaf } else { Place::SheetOnly };
    vec![Part { place, ..part }]
}

fn shares(context: &Context<'_>) -> Table {
    let mut table = table::table("bang-chi-tieu-don-vi", FIELDS);
    table.filter = true;
    for result in &context.results.indicators {
        let mut cells = cells(result);
        let first = table.rows.len();
        for (number, share) in (1..).zip(&result.by_office) {
            let record = Share {
                indicator: result.indicator.id.clone(),
                clause: result.indicator.clause.clone(),
                of: share.clone(),
                cells: cells.remove(&share.office).unwrap_or_default(),
            };
            table.rows.push(table::row(FIELDS, context, number, &record));
        }
        if let Some(row) = table.rows.get_mut(first) {
            row.anchor = Some(anchor(&result.indicator.id));
        }
    }
    table
}

fn cells(result: &IndicatorResult) -> BTreeMap<&OfficeId, Vec<(ElementId, Source)>> {
    let mut cells = BTreeMap::<_, Vec<_>>::new();
    for (office, element, source) in &result.sources {
        cells.entry(office).or_default().push((element.clone(), source.clone()));
    }
    cells
}
