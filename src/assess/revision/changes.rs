//! The cells that say something else: of every row by its id, of texts by their section.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{
    Change, ChangeKind, Entry, Plan, Reading, Section, Sent, Source, Spot, State, Submission, TaskRow, head,
};

/// What `after` says otherwise than `before`: figures and tasks in plan order, then texts.
pub fn changes(plan: &Plan, before: &Submission, after: &Submission) -> Vec<Change> {
    let reasons = Reasons::of(before, after);
    let figures = plan.elements.iter().flat_map(|element| {
        let id = &element.id;
        let rows = (before.figures.get(id), after.figures.get(id));
        cells(rows, figure_cells, |row: &Entry| row.reason.as_ref(), |head| Spot::Figure(id.clone(), head))
    });
    let tasks = plan.tasks.iter().flat_map(|task| {
        let id = &task.id;
        let rows = (before.tasks.get(id), after.tasks.get(id));
        cells(rows, task_cells, |row: &TaskRow| row.reason.as_ref(), |head| Spot::Task(id.clone(), head))
    });
    let rows = figures.chain(tasks).filter_map(|pair| change(pair, &reasons));
    rows.chain(texts(before, after).into_iter().filter_map(|pair| change(pair, &reasons))).collect()
}

/// One cell in both versions, with the reason that its row gives.
struct Pair {
    spot: Spot,
    before: Reading,
    after: Reading,
    reason: Option<Arc<str>>,
}

/// The cells of one row, side by side.
fn cells<R: Default, const N: usize>(
    (before, after): (Option<&R>, Option<&R>),
    cells: fn(&R) -> [(&'static str, Reading); N],
    reason: fn(&R) -> Option<&Arc<str>>,
    spot: impl Fn(&'static str) -> Spot,
) -> Vec<Pair> {
    if before.is_none() && after.is_none() {
        return Vec::new();
    }
    let nothing = R::default();
    let (before, after) = (before.unwrap_or(&nothing), after.unwrap_or(&nothing));
    let pair = |((head, before), (_, now)): ((&'static str, Reading), (&'static str, Reading))| Pair {
        spot: spot(head),
        before,
        after: now,
        reason: reason(after).cloned(),
    };
    cells(before).into_iter().zip(cells(after)).map(pair).collect()
}

fn figure_cells(row: &Entry) -> [(&'static str, Reading); 3] {
    let Entry { previous, period, cumulative, .. } = row;
    [(head::PREVIOUS, previous.clone()), (head::PERIOD, period.clone()), (head::CUMULATIVE, cumulative.clone())]
}

fn task_cells(row: &TaskRow) -> [(&'static str, Reading); 3] {
    let document = text(row.document.as_ref(), row.document_cell.clone());
    [(head::STATUS, row.status.clone()), (head::DONE_ON, row.done_on_cell.clone()), (head::DOCUMENT, document)]
}

/// What was written there, as a cell.
fn text(said: Option<&Arc<str>>, source: Option<Source>) -> Reading {
    let state = if said.is_some() { State::Value } else { State::Blank };
    Reading { state, text: said.cloned(), raw: said.cloned(), source, ..Reading::default() }
}

/// The texts of every section, side by side.
fn texts(before: &Submission, after: &Submission) -> Vec<Pair> {
    let (mut before, mut after) = (sections(before), sections(after));
    let all: BTreeSet<&Section> = before.keys().chain(after.keys()).copied().collect();
    let pair = |section: &Section| Pair {
        spot: Spot::Section(section.clone()),
        before: before.remove(section).unwrap_or_default(),
        after: after.remove(section).unwrap_or_default(),
        reason: None,
    };
    all.into_iter().map(pair).collect()
}

/// Texts by section; several of one section stand one below the other, and the first says where.
fn sections(submission: &Submission) -> BTreeMap<&Section, Reading> {
    let mut texts: BTreeMap<&Section, (String, &Source)> = BTreeMap::new();
    for narrative in &submission.narrative {
        let (text, _) = texts.entry(&narrative.section).or_insert_with(|| (String::new(), &narrative.source));
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&narrative.text);
    }
    let read = |(section, (said, source)): (_, (String, &Source))| {
        (section, text(Some(&Arc::from(said)), Some(source.clone())))
    };
    texts.into_iter().map(read).collect()
}

/// The change of one cell, if it is one.
fn change(pair: Pair, reasons: &Reasons<'_>) -> Option<Change> {
    let Pair { spot, before, after, reason } = pair;
    let kind = match (before.says(), after.says()) {
        (false, false) => return None,
        (false, true) => ChangeKind::Added,
        (true, false) => ChangeKind::Removed,
        (true, true) if before.agrees(&after) => return None,
        (true, true) => ChangeKind::Changed,
    };
    let reason = reason.or_else(|| reasons.general(after.source.as_ref()).cloned());
    let unexplained = reason.is_none() && counted(&spot, &before);
    let difference = before.number().zip(after.number()).map(|(before, after)| &after - &before);
    Some(Change { spot, kind, before, after, difference, reason, unexplained })
}

/// Whether what was said is not to be taken back without a word. What was blank or unreadable the office was asked to
/// mend; texts say themselves why they are written; "Kỳ trước" is what an earlier submission says.
fn counted(spot: &Spot, before: &Reading) -> bool {
    let matters = match spot {
        Spot::Figure(_, column) => *column != head::PREVIOUS,
        Spot::Task(..) => true,
        Spot::Section(_) | Spot::Info(_) => false,
    };
    matters && matches!(before.state, State::Value | State::Nil)
}

/// The reasons that whole files give.
struct Reasons<'a>(Vec<&'a Sent>);

impl<'a> Reasons<'a> {
    /// Those of the files that came anew.
    fn of(before: &Submission, after: &'a Submission) -> Self {
        Self(after.sent.iter().filter(|file| !before.sent.contains(file)).collect())
    }

    /// The reason of the file with this cell; of any, where nothing stands there any more.
    fn general(&self, cell: Option<&Source>) -> Option<&'a Arc<str>> {
        let speaks = |file: &&&Sent| cell.is_none_or(|cell| cell.file == file.path);
        self.0.iter().filter(speaks).find_map(|file| file.reason.as_ref())
    }
}
