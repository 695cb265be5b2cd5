//! T708: a submission that replaced an earlier one says something else than that, and does not say why.

use super::Context;
use crate::model::{Change, Finding, OfficeId, Plan, Severity, Source, Spot};

/// One finding an office, with every cell concerned.
pub(super) fn check(context: &Context<'_>) -> Vec<Finding> {
    context.changes.iter().filter_map(|(office, changes)| unexplained(context.plan, office, changes)).collect()
}

fn unexplained(plan: &Plan, office: &OfficeId, changes: &[Change]) -> Option<Finding> {
    let changes: Vec<&Change> = changes.iter().filter(|change| change.unexplained).collect();
    let first = changes.first()?;
    let mut cells = changes.iter().filter_map(|change| place(change));
    let finding = Finding::new("T708", Severity::Warning).office(office).at_opt(cells.next()).related(cells);
    let finding = finding.arg("office", plan.office_name(office)).arg("count", changes.len().to_string());
    Some(finding.arg("first", name(plan, &first.spot)))
}

/// The cell as it is now; the one that was there, where nothing stands in its place.
fn place(change: &Change) -> Option<Source> {
    change.after.source.clone().or_else(|| change.before.source.clone())
}

/// `Số hồ sơ tiếp nhận – Kỳ này`
fn name(plan: &Plan, spot: &Spot) -> String {
    match spot {
        Spot::Figure(id, column) => {
            let name = plan.element(id.as_str()).map_or(id.as_str(), |element| &element.name);
            format!("{name} – {column}")
        }
        Spot::Task(id, column) => format!("{id} – {column}"),
        Spot::Section(section) => section.key().to_owned(),
        Spot::Info(label) => (*label).to_owned(),
    }
}
