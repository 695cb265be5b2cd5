//! Indicators at a glance.

use super::indicators;
use crate::model::IndicatorResult;
use crate::report::change;
use crate::report::context::Context;
use crate::report::derivation;
use crate::report::document::{Block, Card};
use crate::report::judgement;
use crate::report::vietnamese::with_unit;
use crate::report::words;

/// A card for each indicator, in plan order.
pub(super) fn cards(context: &Context<'_>) -> Block {
    Block::Cards(context.results.indicators.iter().map(|result| card(context, result)).collect())
}

fn card(context: &Context<'_>, result: &IndicatorResult) -> Card {
    let (outcome, tone) = judgement::outcome(result);
    let indicator = &result.indicator;
    let value = result.shown.as_ref().map(|shown| with_unit(shown, 12, &indicator.unit));
    Card {
        title: indicators::named(result),
        value: value.unwrap_or_else(|| words::UNKNOWN.to_owned()),
        pair: pair(result).unwrap_or_default(),
        target: judgement::target(indicator),
        outcome,
        tone,
        change: change::in_words(result, &context.results.history),
        bar: indicators::drawn(result),
        derivation: derivation::indicator(context, result),
    }
}

fn pair(result: &IndicatorResult) -> Option<String> {
    let (numerator, denominator) = (result.rate.numerator.as_ref()?, result.rate.denominator.as_ref()?);
    Some(format!("{}/{}", numerator.vietnamese(12), denominator.vietnamese(12)))
}
