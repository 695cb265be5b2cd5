//! Indicators at a glance, as a grid of cards.

use serde::Serialize;

use super::{bar, table};
use crate::report::document::Card;

/// A list of cards; their titles are headings of this level.
#[derive(Serialize)]
pub(super) struct CardsView<'a> {
    level: u8,
    cards: Vec<CardView<'a>>,
}

#[derive(Serialize)]
struct CardView<'a> {
    /// Of the outcome: ` good`.
    tone: &'static str,
    title: &'a str,
    value: &'a str,
    pair: &'a str,
    target: &'a str,
    outcome: &'a str,
    change: &'a str,
    /// Escaped markup, empty without a scale.
    bar: String,
    derivation: &'a [String],
}

impl<'a> CardsView<'a> {
    /// The view of these cards.
    pub(super) fn of(cards: &'a [Card], level: u8) -> Self {
        Self { level, cards: cards.iter().map(CardView::of).collect() }
    }
}

impl<'a> CardView<'a> {
    fn of(card: &'a Card) -> Self {
        let tone = table::tone(card.tone);
        let mut drawn = String::new();
        if let Some(scale) = &card.bar {
            bar::push(&mut drawn, scale, &format!("bar{tone}"));
        }
        Self {
            tone,
            title: &card.title,
            value: &card.value,
            pair: &card.pair,
            target: &card.target,
            outcome: &card.outcome,
            change: &card.change,
            bar: drawn,
            derivation: &card.derivation,
        }
    }
}
