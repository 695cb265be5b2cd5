//! The report with its covering letter and the working papers as documents: sections, paragraphs and tables of cells, with no format's words.

mod change;
mod context;
mod derivation;
pub mod document;
#[cfg(test)]
pub(crate) mod fixture;
pub mod form;
mod formula;
mod judgement;
mod letter;
mod live;
mod outline;
mod papers;
mod parts;
mod proof;
mod sentences;
mod table;
mod tally;
#[cfg(test)]
mod tests;
pub mod vietnamese;
mod views;
pub mod words;

pub use proof::{Sealed, name as proof_name, proof};
pub use sentences::Sentences;

use crate::model::{Difference, Results, Verdict};
use crate::templates::TemplateFault;
use crate::text::Catalog;
use context::Context;
use document::{Block, Document, DocumentKind, Part, Place};

/// The name of the report's files, without extension.
pub fn name(results: &Results) -> String {
    format!("bao-cao-cchc-{}", results.period.id)
}

/// The report for Sở Nội vụ. It names no file, finding, waiver or state of an office; `dated` puts the day of the run
/// into the place/date line, which is the signer's otherwise.
pub fn report(results: &Results, sentences: &Sentences, dated: bool) -> Result<Document, TemplateFault> {
    let context = Context::new(results);
    let letterhead = letter::head(&context, sentences, dated)?;
    let mut parts = Vec::new();
    for build in parts::PARTS {
        parts.extend(build(&context, sentences)?);
    }
    Ok(Document {
        name: name(results),
        title: format!("Báo cáo: {}", letterhead.subject),
        kind: DocumentKind::Report,
        draft: results.verdict == Verdict::Errors,
        letterhead: Some(letterhead),
        signature: Some(letter::signature(&context)),
        parts,
        footer: None,
        chain_head: results.chain_head.clone(),
    })
}

/// The letter that brings the report to Sở Nội vụ through the document system.
pub fn covering_letter(results: &Results, sentences: &Sentences) -> Result<Document, TemplateFault> {
    let context = Context::new(results);
    let letterhead = letter::covering_head(&context, sentences)?;
    let body = sentences.render("covering", context.facts())?;
    Ok(Document {
        name: format!("cong-van-cchc-{}", results.period.id),
        title: letterhead.subject.clone(),
        kind: DocumentKind::Report,
        draft: results.verdict == Verdict::Errors,
        letterhead: Some(letterhead),
        signature: Some(letter::signature(&context)),
        parts: vec![Part {
            id: "cong-van".to_owned(),
            title: String::new(),
            sheet: None,
            place: Place::Text,
            blocks: body.lines().map(Block::body).collect(),
        }],
        footer: None,
        chain_head: None,
    })
}

/// The commune's working papers: what is wrong, who sent what, and where every figure comes from.
pub fn working_papers(results: &Results, catalog: &Catalog) -> Document {
    let context = Context::new(results);
    let head = results.chain_head.as_ref().map(|head| format!(" · đầu chuỗi sổ cái {head}")).unwrap_or_default();
    Document {
        name: format!("kiem-tra-cchc-{}", results.period.id),
        title: papers::title(results),
        kind: DocumentKind::WorkingPapers,
        draft: false,
        letterhead: None,
        signature: None,
        parts: papers::PARTS.iter().flat_map(|build| build(&context, catalog)).collect(),
        footer: Some(format!("cchc {}{head}", env!("CARGO_PKG_VERSION"))),
        chain_head: None,
    }
}

/// What became of one version of an office's submission in another, as the working papers tell it of a resubmission;
/// `results` are those of the later version.
pub fn revision(results: &Results, step: &Difference) -> Vec<Block> {
    papers::of_step(&Context::new(results), step)
}
