//! `explain`: what a code means, or where a figure comes from.

mod code;
mod dossiers;
mod earlier;
mod element;
mod indicator;
mod open;
mod origin;
mod page;
mod round;
mod subject;
mod task;
mod versions;

use std::process::ExitCode;
use std::sync::Arc;

use serde::Serialize;

use crate::model::{Measure, OfficeId, Source, Worded};
use crate::pipeline;
use crate::shell::problem::Problem;
use crate::shell::session::Session;
use crate::shell::terminal;
use crate::text::Catalog;
use origin::Origin;
use page::{Item, Page, coded, said};
use round::Round;
use subject::Subject;

/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// A code, indicator, element or task, optionally with `/<office>`.
    what: String,
    /// Write the originals behind the figure aside.
    #[arg(long = "open")]
    originals: bool,
}

/// Explains it.
pub(crate) fn execute(session: &Session<'_>, args: &Args) -> anyhow::Result<ExitCode> {
    let (name, office) = args.what.split_once('/').map_or((args.what.as_str(), None), |(a, b)| (a, Some(b)));
    let page = match (subject::built_in(name, session.catalog), office) {
        // What a code means needs no plan and no submission.
        (Some(code), None) if !args.originals => code::built_in(code, session.catalog),
        (built_in, office) => from_data(session, (name, office), built_in, args.originals)?,
    };
    if session.json() {
        terminal::print_bytes(&page.json())?;
    } else {
        terminal::print(&page.text(session.catalog))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn from_data(
    session: &Session<'_>,
    (name, office): (&str, Option<&str>),
    built_in: Option<subject::BuiltIn>,
    originals: bool,
) -> anyhow::Result<Page> {
    session.start_readers()?;
    let origin = Origin::find(session)?;
    let (plan, catalog) = (Arc::clone(&origin.loaded.plan), session.catalog);
    let office = office.map(|id| subject::office(&plan, id)).transpose()?;
    let subject = match built_in {
        Some(code) => Subject::Code(code),
        None => subject::find(&plan, name)?,
    };
    let (page, code) = match &subject {
        Subject::Code(built_in) => (code::built_in(built_in.clone(), catalog), name),
        Subject::Rule(rule) => (code::rule(rule, &plan, catalog), rule.code.as_str()),
        Subject::Indicator(indicator) => {
            let round = Round::read(session, origin, &subject, office)?;
            return figure(session, &round, &subject, indicator::page(indicator, &round, catalog), originals);
        }
        Subject::Element(element) => {
            let round = Round::read(session, origin, &subject, office)?;
            return figure(session, &round, &subject, element::page(element, &round, catalog), originals);
        }
        Subject::Task(task) => {
            let round = Round::read(session, origin, &subject, office)?;
            return figure(session, &round, &subject, task::page(task, &round, catalog), originals);
        }
    };
    if originals {
        // No figure stands behind it, and so no file.
        return Err(Problem::new("error-nothing-to-open").arg("name", name).into());
    }
    office.map_or(Ok(page.clone()), |office| findings(session, origin, page, code, &office))
}

/// A figure or task with what was sent for it, and the originals where they are asked for.
fn figure(
    session: &Session<'_>,
    round: &Round,
    subject: &Subject<'_>,
    page: Page,
    originals: bool,
) -> anyhow::Result<Page> {
    let page = versions::add(round.of_run(page, session.catalog), subject, round, session.catalog);
    if originals { open::add(page, session, subject, round) } else { Ok(page) }
}

/// Adds a code's findings at an office.
fn findings(
    session: &Session<'_>,
    mut origin: Origin,
    page: Page,
    code: &str,
    office: &OfficeId,
) -> anyhow::Result<Page> {
    let inputs = origin.inputs(session, true)?;
    let results = pipeline::evaluate(&origin.loaded.plan, &inputs)?;
    let of_code = |worded: &&Worded| {
        let finding = &worded.finding;
        finding.code.as_str().eq_ignore_ascii_case(code) && finding.office.as_ref() == Some(office)
    };
    let rows = results.findings.iter().filter(of_code).map(|worded| {
        let place = worded.finding.location.as_ref().map(ToString::to_string);
        vec![said(place), said(Some(worded.message.as_str()))]
    });
    Ok(page.table("findings", &["source", "finding"], rows.collect()))
}

/// The period looked at.
fn period(round: &Round) -> Item {
    let period = &round.figures.period;
    coded(period.title.clone(), &period.id)
}

/// The column of the form.
fn measure(measure: Measure, catalog: &Catalog) -> Item {
    coded(catalog.get(&key("measure", measure)), measure)
}

/// File, sheet and cell.
fn place(source: Option<&Source>) -> [Item; 3] {
    let sheet = source.and_then(|source| source.sheet.as_deref());
    let cell = source.and_then(|source| source.cell);
    [said(source.map(|source| source.file.as_ref())), said(sheet), said(cell.map(|cell| cell.to_string()))]
}

/// The key of a code's word: `flow-stock`.
fn key(family: &str, code: impl Serialize) -> String {
    let code = serde_json::to_value(code).unwrap_or_default();
    format!("{family}-{}", code.as_str().unwrap_or_default())
}
