//! Whose file it is, for which period, on which version of the form: from the content first, then from its path.

mod days;
mod office;
mod period;

use std::collections::BTreeMap;

pub(super) use office::{Named, Offices};
pub(super) use period::{Spelled, spelled};

use super::layout::Label;
use super::page::{self, said};
use super::text::fold;
use crate::model::{Cell, Finding, OfficeId, Period, PeriodKind, Plan, Severity, Source};

/// What a form says of itself: each label with its cell.
#[derive(Debug, Default)]
pub(super) struct Statements(Vec<(Label, Cell, Source)>);

impl Statements {
    /// Adds a label's value.
    pub(super) fn add(&mut self, statement: (Label, Cell, Source)) {
        self.0.push(statement);
    }

    /// The first value given for a label.
    pub(super) fn first(&self, wanted: Label) -> Option<(&Cell, &Source)> {
        self.all(wanted).next()
    }

    /// Every value given for a label.
    pub(super) fn all(&self, wanted: Label) -> impl Iterator<Item = (&Cell, &Source)> {
        self.0.iter().filter(move |(label, ..)| *label == wanted).map(|(_, cell, source)| (cell, source))
    }

    /// The cell of the first value given for each label, by the label's wording.
    pub(super) fn cells(&self) -> BTreeMap<&'static str, Source> {
        self.0.iter().rev().map(|(label, _, source)| (label.wording(), source.clone())).collect()
    }
}

/// The office of a file, or why nothing of the file may be used.
pub(super) fn office(
    plan: &Plan,
    offices: &Offices,
    path: &std::sync::Arc<str>,
    statements: &Statements,
    findings: &mut Vec<Finding>,
) -> Result<OfficeId, Finding> {
    let named = statements.all(Label::OfficeId).chain(statements.all(Label::OfficeName));
    let said = named.map(|(cell, source)| (said(cell), source));
    let said: Vec<(String, &Source)> = said.filter(|(text, _)| !offices.is_commune(text)).collect();
    let known: Vec<(OfficeId, &str, &Source)> = said
        .iter()
        .filter_map(|(text, source)| offices.called(text).map(|office| (office.clone(), text.as_str(), *source)))
        .collect();
    let by_path = offices.in_path(path);
    let mut official = statements.all(Label::OfficeName).map(|(cell, source)| (page::said(cell), source));
    if let Some((text, source)) = official.find(|(text, _)| offices.is_elsewhere(text)) {
        return Err(unknown(plan, &text, source.clone()));
    }
    match (known.first(), said.first(), by_path) {
        (Some((office, text, source)), _, by_path) => {
            if let Some((_, other, place)) = known.iter().find(|(other, ..)| other != office) {
                let finding = Finding::new("I102", Severity::Error).at((*place).clone()).related([(*source).clone()]);
                return Err(finding.provided(*other).expected(*text).arg("first", *text).arg("second", *other));
            }
            if let Named::One(other) = by_path
                && other != *office
            {
                let finding = Finding::new("I103", Severity::Warning).at(Source::file(path)).office(office);
                findings.push(
                    finding
                        .provided(plan.office_name(&other))
                        .expected(plan.office_name(office))
                        .arg("office", plan.office_name(office))
                        .arg("other", plan.office_name(&other)),
                );
            }
            Ok(office.clone())
        }
        (None, Some((text, source)), _) => Err(unknown(plan, text, (*source).clone())),
        (None, None, Named::One(office)) => Ok(office),
        (None, None, Named::Several | Named::Nobody) => Err(unknown(plan, "", Source::file(path))),
    }
}

fn unknown(plan: &Plan, text: &str, place: Source) -> Finding {
    let offices: Vec<&str> = plan.offices.iter().map(|office| office.name.as_str()).collect();
    let finding = Finding::new("I101", Severity::Error).at(place).expected(offices.join("; "));
    let finding = if text.is_empty() { finding } else { finding.provided(text) };
    finding.arg("named", if text.is_empty() { "nobody" } else { "unknown" }).arg("offices", offices.join("; "))
}

