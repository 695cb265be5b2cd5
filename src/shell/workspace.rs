//! The folders of contract: where the plan, the periods and the templates lie.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::listing::{self, Listing};
use super::problem::{Problem, nearest, slashed};
use super::reader::FileToRead;
use crate::model::{Period, PeriodId, Plan};

/// The folder of letters below that of templates.
const LETTERS: &str = "mail/";

/// The folders a run reads.
#[derive(Clone, Debug)]
pub(crate) struct Workspace {
    /// The input folder.
    pub(crate) input: PathBuf,
    templates: PathBuf,
}

impl Workspace {
    /// The workspace around an input folder; templates lie beside it.
    pub(crate) fn new(input: &Path) -> Self {
        let beside = input.parent().map_or_else(|| PathBuf::from("templates"), |parent| parent.join("templates"));
        Self { input: input.to_owned(), templates: beside }
    }

    /// The plan's files by name, such as `plan.toml`, in order of name.
    pub(crate) fn plan_texts(&self) -> Result<Vec<(String, String)>, Problem> {
        let folder = self.input.join("plan");
        let mut texts: Vec<(String, String)> =
            texts(&folder, &["toml"]).map_err(|problem| if folder.is_dir() { problem } else { no_plan(&folder) })?;
        texts.retain(|(name, _)| !name.contains('/'));
        if texts.is_empty() { Err(no_plan(&folder)) } else { Ok(texts) }
    }

    /// The text of a file beside the plan, such as `limits.toml`, if there is one.
    pub(crate) fn text(&self, name: &str) -> Result<Option<String>, Problem> {
        let path = self.input.join(name);
        if path.exists() { read_text(&path).map(Some) } else { Ok(None) }
    }

    /// The sheet of tasks beside the plan's files, if there is one.
    pub(crate) fn task_list(&self) -> Result<Option<FileToRead>, Problem> {
        listing::task_list(&self.input.join("plan"))
    }

    /// Template files of reports on disk, by path below `templates/`.
    pub(crate) fn template_texts(&self) -> Result<BTreeMap<String, String>, Problem> {
        let mut texts = self.templates()?;
        texts.retain(|path, _| !path.starts_with(LETTERS));
        Ok(texts)
    }

    /// Template files of letters on disk, by path below `templates/`. A report does not depend on them.
    pub(crate) fn letter_texts(&self) -> Result<BTreeMap<String, String>, Problem> {
        let mut texts = self.templates()?;
        texts.retain(|path, _| path.starts_with(LETTERS));
        Ok(texts)
    }

    fn templates(&self) -> Result<BTreeMap<String, String>, Problem> {
        if !self.templates.is_dir() {
            return Ok(BTreeMap::new());
        }
        Ok(texts(&self.templates, &["hbs", "toml", "css"])?.into_iter().collect())
    }

    /// A period's folder, whether it is there or not.
    pub(crate) fn folder(&self, period: &PeriodId) -> PathBuf {
        self.input.join(period.as_str())
    }

    /// The files of a period; none where it has no folder.
    pub(crate) fn listing(&self, period: &PeriodId) -> Result<Listing, Problem> {
        let folder = self.folder(period);
        if folder.is_dir() { Listing::of(&folder, period.as_str()) } else { Ok(Listing::default()) }
    }

    /// Exports of dossiers for a period, in order of path; none where it has no folder.
    pub(crate) fn exports(&self, period: &PeriodId) -> Result<Vec<FileToRead>, Problem> {
        let folder = self.folder(period);
        if folder.is_dir() { listing::exports(&folder, period.as_str()) } else { Ok(Vec::new()) }
    }

    /// The newest folder that is a period of the plan.
    pub(crate) fn newest<'a>(&self, plan: &'a Plan) -> Option<&'a Period> {
        plan.periods.iter().rev().find(|period| self.folder(&period.id).is_dir())
    }

    /// The period asked for, else the newest one with a folder.
    pub(crate) fn period(&self, plan: &Plan, asked: Option<&str>) -> Result<Period, Problem> {
        match asked {
            Some(id) => known_period(plan, id),
            None => self.newest(plan).cloned().ok_or_else(|| Problem::new("error-no-period").path(&self.input)),
        }
    }
}

