//! Words clap's own errors in the catalogue's language.

use clap::error::{ContextKind, ErrorKind};

use crate::text::Catalog;

/// What is wrong with the arguments, what may have been meant, and where to read more.
pub(crate) fn word(error: &clap::Error, catalog: &Catalog) -> String {
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let arguments = [("argument", context(argument_kind(error))), ("value", context(ContextKind::InvalidValue))];
    let arguments = arguments.each_ref().map(|(name, value)| (*name, value.as_str()));
    let mut lines = vec![format!("{}: {}", catalog.get("severity-error"), catalog.with(key(error), &arguments))];
    if let Some(name) = suggestion(error) {
        lines.push(catalog.with("did-you-mean", &[("name", &name)]));
    }
    let valid = context(ContextKind::ValidValue);
    if !valid.is_empty() {
        lines.push(catalog.with("usage-valid-values", &[("values", &valid)]));
    }
    lines.push(catalog.get("usage-more"));
    lines.join("\n") + "\n"
}

/// Which of clap's contexts names the thing at fault.
fn argument_kind(error: &clap::Error) -> ContextKind {
    match error.kind() {
        ErrorKind::InvalidSubcommand => ContextKind::InvalidSubcommand,
        _ => ContextKind::InvalidArg,
    }
}

fn suggestion(error: &clap::Error) -> Option<String> {
    [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|kind| error.get(kind))
        .map(ToString::to_string)
}

fn key(error: &clap::Error) -> &'static str {
    match error.kind() {
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidSubcommand => "usage-unknown-command",
        ErrorKind::InvalidValue if is_missing(error) => "usage-missing-value",
        ErrorKind::InvalidValue => "usage-invalid-value",
        ErrorKind::ValueValidation => "usage-unreadable-value",
        ErrorKind::MissingRequiredArgument => "usage-missing-argument",
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => "usage-number-of-values",
        ErrorKind::ArgumentConflict => "usage-conflict",
        ErrorKind::NoEquals => "usage-no-equals",
        ErrorKind::InvalidUtf8 => "usage-invalid-utf8",
        _ => "usage-other",
    }
}

/// Clap speaks of a value that is not there as an invalid, empty one.
fn is_missing(error: &clap::Error) -> bool {
    error.get(ContextKind::InvalidValue).is_none_or(|value| value.to_string().is_empty())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

    use clap::{CommandFactory, FromArgMatches};

    use super::*;
    use crate::shell::args::Arguments;
    use crate::shell::help;
    use crate::text::Lang;

    fn complaint(line: &str) -> String {
        let catalog = Catalog::new(Lang::Vi);
        let command = help::localise(Arguments::command(), &catalog);
        let error = command
            .try_get_matches_from(line.split(' '))
            .and_then(|matches| Arguments::from_arg_matches(&matches))
            .map(|_| ())
            .unwrap_err();
        word(&error, &catalog)
    }

    #[test]
    fn complaints_are_vietnamese_and_name_the_culprit() {
        for (line, parts) in [
            ("cchc report --perod x", ["không có tùy chọn", "--perod", "--period"]),
            ("cchc reprt", ["không có lệnh", "reprt", "report"]),
            ("cchc --format xml", ["giá trị", "xml", "json"]),
            ("cchc --as-of mai", ["giá trị", "mai", "--as-of"]),
            ("cchc explain", ["thiếu", "<", ">"]),
            ("cchc --period", ["thiếu giá trị", "--period", "cchc --help"]),
        ] {
            let said = complaint(line);
            for part in parts {
                assert!(said.contains(part), "{line}: {said}");
            }
        }
    }
}
