//! The status of a task as an office words it.

use super::text::fold;

/// What an office says of a task, before it is held against dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StatusWord {
    /// "Đã hoàn thành" or "Hoàn thành".
    Done,
    /// "Đang thực hiện".
    InProgress,
    /// "Chưa thực hiện".
    NotStarted,
}

/// The allowed wordings.
const WORDINGS: [(&str, StatusWord); 4] = [
    ("Đã hoàn thành", StatusWord::Done),
    ("Hoàn thành", StatusWord::Done),
    ("Đang thực hiện", StatusWord::InProgress),
    ("Chưa thực hiện", StatusWord::NotStarted),
];

impl StatusWord {
    /// The word kept in a reading's `text`: `done`, `in_progress` or `not_started`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::InProgress => "in_progress",
            Self::NotStarted => "not_started",
        }
    }
}

/// The status that a text names, spelled in any way that folds alike; `None` for every other text.
pub fn read(text: &str) -> Option<StatusWord> {
    let folded = fold(text);
    WORDINGS.iter().find(|(wording, _)| fold(wording) == folded).map(|&(_, word)| word)
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
