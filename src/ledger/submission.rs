//! Entries of the submissions' chain.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::model::{OfficeId, PeriodId, ReceiptBasis, Received, ReceivedKind};

/// One file that came. Its JSON has the keys in this order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubmissionEntry {
    /// What it is.
    pub kind: ReceivedKind,
    /// The period in whose folder it lay.
    pub period: PeriodId,
    /// The office it is from, if known.
    pub office: Option<OfficeId>,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// When it was received, `2025-12-05` or `2025-12-05T16:30:00+07:00`, if known.
    pub received_at: Option<String>,
    /// How that is known.
    pub basis: ReceiptBasis,
    /// Who handed it in, as the register has it.
    pub from: Option<String>,
    /// "Người lập".
    pub by: Option<String>,
    /// Where it lay when it was first read, relative to the input folder.
    pub path: String,
    /// Whether its bytes are kept; not those with personal data.
    pub kept: bool,
}

impl SubmissionEntry {
    fn of(file: &Received) -> Self {
        Self {
            kind: file.kind,
            period: file.period.clone(),
            office: file.office.clone(),
            sha256: file.sha256.clone(),
            received_at: file.receipt.written(),
            basis: file.receipt.basis,
            from: file.receipt.from.as_deref().map(str::to_owned),
            by: file.prepared_by.as_deref().map(str::to_owned),
            path: file.path.to_string(),
            kept: !file.personal && file.kind != ReceivedKind::Dossiers,
        }
    }

    /// What makes it one arrival: the same bytes of one office for one period at one time.
    pub fn arrival(&self) -> impl Ord + use<> {
        let Self { kind, period, office, sha256, received_at, basis, .. } = self.clone();
        (sha256, kind, period, office, received_at, basis)
    }

    /// Where it stands among the arrivals of one run: by period as given, kind, receipt (unknown last), path.
    fn order(&self) -> (ReceivedKind, bool, Option<String>, String) {
        (self.kind, self.received_at.is_none(), self.received_at.clone(), self.path.clone())
    }
}

/// The entries of what came, in the order in which a fresh ledger has them; `received` is in order of period. The same
/// arrival twice (a copy of a file beside it) is one entry.
pub fn entries(received: &[Received]) -> Vec<SubmissionEntry> {
    let mut entries: Vec<SubmissionEntry> = Vec::with_capacity(received.len());
    for period in received.chunk_by(|one, other| one.period == other.period) {
        let mut of_period: Vec<SubmissionEntry> = period.iter().map(SubmissionEntry::of).collect();
        of_period.sort_by_cached_key(SubmissionEntry::order);
        let mut known = BTreeSet::new();
        entries.extend(of_period.into_iter().filter(|entry| known.insert(entry.arrival())));
    }
    entries
}
