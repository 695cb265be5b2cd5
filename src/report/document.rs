//! The format-neutral document: what the report and the working papers say and how it is laid out, with no format's words.

use std::sync::Arc;

use crate::model::{Number, Source};

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letterhead {
    /// `ỦY BAN NHÂN DÂN` / `XÃ TỨ KỲ`
    pub authority: Vec<String>,
    /// `Số:      /BC-UBND`
    pub number: String,
    /// `Tứ Kỳ, ngày     tháng     năm`
    pub place_date: String,
    /// `BÁO CÁO`
    pub genre: String,
    /// What it is about, under the genre.
    pub subject: String,
    /// `Kính gửi: Sở Nội vụ thành phố Hải Phòng.`
    pub addressee: String,
    /// Legal bases, one a line.
    pub bases: Vec<String>,
}

/// Signature block and "Nơi nhận".
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Whether it stays out of the page (a sheet only).
    pub sheet_only: bool,
    /// Whether it begins a page of its own when printed, and is printed landscape.
    pub annex: bool,
    /// What it says.
    pub blocks: Vec<Block>,
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

/// A table of cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Stable key, ASCII, unique in the document.
    pub id: String,
    /// Columns from left to right.
    pub columns: Vec<Column>,
    /// Rows from top to bottom.
    pub rows: Vec<Row>,
    /// Whether the workbook offers a filter on it and the page a search.
    pub filter: bool,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// Width in characters of the workbook's font.
    pub width: u16,
    /// How its cells are set.
    pub align: Align,
}

/// How cells are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Align {
    /// Text.
    Left,
    /// Codes, dates, short words.
    Center,
    /// Numbers.
    Right,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What the row is.
    pub kind: RowKind,
    /// Anchor that links lead to, unique in the workbook and on the page.
    pub anchor: Option<String>,
    /// Cells from left to right, one a column; a section row has one, over all columns.
    pub cells: Vec<Cell>,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A heading inside the table, over all columns.
    Section,
    /// Data.
    Body,
    /// A computed or total row, in bold.
    Total,
}

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
    sources: Vec<Source>,
    link: Option<String>,
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
            self.reference.get_or_insert_default().sources = sources;
        }
        self
    }

    /// Lets it lead to an anchor of this document.
    #[must_use]
    pub fn to_anchor(mut self, anchor: impl Into<String>) -> Self {
        self.reference.get_or_insert_default().link = Some(anchor.into());
        self
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

impl Row {
    /// A row of data.
    pub fn body(cells: Vec<Cell>) -> Self {
        Self { kind: RowKind::Body, anchor: None, cells }
    }

    /// A heading over all columns.
    pub fn section(title: impl AsRef<str>) -> Self {
        Self { kind: RowKind::Section, anchor: None, cells: vec![Cell::text(title)] }
    }

    /// Gives it an anchor.
    #[must_use]
    pub fn anchor(mut self, anchor: impl Into<String>) -> Self {
        self.anchor = Some(anchor.into());
        self
    }
}

impl Column {
    /// A column of this title, width in characters and alignment.
    pub fn new(title: impl Into<String>, width: u16, align: Align) -> Self {
        Self { title: title.into(), width, align }
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

#[cfg(test)]
mod tests {
    use super::Cell;

    /// A city's working papers list 136 000 figures in ten columns; the whole run has 250 MB.
    #[test]
    fn cell_stays_within_64_bytes() {
        assert!(size_of::<Cell>() <= 40);
    }
}
