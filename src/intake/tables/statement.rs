//! A statement such as form II.06: the figures of its rows added up into elements, its totals compared with them.

mod check;
mod lines;
mod sum;

use super::{Part, Tables};
use crate::intake::content::Content;
use crate::intake::layout::StatementTable;
use crate::intake::page::Mark;
use crate::intake::{twice, value};
use crate::model::{Address, Element, ElementId, Entry, Finding, IgnoredReason, Reading, Severity, StatementColumn};
use lines::{Line, Lines, Role};

/// A row with the readings of its figures, one a column of the statement; `Missing` where the table has no such column.
struct Figures<'a> {
    line: Line<'a>,
    readings: Vec<Reading>,
}

impl<'a> Tables<'a, '_> {
    /// Reads one statement of the page with this number.
    pub(in crate::intake) fn read_statement(&mut self, at: usize, table: &StatementTable<'a>) {
        let Some(page) = self.pages.get_mut(at) else { return };
        table.header.skip(page);
        for finding in table.missing_columns(page) {
            self.report(Part::Statement, finding);
        }
        if !table.statement.columns.iter().any(|column| self.own_elements(column).next().is_some()) {
            self.leave_out_statement(at, table);
            return;
        }
        self.reading.statements.get_or_insert_default();
        let lines = self.figures_of(at, table);
        self.check_statement(&lines, table);
        self.add_up(at, table, &lines);
        self.account(at, table, &lines);
    }

    /// The elements of a column that this office submits.
    fn own_elements<'c>(&self, column: &'c StatementColumn) -> impl Iterator<Item = &'c ElementId> {
        let (plan, office) = (self.index.plan, self.office);
        column
            .elements
            .iter()
            .filter(move |id| plan.element(id.as_str()).is_some_and(|element| element.offices.contains(office)))
    }

    /// The element by whose kind a column's cells are read: this office's, else anybody's.
    fn element_of(&self, column: &StatementColumn) -> Option<&'_ Element> {
        let id = self.own_elements(column).next().or_else(|| column.elements.first())?;
        self.index.plan.element(id.as_str())
    }

    /// S206: the figures are another office's.
    fn leave_out_statement(&mut self, at: usize, table: &StatementTable<'a>) {
        let plan = self.index.plan;
        let elements = table.statement.columns.iter().flat_map(|column| &column.elements);
        let offices = elements.filter_map(|id| plan.element(id.as_str())).flat_map(|element| element.offices.iter());
        let mut names: Vec<&str> = Vec::new();
        for name in offices.map(|office| plan.office_name(office)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let (names, title) = (names.join("; "), table.statement.title.as_str());
        let place = self.pages.get(at).map(|page| page.source(table.header.start()));
        let finding = Finding::new("S206", Severity::Warning).at_opt(place).provided(title).expected(names.as_str());
        self.report(Part::Statement, finding.arg("row", title).arg("offices", names));
        for row in &table.rows {
            self.ignore(at, *row, IgnoredReason::UnknownRow);
        }
    }

    /// The rows that figures stand in, each cell read; what is wrong with the cells of rows that count.
    fn figures_of(&mut self, at: usize, table: &StatementTable<'a>) -> Lines<Figures<'a>> {
        let (lines, is_whole) = lines::of(table);
        if !is_whole {
            let place = self.pages.get(at).map(|page| page.source(table.header.start()));
            let finding = Finding::new("S219", Severity::Warning).at_opt(place);
            self.report(Part::Statement, finding.arg("most", lines::MOST_PARTS.to_string()));
        }
        let mut found = Vec::new();
        let read = lines.map(|line, role| {
            let mut readings = Vec::new();
            for (column, col) in table.statement.columns.iter().zip(&table.columns) {
                let (reading, findings) = self.cell(at, &line, column, *col);
                readings.push(reading);
                if role == Role::Counts {
                    found.extend(findings);
                }
            }
            Figures { line, readings }
        });
        for finding in found {
            self.report(Part::Statement, finding);
        }
        read
    }

    fn cell(&self, at: usize, line: &Line<'a>, column: &StatementColumn, col: Option<u32>) -> (Reading, Vec<Finding>) {
        let (Some(col), Some(page), Some(element)) = (col, self.pages.get(at), self.element_of(column)) else {
            return (Reading::default(), Vec::new());
        };
        value::read(element, line.row.cell(col), page.source(Address::new(line.row.number(), col)))
    }

    /// Each column's sum as the entry of its elements. A column that is not there gives entries without a reading: the
    /// finding about it says enough.
    fn add_up(&mut self, at: usize, table: &StatementTable<'a>, lines: &Lines<Figures<'a>>) {
        let rows: Vec<&Figures<'a>> = lines.counting().collect();
        let note = lines::notes(table);
        let mut equal = Vec::new();
        for (position, column) in table.statement.columns.iter().enumerate().filter(|_| !rows.is_empty()) {
            let period = sum::of(rows.iter().filter_map(|row| row.readings.get(position)));
            let own: Vec<ElementId> = self.own_elements(column).cloned().collect();
            for id in own {
                let entry = Entry { period: period.clone(), note: note.clone(), ..Entry::default() };
                equal.extend(self.add_entry(at, id, entry));
            }
        }
        if let Some(finding) = twice::equal(&equal) {
            self.report(Part::Statement, finding);
        }
    }

    /// An element that two statements of one file give: equal figures count once and are given back, of different ones
    /// none counts.
    fn add_entry(&mut self, at: usize, id: ElementId, entry: Entry) -> Option<twice::Twice> {
        let superseded = Mark::Ignored(IgnoredReason::Superseded);
        let known = self.statements.get(&id).copied();
        let entries = self.reading.statements.get_or_insert_default();
        let Some((first, earlier)) = known.zip(entries.get_mut(&id)).filter(|(_, earlier)| !earlier.is_blank()) else {
            self.mark_cells(at, &entry.period, Mark::Used(Part::Statement));
            self.reading.statements.get_or_insert_default().insert(id.clone(), entry);
            self.statements.insert(id, at);
            return None;
        };
        let name = self.index.plan.element(id.as_str()).map(|element| element.name.clone()).unwrap_or_default();
        let both = (name, earlier.period.clone(), entry.period);
        let is_equal = twice::agree(&both.1, &both.2);
        if both.2.says() && !is_equal {
            twice::void(&mut earlier.period, &both.2);
            self.mark_cells(first, &both.1, superseded);
            self.report(Part::Statement, twice::different(&both));
        }
        self.mark_cells(at, &both.2, superseded);
        is_equal.then_some(both)
    }

    /// Marks the cells behind a reading.
    fn mark_cells(&mut self, at: usize, reading: &Reading, mark: Mark) {
        let cells = reading.source.iter().chain(&reading.summed_with).filter_map(|source| source.cell);
        if let Some(page) = self.pages.get_mut(at) {
            cells.for_each(|cell| page.mark_at(cell, mark));
        }
    }

    /// Gives every cell that is left its reason.
    fn account(&mut self, at: usize, table: &StatementTable<'a>, lines: &Lines<Figures<'a>>) {
        let first = table.first_figure();
        let is_known = |col: u32| col < first || table.columns.contains(&Some(col));
        let rows: Vec<_> = lines.counting().map(|figures| figures.line.row).collect();
        self.unknown_columns(at, &table.header, is_known, &rows, Part::Statement);
        for row in rows {
            self.ignore(at, row, IgnoredReason::Label);
        }
        for row in &table.rows {
            if lines::is_note(*row) {
                for cell in row.cells {
                    self.mark(at, *row, Some(cell.at.col), Mark::Used(Part::Statement));
                }
            }
            let reason =
                if lines::is_structure(table, *row) { IgnoredReason::SectionRow } else { IgnoredReason::Surrounding };
            self.ignore(at, *row, reason);
        }
    }
}
