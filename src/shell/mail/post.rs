//! Sends what lies in the outbox, in rounds: what a server does not take now is tried again after a wait.

use std::collections::BTreeSet;
use std::thread;
use std::time::Duration;

use super::line::{Line, Server};
use super::outbox::Outbox;
use super::outgoing::{Outgoing, State};
use super::trouble::{Reach, Trouble};
use crate::ledger::MailStep;
use crate::model::Mailbox;
use crate::shell::ledger::Ledger;
use crate::shell::problem::Problem;
use crate::shell::session::Session;
use crate::shell::terminal;

/// Losses of the connection in a row after which a round ends.
const MOST_LOSSES: usize = 2;

/// One run's sending.
pub(super) struct Post<'p> {
    /// Whose words are spoken while another run is waited for.
    pub(super) session: &'p Session<'p>,
    /// Where every step is recorded.
    pub(super) ledger: &'p Ledger,
    /// Where letters lie.
    pub(super) outbox: &'p Outbox,
    /// Who writes.
    pub(super) from: &'p Mailbox,
}

impl Post<'_> {
    /// Sends every letter that is ready. Whatever happens to one is in its state; only a ledger or an outbox that cannot be
    /// written is an error.
    pub(super) fn send(&self, server: &Server, letters: &mut [Outgoing<'_>]) -> Result<(), Problem> {
        let mut waiting: Vec<&mut Outgoing<'_>> =
            letters.iter_mut().filter(|letter| letter.state == State::Ready).collect();
        let mut tried = BTreeSet::new();
        for attempt in 0..server.settings.attempts {
            thread::sleep(pause(server.settings.wait, attempt));
            let stopped = self.round(server, &mut waiting, &mut tried)?;
            waiting.retain(|letter| letter.is_waiting());
            if waiting.is_empty() || stopped.is_some_and(|trouble| trouble.reach == Reach::Everything) {
                break;
            }
        }
        for letter in waiting.iter().filter(|letter| tried.contains(&letter.entry.message)) {
            if let State::Unsent(trouble) = &letter.state {
                self.tell(letter, MailStep::Deferred, Some(&trouble.answer), Some(trouble.code))?;
            }
        }
        Ok(())
    }

    /// Tries every letter once, or until a trouble that concerns them all; that one is given back.
    fn round(
        &self,
        server: &Server,
        letters: &mut [&mut Outgoing<'_>],
        tried: &mut BTreeSet<String>,
    ) -> Result<Option<Trouble>, Problem> {
        let stopped = self.until_stopped(server, letters, tried)?;
        if let Some(trouble) = &stopped {
            let untried = letters.iter_mut().filter(|letter| letter.state == State::Ready);
            untried.for_each(|letter| letter.state = State::Unsent(trouble.clone()));
        }
        Ok(stopped)
    }

    fn until_stopped(
        &self,
        server: &Server,
        letters: &mut [&mut Outgoing<'_>],
        tried: &mut BTreeSet<String>,
    ) -> Result<Option<Trouble>, Problem> {
        let mut line: Option<Line> = None;
        let mut losses = 0;
        for letter in letters {
            let mut open = match line.take().map_or_else(|| server.call(), Ok) {
                Ok(open) => open,
                Err(trouble) => return Ok(Some(trouble)),
            };
            if tried.insert(letter.entry.message.clone()) {
                self.tell(letter, MailStep::Sending, None, None)?;
            }
            match self.hand_over(&mut open, letter)? {
                None => (line, losses) = (Some(open), 0),
                Some(trouble) => match trouble.reach {
                    Reach::Message | Reach::MessageNow => (line, losses) = (open.ready_again(), 0),
                    Reach::Connection if losses + 1 < MOST_LOSSES => losses += 1,
                    Reach::Connection | Reach::Everything => return Ok(Some(trouble)),
                },
            }
        }
        line.into_iter().for_each(Line::close);
        Ok(None)
    }

    /// Hands a letter over; what the server said is in the ledger before anything else is done.
    fn hand_over(&self, line: &mut Line, letter: &mut Outgoing<'_>) -> Result<Option<Trouble>, Problem> {
        match line.hand_over(&self.from.address, &letter.entry.to, &letter.eml) {
            Ok(answer) => {
                self.tell(letter, MailStep::Sent, Some(&answer), None)?;
                letter.state = State::Sent { answer };
                self.outbox.file_away(letter);
                Ok(None)
            }
            Err(trouble) => {
                if trouble.reach == Reach::Message {
                    self.tell(letter, MailStep::Refused, Some(&trouble.answer), Some(trouble.code))?;
                }
                letter.state = State::Unsent(trouble.clone());
                Ok(Some(trouble))
            }
        }
    }

    fn tell(
        &self,
        letter: &Outgoing<'_>,
        step: MailStep,
        answer: Option<&str>,
        code: Option<&str>,
    ) -> Result<(), Problem> {
        let waiting = || terminal::tell(&format!("{}\n", self.session.catalog.get("waiting-for-ledger")));
        self.ledger.tell_mail(&letter.step(step, answer, code), waiting)
    }
}

/// The wait before an attempt: none before the first, then twice as long each time.
fn pause(wait: Duration, attempt: u32) -> Duration {
    attempt.checked_sub(1).map_or(Duration::ZERO, |doubled| wait * 2_u32.pow(doubled))
}
