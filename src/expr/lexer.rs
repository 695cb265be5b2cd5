//! Text of an expression to tokens, each with its place.

use std::ops::Range;

use super::parse::{ParseError, ParseErrorKind};

/// A token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A decimal number.
    Number(&'a str),
    /// An identifier, possibly dotted (`tasks.done`).
    Name(&'a str),
    /// One of `+ - * / ( )`.
    Sign(char),
}

/// A token and its bytes in the text.
pub(super) type Spanned<'a> = (Token<'a>, Range<usize>);

/// Splits the text; stops at the first character that the language does not have.
pub(super) fn tokens(text: &str) -> Result<Vec<Spanned<'_>>, ParseError> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let start = text.len() - rest.len();
        let length = match first {
            c if c.is_whitespace() => c.len_utf8(),
            c if c.is_ascii_digit() => run(rest, |c| c.is_ascii_digit() || c == '.'),
            c if c.is_ascii_alphabetic() || c == '_' => {
                run(rest, |c| c.is_ascii_alphanumeric() || c == '_' || c == '.')
            }
            '+' | '-' | '*' | '/' | '(' | ')' => 1,
            other => {
                let span = start..start + other.len_utf8();
                return Err(ParseError { span, kind: ParseErrorKind::UnknownCharacter });
            }
        };
        let (word, after) = rest.split_at(length);
        rest = after;
        let token = match first {
            c if c.is_whitespace() => continue,
            c if c.is_ascii_digit() => Token::Number(word),
            c if c.is_ascii_alphabetic() || c == '_' => Token::Name(word),
            sign => Token::Sign(sign),
        };
        found.push((token, start..start + length));
    }
    Ok(found)
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}
