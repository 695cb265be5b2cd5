//! The smallest document with one table, for the unit tests of every format.

use crate::report::document::{Align, Block, Column, Document, DocumentKind, Part, Place, Row, Table};

/// A table of these rows under four columns: one of text, three of numbers.
pub(crate) fn table(rows: Vec<Row>) -> Table {
    let columns = vec![
        Column::new("Tên", 20, Align::Left),
        Column::new("Tử số", 10, Align::Right),
        Column::new("Mẫu số", 10, Align::Right),
        Column::new("Tỷ lệ", 10, Align::Right),
    ];
    Table { columns, rows, ..Table::new("bang") }
}

/// A document of one part with this table.
pub(crate) fn document(table: Table) -> Document {
    let part = Part {
        id: "phan".to_owned(),
        title: "Phần".to_owned(),
        sheet: Some("Phần".to_owned()),
        place: Place::Leaf,
        blocks: vec![Block::Table(table)],
    };
    Document {
        name: "tai-lieu".to_owned(),
        title: "Tài liệu".to_owned(),
        kind: DocumentKind::WorkingPapers,
        draft: false,
        letterhead: None,
        signature: None,
        parts: vec![part],
        footer: None,
        chain_head: None,
    }
}
