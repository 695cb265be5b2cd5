//! Where the cells of a form's rows belong, whatever they are called in a format.

pub use crate::model::Spot;
pub use crate::model::head::{CUMULATIVE, PERIOD, PREVIOUS};
pub(super) use crate::model::head::{DOCUMENT, DONE_ON, REASON, STATUS};

use super::Subject;

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
