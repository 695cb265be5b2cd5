//! What the page's templates see: ready texts and ready table bodies.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::table;
use super::widths::Widths;
use crate::report::document::{
    Align, AnnexHead, Block, Column, Document, DocumentKind, Letterhead, Paragraph, ParagraphStyle, Part, Place,
    Signature, Table, Tone,
};

/// The whole page.
#[derive(Serialize)]
pub(super) struct Page<'a> {
    title: &'a str,
    kind: &'static str,
    draft: bool,
    style: String,
    /// SHA-256 of the style, so that the page can refuse every other.
    style_hash: String,
    outline: Vec<Entry<'a>>,
    letterhead: Option<LetterheadView<'a>>,
    text: Vec<PartView<'a>>,
    signature: Option<SignatureView<'a>>,
    annexes: Vec<PartView<'a>>,
    footer: Option<&'a str>,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    title: String,
}

#[derive(Serialize)]
struct LetterheadView<'a> {
    authority: &'a [String],
    number: &'a str,
    place_date: &'a str,
    genre: &'a str,
    subject: &'a str,
    addressee: &'a str,
    bases: &'a [String],
}

#[derive(Serialize)]
struct SignatureView<'a> {
    titles: &'a [String],
    name: &'a str,
    copies: &'a [String],
}

#[derive(Serialize)]
struct PartView<'a> {
    id: &'a str,
    title: &'a str,
    leaf: bool,
    screen: bool,
    annex: Option<AnnexView<'a>>,
    blocks: Vec<BlockView<'a>>,
}

#[derive(Serialize)]
struct AnnexView<'a> {
    label: &'a str,
    title: String,
    attached: &'a str,
}

/// A heading, a paragraph or a table; the other two are null.
#[derive(Default, Serialize)]
struct BlockView<'a> {
    heading: Option<HeadingView<'a>>,
    paragraph: Option<ParagraphView<'a>>,
    table: Option<TableView<'a>>,
}

#[derive(Serialize)]
struct HeadingView<'a> {
    level: u8,
    text: &'a str,
}

#[derive(Serialize)]
struct ParagraphView<'a> {
    class: &'static str,
    text: &'a str,
}

#[derive(Serialize)]
struct TableView<'a> {
    id: &'a str,
    /// Names its widths in the style.
    class: String,
    caption: &'a str,
    columns: Vec<ColumnView<'a>>,
    /// Escaped markup.
    bodies: String,
}

#[derive(Serialize)]
struct ColumnView<'a> {
    title: &'a str,
    class: &'static str,
}

impl<'a> Page<'a> {
    /// The view of a document under this style sheet.
    pub(super) fn of(document: &'a Document, style: &str) -> Self {
        let parts: Vec<&Part> = document.parts.iter().filter(|part| part.place != Place::SheetOnly).collect();
        let anchors = anchors(&parts);
        let first_annex = parts.iter().position(|part| part.place != Place::Text).unwrap_or(parts.len());
        let mut widths = Widths::default();
        let mut views: Vec<_> = parts.iter().map(|part| PartView::of(part, &anchors, &mut widths)).collect();
        if let (None, Some(first)) = (&document.letterhead, views.first_mut()) {
            first.title = Some(first.title).filter(|title| *title != document.title).unwrap_or_default();
        }
        let annexes = views.split_off(first_annex);
        let style = format!("{style}{}", widths.rules());
        Self {
            title: &document.title,
            kind: match document.kind {
                DocumentKind::Report => "report",
                DocumentKind::WorkingPapers => "papers",
            },
            draft: document.draft,
            style_hash: STANDARD.encode(Sha256::digest(&style)),
            style,
            outline: parts.iter().filter_map(|part| Entry::of(part)).collect(),
            letterhead: document.letterhead.as_ref().map(LetterheadView::of),
            text: views,
            signature: document.signature.as_ref().map(SignatureView::of),
            annexes,
            footer: document.footer.as_deref(),
        }
    }
}

