//! The report's sentences and outline: embedded templates that files on disk replace.

use std::collections::BTreeMap;

use handlebars::{Handlebars, RenderError, RenderErrorReason, TemplateError};
use rust_embed::RustEmbed;
use serde::Serialize;

use super::outline::Outline;

/// Where the files stand below `templates/`.
const FOLDER: &str = "text/";

/// The file that lays the report out.
const OUTLINE: &str = "outline.toml";

#[derive(RustEmbed)]
#[folder = "templates/text/"]
#[include = "*.hbs"]
#[include = "outline.toml"]
struct Embedded;

/// Sentences and outline, ready to use.
#[derive(Debug)]
pub struct Sentences {
    templates: Handlebars<'static>,
    outline: Outline,
}

/// A template of the report that cannot be used. `templates/text/plan.hbs:3:7: no such variable: tasks.don`
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("templates/{FOLDER}{file}:{line}:{column}: {problem}")]
pub struct SentenceError {
    /// The file, below `templates/text/`.
    pub file: String,
    /// Line, from one.
    pub line: usize,
    /// Column, from one.
    pub column: usize,
    /// What is wrong, with the variable or key concerned.
    pub problem: String,
}

impl Sentences {
    /// The embedded templates with those of `overrides` (by path below `templates/`) in their place.
    pub fn new(overrides: &BTreeMap<String, String>) -> Result<Self, SentenceError> {
        let texts = texts(overrides);
        let outline = Outline::parse(OUTLINE, texts.get(OUTLINE).map_or("", String::as_str))?;
        let mut templates = Handlebars::new();
        templates.set_strict_mode(true);
        templates.register_escape_fn(handlebars::no_escape);
        for (file, text) in &texts {
            if let Some(name) = file.strip_suffix(".hbs") {
                templates.register_template_string(name, text).map_err(|error| unparsed(file, &error))?;
            }
        }
        Ok(Self { templates, outline })
    }

    /// The outline of the report's text.
    pub(crate) fn outline(&self) -> &Outline {
        &self.outline
    }

    /// One text, spelled from this view.
    pub(crate) fn render(&self, name: &str, view: &impl Serialize) -> Result<String, SentenceError> {
        let text = self.templates.render(name, view).map_err(|error| unrendered(name, &error))?;
        Ok(text.trim().to_owned())
    }
}

fn texts(overrides: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let embedded = Embedded::iter().filter_map(|path| {
        let bytes = Embedded::get(&path)?.data;
        Some((path.into_owned(), String::from_utf8_lossy(&bytes).into_owned()))
    });
    let replaced =
        overrides.iter().filter_map(|(path, text)| Some((path.strip_prefix(FOLDER)?.to_owned(), text.clone())));
    embedded.chain(replaced).collect()
}

fn unparsed(file: &str, error: &TemplateError) -> SentenceError {
    let (line, column) = error.pos().unwrap_or((1, 1));
    SentenceError { file: file.to_owned(), line, column, problem: error.reason().to_string() }
}

fn unrendered(name: &str, error: &RenderError) -> SentenceError {
    let problem = match error.reason() {
        RenderErrorReason::MissingVariable(Some(variable)) => format!("no such variable: {variable}"),
        RenderErrorReason::TemplateNotFound(_) => "no such template".to_owned(),
        reason => reason.to_string(),
    };
    let file = format!("{}.hbs", error.template_name.as_deref().unwrap_or(name));
    SentenceError { file, line: error.line_no.unwrap_or(1), column: error.column_no.unwrap_or(1), problem }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a failing test says enough")]

    use super::*;

    fn with(file: &str, text: &str) -> Result<Sentences, SentenceError> {
        Sentences::new(&BTreeMap::from([(file.to_owned(), text.to_owned())]))
    }

    #[test]
    fn file_on_disk_replaces_the_embedded_one() {
        let sentences = with("text/closing.hbs", "Hết.\n").unwrap();
        assert_eq!(sentences.render("closing", &()), Ok("Hết.".to_owned()));
    }

    #[test]
    fn unknown_variable_is_named_with_file_and_line() {
        let error = with("text/closing.hbs", "Dòng một\n{{tasks.don}}").unwrap().render("closing", &()).unwrap_err();
        assert_eq!((error.file.as_str(), error.line), ("closing.hbs", 2));
        assert_eq!(error.problem, "no such variable: tasks.don");
    }

    #[test]
    fn unclosed_tag_is_named_with_file_and_line() {
        let error = with("text/closing.hbs", "Dòng một\n{{tasks.").unwrap_err();
        assert_eq!((error.file.as_str(), error.line), ("closing.hbs", 2));
    }

    #[test]
    fn unknown_key_of_the_outline_is_named_with_its_line() {
        let error = with("text/outline.toml", "[[part]]\nid = \"I\"\ntitel = \"I\"\n").unwrap_err();
        assert_eq!((error.file.as_str(), error.line), ("outline.toml", 3));
    }
}
