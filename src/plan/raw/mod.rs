//! The plan files as written: every key read on its own, so that one mistake hides no other.

mod annex;
mod dossiers;
mod elements;
mod formula;
mod holidays;
mod id;
mod indicators;
mod keys;
mod limits;
mod mail;
mod plan;
mod rules;
mod statements;
mod syntax;
mod tasks;
mod value;
mod waivers;

pub(super) use annex::{RawAnnex, RawAnnexColumn, RawAnnexRow, RawAnnexTable};
pub(super) use dossiers::{RawDossiers, RawWords, Texts};
pub(super) use elements::{RawBand, RawChoice, RawElement, RawElements};
pub(super) use holidays::{RawHoliday, RawHolidays, RawWorkingDay};
pub(super) use id::is_name;
pub(super) use indicators::{RawIndicator, RawIndicators, RawTarget};
pub(super) use limits::{RawLimits, Written};
pub(super) use mail::{RawMail, RawMailbox, RawServer};
pub(super) use plan::{RawArea, RawAuthority, RawForm, RawOffice, RawPeriod, RawPlan, RawRecipient};
pub(super) use rules::{RawRule, RawRules, RawState};
pub(super) use statements::{RawColumn, RawStatement, RawStatements, RawSum};
pub(super) use tasks::{RawTask, RawTasks};
pub(super) use toml::Spanned;
pub(super) use waivers::{RawWaiver, RawWaivers};

use super::problem::Inspection;
use keys::Keys;
use value::FromToml;

/// A value that may be absent or unreadable, which then has been reported, and its place.
pub(super) type Field<T> = Option<Spanned<T>>;

/// The shape of a whole file.
pub(super) trait FileShape: Default {
    fn read(keys: &mut Keys<'_, '_>) -> Self;
}

/// Reads a file's shape and notes every syntax error and every key that does not fit.
pub(super) fn read<T: FileShape>(at: &mut Inspection<'_>) -> T {
    let root = syntax::parse(at);
    Keys::walk(root.get_ref(), 0..0, at, T::read)
}
