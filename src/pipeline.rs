//! The flow, one statement a stage: plan and cells in, results and finished files out.

mod artifact;
mod figures;
mod received;
mod results;
mod revisions;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::thread;

use chrono::NaiveDate;

pub use artifact::Artifact;
pub use figures::{Figures, figures, read_files};

use crate::assess::{self, Books};
use crate::intake;
use crate::model::{
    Change, Collection, Difference, DossierCounts, Family, Finding, IndicatorResult, InputFile, NotChecked, Office,
    OfficeId, Period, PeriodId, Plan, Reconciliation, Results, Round, Worded,
};
use crate::parallel::{self, joined};
use crate::plan;
use crate::render::form::FormError;
use crate::render::{self, RenderError, Templates};
use crate::report::document::Document;
use crate::report::form::Returns;
use crate::report::{self, Sealed, Sentences};
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
    /// What its dossiers come to, where there are exports of them.
    pub dossiers: Option<DossierCounts>,
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
    /// Outputs that are not made, by extension or [`RETURNS`]: what each of them costs is measured so.
    pub without: Vec<String>,
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
    /// `gia-han.csv` or `.xlsx`.
    pub extensions: Option<InputFile>,
    /// `tong-hop.xlsx`: the compiler's own text.
    pub compiled: Option<InputFile>,
    /// Paths of what lies there and is no spreadsheet, such as scans.
    pub unread: Vec<Arc<str>>,
}

impl RoundFiles {
    /// Every file of the folder that is read.
    pub fn all(&self) -> impl Iterator<Item = &InputFile> {
        let beside = self.register.iter().chain(&self.corrections).chain(&self.extensions);
        self.files.iter().chain(beside).chain(&self.compiled)
    }

    /// What the commune wrote about the period.
    fn beside(&self) -> intake::Beside<'_> {
        let Self { register, corrections, extensions, .. } = self;
        intake::Beside {
            register: register.as_ref(),
            corrections: corrections.as_ref(),
            extensions: extensions.as_ref(),
        }
    }
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
    /// A return cannot be written.
    #[error(transparent)]
    Form(#[from] FormError),
}

impl PipelineError {
    /// The broken template, if that is the reason.
    pub fn template_fault(&self) -> Option<&TemplateFault> {
        match self {
            Self::Template(fault) | Self::Render(RenderError::Template(fault)) => Some(fault),
            Self::UnknownPeriod(_) | Self::Render(_) | Self::Form(_) => None,
        }
    }
}

/// Understands every period's files, assesses the reported one and checks it: all that there is to say, which `write`
/// spells.
pub fn evaluate(plan: &Arc<Plan>, inputs: &Inputs) -> Result<Results, PipelineError> {
    let period = plan.period(&inputs.period).ok_or_else(|| PipelineError::UnknownPeriod(inputs.period.clone()))?;
    let catalog = Catalog::of(inputs.lang);
    let versions = plan::form_versions(plan);
    let reader = intake::Reader::new(plan, &versions);
    let mut rounds = understand(&reader, plan, period, inputs);
    let nothing = Round::default();
    let round = rounds.last().map_or(&nothing, |(_, round)| round);
    let earlier = revisions::earlier(plan, period, inputs, &reader, round);
    let changes = revisions::changes(plan, round, &earlier);
    let judged = judge(plan, &rounds, &changes, inputs.dossiers.as_ref(), inputs.only_present, catalog);
    let mut results = results::assemble(plan, period, inputs, catalog, round, judged);
    results.received = received::list(&rounds, inputs);
    results.revisions = revisions::compare(inputs, &mut rounds, earlier, &results);
    results.submissions = rounds.pop().map(|(_, round)| round.submissions).unwrap_or_default();
    Ok(results)
}

/// Where the collection of the reported period stands on a day, with what is wrong with the register and the extensions.
pub fn collect(results: &Results, inputs: &Inputs, as_of: NaiveDate) -> Collection {
    let round = inputs.rounds.get(&inputs.period);
    let about = |file: Option<&InputFile>| -> Vec<Worded> {
        let Some(file) = file else { return Vec::new() };
        let is_about = |worded: &&Worded| worded.finding.location.as_ref().is_some_and(|at| at.file == file.path);
        results.findings.iter().filter(is_about).cloned().collect()
    };
    let mut findings = about(round.and_then(|round| round.register.as_ref()));
    let extensions = about(round.and_then(|round| round.extensions.as_ref()));
    let is_unclear = |finding: &Finding| {
        matches!(finding.code.as_str(), "D853" | "D854" | "D856") || finding.code.family() == Family::F
    };
    let unclear = extensions.iter().map(|worded| &worded.finding).filter(|finding| is_unclear(finding));
    let doubtful = unclear.map(|finding| finding.office.clone()).collect();
    findings.extend(extensions);
    Collection { findings, doubtful, ..Collection::of(results, as_of) }
}

