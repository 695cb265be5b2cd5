//! "Nhiệm vụ": one row a task, found by "Mã" or else by name.

use std::sync::Arc;

use super::{Part, Tables, Twice, compare, note, only};
use crate::intake::layout::{Head, Table, is_section};
use crate::intake::page::{Mark, Row};
use crate::intake::{status, value};
use crate::model::{Address, Finding, IgnoredReason, Reading, Severity, Source, State, Task, TaskRow};

impl<'a, 'x> Tables<'a, 'x> {
    pub(super) fn read_tasks(&mut self, at: usize, table: &Table<'a>, rows: &[Row<'a>]) {
        self.reading.tasks.get_or_insert_default();
        let mut own = Vec::new();
        for &row in rows {
            let status = row.text(table.column(Head::Status));
            match self.task_of(table, row) {
                Some((task, by)) if task.lead == *self.office => {
                    self.mark(at, row, table.column(by), Mark::Used(Part::Tasks));
                    self.read_task(at, table, row, task);
                    own.push(row);
                }
                Some(_) if status.is_empty() => self.ignore(at, row, IgnoredReason::UnknownRow),
                Some((task, _)) => {
                    let lead = self.index.plan.office_name(&task.lead).to_owned();
                    let finding = self.row_finding("S212", Severity::Warning, at, table, row);
                    self.leave_out(at, row, Part::Tasks, finding.expected(lead.clone()).arg("lead", lead));
                }
                None => self.leave_out_task(at, table, row, &status),
            }
        }
        self.unknown_columns(at, &table.header, |col| table.has_head(col), &own, Part::Tasks);
        for row in own {
            self.ignore(at, row, IgnoredReason::Label);
        }
    }

    fn task_of(&self, table: &Table<'_>, row: Row<'_>) -> Option<(&'x Task, Head)> {
        let id = row.text(table.column(Head::Id));
        if let Some(task) = self.index.task(&id) {
            return Some((task, Head::Id));
        }
        let name = row.text(table.column(Head::Task));
        if self.index.is_shaped(&id) || name.is_empty() {
            return None;
        }
        let candidates = &self.index.tasks_named(&name);
        only(candidates, |task| task.lead == *self.office).map(|task| (task, Head::Task))
    }

    /// A row without a task of the plan: unknown if it reports something, else a section or a signature.
    fn leave_out_task(&mut self, at: usize, table: &Table<'_>, row: Row<'_>, status: &str) {
        let (id, name) = (row.text(table.column(Head::Id)), row.text(table.column(Head::Task)));
        let is_named = !(id.is_empty() && name.is_empty());
        let shaped = self.index.is_shaped(&id);
        if shaped || (is_named && status::read(status).is_some()) {
            if shaped {
                self.unknown_ids.push(id);
            }
            let finding = self.row_finding("S203", Severity::Warning, at, table, row);
            self.leave_out(at, row, Part::Tasks, finding);
        } else if is_section(&id, &name) || is_named {
            self.ignore(at, row, IgnoredReason::SectionRow);
        } else {
            self.ignore(at, row, IgnoredReason::Surrounding);
        }
    }

    fn read_task(&mut self, at: usize, table: &Table<'a>, row: Row<'a>, task: &Task) {
        let (read, findings) = self.task_row(at, table, row, task);
        let rows = self.reading.tasks.get_or_insert_default();
        let earlier = self.tasks.get(&task.id).copied().zip(rows.get(&task.id).cloned());
        let twice = earlier.map(|(place, earlier)| (place, compare(&earlier, &read), earlier.status.source));
        if matches!(twice, None | Some((_, Twice::Replace, _))) {
            rows.insert(task.id.clone(), read.clone());
            self.tasks.insert(task.id.clone(), (at, row));
            for head in [Head::Status, Head::DoneOn, Head::Document, Head::Note, Head::Revised] {
                self.mark(at, row, table.column(head), Mark::Used(Part::Tasks));
            }
            for finding in findings {
                self.report(Part::Tasks, finding);
            }
        }
        if let Some((place, twice, earlier)) = twice {
            self.settle_task(at, row, task, &read, (place, twice, earlier));
        }
    }

    /// A task that came twice: equal rows count once, of different ones none counts.
    fn settle_task(
        &mut self,
        at: usize,
        row: Row<'a>,
        task: &Task,
        read: &TaskRow,
        (place, twice, earlier): ((usize, Row<'a>), Twice, Option<Source>),
    ) {
        let discarded = if matches!(twice, Twice::Replace) { place } else { (at, row) };
        if let Some(page) = self.pages.get_mut(discarded.0) {
            page.discard(discarded.1, IgnoredReason::Superseded);
        }
        let (code, severity) = match twice {
            Twice::Replace | Twice::Drop => return,
            Twice::Equal => ("S205", Severity::Notice),
            Twice::Different => ("S204", Severity::Error),
        };
        if severity == Severity::Error
            && let Some(first) = self.reading.tasks.get_or_insert_default().get_mut(&task.id)
        {
            (first.status.state, first.status.text, first.done_on) = (State::Unreadable, None, None);
            let both = [&first.status.raw, &read.status.raw].map(|raw| raw.as_deref().unwrap_or_default());
            first.status.raw = Some(both.join(" | ").into());
            if let Some(page) = self.pages.get_mut(place.0) {
                page.discard(place.1, IgnoredReason::Superseded);
            }
        }
        let said = read.status.raw.as_deref().unwrap_or_default();
        let finding = Finding::new(code, severity).at_opt(read.status.source.clone()).provided(said);
        self.report(Part::Tasks, finding.related(earlier).arg("row", task.name.as_str()));
    }

    fn task_row(&self, at: usize, table: &Table<'_>, row: Row<'_>, task: &Task) -> (TaskRow, Vec<Finding>) {
        let source = |head: Head| {
            let col = table.column(head)?;
            Some(self.pages.get(at)?.source(Address::new(row.number(), col)))
        };
        let cell = |head: Head| table.column(head).and_then(|col| row.cell(col));
        let mut findings = Vec::new();
        let mut read = TaskRow {
            document: note(row, table.column(Head::Document)),
            document_cell: source(Head::Document),
            note: note(row, table.column(Head::Note)),
            reason: note(row, table.column(Head::Revised)),
            ..TaskRow::default()
        };
        if let Some(place) = source(Head::Status) {
            let (status, finding) = read_status(task, cell(Head::Status).map(value::raw), place);
            read.status = status;
            findings.extend(finding);
        }
        if let Some(place) = source(Head::DoneOn) {
            let (reading, day, flaws) = value::read_date(&task.name, cell(Head::DoneOn), place, self.year);
            (read.done_on_cell, read.done_on) = (reading, day);
            findings.extend(flaws);
        }
        (read, findings)
    }
}

/// Reads "Trạng thái"; a row that is there must say one of the allowed words.
fn read_status(task: &Task, said: Option<String>, source: Source) -> (Reading, Option<Finding>) {
    let said = said.filter(|text| !text.trim().is_empty());
    let word = said.as_deref().and_then(status::read);
    let state = match (&said, word) {
        (None, _) => State::Blank,
        (Some(_), None) => State::Unreadable,
        (Some(_), Some(_)) => State::Value,
    };
    let finding = word.is_none().then(|| {
        let finding = Finding::new("V320", Severity::Error).at(source.clone()).arg("element", task.name.as_str());
        let detail = if said.is_none() { "blank" } else { "unknown" };
        finding.provided(said.clone().unwrap_or_default()).arg("detail", detail)
    });
    let text = word.map(|word| Arc::from(word.as_str()));
    let reading = Reading { state, text, raw: said.map(Arc::from), source: Some(source), ..Reading::default() };
    (reading, finding)
}
