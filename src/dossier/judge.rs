//! What one dossier counts as in a period, and what is odd about it; the table of meanings stands in the module above.

use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate};

use crate::model::{DossierColumn, DossierFault, DossierMeasure};

use super::day::{Day, DayCell};
use super::read::{CodeCell, Dossier};
use super::words::{Answer, Channel, State};

/// An export is taken at most a quarter after the period it is taken for; what lies beyond is a slip of the year.
const KNOWN_FOR: Days = Days::new(92);

/// A period as dossiers are held against it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    from: Day,
    to: Day,
    known_until: Day,
}

impl Span {
    pub(super) fn new(period: &RangeInclusive<NaiveDate>) -> Self {
        let until = period.end().checked_add_days(KNOWN_FOR).unwrap_or(NaiveDate::MAX);
        Self { from: Day::of(*period.start()), to: Day::of(*period.end()), known_until: Day::of(until) }
    }

    fn holds(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }
}

/// A set of measures or faults, by their number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Set(u16);

impl Set {
    fn put(&mut self, number: usize, holds: bool) {
        self.0 |= u16::from(holds) << number;
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn has(self, number: usize) -> bool {
        self.0 >> number & 1 == 1
    }
}

/// What a dossier counts as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Verdict {
    /// By `DossierMeasure as usize`.
    pub(super) measures: Set,
    /// By `DossierFault as usize`.
    pub(super) faults: Set,
}

impl Verdict {
    pub(super) fn counts(self, measure: DossierMeasure) -> bool {
        self.measures.has(measure as usize)
    }

    fn count(&mut self, measure: DossierMeasure, holds: bool) {
        self.measures.put(measure as usize, holds);
    }

    fn fault(&mut self, fault: DossierFault, holds: bool) {
        self.faults.put(fault as usize, holds);
    }
}

/// Whether and when a dossier was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Closing {
    Open,
    On(Day),
    /// It is closed or may be, and nobody knows when.
    Unknown,
}

impl Closing {
    fn of(dossier: &Dossier) -> Self {
        let cells = [dossier.ended.filter(|_| dossier.state == Some(State::Ended)), dossier.result];
        let said = cells.into_iter().flatten().find(|cell| *cell != DayCell::Blank);
        match said {
            Some(DayCell::On(day)) => Self::On(day),
            Some(DayCell::Unreadable) => Self::Unknown,
            _ if dossier.state == Some(State::Ended) => Self::Unknown,
            _ => Self::Open,
        }
    }

    fn day(self) -> Option<Day> {
        if let Self::On(day) = self { Some(day) } else { None }
    }
}

/// Judges one dossier.
pub(super) fn judge(dossier: &Dossier, span: Span) -> Verdict {
    let mut verdict = Verdict::default();
    let closing = Closing::of(dossier);
    let received = dossier.received.and_then(DayCell::day);
    if let Some(received) = received {
        count(dossier, received, closing, span, &mut verdict);
    }
    let cells = [dossier.received, dossier.due, dossier.result, dossier.ended];
    verdict.fault(DossierFault::UnreadableDate, cells.contains(&Some(DayCell::Unreadable)));
    verdict.fault(DossierFault::NoReceipt, dossier.received.is_some() && received.is_none());
    let undated = closing == Closing::Unknown && !cells[2..].contains(&Some(DayCell::Unreadable));
    verdict.fault(DossierFault::EndedWithoutDate, undated);
    of_code(dossier.code, received, &mut verdict);
    of_dates(dossier, received, closing, span, &mut verdict);
    of_words(dossier, closing, &mut verdict);
    verdict
}