/// What became of an office's submission between two runs, such as with an earlier version of its files and with a later
/// one. Effects are those of all that differs between the runs.
pub fn compare(before: &Results, after: &Results, office: &OfficeId) -> Difference {
    revisions::between(before, after, office)
}

/// What rounds come to: figures, indicators, figures against dossiers.
struct Assessed<'p> {
    books: Books<'p>,
    indicators: Vec<IndicatorResult>,
    reconciliation: Option<Reconciliation>,
}

impl<'p> Assessed<'p> {
    /// Assesses rounds in order of time.
    fn of(plan: &'p Plan, rounds: &[(&Period, Round)], dossiers: Option<&DossierCounts>) -> Self {
        let books = Books::open(plan, rounds);
        let indicators = assess::assess_indicators(&books, Catalog::of(Lang::Vi));
        let reconciliation = dossiers.map(|counts| assess::reconcile(&books, counts.clone()));
        Self { books, indicators, reconciliation }
    }
}

/// The same with findings, and checks that could not run.
struct Judged<'p> {
    assessed: Assessed<'p>,
    found: Vec<Finding>,
    not_checked: Vec<NotChecked>,
}

/// Assesses rounds in order of time and checks the last of them; `changes` are those of submissions that replaced others.
fn judge<'p>(
    plan: &'p Plan,
    rounds: &[(&Period, Round)],
    changes: &BTreeMap<OfficeId, Vec<Change>>,
    dossiers: Option<&DossierCounts>,
    only_present: bool,
    catalog: &Catalog,
) -> Judged<'p> {
    let nothing = Round::default();
    let round = rounds.last().map_or(&nothing, |(_, round)| round);
    let assessed = Assessed::of(plan, rounds, dossiers);
    let context = rules::Context {
        plan,
        round,
        books: &assessed.books,
        indicators: &assessed.indicators,
        changes,
        reconciliation: assessed.reconciliation.as_ref(),
        only_present,
        catalog,
    };
    let (found, not_checked) = rules::check(&context);
    Judged { assessed, found, not_checked }
}

/// Cells to submissions, for the reported period and every one before it, in order of time.
fn understand<'a>(
    reader: &intake::Reader<'_>,
    plan: &'a Plan,
    period: &Period,
    inputs: &Inputs,
) -> Vec<(&'a Period, Round)> {
    let nothing = RoundFiles::default();
    let periods: Vec<&Period> = plan.periods.iter().filter(|of| of.to <= period.to).collect();
    let given = |of: &Period| inputs.rounds.get(&of.id).unwrap_or(&nothing);
    let files: Vec<(&Period, &InputFile)> =
        periods.iter().flat_map(|of| given(of).files.iter().map(|file| (*of, file))).collect();
    // What an office's file says depends on no other file.
    let mut readings = parallel::map(&files, |(of, file)| reader.read(Some(of), file)).into_iter();
    let combine = |of: &'a Period| {
        let round = given(of);
        let files = readings.by_ref().take(round.files.len()).collect();
        let absent_matter = !(inputs.only_present && of.id == period.id);
        let mut combined = intake::combine(plan, of, files, round.beside(), absent_matter);
        combined.unread.clone_from(&round.unread);
        if let Some(compiled) = &round.compiled {
            reader.add_compiled(of, compiled, &mut combined);
        }
        (of, combined)
    };
    periods.into_iter().map(combine).collect()
}

/// What documents are worded and dressed with; ready before there is anything to say.
#[derive(Debug)]
pub struct Wording {
    sentences: Sentences,
    templates: Templates,
}

impl Wording {
    /// The embedded templates with those found on disk in their place.
    pub fn new(found: &BTreeMap<String, String>) -> Result<Self, PipelineError> {
        Ok(Self { sentences: Sentences::new(found)?, templates: Templates::new(found)? })
    }
}

