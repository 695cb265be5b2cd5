//! Why a figure could not be held against dossiers, in words.

use super::Catalog;
use crate::model::{Plan, Reconciliation, ReconciliationGap as Gap};

impl Catalog {
    /// What could not be checked: each reason once, with the elements it holds for, in plan order.
    pub fn unreconciled<'a>(&self, reconciliation: &'a Reconciliation, plan: &'a Plan) -> Vec<(String, Vec<&'a str>)> {
        let mut reasons: Vec<(String, Vec<&str>)> = Vec::new();
        for measured in reconciliation.measures.iter().filter(|measured| !measured.gaps.is_empty()) {
            let name = plan.element(measured.element.as_str()).map_or(measured.element.as_str(), |known| &known.name);
            let why = self.gaps(&measured.gaps, plan);
            match reasons.iter_mut().find(|(known, _)| *known == why) {
                Some((_, names)) => names.push(name),
                None => reasons.push((why, vec![name])),
            }
        }
        reasons
    }

    /// The reasons, parted by semicolons.
    pub fn gaps(&self, gaps: &[Gap], plan: &Plan) -> String {
        gaps.iter().map(|gap| self.gap(gap, plan)).collect::<Vec<_>>().join("; ")
    }

    fn gap(&self, gap: &Gap, plan: &Plan) -> String {
        match gap {
            Gap::NotClaimed(offices) => {
                let names: Vec<&str> = offices.iter().map(|office| plan.office_name(office)).collect();
                self.with("dossiers-not-claimed", &[("offices", &names.join(", "))])
            }
            Gap::NoCommonFigure => self.get("dossiers-no-common-figure"),
            Gap::NoExport => self.get("dossiers-no-export"),
            Gap::Rejected(file) => self.with("dossiers-rejected", &[("file", file)]),
            Gap::Lacks(file, columns) => {
                self.with("dossiers-lacks", &[("file", file), ("columns", &plan.dossiers.names(columns))])
            }
        }
    }
}
