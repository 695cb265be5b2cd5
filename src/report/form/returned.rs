//! An office's form sent back: what was understood of its submission, with everything that is wrong in its place.

use std::collections::BTreeMap;

use super::review::{self, Item, Verdict, review};
use super::spot::Spot;
use super::{Form, Mark, form, understood};
use crate::model::{Figure, Office, OfficeId, Results, Submission, Worded};
use crate::text::Catalog;

/// What a run has to say, by office.
#[derive(Debug)]
pub struct Returns<'a> {
    results: &'a Results,
    findings: BTreeMap<&'a OfficeId, Vec<&'a Worded>>,
    before: BTreeMap<&'a OfficeId, &'a [Figure]>,
}

impl<'a> Returns<'a> {
    /// The returns of these results.
    pub fn of(results: &'a Results) -> Self {
        let mut findings: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for worded in &results.findings {
            if let Some(office) = &worded.finding.office {
                findings.entry(office).or_default().push(worded);
            }
        }
        let offices = results.figures_before.chunk_by(|one, other| one.office == other.office);
        let before = offices.filter_map(|figures| Some((&figures.first()?.office, figures))).collect();
        Self { results, findings, before }
    }

    /// The form of an office as understood, ready to be mended and sent again. `version` is the version of its form.
    pub fn form(&self, office: &'a Office, version: &str, catalog: &Catalog) -> Form<'a> {
        let results = self.results;
        let nothing = Submission::default();
        let submission = results.submissions.get(&office.id).unwrap_or(&nothing);
        let review = review(results, office, submission, self.findings_of(office), catalog);
        let before = self.before.get(&office.id).copied().unwrap_or_default();
        let mut fill = understood::fill(&results.plan, office, submission, before);
        fill.marks = marks(&review.items);
        Form { review: Some(review), ..form(&results.plan, &results.period, office, version, &fill) }
    }

    /// How the submission of an office stands, in the words that head its form.
    pub fn verdict(&self, office: &Office, catalog: &Catalog) -> Verdict {
        review::verdict(self.results, office, self.findings_of(office), catalog)
    }

    fn findings_of(&self, office: &Office) -> &[&'a Worded] {
        self.findings.get(&office.id).map(Vec::as_slice).unwrap_or_default()
    }
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