fn count(dossier: &Dossier, received: Day, closing: Closing, span: Span, verdict: &mut Verdict) {
    use DossierMeasure as M;
    let within = span.holds(received);
    let carried =
        received < span.from && (closing == Closing::Open || closing.day().is_some_and(|day| day >= span.from));
    verdict.count(M::Received, within || carried);
    verdict.count(M::ReceivedOnline, within && dossier.channel == Some(Channel::Online));
    verdict.count(M::ReceivedDirect, within && dossier.channel == Some(Channel::Direct));
    verdict.count(M::ReceivedCarriedOver, carried);
    let due = dossier.due.and_then(DayCell::day);
    if let Some(closed) = closing.day().filter(|day| span.holds(*day)) {
        verdict.count(M::Resolved, true);
        verdict.count(M::ResolvedEarly, due.is_some_and(|due| closed < due));
        verdict.count(M::ResolvedOnTime, due == Some(closed));
        verdict.count(M::ResolvedLate, due.is_some_and(|due| closed > due));
        verdict.count(M::Digitised, dossier.digitised == Some(Answer::Yes));
    }
    let pending = received <= span.to && (closing == Closing::Open || closing.day().is_some_and(|day| day > span.to));
    let waiting = dossier.state == Some(State::Waiting);
    verdict.count(M::Pending, pending);
    verdict.count(M::PendingInTime, pending && (waiting || due.is_some_and(|due| due >= span.to)));
    verdict.count(M::PendingLate, pending && !waiting && due.is_some_and(|due| due < span.to));
    let has_fee = dossier.fee.is_none_or(|fee| fee == Answer::Yes);
    verdict.count(M::Fee, within && dossier.fee == Some(Answer::Yes));
    verdict.count(M::FeePaidOnline, within && has_fee && dossier.paid_online == Some(Answer::Yes));
    verdict.count(M::Synced, within && dossier.synced == Some(Answer::Yes));
}

fn of_code(code: CodeCell, received: Option<Day>, verdict: &mut Verdict) {
    verdict.fault(DossierFault::NoCode, code == CodeCell::Blank);
    verdict.fault(DossierFault::BrokenCode, code == CodeCell::Broken);
    let differs = matches!(code, CodeCell::Code(day) if received.is_some() && day != received);
    verdict.fault(DossierFault::CodeDate, differs);
}

fn of_dates(dossier: &Dossier, received: Option<Day>, closing: Closing, span: Span, verdict: &mut Verdict) {
    let due = dossier.due.and_then(DayCell::day);
    let before_receipt = |day: Option<Day>| received.zip(day).is_some_and(|(received, day)| day < received);
    verdict.fault(DossierFault::ImpossibleDates, before_receipt(closing.day()) || before_receipt(due));
    let future = |day: Option<Day>| day.is_some_and(|day| day > span.known_until);
    verdict.fault(DossierFault::FutureDate, future(received) || future(closing.day()));
    let unsettled = verdict.counts(DossierMeasure::Resolved)
        || verdict.counts(DossierMeasure::Pending) && !verdict.counts(DossierMeasure::PendingInTime);
    verdict.fault(DossierFault::NoDueDate, unsettled && dossier.due == Some(DayCell::Blank));
}

/// Words matter where something is counted by them; of an old dossier nobody asks how it came.
fn of_words(dossier: &Dossier, closing: Closing, verdict: &mut Verdict) {
    let resolved = verdict.counts(DossierMeasure::Resolved);
    let within = verdict.counts(DossierMeasure::Received) && !verdict.counts(DossierMeasure::ReceivedCarriedOver);
    let unknown = !unknown_words(dossier, within, resolved).is_empty();
    verdict.fault(DossierFault::UnknownWord, unknown);
    let due = dossier.due.and_then(DayCell::day);
    if let (true, Some(due), Some(closed)) = (resolved, due, closing.day()) {
        let late = closed > due;
        verdict.fault(DossierFault::LateBySystemOnly, !late && dossier.late == Some(Answer::Yes));
        verdict.fault(DossierFault::LateByDatesOnly, late && dossier.late == Some(Answer::No));
    }
}

/// The columns in which a dossier has a word that nobody has explained.
pub(super) fn unknown_words(dossier: &Dossier, within: bool, resolved: bool) -> Vec<DossierColumn> {
    let unknown = |answer: Option<Answer>| answer == Some(Answer::Unknown);
    let columns = [
        (DossierColumn::Channel, within && dossier.channel == Some(Channel::Unknown)),
        (DossierColumn::Digitised, resolved && unknown(dossier.digitised)),
        (DossierColumn::Fee, within && unknown(dossier.fee)),
        (DossierColumn::PaidOnline, within && unknown(dossier.paid_online)),
        (DossierColumn::Synced, within && unknown(dossier.synced)),
        (DossierColumn::Late, resolved && unknown(dossier.late)),
    ];
    columns.into_iter().filter(|(_, holds)| *holds).map(|(column, _)| column).collect()
}
