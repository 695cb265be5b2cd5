//! A cell of a form: what it is for and what stands in it.

use chrono::NaiveDate;

use crate::model::{ElementKind, Expr, Number, Severity};

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Whether the office writes here; other cells are printed by the form.
    pub entry: bool,
    /// What belongs here.
    pub holds: Holds,
    /// The words to choose from, where only some will do.
    pub choices: Vec<String>,
    /// What stands here.
    pub value: Value,
    /// What is wrong with what stands here.
    pub mark: Option<Mark>,
}

/// What is wrong with a cell of a form that was sent back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The gravest of its findings.
    pub severity: Severity,
    /// What is wrong and what to do, one text a finding.
    pub notes: Vec<String>,
    /// The first of its items in the list of what is to be mended, from zero.
    pub item: usize,
}

/// What belongs in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holds {
    /// An id, for programs rather than people.
    Code,
    /// A word or a few, such as a unit, a number or a status.
    Word,
    /// Text of any length.
    Prose,
    /// A date.
    Date,
    /// A figure of this kind.
    Figure(ElementKind),
}

/// What stands in a cell. A text that looks like a number stays a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    #[default]
    Blank,
    /// A number.
    Number(Number),
    /// A day.
    Date(NaiveDate),
    /// A text.
    Text(String),
    /// What the form computes from its own cells, and what that comes to at present.
    Computed(Expr, Option<Number>),
}

impl Value {
    /// A text; an empty one is nothing.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Blank } else { Self::Text(text) }
    }

    /// Whether nothing stands there.
    pub fn is_blank(&self) -> bool {
        *self == Self::Blank
    }
}

impl Cell {
    /// A cell that the office fills in.
    pub(super) fn entry(holds: Holds, value: Value) -> Self {
        Self { entry: true, holds, choices: Vec::new(), value, mark: None }
    }

    /// Offers these words only.
    pub(super) fn one_of(mut self, choices: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.choices = choices.into_iter().map(Into::into).collect();
        self
    }

    /// A cell printed by the form.
    pub(super) fn printed(holds: Holds, value: Value) -> Self {
        Self { entry: false, holds, choices: Vec::new(), value, mark: None }
    }

    /// A name or a title printed by the form.
    pub(super) fn label(text: impl Into<String>) -> Self {
        Self::printed(Holds::Prose, Value::text(text))
    }

    /// A word printed by the form.
    pub(super) fn word(text: impl Into<String>) -> Self {
        Self::printed(Holds::Word, Value::text(text))
    }

    /// An id printed by the form.
    pub(super) fn code(text: impl Into<String>) -> Self {
        Self::printed(Holds::Code, Value::text(text))
    }
}
