//! The plan's TOML files to a checked [`Plan`]: raw shapes first, then references, then meaning; all errors at once.

mod check;
pub mod codes;
mod limits;
mod mail;
mod near;
mod problem;
mod raw;
mod show;
mod sources;
mod version;

#[cfg(test)]
mod tests;

pub use limits::limits;
pub use mail::{mail, masked};
pub use problem::PlanProblem;
pub use show::show;
pub use version::{form_version, form_versions};

use crate::model::{DossierFormat, Plan};
use sources::{Source, Sources};

/// Stem of the file that may stand in for `tasks.toml`: a sheet, whose text is made from its rows.
pub const TASK_LIST: &str = "nhiem-vu";

/// One file of the plan as read from disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanFile {
    /// `plan.toml`, `elements.toml`, `indicators.toml`, `tasks.toml` (or `nhiem-vu.xlsx`), `rules.toml`, `statements.toml`,
    /// `dossiers.toml`, `annex.toml`, `waivers.toml` or `holidays.toml`.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// `dossiers.toml` as shipped: what a plan without that file, or without one of its keys, reads exports with.
const DOSSIERS: &str = include_str!("../../input/plan/dossiers.toml");

/// Reads and checks a plan. `built_in` lists the codes that its rules must not take.
pub fn load(files: &[PlanFile], built_in: &[&str]) -> Result<Plan, Vec<PlanProblem>> {
    let mut sources = Sources::read(files);
    let plan = Plan { hash: version::plan_hash(files), ..check::assemble(&mut sources, built_in, &shipped_dossiers()) };
    let problems = sources.into_problems();
    if problems.is_empty() { Ok(plan) } else { Err(problems) }
}

/// The shipped words as data.
fn shipped_dossiers() -> DossierFormat {
    let files = [PlanFile { name: "dossiers.toml".to_owned(), text: DOSSIERS.to_owned() }];
    let mut source = Source::optional("dossiers.toml", &files);
    check::dossiers(&source.raw, &DossierFormat::default(), &mut source.at)
}
