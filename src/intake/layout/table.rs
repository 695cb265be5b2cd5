//! The tables that some header rows begin, with their columns.

use std::collections::BTreeMap;
use std::ops::Range;

use super::header::{Header, MOST_COLUMNS};
use super::heads::{Heads, Shape};
use super::{Head, TableKind, Wanted, bands, near};
use crate::intake::page::{Page, Row, said};
use crate::model::{Address, CellValue, Finding, Severity};

/// A table: its header and the rows below it, down to the next header or the sheet's end.
#[derive(Debug)]
pub(in crate::intake) struct Table<'a> {
    pub(in crate::intake) kind: TableKind,
    pub(in crate::intake) header: Header<'a>,
    /// The columns of the sheet that it takes.
    pub(super) span: Range<u32>,
    columns: BTreeMap<Head, u32>,
    /// Misspelt heads, with what they were taken for.
    misspelt: Vec<(u32, Head)>,
    pub(in crate::intake) rows: Vec<Row<'a>>,
}

impl Table<'_> {
    /// The column under this head, if the table has it.
    pub(in crate::intake) fn column(&self, head: Head) -> Option<u32> {
        self.columns.get(&head).copied()
    }

    /// Whether a column has a head that the form has.
    pub(in crate::intake) fn has_head(&self, col: u32) -> bool {
        self.columns.values().any(|column| *column == col)
    }

    /// The cell of a row under this head, empty or not; the row's first column where the table has no such head.
    pub(in crate::intake) fn address(&self, row: Row<'_>, head: Head) -> Address {
        Address::new(row.number(), self.column(head).unwrap_or_default())
    }

    /// S215 for each head that is misspelt, S202 for each column that the table cannot do without and does not have.
    pub(in crate::intake) fn head_findings(&self, page: &Page<'_>) -> Vec<Finding> {
        let misspelt = self.misspelt.iter().map(|(col, head)| {
            let at = self.header.cell(*col).unwrap_or_else(|| self.header.start());
            let finding = Finding::new("S215", Severity::Warning).at(page.source(at)).provided(self.header.name(*col));
            finding.expected(head.wording()).arg("column", head.wording())
        });
        let absent = self.kind.shape().required.iter().filter(|head| !self.columns.contains_key(head));
        let missing = |head: &Head| {
            Finding::new("S202", Severity::Error)
                .at(page.source(self.header.start()))
                .provided(self.header.names().join(" | "))
                .expected(head.wording())
                .arg("column", head.wording())
        };
        misspelt.chain(absent.map(missing)).collect()
    }
}

/// The tables that begin with these rows, side by side; none where they begin no table. `may_be_misspelt` says whether
/// a row is worth a second look although no head in it is spelt right.
pub(super) fn begin<'a>(rows: &[Row<'a>], wanted: Wanted<'_, '_>, may_be_misspelt: bool) -> Vec<Table<'a>> {
    let Some(first) = rows.first() else { return Vec::new() };
    let known = exact(*first, wanted.heads);
    if known.is_empty() && !may_be_misspelt {
        return Vec::new();
    }
    let shapes: Vec<&Shape> = wanted.kinds.iter().map(|kind| kind.shape()).collect();
    let depth = 1 + further(rows, &known, &shapes);
    let header = Header::new(rows, depth);
    let found = if depth == 1 { known } else { flattened(&header, wanted.heads) };
    bands::split(&found, &shapes)
        .into_iter()
        .filter_map(|(span, columns)| {
            let (shape, misspelt) = near::shape(&header, &span, &columns, &shapes, wanted.heads)?;
            let own = columns.into_iter().chain(misspelt.iter().map(|(col, head)| (*head, *col)));
            let columns = own.filter(|(head, _)| shape.heads.contains(head)).collect();
            Some(Table { kind: shape.kind, header: header.clone(), span, columns, misspelt, rows: Vec::new() })
        })
        .collect()
}

/// The heads in a row with their columns, from left to right.
fn exact(row: Row<'_>, heads: &Heads) -> Vec<(u32, Head)> {
    let head = |cell: &crate::model::Cell| match &cell.value {
        CellValue::Text(text) => heads.find(text).map(|head| (cell.at.col, head)),
        _ => None,
    };
    row.cells.iter().filter_map(head).collect()
}

/// How many rows below go on with the header: texts alone, none of them where the rows of the table would be named.
fn further(rows: &[Row<'_>], known: &[(u32, Head)], shapes: &[&Shape]) -> usize {
    let naming: Vec<u32> =
        known.iter().filter(|(_, head)| shapes.iter().any(|shape| shape.names(*head))).map(|(col, _)| *col).collect();
    let first = rows.first();
    let repeats = |row: &Row<'_>, col: u32| first.is_some_and(|first| first.text(Some(col)) == row.text(Some(col)));
    let goes_on = |row: &&Row<'_>| {
        super::header::may_go_on(**row) && naming.iter().all(|col| row.cell(*col).is_none() || repeats(row, *col))
    };
    if naming.is_empty() || first.is_none_or(|first| first.cells.len() > MOST_COLUMNS) {
        return 0;
    }
    rows.iter().skip(1).take(super::header::MOST_ROWS - 1).take_while(goes_on).count()
}

/// The heads under which the columns of merged header rows stand: the innermost text that is one, an outer one only
/// where it covers no other column.
fn flattened(header: &Header<'_>, heads: &Heads) -> Vec<(u32, Head)> {
    let paths = header.paths();
    let covers_one = |prefix: &[String]| paths.iter().filter(|(_, path)| path.starts_with(prefix)).count() == 1;
    let head = |path: &[String]| {
        let depths = (1..=path.len()).rev();
        let mut alone = depths.filter(|depth| *depth == path.len() || path.get(..*depth).is_some_and(covers_one));
        let (depth, head) = alone.find_map(|depth| Some((depth, heads.find(path.get(depth - 1)?)?)))?;
        let mut outer = path.iter().take(depth - 1).filter_map(|text| heads.find(text));
        outer.all(|outer| !head.contradicts(outer)).then_some(head)
    };
    paths.iter().filter_map(|(col, path)| Some((*col, head(path)?))).collect()
}

/// What the cells of the header's rows say in a span of columns, with their columns: the innermost of each.
pub(super) fn innermost(header: &Header<'_>, span: &Range<u32>) -> Vec<(u32, String)> {
    let mut cells: BTreeMap<u32, String> = BTreeMap::new();
    for cell in header.rows().iter().flat_map(|row| row.cells).filter(|cell| span.contains(&cell.at.col)) {
        cells.insert(cell.at.col, said(cell));
    }
    cells.into_iter().collect()
}
