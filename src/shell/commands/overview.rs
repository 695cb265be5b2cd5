//! `cchc` alone: where the newest period stands and what to run next.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use serde::Deserialize;

use crate::model::{Deadline, Period, Results, Verdict, reported};
use crate::pipeline::{self, Inputs};
use crate::shell::inputs;
use crate::shell::outputs::Manifest;
use crate::shell::problem::slashed;
use crate::shell::session::{LoadedPlan, Session};
use crate::shell::terminal::{self, HEADING, paint, summary, words};
use crate::text::Catalog;

/// What `report.json` says that matters here.
#[derive(Deserialize)]
struct LastReport {
    verdict: Verdict,
}

/// Says where things stand; writes nothing.
pub(crate) fn execute(session: &Session<'_>) -> anyhow::Result<ExitCode> {
    session.start_readers()?;
    let loaded = session.plan()?;
    let period = session.period(&loaded.plan)?;
    let inputs = inputs::of_period(session, &loaded.plan, &period, false)?;
    let results = pipeline::evaluate(&loaded.plan, &inputs)?;
    let folder = session.output_folder(&period.id);
    let next = Next::of(&folder, &loaded, &inputs);
    terminal::print(&screen(session, &period, &results, &next, &folder))?;
    Ok(ExitCode::SUCCESS)
}

/// What the outputs on disk leave to do.
#[derive(Debug, PartialEq)]
enum Next {
    /// There is no report yet.
    Report,
    /// Something has come or changed since.
    ReportAgain,
    /// The report has errors.
    Mend,
    /// The report can be sent.
    Send,
}

impl Next {
    fn of(folder: &Path, loaded: &LoadedPlan, inputs: &Inputs) -> (Self, Option<Verdict>) {
        let last = last_report(folder);
        let next = match (Manifest::read(folder), last) {
            (Some(manifest), Some(_)) if !manifest.is_of(&inputs::hashed(loaded, inputs)) => Self::ReportAgain,
            (Some(_), Some(Verdict::Errors)) => Self::Mend,
            (Some(_), Some(_)) => Self::Send,
            _ => Self::Report,
        };
        (next, last)
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Report => "next-report",
            Self::ReportAgain => "next-report-again",
            Self::Mend => "next-mend",
            Self::Send => "next-send",
        }
    }
}

fn last_report(folder: &Path) -> Option<Verdict> {
    let text = fs::read(folder.join("report.json")).ok()?;
    serde_json::from_slice(&text).ok().map(|last: LastReport| last.verdict)
}

fn screen(
    session: &Session<'_>,
    period: &Period,
    results: &Results,
    (next, last): &(Next, Option<Verdict>),
    folder: &Path,
) -> String {
    let catalog = session.catalog;
    let line = |text: String| text + "\n";
    let mut screen = paint(HEADING, &head(results, catalog)) + "\n";
    screen += &line(format!("  {}", due(results, session)));
    let (key, style) = words::verdict(results.verdict);
    screen += &line(format!("  {}: {}", catalog.get("overview-now"), paint(style, &catalog.get(key))));
    if let Some((key, style)) = last.map(words::verdict) {
        screen += &line(format!("  {}: {}", catalog.get("overview-last-report"), paint(style, &catalog.get(key))));
    }
    screen += &summary::offices(results, catalog);
    let next = catalog.with(next.key(), &[("folder", &slashed(folder)), ("period", period.id.as_str())]);
    screen + &line(format!("\n{}", paint(HEADING, &next)))
}

fn head(results: &Results, catalog: &Catalog) -> String {
    catalog.with(
        "overview-head",
        &[
            ("period", &results.period.title),
            ("accepted", &reported(&results.offices).to_string()),
            ("offices", &results.offices.len().to_string()),
        ],
    )
}

fn due(results: &Results, session: &Session<'_>) -> String {
    let catalog = session.catalog;
    let of = |due: &Deadline| summary::last_day(due.until, session.today, catalog);
    let (offices, report) = (of(&results.office_due), of(&results.report_due));
    catalog.with("overview-due", &[("offices", &offices), ("report", &report)])
}
