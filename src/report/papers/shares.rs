//! "Chỉ tiêu theo đơn vị": each office's share of every indicator, with the cells it stands in.

use std::collections::BTreeMap;

use crate::model::{ElementId, IndicatorResult, OfficeId, OfficeShare, Source};
use crate::report::context::{Context, PLACES};
use crate::report::document::{Cell, Part, Place, Row, Table};
use crate::report::table::{self, Field};
use crate::text::Catalog;

/// One office's share and where it stands.
struct Share {
    share: OfficeShare,
    cells: Vec<(ElementId, Source)>,
}

const FIELDS: &[Field<Share>] = &[
    Field::left("Đơn vị", 44, |line| line.context.office(Some(&line.record.share.office))),
    Field::right("Tử số", 14, |line| Cell::number(line.record.share.numerator.as_ref(), PLACES)),
    Field::right("Mẫu số", 14, |line| Cell::number(line.record.share.denominator.as_ref(), PLACES)),
    Field::left("Nguồn (số liệu: tệp, trang tính, ô)", 80, |line| {
        let named = line.record.cells.iter().map(|(element, source)| format!("{element}: {source}"));
        let sources = line.record.cells.iter().map(|(_, source)| source.clone()).collect();
        Cell::text(named.collect::<Vec<_>>().join("\n")).from_sources(sources)
    }),
];

/// One sheet; on the page too while the offices are few.
pub(super) fn parts(context: &Context<'_>, _catalog: &Catalog) -> Vec<Part> {
    let table = shares(context);
    let part = super::sheet("chi-tieu-don-vi", "Chỉ tiêu theo đơn vị", table, "Không có số liệu của đơn vị.");
    let place = if context.fits_page() { Place::Leaf } else { Place::SheetOnly };
    vec![Part { place, ..part }]
}

fn shares(context: &Context<'_>) -> Table {
    let mut table = table::table("bang-chi-tieu-don-vi", FIELDS);
    for result in context.results.indicators.iter().filter(|result| !result.by_office.is_empty()) {
        table.rows.push(Row::section(format!("{} {}", result.indicator.clause, result.indicator.name)));
        let mut cells = cells(result);
        for share in &result.by_office {
            let cells = cells.remove(&share.office).unwrap_or_default();
            table.rows.push(table::row(FIELDS, context, 0, &Share { share: share.clone(), cells }));
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
