//! Every built-in code with its severity. Numbers are never reused; wording and advice stand in the catalogues.

use crate::model::Severity::{self, Error, Notice, Warning};

/// Codes and severities, in the order of the documentation.
pub const BUILT_IN: &[(&str, Severity)] = &[
    ("F001", Error),
    ("F002", Error),
    ("F003", Error),
    ("F004", Error),
    ("F005", Error),
    ("F006", Error),
    ("F007", Notice),
    ("F008", Notice),
    ("F009", Notice),
    ("F010", Error),
    ("F011", Error),
    ("F012", Warning),
    ("F013", Notice),
    ("I101", Error),
    ("I102", Error),
    ("I103", Warning),
    ("I104", Error),
    ("I105", Warning),
    ("I106", Error),
    ("I107", Error),
    ("I108", Warning),
    ("I109", Notice),
    ("I110", Warning),
    ("I111", Warning),
    ("I112", Warning),
    ("I113", Warning),
    ("I114", Warning),
    ("S201", Error),
    ("S202", Error),
    ("S203", Warning),
    ("S204", Error),
    ("S205", Notice),
    ("S206", Warning),
    ("S207", Warning),
    ("S208", Warning),
    ("S209", Notice),
    ("S211", Warning),
    ("S212", Warning),
    ("S214", Error),
    ("V301", Error),
    ("V302", Error),
    ("V303", Error),
    ("V304", Error),
    ("V305", Error),
    ("V306", Error),
    ("V307", Error),
    ("V308", Error),
    ("V309", Error),
    ("V310", Error),
    ("V311", Error),
    ("V312", Warning),
    ("V313", Notice),
    ("V314", Error),
    ("V315", Warning),
    ("V316", Error),
    ("V317", Error),
    ("V318", Warning),
    ("V319", Warning),
    ("V320", Error),
    ("V321", Warning),
    ("V322", Error),
    ("V323", Warning),
    ("V324", Error),
    ("V325", Notice),
    ("T701", Warning),
    ("T702", Warning),
    ("T703", Notice),
    ("P802", Error),
    ("D851", Error),
    ("D852", Warning),
    ("A901", Error),
    ("A902", Error),
];

/// The severity of a built-in code.
pub fn severity(code: &str) -> Option<Severity> {
    BUILT_IN.iter().find(|(known, _)| *known == code).map(|(_, severity)| *severity)
}

/// The built-in codes alone, which the plan's rules must not take.
pub fn codes() -> Vec<&'static str> {
    BUILT_IN.iter().map(|(code, _)| *code).collect()
}
