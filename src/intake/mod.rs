//! File bytes to cells, cells to submissions.

pub mod cells;
