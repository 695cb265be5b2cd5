//! The plan's expressions: parsed, and computed where every element is a number.
#![no_main]

use cchc::expr::{self, Operands};
use cchc::model::{ElementId, Number, TaskCount};
use cchc_fuzz::guard;

/// Every element is as large as its name is long, so that zeros and divisions by zero occur.
struct Lengths;

impl Operands for Lengths {
    fn element(&self, id: &ElementId) -> Option<Number> {
        Some(Number::from((id.as_str().len() % 5) as i64))
    }

    fn previous(&self, _: &ElementId) -> Option<Number> {
        None
    }

    fn tasks(&self, _: TaskCount) -> Number {
        Number::zero()
    }
}

libfuzzer_sys::fuzz_target!(init: guard::install(), |text: &str| {
    if let Ok(expression) = expr::parse(text) {
        expr::evaluate(&expression, &Lengths);
    }
});
