//! Letterhead and signature of the report as an official letter.

use super::context::Context;
use super::document::{Letterhead, Signature};
use super::sentences::Sentences;
use super::vietnamese::long_date;
use crate::templates::TemplateFault;

/// The place/date line is left for the signer unless a date is wanted.
const OPEN_DATE: &str = "ngày     tháng     năm";

/// The head of the letter.
pub(crate) fn head(context: &Context<'_>, sentences: &Sentences, dated: bool) -> Result<Letterhead, TemplateFault> {
    let authority = &context.plan.authority;
    let date = if dated { long_date(context.results.as_of) } else { OPEN_DATE.to_owned() };
    Ok(Letterhead {
        authority: authority.lines.clone(),
        number: format!("Số:      /{}", authority.number_suffix),
        place_date: format!("{}, {date}", authority.place),
        genre: "BÁO CÁO".to_owned(),
        subject: sentences.render("subject", context.facts())?,
        addressee: format!("Kính gửi: {}.", context.plan.recipient.name),
        bases: listed(&authority.bases),
    })
}

/// Each line ends with a semicolon, the last with a full stop.
fn listed(lines: &[String]) -> Vec<String> {
    let last = lines.len().saturating_sub(1);
    let end = |position| if position == last { '.' } else { ';' };
    let ended = |(position, line): (usize, &String)| format!("{}{}", line.trim_end_matches([';', '.']), end(position));
    lines.iter().enumerate().map(ended).collect()
}

/// The foot of the letter.
pub(crate) fn signature(context: &Context<'_>) -> Signature {
    let authority = &context.plan.authority;
    Signature {
        titles: vec!["TM. ỦY BAN NHÂN DÂN".to_owned(), authority.signer_title.clone()],
        name: authority.signer_name.clone(),
        copies: listed(&authority.copies).iter().map(|line| format!("- {line}")).collect(),
    }
}
