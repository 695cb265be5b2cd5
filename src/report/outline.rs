//! The outline of the report's text as data: which parts and sections it has, and what stands in each.

use serde::Deserialize;

use crate::model::PeriodKind;
use crate::templates::{TemplateFault, TemplateProblem};

/// The whole outline.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Outline {
    /// Parts in order.
    #[serde(rename = "part")]
    pub(crate) parts: Vec<OutlinePart>,
}

/// A part such as "II. Kết quả …".
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OutlinePart {
    /// Key and anchor.
    pub(crate) id: String,
    /// Heading, a template of its own; empty for the opening.
    #[serde(default)]
    pub(crate) title: String,
    /// The kinds of report that have it; all where empty.
    #[serde(default)]
    pub(crate) kinds: Vec<PeriodKind>,
    /// What stands before its first section.
    #[serde(default)]
    pub(crate) pieces: Vec<Piece>,
    /// Its sections.
    #[serde(default, rename = "section")]
    pub(crate) sections: Vec<OutlineSection>,
}

/// A section such as "2. Cải cách thủ tục hành chính"; left out while nothing stands in it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OutlineSection {
    /// Heading, a template of its own.
    pub(crate) title: String,
    /// The kinds of report that have it; all where empty.
    #[serde(default)]
    pub(crate) kinds: Vec<PeriodKind>,
    /// What stands in it, in order.
    pub(crate) pieces: Vec<Piece>,
}

/// Something that stands in a section.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Piece {
    /// A template of this folder, one paragraph a line.
    Sentence(String),
    /// `tasks.hbs` for each reform area whose `section` in the plan is this one.
    Tasks(String),
    /// `indicator.hbs` for each indicator under these clauses of the plan.
    Indicators(Vec<String>),
    /// `figure.hbs` for each row of a statistics form under this number.
    Figures(Figures),
    /// The offices' own text.
    Narrative(Texts),
    /// The short table of all indicators.
    IndicatorTable(String),
}

/// Rows of a statistics form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Figures {
    /// The form's id.
    pub(crate) form: String,
    /// A number in it; rows numbered below it follow.
    pub(crate) no: String,
}

/// Which texts of the offices stand in a section.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Texts {
    /// The `section` of a reform area, or `limitations`, `causes`, `next_steps`, `proposals`, `plan_changes`.
    pub(crate) of: String,
    /// Only from these offices.
    pub(crate) only: Option<Vec<String>>,
    /// Not from these offices.
    #[serde(default)]
    pub(crate) except: Vec<String>,
    /// Whether nothing at all stands there when there is no text.
    #[serde(default)]
    pub(crate) optional: bool,
}

impl Outline {
    /// Reads the outline.
    pub(crate) fn parse(file: &str, text: &str) -> Result<Self, TemplateFault> {
        toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
            TemplateFault {
                file: file.to_owned(),
                line,
                column,
                problem: TemplateProblem::Syntax(error.message().to_owned()),
            }
        })
    }
}

/// Whether a part of these kinds stands in a report of this kind.
pub(crate) fn is_of(kinds: &[PeriodKind], kind: PeriodKind) -> bool {
    kinds.is_empty() || kinds.contains(&kind)
}

/// Whether `number` is `key` or stands below it: `II.6d` and `II.6.1` stand below `II.6`, `II.60` does not.
pub(crate) fn is_under(number: &str, key: &str) -> bool {
    number.strip_prefix(key).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::is_under;

    #[test]
    fn numbers_stand_below_their_key_only() {
        for (number, key, under) in [
            ("II.6d", "II.6", true),
            ("2.1", "2", true),
            ("2", "2", true),
            ("II.10", "II.1", false),
            ("1.2", "2", false),
        ] {
            assert_eq!(is_under(number, key), under, "{number} under {key}");
        }
    }
}
