//! What shows figures at a glance: drawings of tables, and cards of indicators.

use super::{Bar, Tone};

/// A drawing of some columns of a table, which says the same in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Stable key, ASCII, unique in the document.
    pub id: String,
    /// What it shows, with the unit: `Tỷ lệ đạt được so với mục tiêu (%)`.
    pub title: String,
    /// How it is drawn.
    pub kind: ChartKind,
    /// Id of the table; its body rows are drawn, its totals are not.
    pub table: String,
    /// Column of the labels, from zero.
    pub labels: usize,
    /// What is drawn of each row.
    pub series: Vec<Series>,
    /// What the drawing shows, in a sentence, for those who do not see it.
    pub summary: String,
}

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// A horizontal bar a row for the first series, with a mark where the second stands.
    AgainstTarget,
    /// A column a row, its series one on the other.
    Columns,
    /// The same lying down, for long labels.
    Bars,
}

/// A column of numbers that is drawn; its name is the column's head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Series {
    /// Column of the table, from zero.
    pub column: usize,
    /// Its colour.
    pub tone: Tone,
}

/// An indicator at a glance.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Clause and name.
    pub title: String,
    /// `98,17%`; `–` where there is no value.
    pub value: String,
    /// `2.305/2.348`, empty without a pair.
    pub pair: String,
    /// `≥ 90%`
    pub target: String,
    /// How it stands, in words.
    pub outcome: String,
    /// Colour of the outcome.
    pub tone: Tone,
    /// `Tăng 1,2 điểm % so với Quý III năm 2025 (96,97%)`; empty where there is nothing to compare with.
    pub change: String,
    /// The value on its scale, with the target.
    pub bar: Option<Bar>,
    /// How the value came about, a line each.
    pub derivation: Vec<String>,
}
