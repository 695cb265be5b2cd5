//! What every command starts from: options, words, folders, the day, and the plan.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::slice;
use std::sync::Arc;

use chrono::NaiveDate;

use super::args::{Format, Options};
use super::ledger;
use super::problem::{Problem, Shown};
use super::reader::Pool;
use super::workspace::{Workspace, known_period};
use crate::intake;
use crate::model::{Finding, InputFile, Limits, Period, PeriodId, Plan, Results, Verdict};
use crate::plan::{self, PlanFile, PlanProblem};
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
    limits: OnceCell<(Limits, Option<PlanFile>)>,
    readers: OnceCell<Pool>,
    /// What the log says of the run, beside what was asked for.
    pub(crate) noted: RefCell<Noted>,
}

/// What a run came to, for the log.
#[derive(Debug, Default)]
pub(crate) struct Noted {
    /// The period.
    pub(crate) period: Option<PeriodId>,
    /// Counts by key.
    pub(crate) counts: BTreeMap<&'static str, usize>,
}

/// A checked plan and the files it was read from.
#[derive(Debug)]
pub(crate) struct LoadedPlan {
    /// The plan.
    pub(crate) plan: Arc<Plan>,
    /// Its files.
    pub(crate) files: Vec<PlanFile>,
    /// The sheet of tasks as read; its text among the files is made from it.
    pub(crate) task_list: Option<InputFile>,
    /// `limits.toml`, which lies beside the plan and is no part of it.
    pub(crate) limits: Option<PlanFile>,
}

impl<'a> Session<'a> {
    /// A run with these options.
    pub(crate) fn new(options: Options, catalog: &'a Catalog) -> Self {
        let workspace = Workspace::new(&options.input);
        let today = options.today();
        let (limits, readers, noted) = (OnceCell::new(), OnceCell::new(), RefCell::default());
        Self { options, catalog, workspace, today, limits, readers, noted }
    }

    /// The reading workers, which start when there is something to read.
    pub(crate) fn readers(&self) -> anyhow::Result<&Pool> {
        if let Some(readers) = self.readers.get() {
            return Ok(readers);
        }
        let readers =
            Pool::new(None, self.limits()?.0.clone()).map_err(|cause| Problem::new("error-reader").cause(cause))?;
        Ok(self.readers.get_or_init(|| readers))
    }

    /// Starts the reading workers: a command that reads files whatever it finds does so first of all.
    pub(crate) fn start_readers(&self) -> anyhow::Result<()> {
        self.readers()?.start();
        Ok(())
    }

    /// Loads the plan; a broken one stops the run with all its errors.
    pub(crate) fn plan(&self) -> anyhow::Result<LoadedPlan> {
        let limits = self.limits()?.1.clone();
        let texts = self.workspace.plan_texts()?;
        let mut files: Vec<PlanFile> = texts.into_iter().map(|(name, text)| PlanFile { name, text }).collect();
        let plan = self.checked(&files)?;
        let Some(sheet) = self.workspace.task_list()? else {
            return Ok(LoadedPlan { plan: Arc::new(plan), files, task_list: None, limits });
        };
        if files.iter().any(|file| file.name == "tasks.toml") {
            let two = Problem::new("error-two-of-one").arg("first", "plan/tasks.toml").arg("second", &sheet.relative);
            return Err(two.into());
        }
        let task_list = self.readers()?.read_all(slice::from_ref(&sheet), &|_| ()).pop();
        if let Some(read) = &task_list {
            let text = intake::task_list(&plan, read).map_err(|finding| self.no_tasks(finding))?;
            let name = sheet.relative.trim_start_matches("plan/").to_owned();
            files.push(PlanFile { name, text });
        }
        Ok(LoadedPlan { plan: Arc::new(self.checked(&files)?), files, task_list, limits })
    }

    /// What one file may cost, and the file that says so; read once.
    fn limits(&self) -> anyhow::Result<&(Limits, Option<PlanFile>)> {
        if let Some(limits) = self.limits.get() {
            return Ok(limits);
        }
        let limits = match self.workspace.text("limits.toml")? {
            None => (Limits::default(), None),
            Some(text) => {
                let file = PlanFile { name: "limits.toml".to_owned(), text };
                let limits = plan::limits(&file).map_err(|problems| self.shown(&problems, slice::from_ref(&file)))?;
                (limits, Some(file))
            }
        };
        Ok(self.limits.get_or_init(|| limits))
    }

    /// What is wrong with files of settings, with lines and carets.
    pub(crate) fn shown(&self, problems: &[PlanProblem], files: &[PlanFile]) -> Shown {
        Shown(plan::show(problems, files, self.catalog, std::io::stderr().is_terminal()))
    }

    fn checked(&self, files: &[PlanFile]) -> anyhow::Result<Plan> {
        plan::load(files, &crate::rules::codes()).map_err(|problems| self.shown(&problems, files).into())
    }

    /// Why the sheet of tasks cannot be used.
    fn no_tasks(&self, finding: Finding) -> anyhow::Error {
        if let (true, Some(place)) = (finding.code.as_str() == "S201", &finding.location) {
            return Problem::new("error-task-list").path(Path::new(&*place.file)).into();
        }
        let worded = self.catalog.word(finding);
        Shown(format!("{}: {} {}", self.catalog.get("severity-error"), worded.message, worded.fix)).into()
    }

    /// Says for the log which period the run was about, and what it came to.
    pub(crate) fn note(&self, period: &PeriodId, counts: &[(&'static str, usize)]) {
        let mut noted = self.noted.borrow_mut();
        noted.period = Some(period.clone());
        noted.counts.extend(counts.iter().copied());
    }

    /// The period asked for, else the newest one with a folder; the log names it.
    pub(crate) fn period(&self, plan: &Plan) -> Result<Period, Problem> {
        let period = self.workspace.period(plan, self.options.period.as_deref())?;
        self.note(&period.id, &[]);
        Ok(period)
    }

    /// The period asked for, else the one whose report is due next; the log names it.
    pub(crate) fn period_due(&self, plan: &Plan) -> Result<Period, Problem> {
        let none = || Problem::new("error-no-period").path(&self.workspace.input);
        let period = match &self.options.period {
            Some(id) => known_period(plan, id)?,
            None => plan.period_due(self.today).cloned().ok_or_else(none)?,
        };
        self.note(&period.id, &[]);
        Ok(period)
    }

    /// Where a period's outputs lie.
    pub(crate) fn output_folder(&self, period: &PeriodId) -> PathBuf {
        self.options.output.join(period.as_str())
    }

    /// Where the ledger lies.
    pub(crate) fn ledger(&self) -> PathBuf {
        self.options.output.join(ledger::FILE)
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
