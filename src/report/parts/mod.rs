//! The parts of the report, one file each.

mod annex;
mod annex_figure;
mod by_office;
mod cards;
mod charts;
mod indicators;
mod overview;
mod tasks;
mod text;

use super::context::Context;
use super::document::{AnnexHead, Block, ParagraphStyle, Part, Place};
use super::sentences::Sentences;
use crate::templates::TemplateFault;

type Build = fn(&Context<'_>, &Sentences) -> Result<Vec<Part>, TemplateFault>;

/// All parts in order.
pub(super) const PARTS: &[Build] =
    &[text::parts, overview::parts, indicators::parts, annex::parts, tasks::parts, by_office::parts];

/// The remark that says which days the figures cover.
fn period_line(context: &Context<'_>, sentences: &Sentences) -> Result<Block, TemplateFault> {
    Ok(Block::paragraph(sentences.render("period", context.facts())?, ParagraphStyle::Caption))
}

/// The place of a part in the annex of this label and title.
fn annex(label: &str, title: &str, context: &Context<'_>, sentences: &Sentences) -> Result<Place, TemplateFault> {
    let attached = sentences.render("annex", context.facts())?;
    Ok(Place::Annex(Box::new(AnnexHead { label: label.to_owned(), title: title.to_owned(), attached })))
}
