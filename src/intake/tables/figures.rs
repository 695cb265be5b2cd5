//! "Số liệu": one row an element, found by "Mã" or else by name.

use super::{Part, Tables, Twice, compare, note, only};
use crate::intake::layout::{Head, Table, is_section};
use crate::intake::page::{Mark, Row};
use crate::intake::{twice, value};
use crate::model::{Cell, CellValue, Element, Entry, Finding, IgnoredReason, Reading, Severity, Source, State};

/// The columns whose cells are read.
const READ: [Head; 6] = [Head::Previous, Head::Period, Head::Cumulative, Head::Note, Head::Evidence, Head::Revised];

/// What a row turned out to be.
enum Kind<'p> {
    /// A figure this office submits; the head of the column that told.
    Own(&'p Element, Head),
    /// A figure of another office.
    Foreign(&'p Element),
    /// A row that the program computes.
    Computed(&'p Element),
    /// Something with figures in it that the plan does not know.
    Unknown,
    /// A section or a total.
    Section,
    /// A note, a signature, an empty line.
    Other,
}

impl<'a, 'x> Tables<'a, 'x> {
    pub(super) fn read_figures(&mut self, at: usize, table: &Table<'a>, rows: &[Row<'a>]) {
        self.reading.figures.get_or_insert_default();
        let (mut own, mut computed) = (Vec::new(), Vec::new());
        for &row in rows {
            match self.kind_of(table, row) {
                Kind::Own(element, by) => {
                    self.mark(at, row, table.column(by), Mark::Used(Part::Figures));
                    self.read_figure(at, table, row, element);
                    own.push(row);
                }
                Kind::Foreign(element) => self.leave_out_foreign(at, table, row, element),
                Kind::Computed(element) => computed.push((row, element)),
                Kind::Unknown => {
                    let id = row.text(table.column(Head::Id));
                    if self.index.is_shaped(&id) {
                        self.unknown_ids.push(id);
                    }
                    let finding = self.row_finding("S203", Severity::Warning, at, table, row);
                    self.leave_out(at, row, Part::Figures, finding);
                }
                Kind::Section => self.ignore(at, row, IgnoredReason::SectionRow),
                Kind::Other => self.ignore(at, row, IgnoredReason::Surrounding),
            }
        }
        self.unknown_columns(at, &table.header, |col| table.has_head(col), &own, Part::Figures);
        // What they are computed from may stand below them.
        for (row, element) in &computed {
            self.check_computed(at, table, *row, element);
        }
        for row in own.into_iter().chain(computed.into_iter().map(|(row, _)| row)) {
            self.ignore(at, row, IgnoredReason::Label);
        }
    }

    fn kind_of(&self, table: &Table<'_>, row: Row<'_>) -> Kind<'x> {
        let id = row.text(table.column(Head::Id));
        if let Some(element) = self.index.element(&id) {
            return self.owned(element, Head::Id);
        }
        let (number, name) = (row.text(table.column(Head::Number)), row.text(table.column(Head::Name)));
        if !self.index.is_shaped(&id) && !name.is_empty() {
            let candidates = &self.index.elements_named(&name);
            let mine: Vec<&Element> =
                candidates.iter().copied().filter(|element| element.offices.contains(self.office)).collect();
            let numbered = |element: &Element| !number.is_empty() && element.no == number;
            let pool = if mine.is_empty() { candidates } else { &mine };
            if let Some(element) = only(pool, numbered) {
                return self.owned(element, Head::Name);
            }
            if is_section(&number, &name) {
                return Kind::Section;
            }
        }
        let has_figure = [Head::Period, Head::Cumulative]
            .iter()
            .any(|head| table.column(*head).and_then(|col| row.cell(col)).is_some_and(is_numeric));
        match () {
            () if self.index.is_shaped(&id) => Kind::Unknown,
            () if self.index.is_form(&id) || self.index.is_form(&number) => Kind::Section,
            () if is_section(&id, &id) || is_section(&number, &name) => Kind::Section,
            () if has_figure && !(id.is_empty() && name.is_empty()) => Kind::Unknown,
            () => Kind::Other,
        }
    }

    fn owned<'p>(&self, element: &'p Element, by: Head) -> Kind<'p> {
        match () {
            () if !element.is_submitted() => Kind::Computed(element),
            () if element.offices.contains(self.office) => Kind::Own(element, by),
            () => Kind::Foreign(element),
        }
    }

    /// Another office's row is worth a word only where something was written into it.
    fn leave_out_foreign(&mut self, at: usize, table: &Table<'_>, row: Row<'_>, element: &Element) {
        let written = [Head::Period, Head::Cumulative].iter().any(|head| !row.text(table.column(*head)).is_empty());
        if !written {
            self.ignore(at, row, IgnoredReason::UnknownRow);
            return;
        }
        let plan = self.index.plan;
        let offices: Vec<&str> = element.offices.iter().map(|office| plan.office_name(office)).collect();
        let finding = self.row_finding("S206", Severity::Warning, at, table, row);
        self.leave_out(at, row, Part::Figures, finding.expected(offices.join("; ")).arg("offices", offices.join("; ")));
    }

    fn read_figure(&mut self, at: usize, table: &Table<'a>, row: Row<'a>, element: &Element) {
        let (entry, findings) = self.entry(at, table, row, element);
        let known = self.figures.get(&element.id).copied();
        let entries = self.reading.figures.get_or_insert_default();
        let twice = match (known, entries.get(&element.id)) {
            (Some(place), Some(earlier)) => Some((place, compare(earlier, &entry), earlier.period.source.clone())),
            _ => None,
        };
        if matches!(twice, None | Some((_, Twice::Replace, _))) {
            entries.insert(element.id.clone(), entry.clone());
            self.figures.insert(element.id.clone(), (at, row));
            for head in READ {
                self.mark(at, row, table.column(head), Mark::Used(Part::Figures));
            }
            for finding in findings {
                self.report(Part::Figures, finding);
            }
        }
        if let Some((place, twice, earlier)) = twice {
            self.settle(at, row, element, &entry, (place, twice, earlier));
        }
    }

    /// A row that came twice: equal ones count once, of different ones none counts.
    fn settle(
        &mut self,
        at: usize,
        row: Row<'a>,
        element: &Element,
        entry: &Entry,
        (place, twice, earlier): ((usize, Row<'a>), Twice, Option<Source>),
    ) {
        let superseded = IgnoredReason::Superseded;
        let discarded = if matches!(twice, Twice::Replace) { place } else { (at, row) };
        if let Some(page) = self.pages.get_mut(discarded.0) {
            page.discard(discarded.1, superseded);
        }
        let (code, severity) = match twice {
            Twice::Replace | Twice::Drop => return,
            Twice::Equal => ("S205", Severity::Notice),
            Twice::Different => ("S204", Severity::Error),
        };
        let raw = |reading: &Reading| reading.raw.as_deref().unwrap_or_default().to_owned();
        let mut finding = Finding::new(code, severity).at_opt(entry.period.source.clone()).provided(raw(&entry.period));
        if severity == Severity::Error
            && let Some(first) = self.reading.figures.get_or_insert_default().get_mut(&element.id)
        {
            finding = finding.expected(raw(&first.period));
            for (reading, other) in [(&mut first.period, &entry.period), (&mut first.cumulative, &entry.cumulative)] {
                twice::void(reading, other);
            }
            if let Some(page) = self.pages.get_mut(place.0) {
                page.discard(place.1, superseded);
            }
        }
        self.report(Part::Figures, finding.related(earlier).arg("row", element.name.as_str()));
    }

    /// Reads the cells of a row. Flaws of "Kỳ trước" are nobody's concern: what was submitted then counts.
    fn entry(&self, at: usize, table: &Table<'_>, row: Row<'_>, element: &Element) -> (Entry, Vec<Finding>) {
        let read = |head: Head| {
            let (Some(col), Some(page)) = (table.column(head), self.pages.get(at)) else {
                return (Reading::default(), Vec::new());
            };
            value::read(element, row.cell(col), page.source(table.address(row, head)))
        };
        let (period, of_period) = read(Head::Period);
        let (cumulative, of_cumulative) = read(Head::Cumulative);
        let (previous, _) = read(Head::Previous);
        let findings = of_period.into_iter().chain(of_cumulative).collect();
        let entry = Entry {
            period,
            cumulative,
            previous: if previous.state == State::Unreadable { Reading::default() } else { previous },
            note: note(row, table.column(Head::Note)),
            evidence: note(row, table.column(Head::Evidence)),
            reason: note(row, table.column(Head::Revised)),
        };
        (entry, findings)
    }
}

/// Whether a cell holds a figure, of whatever kind.
pub(super) fn is_numeric(cell: &Cell) -> bool {
    match &cell.value {
        CellValue::Number(_) => true,
        CellValue::Text(text) => {
            text.trim_start_matches(['\'', '(', '-', ' ']).starts_with(|c: char| c.is_ascii_digit())
        }
        _ => false,
    }
}
