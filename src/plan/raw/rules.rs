//! `rules.toml` as written.

use serde::Deserialize;
use toml::Spanned;
use toml::de::DeValue;

use super::value::word;
use super::{Field, FileShape, FromToml, Keys};
use crate::model::{Formula, MissingPolicy, Number, RuleOp, Severity};
use crate::plan::problem::Inspection;

/// The whole file.
#[derive(Debug, Default)]
pub(crate) struct RawRules(pub(crate) Vec<RawRule>);

impl FileShape for RawRules {
    fn read(keys: &mut Keys<'_, '_>) -> Self {
        Self(keys.list("rule"))
    }
}

/// `[[rule]]`
#[derive(Debug)]
pub(crate) struct RawRule {
    pub(crate) code: Field<String>,
    pub(crate) name: Option<String>,
    pub(crate) left: Field<Formula>,
    pub(crate) op: Option<RuleOp>,
    pub(crate) right: Field<Formula>,
    pub(crate) severity: Option<Severity>,
    pub(crate) missing: Option<MissingPolicy>,
    pub(crate) tolerance: Field<Number>,
    pub(crate) state: Option<RawState>,
    pub(crate) fix: Option<String>,
}

impl FromToml for RawRule {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self {
            code: keys.required("code"),
            name: keys.required("name"),
            left: keys.required("left"),
            op: keys.required("op"),
            right: keys.required("right"),
            severity: keys.optional("severity"),
            missing: keys.optional("missing"),
            tolerance: keys.optional("tolerance"),
            state: keys.optional("state"),
            fix: keys.optional("fix"),
        })
    }
}

/// `state`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum RawState {
    Active,
    Trial,
}

impl FromToml for RawState {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        word(value, at)
    }
}
