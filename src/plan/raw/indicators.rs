//! `indicators.toml` as written.

use toml::Spanned;
use toml::de::DeValue;

use super::{Field, FileShape, FromToml, Keys};
use crate::model::{Direction, Due, Formula, IndicatorId, Measure, Number, OfficeId, TargetOp};
use crate::plan::codes;
use crate::plan::problem::Inspection;

/// The whole file.
#[derive(Debug, Default)]
pub(crate) struct RawIndicators(pub(crate) Vec<RawIndicator>);

impl FileShape for RawIndicators {
    fn read(keys: &mut Keys<'_, '_>) -> Self {
        Self(keys.list("indicator"))
    }
}

/// `[[indicator]]`
#[derive(Debug)]
pub(crate) struct RawIndicator {
    pub(crate) id: Field<IndicatorId>,
    pub(crate) clause: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) numerator: Field<Formula>,
    /// Whether it is a rate, be its denominator readable or not.
    pub(crate) is_rate: bool,
    pub(crate) denominator: Field<Formula>,
    pub(crate) measure: Option<Measure>,
    pub(crate) unit: Option<String>,
    pub(crate) due: Option<Due>,
    pub(crate) lead: Field<OfficeId>,
    pub(crate) target: Field<RawTarget>,
}

impl FromToml for RawIndicator {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self {
            id: keys.id(),
            clause: keys.required("clause"),
            name: keys.required("name"),
            numerator: keys.required("numerator"),
            is_rate: keys.has("denominator"),
            denominator: keys.optional("denominator"),
            measure: keys.optional("measure"),
            unit: keys.optional("unit"),
            due: keys.optional("due"),
            lead: keys.optional("lead"),
            target: keys.optional("target"),
        })
    }
}

/// `target`: a number to reach or a way to go.
#[derive(Debug)]
pub(crate) enum RawTarget {
    Value {
        op: Option<TargetOp>,
        value: Option<Number>,
    },
    Trend {
        direction: Option<Direction>,
        baseline: Option<Number>,
    },
    /// Neither or both, which has been noted.
    Unclear,
}

impl FromToml for RawTarget {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| {
            let to_reach = keys.has("op") || keys.has("value");
            let to_go = keys.has("trend") || keys.has("baseline");
            match (to_reach, to_go) {
                (true, false) => Self::Value { op: keys.required("op"), value: keys.required("value") },
                (false, true) => Self::Trend { direction: keys.required("trend"), baseline: keys.optional("baseline") },
                _ => {
                    keys.at.problem(codes::TARGET, keys.span.clone());
                    keys.optional::<TargetOp>("op");
                    keys.optional::<Number>("value");
                    keys.optional::<Direction>("trend");
                    keys.optional::<Number>("baseline");
                    Self::Unclear
                }
            }
        })
    }
}
