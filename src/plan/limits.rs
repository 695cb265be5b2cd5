//! `input/limits.toml`: limits on one file other than the program's own. It is no part of the plan, but its mistakes are
//! shown as the plan's are.

use std::slice;

use super::problem::Inspection;
use super::raw::{self, RawLimits};
use super::{PlanFile, PlanProblem, codes};
use crate::model::Limits;

/// The limits that the file sets, all others as they are without it; or all that is wrong with the file.
pub fn limits(file: &PlanFile) -> Result<Limits, Vec<PlanProblem>> {
    let mut limits = Limits::default();
    let Some(mut at) = Inspection::open(&file.name, slice::from_ref(file)) else { return Ok(limits) };
    let RawLimits(written) = raw::read(&mut at);
    for (limit, value) in written {
        let digits = &value.get_ref().0;
        let is_set = digits.replace('_', "").parse().is_ok_and(|number| limit.set(&mut limits, number));
        if !is_set {
            let problem = at.problem(codes::LIMIT_RANGE, value.span()).arg("limit", limit.key).arg("value", digits);
            problem.arg("least", limit.range.start().to_string()).arg("most", limit.range.end().to_string());
        }
    }
    let problems = at.into_problems();
    if problems.is_empty() { Ok(limits) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Limits, Vec<(&'static str, Option<String>)>> {
        let file = PlanFile { name: "limits.toml".to_owned(), text: text.to_owned() };
        limits(&file).map_err(|problems| problems.into_iter().map(|p| (p.code, p.suggestion)).collect())
    }

    #[test]
    fn what_the_file_sets_is_set_and_nothing_else() {
        assert_eq!(read(""), Ok(Limits::default()));
        let expected = Limits { rows: 2_000, seconds: 5, ..Limits::default() };
        assert_eq!(read("rows = 2_000\nseconds = 5\n"), Ok(expected));
    }

    #[test]
    fn a_key_or_value_that_makes_no_sense_is_an_error() {
        let misspelt = Some("columns".to_owned());
        for (text, expected) in [
            ("colums = 10", vec![(codes::UNKNOWN_KEY, misspelt)]),
            ("rows = 0", vec![(codes::LIMIT_RANGE, None)]),
            ("rows = -1\nseconds = 2.5", vec![(codes::LIMIT_RANGE, None); 2]),
            ("rows = 1048577", vec![(codes::LIMIT_RANGE, None)]),
            ("cells = 99999999999999999999999999", vec![(codes::LIMIT_RANGE, None)]),
            ("cells = \"many\"", vec![(codes::WRONG_TYPE, None)]),
            ("[limits]\nrows = 5", vec![(codes::UNKNOWN_KEY, None)]),
            ("rows 5", vec![(codes::SYNTAX, None)]),
        ] {
            assert_eq!(read(text), Err(expected), "{text}");
        }
    }
}
