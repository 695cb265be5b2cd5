//! A period's figures without any check of them: what explaining one takes.

use std::sync::Arc;

use super::{Assessed, Inputs, PipelineError, received, understand};
use crate::assess;
use crate::intake;
use crate::model::{
    Fate, Figure, FileReading, History, IndicatorResult, InputFile, Period, Plan, Received, Reconciliation, Round,
    TaskResult, Total,
};
use crate::plan;

/// What [`Results`](crate::model::Results) say of figures, by the same sums, and every file of the period as it was read.
#[derive(Debug)]
pub struct Figures {
    /// The plan.
    pub plan: Arc<Plan>,
    /// The period.
    pub period: Period,
    /// Every expected figure: by office, then element, then measure.
    pub figures: Vec<Figure>,
    /// The commune's figures: by element, then measure.
    pub totals: Vec<Total>,
    /// What earlier periods came to.
    pub history: History,
    /// Indicators in plan order.
    pub indicators: Vec<IndicatorResult>,
    /// Tasks in plan order.
    pub tasks: Vec<TaskResult>,
    /// Figures against dossiers, where there are exports of them.
    pub reconciliation: Option<Reconciliation>,
    /// Files of the period in order of path, with what became of each; their tables have moved to the figures.
    pub files: Vec<(FileReading, Fate)>,
    /// Its submissions as the ledger keeps them.
    pub received: Vec<Received>,
}

/// Understands every period's files and assesses the reported one.
pub fn figures(plan: &Arc<Plan>, inputs: &Inputs) -> Result<Figures, PipelineError> {
    let period = plan.period(&inputs.period).ok_or_else(|| PipelineError::UnknownPeriod(inputs.period.clone()))?;
    let versions = plan::form_versions(plan);
    let mut rounds = understand(&intake::Reader::new(plan, &versions), plan, period, inputs);
    let Assessed { books, indicators, reconciliation } = Assessed::of(plan, &rounds, inputs.dossiers.as_ref());
    let (totals, history) = (assess::totals(&books), assess::history(&books));
    let tasks = books.current().map(|book| book.tasks.clone()).unwrap_or_default();
    let [figures, _] = books.into_figures();
    let Round { files, .. } = rounds.pop().map(|(_, round)| round).unwrap_or_default();
    let received = files.iter().filter_map(|(file, _)| received::submission(&period.id, file)).collect();
    Ok(Figures {
        plan: Arc::clone(plan),
        period: period.clone(),
        figures,
        totals,
        history,
        indicators,
        tasks,
        reconciliation,
        files,
        received,
    })
}

/// What each of these files says on its own, whatever else came for the period.
pub fn read_files<'f>(
    plan: &Plan,
    period: &Period,
    files: impl IntoIterator<Item = &'f InputFile>,
) -> Vec<FileReading> {
    let versions = plan::form_versions(plan);
    let reader = intake::Reader::new(plan, &versions);
    files.into_iter().map(|file| reader.read(Some(period), file)).collect()
}