/// Everything on the page that a link can lead to.
fn anchors<'a>(parts: &[&'a Part]) -> BTreeSet<&'a str> {
    let mut anchors = BTreeSet::new();
    for part in parts {
        anchors.insert(part.id.as_str());
        for block in &part.blocks {
            if let Block::Table(table) = block {
                anchors.insert(table.id.as_str());
                anchors.extend(table.rows.iter().filter_map(|row| row.anchor.as_deref()));
            }
        }
    }
    anchors
}

impl<'a> Entry<'a> {
    fn of(part: &'a Part) -> Option<Self> {
        Some(part.entry()).filter(|title| !title.is_empty()).map(|title| Self { id: &part.id, title })
    }
}

impl<'a> LetterheadView<'a> {
    fn of(head: &'a Letterhead) -> Self {
        Self {
            authority: &head.authority,
            number: &head.number,
            place_date: &head.place_date,
            genre: &head.genre,
            subject: &head.subject,
            addressee: &head.addressee,
            bases: &head.bases,
        }
    }
}

impl<'a> SignatureView<'a> {
    fn of(signature: &'a Signature) -> Self {
        Self { titles: &signature.titles, name: &signature.name, copies: &signature.copies }
    }
}

impl<'a> PartView<'a> {
    fn of(part: &'a Part, anchors: &BTreeSet<&'a str>, widths: &mut Widths) -> Self {
        let mut heading = part.title.as_str();
        let mut blocks = Vec::new();
        for block in &part.blocks {
            blocks.push(BlockView::of(block, heading, anchors, widths));
            if let Block::Heading(_, text) = block {
                heading = text;
            }
        }
        Self {
            id: &part.id,
            title: &part.title,
            leaf: part.place != Place::Text,
            screen: part.place == Place::Screen,
            annex: part.annex().map(AnnexView::of),
            blocks,
        }
    }
}

impl<'a> AnnexView<'a> {
    fn of(head: &'a AnnexHead) -> Self {
        Self { label: &head.label, title: head.title.to_uppercase(), attached: &head.attached }
    }
}

impl<'a> BlockView<'a> {
    fn of(block: &'a Block, caption: &'a str, anchors: &BTreeSet<&'a str>, widths: &mut Widths) -> Self {
        let mut view = Self::default();
        match block {
            Block::Heading(level, text) => view.heading = Some(HeadingView { level: *level + 1, text }),
            Block::Paragraph(Paragraph { text, style }) => {
                view.paragraph = Some(ParagraphView { class: class(*style), text });
            }
            Block::Chart(_) | Block::Cards(_) => {}
            Block::Table(table) => view.table = Some(TableView::of(table, caption, anchors, widths)),
        }
        view
    }
}

impl<'a> TableView<'a> {
    fn of(table: &'a Table, caption: &'a str, anchors: &BTreeSet<&'a str>, widths: &mut Widths) -> Self {
        let columns = table.columns.iter().map(ColumnView::of).collect();
        Self { id: &table.id, class: widths.class(table), caption, columns, bodies: table::bodies(table, anchors) }
    }
}

impl<'a> ColumnView<'a> {
    fn of(column: &'a Column) -> Self {
        let class = match column.align {
            Align::Left => "",
            Align::Center => "center",
            Align::Right => "number",
        };
        Self { title: &column.title, class }
    }
}

fn class(style: ParagraphStyle) -> &'static str {
    match style {
        ParagraphStyle::Body => "body",
        ParagraphStyle::Caption => "caption",
        ParagraphStyle::Missing => "missing",
        ParagraphStyle::Attribution => "attribution",
        ParagraphStyle::Verdict(tone) => match tone {
            Tone::Plain => "verdict",
            Tone::Good => "verdict good",
            Tone::Warn => "verdict warn",
            Tone::Bad => "verdict bad",
            Tone::Muted => "verdict muted",
        },
    }
}
