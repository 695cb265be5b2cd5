//! Tables of other systems that offices may send instead of typing their figures: form II.06/VPCP/KSTT.

use super::ElementId;

/// A table known by its columns, whatever is printed over it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Such as `II.06`.
    pub id: String,
    /// Official title.
    pub title: String,
    /// Its figures, in the order of the form.
    pub columns: Vec<StatementColumn>,
    /// What must hold in every row.
    pub sums: Vec<StatementSum>,
}

/// One column of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementColumn {
    /// The dossier measure it holds, such as `resolved.on_time`.
    pub dossier: String,
    /// Its number in the form, such as `9`.
    pub no: String,
    /// What its head may say: in each spelling the words that must stand there, from the outermost merged cell inwards.
    pub heads: Vec<Vec<String>>,
    /// The elements that are this measure, in plan order.
    pub elements: Vec<ElementId>,
}

impl StatementColumn {
    /// The column as findings name it: `(9) đã giải quyết / Đúng hạn`.
    pub fn name(&self) -> String {
        let head = self.heads.first().map(|head| head.join(" / ")).unwrap_or_default();
        format!("({}) {head}", self.no)
    }
}

/// One column that is the sum of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementSum {
    /// Position of the sum among the columns.
    pub total: usize,
    /// Positions of what it sums.
    pub parts: Vec<usize>,
}
