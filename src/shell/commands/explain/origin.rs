//! Where an explanation takes its data from: the input folder, or a run that the ledger recorded.

use crate::model::PeriodId;
use crate::pipeline::Inputs;
use crate::shell::inputs;
use crate::shell::ledger::{self, Absent, Ledger, RecordedRun};
use crate::shell::problem::Problem;
use crate::shell::session::{LoadedPlan, Session};

/// The plan that explains, and the ledger.
pub(super) struct Origin {
    pub(super) loaded: LoadedPlan,
    pub(super) ledger: Option<Ledger>,
    /// The run whose inputs stand in for those of the folder.
    pub(super) recorded: Option<Recorded>,
    /// Those inputs.
    read: Option<Inputs>,
}

/// A recorded run, read again.
pub(super) struct Recorded {
    pub(super) run: RecordedRun,
    /// What it read and the ledger does not have.
    pub(super) absent: Vec<Absent>,
}

impl Origin {
    /// Today's plan and folder; for a period asked for that is not in both of them, its last recorded run, if there is one.
    pub(super) fn find(session: &Session<'_>) -> anyhow::Result<Self> {
        let path = session.ledger();
        let opened = Ledger::read_if_any(&path)?;
        let loaded = match session.plan() {
            Err(error) if error.downcast_ref::<Problem>().is_some_and(|problem| problem.is("error-no-plan")) => {
                Err(error)
            }
            other => Ok(other?),
        };
        let asked = session.options.period.as_deref().map(PeriodId::new);
        let is_there = |id: &PeriodId| {
            let known = loaded.as_ref().is_ok_and(|loaded| loaded.plan.period(id).is_some());
            known && session.workspace.folder(id).is_dir()
        };
        if let (Some(ledger), Some(period)) = (&opened, asked.filter(|id| !is_there(id)))
            && let Some(run) = ledger.runs(&period)?.pop()
        {
            let (loaded, read) = ledger::load(session, ledger, &run)?;
            let recorded = Some(Recorded { absent: ledger.absent(&run)?, run });
            let read = Some(Inputs { lang: session.catalog.lang(), ..read });
            return Ok(Self { loaded, ledger: opened, recorded, read });
        }
        Ok(Self { loaded: loaded?, ledger: opened, recorded: None, read: None })
    }

    /// What was read for the period and those before it, exports of dossiers only where they are asked for: counting them
    /// may take long.
    pub(super) fn inputs(&mut self, session: &Session<'_>, dossiers: bool) -> anyhow::Result<Inputs> {
        if let Some(read) = self.read.take() {
            return Ok(read);
        }
        let plan = &self.loaded.plan;
        let period = session.period(plan)?;
        if dossiers {
            return inputs::of_period(session, plan, &period, false);
        }
        inputs::of_listing(session, plan, &period, session.workspace.listing(&period.id)?)
    }
}
