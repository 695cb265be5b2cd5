//! `audit diff`: what an office's submission said by one moment and by another, and what that changed.

use std::process::ExitCode;

use serde::Serialize;

use crate::digest::short;
use crate::ledger::{SentFile, Version};
use crate::model::{Difference, OfficeId, PeriodId};
use crate::render;
use crate::report;
use crate::shell::ledger::{Absent, Comparison, Ledger, Sendings};
use crate::shell::problem::{Problem, nearest};
use crate::shell::session::Session;
use crate::shell::terminal::blocks::blocks;
use crate::shell::terminal::table::{TableCell, table};
use crate::shell::terminal::{self, HEADING, MUTED, WARN, paint};
use crate::text::Catalog;

/// Fewest digits of a hash that name a version; fewer may be its number.
const FEWEST_DIGITS: usize = 8;

/// Arguments of `audit diff`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The office.
    whose: String,
    /// The earlier version: its number, or the hash of the file that came with it.
    #[arg(long)]
    from: Option<String>,
    /// The later version, likewise.
    #[arg(long)]
    to: Option<String>,
    /// List the versions and compare none.
    #[arg(long)]
    list: bool,
}

/// Compares two versions; exit status 1 if a file that only one of them has is not kept.
pub(super) fn execute(session: &Session<'_>, args: &Args) -> anyhow::Result<ExitCode> {
    let ledger = Ledger::read(&session.ledger())?;
    let (period, office) = (period(session, &ledger)?, OfficeId::new(&args.whose));
    let sendings = ledger.sendings(&period, &office)?;
    let latest = sendings.versions.len();
    if latest == 0 {
        return Err(nothing(&period, &office, &sendings).into());
    }
    let wanted = |asked: &Option<String>, other| asked.as_deref().map_or(Ok(other), |asked| number(&sendings, asked));
    let to = wanted(&args.to, latest)?;
    let from = wanted(&args.from, to - 1)?;
    let chosen = [from, to].map(|number| number.checked_sub(1).and_then(|at| sendings.versions.get(at)));
    let compared = match chosen {
        [Some(before), Some(after)] if !args.list => {
            let last = ledger.last_run(&period)?;
            Some(ledger.compare(session, &last, &office, &sendings, [before, after])?)
        }
        _ => None,
    };
    let said = Said { period: &period, office: &office, sendings: &sendings, numbers: [from, to], compared };
    if session.json() {
        terminal::print_bytes(&said.json()?)?;
    } else {
        terminal::print(&said.text(session.catalog))?;
    }
    let incomparable = said.compared.is_some_and(|compared| compared.outcome.is_none());
    Ok(ExitCode::from(u8::from(incomparable)))
}

/// The period asked for, else the newest with a folder, else the one reported last.
fn period(session: &Session<'_>, ledger: &Ledger) -> anyhow::Result<PeriodId> {
    if let Some(id) = &session.options.period {
        return Ok(PeriodId::new(id));
    }
    let loaded = session.plan().ok();
    let newest = loaded.and_then(|loaded| session.workspace.newest(&loaded.plan).map(|period| period.id.clone()));
    let last = || ledger.last_period();
    let none = || Problem::new("error-no-period").path(&session.workspace.input);
    Ok(newest.map_or_else(last, |id| Ok(Some(id)))?.ok_or_else(none)?)
}

fn nothing(period: &PeriodId, office: &OfficeId, sendings: &Sendings) -> Problem {
    let known = sendings.offices.iter().map(OfficeId::as_str);
    let near = nearest(office.as_str(), known).filter(|near| *near != office.as_str());
    Problem::new("error-no-version").arg("office", office.as_str()).arg("period", period.as_str()).near(near)
}

/// The number of the version meant: by itself, or by the hash of a file, which came with the first version that has it.
fn number(sendings: &Sendings, asked: &str) -> Result<usize, Problem> {
    let count = sendings.versions.len();
    let by_hash = || {
        let wanted = asked.to_ascii_lowercase();
        let has = |version: &Version| version.files.iter().any(|file| file.sha256.starts_with(&wanted));
        sendings.versions.iter().position(has).filter(|_| asked.len() >= FEWEST_DIGITS).map(|at| at + 1)
    };
    let by_number = asked.parse().ok().filter(|number| (1..=count).contains(number));
    let unknown = || Problem::new("error-unknown-version").arg("version", asked).arg("count", count.to_string());
    by_number.or_else(by_hash).ok_or_else(unknown)
}

/// What is printed.
struct Said<'a> {
    period: &'a PeriodId,
    office: &'a OfficeId,
    sendings: &'a Sendings,
    numbers: [usize; 2],
    compared: Option<Comparison>,
}

