//! Reads what a run needs, before anything is understood.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use indicatif::{ProgressBar, ProgressStyle};

use super::dossiers;
use super::listing::Listing;
use super::outputs::Hashed;
use super::reader::FileToRead;
use super::session::{LoadedPlan, Session};
use super::stopwatch;
use crate::digest::sha256;
use crate::model::{DossierCounts, DossierFile, FileContent, InputFile, Period, PeriodId, Plan, Results};
use crate::pipeline::{Inputs, RoundFiles};
use crate::plan::TASK_LIST;

/// Everything in the folder of a period, and in those before it.
pub(crate) fn of_period(session: &Session<'_>, plan: &Plan, period: &Period, dated: bool) -> anyhow::Result<Inputs> {
    let listing = session.workspace.listing(&period.id)?;
    let dossiers = dossiers(session, plan, period)?;
    Ok(Inputs { dossiers, dated, ..of_listing(session, plan, period, listing)? })
}

/// What lies in the folder of a period alone: all that its own figures and dossiers take.
pub(crate) fn of_period_alone(session: &Session<'_>, plan: &Plan, period: &Period) -> anyhow::Result<Inputs> {
    let dossiers = dossiers(session, plan, period)?;
    Ok(Inputs { dossiers, ..submissions_of(session, period)? })
}

/// The submissions of a period alone: all that it takes to say which of them count.
pub(crate) fn submissions_of(session: &Session<'_>, period: &Period) -> anyhow::Result<Inputs> {
    of_listings(session, period, BTreeMap::from([(period.id.clone(), session.workspace.listing(&period.id)?)]))
}

/// What a period's dossiers come to, where there are exports of them.
pub(crate) fn dossiers(session: &Session<'_>, plan: &Plan, period: &Period) -> anyhow::Result<Option<DossierCounts>> {
    let files = session.workspace.exports(&period.id)?;
    if files.is_empty() {
        return Ok(None);
    }
    Ok(Some(dossiers::count(session.readers()?, &files, &plan.dossiers, &(period.from..=period.to))))
}

/// These files for a period, and everything in the folders before it, which feed earlier columns, sums and baselines.
pub(crate) fn of_listing(
    session: &Session<'_>,
    plan: &Plan,
    period: &Period,
    listing: Listing,
) -> anyhow::Result<Inputs> {
    let mut listings = BTreeMap::from([(period.id.clone(), listing)]);
    for earlier in plan.periods.iter().filter(|earlier| earlier.to < period.from) {
        listings.insert(earlier.id.clone(), session.workspace.listing(&earlier.id)?);
    }
    of_listings(session, period, listings)
}

fn of_listings(
    session: &Session<'_>,
    period: &Period,
    listings: BTreeMap<PeriodId, Listing>,
) -> anyhow::Result<Inputs> {
    let rounds = read_rounds(session, listings)?;
    session.readers()?.dismiss();
    Ok(Inputs {
        period: period.id.clone(),
        rounds,
        dossiers: None,
        templates: session.workspace.template_texts()?,
        as_of: session.today,
        lang: session.catalog.lang(),
        dated: false,
        only_present: false,
        without: stopwatch::left_out(),
    })
}

/// Reads all files of all periods in one go, so that the workers are never idle between periods.
fn read_rounds(
    session: &Session<'_>,
    listings: BTreeMap<PeriodId, Listing>,
) -> anyhow::Result<BTreeMap<PeriodId, RoundFiles>> {
    let in_order = |listing: &Listing| {
        let special = listing.register.iter().chain(&listing.corrections).chain(&listing.extensions);
        listing.submissions.iter().chain(special).chain(&listing.compiled).cloned().collect::<Vec<FileToRead>>()
    };
    let found: Vec<FileToRead> = listings.values().flat_map(in_order).collect();
    let mut files = read(session, &found)?.into_iter();
    let mut take = |listing: Listing| RoundFiles {
        files: files.by_ref().take(listing.submissions.len()).collect(),
        register: listing.register.and_then(|_| files.next()),
        corrections: listing.corrections.and_then(|_| files.next()),
        extensions: listing.extensions.and_then(|_| files.next()),
        compiled: listing.compiled.and_then(|_| files.next()),
        unread: listing.unread.into_iter().map(Arc::from).collect(),
    };
    Ok(listings.into_iter().map(|(period, listing)| (period, take(listing))).collect())
}

