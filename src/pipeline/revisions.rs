//! What offices had sent before: each submission that a later one replaced, judged as if it still counted.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Inputs;
use crate::intake::{self, Reader};
use crate::model::{FileReading, OfficeId, Period, Plan, Results, Revision, Round, Worded};
use crate::text::Catalog;

/// The submissions that were replaced in the reported period, the last of `rounds`, each with its findings.
pub(super) fn judge<'p>(
    plan: &'p Plan,
    inputs: &Inputs,
    reader: &Reader<'_>,
    mut rounds: Vec<(&'p Period, Round)>,
    results: &Results,
) -> BTreeMap<OfficeId, Revision> {
    let newer = replacing(&results.findings);
    let (Some((period, round)), Some(given)) = (rounds.pop(), inputs.rounds.get(&inputs.period)) else {
        return BTreeMap::new();
    };
    let is_earlier = |reading: &FileReading| {
        let newer = reading.office.as_ref().and_then(|office| newer.get(office));
        newer.is_some_and(|newer| !newer.contains(&reading.path))
    };
    let paths: BTreeSet<&str> =
        round.files.iter().map(|(reading, _)| reading).filter(|r| is_earlier(r)).map(|r| &*r.path).collect();
    if paths.is_empty() {
        return BTreeMap::new();
    }
    let files = given.files.iter().filter(|file| paths.contains(&*file.path));
    let readings = files.map(|file| reader.read(Some(period), file)).collect();
    let earlier = intake::combine(plan, period, readings, given.register.as_ref(), given.corrections.as_ref(), false);
    rounds.push((period, earlier));
    let findings = findings(plan, inputs, &rounds);
    let Some((_, earlier)) = rounds.pop() else { return BTreeMap::new() };
    let used: Vec<(OfficeId, Arc<str>)> = earlier
        .files
        .iter()
        .filter(|(_, fate)| fate.used)
        .filter_map(|(reading, _)| Some((reading.office.clone()?, Arc::clone(&reading.path))))
        .collect();
    let revision = |(office, submission)| {
        let of_office = |worded: &&Worded| worded.finding.office.as_ref() == Some(&office);
        let revision = Revision {
            files: used.iter().filter(|(of, _)| *of == office).map(|(_, path)| Arc::clone(path)).collect(),
            findings: findings.iter().filter(of_office).cloned().collect(),
            submission,
        };
        (office, revision)
    };
    earlier.submissions.into_iter().map(revision).collect()
}

/// The files that replaced another of their office.
fn replacing(findings: &[Worded]) -> BTreeMap<OfficeId, BTreeSet<Arc<str>>> {
    let mut newer: BTreeMap<OfficeId, BTreeSet<Arc<str>>> = BTreeMap::new();
    for Worded { finding, .. } in findings.iter().filter(|worded| worded.finding.code.as_str() == "I108") {
        if let Some(office) = &finding.office {
            let files = finding.related.iter().map(|source| Arc::clone(&source.file));
            newer.entry(office.clone()).or_default().extend(files);
        }
    }
    newer
}

fn findings(plan: &Plan, inputs: &Inputs, rounds: &[(&Period, Round)]) -> Vec<Worded> {
    let Some((_, round)) = rounds.last() else { return Vec::new() };
    let catalog = Catalog::of(inputs.lang);
    let found = super::judge(plan, rounds, round, None, true, catalog).found;
    round.findings.iter().cloned().chain(found).map(|finding| catalog.word(finding)).collect()
}
