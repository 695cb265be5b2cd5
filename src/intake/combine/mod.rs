//! The files of one period together: one submission an office, with what is missing, late or sent twice.

mod complete;
mod corrections;
mod deadlines;
mod extensions;
mod receipt;
mod statements;
mod versions;

use std::collections::{BTreeMap, BTreeSet};

use super::content::Content;
use crate::model::{
    Fate, FileReading, Finding, IgnoredReason, InputFile, OfficeId, Period, Plan, Receipt, Round, Section, Sent,
    Severity, Source, Submission,
};
use versions::{Standing, Version, settle};

/// A file with its receipt and what became of its tables.
struct Arrival {
    reading: FileReading,
    receipt: Receipt,
    /// Of figures, tasks, narrative and statements; `None` where the file has no such table.
    standings: [Option<Standing>; 4],
}

/// What the commune itself wrote about a period, beside the files of its offices.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside<'a> {
    /// The register of receipt.
    pub register: Option<&'a InputFile>,
    /// Corrections.
    pub corrections: Option<&'a InputFile>,
    /// More time granted.
    pub extensions: Option<&'a InputFile>,
}

/// Puts the files of one period together. `absent_matter` is false where only the files given are to be judged.
pub fn combine(
    plan: &Plan,
    period: &Period,
    mut files: Vec<FileReading>,
    beside: Beside<'_>,
    absent_matter: bool,
) -> Round {
    files.sort_by(|one, other| one.path.cmp(&other.path));
    let (receipts, findings) = receipt::receipts(period, &files, beside.register);
    let mut round = Round { findings, ..Round::default() };
    let mut arrivals: Vec<Arrival> = files
        .into_iter()
        .zip(receipts)
        .map(|(reading, receipt)| Arrival { reading, receipt, standings: [None; 4] })
        .collect();
    let mut of_office: BTreeMap<OfficeId, Vec<usize>> = BTreeMap::new();
    for (at, file) in arrivals.iter().enumerate() {
        if let Some(office) = &file.reading.office {
            of_office.entry(office.clone()).or_default().push(at);
        }
    }
    let mut tables = BTreeMap::new();
    for office in &plan.offices {
        if let Some(positions) = of_office.get(&office.id) {
            compare(plan, &office.id, positions, &mut arrivals, &mut round.findings);
            tables.insert(office.id.clone(), places(positions, &arrivals));
            let (submission, findings) = submission(plan, &office.id, positions, &mut arrivals);
            round.submissions.insert(office.id.clone(), submission);
            round.findings.extend(findings);
        }
    }
    for file in &mut arrivals {
        collect_findings(file, &mut round.findings);
    }
    if let Some(corrections) = beside.corrections {
        corrections::apply(plan, corrections, &mut round);
    }
    if let Some(extensions) = beside.extensions {
        extensions::apply(plan, period, extensions, &mut round);
    }
    let due = plan.calendar.deadline(period.office_due);
    for office in &plan.offices {
        if let (Some(submission), Some(tables)) = (round.submissions.get(&office.id), tables.get(&office.id))
            && submission.accepted
        {
            complete::check(plan, &office.id, submission, tables, &mut round.findings);
        }
        let first = tables.get(&office.id).and_then(|tables| tables.first.clone());
        let deadline = deadlines::check(office, period, &due, &round, first, absent_matter);
        round.findings.extend(deadline);
    }
    round.files = arrivals.into_iter().map(finish).collect();
    round
}

/// Settles which tables of an office count, and says so once for each pair of files.
fn compare(plan: &Plan, office: &OfficeId, positions: &[usize], arrivals: &mut [Arrival], findings: &mut Vec<Finding>) {
    let texts: BTreeMap<usize, BTreeMap<Section, String>> =
        positions.iter().filter_map(|at| Some((*at, texts(&arrivals.get(*at)?.reading)?))).collect();
    let files = || positions.iter().filter_map(|at| Some((*at, arrivals.get(*at)?)));
    let figures = versions_of(files(), |_, file| file.reading.figures.as_ref());
    let tasks = versions_of(files(), |_, file| file.reading.tasks.as_ref());
    let narrative = versions_of(files(), |at, _| texts.get(&at));
    let statements = versions_of(files(), |_, file| file.reading.statements.as_ref());
    let decided = [
        decide(&figures, settle(&figures)),
        decide(&tasks, settle(&tasks)),
        decide(&narrative, settle(&narrative)),
        decide(&statements, settle(&statements)),
    ];
    let told = record(arrivals, decided);
    let path = |at: usize| arrivals.get(at).map(|file| Source::file(&file.reading.path));
    let is_graver = |at: usize, other: usize| {
        told.contains(&("I108", Severity::Warning, at, other))
            || told.contains(&("I107", Severity::Error, at.min(other), at.max(other)))
    };
    let told_once = told.iter().filter(|(code, _, at, other)| *code != "I109" || !is_graver(*at, *other));
    findings.extend(told_once.filter_map(|&(code, severity, at, other)| {
        let (place, other) = (path(at)?, path(other)?);
        let finding = Finding::new(code, severity).office(office).arg("office", plan.office_name(office));
        let finding = finding.arg("file", place.to_string()).arg("other", other.to_string());
        let related = if code == "I107" { vec![place.clone(), other] } else { vec![other] };
        Some(finding.at(place).related(related))
    }));
}

