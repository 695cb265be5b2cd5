//! Submissions and plan to assessments: all arithmetic, all judging and all rounding happen here, once.

mod book;
mod history;
mod indicators;
mod judge;
mod offices;
mod print;
mod reconcile;
mod revision;
mod tasks;
mod totals;
mod views;

pub use book::{Beside, Book, Books};
pub use history::history;
pub use indicators::assess_indicators;
pub use offices::assess_offices;
pub use print::pair_text;
pub use reconcile::reconcile;
pub use revision::{Version, changes, difference};
pub use tasks::assess_tasks;
pub use totals::{Contribution, contribution, total, totals};
pub use views::{Commune, Partially, Single};
