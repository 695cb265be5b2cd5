//! `form`: writes the offices' forms of a period from the plan, last period's figures filled in.

use std::process::ExitCode;

use crate::model::{Office, Period, Plan};
use crate::pipeline::{self, Artifact};
use crate::report::form::{Fill, form};
use crate::shell::inputs;
use crate::shell::outputs;
use crate::shell::problem::{Problem, nearest, slashed};
use crate::shell::session::{LoadedPlan, Session};
use crate::shell::terminal::{self, HEADING, paint};
use crate::{plan, render};

/// Arguments of `form`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Only this office's form.
    #[arg(long)]
    pub(crate) office: Option<String>,
    /// Delimited text instead of workbooks, one file a table.
    #[arg(long)]
    pub(crate) csv: bool,
}

/// The folder of forms below the output folder; a period's own folder holds only what `report` writes.
const FOLDER: &str = "bieu-mau";

/// Writes the forms; what was filled in already is kept beside the new form.
pub(crate) fn execute(session: &Session<'_>, args: &Args) -> anyhow::Result<ExitCode> {
    let loaded = session.plan()?;
    let period = session.period_due(&loaded.plan)?;
    let offices = offices(&loaded.plan, args.office.as_deref())?;
    let forms = forms(session, &loaded, &period, &offices, args.csv)?;
    let folder = session.options.output.join(FOLDER).join(period.id.as_str());
    let kept = outputs::add(&folder, &forms)?;
    let lines: Vec<String> = forms.iter().map(|form| format!("  {}/{}", slashed(&folder), form.name)).collect();
    let title = session.catalog.with("heading-forms", &[("period", &period.title)]);
    terminal::print(&format!("{}\n{}\n", paint(HEADING, &title), lines.join("\n")))?;
    terminal::tell(&super::report::kept_lines(session, &kept));
    Ok(ExitCode::SUCCESS)
}

fn offices<'a>(plan: &'a Plan, asked: Option<&str>) -> Result<Vec<&'a Office>, Problem> {
    let Some(id) = asked else { return Ok(plan.offices.iter().collect()) };
    let known = || plan.offices.iter().map(|office| office.id.as_str());
    let found = plan.offices.iter().find(|office| office.id.as_str() == id);
    found.map(|office| vec![office]).ok_or_else(|| {
        let all = known().collect::<Vec<_>>().join(", ");
        Problem::new("error-unknown-office").arg("name", id).arg("known", all).near(nearest(id, known()))
    })
}

fn forms(
    session: &Session<'_>,
    loaded: &LoadedPlan,
    period: &Period,
    offices: &[&Office],
    csv: bool,
) -> anyhow::Result<Vec<Artifact>> {
    let plan = &loaded.plan;
    let before = match plan.period_before(&period.id) {
        Some(before) => pipeline::evaluate(plan, &inputs::of_period(session, plan, before, false)?)?.figures,
        None => Vec::new(),
    };
    let write = |office: &&Office| -> anyhow::Result<Vec<Artifact>> {
        let version = plan::form_version(plan, &office.id);
        let form = form(plan, period, office, &version, &Fill::after(plan, &before, &office.id));
        if !csv {
            return Ok(vec![Artifact::new(format!("{}.xlsx", office.id), render::form::xlsx(&form)?)]);
        }
        let tables = render::form::csv(&form)?.into_iter();
        Ok(tables.map(|(key, bytes)| Artifact::new(format!("{}-{key}.csv", office.id), bytes)).collect())
    };
    Ok(offices.iter().map(write).collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}