#[derive(Serialize)]
struct DiffView<'a, R> {
    period: &'a PeriodId,
    office: &'a OfficeId,
    versions: Vec<VersionView<'a>>,
    from: Option<usize>,
    to: Option<usize>,
    absent: Vec<AbsentView<'a>>,
    revision: Option<R>,
}

#[derive(Serialize)]
struct VersionView<'a> {
    version: usize,
    run: Option<&'a str>,
    files: &'a [SentFile],
}

#[derive(Serialize)]
struct AbsentView<'a> {
    path: &'a str,
    why: &'a str,
}

impl<'a> AbsentView<'a> {
    fn of(absent: &'a Absent) -> Self {
        Self { path: &absent.path, why: absent.why }
    }
}

impl Said<'_> {
    fn json(&self) -> serde_json::Result<Vec<u8>> {
        let compared = self.compared.as_ref();
        let [from, to] = self.numbers.map(|number| compared.map(|_| number));
        let view = DiffView {
            period: self.period,
            office: self.office,
            versions: self.versions(),
            from,
            to,
            absent: compared.iter().flat_map(|compared| &compared.absent).map(AbsentView::of).collect(),
            revision: self.difference().map(render::json::revision),
        };
        let mut bytes = serde_json::to_vec_pretty(&view)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    fn versions(&self) -> Vec<VersionView<'_>> {
        let numbered = (1..).zip(&self.sendings.versions);
        numbered.map(|(version, of)| VersionView { version, run: self.first_read(of), files: &of.files }).collect()
    }

    fn difference(&self) -> Option<&Difference> {
        self.compared.as_ref()?.outcome.as_ref().map(|(difference, _)| difference)
    }

    /// When the run was that read a version first.
    fn first_read(&self, version: &Version) -> Option<&str> {
        self.sendings.runs.get(version.run).map(|recorded| &*recorded.run.at)
    }

    fn text(&self, catalog: &Catalog) -> String {
        let list = self.list(catalog);
        let Some(compared) = &self.compared else {
            let [from, _] = self.numbers;
            let note = if from == 0 { paint(WARN, &catalog.get("diff-first")) + "\n" } else { String::new() };
            return list + &note;
        };
        let [from, to] = self.numbers.map(|number| number.to_string());
        let title = paint(HEADING, &catalog.with("diff-compared", &[("from", &from), ("to", &to)]));
        let absent = compared.absent.iter().map(|absent| {
            let key = format!("diff-{}", absent.why);
            format!("  {}\n", paint(WARN, &catalog.with(&key, &[("path", &absent.path)])))
        });
        let absent: String = absent.collect();
        let told = match &compared.outcome {
            None => format!("  {}\n", paint(WARN, &catalog.get("diff-impossible"))),
            Some((step, results)) => blocks(&report::revision(results, step)) + &unchanged(step, catalog),
        };
        format!("{list}\n{title}\n{absent}{told}")
    }

    /// Every version with its files.
    fn list(&self, catalog: &Catalog) -> String {
        let args = [("office", self.office.as_str()), ("period", self.period.as_str())];
        let heads = ["version", "run", "received", "file", "sha256"];
        let heads = heads.map(|key| TableCell::new(catalog.get(&format!("diff-{key}")), MUTED)).to_vec();
        let rows =
            (1..).zip(&self.sendings.versions).flat_map(|(number, version)| self.lines(number, version, catalog));
        let rows: Vec<_> = std::iter::once(heads).chain(rows).collect();
        format!("{}\n{}", paint(HEADING, &catalog.with("diff-versions", &args)), table(&rows))
    }

    fn lines(&self, number: usize, version: &Version, catalog: &Catalog) -> Vec<Vec<TableCell>> {
        let first = [number.to_string(), self.first_read(version).unwrap_or_default().to_owned()];
        let line = |file: &SentFile| {
            let received = file.received_at.clone().unwrap_or_default();
            [received, file.path.clone(), short(&file.sha256).to_owned()].map(TableCell::from)
        };
        let mut lines: Vec<_> = version.files.iter().map(line).collect();
        if lines.is_empty() {
            lines.push(["".into(), catalog.get("diff-no-file").into(), "".into()]);
        }
        let starts = std::iter::once(first).chain(std::iter::repeat_with(Default::default));
        starts.zip(lines).map(|(start, line)| start.map(TableCell::from).into_iter().chain(line).collect()).collect()
    }
}

/// Said where no cell differs, for example where rows were only moved.
fn unchanged(step: &Difference, catalog: &Catalog) -> String {
    if step.changes.is_empty() { format!("  {}\n", catalog.get("diff-unchanged")) } else { String::new() }
}
