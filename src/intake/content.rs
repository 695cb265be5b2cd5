//! When a row says something, and when two rows say the same.

use crate::model::{Entry, TaskRow};

/// A row, or a section's text, that can come twice.
pub(super) trait Content {
    /// Whether it says nothing.
    fn is_blank(&self) -> bool;
    /// Whether it says the same as another; where it stands does not matter.
    fn agrees(&self, other: &Self) -> bool;
}

impl Content for Entry {
    fn is_blank(&self) -> bool {
        !self.period.says() && !self.cumulative.says()
    }

    fn agrees(&self, other: &Self) -> bool {
        self.period.agrees(&other.period) && self.cumulative.agrees(&other.cumulative)
    }
}

impl Content for TaskRow {
    fn is_blank(&self) -> bool {
        !self.status.says() && !self.done_on_cell.says() && self.document.is_none()
    }

    fn agrees(&self, other: &Self) -> bool {
        self.status.agrees(&other.status)
            && self.done_on_cell.agrees(&other.done_on_cell)
            && self.document == other.document
    }
}

impl Content for String {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }

    fn agrees(&self, other: &Self) -> bool {
        self == other
    }
}
