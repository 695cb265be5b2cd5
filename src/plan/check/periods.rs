//! Periods in order of time, every day in exactly one of them.

use chrono::NaiveDate;

use super::names::Names;
use crate::model::Period;
use crate::plan::codes;
use crate::plan::problem::Inspection;
use crate::plan::raw::{Field, RawPeriod, Spanned};

/// The periods sorted by their first day, whatever their order in the file.
pub(super) fn periods(raw: &[RawPeriod], at: &mut Inspection<'_>) -> Vec<Period> {
    Names::declare("period", raw.iter().map(|period| &period.id), at);
    for period in raw {
        check_dates(period, at);
    }
    check_sequence(raw, at);
    let mut periods: Vec<Period> = raw.iter().filter_map(period).collect();
    periods.sort_by_key(|period| period.from);
    periods
}

fn period(raw: &RawPeriod) -> Option<Period> {
    let day = |field: &Field<NaiveDate>| field.as_ref().map(|date| *date.get_ref());
    Some(Period {
        id: raw.id.as_ref()?.get_ref().clone(),
        title: raw.title.clone()?,
        kind: raw.kind?,
        from: day(&raw.from)?,
        to: day(&raw.to)?,
        office_due: day(&raw.office_due)?,
        report_due: day(&raw.report_due)?,
        basis: raw.basis.unwrap_or_default(),
    })
}

fn check_dates(period: &RawPeriod, at: &mut Inspection<'_>) {
    let Some(from) = &period.from else { return };
    let mut not_before = |code, date: &Field<NaiveDate>| {
        if let Some(date) = date.as_ref().filter(|date| date.get_ref() < from.get_ref()) {
            let problem = at.problem(code, date.span());
            problem
                .arg("date", date.get_ref().to_string())
                .arg("from", from.get_ref().to_string())
                .related(from.span());
        }
    };
    not_before(codes::PERIOD_REVERSED, &period.to);
    not_before(codes::DUE_BEFORE_PERIOD, &period.office_due);
    not_before(codes::DUE_BEFORE_PERIOD, &period.report_due);
}

/// Silent while a date is unreadable or reversed: what follows from that is not another mistake.
fn check_sequence(raw: &[RawPeriod], at: &mut Inspection<'_>) {
    let bounds = |period: &RawPeriod| Some((period.from.clone()?, period.to.clone()?));
    let Some(mut spells) = raw.iter().map(bounds).collect::<Option<Vec<_>>>() else { return };
    if spells.iter().any(|(from, to)| from.get_ref() > to.get_ref()) {
        return;
    }
    spells.sort_by_key(|(from, _)| *from.get_ref());
    for ((_, last), (next, _)) in spells.iter().zip(spells.iter().skip(1)) {
        check_neighbours(last, next, at);
    }
}

fn check_neighbours(last: &Spanned<NaiveDate>, next: &Spanned<NaiveDate>, at: &mut Inspection<'_>) {
    let expected = last.get_ref().succ_opt().unwrap_or(*last.get_ref());
    let code = match next.get_ref().cmp(&expected) {
        std::cmp::Ordering::Equal => return,
        std::cmp::Ordering::Less => codes::PERIOD_OVERLAP,
        std::cmp::Ordering::Greater => codes::PERIOD_GAP,
    };
    let problem = at.problem(code, next.span());
    problem.arg("from", next.get_ref().to_string()).arg("to", last.get_ref().to_string());
    problem.arg("expected", expected.to_string()).related(last.span());
}
