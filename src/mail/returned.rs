//! What an office is told of what it sent: the verdict, how much there is to mend, and its form with the places marked.

use serde::Serialize;

use super::letters::Letters;
use super::{Attachment, Kind, Mailbox, Message};
use crate::model::{Collection, Difference, Office, Receipt, Results, Since, Submission};
use crate::report::document::Tone;
use crate::report::form::{Returns, Verdict};
use crate::report::vietnamese::{date, lower_first};
use crate::templates::TemplateFault;
use crate::text::{Catalog, Lang};

/// The offices that sent something, in plan order.
pub fn that_sent(results: &Results) -> impl Iterator<Item = &Office> {
    results.plan.offices.iter().filter(|office| results.submissions.contains_key(&office.id))
}

/// Letters about the offices' returns.
#[derive(Debug)]
pub struct ReturnLetters<'a> {
    results: &'a Results,
    collection: &'a Collection,
    returns: Returns<'a>,
    letters: &'a Letters,
}

impl<'a> ReturnLetters<'a> {
    /// The letters about these results, as the collection stands on its day.
    pub fn new(results: &'a Results, collection: &'a Collection, letters: &'a Letters) -> Self {
        Self { results, collection, returns: Returns::of(results), letters }
    }

    /// The message to an office that sent something, with its form; `said` is the hash of what that says.
    pub fn message(
        &self,
        office: &Office,
        to: Mailbox,
        form: Attachment,
        said: String,
    ) -> Result<Message, TemplateFault> {
        let verdict = self.returns.verdict(office, Catalog::of(Lang::Vi));
        let tone = verdict.tone;
        let view = self.view(office, verdict, &form.name);
        let letter = self.letters.write("return", &view, view.authority, tone)?;
        let message = Message::of(Kind::Return, said, self.results.period.id.clone(), to, letter);
        Ok(Message { office: Some(office.id.clone()), attachments: vec![form], ..message })
    }

    fn view<'v>(&'v self, office: &'v Office, verdict: Verdict, file: &'v str) -> View<'v> {
        let Results { plan, period, chain_head, revisions, .. } = self.results;
        let standing = self.collection.offices.iter().find(|standing| standing.id == office.id);
        let until = standing.map_or(self.collection.office_due.until, |standing| standing.until);
        let last = self.results.submissions.get(&office.id).and_then(last_receipt);
        View {
            authority: &plan.authority.name,
            office: &office.name,
            period: lower_first(&period.title),
            received: last
                .or_else(|| standing.map(|standing| &standing.receipt))
                .and_then(Receipt::shown)
                .unwrap_or_default(),
            counts: standing.is_some_and(|standing| standing.state.is_reported()),
            outcome: match verdict.tone {
                Tone::Bad => "mend",
                Tone::Warn => "look",
                Tone::Good | Tone::Plain | Tone::Muted => "clean",
            },
            verdict: verdict.sentence,
            short: verdict.short,
            since: revisions.get(&office.id).and_then(|steps| steps.first()).map(Comparison::of),
            file,
            due: date(until),
            in_time: self.collection.as_of <= until,
            head: chain_head.as_deref(),
        }
    }
}

/// When the last of the files came of which something counts.
fn last_receipt(submission: &Submission) -> Option<&Receipt> {
    submission.sent.iter().map(|sent| &sent.receipt).max_by_key(|receipt| receipt.at)
}

/// What the template may name.
#[derive(Serialize)]
struct View<'a> {
    authority: &'a str,
    office: &'a str,
    period: String,
    /// When the last of what counts was received; empty where that is unknown.
    received: String,
    verdict: String,
    short: String,
    /// What became of what was wrong before, where the office sent its form again.
    since: Option<Comparison>,
    /// Whether anything of it counts.
    counts: bool,
    /// `mend`, `look` or `clean`.
    outcome: &'static str,
    /// Until when, and whether there is time.
    due: String,
    in_time: bool,
    file: &'a str,
    head: Option<&'a str>,
}

/// How much was mended since, is still there or is new.
#[derive(Serialize)]
struct Comparison {
    fixed: String,
    still: String,
    new: String,
}

impl Comparison {
    fn of(step: &Difference) -> Self {
        let [fixed, still, new] = [Since::Fixed, Since::Still, Since::New].map(|since| step.count(since).to_string());
        Self { fixed, still, new }
    }
}
