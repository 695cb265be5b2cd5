//! What earlier periods came to, as far as their figures are known.

use std::collections::BTreeMap;

use super::{ElementId, IndicatorId, Measure, Number, Period, Total};

/// The periods before the reported one. What is not known is absent, never 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// Earlier periods in order of time.
    pub periods: Vec<Past>,
    /// The commune's figures one period before: as submitted then, else from the forms' "Kỳ trước".
    pub previous: BTreeMap<(ElementId, Measure), Number>,
    /// Position among `periods` of the same period a year before.
    pub last_year: Option<usize>,
}

/// What one earlier period came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// The period.
    pub period: Period,
    /// The commune's figures, computed rows included.
    pub totals: Vec<Total>,
    /// Exact values of the indicators that have one.
    pub values: BTreeMap<IndicatorId, Number>,
}

impl History {
    /// The period before the reported one.
    pub fn before(&self) -> Option<&Past> {
        self.periods.last()
    }

    /// The same period a year before.
    pub fn year_before(&self) -> Option<&Past> {
        self.periods.get(self.last_year?)
    }
}

impl Past {
    /// The commune's figure of this element and column, if it was known.
    pub fn total(&self, element: &ElementId, measure: Measure) -> Option<&Number> {
        let total = self.totals.iter().find(|total| total.element == *element && total.measure == measure)?;
        total.value.as_ref()
    }
}