/// The period of a file, or why nothing of the file may be used. `folder` is the period of the folder it lies in;
/// `titles` are the lines above its tables, asked for the days they name, and for the period when no label says it.
pub(super) fn period<'a>(
    plan: &'a Plan,
    folder: Option<&'a Period>,
    statements: &Statements,
    titles: &[(String, Source)],
    findings: &mut Vec<Finding>,
) -> Result<Option<&'a Period>, Finding> {
    let named = named_period(plan, folder, statements, titles, findings)?;
    days::check(plan, named, titles, findings)
}

/// The period that the label or a title names, else the folder's.
fn named_period<'a>(
    plan: &'a Plan,
    folder: Option<&'a Period>,
    statements: &Statements,
    titles: &[(String, Source)],
    findings: &mut Vec<Finding>,
) -> Result<Option<&'a Period>, Finding> {
    let Some((cell, source)) = statements.first(Label::Period) else {
        return titled(plan, folder, titles);
    };
    let text = said(cell);
    if text.is_empty() {
        return Ok(folder);
    }
    let named = |period: &&Period| fold(&text) == fold(period.id.as_str()) || fold(&text) == fold(&period.title);
    if let Some(period) = plan.periods.iter().find(named) {
        return agree(Some(period), folder, &text, source);
    }
    let remark = |code: &str| {
        let title = folder.map_or("", |period| period.title.as_str());
        let finding = Finding::new(code, Severity::Warning).at(source.clone()).provided(&text).expected(title);
        finding.arg("period", title).arg("scope", scope(folder))
    };
    let Some(spelled) = spelled(&text) else {
        // A label may give the days alone, which are held against the period with those of the titles.
        if days::spelled(&text).is_none() {
            findings.push(remark("I110"));
        }
        return Ok(folder);
    };
    if spelled.year.is_none() {
        findings.push(remark("I111"));
    }
    agree(answering(plan, folder, spelled), folder, &text, source)
}

/// A period named by the lines above the tables: a quarter or some months with the year, never a bare year, which
/// the plan's own title has.
fn titled<'a>(
    plan: &'a Plan,
    folder: Option<&'a Period>,
    titles: &[(String, Source)],
) -> Result<Option<&'a Period>, Finding> {
    let dated = |(text, source)| spelled(text).map(|spelled| (spelled, text, source));
    let mut named = titles.iter().filter_map(|(text, source)| dated((text, source)));
    let specific = named.find(|(spelled, ..)| spelled.year.is_some() && spelled.span != Spelled::YEAR);
    match specific {
        Some((spelled, text, source)) => agree(answering(plan, folder, spelled), folder, text, source),
        None => Ok(folder),
    }
}

/// The plan's period that a spelling means, the folder's first.
fn answering<'a>(plan: &'a Plan, folder: Option<&'a Period>, spelled: Spelled) -> Option<&'a Period> {
    let latest_first = plan.periods.iter().rev();
    folder.into_iter().chain(latest_first).find(|period| spelled.means(period))
}

/// The folder's period, if the content means the same.
fn agree<'a>(
    meant: Option<&'a Period>,
    folder: Option<&'a Period>,
    text: &str,
    source: &Source,
) -> Result<Option<&'a Period>, Finding> {
    match (meant, folder) {
        (Some(meant), None) => Ok(Some(meant)),
        (Some(meant), Some(folder)) if meant.id == folder.id => Ok(Some(folder)),
        _ => {
            let title = folder.map_or("", |period| period.title.as_str());
            let finding = Finding::new("I104", Severity::Error).at(source.clone()).provided(text).expected(title);
            Err(finding.arg("period", title).arg("scope", scope(folder)))
        }
    }
}

/// Which sentence a finding about the period needs: with a folder's period to name, or without.
fn scope(folder: Option<&Period>) -> &'static str {
    if folder.is_some() { "folder" } else { "lone" }
}

impl Spelled {
    /// Whether a period may be called so: by the quarter of its last day, or by its kind and year.
    fn means(self, period: &Period) -> bool {
        use chrono::Datelike as _;
        let kind = match period.kind {
            PeriodKind::Quarter => None,
            PeriodKind::Half => Some(Self::HALF),
            PeriodKind::NineMonths => Some(Self::NINE_MONTHS),
            PeriodKind::Year => Some(Self::YEAR),
        };
        let quarter = Self::quarter(period.to.month0() / 3 + 1);
        self.year.is_none_or(|year| year == period.to.year()) && (self.span == quarter || Some(self.span) == kind)
    }
}
