//! "Cần sửa": the verdict on a submission and all that is to be mended in it, with what was mended since the last one.

use std::collections::BTreeSet;

use super::spot::{CUMULATIVE, PERIOD, Places, Spot};
use crate::model::{
    Code, Correction, FindingState, Measure, Number, Office, OfficeState, Results, Revision, Severity, Source,
    Submission, Worded,
};
use crate::report::document::Tone;
use crate::report::{tally, vietnamese};
use crate::text::Catalog;

/// What is to be mended in a form that is sent back.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// How the submission stands.
    pub tone: Tone,
    /// The verdict, then what goes with it.
    pub lines: Vec<String>,
    /// The heads of the list, one an `Item` field that is shown.
    pub heads: Vec<String>,
    /// The gravest first; what was mended comes last.
    pub items: Vec<Item>,
}

/// One thing to mend, or one that was mended.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// How grave; `None` for what was mended.
    pub severity: Option<Severity>,
    /// The same in words.
    pub level: String,
    /// The cells of the form that it concerns; none for what has no cell there.
    pub spots: Vec<Spot>,
    /// What is wrong.
    pub what: String,
    /// What was found.
    pub found: String,
    /// What is needed.
    pub needed: String,
    /// By how much they differ.
    pub difference: String,
    /// What to do.
    pub how: String,
    /// Where it stood in what was sent.
    pub sent: String,
    /// The finding's code; empty for a correction.
    pub code: String,
    /// Whether it is new since the submission that this one replaced; empty where it replaced none.
    pub since: String,
}

/// The name of the sheet.
pub const REVIEW_SHEET: &str = "Cần sửa";

/// What tells findings of two submissions apart, whatever cells the files had them in.
type Key = (Code, Vec<Spot>, String);

/// Findings that a second submission has because it is one.
const VERSIONS: [&str; 3] = ["I107", "I108", "I109"];

/// A finding with what tells it apart.
type Keyed<'a> = (&'a Worded, Key);

/// What is to be mended in what this office sent; `findings` are those about it.
pub(super) fn review(
    results: &Results,
    office: &Office,
    submission: &Submission,
    findings: &[&Worded],
    catalog: &Catalog,
) -> Review {
    let before = results.superseded.get(&office.id);
    let now = keyed(submission, findings.iter().copied());
    let then = before.map(|revision| keyed(&revision.submission, &revision.findings));
    let mut items = items(&now, then.as_deref(), catalog);
    items.extend(submission.corrections.iter().map(|((id, measure), correction)| {
        let head = if *measure == Measure::Period { PERIOD } else { CUMULATIVE };
        corrected(Spot::Figure(id.clone(), head), correction, catalog)
    }));
    items.extend(mended(then.as_deref().unwrap_or_default(), &now, catalog));
    let shown = if before.is_some() { HEADS.len() } else { HEADS.len() - 1 };
    let (verdict, tone) = verdict(results, office, findings, catalog);
    Review {
        tone,
        lines: lines(results, office, verdict, before, &items, catalog),
        heads: HEADS.iter().take(shown).map(|key| catalog.get(key)).collect(),
        items,
    }
}

fn keyed<'a>(submission: &Submission, findings: impl IntoIterator<Item = &'a Worded>) -> Vec<Keyed<'a>> {
    let places = Places::of(submission);
    findings.into_iter().map(|worded| (worded, key(worded, &places))).collect()
}

/// The findings, the gravest first, each with what it was in the submission before.
fn items(now: &[Keyed<'_>], then: Option<&[Keyed<'_>]>, catalog: &Catalog) -> Vec<Item> {
    let then = then.map(keys);
    let since = |key: &Key| match &then {
        None => "",
        Some(_) if VERSIONS.contains(&key.0.as_str()) => "",
        Some(then) if then.contains(key) => "return-still",
        Some(_) => "return-new",
    };
    let mut items: Vec<Item> = now.iter().map(|(worded, key)| item(worded, key, since(key), catalog)).collect();
    items.sort_by_key(|item| item.severity);
    items
}

fn keys<'k>(findings: &'k [Keyed<'_>]) -> BTreeSet<&'k Key> {
    findings.iter().map(|(_, key)| key).collect()
}

const HEADS: [&str; 11] = [
    "return-head-number",
    "return-head-level",
    "return-head-place",
    "return-head-what",
    "return-head-found",
    "return-head-needed",
    "return-head-difference",
    "return-head-how",
    "return-head-sent",
    "return-head-code",
    "return-head-since",
];

fn item(worded: &Worded, (_, spots, _): &Key, since: &str, catalog: &Catalog) -> Item {
    let finding = &worded.finding;
    let level = catalog.get(match finding.severity {
        Severity::Error => "return-error",
        Severity::Warning => "return-warning",
        Severity::Notice => "return-notice",
    });
    let state = match finding.state {
        FindingState::Active => String::new(),
        FindingState::Trial => catalog.get("return-trial"),
        FindingState::Waived => catalog.get("return-waived"),
    };
    let spelled = |text: &Option<String>| text.as_deref().map(Number::spelled).unwrap_or_default();
    Item {
        // What was accepted is shown, and not to be mended.
        severity: Some(if finding.state == FindingState::Waived { Severity::Notice } else { finding.severity }),
        level: format!("{level} {state}").trim_end().to_owned(),
        spots: spots.clone(),
        what: worded.message.clone(),
        found: spelled(&finding.provided),
        needed: spelled(&finding.expected),
        difference: spelled(&finding.difference),
        how: worded.fix.clone(),
        sent: sent(finding.location.iter().chain(&finding.related)),
        code: finding.code.to_string(),
        since: if since.is_empty() { String::new() } else { catalog.get(since) },
    }
}

/// The cells as they were sent: a line for each sheet of a file, without the folders that the office does not know.
fn sent<'a>(sources: impl Iterator<Item = &'a Source>) -> String {
    let mut lines: Vec<(Source, String)> = Vec::new();
    for source in sources {
        let file = source.file.rsplit('/').next().unwrap_or_default();
        let place = Source { file: file.into(), ..source.clone() };
        let sheet = Source { cell: None, ..place.clone() };
        match (lines.iter_mut().find(|(known, _)| *known == sheet), place.cell) {
            (Some((_, line)), Some(cell)) => line.extend([", ", &cell.to_string()]),
            (Some(_), None) => {}
            (None, _) => lines.push((sheet, place.to_string())),
        }
    }
    lines.into_iter().map(|(_, line)| line).collect::<Vec<_>>().join("\n")
}

