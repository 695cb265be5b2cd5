//! The plan's TOML files to a checked [`Plan`]: raw shapes first, then references, then meaning; all errors at once.

mod check;
pub mod codes;
mod limits;
mod near;
mod problem;
mod raw;
mod show;
mod sources;
mod version;

#[cfg(test)]
mod tests;

pub use limits::limits;
pub use problem::PlanProblem;
pub use show::show;
pub use version::{form_version, form_versions};

use crate::model::Plan;
use sources::Sources;

/// Stem of the file that may stand in for `tasks.toml`: a sheet, whose text is made from its rows.
pub const TASK_LIST: &str = "nhiem-vu";

/// One file of the plan as read from disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanFile {
    /// `plan.toml`, `elements.toml`, `indicators.toml`, `tasks.toml` (or `nhiem-vu.xlsx`), `rules.toml`, `statements.toml`, `annex.toml` or `waivers.toml`.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Reads and checks a plan. `built_in` lists the codes that its rules must not take.
pub fn load(files: &[PlanFile], built_in: &[&str]) -> Result<Plan, Vec<PlanProblem>> {
    let mut sources = Sources::read(files);
    let plan = Plan { hash: version::plan_hash(files), ..check::assemble(&mut sources, built_in) };
    let problems = sources.into_problems();
    if problems.is_empty() { Ok(plan) } else { Err(problems) }
}
