//! The flow, one statement a stage: plan and cells in, results and finished files out.

mod results;

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread;

use chrono::NaiveDate;

use crate::assess::{self, Books};
use crate::intake;
use crate::model::{InputFile, OfficeId, Period, PeriodId, Plan, Results, Round};
use crate::plan;
use crate::render::{self, RenderError, Templates};
use crate::report::document::Document;
use crate::report::{self, Sentences};
use crate::rules;
use crate::templates::TemplateFault;
use crate::text::{Catalog, Lang};

/// Everything a run reads; `shell` has read it all before.
#[derive(Debug)]
pub struct Inputs {
    /// The period to report.
    pub period: PeriodId,
    /// What came for it and for every earlier period of the plan.
    pub rounds: BTreeMap<PeriodId, RoundFiles>,
    /// Template files found on disk, by path below `templates/`; they win over the embedded ones.
    pub templates: BTreeMap<String, String>,
    /// The day the run is told it is.
    pub as_of: NaiveDate,
    /// Language of findings.
    pub lang: Lang,
    /// Whether the place/date line carries the date of `as_of`.
    pub dated: bool,
    /// Whether only the files given count: an office that sent nothing is then nobody's concern.
    pub only_present: bool,
}

/// The files of one period's folder.
#[derive(Debug, Default)]
pub struct RoundFiles {
    /// Submissions, in order of path.
    pub files: Vec<InputFile>,
    /// `received.csv` or `.xlsx`.
    pub register: Option<InputFile>,
    /// `dieu-chinh.csv` or `.xlsx`.
    pub corrections: Option<InputFile>,
}

/// What a run has made.
#[derive(Debug)]
pub struct Outcome {
    /// Everything it has to say.
    pub results: Results,
    /// Finished files for `output/<period>/`.
    pub artifacts: Vec<Artifact>,
}

/// One finished file.
#[derive(Debug)]
pub struct Artifact {
    /// Its name, relative to `output/<period>/`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why a run cannot go on. Bad data never is a reason.
#[derive(Debug, thiserror::Error)]
pub enum PipelineError {
    /// The plan has no such period.
    #[error("the plan has no period {0}")]
    UnknownPeriod(PeriodId),
    /// A template is broken.
    #[error(transparent)]
    Template(#[from] TemplateFault),
    /// A document cannot be written in a format.
    #[error(transparent)]
    Render(#[from] RenderError),
}

/// Understands every period's files, assesses the reported one and checks it: all that there is to say, which `write`
/// spells.
pub fn evaluate(plan: &Arc<Plan>, inputs: &Inputs) -> Result<Results, PipelineError> {
    let period = plan.period(&inputs.period).ok_or_else(|| PipelineError::UnknownPeriod(inputs.period.clone()))?;
    let catalog = Catalog::of(inputs.lang);
    let rounds = understand(plan, period, inputs);
    let books = Books::open(plan, &rounds);
    let indicators = assess::assess_indicators(&books, Catalog::of(Lang::Vi));
    let nothing = Round::default();
    let round = rounds.last().map_or(&nothing, |(_, round)| round);
    let context = rules::Context {
        plan,
        round,
        books: &books,
        indicators: &indicators,
        only_present: inputs.only_present,
        catalog,
    };
    let checked = rules::check(&context);
    Ok(results::assemble(plan, period, inputs, catalog, books, round, indicators, checked))
}

/// Cells to submissions, for the reported period and every one before it, in order of time.
fn understand<'a>(plan: &'a Plan, period: &Period, inputs: &Inputs) -> Vec<(&'a Period, Round)> {
    let versions: BTreeMap<OfficeId, String> =
        plan.offices.iter().map(|office| (office.id.clone(), plan::form_version(plan, &office.id))).collect();
    let reader = intake::Reader::new(plan, &versions);
    let nothing = RoundFiles::default();
    let understand_one = |of: &'a Period| {
        let given = inputs.rounds.get(&of.id).unwrap_or(&nothing);
        let files = in_parallel(&given.files, |file| reader.read(Some(of), file));
        let absent_matter = !(inputs.only_present && of.id == period.id);
        (of, intake::combine(plan, of, files, given.register.as_ref(), given.corrections.as_ref(), absent_matter))
    };
    plan.periods.iter().filter(|of| of.to <= period.to).map(understand_one).collect()
}

/// Applies a function to every item, in order, on all cores: what an office's file says depends on no other file.
fn in_parallel<T: Sync, R: Send>(items: &[T], apply: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let share = items.len().div_ceil(cores).max(1);
    let apply = &apply;
    thread::scope(|scope| {
        let threads: Vec<_> =
            items.chunks(share).map(|chunk| scope.spawn(move || chunk.iter().map(apply).collect::<Vec<R>>())).collect();
        threads.into_iter().flat_map(joined).collect()
    })
}

/// Results to finished files, beside each other: they share nothing. The largest stays in this thread, where it finds
/// the memory that reading has freed.
pub fn write(results: &Results, inputs: &Inputs) -> Result<Vec<Artifact>, PipelineError> {
    let templates = Templates::new(&inputs.templates)?;
    let catalog = Catalog::of(inputs.lang);
    thread::scope(|scope| {
        let report = scope.spawn(|| {
            let sentences = Sentences::new(&inputs.templates)?;
            spell(&report::report(results, &sentences, inputs.dated)?, &templates)
        });
        let json = scope.spawn(|| render::json::render(results));
        let papers = spell(&report::working_papers(results, catalog), &templates)?;
        let json = Artifact { name: "report.json".to_owned(), bytes: joined(json)? };
        Ok(joined(report)?.into_iter().chain(papers).chain([json]).collect())
    })
}

fn joined<T>(thread: thread::ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| resume_unwind(panic))
}

/// A document in every format.
fn spell(document: &Document, templates: &Templates) -> Result<Vec<Artifact>, PipelineError> {
    let spell_one = |(extension, render): &(&str, render::Render)| {
        Ok(Artifact { name: format!("{}.{extension}", document.name), bytes: render(document, templates)? })
    };
    render::FORMATS.iter().map(spell_one).collect()
}
