//! Findings of two versions: which were mended, which stayed and which are new.

use std::collections::BTreeSet;

use super::Version;
use crate::model::{Code, Followed, Places, Since, Spot, Worded};

/// Findings that a later version has because it is one.
const OF_VERSIONS: [&str; 4] = ["I107", "I108", "I109", "T708"];

/// What tells findings of two versions apart, whatever cells the files had them in: the code, the cells of the form and,
/// where it concerns none, what it names.
type Key = (Code, Vec<Spot>, String);

/// The findings of `after` in their order, then those that `before` alone has.
pub(super) fn follow(before: &Version<'_>, after: &Version<'_>) -> Vec<Followed> {
    let (then, now) = (keyed(before), keyed(after));
    let known: BTreeSet<&Key> = then.iter().map(|(_, key)| key).collect();
    let left: BTreeSet<&Key> = now.iter().map(|(_, key)| key).collect();
    let present = now.iter().map(|(followed, key)| {
        let since = if known.contains(key) { Since::Still } else { Since::New };
        Followed { since: (!is_of_versions(followed)).then_some(since), ..followed.clone() }
    });
    let mended = then.iter().filter(|(followed, key)| !left.contains(key) && !is_of_versions(followed));
    let mended = mended.map(|(followed, _)| Followed { since: Some(Since::Fixed), ..followed.clone() });
    present.chain(mended).collect()
}

fn is_of_versions(followed: &Followed) -> bool {
    OF_VERSIONS.contains(&followed.worded.finding.code.as_str())
}

fn keyed(version: &Version<'_>) -> Vec<(Followed, Key)> {
    let places = Places::of(version.submission);
    let keyed = |worded: &&Worded| {
        let finding = &worded.finding;
        let spots = places.concerned(finding);
        let named = ["row", "column", "section", "element"].iter().find_map(|name| finding.args.get(name));
        let named = if spots.is_empty() { named.cloned().unwrap_or_default() } else { String::new() };
        // The order of rows in a file is nobody's statement.
        let mut sorted = spots.clone();
        sorted.sort();
        let key = (finding.code.clone(), sorted, named);
        (Followed { worded: (*worded).clone(), spots, since: None }, key)
    };
    version.findings.iter().map(keyed).collect()
}
