//! One row as a dossier: days, words and a code, nothing else.

use std::borrow::Cow;

use crate::intake::text::fold;
use crate::model::{DossierColumn, DossierIgnored};

use super::code::{self, Broken};
use super::day::{Day, DayCell};
use super::head::Head;
use super::rows::Rows;
use super::words::{Answer, Channel, Memo, State, Words};

/// What a row says of its dossier; a column that the export lacks is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dossier {
    pub(super) code: CodeCell,
    pub(super) received: Option<DayCell>,
    pub(super) due: Option<DayCell>,
    pub(super) result: Option<DayCell>,
    pub(super) ended: Option<DayCell>,
    pub(super) state: Option<State>,
    pub(super) channel: Option<Channel>,
    pub(super) digitised: Option<Answer>,
    pub(super) fee: Option<Answer>,
    pub(super) paid_online: Option<Answer>,
    pub(super) synced: Option<Answer>,
    pub(super) late: Option<Answer>,
}

/// What is in the column of codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CodeCell {
    /// Nothing.
    Blank,
    /// Something that is no code.
    Broken,
    /// A code, and the day in it if the calendar has that day.
    Code(Option<Day>),
}

impl Dossier {
    /// Whether two rows of one code say the same, as far as both exports have the columns.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        fn same<T: PartialEq + Copy>(one: Option<T>, other: Option<T>) -> bool {
            one.is_none() || other.is_none() || one == other
        }
        same(self.received, other.received)
            && same(self.due, other.due)
            && same(self.result, other.result)
            && same(self.ended, other.ended)
            && same(self.state, other.state)
            && same(self.channel, other.channel)
            && same(self.digitised, other.digitised)
            && same(self.fee, other.fee)
            && same(self.paid_online, other.paid_online)
            && same(self.synced, other.synced)
            && same(self.late, other.late)
    }
}

/// A row read.
#[derive(Clone, Debug)]
pub(super) enum Row<'t> {
    /// A dossier and its code, which is empty unless it is well-formed.
    Dossier(Dossier, Cow<'t, [u8]>),
    /// No dossier.
    Ignored(DossierIgnored),
}

/// Reads the rows of one export.
#[derive(Debug)]
pub(super) struct RowReader<'e> {
    head: &'e Head,
    words: &'e Words,
    /// The export's column of each meaning, by `DossierColumn as usize`.
    columns: [Option<usize>; DossierColumn::ALL.len()],
    states: Memo<State>,
    channels: Memo<Channel>,
    fees: Memo<Answer>,
    payments: Memo<Answer>,
    answers: Memo<Answer>,
}

impl<'e> RowReader<'e> {
    pub(super) fn new(head: &'e Head, words: &'e Words) -> Self {
        let column = |column| head.wanted.iter().find(|(_, wanted)| *wanted == column).map(|(at, _)| *at);
        Self {
            head,
            words,
            columns: DossierColumn::ALL.map(column),
            states: Memo::default(),
            channels: Memo::default(),
            fees: Memo::default(),
            payments: Memo::default(),
            answers: Memo::default(),
        }
    }

    /// The next row of a text, or `None` after the last.
    pub(super) fn next<'t>(&mut self, rows: &mut Rows<'t>) -> Option<Row<'t>> {
        if !rows.next() {
            return None;
        }
        Some(if rows.is_blank() { Row::Ignored(DossierIgnored::Blank) } else { self.row(rows) })
    }

    fn row<'t>(&mut self, rows: &Rows<'t>) -> Row<'t> {
        let columns = self.columns;
        let cell =
            |column: DossierColumn| columns.get(column as usize).copied().flatten().map(|at| rows.field(at).bytes());
        let day = |column| cell(column).map(|text| DayCell::read(&text));
        let code = cell(DossierColumn::Code).unwrap_or_default();
        let code_cell = match code::day_of(&code) {
            _ if code.is_empty() => CodeCell::Blank,
            Ok(day) => CodeCell::Code(day),
            Err(Broken) => CodeCell::Broken,
        };
        let dossier = Dossier {
            code: code_cell,
            received: day(DossierColumn::ReceivedOn),
            due: day(DossierColumn::DueOn),
            result: day(DossierColumn::ResultOn),
            ended: day(DossierColumn::EndedOn),
            state: cell(DossierColumn::State).map(|text| self.states.of(&text, |text| self.words.state(text))),
            channel: cell(DossierColumn::Channel).map(|text| self.channels.of(&text, |text| self.words.channel(text))),
            digitised: cell(DossierColumn::Digitised)
                .map(|text| self.answers.of(&text, |text| self.words.answer(text))),
            fee: cell(DossierColumn::Fee).map(|text| self.fees.of(&text, |text| self.words.fee(text))),
            paid_online: cell(DossierColumn::PaidOnline)
                .map(|text| self.payments.of(&text, |text| self.words.paid_online(text))),
            synced: cell(DossierColumn::Synced).map(|text| self.answers.of(&text, |text| self.words.answer(text))),
            late: cell(DossierColumn::Late).map(|text| self.answers.of(&text, |text| self.words.answer(text))),
        };
        if matches!(code_cell, CodeCell::Code(_)) {
            return Row::Dossier(dossier, code);
        }
        match self.no_dossier(&dossier, &code, rows.raw()) {
            Some(reason) => Row::Ignored(reason),
            None => Row::Dossier(dossier, Cow::Borrowed(b"")),
        }
    }

    /// Why a row without a well-formed code is no dossier: it has no date either.
    fn no_dossier(&self, dossier: &Dossier, code: &[u8], row: &[u8]) -> Option<DossierIgnored> {
        let is_filler = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'"' || *byte == self.head.delimiter;
        if row.iter().all(is_filler) {
            return Some(DossierIgnored::Blank);
        }
        if std::str::from_utf8(code).is_ok_and(|text| fold(text) == self.head.code) {
            return Some(DossierIgnored::Head);
        }
        let days = [dossier.received, dossier.due, dossier.result, dossier.ended];
        let no_day = days.iter().all(|cell| cell.and_then(DayCell::day).is_none());
        no_day.then_some(DossierIgnored::Group)
    }
}
