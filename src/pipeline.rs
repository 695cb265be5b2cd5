//! The flow, one statement a stage: plan and cells in, results and finished files out.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::model::{InputFile, PeriodId, Results};
use crate::text::Lang;

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
