//! The head of the letter: two blocks as wide as they need, and rules as long as the decree wants them.

use serde::Serialize;

use super::measure::{Twips, length};
use super::view::PORTRAIT;
use crate::report::document;

const NATION: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";

/// The same sizes as in the styles, in points.
const NATION_SIZE: u32 = 12;
const MOTTO_SIZE: u32 = 13;
const DATE_SIZE: u32 = 13;
const AUTHORITY_SIZE: u32 = 12;
const SUBJECT_SIZE: u32 = 14;

/// Left over beside the longest line of the right block, 3 mm.
const AIR: Twips = 170;

/// The right block leaves at least 50 mm to the left one.
const WIDEST: Twips = PORTRAIT - 2835;

/// The head as its template sees it; lengths in twips.
#[derive(Serialize)]
pub(super) struct Letterhead<'a> {
    authority: &'a [String],
    nation: &'static str,
    motto: &'static str,
    number: &'a str,
    place_date: &'a str,
    genre: &'a str,
    subject: &'a str,
    addressee: &'a str,
    bases: &'a [String],
    width: Twips,
    left: Twips,
    right: Twips,
    /// Indents on both sides of the rules.
    authority_rule: Twips,
    motto_rule: Twips,
    subject_rule: Twips,
}

impl<'a> Letterhead<'a> {
    pub(super) fn of(head: &'a document::Letterhead) -> Self {
        let date = length(&head.place_date, DATE_SIZE);
        let right = (length(NATION, NATION_SIZE).max(date) + AIR).min(WIDEST);
        let left = PORTRAIT - right;
        let last = head.authority.last().map_or("", String::as_str);
        Self {
            authority: &head.authority,
            nation: NATION,
            motto: MOTTO,
            number: &head.number,
            place_date: &head.place_date,
            genre: &head.genre,
            subject: &head.subject,
            addressee: &head.addressee,
            bases: &head.bases,
            width: PORTRAIT,
            left,
            right,
            authority_rule: beside(left, part_of(length(last, AUTHORITY_SIZE).min(left))),
            motto_rule: beside(right, length(MOTTO, MOTTO_SIZE)),
            subject_rule: beside(PORTRAIT, part_of(length(&head.subject, SUBJECT_SIZE).min(PORTRAIT))),
        }
    }
}

/// Between a third and a half of a text.
fn part_of(text: Twips) -> Twips {
    text * 5 / 12
}

/// What is left on either side of a rule in the middle.
fn beside(width: Twips, rule: Twips) -> Twips {
    width.saturating_sub(rule) / 2
}
