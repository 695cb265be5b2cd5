//! `explain`: what a code means, or where a figure comes from.

mod code;
mod earlier;
mod element;
mod indicator;
mod page;
mod subject;
mod task;

use std::process::ExitCode;

use serde::Serialize;

use crate::model::{Measure, OfficeId, Results, Source, Worded};
use crate::pipeline::{self, Inputs};
use crate::shell::inputs;
use crate::shell::session::{LoadedPlan, Session};
use crate::shell::terminal::{self, row};
use crate::text::Catalog;
use page::{Item, Page, coded, said};
use subject::Subject;

/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// A code, indicator, element or task, optionally with `/<office>`.
    what: String,
}

/// Explains it.
pub(crate) fn execute(session: &Session<'_>, args: &Args) -> anyhow::Result<ExitCode> {
    let (name, office) = args.what.split_once('/').map_or((args.what.as_str(), None), |(a, b)| (a, Some(b)));
    let page = match (subject::built_in(name, session.catalog), office) {
        // What a code means needs no plan and no submission.
        (Some(code), None) => code::built_in(code, session.catalog),
        (built_in, office) => from_data(session, name, built_in, office)?,
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
    name: &str,
    built_in: Option<subject::BuiltIn>,
    office: Option<&str>,
) -> anyhow::Result<Page> {
    let loaded = session.plan()?;
    let office = office.map(|id| subject::office(&loaded.plan, id)).transpose()?;
    let subject = match built_in {
        Some(code) => Subject::Code(code),
        None => subject::find(&loaded.plan, name)?,
    };
    let catalog = session.catalog;
    Ok(match (subject, &office) {
        (Subject::Rule(rule), None) => code::rule(rule, &loaded.plan, catalog),
        (subject, office) => {
            let round = Round::read(session, &loaded, office.clone())?;
            match subject {
                Subject::Code(built_in) => round.findings(code::built_in(built_in, catalog), name),
                Subject::Rule(rule) => round.findings(code::rule(rule, &loaded.plan, catalog), rule.code.as_str()),
                Subject::Indicator(indicator) => indicator::page(indicator, &round, catalog),
                Subject::Element(element) => element::page(element, &round, catalog),
                Subject::Task(task) => task::page(task, &round, catalog),
            }
        }
    })
}

/// A period's data as understood, and the office asked about.
struct Round {
    inputs: Inputs,
    results: Results,
    office: Option<OfficeId>,
}

impl Round {
    fn read(session: &Session<'_>, loaded: &LoadedPlan, office: Option<OfficeId>) -> anyhow::Result<Self> {
        let period = session.workspace.period(&loaded.plan, session.options.period.as_deref())?;
        let inputs = inputs::of_period(session, &loaded.plan, &period, false)?;
        let results = pipeline::evaluate(&loaded.plan, &inputs)?;
        Ok(Self { inputs, results, office })
    }

    /// Whether this office is asked about.
    fn concerns(&self, office: &OfficeId) -> bool {
        self.office.as_ref().is_none_or(|asked| asked == office)
    }

    /// What a cell says in its file.
    fn said(&self, source: &Source) -> Option<String> {
        row::said(&self.inputs, source)
    }

    /// Adds a code's findings at the office asked about.
    fn findings(&self, page: Page, code: &str) -> Page {
        let of_code = |worded: &&Worded| {
            let finding = &worded.finding;
            finding.code.as_str().eq_ignore_ascii_case(code)
                && finding.office.as_ref().is_some_and(|o| self.concerns(o))
        };
        let rows = self.results.findings.iter().filter(of_code).map(|worded| {
            let place = worded.finding.location.as_ref().map(ToString::to_string);
            vec![said(place), said(Some(worded.message.as_str()))]
        });
        page.table("findings", &["source", "finding"], rows.collect())
    }
}

/// The period looked at.
fn period(round: &Round) -> Item {
    let period = &round.results.period;
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
