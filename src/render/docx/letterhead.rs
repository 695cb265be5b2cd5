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
    #[serde(flatten)]
    head: &'a document::Letterhead,
    nation: &'static str,
    motto: &'static str,
    width: Twips,
    left: Twips,
    right: Twips,
    /// Indents on both sides of the subject and of the rules.
    subject_side: Twips,
    authority_rule: Twips,
    motto_rule: Twips,
    subject_rule: Twips,
}

impl<'a> Letterhead<'a> {
    pub(super) fn of(head: &'a document::Letterhead) -> Self {
        let date = length(&head.place_date, DATE_SIZE);
        let right = (length(NATION, NATION_SIZE).max(date) + AIR).min(WIDEST);
        let left = PORTRAIT - right;
        let subject = lines(length(&head.subject, SUBJECT_SIZE));
        let last = head.authority.last().map_or("", String::as_str);
        Self {
            head,
            nation: NATION,
            motto: MOTTO,
            width: PORTRAIT,
            left,
            right,
            subject_side: beside(PORTRAIT, subject + subject / 8),
            authority_rule: beside(left, part_of(length(last, AUTHORITY_SIZE).min(left))),
            motto_rule: beside(right, length(MOTTO, MOTTO_SIZE)),
            subject_rule: beside(PORTRAIT, part_of(subject)),
        }
    }
}

/// The length of each line of a text that is spread evenly over as many as it needs.
fn lines(text: Twips) -> Twips {
    text / text.div_ceil(PORTRAIT * 9 / 10).max(1)
}

/// Between a third and a half of a text.
fn part_of(text: Twips) -> Twips {
    text * 5 / 12
}

/// What is left on either side of a rule in the middle.
fn beside(width: Twips, rule: Twips) -> Twips {
    width.saturating_sub(rule) / 2
}
