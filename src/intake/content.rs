//! When a row says something, and when two rows say the same.

use crate::model::{Entry, Reading, State, TaskRow};

/// A row, or a section's text, that can come twice.
pub(super) trait Content {
    /// Whether it says nothing.
    fn is_blank(&self) -> bool;
    /// Whether it says the same as another; where it stands does not matter.
    fn agrees(&self, other: &Self) -> bool;
}

impl Content for Entry {
    fn is_blank(&self) -> bool {
        !says(&self.period) && !says(&self.cumulative)
    }

    fn agrees(&self, other: &Self) -> bool {
        same(&self.period, &other.period) && same(&self.cumulative, &other.cumulative)
    }
}

impl Content for TaskRow {
    fn is_blank(&self) -> bool {
        !says(&self.status) && !says(&self.done_on_cell) && self.document.is_none()
    }

    fn agrees(&self, other: &Self) -> bool {
        same(&self.status, &other.status)
            && same(&self.done_on_cell, &other.done_on_cell)
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

/// Whether a cell says something, readable or not.
pub(super) fn says(reading: &Reading) -> bool {
    !matches!(reading.state, State::Blank | State::Missing)
}

fn same(one: &Reading, other: &Reading) -> bool {
    let unread = one.state == State::Unreadable;
    one.state == other.state && one.value == other.value && one.text == other.text && (!unread || one.raw == other.raw)
}
