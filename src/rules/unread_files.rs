//! F015: files among the submissions that are no spreadsheet. They may be evidence, or an office's only return.

use super::Context;
use crate::model::{Finding, Severity, Source};

/// One finding names them all.
pub(super) fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut files = context.round.unread.iter().map(Source::file);
    let Some(first) = files.next() else { return Vec::new() };
    let names: Vec<&str> = context.round.unread.iter().map(|file| &**file).collect();
    let finding = Finding::new("F015", Severity::Notice).at(first).related(files).provided(names.join("; "));
    vec![finding.arg("count", names.len().to_string())]
}
