//! The offices that submit an element: in plan order to walk over, as a set to ask.

use std::collections::BTreeSet;
use std::ops::Deref;

use super::OfficeId;

/// Offices in plan order. A city asks hundreds of offices for every element, so that membership must not be a walk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfficeList {
    listed: Vec<OfficeId>,
    set: BTreeSet<OfficeId>,
}

impl OfficeList {
    /// Whether this office submits.
    pub fn contains(&self, office: &OfficeId) -> bool {
        self.set.contains(office)
    }
}

impl Deref for OfficeList {
    type Target = [OfficeId];

    fn deref(&self) -> &[OfficeId] {
        &self.listed
    }
}

impl From<Vec<OfficeId>> for OfficeList {
    fn from(listed: Vec<OfficeId>) -> Self {
        Self { set: listed.iter().cloned().collect(), listed }
    }
}

impl<'a> IntoIterator for &'a OfficeList {
    type Item = &'a OfficeId;
    type IntoIter = std::slice::Iter<'a, OfficeId>;

    fn into_iter(self) -> Self::IntoIter {
        self.listed.iter()
    }
}
