//! What offices had sent before: every submission that a later one replaced, judged as if it still counted, and what
//! became of it.

use std::collections::{BTreeMap, BTreeSet};
use std::iter;
use std::mem;
use std::sync::Arc;

use super::Inputs;
use crate::assess::{self, Books, Version};
use crate::intake::{self, Reader};
use crate::model::{
    Change, Difference, FileReading, Finding, IndicatorResult, MOST_REVISIONS, OfficeId, Period, Plan, Receipt,
    Results, Round, Sent, Submission, Worded,
};
use crate::text::{Catalog, Lang};

/// What the reported period's `round` replaced, then what that had replaced, and so on: in each round only those
/// offices that sent more than what came later. Nothing is read again where nothing was replaced.
pub(super) fn earlier(plan: &Plan, period: &Period, inputs: &Inputs, reader: &Reader<'_>, round: &Round) -> Vec<Round> {
    let Some(given) = inputs.rounds.get(&period.id) else { return Vec::new() };
    let mut left = replaced(round);
    if left.is_empty() {
        return Vec::new();
    }
    let files: Vec<_> = given.files.iter().filter(|file| left.contains(&file.path)).collect();
    let readings: Vec<FileReading> = files.into_iter().map(|file| reader.read(Some(period), file)).collect();
    let mut rounds = Vec::new();
    while !left.is_empty() && rounds.len() < MOST_REVISIONS {
        let files = readings.iter().filter(|reading| left.contains(&reading.path)).cloned().collect();
        let mut round = intake::combine(plan, period, files, given.beside(), false);
        name_files(&mut round);
        left = replaced(&round);
        rounds.push(round);
    }
    rounds
}

/// The other files of offices of which a file replaced another: what would count without it.
fn replaced(round: &Round) -> BTreeSet<Arc<str>> {
    let mut newer: BTreeMap<&OfficeId, BTreeSet<&str>> = BTreeMap::new();
    for finding in round.findings.iter().filter(|finding| finding.code.as_str() == "I108") {
        if let Some(office) = &finding.office {
            newer.entry(office).or_default().extend(finding.related.iter().map(|source| &*source.file));
        }
    }
    let was = |reading: &&FileReading| {
        let newer = reading.office.as_ref().and_then(|office| newer.get(office));
        newer.is_some_and(|newer| !newer.contains(&*reading.path))
    };
    round.files.iter().map(|(reading, _)| reading).filter(was).map(|reading| Arc::clone(&reading.path)).collect()
}

/// Of versions without order none counts, but they are what was replaced.
fn name_files(round: &mut Round) {
    for (office, submission) in round.submissions.iter_mut().filter(|(_, submission)| submission.sent.is_empty()) {
        let own = round.files.iter().map(|(reading, _)| reading).filter(|file| file.office.as_ref() == Some(office));
        submission.sent = own.map(|file| Sent::of(file, &Receipt::default())).collect();
    }
}

/// What the submissions that count say otherwise than those they replaced.
pub(super) fn changes(plan: &Plan, round: &Round, earlier: &[Round]) -> BTreeMap<OfficeId, Vec<Change>> {
    let replaced = earlier.first().into_iter().flat_map(|earlier| &earlier.submissions);
    let changes = |(office, before): (&OfficeId, &Submission)| {
        Some((office.clone(), assess::changes(plan, before, round.submissions.get(office)?)))
    };
    replaced.filter_map(changes).collect()
}

/// A submission that was replaced, with the findings about its office.
struct Replaced {
    submission: Submission,
    findings: Vec<Worded>,
}

impl Replaced {
    fn with<'a>(&'a self, indicators: &'a [IndicatorResult]) -> Version<'a> {
        Version { submission: &self.submission, indicators, findings: self.findings.iter().collect() }
    }
}

