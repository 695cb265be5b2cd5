//! What the templates see of parts: neighbours of one annex together, each with its headings in order.

use std::collections::BTreeSet;

use serde::Serialize;

use super::card::CardsView;
use super::chart::{self, ChartView};
use super::filter::{FacetView, Filter};
use super::rules::Rules;
use super::table;
use crate::report::document::{Align, Block, Column, Paragraph, ParagraphStyle, Part, Place, Table, Tone};

/// Parts on paper of their own: one part, or all of an annex under its head.
#[derive(Serialize)]
pub(super) struct GroupView<'a> {
    class: String,
    annex: Option<AnnexView<'a>>,
    parts: Vec<PartView<'a>>,
}

#[derive(Serialize)]
struct AnnexView<'a> {
    id: String,
    label: &'a str,
    title: String,
    attached: &'a str,
}

#[derive(Serialize)]
pub(super) struct PartView<'a> {
    id: &'a str,
    pub(super) title: &'a str,
    level: u8,
    blocks: Vec<BlockView<'a>>,
}

/// One of these; the others are null.
#[derive(Default, Serialize)]
struct BlockView<'a> {
    heading: Option<HeadingView<'a>>,
    paragraph: Option<ParagraphView<'a>>,
    table: Option<TableView<'a>>,
    chart: Option<ChartView<'a>>,
    cards: Option<CardsView<'a>>,
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
    /// Names its widths and its filter in the style.
    class: String,
    caption: &'a str,
    facets: Vec<FacetView>,
    columns: Vec<ColumnView<'a>>,
    /// Escaped markup.
    bodies: String,
}

#[derive(Serialize)]
struct ColumnView<'a> {
    title: &'a str,
    class: &'static str,
}

/// What views are made with.
pub(super) struct Maker<'a> {
    /// Everything on the page that a link can lead to.
    pub(super) anchors: BTreeSet<&'a str>,
    /// The rules that the page needs besides its style sheet.
    pub(super) rules: Rules,
}

/// Neighbours that stand in one annex, each other part alone.
pub(super) fn groups<'p, 'a>(parts: &'p [&'a Part]) -> impl Iterator<Item = &'p [&'a Part]> {
    parts.chunk_by(|one, other| one.annex().is_some() && one.annex() == other.annex())
}

/// Where an outline's entry for the annex with this number, from one, leads.
pub(super) fn annex_id(number: usize) -> String {
    format!("phu-luc-{number}")
}

impl<'a> Maker<'a> {
    /// The view of a group that `groups` gave.
    pub(super) fn group(&mut self, parts: &[&'a Part]) -> GroupView<'a> {
        let place = parts.first().map(|part| &part.place);
        let (class, annex) = match place {
            Some(Place::Annex(head)) => {
                let (number, class) = self.rules.annex();
                let (label, title) = (head.label.as_str(), head.title.to_uppercase());
                let annex = AnnexView { id: annex_id(number), label, title, attached: &head.attached };
                (format!("annex {class}"), Some(annex))
            }
            Some(Place::Screen) => ("screen".to_owned(), None),
            _ => ("leaf".to_owned(), None),
        };
        let level = if annex.is_some() { 3 } else { 2 };
        GroupView { class, annex, parts: parts.iter().map(|part| self.part(part, level)).collect() }
    }

    /// The view of a part whose title is a heading of this level.
    pub(super) fn part(&mut self, part: &'a Part, level: u8) -> PartView<'a> {
        let named = part.annex().map_or("", |head| head.title.as_str());
        let mut heading = if part.title.is_empty() { named } else { &part.title };
        let mut below = level + 1;
        let mut blocks = Vec::new();
        for block in &part.blocks {
            if let Block::Heading(depth, text) = block {
                (heading, below) = (text, level + depth);
            }
            blocks.push(self.block(block, part, heading, below));
        }
        PartView { id: &part.id, title: &part.title, level, blocks }
    }

    /// A block below a heading; headings of its own are of level `below`.
    fn block(&mut self, block: &'a Block, part: &'a Part, heading: &'a str, below: u8) -> BlockView<'a> {
        let mut view = BlockView::default();
        match block {
            Block::Heading(_, text) => view.heading = Some(HeadingView { level: below - 1, text }),
            Block::Paragraph(Paragraph { text, style }) => {
                view.paragraph = Some(ParagraphView { class: class(*style), text });
            }
            Block::Table(table) => view.table = Some(self.table(table, heading)),
            Block::Chart(drawn) => view.chart = chart::view(drawn, part),
            Block::Cards(cards) => view.cards = Some(CardsView::of(cards, below)),
        }
        view
    }

    fn table(&mut self, table: &'a Table, caption: &'a str) -> TableView<'a> {
        let filter = Filter::of(table);
        let class = self.rules.table(table, filter.as_ref());
        TableView {
            id: &table.id,
            facets: filter.as_ref().map(|filter| filter.views(&class)).unwrap_or_default(),
            class,
            caption,
            columns: table.columns.iter().map(ColumnView::of).collect(),
            bodies: table::bodies(table, filter.as_ref(), &self.anchors),
        }
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
