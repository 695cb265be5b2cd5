//! The status of a task as an office words it.

use super::text::fold;
use crate::model::StatusWord;

/// The status that a text names, spelled in any way that folds alike; `None` for every other text.
pub fn read(text: &str) -> Option<StatusWord> {
    let folded = fold(text);
    let says = |wording: &&str| fold(wording) == folded;
    StatusWord::ALL.into_iter().find(|word| word.wordings().iter().any(says))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_allowed_wordings_are_read_in_any_spelling() {
        let cases = [
            ("Đã hoàn thành", Some(StatusWord::Done)),
            (" HOÀN  THÀNH. ", Some(StatusWord::Done)),
            ("Ðang thư\u{323}c hiê\u{323}n", Some(StatusWord::InProgress)),
            ("chưa thực hiện", Some(StatusWord::NotStarted)),
            ("Chưa hoàn thành", None),
            ("Đã hoãn", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
