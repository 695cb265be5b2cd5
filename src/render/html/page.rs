//! What the page's templates see: ready texts and ready table bodies.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::part::{self, GroupView, Maker, PartView};
use super::rules::Rules;
use crate::report::document::{Block, Document, DocumentKind, Letterhead, Part, Place, Signature};

/// The whole page.
#[derive(Serialize)]
pub(super) struct Page<'a> {
    title: &'a str,
    kind: &'static str,
    draft: bool,
    style: String,
    /// SHA-256 of the style, so that the page can refuse every other.
    style_hash: String,
    outline: Vec<Entry>,
    letterhead: Option<&'a Letterhead>,
    text: Vec<PartView<'a>>,
    signature: Option<&'a Signature>,
    groups: Vec<GroupView<'a>>,
    footer: Option<&'a str>,
}

#[derive(Serialize)]
struct Entry {
    id: String,
    title: String,
    /// Parts of an annex.
    below: Vec<Entry>,
}

impl<'a> Page<'a> {
    /// The view of a document under this style sheet.
    pub(super) fn of(document: &'a Document, style: &str) -> Self {
        let (text, apart): (Vec<&Part>, Vec<&Part>) = document
            .parts
            .iter()
            .filter(|part| part.place != Place::SheetOnly)
            .partition(|part| part.place == Place::Text);
        let mut maker = Maker { anchors: anchors(text.iter().chain(&apart)), rules: Rules::default() };
        let mut views: Vec<_> = text.iter().map(|part| maker.part(part, 2)).collect();
        if let (None, Some(first)) = (&document.letterhead, views.first_mut()) {
            first.title = Some(first.title).filter(|title| *title != document.title).unwrap_or_default();
        }
        let groups = part::groups(&apart).map(|group| maker.group(group)).collect();
        let style = format!("{style}{}", maker.rules.text());
        Self {
            title: &document.title,
            kind: match document.kind {
                DocumentKind::Report => "report",
                DocumentKind::WorkingPapers => "papers",
            },
            draft: document.draft,
            style_hash: STANDARD.encode(Sha256::digest(&style)),
            style,
            outline: outline(&text, &apart),
            letterhead: document.letterhead.as_ref(),
            text: views,
            signature: document.signature.as_ref(),
            groups,
            footer: document.footer.as_deref(),
        }
    }
}

/// Everything on the page that a link can lead to.
fn anchors<'p, 'a: 'p>(parts: impl Iterator<Item = &'p &'a Part>) -> BTreeSet<&'a str> {
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

/// The parts by name, those of an annex below its own.
fn outline(text: &[&Part], apart: &[&Part]) -> Vec<Entry> {
    let mut annexes = 0;
    let group = |parts: &[&Part]| {
        let entries: Vec<Entry> = parts.iter().filter_map(|part| Entry::of(part)).collect();
        let Some(head) = parts.first().and_then(|part| part.annex()) else { return entries };
        annexes += 1;
        vec![Entry { id: part::annex_id(annexes), title: format!("{}. {}", head.label, head.title), below: entries }]
    };
    text.iter().filter_map(|part| Entry::of(part)).chain(part::groups(apart).flat_map(group)).collect()
}

impl Entry {
    fn of(part: &Part) -> Option<Self> {
        (!part.title.is_empty()).then(|| Self { id: part.id.clone(), title: part.title.clone(), below: Vec::new() })
    }
}
