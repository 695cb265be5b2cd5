//! Who is reminded on a day: offices of which nothing counts yet, each by its own last day.

use serde::Serialize;

use super::letters::Letters;
use super::{Kind, Message, mailbox};
use crate::model::{Collection, Office, OfficeResult, OfficeState, Plan};
use crate::report::document::Tone;
use crate::report::vietnamese::{date, lower_first};
use crate::templates::TemplateFault;
use crate::text::{Catalog, Lang};

/// On which days there is anything to say, in days before (+) or after (−) an office's last day; `None` is every day.
pub type Rhythm<'a> = Option<&'a [i64]>;

/// The reminders of a day, offices in plan order, and the offices that should get one and have no address. `head` is that
/// of the submissions' chain.
pub fn reminders<'p>(
    plan: &'p Plan,
    collection: &Collection,
    rhythm: Rhythm<'_>,
    head: Option<&str>,
    letters: &Letters,
) -> Result<(Vec<Message>, Vec<&'p Office>), TemplateFault> {
    let (mut messages, mut unknown) = (Vec::new(), Vec::new());
    for standing in collection.offices.iter().filter(|standing| is_due(collection, standing, rhythm)) {
        let Some(office) = plan.office(&standing.id) else { continue };
        let Some(to) = mailbox(office) else {
            unknown.push(office);
            continue;
        };
        let view = View::of(plan, collection, standing, office, head);
        let (kind, template, tone) = if collection.is_overdue(standing) {
            (Kind::Overdue, "overdue", Tone::Bad)
        } else {
            (Kind::Reminder, "reminder", Tone::Plain)
        };
        let letter = letters.write(template, &view, &plan.authority.name, tone)?;
        let (period, office) = (collection.period.id.clone(), Some(office.id.clone()));
        let key = collection.as_of.to_string();
        messages.push(Message { office, key, ..Message::of(kind, period, to, letter) });
    }
    Ok((messages, unknown))
}

/// Whether this day has anything to say to an office.
fn is_due(collection: &Collection, standing: &OfficeResult, rhythm: Rhythm<'_>) -> bool {
    let left = (standing.until - collection.as_of).num_days();
    !standing.state.is_reported() && rhythm.is_none_or(|days| days.contains(&left))
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
    report_due: String,
    head: Option<&'a str>,
}

impl<'a> View<'a> {
    fn of(
        plan: &'a Plan,
        collection: &Collection,
        standing: &OfficeResult,
        office: &'a Office,
        head: Option<&'a str>,
    ) -> Self {
        let common = &collection.office_due;
        let own = standing.until != common.until;
        Self {
            authority: &plan.authority.name,
            office: &office.name,
            period: lower_first(&collection.period.title),
            today: date(collection.as_of),
            due: date(standing.until),
            days: (standing.until - collection.as_of).num_days().unsigned_abs(),
            state: standing.state,
            common_due: own.then(|| date(common.until)),
            moved: Catalog::of(Lang::Vi).moved(common).filter(|_| !own),
            report_due: date(collection.report_due.until),
            head,
        }
    }
}