/// Results to finished files, beside each other: they share nothing. Each is handed over as soon as it is done, in the
/// thread that made it, so that one is stored while others are still made; what `deliver` gives for each is returned.
/// A document's workbook, by far its largest form, is made beside its other forms, and the largest stays in this thread,
/// where it finds the memory that reading has freed.
pub fn write<D: Send, E: From<PipelineError> + Send>(
    results: &Results,
    inputs: &Inputs,
    wording: &Wording,
    deliver: impl Fn(&Artifact) -> Result<D, E> + Sync,
) -> Result<Vec<D>, E> {
    let Wording { sentences, templates } = wording;
    let spell = |document: &Document| -> Result<Vec<D>, E> {
        let spell_one = |format: &render::Format| {
            let bytes = (format.render)(document, templates).map_err(PipelineError::from)?;
            deliver(&Artifact::new(format!("{}.{}", document.name, format.extension), bytes))
        };
        let wanted = |format: &&render::Format| {
            format.kinds.contains(&document.kind) && !inputs.without.iter().any(|left| left == format.extension)
        };
        let formats: Vec<&render::Format> = render::FORMATS.iter().filter(wanted).collect();
        let Some((workbook, others)) = formats.split_first() else { return Ok(Vec::new()) };
        let others = || others.iter().map(|format| spell_one(format)).collect::<Result<Vec<D>, E>>();
        let (others, workbook) = parallel::join(others, || spell_one(workbook));
        Ok([workbook?].into_iter().chain(others?).collect())
    };
    thread::scope(|scope| {
        let report =
            scope.spawn(|| spell(&report::report(results, sentences, inputs.dated).map_err(PipelineError::from)?));
        let json = scope.spawn(|| {
            deliver(&Artifact::new("report.json", render::json::render(results).map_err(PipelineError::from)?))
        });
        let papers = spell(&report::working_papers(results, Catalog::of(inputs.lang)))?;
        let wanted = !inputs.without.iter().any(|left| left == RETURNS);
        let returns = if wanted { returns(results, inputs, &deliver)? } else { Vec::new() };
        Ok(joined(report)?.into_iter().chain(papers).chain([joined(json)?]).chain(returns).collect())
    })
}

/// The sheet of hashes that proves the other files of a run; made of their hashes, so after them.
pub fn proof_sheet(
    results: &Results,
    wording: &Wording,
    outputs: &[Sealed],
    entries: u64,
) -> Result<Artifact, PipelineError> {
    let document = report::proof(results, outputs, entries);
    Ok(Artifact::new(proof_sheet_name(results), render::page(&document, &wording.templates)?))
}

/// Its name among a period's outputs.
pub fn proof_sheet_name(results: &Results) -> String {
    format!("{}.html", report::proof_name(results))
}

/// The letter that brings a report to its recipient.
pub fn covering_letter(results: &Results, wording: &Wording) -> Result<Artifact, PipelineError> {
    let document = report::covering_letter(results, &wording.sentences)?;
    Ok(Artifact::new(format!("{}.docx", document.name), render::letter(&document, &wording.templates)?))
}

/// The folder of the offices' returns among a period's outputs.
pub const RETURNS: &str = "returns/";

/// Every office's return.
fn returns<D: Send, E: From<PipelineError> + Send>(
    results: &Results,
    inputs: &Inputs,
    deliver: impl Fn(&Artifact) -> Result<D, E> + Sync,
) -> Result<Vec<D>, E> {
    let (returns, versions) = (Returns::of(results), plan::form_versions(&results.plan));
    let one = |office: &Office| {
        let version = versions.get(&office.id).map_or("", String::as_str);
        let form = returns.form(office, version, Catalog::of(inputs.lang));
        let bytes = render::form::xlsx(&form).map_err(PipelineError::from)?;
        deliver(&Artifact::new(format!("{RETURNS}{}.xlsx", office.id), bytes))
    };
    parallel::map(&results.plan.offices, one).into_iter().collect()
}

/// One office's return as a workbook: its form as understood, mistakes marked.
pub fn return_of(results: &Results, office: &Office, lang: Lang) -> Result<Vec<u8>, PipelineError> {
    let version = plan::form_version(&results.plan, &office.id);
    Ok(render::form::xlsx(&Returns::of(results).form(office, &version, Catalog::of(lang)))?)
}
