//! `reconcile`: submitted figures held against the dossiers behind them; writes nothing.

use std::process::ExitCode;

use crate::model::{Period, Plan, Reconciled, Reconciliation, Results};
use crate::pipeline;
use crate::render;
use crate::shell::inputs;
use crate::shell::problem::Problem;
use crate::shell::session::Session;
use crate::shell::terminal::{self, reconciliation};

/// Arguments of `reconcile`: those of every command.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

/// Counts the dossiers and says where the figures differ.
pub(crate) fn execute(session: &Session<'_>, _args: &Args) -> anyhow::Result<ExitCode> {
    let loaded = session.plan()?;
    let period = session.period(&loaded.plan)?;
    asked(&loaded.plan)?;
    let inputs = inputs::of_period_alone(session, &loaded.plan, &period)?;
    let results = pipeline::evaluate(&loaded.plan, &inputs)?;
    let Some(reconciled) = &results.reconciliation else { return Err(nothing(session, &period).into()) };
    if session.json() {
        terminal::print_bytes(&render::json::reconciliation(reconciled)?)?;
    } else {
        terminal::print(&reconciliation::screen(&results, reconciled, session.catalog))?;
    }
    Ok(ExitCode::from(u8::from(fails(&results, reconciled))))
}

/// A plan whose elements count no dossiers leaves nothing to hold against them.
fn asked(plan: &Plan) -> Result<(), Problem> {
    let any = plan.elements.iter().any(|element| element.dossier.is_some());
    if any { Ok(()) } else { Err(Problem::new("error-no-dossier-elements")) }
}

fn nothing(session: &Session<'_>, period: &Period) -> Problem {
    Problem::new("error-no-dossiers").path(&session.workspace.folder(&period.id).join("dossiers"))
}

/// Whether a measure differs, or an export is an error of its own.
fn fails(results: &Results, reconciled: &Reconciliation) -> bool {
    let of_export = |file: &str| reconciled.counts.files.iter().any(|export| *export.path == *file);
    let error = |location: &crate::model::Source| of_export(&location.file);
    reconciled.measures.iter().any(Reconciled::differs)
        || results
            .findings
            .iter()
            .any(|worded| worded.finding.is_error() && worded.finding.location.as_ref().is_some_and(error))
}
