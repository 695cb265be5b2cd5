//! `check`: the findings of a period, a folder or some files; writes nothing.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::model::{InputFile, Office, OfficeState, Period, PeriodId, Plan, Results};
use crate::pipeline::{self, Artifact, Inputs, RoundFiles};
use crate::shell::inputs;
use crate::shell::listing::{Listing, name_of};
use crate::shell::outputs::{self, Kept};
use crate::shell::problem::{Problem, nearest};
use crate::shell::reader::FileToRead;
use crate::shell::session::{Session, status};
use crate::shell::terminal::{self, summary};
use crate::shell::workspace::known_period;
use crate::{intake, plan, render};

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Files, folders or a period; none checks the whole period as `report` would.
    paths: Vec<PathBuf>,
    /// Write the form of the office they are from, mistakes marked, to this file.
    #[arg(long = "return")]
    return_to: Option<PathBuf>,
}

/// Checks and says what is wrong.
pub(crate) fn execute(session: &Session<'_>, args: &Args) -> anyhow::Result<ExitCode> {
    session.start_readers()?;
    let loaded = session.plan()?;
    let inputs = if args.paths.is_empty() {
        let period = session.period(&loaded.plan)?;
        inputs::of_period(session, &loaded.plan, &period, false)?
    } else {
        of_paths(session, &loaded.plan, &args.paths)?
    };
    session.note(&inputs.period, &[]);
    let results = pipeline::evaluate(&loaded.plan, &inputs)?;
    let kept = match &args.return_to {
        Some(file) => write_return(session, &results, file)?,
        None => Vec::new(),
    };
    if session.json() {
        terminal::print_bytes(&render::json::render(&results)?)?;
    } else {
        terminal::print(&screen(session, &inputs, &results))?;
    }
    terminal::tell(&super::report::kept_lines(session, &kept));
    Ok(status(&results))
}

/// Writes the return of the one office that what was checked is from; a file that stood there is kept beside it.
fn write_return(session: &Session<'_>, results: &Results, file: &Path) -> anyhow::Result<Vec<Kept>> {
    let plan = &results.plan;
    let present = |office: &&Office| {
        let result = results.offices.iter().find(|result| result.id == office.id);
        result.is_some_and(|result| result.state != OfficeState::Missing)
    };
    let offices: Vec<&Office> = plan.offices.iter().filter(present).collect();
    let [office] = offices.as_slice() else {
        let names: Vec<&str> = offices.iter().map(|office| office.name.as_str()).collect();
        return Err(Problem::new("error-return-of-one").arg("offices", names.join("; ")).into());
    };
    let bytes = pipeline::return_of(results, office, session.catalog.lang())?;
    let name = file.file_name().ok_or_else(|| Problem::new("error-no-such-path").path(file))?;
    let folder = file.parent().unwrap_or(Path::new(""));
    Ok(outputs::add(folder, &[Artifact::new(name.to_string_lossy(), bytes)])?)
}

fn screen(session: &Session<'_>, inputs: &Inputs, results: &Results) -> String {
    let catalog = session.catalog;
    let offices = if inputs.only_present { String::new() } else { summary::offices(results, catalog) };
    summary::verdict(results, inputs, catalog)
        + &offices
        + &summary::files(results, catalog)
        + &summary::findings(results, inputs, catalog, ("more-findings", ""))
}

/// Only these files, for the period they are of; what came for earlier periods still feeds comparisons.
fn of_paths(session: &Session<'_>, plan: &Plan, paths: &[PathBuf]) -> anyhow::Result<Inputs> {
    let mut listing = Listing::default();
    for path in paths {
        listing.extend(find(session, plan, path)?);
    }
    let folders = listing.submissions.iter().filter_map(|file| folder_period(plan, &file.relative)).collect();
    let files = inputs::read(session, &listing.submissions)?;
    let period = period_of(session, plan, folders, &files)?;
    let special = Listing { submissions: Vec::new(), ..listing };
    let mut inputs = inputs::of_listing(session, plan, &period, special)?;
    let round = inputs.rounds.remove(&period.id).unwrap_or_default();
    inputs.rounds.insert(period.id, RoundFiles { files, ..round });
    Ok(Inputs { only_present: true, ..inputs })
}

/// The files that a path stands for: a file, a folder's submissions, or those of a period of this id.
fn find(session: &Session<'_>, plan: &Plan, path: &Path) -> Result<Listing, Problem> {
    let workspace = &session.workspace;
    if path.is_file() {
        let relative = name_of(path, &workspace.input);
        let root = path.canonicalize().ok().and_then(|file| Some(file.parent()?.to_owned()));
        let file = FileToRead { root: root.unwrap_or_default(), disk: path.to_owned(), relative };
        return Ok(Listing { submissions: vec![file], ..Listing::default() });
    }
    if path.is_dir() {
        return Listing::of(path, &name_of(path, &workspace.input));
    }
    let text = path.to_string_lossy();
    let known = || plan.periods.iter().map(|period| period.id.as_str());
    let period = known().find(|id| *id == text).ok_or_else(|| {
        let near = nearest(&text, known());
        Problem::new("error-no-such-path").path(path).near(near)
    })?;
    Listing::of(&workspace.folder(&PeriodId::new(period)), period)
}

/// The period asked for, else the one whose folder the files lie in, else the one they state, else the newest.
fn period_of(
    session: &Session<'_>,
    plan: &Plan,
    folders: BTreeSet<PeriodId>,
    files: &[InputFile],
) -> Result<Period, Problem> {
    if let Some(id) = &session.options.period {
        return known_period(plan, id);
    }
    let candidates = if folders.is_empty() { stated_periods(plan, files) } else { folders };
    match candidates.iter().collect::<Vec<_>>().as_slice() {
        [one] => known_period(plan, one.as_str()),
        [] => session.period_due(plan),
        several => {
            let named = several.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", ");
            Err(Problem::new("error-several-periods").arg("periods", named))
        }
    }
}

/// The period whose folder a file lies in.
fn folder_period(plan: &Plan, name: &str) -> Option<PeriodId> {
    let (folders, _) = name.rsplit_once('/')?;
    let known = |part: &str| plan.periods.iter().find(|period| period.id.as_str() == part);
    folders.rsplit('/').find_map(known).map(|period| period.id.clone())
}

fn stated_periods(plan: &Plan, files: &[InputFile]) -> BTreeSet<PeriodId> {
    let versions = plan::form_versions(plan);
    let reader = intake::Reader::new(plan, &versions);
    files.iter().filter_map(|file| reader.read(None, file).period).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_of_the_period_whose_folder_it_lies_in() {
        let plan = crate::shell::workspace::tests::shipped_plan();
        let of = |name: &str| folder_period(&plan, name).map(|period| period.to_string());
        assert_eq!(of("2025-Q4/kt/bieu.xlsx").as_deref(), Some("2025-Q4"));
        assert_eq!(of("/mnt/2025-Q3/bieu.xlsx").as_deref(), Some("2025-Q3"));
        assert_eq!(of("kt/2025-Q4.xlsx"), None);
        assert_eq!(of("bieu.xlsx"), None);
    }
}
