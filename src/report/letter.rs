//! Letterhead and signature of the report and of the letter that brings it.

use super::context::Context;
use super::document::{Letterhead, Signature};
use super::sentences::Sentences;
use super::vietnamese::long_date;
use crate::templates::TemplateFault;

/// The place/date line is left for the signer unless a date is wanted.
const OPEN_DATE: &str = "ngày     tháng     năm";

/// What a report's number begins with (Decree 30/2020/NĐ-CP).
const REPORT_ABBREVIATED: &str = "BC-";

/// The head of the report.
pub(crate) fn head(context: &Context<'_>, sentences: &Sentences, dated: bool) -> Result<Letterhead, TemplateFault> {
    let authority = &context.plan.authority;
    let date = if dated { long_date(context.results.as_of) } else { OPEN_DATE.to_owned() };
    Ok(Letterhead {
        genre: Some("BÁO CÁO".to_owned()),
        bases: listed(&authority.bases),
        ..plain(context, &authority.number_suffix, &date, sentences.render("subject", context.facts())?)
    })
}

/// The head of the letter that brings the report: no name of its kind, so no abbreviation of one in its number.
pub(crate) fn covering_head(context: &Context<'_>, sentences: &Sentences) -> Result<Letterhead, TemplateFault> {
    let suffix = &context.plan.authority.number_suffix;
    let suffix = suffix.strip_prefix(REPORT_ABBREVIATED).unwrap_or(suffix);
    Ok(plain(context, suffix, OPEN_DATE, sentences.render("covering_subject", context.facts())?))
}

fn plain(context: &Context<'_>, suffix: &str, date: &str, subject: String) -> Letterhead {
    let authority = &context.plan.authority;
    Letterhead {
        authority: authority.lines.clone(),
        number: format!("Số:      /{suffix}"),
        place_date: format!("{}, {date}", authority.place),
        genre: None,
        subject,
        addressee: format!("Kính gửi: {}.", context.plan.recipient.name),
        bases: Vec::new(),
    }
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
