//! Places of a form, whatever its cells are called in a file; and where in the form a submission's cells belong.

use std::collections::BTreeMap;

use super::{ElementId, Finding, Section, Source, Submission, TaskId};

/// A cell of a form by what it is about, which is the same in every file of every version.
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

/// Heads of the columns that an office fills in, as the form writes them.
pub mod head {
    /// Figures of the period before.
    pub const PREVIOUS: &str = "Kỳ trước";
    /// Figures of the period.
    pub const PERIOD: &str = "Kỳ này";
    /// Figures since the count began.
    pub const CUMULATIVE: &str = "Lũy kế";
    /// How a task stands.
    pub const STATUS: &str = "Trạng thái";
    /// The day on which a task was completed.
    pub const DONE_ON: &str = "Ngày hoàn thành";
    /// What a task led to.
    pub const DOCUMENT: &str = "Số, ký hiệu";
    /// Why a row says something else than the version before; in "Thông tin", why all of it does.
    pub const REASON: &str = "Lý do điều chỉnh";
}

/// The form's place of every cell that a submission was read from.
#[derive(Debug)]
pub struct Places<'a>(BTreeMap<&'a Source, Spot>);

impl<'a> Places<'a> {
    /// The places of this submission's cells.
    pub fn of(submission: &'a Submission) -> Self {
        let figures = submission.figures.iter().flat_map(|(id, entry)| {
            let cells = [
                (&entry.previous, head::PREVIOUS),
                (&entry.period, head::PERIOD),
                (&entry.cumulative, head::CUMULATIVE),
            ];
            cells.into_iter().flat_map(move |(reading, head)| {
                let sources = reading.source.iter().chain(&*reading.summed_with);
                sources.map(move |source| (Some(source), Spot::Figure(id.clone(), head)))
            })
        });
        let tasks = submission.tasks.iter().flat_map(|(id, row)| {
            let (status, done_on) = (row.status.source.as_ref(), row.done_on_cell.source.as_ref());
            let cells =
                [(status, head::STATUS), (done_on, head::DONE_ON), (row.document_cell.as_ref(), head::DOCUMENT)];
            cells.map(|(source, head)| (source, Spot::Task(id.clone(), head)))
        });
        let texts = submission.narrative.iter().map(|text| (Some(&text.source), Spot::Section(text.section.clone())));
        // Last, since a ticked "Không phát sinh" is the source of every figure it speaks for.
        let info = submission.info.cells.iter().map(|(label, source)| (Some(source), Spot::Info(label)));
        let all = figures.chain(tasks).chain(texts).chain(info);
        Self(all.filter_map(|(source, spot)| Some((source?, spot))).collect())
    }

    /// Where in the form a finding belongs: at the cells it names, else in the rows it misses.
    pub fn concerned(&self, finding: &Finding) -> Vec<Spot> {
        let cells = finding.location.iter().chain(&finding.related);
        let named: Vec<Spot> = cells.filter_map(|source| self.0.get(source).cloned()).collect();
        if !named.is_empty() {
            return named;
        }
        let element = finding.args.get("id").map(|id| Spot::Figure(ElementId::new(id), head::PERIOD));
        let tasks = finding.args.get("tasks").into_iter().flat_map(|ids| ids.split(", "));
        element.into_iter().chain(tasks.map(|id| Spot::Task(TaskId::new(id), head::STATUS))).collect()
    }
}
