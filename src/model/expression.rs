//! Expressions over data elements, as the plan writes them and as a tree.

use std::fmt;

use super::{ElementId, Number};

/// An expression of the plan: the text an officer sees and the tree that is evaluated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    /// As written in the plan.
    pub text: String,
    /// As understood.
    pub expr: Expr,
}

/// The tree of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expr {
    /// A decimal number.
    Number(Number),
    /// A data element in the column under consideration.
    Element(ElementId),
    /// A data element, same column, one period earlier.
    Previous(ElementId),
    /// A count over the plan's tasks.
    Tasks(TaskCount),
    /// Unary minus.
    Negate(Box<Expr>),
    /// Two operands joined.
    Binary(Box<Expr>, BinaryOp, Box<Expr>),
}

/// The four operations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOp {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
}

impl fmt::Display for BinaryOp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
        })
    }
}

/// What `tasks.…` counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaskCount {
    /// Every task of the plan.
    Total,
    /// Completed, on time or late.
    Done,
    /// Completed on time.
    DoneOnTime,
    /// Due and not completed.
    Overdue,
}
