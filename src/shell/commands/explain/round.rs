//! A period's figures, and the office asked about.

use super::origin::{Origin, Recorded};
use super::page::{Page, coded, said};
use super::subject::Subject;
use super::versions::{self, Version};
use crate::model::{OfficeId, Source};
use crate::pipeline::{self, Figures, Inputs};
use crate::shell::ledger::Ledger;
use crate::shell::session::Session;
use crate::shell::terminal::{moment, row};
use crate::text::Catalog;

/// All that is known of the period looked at.
pub(super) struct Round {
    pub(super) inputs: Inputs,
    pub(super) figures: Figures,
    pub(super) ledger: Option<Ledger>,
    /// What the offices concerned sent, in the order of the ledger.
    pub(super) versions: Vec<Version>,
    recorded: Option<Recorded>,
    office: Option<OfficeId>,
}

impl Round {
    pub(super) fn read(
        session: &Session<'_>,
        mut origin: Origin,
        subject: &Subject<'_>,
        office: Option<OfficeId>,
    ) -> anyhow::Result<Self> {
        let plan = &origin.loaded.plan.clone();
        let inputs = origin.inputs(session, subject.counts_dossiers(plan))?;
        let figures = pipeline::figures(plan, &inputs)?;
        let mut offices = subject.offices(plan);
        offices.retain(|id| office.as_ref().is_none_or(|asked| asked == *id));
        let versions = versions::find(session, origin.ledger.as_ref(), (&figures, &inputs), &offices)?;
        Ok(Self { inputs, figures, ledger: origin.ledger, versions, recorded: origin.recorded, office })
    }

    /// Whether this office is asked about.
    pub(super) fn concerns(&self, office: &OfficeId) -> bool {
        self.office.as_ref().is_none_or(|asked| asked == office)
    }

    /// What a cell says in its file.
    pub(super) fn said(&self, source: &Source) -> Option<String> {
        row::said(&self.inputs, source)
    }

    /// Says which recorded run all of this is from, and what of its inputs is gone; nothing where the folder was read.
    pub(super) fn of_run(&self, page: Page, catalog: &Catalog) -> Page {
        let Some(Recorded { run, absent }) = &self.recorded else { return page };
        let args = [("at", &*moment(&run.run.at)), ("version", &*run.run.version)];
        let why = |why: &str| coded(catalog.get(&format!("stored-{why}")), why.replace('-', "_"));
        let absent = absent.iter().map(|absent| vec![said(Some(absent.path.as_str())), why(absent.why)]);
        page.fact("according-to", coded(catalog.with("explain-recorded-run", &args), &run.run.at)).table(
            "absent",
            &["file", "stored"],
            absent.collect(),
        )
    }
}