/// What is to be said about versions: code, severity, the file and the one that decided.
type Told = BTreeSet<(&'static str, Severity, usize, usize)>;

/// Notes what becomes of each table. A file with one table without order is left out whole: its other tables belong to
/// the same version.
fn record(arrivals: &mut [Arrival], decided: [Vec<(usize, Standing)>; 4]) -> Told {
    let mut told = Told::new();
    for (kind, decided) in decided.into_iter().enumerate() {
        for (at, standing) in decided {
            told.extend(verdict(at, standing));
            if let Some(slot) = arrivals.get_mut(at).and_then(|file| file.standings.get_mut(kind)) {
                *slot = Some(standing);
            }
        }
    }
    for file in arrivals {
        let unordered = file.standings.iter().flatten().find(|standing| matches!(standing, Standing::Unordered(_)));
        if let Some(&unordered) = unordered {
            file.standings = file.standings.map(|standing| standing.map(|_| unordered));
        }
    }
    told
}

fn versions_of<'a, K: Ord + Clone + 'a, C: Content + 'a>(
    files: impl Iterator<Item = (usize, &'a Arrival)>,
    table: impl Fn(usize, &'a Arrival) -> Option<&'a BTreeMap<K, C>>,
) -> Vec<Version<'a, K, C>> {
    let version = |(at, file): (usize, &'a Arrival)| {
        let rows = table(at, file)?.iter().map(|(key, row)| (key.clone(), row)).collect();
        Some(Version { file: at, receipt: &file.receipt, rows })
    };
    files.filter_map(version).collect()
}

fn decide<K, C>(versions: &[Version<'_, K, C>], standings: Vec<Standing>) -> Vec<(usize, Standing)> {
    versions.iter().map(|version| version.file).zip(standings).collect()
}

/// The finding of a standing: code, severity, the file and the one that decided; both orders of a pair are one.
fn verdict(at: usize, standing: Standing) -> Option<(&'static str, Severity, usize, usize)> {
    match standing {
        Standing::Used => None,
        Standing::Duplicate(other) => Some(("I109", Severity::Notice, at, other)),
        Standing::Superseded(other) => Some(("I108", Severity::Warning, at, other)),
        Standing::Unordered(other) => Some(("I107", Severity::Error, at.min(other), at.max(other))),
    }
}

/// A file's texts by section.
fn texts(reading: &FileReading) -> Option<BTreeMap<Section, String>> {
    let mut texts: BTreeMap<Section, String> = BTreeMap::new();
    for narrative in reading.narrative.as_ref()? {
        let text = texts.entry(narrative.section.clone()).or_default();
        text.push_str(&narrative.text);
        text.push('\n');
    }
    Some(texts)
}

/// All tables of an office that count, put together; the files give them away.
fn submission(
    plan: &Plan,
    office: &OfficeId,
    positions: &[usize],
    arrivals: &mut [Arrival],
) -> (Submission, Vec<Finding>) {
    let mut submission = Submission::default();
    let mut is_nil = false;
    let mut of_statements = BTreeMap::new();
    for at in positions {
        let Some(file) = arrivals.get_mut(*at) else { continue };
        submission.rejected = true;
        if file.reading.rejected.is_some() {
            continue;
        }
        if is_earlier(&file.receipt, &submission.receipt) {
            submission.receipt = file.receipt.clone();
        }
        submission.sent.extend(says_what_counts(file).then(|| Sent::of(&file.reading, &file.receipt)));
        let [figures, tasks, narrative, statements] = file.standings.map(|standing| standing == Some(Standing::Used));
        if figures {
            is_nil |= file.reading.nil;
            merge(&mut submission.figures, file.reading.figures.take());
        }
        if tasks {
            merge(&mut submission.tasks, file.reading.tasks.take());
        }
        if narrative {
            submission.narrative.extend(file.reading.narrative.take().unwrap_or_default());
        }
        if statements {
            merge(&mut of_statements, file.reading.statements.take());
        }
        let counts = figures || tasks || narrative || statements;
        if !submission.accepted && counts {
            submission.info = file.reading.info.clone();
        }
        submission.accepted |= counts;
    }
    submission.rejected &= !submission.accepted;
    submission.nil = is_nil;
    let findings = statements::add(plan, office, &mut submission.figures, of_statements, arrivals);
    (submission, findings)
}

/// Whether a table of the file counts that says something: an empty one replaces nothing and is replaced by nothing.
fn says_what_counts(file: &Arrival) -> bool {
    let FileReading { figures, tasks, narrative, statements, .. } = &file.reading;
    let says = [
        figures.as_ref().is_some_and(|rows| rows.values().any(|row| !row.is_blank())),
        tasks.as_ref().is_some_and(|rows| rows.values().any(|row| !row.is_blank())),
        narrative.as_ref().is_some_and(|texts| !texts.is_empty()),
        statements.as_ref().is_some_and(|rows| rows.values().any(|row| !row.is_blank())),
    ];
    says.into_iter().zip(&file.standings).any(|(says, standing)| says && *standing == Some(Standing::Used))
}

/// Rows that say something go before rows that do not.
fn merge<K: Ord, C: Content>(into: &mut BTreeMap<K, C>, from: Option<BTreeMap<K, C>>) {
    for (key, row) in from.into_iter().flatten() {
        if !row.is_blank() || !into.contains_key(&key) {
            into.insert(key, row);
        }
    }
}

fn is_earlier(receipt: &Receipt, than: &Receipt) -> bool {
    match (receipt.at, than.at) {
        (Some(at), Some(than)) => at < than,
        (known, None) => known.is_some(),
        (None, Some(_)) => false,
    }
}

/// Where an office's figures stand, for what is missing among them.
fn places(positions: &[usize], arrivals: &[Arrival]) -> complete::Tables {
    let files = || positions.iter().filter_map(|at| arrivals.get(*at)).filter(|file| file.reading.rejected.is_none());
    let has_figures =
        |file: &&Arrival| matches!(file.standings, [Some(Standing::Used), ..] | [.., Some(Standing::Used)]);
    let with_figures = || files().filter(has_figures);
    let file = with_figures().next().or_else(|| files().next());
    let lacks = |file: &Arrival| file.reading.table_findings.iter().flatten().any(|f| f.code.as_str() == "S202");
    let is_unordered = |file: &Arrival| {
        matches!(file.standings, [Some(Standing::Unordered(_)), ..] | [.., Some(Standing::Unordered(_))])
    };
    let received = files().filter(|file| file.receipt.at.is_some());
    complete::Tables {
        first: received.min_by_key(|file| file.receipt.at).map(|file| Source::file(&file.reading.path)),
        file: Source::file(&file.map(|file| file.reading.path.clone()).unwrap_or_default()),
        has_figures: files().any(|file| file.reading.figures.is_some() || file.reading.statements.is_some()),
        is_told: files().any(is_unordered) || with_figures().any(lacks),
    }
}

/// Moves what is wrong with a file to the round: its own findings if any of it counts or it was rejected, its
/// tables' findings where the table counts.
fn collect_findings(file: &mut Arrival, findings: &mut Vec<Finding>) {
    let own = std::mem::take(&mut file.reading.findings);
    let of_tables = std::mem::take(&mut file.reading.table_findings);
    let is_used = |standing: &Option<Standing>| *standing == Some(Standing::Used);
    // What a file must not hold is told whether it counts or not.
    let counts = file.reading.rejected.is_some() || file.standings.iter().any(is_used);
    findings.extend(own.into_iter().filter(|finding| counts || finding.code.as_str() == "S221"));
    for (of_table, standing) in of_tables.into_iter().zip(&file.standings) {
        if is_used(standing) {
            findings.extend(of_table);
        }
    }
}

/// Says what became of a file, and takes back the use of tables that do not count.
fn finish(file: Arrival) -> (FileReading, Fate) {
    let Arrival { mut reading, receipt, standings } = file;
    reading.receipt = receipt;
    if let Some(code) = &reading.rejected {
        let reason = Some(format!("rejected-{code}"));
        return (reading, Fate { used: false, superseded: false, reason });
    }
    if standings.iter().flatten().any(|standing| *standing == Standing::Used) {
        for (standing, used) in standings.iter().zip(&mut reading.used_by_table) {
            if standing.is_some_and(|standing| standing != Standing::Used) {
                reading.cells.used -= *used;
                *reading.cells.ignored.entry(IgnoredReason::Superseded).or_default() += *used;
                *used = 0;
            }
        }
        return (reading, Fate { used: true, superseded: false, reason: None });
    }
    reading.cells.ignore_all(IgnoredReason::Superseded);
    reading.used_by_table = [0; 4];
    let reason = match standings.iter().flatten().max() {
        Some(Standing::Unordered(_)) => "file-unordered",
        Some(Standing::Superseded(_)) => "file-superseded",
        _ => "file-duplicate",
    };
    let superseded = reason == "file-superseded";
    (reading, Fate { used: false, superseded, reason: Some(reason.to_owned()) })
}
