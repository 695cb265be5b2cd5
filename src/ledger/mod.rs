//! The ledger's entries, their hash chains and what proves them; where they are stored is the shell's business.
//!
//! There are two chains. That of submissions says what came, for which period and when; no clock of ours goes into it, so
//! that equal input gives an equal head, which the outputs carry. That of events says what this program did and when.

mod chain;
mod event;
mod export;
mod findings;
mod mails;
mod submission;
#[cfg(test)]
mod tests;
mod verify;
mod versions;
mod waivers;

pub use chain::{Chain, Head, Link};
pub use event::{Event, FindingEvent, Forgotten, Mail, MailStep, MailedFile, Run, Standing, Waiver, WaiverStanding};
pub use export::{lines, prove};
pub use findings::{Mark, changes, marks};
pub use mails::{MailStanding, earlier_mails, mail_standing};
pub use submission::{SubmissionEntry, entries};
pub use verify::{Broken, Fault, Reader, verify};
pub use versions::{SentFile, Version, versions};
pub use waivers::waivers;
