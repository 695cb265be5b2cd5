//! Text to TOML values with all syntax errors.

use toml::Spanned;
use toml::de::DeTable;

use crate::plan::codes;
use crate::plan::problem::Inspection;

/// Parses as much as can be parsed.
pub(super) fn parse<'a>(at: &mut Inspection<'a>) -> Spanned<DeTable<'a>> {
    let (root, errors) = DeTable::parse_recoverable(at.text);
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let description = error.message().split(", expected ").next().unwrap_or_default();
        if description == "invalid date" {
            let written = at.text.get(span.clone()).unwrap_or_default();
            at.problem(codes::INVALID_DATE, span).arg("value", written);
        } else {
            let key = format!("toml-{}", slug(description));
            at.syntax_error(span).arg("message", error.message()).detail(key);
        }
    }
    root
}

/// A message as a key of the catalogue: its letters, other characters as single hyphens.
fn slug(description: &str) -> String {
    let words = description.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-")
}
