//! The tables beside the submissions, the register, the corrections and the task list: rows of cells under known heads.

use crate::intake::layout::{self, Head, Heads, Table, TableKind, Wanted};
use crate::intake::page::{Page, Row};
use crate::intake::parsed::Flaw;
use crate::model::{Address, Cell, FileContent, Finding, InputFile, Severity, Source};

/// One row of such a table.
pub(super) struct SidecarRow<'a> {
    row: Row<'a>,
    columns: Vec<(Head, u32)>,
    /// The sheet it stands in.
    place: Source,
}

impl<'a> SidecarRow<'a> {
    /// The cell under this head.
    pub(super) fn cell(&self, head: Head) -> Option<&'a Cell> {
        self.row.cell(self.column(head)?)
    }

    /// What the cell under this head says.
    pub(super) fn text(&self, head: Head) -> String {
        self.row.text(self.column(head))
    }

    /// What was noticed of the cell under this head, which the table calls `name`.
    pub(super) fn noticed(&self, head: Head, name: &str, remarks: Vec<Flaw>) -> Vec<Finding> {
        let finding = |flaw: Flaw| {
            let finding = Finding::new(flaw.code, flaw.severity).at(self.source(head)).provided(self.text(head));
            finding.arg("element", name).arg("unit", "").arg("detail", flaw.detail)
        };
        remarks.into_iter().map(finding).collect()
    }

    /// The row's number in its sheet, from one.
    pub(super) fn number(&self) -> usize {
        self.row.number() as usize + 1
    }

    /// The cell under this head as a place; the row's first cell where there is no such column.
    pub(super) fn source(&self, head: Head) -> Source {
        let col = self.column(head).unwrap_or_default();
        Source { cell: Some(Address::new(self.row.number(), col)), ..self.place.clone() }
    }

    fn column(&self, head: Head) -> Option<u32> {
        self.columns.iter().find(|(known, _)| *known == head).map(|(_, col)| *col)
    }
}

/// The rows of the first table of this kind; else the finding that says why there are none. `unreadable` makes the
/// finding for a file without such a table.
pub(super) fn rows(file: &InputFile, kind: TableKind, unreadable: Finding) -> Result<Vec<SidecarRow<'_>>, Finding> {
    let cells = match &file.content {
        FileContent::Cells(cells) => cells,
        FileContent::Fault(fault) => {
            let finding = Finding::new(&fault.code, Severity::Error).at(Source::file(&file.path));
            return Err(finding.provided(&fault.detail).arg("detail", &fault.detail));
        }
    };
    let heads = Heads::of(&[kind]);
    for sheet in &cells.sheets {
        let page = Page::new(&file.path, sheet);
        let wanted = Wanted { heads: &heads, kinds: &[kind], statements: None };
        let layout = layout::find(&page.rows(), wanted, |_| false);
        if let Some(table) = layout.tables.first() {
            return Ok(table.rows.iter().map(|row| sidecar_row(&page, table, *row)).collect());
        }
    }
    Err(unreadable.at(Source::file(&file.path)))
}

fn sidecar_row<'a>(page: &Page<'_>, table: &Table<'a>, row: Row<'a>) -> SidecarRow<'a> {
    let columns = table.kind.shape().heads.iter().filter_map(|head| Some((*head, table.column(*head)?)));
    SidecarRow { row, columns: columns.collect(), place: page.place() }
}
