//! What is said of messages: who gets what with which files, and what became of each.

use serde_json::{Value, json};

use super::outbox::Outbox;
use super::outgoing::{Outgoing, State};
use super::trouble::Trouble;
use crate::digest::short;
use crate::mail::Attachment;
use crate::model::{Finding, Number, Period, Severity, Worded};
use crate::shell::findings::Findings;
use crate::shell::problem::slashed;
use crate::shell::session::Session;
use crate::shell::terminal::table::one_line;
use crate::shell::terminal::{BAD, GOOD, HEADING, MUTED, moment, paint};
use crate::text::Catalog;
use crate::{render, rules};

/// The exit status.
pub(super) fn status(letters: &[Outgoing<'_>], findings: &Findings) -> u8 {
    let troubles: Vec<&Trouble> = letters.iter().filter_map(trouble).collect();
    if troubles.iter().any(|trouble| trouble.is_of_server()) {
        return 2;
    }
    let is_grave = |worded: &Worded| worded.finding.severity == Severity::Error;
    u8::from(!troubles.is_empty() || !findings.refused.is_empty() || findings.remarks.iter().any(is_grave))
}

/// Every message: to whom, about what, with which files, and the file that holds it.
pub(super) fn preview(
    session: &Session<'_>,
    period: &Period,
    letters: &[Outgoing<'_>],
    outbox: &Outbox,
    sends: bool,
) -> String {
    let catalog = session.catalog;
    let mut lines = vec![paint(HEADING, &catalog.with("heading-mails", &[("period", &period.title)]))];
    lines.extend(letters.iter().flat_map(|letter| lines_of(session, letter, outbox)));
    let ready = letters.iter().filter(|letter| letter.state == State::Ready).count();
    if letters.is_empty() {
        lines.push(format!("  {}", catalog.get("mail-none")));
    } else if !sends && ready > 0 {
        lines.extend([String::new(), catalog.with("mail-nothing-left", &[("count", &ready.to_string())])]);
    }
    lines.join("\n") + "\n"
}

fn lines_of(session: &Session<'_>, letter: &Outgoing<'_>, outbox: &Outbox) -> Vec<String> {
    let (catalog, message) = (session.catalog, letter.message);
    let attached = |Attachment { name, bytes, sha256, replaces }: &Attachment| {
        let key = if replaces.is_some() { "mail-attachment-replacing" } else { "mail-attachment" };
        let args = [("name", name.as_str()), ("size", &size(bytes.len())), ("hash", short(sha256))];
        format!("    {}", one_line(&catalog.with(key, &args)))
    };
    let place = match &letter.state {
        State::SentBefore { at: Some(at) } => catalog.with("mail-sent-before", &[("at", &moment(at))]),
        State::SentBefore { at: None } => catalog.with("mail-filed-before", &[("folder", &slashed(&outbox.sent()))]),
        _ => outbox.find(letter).as_deref().map(slashed).unwrap_or_default(),
    };
    let to = format!("  {} <{}>", one_line(&message.to.name), one_line(&message.to.address));
    let subject = format!("    {}", one_line(&message.subject));
    let place = format!("    {}", paint(MUTED, &place));
    [to, subject].into_iter().chain(message.attachments.iter().map(attached)).chain([place]).collect()
}

/// `61 KB`, `1,5 MB`
fn size(bytes: usize) -> String {
    const MEGABYTE: usize = 1 << 20;
    if bytes < MEGABYTE {
        return format!("{} KB", bytes.div_ceil(1024));
    }
    let tenths = Number::from(i64::try_from(bytes * 10 / MEGABYTE).unwrap_or(i64::MAX));
    format!("{} MB", tenths.checked_div(&Number::from(10)).unwrap_or(tenths).vietnamese(1))
}

/// What became of each message that was to be sent.
pub(super) fn outcome(session: &Session<'_>, letters: &[Outgoing<'_>], sends: bool) -> String {
    let catalog = session.catalog;
    let mut lines: Vec<String> = letters.iter().filter_map(|letter| line_of(session, letter)).collect();
    // What keeps all of them back is said once.
    lines.dedup();
    if sends && !letters.is_empty() {
        let counts = counts(letters).map(|(key, count)| (key, count.to_string()));
        lines.push(catalog.with("mail-counts", &counts.each_ref().map(|(key, count)| (*key, count.as_str()))));
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

fn line_of(session: &Session<'_>, letter: &Outgoing<'_>) -> Option<String> {
    match &letter.state {
        State::Sent { answer } => {
            let sent = paint(GOOD, &session.catalog.get("mail-sent"));
            Some(format!("  {sent} {} ({})", one_line(&letter.message.to.address), one_line(answer)))
        }
        State::Unsent(trouble) => {
            let Worded { message, fix, .. } = session.catalog.word(finding(letter, trouble, session.catalog));
            Some(format!("  {} {}\n    {}", paint(BAD, trouble.code), one_line(&message), one_line(&fix)))
        }
        State::Ready | State::SentBefore { .. } => None,
    }
}

/// The same for programs, schema `cchc-mail/1`:
///
/// ```text
/// period, sends: whether messages were to be sent, counts{ready, sent, sent_before, unsent}
/// messages[{purpose: "reminder"|"overdue"|"return"|"report", office, to{name, address}, subject, message_id,
///     attachments[{name, bytes, sha256, replaces: the hash of the generated file in whose place it goes, or null}],
///     file: where it lies or null, state: one of the counts, sent_at: by the ledger, answer: the server's, finding or null}]
/// findings[as in report.json: why messages are missing, and what else should be known]
/// ```
pub(super) fn json(
    session: &Session<'_>,
    period: &Period,
    letters: &[Outgoing<'_>],
    findings: &Findings,
    outbox: &Outbox,
    sends: bool,
) -> String {
    let findings: Vec<_> = findings.all().map(render::json::finding).collect();
    let messages: Vec<Value> = letters.iter().map(|letter| one(session, letter, outbox)).collect();
    let counts: serde_json::Map<String, Value> =
        counts(letters).into_iter().map(|(key, count)| (key.to_owned(), json!(count))).collect();
    format!(
        "{:#}\n",
        json!({ "schema": "cchc-mail/1", "period": period.id, "sends": sends, "counts": counts, "messages": messages, "findings": findings })
    )
}

fn one(session: &Session<'_>, letter: &Outgoing<'_>, outbox: &Outbox) -> Value {
    let (message, entry) = (letter.message, &letter.entry);
    let file = |Attachment { name, bytes, sha256, replaces }: &Attachment| json!({ "name": name, "bytes": bytes.len(), "sha256": sha256, "replaces": replaces });
    let attachments: Vec<Value> = message.attachments.iter().map(file).collect();
    let trouble = trouble(letter);
    let finding = trouble.map(|trouble| session.catalog.word(finding(letter, trouble, session.catalog)));
    let (state, sent_at, answer) = match &letter.state {
        State::Ready => ("ready", None, None),
        State::SentBefore { at } => ("sent_before", at.as_ref(), None),
        State::Sent { answer } => ("sent", None, Some(answer)),
        State::Unsent(trouble) => ("unsent", None, Some(&trouble.answer)),
    };
    json!({
        "purpose": entry.purpose,
        "office": entry.office,
        "to": { "name": message.to.name, "address": message.to.address },
        "subject": message.subject,
        "attachments": attachments,
        "message_id": entry.message,
        "file": outbox.find(letter).as_deref().map(slashed),
        "state": state,
        "sent_at": sent_at,
        "answer": answer,
        "finding": finding.as_ref().map(render::json::finding),
    })
}

/// How many messages stand how.
pub(super) fn counts(letters: &[Outgoing<'_>]) -> [(&'static str, usize); 4] {
    let count = |is: fn(&State) -> bool| letters.iter().filter(|letter| is(&letter.state)).count();
    [
        ("ready", count(|state| *state == State::Ready)),
        ("sent", count(|state| matches!(state, State::Sent { .. }))),
        ("sent_before", count(|state| matches!(state, State::SentBefore { .. }))),
        ("unsent", count(|state| matches!(state, State::Unsent(_)))),
    ]
}

fn trouble<'l>(letter: &'l Outgoing<'_>) -> Option<&'l Trouble> {
    if let State::Unsent(trouble) = &letter.state { Some(trouble) } else { None }
}

fn finding(letter: &Outgoing<'_>, trouble: &Trouble, catalog: &Catalog) -> Finding {
    let severity = rules::severity(trouble.code).unwrap_or(Severity::Error);
    let mut finding = Finding::new(trouble.code, severity);
    finding.office.clone_from(&letter.message.office);
    let answer = trouble.reason.map_or_else(|| trouble.answer.clone(), |reason| catalog.get(reason));
    finding.arg("to", &letter.message.to.address).arg("answer", answer).arg("file", letter.file())
}
