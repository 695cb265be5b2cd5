//! Why a figure could not be held against dossiers, in words.

use super::Catalog;
use crate::model::{Plan, ReconciliationGap as Gap};

impl Catalog {
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
