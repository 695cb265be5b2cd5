//! More time granted to offices (`gia-han`): who has until when, by whom and why.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::intake::date;
use crate::intake::index::Index;
use crate::intake::layout::{Head, TableKind};
use crate::intake::parsed::{Flaw, Outcome, Parsed};
use crate::intake::sidecar::{self, SidecarRow};
use crate::model::{Extension, Finding, InputFile, OfficeId, Period, Plan, Round, Severity};

/// What findings call the column of the last day.
const UNTIL: &str = "Gia hạn đến";

/// Takes up every extension that says for whom, until when, by whom and why; of two for one office the one that ends
/// later counts.
pub(super) fn apply(plan: &Plan, period: &Period, file: &InputFile, round: &mut Round) {
    let unreadable = Finding::new("D853", Severity::Warning).arg("detail", "table");
    let rows = match sidecar::rows(file, TableKind::Extensions, unreadable) {
        Ok(rows) => rows,
        Err(finding) => {
            round.findings.push(finding);
            return;
        }
    };
    let (index, due) = (Index::of(plan), plan.calendar.deadline(period.office_due).until);
    for row in &rows {
        match extension(&index, due, row) {
            Ok((extension, noticed)) => {
                round.findings.extend(noticed);
                take_up(plan, due, extension, round);
            }
            Err(finding) => round.findings.push(finding),
        }
    }
}

fn extension(index: &Index<'_>, due: NaiveDate, row: &SidecarRow<'_>) -> Result<(Extension, Vec<Finding>), Finding> {
    let named = row.text(Head::Office);
    let unnamed = if named.is_empty() { "no-office" } else { "office" };
    let office = index.offices.called(&named).ok_or_else(|| wrong(row, Head::Office, unnamed))?;
    let (until, noticed) = day(row, Head::Until, due).map_err(|()| wrong(row, Head::Until, "until").office(office))?;
    let until = until.ok_or_else(|| wrong(row, Head::Until, "no-until").office(office))?;
    let (on, _) = day(row, Head::Date, due).map_err(|()| wrong(row, Head::Date, "date").office(office))?;
    let text = |head: Head, detail: &str| {
        let missing = || {
            let finding = Finding::new("D854", Severity::Warning).at(row.source(head)).office(office);
            finding.arg("detail", detail).arg("office", index.plan.office_name(office))
        };
        Some(row.text(head)).filter(|text| !text.is_empty()).map(Arc::from).ok_or_else(missing)
    };
    let (reason, by) = (text(Head::Reason, "reason")?, text(Head::By, "by")?);
    let noticed = row.noticed(Head::Until, UNTIL, noticed).into_iter().map(|finding| finding.office(office)).collect();
    Ok((Extension { office: office.clone(), until, by, reason, on, source: row.source(Head::Until) }, noticed))
}

/// The day under a head with what was noticed of it; `None` where the cell is blank or there is no such column. A year that is
/// not written is that of everybody's last day, or the next where the day would come before it: an extension at the turn of
/// a year.
fn day(row: &SidecarRow<'_>, head: Head, due: NaiveDate) -> Result<(Option<NaiveDate>, Vec<Flaw>), ()> {
    let Some(cell) = row.cell(head) else { return Ok((None, Vec::new())) };
    let read = |year| match date::read(cell, year) {
        Parsed { outcome: Outcome::Value(day), remarks } => Ok((Some(day), remarks)),
        Parsed { outcome: Outcome::Blank, .. } => Ok((None, Vec::new())),
        Parsed { outcome: Outcome::Nil | Outcome::Unreadable(_), .. } => Err(()),
    };
    let written = read(due.year())?;
    let is_before = head == Head::Until && written.0.is_some_and(|day| day < due);
    let next = is_before.then(|| read(due.year() + 1)).and_then(Result::ok);
    Ok(next.unwrap_or(written))
}

fn wrong(row: &SidecarRow<'_>, head: Head, detail: &str) -> Finding {
    let finding = Finding::new("D853", Severity::Warning).at(row.source(head)).provided(row.text(head));
    finding.arg("detail", detail)
}

/// Notes an extension that changes something, and what is odd about it. `due` is everybody's last day.
fn take_up(plan: &Plan, due: NaiveDate, extension: Extension, round: &mut Round) {
    let about = |code, severity, of: &Extension| {
        let finding = Finding::new(code, severity).at(of.source.clone()).office(&of.office);
        finding
            .provided(date::spelled(of.until))
            .arg("office", plan.office_name(&of.office))
            .arg("due", date::spelled(due))
    };
    if extension.until <= due {
        round.findings.push(about("D856", Severity::Warning, &extension).expected(date::spelled(due)));
        return;
    }
    if let Some(on) = extension.on.filter(|on| *on > due) {
        round.findings.push(about("D858", Severity::Notice, &extension).arg("on", date::spelled(on)));
    }
    let office: OfficeId = extension.office.clone();
    let Some(other) = round.extensions.insert(office.clone(), extension.clone()) else { return };
    let (counts, other) = if other.until > extension.until { (other, extension) } else { (extension, other) };
    let finding = about("D857", Severity::Notice, &counts).arg("other", other.source.to_string());
    round.findings.push(finding.arg("until", date::spelled(counts.until)).related(vec![other.source]));
    round.extensions.insert(office, counts);
}
