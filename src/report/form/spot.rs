//! Places of a form, whatever its cells are called in a format; and where in the form a submission's cells belong.

use std::collections::BTreeMap;

use crate::model::{ElementId, Finding, Section, Source, Submission, TaskId};

use super::Subject;

/// A cell of a form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// Beside a label of "Thông tin".
    Info(&'static str),
    /// A figure, in the column of this head.
    Figure(ElementId, &'static str),
    /// A task, in the column of this head.
    Task(TaskId, &'static str),
    /// A text.
    Section(Section),
}

/// Heads of the columns of figures.
pub const PREVIOUS: &str = "Kỳ trước";
/// As above.
pub const PERIOD: &str = "Kỳ này";
/// As above.
pub const CUMULATIVE: &str = "Lũy kế";
pub(super) const STATUS: &str = "Trạng thái";
pub(super) const DONE_ON: &str = "Ngày hoàn thành";

impl Spot {
    /// The cell of a row in the column of this head; the texts have one cell each.
    pub fn of(subject: &Subject<'_>, head: &'static str) -> Option<Self> {
        match subject {
            Subject::Group(_) | Subject::Computed(_) => None,
            Subject::Figure(element) => Some(Self::Figure(element.id.clone(), head)),
            Subject::Task(task) => Some(Self::Task(task.id.clone(), head)),
            Subject::Section(section) => (head == super::narrative::CONTENT).then(|| Self::Section(section.clone())),
        }
    }
}

/// The form's place of every cell that a submission was read from.
#[derive(Debug)]
pub(super) struct Places<'a>(BTreeMap<&'a Source, Spot>);

impl<'a> Places<'a> {
    /// The places of this submission's cells.
    pub(super) fn of(submission: &'a Submission) -> Self {
        let figures = submission.figures.iter().flat_map(|(id, entry)| {
            let cells = [(&entry.previous, PREVIOUS), (&entry.period, PERIOD), (&entry.cumulative, CUMULATIVE)];
            cells.into_iter().flat_map(move |(reading, head)| {
                let sources = reading.source.iter().chain(&*reading.summed_with);
                sources.map(move |source| (Some(source), Spot::Figure(id.clone(), head)))
            })
        });
        let tasks = submission.tasks.iter().flat_map(|(id, row)| {
            let cells = [(&row.status, STATUS), (&row.done_on_cell, DONE_ON)];
            cells.map(|(reading, head)| (reading.source.as_ref(), Spot::Task(id.clone(), head)))
        });
        let texts = submission.narrative.iter().map(|text| (Some(&text.source), Spot::Section(text.section.clone())));
        // Last, since a ticked "Không phát sinh" is the source of every figure it speaks for.
        let info = submission.info.cells.iter().map(|(label, source)| (Some(source), Spot::Info(label)));
        let all = figures.chain(tasks).chain(texts).chain(info);
        Self(all.filter_map(|(source, spot)| Some((source?, spot))).collect())
    }

    /// Where in the form a finding belongs: at the cells it names, else in the rows it misses.
    pub(super) fn concerned(&self, finding: &Finding) -> Vec<Spot> {
        let cells = finding.location.iter().chain(&finding.related);
        let named: Vec<Spot> = cells.filter_map(|source| self.0.get(source).cloned()).collect();
        if !named.is_empty() {
            return named;
        }
        let element = finding.args.get("id").map(|id| Spot::Figure(ElementId::new(id), PERIOD));
        let tasks = finding.args.get("tasks").into_iter().flat_map(|ids| ids.split(", "));
        element.into_iter().chain(tasks.map(|id| Spot::Task(TaskId::new(id), STATUS))).collect()
    }
}
