//! Indicators of the plan and their assessment.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Formula, IndicatorId, Number, OfficeId, Source};
use crate::model::ElementId;

/// An indicator: what is measured and against which target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Such as `I6_SOHOA`.
    pub id: IndicatorId,
    /// Clause of the plan, such as `II.6d`.
    pub clause: String,
    /// Official wording.
    pub name: String,
    /// What is counted.
    pub numerator: Formula,
    /// What it is held against, if it is a rate.
    pub denominator: Option<Formula>,
    /// Which column is read.
    pub measure: Measure,
    /// `%` for a rate in points.
    pub unit: String,
    /// Whether it is judged each period or at the year's end.
    pub due: Due,
    /// The office that answers for it.
    pub lead: Option<OfficeId>,
    /// What must be reached; `None` is shown, not judged.
    pub target: Option<Target>,
}

impl Indicator {
    /// The numbers that its value must not be mistaken for: 0, 100 and the target.
    pub fn anchors(&self) -> Vec<Number> {
        let mut anchors = vec![Number::zero(), Number::hundred()];
        if let Some(Target::Value { value, .. }) = &self.target
            && !anchors.contains(value)
        {
            anchors.push(value.clone());
        }
        anchors
    }
}

/// The column of the form that a figure stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// "Kỳ này"
    #[default]
    Period,
    /// "Lũy kế"
    Cumulative,
}

/// When an indicator is judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Due {
    /// In every period.
    #[default]
    Period,
    /// In the plan's last period of kind "year".
    Year,
}

/// What an indicator must reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A number to compare with.
    Value {
        /// How to compare.
        op: TargetOp,
        /// The number.
        value: Number,
    },
    /// A movement against an earlier value.
    Trend {
        /// Which way is better.
        direction: Direction,
        /// The base, where the plan sets one; else the period before.
        baseline: Option<Number>,
    },
}

/// How a value compares with its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TargetOp {
    /// `>=`
    #[serde(rename = ">=")]
    AtLeast,
    /// `<=`
    #[serde(rename = "<=")]
    AtMost,
    /// `==`
    #[serde(rename = "==")]
    Equal,
    /// `>`
    #[serde(rename = ">")]
    Above,
    /// `<`
    #[serde(rename = "<")]
    Below,
}

impl fmt::Display for TargetOp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::AtLeast => "≥",
            Self::AtMost => "≤",
            Self::Equal => "=",
            Self::Above => ">",
            Self::Below => "<",
        })
    }
}

/// Which way a trend should go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
}

/// How an indicator stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum IndicatorStatus {
    /// The target is reached.
    Met,
    /// The target is missed.
    NotMet,
    /// An annual target before the year's end.
    InProgress,
    /// A figure it needs is unknown.
    NoData,
    /// 0/0: nothing to measure.
    NotApplicable,
    /// A trend that went the right way.
    Improved,
    /// A trend that went the wrong way.
    Worsened,
    /// A trend that did not move.
    Unchanged,
    /// A trend with nothing to compare with.
    NoBaseline,
    /// An indicator without a target.
    Shown,
}

/// A value with the pair it was computed from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rate {
    /// The numerator, if known.
    pub numerator: Option<Number>,
    /// The denominator, if known and if there is one.
    pub denominator: Option<Number>,
    /// The value in the indicator's unit, exact, if known.
    pub value: Option<Number>,
}

/// An indicator as assessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorResult {
    /// The indicator.
    pub indicator: Indicator,
    /// Value and pair.
    pub rate: Rate,
    /// As printed, with its pair: `98,17% (2.305/2.348)`; `–` where there is no value.
    pub printed: String,
    /// The value alone as printed, cut to its own side of target, 0 and 100: `98.17`.
    pub shown: Option<Number>,
    /// What a trend was compared with.
    pub baseline: Option<Number>,
    /// How it stands.
    pub status: IndicatorStatus,
    /// Whether something other than zero was divided by zero.
    pub divided_by_zero: bool,
    /// Why there is no value, in Vietnamese, naming the offices.
    pub reason: Option<String>,
    /// What came, where not everything did; never judged.
    pub partial: Option<Partial>,
    /// Each office's share of the pair.
    pub by_office: Vec<OfficeShare>,
    /// Every cell that went in.
    pub sources: Vec<(OfficeId, ElementId, Source)>,
}

/// An incomplete value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partial {
    /// The pair over the offices that reported.
    pub rate: Rate,
    /// How many offices reported all that is needed.
    pub reported: usize,
    /// How many should have.
    pub expected: usize,
}

/// One office's share of an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeShare {
    /// The office.
    pub office: OfficeId,
    /// Its numerator, if known.
    pub numerator: Option<Number>,
    /// Its denominator, if known.
    pub denominator: Option<Number>,
}