/// Every step from one version of an office to the next, the latest first. The last of `rounds` is the reported one.
pub(super) fn compare(
    inputs: &Inputs,
    rounds: &mut Vec<(&Period, Round)>,
    earlier: Vec<Round>,
    results: &Results,
) -> BTreeMap<OfficeId, Vec<Difference>> {
    if earlier.is_empty() {
        return BTreeMap::new();
    }
    let replaced = judged(inputs, rounds, earlier, results);
    let mut books = Books::open(&results.plan, rounds);
    let now = rounds.last().map(|(_, round)| &round.submissions);
    let steps = |(office, versions): (OfficeId, Vec<Replaced>)| {
        let current = now?.get(&office)?;
        let steps = steps(results, &mut books, &office, current, &versions);
        books.exchange(&office, current);
        Some((office, steps))
    };
    replaced.into_iter().filter_map(steps).collect()
}

/// The replaced submissions by office, the latest first.
fn judged(
    inputs: &Inputs,
    rounds: &mut Vec<(&Period, Round)>,
    earlier: Vec<Round>,
    results: &Results,
) -> BTreeMap<OfficeId, Vec<Replaced>> {
    let mut replaced: BTreeMap<OfficeId, Vec<Replaced>> = BTreeMap::new();
    let catalog = Catalog::of(inputs.lang);
    for mut round in earlier {
        // For as long as it is judged it stands in the place of the round that counts.
        exchange(rounds, &mut round);
        let found = super::judge(&results.plan, rounds, &BTreeMap::new(), None, true, catalog).found;
        exchange(rounds, &mut round);
        let mut findings = by_office(round.findings.into_iter().chain(found), catalog);
        for (office, submission) in round.submissions {
            let findings = findings.remove(&office).unwrap_or_default();
            replaced.entry(office).or_default().push(Replaced { submission, findings });
        }
    }
    replaced
}

fn exchange(rounds: &mut [(&Period, Round)], round: &mut Round) {
    if let Some((_, last)) = rounds.last_mut() {
        mem::swap(last, round);
    }
}

fn by_office(findings: impl Iterator<Item = Finding>, catalog: &Catalog) -> BTreeMap<OfficeId, Vec<Worded>> {
    let mut of: BTreeMap<OfficeId, Vec<Worded>> = BTreeMap::new();
    for finding in findings {
        if let Some(office) = finding.office.clone() {
            of.entry(office).or_default().push(catalog.word(finding));
        }
    }
    of
}

/// The steps of one office. Afterwards its first version stands in the books.
fn steps(
    results: &Results,
    books: &mut Books<'_>,
    office: &OfficeId,
    current: &Submission,
    versions: &[Replaced],
) -> Vec<Difference> {
    let mut indicators = |version: &Replaced| {
        books.exchange(office, &version.submission);
        assess::assess_indicators(books, Catalog::of(Lang::Vi))
    };
    let before: Vec<Vec<IndicatorResult>> = versions.iter().map(&mut indicators).collect();
    let earlier = versions.iter().zip(&before).map(|(version, indicators)| version.with(indicators));
    let all: Vec<Version<'_>> = iter::once(view(results, office, current)).chain(earlier).collect();
    let step = |(after, before): (&Version<'_>, &Version<'_>)| assess::difference(&results.plan, office, before, after);
    all.iter().zip(all.iter().skip(1)).map(step).collect()
}

/// What became of an office's submission between two runs.
pub(super) fn between(before: &Results, after: &Results, office: &OfficeId) -> Difference {
    let nothing = Submission::default();
    let [then, now] = [before, after].map(|results| results.submissions.get(office).unwrap_or(&nothing));
    assess::difference(&after.plan, office, &view(before, office, then), &view(after, office, now))
}

fn view<'a>(results: &'a Results, office: &OfficeId, submission: &'a Submission) -> Version<'a> {
    let about = |worded: &&Worded| worded.finding.office.as_ref() == Some(office);
    Version { submission, indicators: &results.indicators, findings: results.findings.iter().filter(about).collect() }
}
