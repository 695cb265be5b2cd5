//! An office's form sent back: what was understood of its submission, with everything that is wrong in its place.

use std::collections::BTreeMap;

use super::review::{Item, review};
use super::spot::Spot;
use super::{Form, Mark, form, understood};
use crate::model::{Office, Results, Submission};
use crate::text::Catalog;

/// The form of this office as understood, ready to be mended and sent again. `version` is the version of its form.
pub fn returned<'a>(results: &'a Results, office: &'a Office, version: &str, catalog: &Catalog) -> Form<'a> {
    let nothing = Submission::default();
    let submission = results.submissions.get(&office.id).unwrap_or(&nothing);
    let review = review(results, office, submission, catalog);
    let mut fill = understood::fill(&results.plan, office, submission, &results.figures_before);
    fill.marks = marks(&review.items);
    Form { review: Some(review), ..form(&results.plan, &results.period, office, version, &fill) }
}

/// What is wrong in each cell; the items come with the gravest first.
fn marks(items: &[Item]) -> BTreeMap<Spot, Mark> {
    let mut marks: BTreeMap<Spot, Mark> = BTreeMap::new();
    for (number, item) in items.iter().enumerate() {
        let Some(severity) = item.severity else { continue };
        let note = format!("{}: {}\n{}", item.level, item.what, item.how).trim_end().to_owned();
        for spot in &item.spots {
            let first = || Mark { severity, notes: Vec::new(), item: number };
            let mark = marks.entry(spot.clone()).or_insert_with(first);
            if !mark.notes.contains(&note) {
                mark.notes.push(note.clone());
            }
        }
    }
    marks
}
