//! What came for the periods read, as a ledger keeps it: one record a file, with who, for which period and when.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{OfficeId, PeriodId, Receipt};

/// One file that came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// What it is.
    pub kind: ReceivedKind,
    /// The period in whose folder it lies.
    pub period: PeriodId,
    /// Path relative to the input folder.
    pub path: Arc<str>,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// The office it is from, if known; the commune's own files are from none.
    pub office: Option<OfficeId>,
    /// When it was received, and how that is known.
    pub receipt: Receipt,
    /// "Người lập".
    pub prepared_by: Option<Arc<str>>,
    /// Whether it has a column of personal identity: then nothing but its hash may be kept.
    pub personal: bool,
}

/// What a file is to its period, in the order in which files are recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReceivedKind {
    /// An office's submission.
    Submission,
    /// The register of receipt.
    Register,
    /// The corrections.
    Corrections,
    /// More time granted.
    Extensions,
    /// The compiler's own text.
    Compiled,
    /// An export of a dossier system: personal data, of which nothing but the hash is kept.
    Dossiers,
}
