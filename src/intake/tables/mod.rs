//! The rows of a form's tables as entries of a file's reading.

mod computed;
mod figures;
mod narrative;
mod statement;
mod tasks;

use std::collections::BTreeMap;

use super::content::Content;
use super::index::Index;
use super::layout::{Head, Header, Table, TableKind};
use super::page::{Mark, Page, Part, Row, said};
use super::text::clean;
use crate::model::{Address, ElementId, FileReading, Finding, IgnoredReason, OfficeId, Severity, TaskId};

/// Where rows already read stand: page and row.
type Seen<'a, K> = BTreeMap<K, (usize, Row<'a>)>;

/// What is needed to read a file's tables, and where they have come to.
pub(super) struct Tables<'a, 'x> {
    index: &'x Index<'x>,
    office: &'x OfficeId,
    /// The year that dates without one belong to.
    year: i32,
    pages: &'x mut [Page<'a>],
    reading: &'x mut FileReading,
    figures: Seen<'a, ElementId>,
    tasks: Seen<'a, TaskId>,
    /// Pages of the statements that elements were read from.
    statements: BTreeMap<ElementId, usize>,
    /// Ids in "Mã" that the plan does not know.
    pub(super) unknown_ids: Vec<String>,
}

impl<'a, 'x> Tables<'a, 'x> {
    /// Ready to read the tables of a file whose office is known.
    pub(super) fn new(
        index: &'x Index<'x>,
        office: &'x OfficeId,
        year: i32,
        pages: &'x mut [Page<'a>],
        reading: &'x mut FileReading,
    ) -> Self {
        let (figures, tasks, statements) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Self { index, office, year, pages, reading, figures, tasks, statements, unknown_ids: Vec::new() }
    }

    /// Reads one table of the page with this number.
    pub(super) fn read(&mut self, at: usize, table: &Table<'a>) {
        let Some(page) = self.pages.get_mut(at) else { return };
        table.header.skip(page);
        let part = part(table.kind);
        for finding in table.head_findings(page) {
            self.report(part, finding);
        }
        match table.kind {
            TableKind::Tasks => self.read_tasks(at, table, &table.rows),
            TableKind::Narrative => self.read_narrative(at, table, &table.rows),
            TableKind::Figures
            | TableKind::Register
            | TableKind::Corrections
            | TableKind::Extensions
            | TableKind::TaskList => {
                self.read_figures(at, table, &table.rows);
            }
        }
    }

    /// Adds a finding about a table.
    fn report(&mut self, part: Part, finding: Finding) {
        if let Some(findings) = self.reading.table_findings.get_mut(part as usize) {
            findings.push(finding.office(self.office));
        }
    }

    /// Marks a cell of a page.
    fn mark(&mut self, at: usize, row: Row<'_>, col: Option<u32>, mark: Mark) {
        if let (Some(page), Some(col)) = (self.pages.get_mut(at), col) {
            page.mark(row, col, mark);
        }
    }

    /// Ignores what is left of a row.
    fn ignore(&mut self, at: usize, row: Row<'_>, reason: IgnoredReason) {
        if let Some(page) = self.pages.get_mut(at) {
            page.ignore_rest(row, reason);
        }
    }

    /// A finding about a row, placed at the cell that names it.
    fn row_finding(&self, code: &str, severity: Severity, at: usize, table: &Table<'_>, row: Row<'_>) -> Finding {
        let name_head = if table.kind == TableKind::Tasks { Head::Task } else { Head::Name };
        let (id, name) = (row.text(table.column(Head::Id)), row.text(table.column(name_head)));
        let col = table.column(if id.is_empty() { name_head } else { Head::Id }).unwrap_or_default();
        let label = [id, name].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" – ");
        let place = self.pages.get(at).map(|page| page.source(Address::new(row.number(), col)));
        Finding::new(code, severity).at_opt(place).provided(label.clone()).arg("row", label)
    }

    /// Ignores a row that the plan does not ask this office for, with the finding that says so.
    fn leave_out(&mut self, at: usize, row: Row<'_>, part: Part, finding: Finding) {
        self.report(part, finding);
        self.ignore(at, row, IgnoredReason::UnknownRow);
    }

    /// Ignores the cells of columns that the form does not have, once the table's data rows are known; one notice each.
    fn unknown_columns(
        &mut self,
        at: usize,
        header: &Header<'_>,
        is_known: impl Fn(u32) -> bool,
        rows: &[Row<'_>],
        part: Part,
    ) {
        let mut columns: BTreeMap<u32, Address> = BTreeMap::new();
        for row in rows {
            for cell in row.cells.iter().filter(|cell| !is_known(cell.at.col)) {
                columns.entry(cell.at.col).or_insert(cell.at);
                self.mark(at, *row, Some(cell.at.col), Mark::Ignored(IgnoredReason::UnknownColumn));
            }
        }
        for (col, first) in columns {
            let place = self.pages.get(at).map(|page| page.source(header.cell(col).unwrap_or(first)));
            let name = header.name(col);
            let finding = Finding::new("S209", Severity::Notice).at_opt(place).provided(name.clone());
            self.report(part, finding.arg("column", name));
        }
    }
}

/// The part of the form that a kind of table is.
fn part(kind: TableKind) -> Part {
    match kind {
        TableKind::Tasks => Part::Tasks,
        TableKind::Narrative => Part::Narrative,
        TableKind::Figures
        | TableKind::Register
        | TableKind::Corrections
        | TableKind::Extensions
        | TableKind::TaskList => Part::Figures,
    }
}

/// What to do with a row that is there already.
enum Twice {
    /// The earlier one says nothing: the later one takes its place.
    Replace,
    /// The later one says nothing.
    Drop,
    /// Both say the same.
    Equal,
    /// They differ.
    Different,
}

fn compare<C: Content>(earlier: &C, later: &C) -> Twice {
    match (earlier.is_blank(), later.is_blank()) {
        (_, true) => Twice::Drop,
        (true, false) => Twice::Replace,
        (false, false) if earlier.agrees(later) => Twice::Equal,
        (false, false) => Twice::Different,
    }
}

/// The one item, or the one of several whose number is printed beside the name.
fn only<'p, T>(candidates: &[&'p T], is_numbered: impl Fn(&T) -> bool) -> Option<&'p T> {
    match candidates {
        [] => None,
        [one] => Some(*one),
        several => {
            let mut numbered = several.iter().filter(|candidate| is_numbered(candidate));
            let first = numbered.next()?;
            numbered.next().is_none().then_some(*first)
        }
    }
}

/// A cell's text for a note, lines joined; `None` where there is nothing.
fn note(row: Row<'_>, col: Option<u32>) -> Option<std::sync::Arc<str>> {
    let text = clean(&row.cell(col?).map(said)?);
    (!text.is_empty()).then(|| text.into())
}