/// The period of this id, or what was perhaps meant.
pub(crate) fn known_period(plan: &Plan, id: &str) -> Result<Period, Problem> {
    let known = || plan.periods.iter().map(|period| period.id.as_str());
    plan.period(&PeriodId::new(id)).cloned().ok_or_else(|| {
        let all = known().collect::<Vec<_>>().join(", ");
        Problem::new("error-unknown-period").arg("period", id).arg("known", all).near(nearest(id, known()))
    })
}

fn read_text(path: &Path) -> Result<String, Problem> {
    fs::read_to_string(path).map_err(|cause| match cause.kind() {
        io::ErrorKind::InvalidData => Problem::new("error-no-utf-8").path(path),
        _ => Problem::new("error-unreadable-text").path(path).cause(cause),
    })
}

fn no_plan(folder: &Path) -> Problem {
    Problem::new("error-no-plan").path(folder)
}

/// Text files of these extensions below a folder, hidden ones left out, by relative path with `/`, in order of path.
fn texts(folder: &Path, extensions: &[&str]) -> Result<Vec<(String, String)>, Problem> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(current) = folders.pop() {
        let unreadable = |cause| Problem::new("error-unreadable-folder").path(&current).cause(cause);
        for entry in fs::read_dir(&current).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            let hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
            if hidden {
                continue;
            }
            if path.is_dir() && !path.is_symlink() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| extensions.contains(&e.to_string_lossy().as_ref())) {
                found.push((slashed(path.strip_prefix(folder).unwrap_or(&path)), read_text(&path)?));
            }
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
pub(crate) mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

    use super::*;

    #[test]
    fn plan_and_templates_are_read_in_order_of_name() {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write("input/plan/rules.toml", "r");
        write("input/plan/plan.toml", "p");
        write("input/plan/ghi-chu.txt", "n");
        write("templates/html/page.hbs", "h");
        let workspace = Workspace::new(&folder.path().join("input"));
        let pair = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        assert_eq!(workspace.plan_texts().unwrap(), [pair("plan.toml", "p"), pair("rules.toml", "r")]);
        assert_eq!(workspace.template_texts().unwrap(), BTreeMap::from([pair("html/page.hbs", "h")]));
    }

    /// The plan of this repository.
    pub(crate) fn shipped_plan() -> Plan {
        let texts = Workspace::new(&Path::new(env!("CARGO_MANIFEST_DIR")).join("input")).plan_texts().unwrap();
        let files: Vec<_> = texts.into_iter().map(|(name, text)| crate::plan::PlanFile { name, text }).collect();
        crate::plan::load(&files, &crate::rules::codes()).unwrap()
    }

    #[test]
    fn the_default_period_is_the_newest_folder_that_is_a_period() {
        let plan = shipped_plan();
        let input = tempfile::tempdir().unwrap();
        let workspace = Workspace::new(input.path());
        assert!(workspace.period(&plan, None).is_err());
        fs::create_dir(input.path().join("2026-Q9")).unwrap();
        fs::create_dir(input.path().join("2025-Q3")).unwrap();
        assert_eq!(workspace.period(&plan, None).unwrap().id.as_str(), "2025-Q3");
        fs::create_dir(input.path().join("2025-Q4")).unwrap();
        assert_eq!(workspace.period(&plan, None).unwrap().id.as_str(), "2025-Q4");
        assert_eq!(workspace.period(&plan, Some("2025-Q3")).unwrap().id.as_str(), "2025-Q3");
        let unknown = workspace.period(&plan, Some("2025-Q5")).unwrap_err();
        let said = unknown.word(&crate::text::Catalog::new(crate::text::Lang::Vi));
        assert!(said.contains("2025-Q5") && said.contains("Có phải là «2025-Q"), "{said}");
    }

    #[test]
    fn a_folder_without_a_plan_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let problem = Workspace::new(folder.path()).plan_texts().unwrap_err();
        assert!(problem.to_string().starts_with("error-no-plan"), "{problem}");
    }
}
