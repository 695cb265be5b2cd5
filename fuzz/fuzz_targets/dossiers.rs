//! Exports of dossiers as delimited text: two files, counted whole and in pieces.
#![no_main]

use std::sync::LazyLock;

use cchc::dossier::{self, DossierInput, DossierSource};
use cchc::model::Plan;
use cchc::plan;
use cchc_fuzz::{guard, shipped};

static PLAN: LazyLock<Plan> = LazyLock::new(|| plan::load(&shipped::plan_files(), &cchc::rules::codes()).unwrap());

libfuzzer_sys::fuzz_target!(init: guard::install(), |text: &str| {
    let half = (0..=text.len() / 2).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let (one, other) = text.split_at(half);
    let input = |text: &str| DossierInput {
        path: "a.csv".into(),
        sha256: None,
        source: Ok(DossierSource::Bytes(Box::new(text.to_owned()))),
    };
    let period = &PLAN.periods[PLAN.periods.len() - 1];
    let counts = dossier::count(&[input(one), input(other)], &PLAN.dossiers, &(period.from..=period.to));
    for file in counts.files {
        assert_eq!(file.lines, file.rows + file.ignored.values().sum::<u64>(), "every line is a dossier or ignored");
    }
});
