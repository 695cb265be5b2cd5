//! Entries of the events' chain: what the program did, each with the time on the machine's clock.

use serde::{Deserialize, Serialize};

use crate::model::{Code, OfficeId, PeriodId, Severity, Verdict};

/// One event. Its JSON names the kind first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// A report was made.
    Run(Run),
    /// A finding was seen for the first time, waived or fixed.
    Finding(FindingEvent),
    /// A waiver was applied to a finding, changed, or no longer applies.
    Waiver(Waiver),
    /// A message is being sent, was sent, or was not.
    Mail(Mail),
    /// Stored bytes were removed.
    Forgotten(Forgotten),
}

/// A report that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Run {
    /// When, `2025-12-09T08:15:00+07:00`.
    pub at: String,
    /// The period.
    pub period: PeriodId,
    /// The program's version.
    pub version: String,
    /// Hash of the plan.
    pub plan: String,
    /// The verdict.
    pub verdict: Verdict,
    /// Whether the report bears its day.
    pub dated: bool,
    /// Files that lay there and were read by nobody, such as scans: a finding names them.
    pub unread: Vec<String>,
    /// SHA-256 of what its dossiers came to, as JSON whose bytes are kept, where there were exports: of these nothing else is.
    pub dossiers: Option<String>,
    /// How many findings there were, counted or not.
    pub findings: usize,
    /// Entries of the submissions' chain by then.
    pub submissions: u64,
    /// Head of the submissions' chain.
    pub head: String,
    /// SHA-256 of the manifest, which lists every input and output with its hash; its bytes are kept.
    pub manifest: String,
}

/// How a finding stands since an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It is there.
    Seen,
    /// It is there, and accepted with a reason.
    Waived,
    /// It is gone.
    Fixed,
}

impl Standing {
    /// Its key in the catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::Seen => "seen",
            Self::Waived => "waived",
            Self::Fixed => "fixed",
        }
    }
}

/// What became of a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingEvent {
    /// When.
    pub at: String,
    /// The period.
    pub period: PeriodId,
    /// How it stands now.
    pub standing: Standing,
    /// Its code.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// The office concerned.
    pub office: Option<OfficeId>,
    /// The element or task it is about, as the plan names it; where it names none, file, sheet and cell.
    pub about: String,
}

/// Whether a waiver applies since an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WaiverStanding {
    /// It applies, as the event says.
    Applied,
    /// It is gone, has run out, or what it waived is gone.
    Lapsed,
}

/// A waiver of `waivers.toml` and a finding that it met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waiver {
    /// When.
    pub at: String,
    /// The period.
    pub period: PeriodId,
    /// Whether it applies now.
    pub standing: WaiverStanding,
    /// The rule waived.
    pub code: Code,
    /// The office of the finding.
    pub office: Option<OfficeId>,
    /// What the waiver names beside the office: id of an element, a cell, both or nothing.
    pub about: String,
    /// What the finding is about, as its own events say.
    pub finding: String,
    /// Why.
    pub reason: String,
    /// Who says so.
    pub by: String,
    /// The last day on which it counts, `2025-12-31`.
    pub until: String,
}

/// How far a message has come since an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailStep {
    /// It is about to be handed to a server. Where nothing follows, nobody knows whether the server took it.
    Sending,
    /// The server took it.
    Sent,
    /// The server did not take it and will not.
    Refused,
    /// The server did not take it now, or was lost.
    Deferred,
}

impl MailStep {
    /// Its key in the catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Refused => "refused",
            Self::Deferred => "deferred",
        }
    }
}

/// A step of a message on its way to one recipient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// When.
    pub at: String,
    /// How far it has come.
    pub step: MailStep,
    /// The period.
    pub period: PeriodId,
    /// What the message is for: `reminder`, `overdue`, `return` or `report`.
    pub purpose: String,
    /// Its `Message-ID` without angle brackets.
    pub message: String,
    /// The office it is for; `None` for the recipient of the report.
    pub office: Option<OfficeId>,
    /// The address.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// What goes along.
    pub attachments: Vec<MailedFile>,
    /// What is remembered beside it, such as why a report goes out with errors.
    pub note: Option<String>,
    /// Its `Date`, `2025-12-09T08:15:00+07:00`.
    pub date: String,
    /// SHA-256 of the message as it goes over the wire.
    pub eml: String,
    /// What the server said.
    pub answer: Option<String>,
    /// The finding that goes with it.
    pub code: Option<Code>,
}

/// A file that goes along with a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailedFile {
    /// Its name.
    pub name: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// SHA-256 of the generated file in whose place it goes.
    pub replaces: Option<String>,
}

/// Bytes that were removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forgotten {
    /// When.
    pub at: String,
    /// SHA-256 of the bytes.
    pub sha256: String,
    /// Why.
    pub reason: String,
}
