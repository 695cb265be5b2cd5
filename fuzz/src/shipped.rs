//! The plan of this repository.

use cchc::plan::PlanFile;

/// Its files.
pub fn plan_files() -> Vec<PlanFile> {
    let file = |name: &str, text: &str| PlanFile { name: format!("{name}.toml"), text: text.to_owned() };
    vec![
        file("plan", include_str!("../../input/plan/plan.toml")),
        file("elements", include_str!("../../input/plan/elements.toml")),
        file("indicators", include_str!("../../input/plan/indicators.toml")),
        file("tasks", include_str!("../../input/plan/tasks.toml")),
        file("rules", include_str!("../../input/plan/rules.toml")),
        file("statements", include_str!("../../input/plan/statements.toml")),
        file("annex", include_str!("../../input/plan/annex.toml")),
    ]
}
