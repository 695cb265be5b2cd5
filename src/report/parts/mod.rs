//! The parts of the report, one file each.

mod annex;
mod by_office;
mod indicators;
mod overview;
mod tasks;
mod text;

use super::context::Context;
use super::document::{Block, ParagraphStyle, Part};
use super::sentences::Sentences;
use super::views::Facts;
use crate::templates::TemplateFault;

type Build = fn(&Context<'_>, &Sentences) -> Result<Vec<Part>, TemplateFault>;

/// All parts in order.
pub(super) const PARTS: &[Build] =
    &[text::parts, overview::parts, indicators::parts, annex::parts, tasks::parts, by_office::parts];

/// The remark that says which days the figures cover.
fn period_line(context: &Context<'_>, sentences: &Sentences) -> Result<Block, TemplateFault> {
    caption("period", context, sentences)
}

/// The remark that ties an annex to its letter.
fn annex_line(context: &Context<'_>, sentences: &Sentences) -> Result<Block, TemplateFault> {
    caption("annex", context, sentences)
}

fn caption(name: &str, context: &Context<'_>, sentences: &Sentences) -> Result<Block, TemplateFault> {
    Ok(Block::paragraph(sentences.render(name, &Facts::of(context))?, ParagraphStyle::Caption))
}
