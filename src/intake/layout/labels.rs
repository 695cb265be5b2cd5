//! The label/value rows of "Thông tin", which may also stand above a table: `Mã đơn vị | vhxh` or `Mã đơn vị: vhxh`.

use std::collections::BTreeMap;

use crate::intake::page::{Mark, Page, Part, Row, said};
use crate::intake::text::{fold, fold_ascii};
use crate::model::{Cell, CellValue, IgnoredReason, NumberFormat, Source};

/// What a label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::intake) enum Label {
    OfficeId,
    OfficeName,
    Period,
    Version,
    PreparedBy,
    PreparedOn,
    Nil,
}

const SPELLINGS: &[(Label, &str)] = &[
    (Label::OfficeId, "Mã đơn vị"),
    (Label::OfficeName, "Tên đơn vị"),
    (Label::OfficeName, "Đơn vị báo cáo"),
    (Label::Period, "Kỳ báo cáo"),
    (Label::Version, "Phiên bản biểu"),
    (Label::PreparedBy, "Người lập"),
    (Label::PreparedOn, "Ngày lập"),
    (Label::Nil, "Không phát sinh"),
];

impl Label {
    /// The label as the form writes it.
    pub(in crate::intake) fn wording(self) -> &'static str {
        SPELLINGS.iter().find(|(label, _)| *label == self).map_or("", |(_, text)| text)
    }
}

/// The labels of a form by their folded spelling.
#[derive(Debug)]
pub(in crate::intake) struct Labels(BTreeMap<String, Label>);

impl Labels {
    /// All labels.
    pub(in crate::intake) fn new() -> Self {
        Self(SPELLINGS.iter().map(|(label, text)| (fold(text), *label)).collect())
    }

    /// Reads one row: its label and the cell of its value, if it has both.
    pub(in crate::intake) fn read(&self, page: &mut Page<'_>, row: Row<'_>) -> Option<(Label, Cell, Source)> {
        let at = row.cells.iter().position(|cell| self.split(cell).is_some())?;
        let (cell, rest) = row.cells.get(at..)?.split_first()?;
        let (label, inside) = self.split(cell)?;
        let source = |cell: &Cell| page.source(cell.at);
        if let Some(inside) = inside {
            let value = Cell { value: CellValue::Text(inside), format: NumberFormat::Text, ..cell.clone() };
            let place = source(cell);
            page.mark(row, cell.at.col, Mark::Used(Part::Identity));
            return Some((label, value, place));
        }
        let answers = |next: &&Cell| label == Label::Nil && ticked(next);
        let next = rest.first().filter(|next| self.split(next).is_none() || answers(next));
        let place = next.map(source);
        page.mark(row, cell.at.col, Mark::Ignored(IgnoredReason::Label));
        let next = next?;
        page.mark(row, next.at.col, Mark::Used(Part::Identity));
        Some((label, next.clone(), place?))
    }

    /// The label in a cell, and the value if it stands behind a colon in the same cell.
    fn split(&self, cell: &Cell) -> Option<(Label, Option<String>)> {
        const LONGEST: usize = 400;
        let CellValue::Text(text) = &cell.value else { return None };
        if text.len() > LONGEST {
            return None;
        }
        if let Some(label) = self.0.get(&fold(text)) {
            return Some((*label, None));
        }
        let (head, value) = text.split_once(':')?;
        let label = self.0.get(&fold(head))?;
        Some((*label, Some(value.trim().to_owned())))
    }
}

/// Whether the value of "Không phát sinh" says yes.
pub(in crate::intake) fn ticked(cell: &Cell) -> bool {
    const YES: [&str; 9] = ["x", "v", "co", "1", "true", "☑", "✓", "dung", "khong phat sinh"];
    YES.contains(&fold_ascii(&said(cell)).as_str())
}
