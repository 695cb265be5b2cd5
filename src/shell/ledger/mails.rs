//! Messages in the ledger: each step is made last on its own, before what it announces is done.

use super::{Ledger, read};
use crate::ledger::{Event, Mail};
use crate::model::PeriodId;
use crate::shell::problem::Problem;

impl Ledger {
    /// All steps of a period's messages, in order of time.
    pub(crate) fn mails(&self, period: &PeriodId) -> Result<Vec<Mail>, Problem> {
        let events = read::events(&self.db, "mail", period.as_str()).map_err(|error| self.refused(&error))?;
        let mail = |event| if let Event::Mail(mail) = event { Some(mail) } else { None };
        Ok(events.into_iter().filter_map(mail).collect())
    }

    /// Records a step and waits until it is on the disk. `waiting` is called when a report holds the ledger.
    pub(crate) fn tell_mail(&self, mail: &Mail, waiting: impl FnOnce()) -> Result<(), Problem> {
        let recording = self.record(waiting)?;
        recording.tell(&Event::Mail(mail.clone()))?;
        recording.commit()
    }
}