/// Reads files in worker processes, in the order given, with a bar for those who watch.
pub(crate) fn read(session: &Session<'_>, files: &[FileToRead]) -> anyhow::Result<Vec<InputFile>> {
    let bar = progress(session, files.len());
    let read = session.readers()?.read_all(files, &|done| bar.set_position(done as u64));
    bar.finish_and_clear();
    Ok(read)
}

/// A bar on standard error; hidden where that is no terminal.
fn progress(session: &Session<'_>, files: usize) -> ProgressBar {
    let template = format!("{} {{bar:30}} {{pos}}/{{len}}", session.catalog.get("progress-reading"));
    let style = ProgressStyle::with_template(&template).unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(files as u64).with_style(style)
}

/// Lets go of the cells of files that no finding names: from here on only findings show rows of them.
pub(crate) fn forget_cells(inputs: &mut Inputs, results: &Results) {
    let places = results.findings.iter().filter_map(|worded| worded.finding.location.as_ref());
    let named: BTreeSet<&str> = places.map(|place| &*place.file).collect();
    for file in inputs.rounds.values_mut().flat_map(|round| &mut round.files) {
        if let FileContent::Cells(cells) = &mut file.content
            && !named.contains(&*file.path)
        {
            cells.sheets = Vec::new();
        }
    }
}

/// A file that a run read; of texts the words themselves are at hand.
#[derive(Debug)]
pub(crate) struct Original<'a> {
    /// Path below the input folder (templates: `templates/…`).
    pub(crate) path: String,
    /// SHA-256 of its bytes; `None` where it could not be read at all.
    pub(crate) sha256: Option<String>,
    /// Its text, if it was read as one.
    pub(crate) text: Option<&'a str>,
}

impl<'a> Original<'a> {
    fn text(path: String, text: &'a str) -> Self {
        Self { path, sha256: Some(sha256(text)), text: Some(text) }
    }

    fn file(file: &InputFile) -> Self {
        Self { path: file.path.to_string(), sha256: file.sha256.clone(), text: None }
    }

    fn export(file: &DossierFile) -> Self {
        Self { path: file.path.to_string(), sha256: file.sha256.clone(), text: None }
    }
}

impl From<&Original<'_>> for Hashed {
    fn from(original: &Original<'_>) -> Self {
        Self { path: original.path.clone(), sha256: original.sha256.clone() }
    }
}

/// Every file a run read, in order of path.
pub(crate) fn originals<'a>(loaded: &'a LoadedPlan, inputs: &'a Inputs) -> Vec<Original<'a>> {
    let texts = loaded.files.iter().filter(|file| !file.name.starts_with(TASK_LIST));
    let texts = texts.map(|file| Original::text(format!("plan/{}", file.name), &file.text));
    let plan = texts.chain(loaded.task_list.iter().map(Original::file));
    let limits = loaded.limits.iter().map(|file| Original::text(file.name.clone(), &file.text));
    let templates = inputs.templates.iter().map(|(path, text)| Original::text(format!("templates/{path}"), text));
    let of_rounds = inputs.rounds.values().flat_map(RoundFiles::all).map(Original::file);
    let exports = inputs.dossiers.iter().flat_map(|counts| &counts.files).map(Original::export);
    let mut all: Vec<Original<'_>> = plan.chain(limits).chain(templates).chain(of_rounds).chain(exports).collect();
    all.sort_by(|one, other| (&one.path, &one.sha256).cmp(&(&other.path, &other.sha256)));
    all
}

/// The same with their hashes alone.
pub(crate) fn hashed(loaded: &LoadedPlan, inputs: &Inputs) -> Vec<Hashed> {
    originals(loaded, inputs).iter().map(Hashed::from).collect()
}
