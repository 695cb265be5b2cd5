//! The exact value of an expression over operands that may be missing.

use crate::model::{BinaryOp, ElementId, Expr, Number, TaskCount};

/// Where an expression finds its operands.
pub trait Operands {
    /// The figure of a submitted element in the column under consideration; `None` where it is missing.
    fn element(&self, id: &ElementId) -> Option<Number>;
    /// The same, one period earlier.
    fn previous(&self, id: &ElementId) -> Option<Number>;
    /// A count over tasks.
    fn tasks(&self, count: TaskCount) -> Number;
}

/// What an expression comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number.
    Known(Number),
    /// An operand is missing.
    Missing,
    /// A division of something other than zero by zero.
    DividedByZero,
    /// 0/0.
    ZeroByZero,
}

impl Value {
    /// The number, if there is one.
    pub fn known(self) -> Option<Number> {
        match self {
            Self::Known(number) => Some(number),
            Self::Missing | Self::DividedByZero | Self::ZeroByZero => None,
        }
    }
}

/// Evaluates an expression whose computed rows have been expanded. Nothing is rounded.
pub fn evaluate(expr: &Expr, operands: &impl Operands) -> Value {
    let known = |number: Option<Number>| number.map_or(Value::Missing, Value::Known);
    match expr {
        Expr::Number(number) => Value::Known(number.clone()),
        Expr::Element(id) => known(operands.element(id)),
        Expr::Previous(id) => known(operands.previous(id)),
        Expr::Tasks(count) => Value::Known(operands.tasks(*count)),
        Expr::Negate(inner) => match evaluate(inner, operands) {
            Value::Known(number) => Value::Known(-&number),
            other => other,
        },
        Expr::Binary(left, op, right) => join(evaluate(left, operands), *op, evaluate(right, operands)),
    }
}

fn join(left: Value, op: BinaryOp, right: Value) -> Value {
    let (left, right) = match (left, right) {
        (Value::Known(left), Value::Known(right)) => (left, right),
        (Value::Missing, _) | (_, Value::Missing) => return Value::Missing,
        (Value::Known(_), other) | (other, _) => return other,
    };
    match op {
        BinaryOp::Add => Value::Known(&left + &right),
        BinaryOp::Subtract => Value::Known(&left - &right),
        BinaryOp::Multiply => Value::Known(&left * &right),
        BinaryOp::Divide => match left.checked_div(&right) {
            Some(quotient) => Value::Known(quotient),
            None if left.is_zero() => Value::ZeroByZero,
            None => Value::DividedByZero,
        },
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

    use super::*;
    use crate::expr::{ParseErrorKind, parse};

    /// `a` is 2305, `b` is 2348, `z` is 0, anything else is missing; `prev(a)` is 7; three tasks of every count.
    struct Sample;

    impl Operands for Sample {
        fn element(&self, id: &ElementId) -> Option<Number> {
            match id.as_str() {
                "a" => Some(Number::from(2305)),
                "b" => Some(Number::from(2348)),
                "z" => Some(Number::zero()),
                _ => None,
            }
        }
        fn previous(&self, id: &ElementId) -> Option<Number> {
            (id.as_str() == "a").then(|| Number::from(7))
        }
        fn tasks(&self, _: TaskCount) -> Number {
            Number::from(3)
        }
    }

    fn value(text: &str) -> Value {
        evaluate(&parse(text).unwrap(), &Sample)
    }

    #[test]
    fn arithmetic_is_exact_and_binds_as_in_school() {
        let cases = [
            ("1 + 2 * 3", "7"),
            ("(1 + 2) * 3", "9"),
            ("-a + 1", "-2304"),
            ("--1", "1"),
            ("10 - 4 - 3", "3"),
            ("0.1 + 0.2", "0.3"),
            ("100 * a / b", "98.168654"),
            ("prev(a) * tasks.done", "21"),
        ];
        for (text, expected) in cases {
            assert_eq!(value(text).known().unwrap().to_string(), expected, "{text}");
        }
    }

    #[test]
    fn a_missing_operand_or_a_division_by_zero_gives_no_value() {
        let cases = [
            ("a + missing", Value::Missing),
            ("0 * missing", Value::Missing),
            ("prev(b)", Value::Missing),
            ("a / z", Value::DividedByZero),
            ("z / z", Value::ZeroByZero),
            ("1 + a / z", Value::DividedByZero),
            ("missing / z", Value::Missing),
        ];
        for (text, expected) in cases {
            assert_eq!(value(text), expected, "{text}");
        }
    }

    #[test]
    fn an_error_points_at_its_place() {
        let deep = "(".repeat(5000);
        let cases = [
            ("a = 3", ParseErrorKind::UnknownCharacter, 2..3),
            ("1.2.3", ParseErrorKind::BadNumber, 0..5),
            ("a b", ParseErrorKind::OperatorExpected, 2..3),
            ("a +", ParseErrorKind::OperandExpected, 3..3),
            ("(a", ParseErrorKind::NotClosed, 0..1),
            ("tasks.late", ParseErrorKind::UnknownCount, 0..10),
            ("prev(1)", ParseErrorKind::BadPrevious, 5..6),
            (deep.as_str(), ParseErrorKind::TooDeep, 64..65),
        ];
        for (text, kind, span) in cases {
            assert_eq!(parse(text).unwrap_err(), crate::expr::ParseError { span, kind }, "{text:.20}");
        }
    }
}
