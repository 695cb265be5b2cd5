//! The expression language of the plan: text to tree, the names it uses, and its exact value.

mod evaluate;
mod lexer;
mod parse;
mod uses;

pub use evaluate::{Operands, Value, evaluate};
pub use parse::{ParseError, ParseErrorKind, parse};
pub use uses::{elements, expand, leaves, uses_tasks};
