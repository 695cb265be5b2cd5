//! How a cell follows from other cells, for formats that compute.

use super::Tone;
use crate::model::{BinaryOp, Number, TargetOp};

/// How a cell follows from others. What reads an unknown cell is unknown, and says `–`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// A number as it is.
    Number(Number),
    /// What one cell holds.
    Cell(Cells),
    /// The sum of some cells, "không phát sinh" being 0; unknown while one of them is, or all are empty.
    Sum(Cells),
    /// The largest of them, known as their sum is.
    Largest(Cells),
    /// How many of them say one of these words; `*` at a word's end stands for anything.
    Count(Cells, Vec<&'static str>),
    /// Unary minus.
    Negate(Box<Formula>),
    /// Two operands joined.
    Binary(Box<Formula>, BinaryOp, Box<Formula>),
    /// A quotient as it is printed.
    Cut(Box<Cut>),
    /// Whether a value reaches its target, in words.
    Outcome(Box<Outcome>),
}

/// Cells that a formula reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cells {
    /// Those under this name among the tables' areas.
    Named(String),
    /// The one in this column of the formula's own row, from zero.
    Beside(usize),
}

/// `factor × numerator / denominator`, with two decimals, and never shown as an anchor that it differs from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// What is divided.
    pub numerator: Formula,
    /// What it is divided by.
    pub denominator: Formula,
    /// 100 for a percentage, 1 for a plain quotient.
    pub factor: Number,
    /// Numbers that an unequal value is never shown as: target, 0, 100.
    pub anchors: Vec<Number>,
}

/// How `factor × numerator / denominator` stands to a target, compared before anything is rounded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What is divided.
    pub numerator: Formula,
    /// What it is divided by; `None` where the numerator is the value.
    pub denominator: Option<Formula>,
    /// 100 for a percentage, 1 for any other value.
    pub factor: Number,
    /// How the value must stand to the target.
    pub op: TargetOp,
    /// The target.
    pub target: Number,
    /// What is said where it does so, and where it does not.
    pub reached: [(&'static str, Tone); 2],
    /// What is said of 0/0, and of anything else divided by 0.
    pub undefined: [&'static str; 2],
    /// What is said while the value is not known.
    pub unknown: String,
}

impl Formula {
    /// The cells under this name of a table's areas.
    pub fn named(name: impl Into<String>) -> Self {
        Self::Cell(Cells::Named(name.into()))
    }

    /// The cell in this column of the formula's own row, from zero.
    pub fn beside(column: usize) -> Self {
        Self::Cell(Cells::Beside(column))
    }

    /// Two operands joined.
    #[must_use]
    pub fn join(self, op: BinaryOp, other: Self) -> Self {
        Self::Binary(Box::new(self), op, Box::new(other))
    }

    /// The words it may come to say, with their tones.
    pub fn words(&self) -> &[(&'static str, Tone)] {
        match self {
            Self::Outcome(outcome) => &outcome.reached,
            _ => &[],
        }
    }
}
