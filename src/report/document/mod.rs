//! The format-neutral document: what the report and the working papers say and how it is laid out, with no format's words.

mod cell;
mod chart;
mod formula;
mod table;

use serde::Serialize;

pub use cell::{Bar, Cell, Content, Quotient, Tone};
pub use chart::{Card, Chart, ChartKind, Series};
pub use formula::{Cells, Cut, Formula, Outcome};
pub use table::{Align, Area, Column, Row, RowKind, Table};

/// A whole document: the report or the working papers.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// File name without extension, such as `bao-cao-cchc-2025-Q4`.
    pub name: String,
    /// Title in the file's properties and the browser's tab.
    pub title: String,
    /// What kind of document it is; templates dress them differently.
    pub kind: DocumentKind,
    /// "DỰ THẢO" stands above it.
    pub draft: bool,
    /// The letterhead of a report; `None` for working papers.
    pub letterhead: Option<Letterhead>,
    /// Signature and copies, at the end of the text parts of a report.
    pub signature: Option<Signature>,
    /// Parts in order.
    pub parts: Vec<Part>,
    /// One line at the foot, such as program version and ledger head; `None` in the report.
    pub footer: Option<String>,
    /// Head of the submissions' chain, a property of a report's file; no page shows it.
    pub chain_head: Option<String>,
}

/// Which of the two documents it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentKind {
    /// For Sở Nội vụ.
    Report,
    /// For the commune itself.
    WorkingPapers,
}

/// The head of an official letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Letterhead {
    /// `ỦY BAN NHÂN DÂN` / `XÃ TỨ KỲ`
    pub authority: Vec<String>,
    /// `Số:      /BC-UBND`
    pub number: String,
    /// `Tứ Kỳ, ngày     tháng     năm`
    pub place_date: String,
    /// `BÁO CÁO`; `None` for a plain letter, "công văn".
    pub genre: Option<String>,
    /// What it is about, under the genre; of a plain letter under the number.
    pub subject: String,
    /// `Kính gửi: Sở Nội vụ thành phố Hải Phòng.`
    pub addressee: String,
    /// Legal bases, one a line.
    pub bases: Vec<String>,
}

/// Signature block and "Nơi nhận".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Signature {
    /// `TM. ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`
    pub titles: Vec<String>,
    /// The signer's name, possibly empty.
    pub name: String,
    /// "Nơi nhận", one a line.
    pub copies: Vec<String>,
}

/// A part: a section of the text, or an annex.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Stable key, ASCII, such as `chi-tieu` or `B3`; the anchor in HTML.
    pub id: String,
    /// Heading, such as `Phụ lục I. …`; empty for the paragraph that opens a report.
    pub title: String,
    /// Name of its sheet; `None` stays out of the workbook.
    pub sheet: Option<String>,
    /// Where it stands besides its sheet.
    pub place: Place,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// Where a part stands besides its sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the running text of the page and of the letter.
    Text,
    /// On the screen alone, after the text: an overview that nobody signs.
    Screen,
    /// On leaves of its own, landscape: a list of the working papers.
    Leaf,
    /// In an annex to the letter, under this head. Neighbours with an equal head stand in one annex, which begins a page,
    /// is landscape and numbers its pages from 1.
    Annex(Box<AnnexHead>),
    /// Nowhere else.
    SheetOnly,
}

/// The head of an annex (Decree 30/2020/NĐ-CP).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnexHead {
    /// `Phụ lục I`
    pub label: String,
    /// `Thống kê số liệu …`, set in capitals.
    pub title: String,
    /// `(Kèm theo Báo cáo số      /BC-UBND ngày     tháng     năm      của …)`
    pub attached: String,
}

/// A piece of a part.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading below the part's own; level 2 or 3.
    Heading(u8, String),
    /// A paragraph of text.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// A drawing of a table of the same part; for the page and the workbook.
    Chart(Chart),
    /// Indicators at a glance; for the page.
    Cards(Vec<Card>),
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// The text.
    pub text: String,
    /// How it is set.
    pub style: ParagraphStyle,
}

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphStyle {
    /// Running text.
    Body,
    /// A remark under a heading, in italics and centred: "(Số liệu tính từ ngày …)".
    Caption,
    /// "(Chưa có nội dung báo cáo)".
    Missing,
    /// The verdict line of the working papers, in this tone.
    Verdict(Tone),
    /// The author of the text above: "(Phòng Kinh tế)".
    Attribution,
}

impl Part {
    /// Its head of an annex, if it stands in one.
    pub fn annex(&self) -> Option<&AnnexHead> {
        match &self.place {
            Place::Annex(head) => Some(head),
            Place::Text | Place::Screen | Place::Leaf | Place::SheetOnly => None,
        }
    }
}

impl Block {
    /// Running text.
    pub fn body(text: impl Into<String>) -> Self {
        Self::Paragraph(Paragraph { text: text.into(), style: ParagraphStyle::Body })
    }

    /// A paragraph in another style.
    pub fn paragraph(text: impl Into<String>, style: ParagraphStyle) -> Self {
        Self::Paragraph(Paragraph { text: text.into(), style })
    }
}
