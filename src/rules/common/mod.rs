//! What rules share, and what is said of their findings once all are known.

pub(super) mod copied;
pub(super) mod series_gap;
pub(super) mod unit_slips;
pub(super) mod waivers;
