//! What an office's submission says against the version that it replaced.

use std::sync::Arc;

use serde::Serialize;

use super::{IndicatorId, IndicatorStatus, Number, OfficeId, Rate, Reading, Sent, Spot, Worded};

/// So many versions of one office are followed back; nobody sends more, and each is judged as if it still counted.
pub const MOST_REVISIONS: usize = 20;

/// One version of an office's submission against the one it replaced.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The office.
    pub office: OfficeId,
    /// The files that were replaced.
    pub before: Vec<Sent>,
    /// The files that replaced them.
    pub after: Vec<Sent>,
    /// What says something else: figures and tasks in plan order, then texts.
    pub changes: Vec<Change>,
    /// Indicators that come to something else, in plan order.
    pub effects: Vec<Effect>,
    /// The later version's findings about the office in their order, then those that only the earlier one had.
    pub findings: Vec<Followed>,
}

/// A cell that says something else than the version before, whatever addresses the two files have it at.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What the cell is about.
    pub spot: Spot,
    /// What became of it.
    pub kind: ChangeKind,
    /// What it said.
    pub before: Reading,
    /// What it says now.
    pub after: Reading,
    /// After minus before, where both are numbers.
    pub difference: Option<Number>,
    /// Why: "Lý do điều chỉnh" of the row, else of the file.
    pub reason: Option<Arc<str>>,
    /// A figure or a task's state that counted is another now or gone, and nobody says why.
    pub unexplained: bool,
}

/// What became of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It said nothing before.
    Added,
    /// It says nothing now.
    Removed,
    /// It says something else.
    Changed,
}

/// What an indicator comes to with either version in the round, everything else being as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The indicator.
    pub indicator: IndicatorId,
    /// With the earlier version.
    pub before: Outcome,
    /// With the later one.
    pub after: Outcome,
    /// Whether it is judged differently.
    pub verdict_changed: bool,
}

/// What an indicator comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Value and pair.
    pub rate: Rate,
    /// As printed, with its pair.
    pub printed: String,
    /// How it stands.
    pub status: IndicatorStatus,
}

/// A finding of one of two versions, or of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    /// The finding, as the later version has it if it does.
    pub worded: Worded,
    /// The cells of the form that it concerns.
    pub spots: Vec<Spot>,
    /// Which version has it; `None` for what is said of versions themselves.
    pub since: Option<Since>,
}

/// Which of two versions has a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Since {
    /// The earlier one alone.
    Fixed,
    /// Both.
    Still,
    /// The later one alone.
    New,
}

impl Difference {
    /// How many findings were mended, stayed or are new.
    pub fn count(&self, since: Since) -> usize {
        self.findings.iter().filter(|followed| followed.since == Some(since)).count()
    }
}
