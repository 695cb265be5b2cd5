//! "Cần sửa": the verdict on a submission and all that is to be mended in it, with what was mended since the last one.

use super::spot::{CUMULATIVE, PERIOD, Spot};
use crate::model::{
    Correction, Difference, FindingState, Followed, Measure, Number, Office, OfficeState, Places, Results, Severity,
    Since, Source, Submission, Worded,
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

/// What is to be mended in what this office sent; `findings` are those about it.
pub(super) fn review(
    results: &Results,
    office: &Office,
    submission: &Submission,
    findings: &[&Worded],
    catalog: &Catalog,
) -> Review {
    let before = results.revisions.get(&office.id).and_then(|steps| steps.first());
    let places = Places::of(submission);
    let followed = match before {
        Some(step) => step.findings.clone(),
        None => findings.iter().map(|worded| alone(worded, &places)).collect(),
    };
    let (mended, present): (Vec<_>, Vec<_>) =
        followed.iter().partition(|followed| followed.since == Some(Since::Fixed));
    let mut items: Vec<Item> = present.into_iter().map(|followed| item(followed, catalog)).collect();
    items.sort_by_key(|item| item.severity);
    items.extend(submission.corrections.iter().map(|((id, measure), correction)| {
        let head = if *measure == Measure::Period { PERIOD } else { CUMULATIVE };
        corrected(Spot::Figure(id.clone(), head), correction, catalog)
    }));
    items.extend(mended.into_iter().map(|followed| was_mended(followed, catalog)));
    let shown = if before.is_some() { HEADS.len() } else { HEADS.len() - 1 };
    let verdict = verdict(results, office, findings, catalog);
    Review {
        tone: verdict.tone,
        lines: lines(results, office, verdict.sentence, before, &items, catalog),
        heads: HEADS.iter().take(shown).map(|key| catalog.get(key)).collect(),
        items,
    }
}

/// A finding of a submission that replaced none.
fn alone(worded: &Worded, places: &Places<'_>) -> Followed {
    Followed { worded: worded.clone(), spots: places.concerned(&worded.finding), since: None }
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

fn item(followed: &Followed, catalog: &Catalog) -> Item {
    let Followed { worded, spots, since } = followed;
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
        since: since.map(|since| catalog.get(word(since))).unwrap_or_default(),
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

fn word(since: Since) -> &'static str {
    match since {
        Since::Fixed => "return-fixed",
        Since::Still => "return-still",
        Since::New => "return-new",
    }
}

/// What was wrong with the submission before this one, and no longer is.
fn was_mended(followed: &Followed, catalog: &Catalog) -> Item {
    Item { severity: None, level: catalog.get("return-fixed"), how: String::new(), ..item(followed, catalog) }
}

fn state(results: &Results, office: &Office) -> OfficeState {
    let result = results.offices.iter().find(|result| result.id == office.id);
    result.map_or(OfficeState::Missing, |result| result.state)
}

/// How a submission stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Its colour.
    pub tone: Tone,
    /// In a few words, such as "Còn lỗi phải sửa".
    pub short: String,
    /// In a sentence, with its counts.
    pub sentence: String,
}

/// How the submission stands.
pub(super) fn verdict(results: &Results, office: &Office, findings: &[&Worded], catalog: &Catalog) -> Verdict {
    let counts = tally::findings(findings.iter().copied());
    let count = |severity| counts.get(&severity).copied().unwrap_or_default();
    let [errors, warnings, notices] = [Severity::Error, Severity::Warning, Severity::Notice].map(count);
    let (key, tone) = match state(results, office) {
        OfficeState::Missing => ("return-verdict-missing", Tone::Bad),
        OfficeState::Rejected => ("return-verdict-rejected", Tone::Bad),
        OfficeState::Empty => ("return-verdict-empty", Tone::Bad),
        _ if errors > 0 => ("return-verdict-errors", Tone::Bad),
        _ if warnings > 0 => ("return-verdict-warnings", Tone::Warn),
        OfficeState::Nil => ("return-verdict-nil", Tone::Good),
        _ => ("return-verdict-clean", Tone::Good),
    };
    let result = results.offices.iter().find(|result| result.id == office.id);
    let due = vietnamese::date(result.map_or(results.office_due.until, |result| result.until));
    let [errors, warnings, notices] = [errors, warnings, notices].map(|count| count.to_string());
    let args = [("errors", &*errors), ("warnings", &*warnings), ("notices", &*notices), ("due", &*due)];
    let short = catalog.get(&format!("{key}.short"));
    Verdict { tone, short, sentence: catalog.with(key, &args) }
}

/// The verdict, whose form this is, what changed since the last submission, and how to go on.
fn lines(
    results: &Results,
    office: &Office,
    verdict: String,
    before: Option<&Difference>,
    items: &[Item],
    catalog: &Catalog,
) -> Vec<String> {
    let of = [("office", office.name.as_str()), ("period", results.period.title.as_str())];
    let mut lines = vec![verdict, catalog.with("return-of", &of)];
    lines.extend(before.map(|step| compared(step, catalog)));
    let to_mend = items.iter().any(|item| item.severity.is_some());
    lines.extend(to_mend.then(|| catalog.get("return-how")));
    lines
}

/// How many findings were mended, stayed or are new since the submission before.
fn compared(step: &Difference, catalog: &Catalog) -> String {
    let files: Vec<&str> = step.before.iter().map(|file| &*file.path).collect();
    let count = |since| step.count(since).to_string();
    let [fixed, still, new] = [Since::Fixed, Since::Still, Since::New].map(count);
    let args = [("files", &*files.join(", ")), ("fixed", &*fixed), ("still", &*still), ("new", &*new)];
    catalog.with("return-compared", &args)
}
