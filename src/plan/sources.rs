//! The files of a plan, each with its raw content and what is wrong with it.

use super::problem::Inspection;
use super::raw::{
    self, FileShape, RawAnnex, RawDossiers, RawElements, RawHolidays, RawIndicators, RawPlan, RawRules, RawStatements,
    RawTasks, RawWaivers,
};
use super::{PlanFile, PlanProblem, codes};
use crate::parallel;

/// A file: its raw content, and its inspection, which goes on while the content is checked.
#[derive(Debug)]
pub(super) struct Source<'a, T> {
    pub(super) raw: T,
    pub(super) at: Inspection<'a>,
}

impl<'a, T: FileShape> Source<'a, T> {
    fn required(name: &'static str, files: &'a [PlanFile]) -> Self {
        let mut source = Self::optional(name, files);
        if !files.iter().any(|file| file.name == name) {
            source.at.complete = false;
            source.at.problem(codes::MISSING_FILE, 0..0).arg("file", name);
        }
        source
    }

    pub(super) fn optional(name: &'a str, files: &'a [PlanFile]) -> Self {
        match Inspection::open(name, files) {
            Some(mut at) => Self { raw: raw::read(&mut at), at },
            None => Self { raw: T::default(), at: Inspection::absent(name) },
        }
    }
}

/// All files of a plan.
#[derive(Debug)]
pub(super) struct Sources<'a> {
    pub(super) plan: Source<'a, RawPlan>,
    pub(super) elements: Source<'a, RawElements>,
    pub(super) indicators: Source<'a, RawIndicators>,
    pub(super) tasks: Source<'a, RawTasks>,
    pub(super) rules: Source<'a, RawRules>,
    pub(super) statements: Source<'a, RawStatements>,
    pub(super) dossiers: Source<'a, RawDossiers>,
    pub(super) annex: Source<'a, RawAnnex>,
    pub(super) waivers: Source<'a, RawWaivers>,
    pub(super) holidays: Source<'a, RawHolidays>,
}

impl<'a> Sources<'a> {
    /// Reads every file's shape. Tasks, rules, statements, dossiers, annex, waivers and holidays may be left out.
    pub(super) fn read(files: &'a [PlanFile]) -> Self {
        // By far the longest file has a thread of its own.
        let elements = || Source::required("elements.toml", files);
        let others = || {
            let plan = Source::required("plan.toml", files);
            let indicators = Source::required("indicators.toml", files);
            let tasks = Source::optional(tasks_name(files), files);
            let rules = Source::optional("rules.toml", files);
            let statements = Source::optional("statements.toml", files);
            let dossiers = Source::optional("dossiers.toml", files);
            let (annex, waivers) = (Source::optional("annex.toml", files), Source::optional("waivers.toml", files));
            let holidays = Source::optional("holidays.toml", files);
            (plan, indicators, tasks, rules, statements, dossiers, annex, waivers, holidays)
        };
        let (elements, (plan, indicators, tasks, rules, statements, dossiers, annex, waivers, holidays)) =
            parallel::join(elements, others);
        Self { plan, elements, indicators, tasks, rules, statements, dossiers, annex, waivers, holidays }
    }

    /// What was found wrong: file after file, each from its beginning.
    pub(super) fn into_problems(self) -> Vec<PlanProblem> {
        let first = [self.plan.at, self.elements.at, self.indicators.at, self.tasks.at];
        let last =
            [self.rules.at, self.statements.at, self.dossiers.at, self.annex.at, self.waivers.at, self.holidays.at];
        let inspections = first.into_iter().chain(last);
        inspections.flat_map(Inspection::into_problems).collect()
    }
}

/// The file of the tasks: `tasks.toml`, or what the sheet `nhiem-vu.xlsx` says.
fn tasks_name(files: &[PlanFile]) -> &str {
    let sheet = files.iter().map(|file| file.name.as_str()).find(|name| name.starts_with(super::TASK_LIST));
    sheet.unwrap_or("tasks.toml")
}
