//! What the document's templates see: the letter and its annexes as styled paragraphs and ready rows.

use serde::Serialize;

use super::letterhead::Letterhead;
use super::measure::Twips;
use super::rows;
use super::widths::Widths;
use crate::report::document::{AnnexHead, Block, Document, Paragraph, ParagraphStyle, Part, Place, Signature, Table};

/// Between the margins of an A4 page: 165 mm.
pub(super) const PORTRAIT: Twips = 9354;

/// Between the margins of an A4 page that lies: 252 mm.
const LANDSCAPE: Twips = 14286;

/// What a table has in place of a style of paragraphs.
const TABLE: &str = "";

/// The whole document.
#[derive(Serialize)]
pub(super) struct View<'a> {
    title: &'a str,
    creator: String,
    draft: bool,
    chain_head: Option<&'a str>,
    letterhead: Option<Letterhead<'a>>,
    letter: Vec<Piece<'a>>,
    signature: Option<&'a Signature>,
    annexes: Vec<Annex<'a>>,
}

#[derive(Serialize)]
struct Annex<'a> {
    label: &'a str,
    title: String,
    attached: &'a str,
    pieces: Vec<Piece<'a>>,
}

/// A paragraph in a style, or a table.
#[derive(Serialize)]
struct Piece<'a> {
    style: &'static str,
    text: &'a str,
    table: Option<TableView>,
}

#[derive(Serialize)]
struct TableView {
    width: Twips,
    columns: Vec<Twips>,
    /// Escaped markup.
    rows: String,
}

impl<'a> View<'a> {
    /// The view of a document; parts that are neither text nor annex stay out.
    pub(super) fn of(document: &'a Document) -> Self {
        let mut letter = pieces(document.parts.iter().filter(|part| part.place == Place::Text), "Heading1", PORTRAIT);
        keep_together(&mut letter, document.signature.is_some());
        let authority = document.letterhead.as_ref().map(|head| head.authority.join(" "));
        Self {
            title: &document.title,
            creator: authority.unwrap_or_default(),
            draft: document.draft,
            chain_head: document.chain_head.as_deref(),
            letterhead: document.letterhead.as_ref().map(Letterhead::of),
            letter,
            signature: document.signature.as_ref(),
            annexes: annexes(&document.parts),
        }
    }
}

/// No author's name stands on another page than the end of the text, no signature and no table without what leads to it.
fn keep_together(letter: &mut [Piece<'_>], signed: bool) {
    let mut below = signed.then_some("BodyKept");
    for piece in letter.iter_mut().rev() {
        if let ("Body", Some(kept)) = (piece.style, below) {
            piece.style = kept;
        }
        below = match piece.style {
            "Attribution" => Some("BodyKept"),
            TABLE => Some("BodyAbove"),
            _ => None,
        };
    }
}

/// Neighbours with an equal head are one annex.
fn annexes(parts: &[Part]) -> Vec<Annex<'_>> {
    let alike = parts.chunk_by(|one, other| one.place == other.place);
    alike.filter_map(|parts| Some(Annex::of(parts.first()?.annex()?, parts))).collect()
}

impl<'a> Annex<'a> {
    fn of(head: &'a AnnexHead, parts: &'a [Part]) -> Self {
        Self {
            label: &head.label,
            title: head.title.to_uppercase(),
            attached: &head.attached,
            pieces: pieces(parts, "SheetTitle", LANDSCAPE),
        }
    }
}

/// What parts say, each under its title; drawings are for other formats.
fn pieces<'a>(
    parts: impl IntoIterator<Item = &'a Part, IntoIter: Clone>,
    title: &'static str,
    width: Twips,
) -> Vec<Piece<'a>> {
    let parts = parts.into_iter();
    let widths = Widths::of(parts.clone(), width);
    let mut pieces = Vec::new();
    for part in parts {
        pieces.extend(Some(Piece::new(title, &part.title)).filter(|title| !title.text.is_empty()));
        pieces.extend(part.blocks.iter().filter_map(|block| Piece::of(block, &widths)));
    }
    pieces
}

impl<'a> Piece<'a> {
    fn new(style: &'static str, text: &'a str) -> Self {
        Self { style, text, table: None }
    }

    fn of(block: &'a Block, widths: &Widths<'_>) -> Option<Self> {
        match block {
            Block::Heading(2, text) => Some(Self::new("Heading2", text)),
            Block::Heading(_, text) => Some(Self::new("Heading3", text)),
            Block::Paragraph(Paragraph { text, style }) => Some(Self::new(style_of(*style), text)),
            Block::Table(table) => Some(Self { table: Some(TableView::of(table, widths)), ..Self::new(TABLE, "") }),
            Block::Chart(_) | Block::Cards(_) => None,
        }
    }
}

impl TableView {
    fn of(table: &Table, widths: &Widths<'_>) -> Self {
        let columns = widths.widths(table);
        Self { width: columns.iter().sum(), rows: rows::of(table, columns), columns: columns.to_owned() }
    }
}

fn style_of(style: ParagraphStyle) -> &'static str {
    match style {
        ParagraphStyle::Body | ParagraphStyle::Verdict(_) => "Body",
        ParagraphStyle::Caption => "Note",
        ParagraphStyle::Missing => "Missing",
        ParagraphStyle::Attribution => "Attribution",
    }
}
