//! Who is reminded on a day: offices of which nothing counts yet, each by its own last day.

use chrono::{NaiveDate, TimeDelta};
use serde::Serialize;

use super::letters::Letters;
use super::{Kind, Mailbox, Message, NoMailbox, mailbox};
use crate::model::{Collection, Office, OfficeResult, OfficeState, Plan};
use crate::report::document::Tone;
use crate::report::vietnamese::{date, lower_first};
use crate::templates::TemplateFault;
use crate::text::{Catalog, Lang};

/// On which days there is something to say, in days before (+) or after (−) an office's last day; `None` is today.
pub type Rhythm<'a> = Option<&'a [i64]>;

/// What a day brings to the offices of which nothing counts yet, each in plan order.
#[derive(Debug, Default)]
pub struct Reminders<'p> {
    /// The letters.
    pub messages: Vec<Message>,
    /// Offices that cannot be written to.
    pub unreachable: Vec<(&'p Office, NoMailbox)>,
    /// Offices that seem overdue and perhaps have more time: an extension cannot be understood.
    pub doubtful: Vec<&'p Office>,
    /// Offices to which there is nothing to say yet, or no more.
    pub resting: Vec<&'p Office>,
}

/// The reminders of a day. `head` is that of the submissions' chain.
pub fn reminders<'p>(
    plan: &'p Plan,
    collection: &Collection,
    rhythm: Rhythm<'_>,
    head: Option<&str>,
    letters: &Letters,
) -> Result<Reminders<'p>, TemplateFault> {
    let mut day = Reminders::default();
    for standing in collection.offices.iter().filter(|standing| !standing.state.is_reported()) {
        let Some(office) = plan.office(&standing.id) else { continue };
        let Some(due) = due(collection, standing, rhythm) else {
            day.resting.push(office);
            continue;
        };
        if collection.is_overdue(standing) && collection.is_doubtful(&office.id) {
            day.doubtful.push(office);
            continue;
        }
        match mailbox(office) {
            Ok(to) => day.messages.push(message(plan, collection, standing, due, to, head, letters)?),
            Err(why) => day.unreachable.push((office, why)),
        }
    }
    Ok(day)
}

/// The day for which a reminder is due: the last one of the rhythm that has come, on the same side of the office's last day as
/// today. What went out for it does not go again; what could not go that day still does.
fn due(collection: &Collection, standing: &OfficeResult, rhythm: Rhythm<'_>) -> Option<NaiveDate> {
    let left = (standing.until - collection.as_of).num_days();
    let Some(days) = rhythm else { return Some(collection.as_of) };
    let come = days.iter().copied().filter(|&day| day >= left && (day < 0) == (left < 0));
    standing.until.checked_sub_signed(TimeDelta::days(come.min()?))
}

fn message(
    plan: &Plan,
    collection: &Collection,
    standing: &OfficeResult,
    due: NaiveDate,
    to: Mailbox,
    head: Option<&str>,
    letters: &Letters,
) -> Result<Message, TemplateFault> {
    let view = View::of(plan, collection, standing, head);
    let (kind, template, tone) = if collection.is_overdue(standing) {
        (Kind::Overdue, "overdue", Tone::Bad)
    } else {
        (Kind::Reminder, "reminder", Tone::Plain)
    };
    let letter = letters.write(template, &view, &plan.authority.name, tone)?;
    let message = Message::of(kind, due.to_string(), collection.period.id.clone(), to, letter);
    Ok(Message { office: Some(standing.id.clone()), ..message })
}

/// What the templates may name.
#[derive(Serialize)]
struct View<'a> {
    authority: &'a str,
    office: &'a str,
    period: String,
    today: String,
    due: String,
    /// Days to the last day or since; 0 on it.
    days: u64,
    /// `missing`, `empty` or `rejected`.
    state: OfficeState,
    /// Everybody's last day, where the office has its own.
    common_due: Option<String>,
    /// Why the last day is not the plan's, where everybody's counts and was moved.
    moved: Option<String>,
    /// When the common report is due, while that is to come.
    report_due: Option<String>,
    head: Option<&'a str>,
}

impl<'a> View<'a> {
    fn of(plan: &'a Plan, collection: &Collection, standing: &'a OfficeResult, head: Option<&'a str>) -> Self {
        let common = &collection.office_due;
        let own = standing.until != common.until;
        Self {
            authority: &plan.authority.name,
            office: plan.office_name(&standing.id),
            period: lower_first(&collection.period.title),
            today: date(collection.as_of),
            due: date(standing.until),
            days: (standing.until - collection.as_of).num_days().unsigned_abs(),
            state: standing.state,
            common_due: own.then(|| date(common.until)),
            moved: Catalog::of(Lang::Vi).moved(common).filter(|_| !own),
            report_due: (collection.as_of <= collection.report_due.until).then(|| date(collection.report_due.until)),
            head,
        }
    }
}
