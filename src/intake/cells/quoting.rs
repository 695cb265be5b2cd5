//! Whether the quotes of a delimited text are in order: the csv library reads on without a word when they are not.

/// The line, from 1, of a quote that is never closed, or that only a quote in the middle of a later line's cell closes.
pub(super) fn unclosed_quote(text: &str, delimiter: char) -> Option<usize> {
    let mut line = 1;
    let mut field_starts = true;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        if field_starts && c == '"' {
            let Some((inside, after)) = quoted(rest) else { return Some(line) };
            let lines = inside.matches('\n').count();
            let ends_field = after.is_empty() || after.starts_with([delimiter, '\n']);
            if lines > 0 && !ends_field {
                return Some(line);
            }
            line += lines;
            rest = after;
            field_starts = false;
            continue;
        }
        field_starts = c == delimiter || c == '\n';
        line += usize::from(c == '\n');
    }
    None
}

/// What a quoted field holds and what follows its closing quote; a doubled quote is a quote inside.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let mut from = 0;
    loop {
        let quote = from + text.get(from..)?.find('"')?;
        let after = text.get(quote + 1..)?;
        if !after.starts_with('"') {
            return Some((text.get(..quote)?, after));
        }
        from = quote + 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_must_be_closed_in_its_own_cell() {
        let cases = [
            ("a;\"b\";c\n", None),
            ("a;\"hai\ndòng\";c\n", None),
            ("a;\"nói \"\"thế\"\"\";c", None),
            ("a;5\" ống;c\n", None),
            ("a;b\nc;\"d\ne;f\n", Some(2)),
            ("a;\"b;c\nd;\"e\";f\n", Some(1)),
        ];
        for (text, line) in cases {
            assert_eq!(unclosed_quote(text, ';'), line, "{text}");
        }
    }
}
