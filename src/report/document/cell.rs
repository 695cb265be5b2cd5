//! A cell: what it says, its tone, and where it comes from or leads to.

use std::sync::Arc;

use super::Formula;
use crate::model::{Number, Source};

/// A cell: what it says, its tone, and where it comes from or leads to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What it says.
    pub content: Content,
    /// Colour with a meaning; the words say the same.
    pub tone: Tone,
    /// Level of indent, for sub-rows.
    pub indent: u8,
    /// Where it comes from and leads to, for the few cells that say so.
    reference: Option<Box<Reference>>,
}

/// What a cell says.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Content {
    /// Nothing.
    #[default]
    Empty,
    /// Text; never a formula.
    Text(Arc<str>),
    /// A number, with at most so many decimals, trailing zeros dropped.
    Number {
        /// Exact value.
        value: Number,
        /// Most decimals to show.
        places: u8,
        /// Whether it counts percentage points, shown with their sign.
        percent: bool,
    },
    /// A value computed from two other cells of the row; the workbook holds it as a formula with this result.
    /// Boxed like the bar: a city's lists hold over a million cells, nearly all of them texts and numbers.
    Rate(Box<Quotient>),
    /// A bar with a mark at the target; the page draws it, the workbook shows nothing.
    Bar(Box<Bar>),
}

/// A value computed from two other cells of its row.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotient {
    /// The value as shown, already cut to its own side.
    pub shown: Number,
    /// Column of the numerator, from zero.
    pub numerator: usize,
    /// Column of the denominator, from zero.
    pub denominator: usize,
    /// 100 for a percentage, 1 for a plain quotient.
    pub factor: Number,
    /// Numbers that an unequal value is never shown as: target, 0, 100.
    pub anchors: Vec<Number>,
    /// `%` or another unit, shown after the number on the page.
    pub unit: String,
}

/// A bar from 0 to `full`.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The value.
    pub value: Number,
    /// The mark.
    pub target: Option<Number>,
    /// The right end of the scale.
    pub full: Number,
    /// The same in words, for those who do not see it.
    pub label: String,
}

/// A colour with a meaning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// None.
    #[default]
    Plain,
    /// Reached, accepted.
    Good,
    /// Needs a look.
    Warn,
    /// Missed, wrong.
    Bad,
    /// Unknown, not judged.
    Muted,
}

/// Where a cell comes from and leads to.
#[derive(Clone, Debug, Default, PartialEq)]
struct Reference {
    sources: Box<[Source]>,
    link: Option<Box<str>>,
    formula: Option<Arc<Formula>>,
    derivation: Box<[String]>,
}

impl Cell {
    /// A cell of this content.
    pub fn of(content: Content) -> Self {
        Self { content, ..Self::default() }
    }

    /// A cell of text.
    pub fn text(text: impl AsRef<str>) -> Self {
        let text = text.as_ref();
        let content = if text.is_empty() { Content::Empty } else { Content::Text(Arc::from(text)) };
        Self { content, ..Self::default() }
    }

    /// A cell of text that is shared with others.
    pub fn shared(text: &Arc<str>) -> Self {
        Self { content: Content::Text(Arc::clone(text)), ..Self::default() }
    }

    /// A number with at most so many decimals; an unknown one is a dash.
    pub fn number(value: Option<&Number>, places: u8) -> Self {
        match value {
            Some(value) => {
                Self { content: Content::Number { value: value.clone(), places, percent: false }, ..Self::default() }
            }
            None => Self::text("–").tone(Tone::Muted),
        }
    }

    /// Shows a number with this unit, if it is the percent sign; other units have a column of their own.
    #[must_use]
    pub fn in_unit(mut self, unit: &str) -> Self {
        if let Content::Number { percent, .. } = &mut self.content {
            *percent = unit == "%";
        }
        self
    }

    /// Gives it a tone.
    #[must_use]
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// Indents it.
    #[must_use]
    pub fn indent(mut self, indent: u8) -> Self {
        self.indent = indent;
        self
    }

    /// Says where it comes from.
    #[must_use]
    pub fn from_sources(mut self, sources: Vec<Source>) -> Self {
        if !sources.is_empty() {
            self.reference.get_or_insert_default().sources = sources.into();
        }
        self
    }

    /// Lets it lead to an anchor of this document.
    #[must_use]
    pub fn to_anchor(mut self, anchor: impl Into<String>) -> Self {
        self.reference.get_or_insert_default().link = Some(anchor.into().into());
        self
    }

    /// Says how it follows from other cells of the document.
    #[must_use]
    pub fn computed(mut self, formula: impl Into<Arc<Formula>>) -> Self {
        self.reference.get_or_insert_default().formula = Some(formula.into());
        self
    }

    /// The same where it does.
    #[must_use]
    pub fn computed_by(self, formula: Option<Formula>) -> Self {
        match formula {
            Some(formula) => self.computed(formula),
            None => self,
        }
    }

    /// Says in words how it came about, a line each; the page opens them.
    #[must_use]
    pub fn derived(mut self, lines: Vec<String>) -> Self {
        if !lines.is_empty() {
            self.reference.get_or_insert_default().derivation = lines.into();
        }
        self
    }

    /// How it follows from other cells of the document.
    pub fn formula(&self) -> Option<&Formula> {
        self.reference.as_ref()?.formula.as_deref()
    }

    /// How it came about, a line each.
    pub fn derivation(&self) -> &[String] {
        self.reference.as_ref().map_or(&[], |reference| &reference.derivation)
    }

    /// The cells it was computed from; shown as its derivation.
    pub fn sources(&self) -> &[Source] {
        self.reference.as_ref().map_or(&[], |reference| &reference.sources)
    }

    /// The anchor of this document that it leads to.
    pub fn link(&self) -> Option<&str> {
        self.reference.as_ref()?.link.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::Cell;

    /// A city's working papers list 136 000 figures in ten columns; the whole run has 250 MB.
    #[test]
    fn cell_stays_within_40_bytes() {
        assert!(size_of::<Cell>() <= 40);
    }
}
