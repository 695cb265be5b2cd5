//! A precedence-climbing parser: `+ -` bind weaker than `* /`, unary minus binds strongest.

use std::ops::Range;

use super::lexer::{Spanned, Token, tokens};
use crate::model::{BinaryOp, ElementId, Expr, TaskCount};

/// Why a text is not an expression, and which bytes of it are to blame.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{kind:?} at {span:?}")]
pub struct ParseError {
    /// Bytes of the text.
    pub span: Range<usize>,
    /// What is wrong.
    pub kind: ParseErrorKind,
}

/// What can be wrong with an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseErrorKind {
    /// A character that the language does not have.
    UnknownCharacter,
    /// A number that is not a plain decimal.
    BadNumber,
    /// `tasks.` followed by an unknown count, or another dotted name.
    UnknownCount,
    /// An operand was expected here.
    OperandExpected,
    /// An operator was expected here.
    OperatorExpected,
    /// A parenthesis that is not closed.
    NotClosed,
    /// `prev` without one element id in parentheses.
    BadPrevious,
    /// Parentheses nested too deeply.
    TooDeep,
}

impl ParseErrorKind {
    /// The key of its wording in the catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::UnknownCharacter => "expr-unknown-character",
            Self::BadNumber => "expr-bad-number",
            Self::UnknownCount => "expr-unknown-count",
            Self::OperandExpected => "expr-operand-expected",
            Self::OperatorExpected => "expr-operator-expected",
            Self::NotClosed => "expr-not-closed",
            Self::BadPrevious => "expr-bad-previous",
            Self::TooDeep => "expr-too-deep",
        }
    }
}

/// Deeper nesting than any plan needs; keeps the parser off the end of the stack.
const MOST_DEPTH: usize = 64;

/// Parses an expression: element ids, decimals, `+ - * /`, unary minus, parentheses, `prev(id)`, `tasks.…`.
pub fn parse(text: &str) -> Result<Expr, ParseError> {
    let mut parser = Parser { tokens: tokens(text)?, next: 0, end: text.len(), depth: 0 };
    let expr = parser.sum()?;
    match parser.peek() {
        None => Ok(expr),
        Some(_) => Err(parser.error(ParseErrorKind::OperatorExpected)),
    }
}

struct Parser<'a> {
    tokens: Vec<Spanned<'a>>,
    next: usize,
    end: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&Token<'a>> {
        self.tokens.get(self.next).map(|(token, _)| token)
    }

    fn span(&self) -> Range<usize> {
        self.tokens.get(self.next).map_or(self.end..self.end, |(_, span)| span.clone())
    }

    fn error(&self, kind: ParseErrorKind) -> ParseError {
        ParseError { span: self.span(), kind }
    }

    fn takes(&mut self, sign: char) -> bool {
        let found = self.peek() == Some(&Token::Sign(sign));
        self.next += usize::from(found);
        found
    }

    fn sum(&mut self) -> Result<Expr, ParseError> {
        let mut left = self.product()?;
        loop {
            let op = match self.peek() {
                Some(Token::Sign('+')) => BinaryOp::Add,
                Some(Token::Sign('-')) => BinaryOp::Subtract,
                _ => return Ok(left),
            };
            self.next += 1;
            left = Expr::Binary(Box::new(left), op, Box::new(self.product()?));
        }
    }

    fn product(&mut self) -> Result<Expr, ParseError> {
        let mut left = self.unary()?;
        loop {
            let op = match self.peek() {
                Some(Token::Sign('*')) => BinaryOp::Multiply,
                Some(Token::Sign('/')) => BinaryOp::Divide,
                _ => return Ok(left),
            };
            self.next += 1;
            left = Expr::Binary(Box::new(left), op, Box::new(self.unary()?));
        }
    }

    fn unary(&mut self) -> Result<Expr, ParseError> {
        if self.depth >= MOST_DEPTH {
            return Err(self.error(ParseErrorKind::TooDeep));
        }
        self.depth += 1;
        let operand = if self.takes('-') { Expr::Negate(Box::new(self.unary()?)) } else { self.operand()? };
        self.depth -= 1;
        Ok(operand)
    }

    fn operand(&mut self) -> Result<Expr, ParseError> {
        let Some((token, span)) = self.tokens.get(self.next).cloned() else {
            return Err(self.error(ParseErrorKind::OperandExpected));
        };
        let operand = match token {
            Token::Number(digits) => {
                digits.parse().map(Expr::Number).map_err(|_| self.error(ParseErrorKind::BadNumber))?
            }
            Token::Name("prev") => return self.previous(),
            Token::Name(name) if name.contains('.') => {
                task_count(name).map(Expr::Tasks).ok_or_else(|| self.error(ParseErrorKind::UnknownCount))?
            }
            Token::Name(name) => Expr::Element(ElementId::new(name)),
            Token::Sign('(') => {
                self.next += 1;
                let inner = self.sum()?;
                let closed = self.takes(')');
                return if closed { Ok(inner) } else { Err(ParseError { span, kind: ParseErrorKind::NotClosed }) };
            }
            Token::Sign(_) => return Err(self.error(ParseErrorKind::OperandExpected)),
        };
        self.next += 1;
        Ok(operand)
    }

    fn previous(&mut self) -> Result<Expr, ParseError> {
        let start = self.span().start;
        self.next += 1;
        let opened = self.takes('(');
        let id = match self.peek() {
            Some(Token::Name(name)) if !name.contains('.') => ElementId::new(name),
            _ => return Err(self.error(ParseErrorKind::BadPrevious)),
        };
        self.next += 1;
        if opened && self.takes(')') {
            return Ok(Expr::Previous(id));
        }
        Err(ParseError { span: start..self.span().end, kind: ParseErrorKind::BadPrevious })
    }
}

fn task_count(name: &str) -> Option<TaskCount> {
    Some(match name {
        "tasks.total" => TaskCount::Total,
        "tasks.done" => TaskCount::Done,
        "tasks.done_on_time" => TaskCount::DoneOnTime,
        "tasks.overdue" => TaskCount::Overdue,
        _ => return None,
    })
}