/// A figure that counts as somebody corrected it; the form still says what the office wrote.
fn corrected(spot: Spot, correction: &Correction, catalog: &Catalog) -> Item {
    let Correction { value, reason, by, date, .. } = correction;
    let value = value.vietnamese(6);
    let said = [("value", value.as_str()), ("reason", reason.as_str()), ("by", by.as_str()), ("date", date.as_str())];
    Item {
        severity: Some(Severity::Notice),
        level: catalog.get("return-corrected"),
        spots: vec![spot],
        what: catalog.with("return-correction", &said),
        found: String::new(),
        needed: value.clone(),
        difference: String::new(),
        how: catalog.get("return-correction.fix"),
        sent: String::new(),
        code: String::new(),
        since: String::new(),
    }
}

/// What was wrong with the submission before this one, and no longer is.
fn mended(then: &[Keyed<'_>], now: &[Keyed<'_>], catalog: &Catalog) -> Vec<Item> {
    let now = keys(now);
    let item = |(worded, key): &Keyed<'_>| {
        let item = item(worded, key, "return-fixed", catalog);
        Item { severity: None, level: catalog.get("return-fixed"), how: String::new(), ..item }
    };
    then.iter().filter(|(_, key)| !now.contains(key)).map(item).collect()
}

fn key(worded: &Worded, places: &Places<'_>) -> Key {
    let finding = &worded.finding;
    let spots = places.concerned(finding);
    let named = ["row", "column", "section", "element"].iter().find_map(|name| finding.args.get(name));
    let named = if spots.is_empty() { named.cloned().unwrap_or_default() } else { String::new() };
    (finding.code.clone(), spots, named)
}

fn state(results: &Results, office: &Office) -> OfficeState {
    let result = results.offices.iter().find(|result| result.id == office.id);
    result.map_or(OfficeState::Missing, |result| result.state)
}

/// How the submission stands, in a sentence, and its colour.
fn verdict(results: &Results, office: &Office, findings: &[&Worded], catalog: &Catalog) -> (String, Tone) {
    let counts = tally::findings(findings.iter().copied());
    let count = |severity| counts.get(&severity).copied().unwrap_or_default();
    let [errors, warnings, notices] = [Severity::Error, Severity::Warning, Severity::Notice].map(count);
    let (key, tone) = match state(results, office) {
        OfficeState::Missing => ("return-verdict-missing", Tone::Bad),
        OfficeState::Rejected => ("return-verdict-rejected", Tone::Bad),
        OfficeState::Empty => ("return-verdict-empty", Tone::Bad),
        _ if errors > 0 => ("return-verdict-errors", Tone::Bad),
        _ if warnings > 0 => ("return-verdict-warnings", Tone::Warn),
        _ => ("return-verdict-clean", Tone::Good),
    };
    let due = vietnamese::date(results.period.office_due);
    let [errors, warnings, notices] = [errors, warnings, notices].map(|count| count.to_string());
    let args = [("errors", &*errors), ("warnings", &*warnings), ("notices", &*notices), ("due", &*due)];
    (catalog.with(key, &args), tone)
}

/// The verdict, whose form this is, what changed since the last submission, and how to go on.
fn lines(
    results: &Results,
    office: &Office,
    verdict: String,
    before: Option<&Revision>,
    items: &[Item],
    catalog: &Catalog,
) -> Vec<String> {
    let of = [("office", office.name.as_str()), ("period", results.period.title.as_str())];
    let mut lines = vec![verdict, catalog.with("return-of", &of)];
    lines.extend(before.map(|revision| compared(revision, items, catalog)));
    let to_mend = items.iter().any(|item| item.severity.is_some());
    lines.extend(to_mend.then(|| catalog.get("return-how")));
    lines
}

/// How many findings were mended, stayed or are new since the submission before.
fn compared(revision: &Revision, items: &[Item], catalog: &Catalog) -> String {
    let files: Vec<&str> = revision.files.iter().map(|path| &**path).collect();
    let count = |key| {
        let word = catalog.get(key);
        items.iter().filter(|item| item.since == word).count().to_string()
    };
    let [fixed, still, new] = ["return-fixed", "return-still", "return-new"].map(count);
    let args = [("files", &*files.join(", ")), ("fixed", &*fixed), ("still", &*still), ("new", &*new)];
    catalog.with("return-compared", &args)
}
