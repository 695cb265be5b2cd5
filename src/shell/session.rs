//! What every command starts from: options, words, folders, the day, and the plan.

use std::cell::OnceCell;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use chrono::NaiveDate;

use super::args::{Format, Options};
use super::problem::{Problem, Shown};
use super::reader::Pool;
use super::workspace::Workspace;
use crate::intake::cells::Limits;
use crate::model::{PeriodId, Plan, Results, Verdict};
use crate::plan::{self, PlanFile};
use crate::text::Catalog;

/// One run of the program.
#[derive(Debug)]
pub(crate) struct Session<'a> {
    /// What was asked for.
    pub(crate) options: Options,
    /// The words to speak.
    pub(crate) catalog: &'a Catalog,
    /// The folders to read.
    pub(crate) workspace: Workspace,
    /// The day the run is told it is.
    pub(crate) today: NaiveDate,
    readers: OnceCell<Pool>,
}

/// A checked plan and the files it was read from.
#[derive(Debug)]
pub(crate) struct LoadedPlan {
    /// The plan.
    pub(crate) plan: Arc<Plan>,
    /// Its files.
    pub(crate) files: Vec<PlanFile>,
}

impl<'a> Session<'a> {
    /// A run with these options.
    pub(crate) fn new(options: Options, catalog: &'a Catalog) -> Self {
        let workspace = Workspace::new(&options.input);
        let today = options.today();
        Self { options, catalog, workspace, today, readers: OnceCell::new() }
    }

    /// The reading workers. They start now: a command that reads files asks for them first of all.
    pub(crate) fn readers(&self) -> Result<&Pool, Problem> {
        if let Some(readers) = self.readers.get() {
            return Ok(readers);
        }
        let readers = Pool::new(None, Limits::default()).map_err(|cause| Problem::new("error-reader").cause(cause))?;
        readers.start();
        Ok(self.readers.get_or_init(|| readers))
    }

    /// Loads the plan; a broken one stops the run with all its errors.
    pub(crate) fn plan(&self) -> anyhow::Result<LoadedPlan> {
        let texts = self.workspace.plan_texts()?;
        let files: Vec<PlanFile> = texts.into_iter().map(|(name, text)| PlanFile { name, text }).collect();
        match plan::load(&files, &crate::rules::codes()) {
            Ok(plan) => Ok(LoadedPlan { plan: Arc::new(plan), files }),
            Err(problems) => {
                let styled = std::io::stderr().is_terminal();
                Err(Shown(plan::show(&problems, &files, self.catalog, styled)).into())
            }
        }
    }

    /// Where a period's outputs lie.
    pub(crate) fn output_folder(&self, period: &PeriodId) -> PathBuf {
        self.options.output.join(period.as_str())
    }

    /// Whether JSON was asked for.
    pub(crate) fn json(&self) -> bool {
        self.options.format == Format::Json
    }
}

/// The exit status that goes with a verdict.
pub(crate) fn status(results: &Results) -> ExitCode {
    ExitCode::from(u8::from(results.verdict == Verdict::Errors))
}
