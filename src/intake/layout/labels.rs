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
    Reason,
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
    (Label::Reason, "Lý do điều chỉnh"),
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

    /// Reads one row: each label that has a value, with the cell of that. Official forms print two side by side.
    pub(in crate::intake) fn read(&self, page: &mut Page<'_>, row: Row<'_>) -> Vec<(Label, Cell, Source)> {
        let mut found = Vec::new();
        let mut cells = row.cells;
        while let Some((cell, rest)) = cells.split_first() {
            cells = rest;
            let Some((label, inside)) = self.split(cell) else { continue };
            if let Some(inside) = inside {
                let value = Cell { value: CellValue::Text(inside), format: NumberFormat::Text, ..cell.clone() };
                page.mark(row, cell.at.col, Mark::Used(Part::Identity));
                found.push((label, value, page.source(cell.at)));
                continue;
            }
            page.mark(row, cell.at.col, Mark::Ignored(IgnoredReason::Label));
            let answers = |next: &Cell| label == Label::Nil && ticked(next);
            if let Some((next, after)) =
                rest.split_first().filter(|(next, _)| self.split(next).is_none() || answers(next))
            {
                cells = after;
                page.mark(row, next.at.col, Mark::Used(Part::Identity));
                found.push((label, next.clone(), page.source(next.at)));
            }
        }
        found
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
        let valued = |text: &str| {
            let (head, value) = text.split_once(':')?;
            Some((*self.0.get(&fold(head))?, Some(value.trim().to_owned())))
        };
        // A merged cell over a form holds its title and what stands below it as lines.
        valued(text).or_else(|| text.lines().skip(1).find_map(valued))
    }
}

/// Whether the value of "Không phát sinh" says yes.
pub(in crate::intake) fn ticked(cell: &Cell) -> bool {
    const YES: [&str; 9] = ["x", "v", "co", "1", "true", "☑", "✓", "dung", "khong phat sinh"];
    YES.contains(&fold_ascii(&said(cell)).as_str())
}
