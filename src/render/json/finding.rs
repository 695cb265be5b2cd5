//! The shape of a finding in `report.json`.

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::{Code, Family, FindingState, OfficeId, Severity, Source, Worded};

#[derive(Serialize)]
pub(super) struct FindingView<'a> {
    code: &'a Code,
    family: Family,
    severity: Severity,
    state: FindingState,
    office: Option<&'a OfficeId>,
    location: Option<&'a Source>,
    related: &'a [Source],
    provided: Option<&'a str>,
    expected: Option<&'a str>,
    difference: Option<&'a str>,
    message: &'a str,
    fix: &'a str,
    cause_group: Option<&'a str>,
    waiver: Option<WaiverView<'a>>,
}

/// Why a finding does not count; `null` for one that was not accepted.
#[derive(Serialize)]
struct WaiverView<'a> {
    reason: &'a str,
    by: &'a str,
    until: NaiveDate,
}

impl<'a> FindingView<'a> {
    pub(super) fn of(worded: &'a Worded) -> Self {
        let finding = &worded.finding;
        Self {
            code: &finding.code,
            family: finding.code.family(),
            severity: finding.severity,
            state: finding.state,
            office: finding.office.as_ref(),
            location: finding.location.as_ref(),
            related: &finding.related,
            provided: finding.provided.as_deref(),
            expected: finding.expected.as_deref(),
            difference: finding.difference.as_deref(),
            message: &worded.message,
            fix: &worded.fix,
            cause_group: finding.cause_group.as_deref(),
            waiver: finding.waiver.as_deref().map(|waiver| WaiverView {
                reason: &waiver.reason,
                by: &waiver.by,
                until: waiver.until,
            }),
        }
    }
}
