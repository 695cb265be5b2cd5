//! Expressions inside TOML strings, parsed where they stand.

use toml::Spanned;
use toml::de::DeValue;

use super::value::{FromToml, text};
use crate::expr;
use crate::model::Formula;
use crate::plan::codes;
use crate::plan::problem::Inspection;

impl FromToml for Formula {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        let text = text(value, at)?;
        match expr::parse(text) {
            Ok(expr) => Some(Self { text: text.to_owned(), expr }),
            Err(error) => {
                let span = at.within(&value.span(), text, error.span);
                at.problem(codes::INVALID_EXPRESSION, span).arg("text", text).detail(error.kind.key());
                None
            }
        }
    }
}
