//! The commands, one file each: its arguments and what it does.

pub(crate) mod audit;
pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod explain;
pub(crate) mod form;
pub(crate) mod overview;
pub(crate) mod reconcile;
pub(crate) mod remind;
pub(crate) mod report;
pub(crate) mod returns;
pub(crate) mod send;
pub(crate) mod status;
